// The inside of the 내보내기 menu: choices, three buttons and a status line. Words and data come from downloads.py.
// Files are made here, in the visitor's browser: Plotly draws the chart as SVG, the fonts go inside, and a canvas
// turns it into PNG. Plotly and the fonts are fetched once, from our own server, when first needed.

const SVG = "http://www.w3.org/2000/svg";
const fetched = new Map();
const menus = new WeakMap();

export default function ({ data, parentElement }) {
  const menu = menus.get(parentElement);
  // Streamlit calls again on every run: keep the visitor's choices and focus unless the menu itself changed.
  if (menu && menu.face === face(data)) {
    menu.data = data;
    return;
  }
  menus.set(parentElement, build(data, parentElement, menu));
}

function face({ words, pictures, scales }) {
  return JSON.stringify([words, scales, pictures.map(({ id, label, width, height, ratio }) => [id, label, width, height, ratio])]);
}

// ---- the menu ------------------------------------------------------------------------------------------------

function build(data, root, former) {
  const { words, pictures, scales } = data;
  const menu = { data, face: face(data), preset: 0, scale: former?.scale ?? scales[0], busy: false };
  menu.size = element("p", { class: "size" });
  menu.status = element("p", { class: "status", role: "status", "aria-live": "polite" });
  menu.element = element("div", { class: "menu" }, [
    choice(words.preset, "preset", pictures.map((p) => p.label), 0, (index) => choose(menu, { preset: index })),
    choice(words.scale, "scale", scales.map((s) => `${s}×`), scales.indexOf(menu.scale), (index) => choose(menu, { scale: scales[index] })),
    menu.size,
    element("div", { class: "buttons" }, [
      button(menu, words.png, "PNG", savePng, "main"),
      button(menu, words.svg, "SVG", saveSvg),
      button(menu, words.csv, "CSV", saveCsv),
    ]),
    menu.status,
  ]);
  former?.element.remove();
  root.append(menu.element);
  choose(menu, {});
  return menu;
}

function choice(legend, name, labels, chosen, choose) {
  const options = labels.map((label, index) => {
    const input = element("input", { type: "radio", name, value: index });
    input.checked = index === chosen;
    input.addEventListener("change", () => choose(index));
    return element("label", {}, [input, element("span", {}, [label])]);
  });
  return element("fieldset", { class: name }, [element("legend", {}, [legend]), element("div", { class: "options" }, options)]);
}

function button(menu, label, format, save, kind = "") {
  const made = element("button", { type: "button", class: kind, "data-format": format.toLowerCase() }, [label]);
  made.addEventListener("click", () => run(menu, format, save));
  return made;
}

function choose(menu, change) {
  Object.assign(menu, change);
  menu.size.textContent = fill(menu.data.words.size, pixels(menu));
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

// ---- the three files -----------------------------------------------------------------------------------------

async function savePng(menu) {
  const { width, height } = pixels(menu);
  const svg = await draw(current(menu), menu.data.assets);
  const png = await raster(svg, width, height);
  hand(png, `${menu.data.name}_${width}x${height}.png`);
  return fill(menu.data.words.done, { format: "PNG", width, height });
}

async function saveSvg(menu) {
  const { width, height, ratio } = current(menu);
  hand(new Blob([await draw(current(menu), menu.data.assets)], { type: "image/svg+xml" }), `${menu.data.name}.svg`);
  return fill(menu.data.words.done, { format: "SVG", width: width * ratio, height: height * ratio });
}

async function saveCsv(menu) {
  hand(new Blob([menu.data.table], { type: "text/csv;charset=utf-8" }), `${menu.data.name}.csv`);
  return menu.data.words.done_table;
}

function current(menu) {
  return menu.data.pictures[menu.preset];
}

function pixels(menu) {
  const { width, height, ratio } = current(menu);
  return { width: Math.round(width * ratio * menu.scale), height: Math.round(height * ratio * menu.scale) };
}

// The link stays out of the page: a click anywhere outside the menu would close it.
function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// ---- the picture ---------------------------------------------------------------------------------------------

// The chart as SVG text. Fonts are loaded before Plotly measures a label, or labels would be placed by other glyphs.
async function draw(picture, assets) {
  const [Plotly, fonts] = await Promise.all([plotly(assets.plotly), Promise.all(assets.fonts.map((font) => load(assets.family, font)))]);
  const { data, layout } = JSON.parse(picture.figure);
  const { width, height } = picture;
  const config = { topojsonURL: assets.topology, staticPlot: true, displaylogo: false, showSendToCloud: false };
  const figure = { data, layout: { ...layout, width, height, autosize: false }, config };
  const drawn = await Plotly.toImage(figure, { format: "svg", width, height, imageDataOnly: true });
  return dress(drawn, picture, assets.family, fonts);
}

function dress(drawn, { width, height, ratio, title, alt }, family, fonts) {
  const page = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const root = page.documentElement;
  if (root.localName !== "svg") throw new Error("the drawing is not an SVG");
  const bold = /font-weight:\s*["']?(bold|[6-9]00)/.test(drawn);
  const style = fonts.filter(({ weight }) => bold || weight < 600).map((font) => face64(family, font)).join("\n");
  set(root, { width: width * ratio, height: height * ratio, viewBox: `0 0 ${width} ${height}`, role: "img" });
  root.prepend(node(page, "title", title), node(page, "desc", alt), node(page, "style", style));
  return new XMLSerializer().serializeToString(page);
}

function face64(family, { weight, dataUrl }) {
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${dataUrl}) format("woff2")}`;
}

async function raster(svg, width, height) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = paper(width, height);
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(tooLarge())), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

// A canvas beyond the browser's limit takes no colour and says nothing: ask its last pixel before drawing.
function paper(width, height) {
  const canvas = element("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) throw tooLarge();
  pen.fillRect(width - 1, height - 1, 1, 1);
  if (pen.getImageData(width - 1, height - 1, 1, 1).data[3] === 0) throw tooLarge();
  pen.clearRect(0, 0, width, height);
  return canvas;
}

function tooLarge() {
  return Object.assign(new Error("the canvas is too large"), { tooLarge: true });
}

// ---- fetched once --------------------------------------------------------------------------------------------

function once(key, make) {
  if (!fetched.has(key)) {
    const made = make();
    made.catch(() => fetched.delete(key));
    fetched.set(key, made);
  }
  return fetched.get(key);
}

function plotly(address) {
  return once(address, () => new Promise((done, failed) => {
    const script = element("script", { src: address });
    script.onload = () => (window.Plotly ? done(window.Plotly) : failed(new Error(`${address} is not plotly.js`)));
    script.onerror = () => failed(new Error(`${address} did not load`));
    document.head.append(script);
  }));
}

function load(family, { weight, url }) {
  return once(url, async () => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    const known = await document.fonts.load(`${weight} 16px "${family}"`, "가A1");
    if (!known.length) document.fonts.add(await new FontFace(family, bytes, { weight }).load());
    return { weight, dataUrl: await base64(new Blob([bytes], { type: "font/woff2" })) };
  });
}

function base64(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

// ---- small tools ---------------------------------------------------------------------------------------------

function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (value !== "") target.setAttribute(name, value);
}

function node(page, tag, text) {
  const made = page.createElementNS(SVG, tag);
  made.textContent = text;
  return made;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
