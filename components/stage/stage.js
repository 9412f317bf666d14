// The stage: slides on a 16:9 scene of 1920×1080, scaled to the window; keys, remote, touch, speaker's view, print.
// Slides, words and colours come from components/stage as plain data; every text goes in as text, never as markup.
// Plotly is handed in and draws the charts; at most the neighbours of the slide on show are kept drawn.

export const SCENE = { width: 1920, height: 1080 };
const SVG = "http://www.w3.org/2000/svg";
const OPENS_AT = 300; // px from the top, where the title of an opening slide begins
const LEADING = 1.25;
const AHEAD = 1; // slides kept drawn on either side
const MOST_AWAY = 2; // while a presenter hurries
const BAR_STAYS = 3000; // ms after the pointer rested
const DIGITS_STAY = 3000;
const SWIPE = 60; // px
const STILL = 8; // px a pointer may move in a click
const PAGE = { width: 1280, height: 720 }; // CSS px of a printed page, 13⅓ × 7½ inches
const KEYS = [
  ["→ PageDown Space Enter", "next"], ["← PageUp Backspace", "back"], ["Home", "first"], ["End", "last"], ["1 2 3 … Enter", "jump"],
  ["F", "fullscreen"], ["B .", "black"], ["W", "white"], ["O", "overview"], ["S", "speaker"], ["A", "auto"], ["Q", "qr"],
  ["T", "theme"], ["P", "print"], ["?", "keys"], ["Esc", "leave"],
];

// `settings`: theme, auto (seconds, 0 = none), hover (charts answer to the pointer), screen (what goes full-screen, if not
// the stage itself), left (called when the presenter leaves).
// `assets`: plotly (a function that promises Plotly), config (more of Plotly's), css and faces (for the speaker's window).
export function mount(root, { slides, words, settings = {}, assets, ...deck }) {
  const stage = { slides, words, assets, deck, settings, theme: settings.theme ?? deck.themes[0], index: 0, alive: new Map(), digits: "" };
  build(stage, root);
  return {
    root: stage.root,
    open: (index = 0) => open(stage, index),
    leave: () => leave(stage),
    go: (index) => go(stage, index),
    print: () => print(stage),
    prepare: () => prepare(stage),
    drop: () => drop(stage),
    theme: (theme) => dress(stage, theme),
    auto: (seconds) => (stage.settings.auto = seconds),
    fullscreen: () => fullscreen(stage, true),
    destroy: () => {
      leave(stage);
      drop(stage);
      document.removeEventListener("keydown", stage.key, true);
      stage.root.remove();
    },
  };
}

// ---- what stands there ---------------------------------------------------------------------------------------

function build(stage, root) {
  const { words, slides } = stage;
  stage.progress = element("div", { class: "stage-progress" });
  stage.scene = element("div", { class: "stage-scene" }, [stage.progress]);
  stage.cover = element("div", { class: "stage-cover", hidden: true });
  stage.typed = element("div", { class: "stage-typed", hidden: true });
  stage.live = element("p", { class: "stage-live", "aria-live": "polite", "aria-atomic": "true" });
  stage.panel = element("div", { class: "stage-panel", role: "dialog", tabindex: "-1", hidden: true });
  stage.bar = bar(stage);
  stage.root = element("div", { class: "stage", role: "region", "aria-label": words.region, tabindex: "-1", hidden: true, lang: stage.deck.lang },
    [stage.scene, stage.cover, stage.typed, stage.bar, stage.panel, stage.live]);
  stage.screen = stage.settings.screen ?? stage.root;
  dress(stage, stage.theme);
  listen(stage);
  root.append(stage.root);
  stage.last = slides.length - 1;
}

function bar(stage) {
  const { words } = stage;
  stage.count = element("span", { class: "stage-count" });
  const press = (name, act, label = words[name]) => {
    const made = element("button", { type: "button", "data-act": name }, [label]);
    made.addEventListener("click", (event) => {
      act();
      if (stage.shown && stage.panel.hidden) stage.root.focus({ preventScroll: true });
    });
    return made;
  };
  const buttons = [
    press("back", () => step(stage, -1), `‹ ${words.back}`), stage.count, press("next", () => step(stage, 1), `${words.next} ›`),
    press("overview", () => overview(stage)), press("fullscreen", () => fullscreen(stage)), press("black", () => cover(stage, "black")),
    press("speaker", () => speak(stage)), press("auto", () => auto(stage)), press("qr", () => code(stage)),
    ...(stage.deck.themes.length > 1 ? [press("theme", () => switchTheme(stage))] : []),
    press("keys", () => keys(stage)), press("leave", () => leave(stage)),
  ];
  const made = element("div", { class: "stage-bar", role: "toolbar", "aria-label": words.toolbar }, buttons);
  return made;
}

