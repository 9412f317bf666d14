// The page that pictures are drawn on, in the server's own browser. It draws as the visitor's browser does for the
// 내보내기 menu: Plotly makes an SVG, the fonts go inside, a canvas turns it into PNG; for PDF the SVG itself is printed.
// Kaleido calls `kaleido_scopes.plotly(order)` and prints where the answer says "pdf". `assets` is written above by page.py.

const SVG = "http://www.w3.org/2000/svg";
const CONFIG = { staticPlot: true, displaylogo: false, showSendToCloud: false };
const PRECISE = { "text-rendering": "geometricPrecision" }; // letters stand alike whatever a machine does to small type
const WAYS = { svg: async (root) => text(root), png: raster, pdf: lay };

window.PlotlyGeoAssets = { topojson: { world_110m: assets.world } };

// Plotly places labels by the glyphs it measures: fonts first.
const ready = Promise.all(assets.fonts.map(async ({ weight, dataUrl }) => {
  const face = new FontFace(assets.family, `url(${dataUrl})`, { weight });
  document.fonts.add(await face.load());
}));

const sheet = document.head.appendChild(document.createElement("style")); // of the page that is printed

window.kaleido_scopes = { plotly: (order) => draw(order).catch(refuse) };

async function draw({ data: { figure, title, alt }, format, width, height, scale }) {
  await ready;
  document.body.replaceChildren();
  const { data, layout } = JSON.parse(figure);
  const sized = { ...layout, width, height, autosize: false };
  const drawn = await Plotly.toImage({ data, layout: sized, config: CONFIG }, { format: "svg", width, height, imageDataOnly: true });
  // Only a file that stands alone bears its size: enlarged by its own size, the shadows of labels would stay thin.
  const root = dress(drawn, { width, height, scale: format === "svg" ? scale : 1, title, alt, format });
  return { code: 0, format, result: await WAYS[format](root, width * scale, height * scale) };
}

function refuse(fault) {
  return { code: 525, message: String(fault?.message ?? fault) };
}

function dress(drawn, { width, height, scale, title, alt, format }) {
  const page = new DOMParser().parseFromString(drawn, "image/svg+xml");
  const root = page.documentElement;
  if (root.localName !== "svg") throw new Error("the drawing is not an SVG");
  const bold = /font-weight:\s*["']?(bold|[6-9]00)/.test(drawn);
  const faces = assets.fonts.filter(({ weight }) => bold || weight < 600).map(face).join("\n");
  set(root, { width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}`, role: "img", ...PRECISE });
  // The page that is printed has the fonts already.
  const style = format === "pdf" ? "" : faces;
  root.prepend(...[["title", title], ["desc", alt], ["style", style]].filter(([, text]) => text).map((part) => node(page, ...part)));
  return root;
}

function face({ weight, dataUrl }) {
  return `@font-face{font-family:"${assets.family}";font-weight:${weight};src:url(${dataUrl}) format("woff2")}`;
}

function text(root) {
  return new XMLSerializer().serializeToString(root);
}

async function raster(root, width, height) {
  const address = URL.createObjectURL(new Blob([text(root)], { type: "image/svg+xml" }));
  const image = new Image(width, height);
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width), height: Math.round(height) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the canvas is too large");
  return (await base64(blob)).split(",")[1];
}

// ---- PDF: the drawing is laid on the page and printed ------------------------------------------------------------

// Labels with a shadow round their letters would lose it, or be printed as nine texts, or as shapes. So the drawing lies
// in three layers: all else, the shadows as a picture, and the labels as text.
const LABEL = "[style*=text-shadow]";
const LAYERS = `
  [data-layer=ground] ${LABEL}, [data-layer=ground] ${LABEL} *, [data-layer=shadow] *, [data-layer=labels] * { visibility: hidden !important }
  [data-layer] clipPath * { visibility: visible !important }
  [data-layer=shadow] ${LABEL}, [data-layer=shadow] ${LABEL} *, [data-layer=labels] ${LABEL}, [data-layer=labels] ${LABEL} * { visibility: visible !important }
  [data-layer=labels] ${LABEL} { text-shadow: none !important }`;
const FINE = 2; // pixels of the shadows' picture in one of the layout

async function lay(root, width, height) {
  sheet.textContent = `@page{size:${width}px ${height}px;margin:0} html,body{margin:0;print-color-adjust:exact}
    body>*{position:absolute;left:0;top:0;width:${width}px;height:${height}px} ${LAYERS}`;
  const layers = root.querySelector(LABEL) ? [layer(root, "ground"), await shadows(root, width, height), layer(root, "labels")] : [root];
  document.body.replaceChildren(...layers);
  await document.fonts.ready;
}

function layer(root, name) {
  const made = root.cloneNode(true);
  made.dataset.layer = name;
  return made;
}

async function shadows(root, width, height) {
  const made = layer(root, "shadow");
  made.prepend(node(made.ownerDocument, "style", assets.fonts.map(face).join("\n") + LAYERS));
  for (const { style } of made.querySelectorAll(LABEL)) style.fill = style.textShadow.match(/rgba?\([^)]*\)/)?.[0] ?? "none";
  const image = new Image();
  image.src = `data:image/png;base64,${await raster(made, width * FINE, height * FINE)}`;
  await image.decode();
  return image;
}

function base64(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

function node(page, tag, text) {
  const made = page.createElementNS(SVG, tag);
  made.textContent = text;
  return made;
}
