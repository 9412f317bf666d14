// The picture's part of the 내보내기 menu: what the picture is to be, buttons, and a status line. Words and data come
// from downloads/__init__.py. A choice that changes the drawing goes to the server, which lays the chart out anew; the
// files are made here, in the visitor's browser, by picture.js.

const menus = new WeakMap();
const PATIENCE = 20000; // ms for the server to lay a chart out
let left = -Infinity; // when somebody last left a field of the page

document.addEventListener("focusout", ({ target }) => {
  if (target.matches?.("input, textarea")) left = performance.now();
}, true);

export default function ({ data, parentElement, setStateValue }) {
  const menu = menus.get(parentElement);
  // Streamlit calls again on every run: keep the visitor's choices and focus unless the words themselves changed.
  if (menu && menu.face === face(data)) {
    menu.tell = setStateValue;
    receive(menu, data);
    return;
  }
  menus.set(parentElement, build(data, parentElement, menu, setStateValue));
}

function face({ words, presets, units }) {
  return JSON.stringify([words, presets, units]);
}

// ---- the menu ------------------------------------------------------------------------------------------------

function build(data, root, former, tell) {
  const { words, presets, units, scales } = data;
  const menu = { data, tell, face: face(data), scale: former?.scale ?? scales[0], turn: data.turn, waiting: [], busy: false, fields: {} };
  menu.size = element("p", { class: "size" });
  menu.note = element("p", { class: "note" });
  menu.status = element("p", { class: "status", role: "status", "aria-live": "polite" });
  menu.own = own(menu, words, units);
  menu.element = element("section", { class: "menu", "aria-label": words.pictures }, [
    element("header", {}, [element("h4", {}, [words.pictures]), menu.size]),
    select(menu, "preset", words.preset, [...presets, { id: "free", label: words.free }]),
    menu.own,
    element("details", {}, [
      element("summary", {}, [words.settings]),
      radios(menu, "ground", words.ground, ["light", "dark", "clear"].map((id) => [id, words[id]]), (id) => choose(menu, { ground: id })),
      checks(menu, words.contents, ["titled", "sourced"].map((id) => [id, words[id]])),
      radios(menu, "scale", words.scale, scales.map((scale) => [scale, `${scale}×`]), (scale) => rescale(menu, scale)),
    ]),
    menu.note,
    element("div", { class: "buttons" }, [
      button(menu, words.png, "PNG", savePng, "main"),
      button(menu, words.svg, "SVG", saveSvg),
      copyButton(menu, words),
    ]),
    ...(mayCopy() ? [] : [element("p", {}, [words.insecure])]),
    menu.status,
  ]);
  former?.element.remove();
  root.append(menu.element);
  show(menu);
  return menu;
}

function own(menu, words, units) {
  const fields = [number(menu, "width", words.width), number(menu, "height", words.height), select(menu, "unit", words.unit, units), number(menu, "dpi", words.dpi)];
  menu.bounds = element("p");
  return element("div", { class: "own" }, [...fields, menu.bounds]);
}

function select(menu, name, label, options) {
  const field = element("select", { name }, options.map(({ id, label: text }) => element("option", { value: id }, [text])));
  menu.fields[name] = field;
  field.addEventListener("change", () => choose(menu, name === "unit" ? inUnit(menu, field.value) : { [name]: field.value }));
  return element("label", { class: `field ${name}` }, [element("span", {}, [label]), field]);
}

function number(menu, name, label) {
  const field = element("input", { type: "number", name, inputmode: "decimal", step: "any" });
  menu.fields[name] = field;
  field.addEventListener("input", () => { field.dataset.typing = "yes"; });
  field.addEventListener("change", () => {
    delete field.dataset.typing;
    choose(menu, { [name]: field.valueAsNumber });
  });
  return element("label", { class: `field ${name}` }, [element("span", {}, [label]), field]);
}

function radios(menu, name, legend, options, choose_) {
  menu.fields[name] = options.map(([id, label]) => {
    const input = element("input", { type: "radio", name, value: id });
    input.addEventListener("change", () => choose_(id));
    return [id, input, element("label", { class: "option" }, [input, element("span", {}, [label])])];
  });
  const labels = menu.fields[name].map(([, , label]) => label);
  return element("fieldset", { class: name }, [element("legend", {}, [legend]), element("div", { class: "options" }, labels)]);
}

function checks(menu, legend, options) {
  const labels = options.map(([id, label]) => {
    const input = element("input", { type: "checkbox", name: id });
    menu.fields[id] = input;
    input.addEventListener("change", () => choose(menu, { [id]: input.checked }));
    return element("label", { class: "check" }, [input, element("span", {}, [label])]);
  });
  return element("fieldset", { class: "contents" }, [element("legend", {}, [legend]), element("div", { class: "options" }, labels)]);
}

function button(menu, label, format, save, kind = "") {
  const made = element("button", { type: "button", class: kind, "data-format": format.toLowerCase() }, [label]);
  made.addEventListener("click", () => run(menu, format, save));
  return made;
}

function copyButton(menu, words) {
  if (mayCopy()) return button(menu, words.copy, "PNG", copyPng);
  const made = button(menu, words.copy_instead, "PNG", savePng);
  set(made, { title: words.insecure });
  return made;
}

// ---- choices -------------------------------------------------------------------------------------------------

// The server hears of a choice with the number of its turn, and answers with the picture of that turn.
function choose(menu, change) {
  if (Object.entries(change).every(([name, value]) => menu.data.choice[name] === value)) return show(menu);
  menu.turn += 1;
  menu.data = { ...menu.data, choice: { ...menu.data.choice, ...change } };
  menu.tell("choice", { ...menu.data.choice, turn: menu.turn });
  return show(menu);
}

