// The file a deck is handed on as: the charts of the document, its settings, and the stage behind 발표 시작.
// Everything is inside the file: Plotly and the geometry are unpacked here, nothing is asked of any network.

import { draw, element, fill, mount, paint } from "./stage.js";

const AHEAD = "800px"; // charts are drawn when they come so near
const text = (id) => document.getElementById(id).textContent;
const deck = JSON.parse(text("deck"));
const { words } = deck;
const assets = { plotly: once(unpack), css: text("style"), faces: text("faces") };
const drawn = new Map();
let theme = deck.themes[0];

start();

function start() {
  paint(document.body, deck.colours[theme], theme);
  if (typeof DecompressionStream === "undefined") return old();
  const stage = mount(document.body, { ...deck, assets, settings: { theme, auto: 0, hover: true } });
  document.getElementById("tools").append(...tools(stage));
  window.addEventListener("beforeprint", () => stage.prepare());
  window.addEventListener("afterprint", () => stage.drop());
  return watch();
}

function old() {
  document.getElementById("tools").append(element("p", { class: "notice", role: "alert" }, [words.old_browser]));
  for (const table of document.querySelectorAll("details")) table.open = true;
}

// ---- the tools above the document ----------------------------------------------------------------------------

function tools(stage) {
  const begin = button(words.start, "main", () => {
    stage.open(0);
    stage.fullscreen();
  });
  const seconds = [0, ...deck.intervals];
  const advance = choice(words.auto, seconds.map((n) => [n, n ? fill(words.seconds, { n }) : words.auto_none]), (n) => stage.auto(Number(n)));
  const light = deck.themes.map((name) => [name, words[`theme_${name}`]]);
  const themes = light.length > 1 ? [choice(words.theme, light, (name) => change(stage, name))] : [];
  return [begin, ...themes, advance, button(words.print, "", () => stage.print()), element("p", { class: "hint" }, [words.hint])];
}

function button(label, kind, act) {
  const made = element("button", { type: "button", class: kind || "quiet" }, [label]);
  made.addEventListener("click", act);
  return made;
}

function choice(label, options, act) {
  const made = element("select", {}, options.map(([value, name]) => element("option", { value: String(value) }, [name])));
  made.addEventListener("change", () => act(made.value));
  return element("label", {}, [element("span", {}, [label]), made]);
}

function change(stage, name) {
  theme = name;
  paint(document.body, deck.colours[theme], theme);
  stage.theme(theme);
  for (const [figure, purge] of drawn) renew(figure, purge);
}

async function renew(figure, purge) {
  (await purge)?.();
  show(figure);
}

// ---- the charts ----------------------------------------------------------------------------------------------

function watch() {
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      show(target);
    }
  }, { rootMargin: AHEAD });
  for (const figure of document.querySelectorAll("[data-slide]")) near.observe(figure);
}

function show(figure) {
  const part = deck.slides[figure.dataset.slide].parts[figure.dataset.part];
  const [, , width, height] = part.box;
  const holder = element("div", { class: "holder" });
  Object.assign(holder.style, { width: `${width}px`, height: `${height}px` });
  figure.replaceChildren(holder);
  const fit = () => (holder.style.transform = `scale(${figure.clientWidth / width})`);
  new ResizeObserver(fit).observe(figure);
  fit();
  drawn.set(figure, draw(assets, holder, part.figures[theme], true).catch((fault) => {
    console.error(fault);
    holder.replaceChildren(element("p", { class: "notice" }, [words.failed]));
  }));
}

// ---- what is packed in the file ------------------------------------------------------------------------------

// Geometry and an empty world go where Plotly looks before it asks a network; letters are measured in our own type.
async function unpack() {
  const { regions, world } = JSON.parse(text("geometry"));
  window.PlotlyGeoAssets = { topojson: { world_110m: world } };
  for (const [name, packed] of Object.entries(regions)) window.PlotlyGeoAssets[name] = JSON.parse(await unzip(packed));
  const code = await unzip(text("plotly"));
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 16px "${deck.font}"`, "가A1")));
  const script = element("script");
  script.textContent = code;
  document.head.append(script);
  if (!window.Plotly) throw new Error("plotly.js did not start");
  return window.Plotly;
}

async function unzip(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function once(make) {
  let made = null;
  return () => (made ??= make());
}
