// Streamlit's own frame, made ours: page language, brand, its labels in the reader's language, light or dark.
// Mounted once by shell.py; called again on every run and whenever Streamlit's theme changes.

// Labels people meet as attributes anywhere, and as text only inside these pieces of Streamlit's own furniture:
// a page's own words are never touched.
const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title"];
const TEXT = [
  "[data-testid=stSkipToContent]",
  "[role=tooltip]",
  "[data-testid=stTopNavSection]",
  "[data-testid=stMultiSelect]",
  "[data-testid=stMultiSelectDropdown]",
  "[data-testid=stSelectbox]",
  "[data-testid=stSelectboxVirtualDropdown]",
  "[data-testid=stFileUploaderDropzone]",
].join(",");

// Streamlit gives its theme's colours to components only; shell.css needs them for the whole page.
const COLOURS = ["primary", "background", "secondary-background", "text", "link", "border"].map((name) => `--st-${name}-color`);

// What each element said before we translated it: the way back when the reader changes language.
const said = new WeakMap();
const nativeMedia = window.matchMedia.bind(window);
let labels = new Map();
let patterns = [];
let wanted = null;
let waiting = false;
let resized = 0;

export default function ({ data, parentElement, setStateValue }) {
  speak(data);
  colour(data.theme, parentElement);
  const measure = () => report(data, setStateValue);
  measure();
  const observer = new MutationObserver(later);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  window.addEventListener("beforeprint", fitPaper);
  window.addEventListener("resize", measure);
  return () => {
    observer.disconnect();
    window.removeEventListener("beforeprint", fitPaper);
    window.removeEventListener("resize", measure);
  };
}

// Charts are laid out for the widest step that fits; the server hears of it only when it had another in mind.
function report({ screen, screens }, tell) {
  document.documentElement.dataset.screen = screen;
  clearTimeout(resized);
  resized = setTimeout(() => {
    const steps = Object.entries(screens).sort(([, one], [, other]) => one - other);
    const [step] = steps.findLast(([, width]) => width <= window.innerWidth) ?? steps[0];
    if (step !== screen) tell("screen", step);
  }, 200);
}

// Plotly draws in screen pixels; a viewBox lets the print rules of shell.css scale the drawing to the paper.
function fitPaper() {
  for (const drawing of document.querySelectorAll("[data-testid=stPlotlyChart] svg.main-svg:not([viewBox])")) {
    drawing.setAttribute("viewBox", `0 0 ${drawing.getAttribute("width")} ${drawing.getAttribute("height")}`);
  }
}

// ---- language ------------------------------------------------------------------------------------------------

function speak({ lang, texts, labels: given }) {
  document.documentElement.lang = lang;
  for (const [name, text] of Object.entries(texts)) document.documentElement.style.setProperty(`--${name}`, JSON.stringify(text));
  labels = new Map(Object.entries(given));
  patterns = [...labels].filter(([english]) => english.includes("{}")).map(([english, ours]) => [english.split("{}"), ours]);
  translate();
}

// Charts redraw in bursts: one pass a frame is enough, and a pass that changes nothing costs about a millisecond.
function later() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => { waiting = false; translate(); }, 50);
}

function translate() {
  // A box that scrolls must take the keyboard's focus (WCAG 2.1.1); Streamlit's containers of fixed height do not.
  for (const box of document.querySelectorAll("[data-testid=stVerticalBlock][overflow=auto], [data-testid=stTable] div")) {
    if (box.tabIndex < 0 && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)) box.tabIndex = 0;
  }
  for (const name of ATTRIBUTES) {
    for (const found of document.querySelectorAll(`[${name}]`)) {
      replace(found, name, found.getAttribute(name), (text) => found.setAttribute(name, text));
    }
  }
  for (const home of document.querySelectorAll(TEXT)) {
    const walk = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode;
      replace(text, "text", text.data, (ours) => { text.data = ours; });
    }
  }
}

function replace(node, name, now, write) {
  const memory = said.get(node) ?? {};
  const english = memory[name]?.ours === now ? memory[name].english : now;
  const ours = inOurWords(english);
  if (ours === now) return;
  write(ours);
  said.set(node, { ...memory, [name]: { english, ours } });
}

function inOurWords(english) {
  const exact = labels.get(english.trim());
  if (exact !== undefined) return exact;
  for (const [[start, end], ours] of patterns) {
    const fits = english.length > start.length + end.length && english.startsWith(start) && english.endsWith(end);
    if (fits) return ours.replace("{}", english.slice(start.length, english.length - end.length));
  }
  return english;
}

// ---- light and dark ------------------------------------------------------------------------------------------

// Streamlit asks the system through matchMedia and asks again after printing. So the page's choice answers for the
// system, and nothing is stored: a visitor who made no choice keeps following the system.
function colour(theme, parent) {
  window.matchMedia = (query) => answer(nativeMedia(query), query);
  if (theme !== wanted) {
    wanted = theme;
    window.dispatchEvent(new Event("afterprint"));
  }
  const root = document.documentElement;
  const given = getComputedStyle(parent);
  for (const name of COLOURS) root.style.setProperty(name, given.getPropertyValue(name));
  root.dataset.theme = isDark(given.getPropertyValue("--st-background-color")) ? "dark" : "light";
}

function answer(list, query) {
  const asked = /prefers-color-scheme:\s*(dark|light)/.exec(query);
  if (!wanted || !asked) return list;
  const get = (target, name) => {
    if (name === "matches") return asked[1] === wanted;
    const value = target[name];
    return typeof value === "function" ? value.bind(target) : value;
  };
  return new Proxy(list, { get });
}

function isDark(background) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = background.trim();
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