function rescale(menu, scale) {
  menu.scale = scale;
  show(menu);
}

// A size keeps its meaning when the unit changes between lengths; between lengths and pixels it starts anew.
function inUnit(menu, unit) {
  const { units, choice } = menu.data;
  const of = (id) => units.find((each) => each.id === id);
  const [from, to] = [of(choice.unit), of(unit)];
  if (!from.mm || !to.mm) return { unit, width: to.usual[0], height: to.usual[1] };
  const turned = (side) => Math.round((side * from.mm * 100) / to.mm) / 100;
  return { unit, width: turned(choice.width), height: turned(choice.height) };
}

// What has arrived from the server: an answer to an earlier turn is not shown over a later choice.
function receive(menu, data) {
  const late = data.turn < menu.turn;
  menu.data = late ? { ...data, choice: menu.data.choice } : data;
  show(menu);
  if (late) return;
  for (const ready of menu.waiting.splice(0)) ready();
}

async function arrived(menu) {
  await heard();
  return answered(menu);
}

// A field of the page that was left a moment ago (an organisation's name, say) may have changed the picture: Streamlit
// hears of it by the same press, and takes a moment to say that it is at work.
async function heard() {
  if (performance.now() - left > 1000) return;
  await pause(250);
  const app = document.querySelector("[data-testid=stApp]");
  const until = performance.now() + PATIENCE;
  while (app?.dataset.testScriptState === "running" && performance.now() < until) await pause(50);
}

function pause(ms) {
  return new Promise((done) => { setTimeout(done, ms); });
}

function answered(menu) {
  if (menu.data.turn >= menu.turn) return Promise.resolve();
  return new Promise((ready, failed) => {
    menu.waiting.push(ready);
    setTimeout(() => failed(new Error("the server did not answer")), PATIENCE);
  });
}

function show(menu) {
  const { words, choice, units, picture, source } = menu.data;
  const unit = units.find(({ id }) => id === choice.unit);
  for (const name of ["preset", "width", "height", "unit", "dpi"]) put(menu.fields[name], choice[name]);
  for (const name of ["width", "height"]) set(menu.fields[name], { min: unit.least, max: unit.most });
  for (const name of ["titled", "sourced"]) menu.fields[name].checked = choice[name];
  for (const [id, input] of menu.fields.ground) input.checked = id === choice.ground;
  if (tooMany(menu, menu.scale)) menu.scale = menu.data.scales[0];
  for (const [scale, input] of menu.fields.scale) Object.assign(input, { checked: scale === menu.scale, disabled: tooMany(menu, scale) });
  menu.own.hidden = choice.preset !== "free";
  menu.own.dataset.unit = choice.unit;
  menu.bounds.textContent = fill(words.bounds, { ...unit, unit: unit.label });
  menu.size.textContent = fill(picture.printed ? words.physical : words.size, { ...pixels(menu), wide: picture.printed?.[0], high: picture.printed?.[1] });
  menu.note.hidden = choice.sourced;
  menu.note.textContent = `${words.unsourced} ${source}`;
}

// What somebody is typing is left alone.
function put(field, value) {
  if (!field.dataset.typing && field.value !== String(value)) field.value = value;
}

function tooMany(menu, scale) {
  const [wide, high] = menu.data.picture.pixels;
  return scale > 1 && wide * high * scale * scale > menu.data.most;
}

// Says what is happening, and what to do when it did not work. A second press while working is not a second file.
async function run(menu, format, save) {
  if (menu.busy) return;
  menu.busy = true;
  const { words } = menu.data;
  say(menu, fill(words.working, { format }));
  try {
    say(menu, await save(menu), "done");
  } catch (fault) {
    console.error(fault);
    say(menu, fill(fault.tooLarge ? words.too_large : words.failed, { format, ...pixels(menu) }), "failed");
  } finally {
    menu.busy = false;
  }
}

function say(menu, text, state = "working") {
  menu.status.dataset.state = state;
  menu.status.textContent = text;
}

// ---- the files -----------------------------------------------------------------------------------------------

async function savePng(menu) {
  const png = await makePng(menu);
  hand(png, `${stem(menu)}.png`);
  return fill(menu.data.words.done, { format: "PNG", ...pixels(menu) });
}

async function saveSvg(menu) {
  await arrived(menu);
  const { picture, assets } = menu.data;
  hand(new Blob([await draw(picture, assets)], { type: "image/svg+xml" }), `${stem(menu, 1)}.svg`);
  return fill(menu.data.words.done, { format: "SVG", ...pixels(menu, 1) });
}

// The clipboard is asked at once, while the press still counts as the visitor's own; the picture follows.
async function copyPng(menu) {
  const png = makePng(menu);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return fill(menu.data.words.copied, pixels(menu));
  } catch (fault) {
    hand(await png, `${stem(menu)}.png`);
    console.warn(fault);
    return menu.data.words.refused;
  }
}

function mayCopy() {
  return window.isSecureContext && Boolean(navigator.clipboard?.write) && "ClipboardItem" in window;
}

async function makePng(menu) {
  await arrived(menu);
  const { picture, assets } = menu.data;
  const { width, height } = pixels(menu);
  return described(await raster(await draw(picture, assets), width, height), picture, menu.scale);
}

function pixels(menu, scale = menu.scale) {
  const [width, height] = menu.data.picture.pixels;
  return { width: width * scale, height: height * scale };
}

// A file of the usual size needs no size in its name.
function stem(menu, scale = menu.scale) {
  const { name, choice, presets } = menu.data;
  const { width, height } = pixels(menu, scale);
  return choice.preset === presets[0].id && scale === 1 ? name : `${name}_${width}x${height}`;
}

// The link stays out of the page: a click anywhere outside the menu would close it.
function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