function dress(stage, theme) {
  stage.theme = stage.deck.themes.includes(theme) ? theme : stage.deck.themes[0];
  paint(stage.root, stage.deck.colours[stage.theme], stage.theme);
  for (const index of [...stage.alive.keys()]) forget(stage, index);
  if (stage.shown) show(stage, stage.index);
}

export function paint(target, colours, theme) {
  target.dataset.theme = theme;
  for (const [name, colour] of Object.entries(colours)) target.style.setProperty(`--${name}`, colour);
}

// ---- a slide -------------------------------------------------------------------------------------------------

// The element of a slide, its texts in place; `ready` settles when its charts are drawn.
function make(stage, index, theme) {
  const slide = stage.slides[index];
  const head = slide.heads.map((line) => element("span", { class: "line" }, [line]));
  const title = element("h2", { class: "stage-title" }, head);
  if (slide.headSize) title.style.fontSize = `${slide.headSize}px`;
  const made = element("section", { class: `stage-slide ${slide.role}`, role: "group", "aria-roledescription": stage.words.slide,
    "aria-label": position(stage, index), "data-index": index }, [title]);
  if (slide.subtitle) made.append(subtitle(slide));
  const parts = slide.parts.map((part) => place(stage, part, theme));
  made.append(...parts.map(({ box }) => box), foot(stage, slide, index));
  if (slide.qr && slide.corner) made.append(label(qr(slide.qr, "corner"), stage.words.qr_hint));
  return { made, parts };
}

// Below the title that opens the deck, however many lines it takes.
function subtitle({ subtitle, heads, headSize }) {
  const made = element("p", { class: "stage-subtitle" }, [subtitle]);
  made.style.top = `${OPENS_AT + heads.length * headSize * LEADING + 28}px`;
  return made;
}

function place(stage, part, theme) {
  const [left, top, width, height] = part.box;
  const box = element("div", { class: `stage-part ${part.kind}` });
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  if (part.kind === "figure") return { box, draw: () => chart(stage, box, part, theme) };
  box.style.fontSize = `${part.size}px`;
  box.append(...(part.kind === "table" ? table(part) : part.lines.map((line) => paragraph(part.kind, line))));
  return { box };
}

function paragraph(kind, line) {
  if (kind === "lines") return element("p", {}, broken(line));
  return element(kind === "heading" ? "h3" : "p", {}, [line]);
}

function table(part) {
  const cell = (tag, lines, column, attributes = {}) =>
    element(tag, { ...attributes, class: part.numeric[column] ? "figure" : "" }, broken(lines));
  const widths = part.widths.map((width) => element("col", { width }));
  const head = element("tr", {}, part.header.map((lines, column) => cell("th", lines, column, { scope: "col" })));
  const rows = part.rows.map((row) => element("tr", {}, row.map((lines, column) => cell("td", lines, column))));
  const made = element("table", { "aria-label": part.alt }, [element("colgroup", {}, widths), element("thead", {}, [head]), element("tbody", {}, rows)]);
  for (const [name, value] of [["--pad", part.pad], ["--air", part.air]]) made.style.setProperty(name, `${value}px`);
  made.style.lineHeight = part.leading;
  return [made, ...part.notes.map((line) => element("p", { class: "note" }, [line]))];
}

function broken(lines) {
  return lines.flatMap((line, n) => (n ? [element("br"), line] : [line]));
}

function foot(stage, slide, index) {
  const { brand, mark } = stage.deck;
  const logo = brand.logo ? [element("img", { src: brand.logo, alt: "" })] : [];
  const owner = element("span", { class: "mark" }, [...logo, [brand.name, mark].filter(Boolean).join(" · ")]);
  const number = element("span", { class: "number" }, [`${index + 1} / ${stage.slides.length}`]);
  return element("footer", { class: "stage-foot" }, [
    ...slide.foot.map((line) => element("p", {}, [line])),
    element("p", { class: "last" }, [owner, number]),
  ]);
}

