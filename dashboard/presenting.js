// The button 발표 시작 of a page, and the stage it opens over the whole window.
// The slides are asked for when the presenter presses; Plotly and fonts come once, from our own server.

import { element, fill, mount, paint } from "./stage.js";

const HOST = "stage-host";
const fetched = new Map();
const places = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const place = places.get(parentElement) ?? build(data, parentElement);
  places.set(parentElement, place);
  Object.assign(place, { data, ask: (theme) => setTriggerValue("asked", theme) });
  if (data.deck && place.host) begin(place, data);
  else if (data.fault && place.host) fault(place, data.fault);
  return () => finish(place);
}

function build(data, root) {
  const { words } = data;
  const place = { host: null, theme: data.themes[0], seconds: 0 };
  place.button = element("button", { type: "button", class: "start" }, [words.start]);
  place.button.addEventListener("click", () => start(place));
  for (const early of ["pointerenter", "focus"]) place.button.addEventListener(early, () => plotly(place.data.assets).catch(() => {}), { once: true });
  const themes = data.themes.map((name) => [name, words[`theme_${name}`]]);
  const seconds = [0, ...data.intervals].map((n) => [n, n ? fill(words.seconds, { n }) : words.auto_none]);
  root.append(element("div", { class: "present" }, [
    place.button,
    choice(words.theme, themes, (name) => (place.theme = name)),
    choice(words.auto, seconds, (n) => (place.seconds = Number(n))),
  ]));
  return place;
}

function choice(label, options, act) {
  const made = element("select", {}, options.map(([value, name]) => element("option", { value: String(value) }, [name])));
  made.addEventListener("change", () => act(made.value));
  return element("label", {}, [element("span", {}, [label]), made]);
}

// The whole screen can only be had while the button is being pressed: the slides come a moment later.
function start(place) {
  if (place.host) return;
  const { words, colours } = place.data;
  style(place.data.css);
  place.host = element("div", { class: HOST, role: "status" }, [element("p", {}, [words.loading])]);
  paint(place.host, colours[place.theme], place.theme);
  document.body.append(place.host);
  place.host.requestFullscreen?.().catch(() => {});
  place.stop = (event) => event.key === "Escape" && !place.stage && finish(place);
  document.addEventListener("keydown", place.stop, true);
  plotly(place.data.assets).catch(() => {}); // a fault is told where a chart is to be drawn
  place.ask(place.theme);
}

function begin(place, { deck, words, assets, css }) {
  if (place.stage) return;
  const settings = { theme: place.theme, auto: place.seconds, hover: false, screen: place.host, left: () => finish(place) };
  const own = { plotly: () => plotly(assets), config: { topojsonURL: assets.topology }, css, faces: faces(assets) };
  place.host.replaceChildren();
  place.host.removeAttribute("role");
  place.stage = mount(place.host, { ...deck, words, settings, assets: own });
  place.stage.open(0);
}

function fault(place, text) {
  place.host.replaceChildren(element("p", { role: "alert" }, [text]));
}

function finish(place) {
  if (!place.host) return;
  const { host, stage } = place;
  place.host = place.stage = null;
  document.removeEventListener("keydown", place.stop, true);
  stage?.destroy();
  if (document.fullscreenElement === host) document.exitFullscreen().catch(() => {});
  host.remove();
  place.button.focus({ preventScroll: true });
}

// ---- fetched once --------------------------------------------------------------------------------------------

function style(css) {
  if (document.getElementById(HOST)) return;
  document.head.append(element("style", { id: HOST }, [css]));
}

// Letters are measured in our own type: it has to be there before Plotly draws.
function plotly(assets) {
  const make = async () => {
    const loaded = script(assets.plotly);
    await Promise.all(assets.fonts.map(({ weight, url }) => load(assets.family, weight, url)));
    return loaded;
  };
  if (!fetched.has(assets.plotly)) {
    const made = make();
    made.catch(() => fetched.delete(assets.plotly));
    fetched.set(assets.plotly, made);
  }
  return fetched.get(assets.plotly);
}

function script(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  return new Promise((done, failed) => {
    const made = element("script", { src: address });
    made.onload = () => (window.Plotly ? done(window.Plotly) : failed(new Error(`${address} is not plotly.js`)));
    made.onerror = () => failed(new Error(`${address} did not load`));
    document.head.append(made);
  });
}

async function load(family, weight, url) {
  const known = await document.fonts.load(`${weight} 16px "${family}"`, "가A1");
  if (!known.length) document.fonts.add(await new FontFace(family, `url(${url})`, { weight }).load());
}

// The speaker's window has a style sheet of its own, and an address that says nothing of ours.
function faces({ family, fonts }) {
  const whole = (url) => new URL(url, window.location.href).href;
  return fonts.map(({ weight, url }) => `@font-face{font-family:"${family}";font-weight:${weight};src:url("${whole(url)}")}`).join("\n");
}
