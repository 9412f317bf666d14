// The files of the 내보내기 menu: Plotly draws the chart as SVG, the fonts go inside, and a canvas turns it into PNG.
// Plotly and the fonts are fetched once, from our own server, when first needed. Joined behind menu.js.

const SVG = "http://www.w3.org/2000/svg";
const fetched = new Map();

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

function dress(drawn, { width, height, pixels, title, alt, credit }, family, fonts) {
  const page = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const root = page.documentElement;
  if (root.localName !== "svg") throw new Error("the drawing is not an SVG");
  const bold = /font-weight:\s*["']?(bold|[6-9]00)/.test(drawn);
  const style = fonts.filter(({ weight }) => bold || weight < 600).map((font) => face64(family, font)).join("\n");
  // A side rounded to whole pixels may differ from the layout by a part of one: the drawing fills it all the same.
  set(root, { width: pixels[0], height: pixels[1], viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img" });
  root.prepend(node(page, "title", title), node(page, "desc", [alt, credit].filter(Boolean).join("\n")), node(page, "style", style));
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

// ---- what a PNG says of itself --------------------------------------------------------------------------------

// Programs that place pictures read how large a PNG is meant to be; its texts keep title, description and source.
async function described(blob, { dpi, title, alt, credit }, scale) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const head = 33; // the signature and the header
  const texts = Object.entries({ Title: title, Description: alt, Source: credit }).filter(([, text]) => text);
  const chunks = [chunk("pHYs", density(dpi * scale)), ...texts.map(([name, text]) => chunk("iTXt", saying(name, text)))];
  return new Blob([bytes.subarray(0, head), ...chunks, bytes.subarray(head)], { type: "image/png" });
}

function density(dpi) {
  const told = new DataView(new ArrayBuffer(9));
  const inMetre = Math.round(dpi / 0.0254);
  told.setUint32(0, inMetre);
  told.setUint32(4, inMetre);
  told.setUint8(8, 1);
  return new Uint8Array(told.buffer);
}

function saying(name, text) {
  return new TextEncoder().encode(`${name}\0\0\0\0\0${text}`);
}

function chunk(type, content) {
  const made = new Uint8Array(content.length + 12);
  const view = new DataView(made.buffer);
  view.setUint32(0, content.length);
  made.set(new TextEncoder().encode(type), 4);
  made.set(content, 8);
  view.setUint32(content.length + 8, checksum(made.subarray(4, content.length + 8)));
  return made;
}

// CRC-32 as PNG asks for it.
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
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