async function chart(stage, box, part, theme) {
  const holder = element("div");
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", part.alt);
  box.append(holder);
  try {
    return await draw(stage.assets, holder, part.figures[theme] ?? Object.values(part.figures)[0], stage.settings.hover);
  } catch (fault) {
    console.error(fault);
    box.removeAttribute("role");
    box.append(element("p", { class: "fault" }, [stage.words.failed]), element("p", {}, [part.alt]));
    return null;
  }
}

// A chart at the size it was laid out for, as SVG. The holder has to be in the page and not `display: none`.
export async function draw(assets, holder, figure, hover = false) {
  const Plotly = assets.Plotly ?? (assets.Plotly = await assets.plotly());
  if (!holder.isConnected) return null; // the presenter has gone on
  const { data, layout } = JSON.parse(figure);
  const config = { staticPlot: !hover, displayModeBar: false, displaylogo: false, showSendToCloud: false, scrollZoom: false, doubleClick: false, ...assets.config };
  await Plotly.newPlot(holder, data, { ...layout, autosize: false }, config);
  return () => Plotly.purge(holder);
}

// Draws a slide unless it is drawn; promises to be ready. `into` is the scene, or a printed page.
function raise(stage, index, into = stage.scene, theme = stage.theme) {
  if (index < 0 || index > stage.last) return null;
  const kept = into === stage.scene ? stage.alive.get(index) : null;
  if (kept) return kept;
  const { made, parts } = make(stage, index, theme);
  into.append(made);
  const drawn = { made, ready: Promise.all(parts.map(({ draw }) => draw?.())) };
  if (into === stage.scene) stage.alive.set(index, drawn);
  return drawn;
}

function forget(stage, index) {
  const { made, ready } = stage.alive.get(index);
  stage.alive.delete(index);
  made.remove();
  ready.then((purges) => purges.forEach((purge) => purge?.()));
}

// ---- moving --------------------------------------------------------------------------------------------------

function open(stage, index) {
  stage.back = document.activeElement;
  stage.shown = true;
  stage.root.hidden = false;
  stage.started ??= Date.now();
  stage.inert = around(stage.root).filter((other) => !other.inert);
  for (const other of stage.inert) other.inert = true;
  document.documentElement.classList.add("stage-is-open");
  stage.fit();
  show(stage, index);
  stage.root.focus({ preventScroll: true });
  wake(stage);
  appear(stage);
}

// Everything on the page beside an element.
function around(inner) {
  const outer = inner.parentElement;
  if (!outer || inner === document.body) return [];
  return [...[...outer.children].filter((other) => other !== inner), ...around(outer)];
}

function leave(stage) {
  if (!stage.shown) return;
  stage.shown = false;
  hush(stage);
  close(stage);
  uncover(stage);
  if (document.fullscreenElement === stage.screen) shrink(stage);
  stage.window?.close();
  stage.lock?.release();
  stage.lock = stage.window = null;
  stage.root.hidden = true;
  for (const other of stage.inert) other.inert = false;
  document.documentElement.classList.remove("stage-is-open");
  for (const index of [...stage.alive.keys()]) forget(stage, index);
  stage.back?.focus?.({ preventScroll: true });
  stage.settings.left?.(stage.index);
}

// On a dark screen the first press only brings the slide back.
function step(stage, by) {
  if (stage.cover.hidden) go(stage, stage.index + by);
  else uncover(stage);
}

function go(stage, index) {
  uncover(stage);
  close(stage);
  const to = Math.max(0, Math.min(index, stage.last));
  if (to !== stage.index) show(stage, to);
}

// Shows a slide at once; its neighbours are drawn when the browser has time, those farther away let go.
function show(stage, index) {
  const former = stage.alive.get(stage.index);
  stage.index = index;
  const shown = raise(stage, index);
  former?.made.classList.remove("now");
  shown.made.classList.add("now");
  for (const [other, { made }] of stage.alive) made.inert = other !== index;
  stage.progress.style.width = `${((index + 1) / stage.slides.length) * 100}%`;
  stage.count.textContent = `${index + 1} / ${stage.slides.length}`;
  stage.live.textContent = position(stage, index);
  release(stage, index, MOST_AWAY);
  clearTimeout(stage.soon);
  shown.ready.then(() => { if (stage.index === index && stage.shown) stage.soon = setTimeout(() => surround(stage, index), 30); });
  tick(stage);
  tell(stage);
}

// Lets go of slides farther away than so many.
function release(stage, index, away) {
  for (const other of [...stage.alive.keys()]) if (Math.abs(other - index) > away) forget(stage, other);
}

async function surround(stage, index) {
  release(stage, index, AHEAD);
  for (let by = 1; by <= AHEAD; by += 1) {
    for (const near of [index + by, index - by]) {
      if (stage.index !== index || !stage.shown) return;
      const drawn = raise(stage, near);
      if (drawn) drawn.made.inert = true;
      await drawn?.ready;
    }
  }
  tell(stage);
}

function position(stage, index) {
  return fill(stage.words.position, { n: index + 1, of: stage.slides.length, title: stage.slides[index].title });
}

// ---- keys, remote, pointer, touch ----------------------------------------------------------------------------

function listen(stage) {
  const { root } = stage;
  stage.fit = () => {
    const { width, height } = root.getBoundingClientRect();
    const scale = Math.min(width / SCENE.width, height / SCENE.height);
    const [x, y] = [(width - SCENE.width * scale) / 2, (height - SCENE.height * scale) / 2];
    stage.scene.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  };
  new ResizeObserver(() => stage.shown && stage.fit()).observe(root);
  stage.key = (event) => stage.shown && key(stage, event);
  document.addEventListener("keydown", stage.key, true);
  root.addEventListener("pointermove", () => appear(stage));
  root.addEventListener("focusin", (event) => event.target.closest(".stage-bar") && appear(stage));
  root.addEventListener("pointerdown", (event) => pressed(stage, event));
  root.addEventListener("touchstart", ({ touches }) => (stage.touch = touches.length === 1 ? touches[0] : null), { passive: true });
  root.addEventListener("touchend", (event) => swiped(stage, event));
}

// A mouse click goes on, as everywhere; a finger's tap only shows the buttons, since fingers swipe. Charts that answer
// to the pointer keep clicks for themselves, so a click is told here by its two ends.
function pressed(stage, { target, button, pointerType, clientX, clientY }) {
  if (button !== 0 || target.closest(".stage-panel, .stage-bar")) return;
  const released = (up) => {
    const still = Math.hypot(up.clientX - clientX, up.clientY - clientY) < STILL;
    if (!stage.shown || !still) return;
    hush(stage);
    if (!stage.panel.hidden) close(stage);
    else if (pointerType === "touch") appear(stage);
    else step(stage, 1);
  };
  window.addEventListener("pointerup", released, { once: true, capture: true });
}

function swiped(stage, event) {
  if (!stage.touch || !stage.panel.hidden) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [x, y] = [clientX - stage.touch.clientX, clientY - stage.touch.clientY];
  if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
  hush(stage);
  step(stage, x < 0 ? 1 : -1);
}

// A Korean keyboard sends ㅠ for B: letters are known by their key where they are none of the alphabet.
function letter({ key: named, code: where }) {
  if (/^[a-z]$/i.test(named)) return named.toUpperCase();
  return /^Key[A-Z]$/.test(where) ? where[3] : named === "Process" && where === "Period" ? "." : named;
}

const ACTS = {
  ArrowRight: (s) => step(s, 1), ArrowDown: (s) => step(s, 1), PageDown: (s) => step(s, 1), " ": (s) => step(s, 1),
  ArrowLeft: (s) => step(s, -1), ArrowUp: (s) => step(s, -1), PageUp: (s) => step(s, -1), Backspace: (s) => step(s, -1),
  Home: (s) => go(s, 0), End: (s) => go(s, s.last), Enter: (s) => (s.digits ? jump(s) : step(s, 1)),
  F: (s) => fullscreen(s), F5: (s) => fullscreen(s, true), B: (s) => cover(s, "black"), ".": (s) => cover(s, "black"), W: (s) => cover(s, "white"),
  O: (s) => overview(s), S: (s) => speak(s), A: (s) => auto(s), Q: (s) => code(s), T: (s) => switchTheme(s), P: (s) => print(s),
  "?": (s) => keys(s), H: (s) => keys(s), F1: (s) => keys(s), Escape: (s) => escape(s),
};

function key(stage, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation();
  const named = letter(event);
  const button = event.target.closest?.("button, a[href]");
  if (button && (event.key === " " || event.key === "Enter") && button.matches(":focus-visible")) return;
  if (named !== "A") hush(stage);
  if (/^\d$/.test(named)) type(stage, named);
  else if (!ACTS[named]) return;
  else if (!event.repeat || !/^[A-Z?.]$|^F\d/.test(named)) ACTS[named](stage);
  event.preventDefault();
}

function type(stage, digit) {
  stage.digits = (stage.digits + digit).slice(-3);
  stage.typed.textContent = stage.digits;
  stage.typed.hidden = false;
  clearTimeout(stage.typing);
  stage.typing = setTimeout(() => untype(stage), DIGITS_STAY);
}

function untype(stage) {
  stage.digits = "";
  stage.typed.hidden = true;
}

function jump(stage) {
  const to = Number(stage.digits) - 1;
  untype(stage);
  go(stage, to);
}

function escape(stage) {
  if (stage.digits) untype(stage);
  else if (!stage.panel.hidden) close(stage);
  else if (!stage.cover.hidden) uncover(stage);
  else if (document.fullscreenElement === stage.screen && !stage.shrinking) shrink(stage);
  else leave(stage);
}

// Leaving the full screen takes the browser a moment; who presses Esc again by then wants to leave altogether.
async function shrink(stage) {
  stage.shrinking = true;
  await document.exitFullscreen().catch(() => {});
  stage.shrinking = false;
}

function appear(stage) {
  stage.root.classList.add("awake");
  clearTimeout(stage.rest);
  stage.rest = setTimeout(() => {
    if (!stage.bar.contains(document.activeElement)) stage.root.classList.remove("awake");
  }, BAR_STAYS);
}

async function fullscreen(stage, stay = false) {
  try {
    if (document.fullscreenElement !== stage.screen) await stage.screen.requestFullscreen();
    else if (!stay) await shrink(stage);
  } catch {
    say(stage, stage.words.no_fullscreen);
  }
}

async function wake(stage) {
  try {
    stage.lock = await navigator.wakeLock?.request("screen");
  } catch {
    stage.lock = null; // the screen may go dark by itself: nothing the presenter could do here
  }
}

function cover(stage, colour) {
  const same = !stage.cover.hidden && stage.cover.dataset.colour === colour;
  stage.cover.dataset.colour = colour;
  stage.cover.hidden = same;
  if (!same) stage.live.textContent = stage.words[`${colour}_on`];
}

function uncover(stage) {
  stage.cover.hidden = true;
}

function switchTheme(stage) {
  const { themes } = stage.deck;
  if (themes.length > 1) dress(stage, themes[(themes.indexOf(stage.theme) + 1) % themes.length]);
}

// ---- automatic advance ---------------------------------------------------------------------------------------

function auto(stage) {
  if (stage.running) return hush(stage);
  stage.running = stage.settings.auto || 20;
  stage.root.classList.add("running");
  say(stage, fill(stage.words.auto_on, { n: stage.running }));
  return tick(stage);
}

function tick(stage) {
  clearTimeout(stage.timer);
  if (!stage.running) return;
  if (stage.index === stage.last) return hush(stage);
  stage.timer = setTimeout(() => step(stage, 1), stage.running * 1000);
}

function hush(stage) {
  if (!stage.running) return;
  clearTimeout(stage.timer);
  stage.running = 0;
  stage.root.classList.remove("running");
  say(stage, stage.words.auto_off);
}

// ---- panels --------------------------------------------------------------------------------------------------

function panel(stage, name, title, children) {
  if (!stage.panel.hidden && stage.panel.dataset.name === name) return close(stage);
  stage.panel.dataset.name = name;
  stage.panel.setAttribute("aria-label", title);
  const shut = element("button", { type: "button", class: "shut" }, [stage.words.close]);
  shut.addEventListener("click", () => close(stage));
  stage.panel.replaceChildren(element("h2", {}, [title]), ...children, shut);
  stage.panel.hidden = false;
  stage.panel.focus({ preventScroll: true });
}

function close(stage) {
  if (stage.panel.hidden) return;
  stage.panel.hidden = true;
  stage.panel.replaceChildren();
  stage.notes = null;
  if (stage.shown) stage.root.focus({ preventScroll: true });
}

function say(stage, text) {
  stage.live.textContent = text;
  const told = element("p", { class: "stage-told" }, [text]);
  stage.root.querySelector(".stage-told")?.remove();
  stage.root.append(told);
  setTimeout(() => told.remove(), 4000);
}

function keys(stage) {
  const { words, deck } = stage;
  const known = KEYS.filter(([, name]) => name !== "theme" || deck.themes.length > 1);
  const rows = known.flatMap(([names, does]) => [
    element("dt", {}, names.split(" ").map((each) => element(each === "…" ? "span" : "kbd", {}, [each]))),
    element("dd", {}, [words[`key_${does}`]]),
  ]);
  const why = deck.unlinked ? [element("p", {}, [deck.unlinked])] : [];
  panel(stage, "keys", words.keys, [element("dl", {}, rows), ...why]);
}

function overview(stage) {
  const items = stage.slides.map((slide, index) => {
    const pick = element("button", { type: "button", class: slide.role, "aria-current": index === stage.index ? "true" : "" },
      [element("span", { class: "number" }, [`${index + 1}`]), element("span", {}, [slide.title])]);
    pick.addEventListener("click", () => go(stage, index));
    return element("li", {}, [pick]);
  });
  panel(stage, "overview", stage.words.overview, [element("ol", {}, items)]);
  stage.panel.querySelector("[aria-current=true]")?.focus();
}

function code(stage) {
  const { words, deck } = stage;
  const found = stage.slides[stage.index].qr;
  if (!found) return panel(stage, "qr", words.qr, [element("p", {}, [deck.unlinked || words.qr_none])]);
  return panel(stage, "qr", words.qr, [qr(found, "large"), element("p", {}, [words.qr_hint]), element("p", { class: "address" }, [found.address])]);
}

export function qr({ path, size, address }, kind) {
  const drawn = shape("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": `QR ${address}`, "shape-rendering": "crispEdges" });
  drawn.append(shape("rect", { width: size, height: size, fill: "#fff" }), shape("path", { d: path, fill: "#000" }));
  return element("div", { class: `stage-qr ${kind}` }, [drawn]);
}

function label(made, text) {
  made.append(element("p", {}, [text]));
  return made;
}

// ---- the speaker's view --------------------------------------------------------------------------------------

function speak(stage) {
  if (stage.window && !stage.window.closed) return stage.window.focus();
  stage.window = window.open("", "stage-speaker", "popup,width=1200,height=760");
  if (!stage.window) return aside(stage);
  const page = stage.window.document;
  page.title = `${stage.words.speaker} · ${stage.deck.title}`;
  page.documentElement.lang = stage.deck.lang;
  page.head.replaceChildren(element("style", {}, [stage.assets.css, stage.assets.faces ?? ""]));
  page.body.className = "stage-speaker";
  paint(page.body, stage.deck.colours[stage.theme], stage.theme);
  stage.desk = desk(stage);
  page.body.replaceChildren(stage.desk.whole);
  page.addEventListener("keydown", stage.key, true);
  stage.window.addEventListener("resize", () => fit(stage.desk));
  return tell(stage);
}

function desk(stage) {
  const { words } = stage;
  const made = Object.fromEntries(["clock", "elapsed", "count"].map((name) => [name, element("output", { class: name })]));
  for (const name of ["now", "following", "note"]) made[name] = element("div", { class: name });
  const reset = element("button", { type: "button" }, [words.reset]);
  reset.addEventListener("click", () => { stage.started = Date.now(); time(stage, made); });
  const press = (name, by, text) => {
    const button = element("button", { type: "button", class: name }, [text]);
    button.addEventListener("click", () => step(stage, by));
    return button;
  };
  const times = element("header", {}, [named(words.clock, made.clock), named(words.elapsed, made.elapsed), reset, made.count,
    press("back", -1, `‹ ${words.back}`), press("next", 1, `${words.next} ›`)]);
  const left = element("section", {}, [element("h2", {}, [words.now]), made.now, element("h2", {}, [words.following]), made.following]);
  made.whole = element("main", {}, [times, left, element("section", { class: "notes" }, [element("h2", {}, [words.note]), made.note])]);
  return made;
}

function named(name, output) {
  return element("p", {}, [element("span", {}, [name]), output]);
}

// Brings the speaker's view up to date, wherever it stands.
function tell(stage) {
  if (stage.notes) stage.notes.replaceChildren(...remarks(stage));
  if (!stage.window || stage.window.closed || !stage.desk) return;
  const { now, following, note, count } = stage.desk;
  now.replaceChildren(thumbnail(stage, stage.index));
  following.replaceChildren(stage.index < stage.last ? thumbnail(stage, stage.index + 1) : element("p", {}, [stage.words.end]));
  note.replaceChildren(...remarks(stage));
  count.textContent = `${stage.index + 1} / ${stage.slides.length}`;
  fit(stage.desk);
  time(stage, stage.desk);
  clearInterval(stage.clock);
  stage.clock = setInterval(() => (stage.window?.closed !== false ? clearInterval(stage.clock) : time(stage, stage.desk)), 1000);
}

// A copy of a drawn slide; of one that is not drawn yet, its title.
function thumbnail(stage, index) {
  const drawn = stage.alive.get(index)?.made;
  if (!drawn) return element("p", { class: "untold" }, [stage.slides[index].title]);
  const copy = drawn.cloneNode(true);
  copy.classList.add("now");
  copy.inert = true;
  return element("div", { class: "thumbnail" }, [copy]);
}

// Thumbnails as wide as their column: the window may have been pulled to another size.
function fit({ now, following }) {
  for (const box of [now, following]) {
    const slide = box.querySelector(".stage-slide");
    if (slide) slide.style.transform = `scale(${slide.parentElement.clientWidth / SCENE.width})`;
  }
}

function remarks(stage) {
  const { note, spoken, title } = stage.slides[stage.index];
  const own = note.map((line) => element("p", { class: "own" }, [line]));
  const rest = spoken.map((line) => element("p", {}, [line]));
  const told = [...own, ...rest];
  return told.length ? told : [element("p", { class: "own" }, [title])];
}

function time(stage, { clock, elapsed }) {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const gone = Math.max(0, Math.floor((now - stage.started) / 1000));
  clock.textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  elapsed.textContent = `${gone >= 3600 ? `${Math.floor(gone / 3600)}:` : ""}${two(Math.floor(gone / 60) % 60)}:${two(gone % 60)}`;
}

// Where the browser opens no second window, the notes stand beside the slide.
function aside(stage) {
  const notes = element("div", { class: "note" });
  panel(stage, "notes", stage.words.speaker, [element("p", { class: "hint" }, [stage.words.blocked]), notes]);
  if (stage.panel.hidden) return;
  stage.notes = notes;
  tell(stage);
}

// ---- print ---------------------------------------------------------------------------------------------------

// All slides, one a page, in the light where the deck has it; promises that they are drawn.
function prepare(stage) {
  if (stage.printed) return stage.printed.ready;
  const theme = stage.deck.themes.includes("light") ? "light" : stage.theme;
  const pages = element("div", { class: "stage-print", lang: stage.deck.lang });
  paint(pages, stage.deck.colours[theme], theme);
  const style = element("style", {}, [`@page{size:${PAGE.width}px ${PAGE.height}px;margin:0}`]);
  document.head.append(style);
  document.body.append(pages);
  document.documentElement.classList.add("stage-prints");
  const drawn = stage.slides.map((_, index) => {
    const page = element("div", { class: "stage-page" });
    pages.append(page);
    const { made, ready } = raise(stage, index, page, theme);
    made.classList.add("now");
    return ready.then((purges) => {
      rim(made);
      return purges;
    });
  });
  stage.printed = { pages, style, drawn, ready: Promise.all(drawn) };
  return stage.printed.ready;
}

// Printers leave out the glow that keeps letters legible on a map: there they get a rim of the same colour.
function rim(made) {
  for (const text of made.querySelectorAll("svg text")) {
    const [colour] = getComputedStyle(text).textShadow.match(/rgba?\([^)]*\)/) ?? [];
    if (colour) Object.assign(text.style, { textShadow: "none", stroke: colour, strokeWidth: "3px", strokeLinejoin: "round", paintOrder: "stroke" });
  }
}

function drop(stage) {
  if (!stage.printed) return;
  const { pages, style, ready } = stage.printed;
  stage.printed = null;
  document.documentElement.classList.remove("stage-prints");
  pages.remove();
  style.remove();
  ready.then((all) => all.flat().forEach((purge) => purge?.()));
}

async function print(stage) {
  say(stage, stage.words.printing);
  await prepare(stage);
  stage.root.querySelector(".stage-told")?.remove();
  window.print();
  drop(stage);
}

// ---- small tools ---------------------------------------------------------------------------------------------

export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  set(made, attributes);
  return made;
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) target.setAttribute(name, "");
    else if (value !== false && (value !== "" || name === "alt")) target.setAttribute(name, value);
  }
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
