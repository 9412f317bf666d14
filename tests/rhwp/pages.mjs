// The pages of an HWPX file as SVG, drawn by rhwp: a reader and renderer that shares no code with our writer.
//   node pages.mjs <folder of @rhwp/core> <one.hwpx> <two.hwpx> …
// Writes one-1.svg, one-2.svg … beside each file and prints how many there are of each, as one line of JSON.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [core, ...files] = process.argv.slice(2);

// There is no canvas here: full-width letters are as wide as the type is high, others somewhat more than half.
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
globalThis.measureTextWidth = (font, text) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : letter === " " ? 0.3 : 0.55), 0) * size;
};

const { default: init, HwpDocument } = await import(pathToFileURL(join(core, "rhwp.js")));
await init({ module_or_path: readFileSync(join(core, "rhwp_bg.wasm")) });
const counts = files.map((file) => {
  const report = new HwpDocument(new Uint8Array(readFileSync(file)));
  const stem = join(dirname(file), basename(file, ".hwpx"));
  for (let n = 0; n < report.pageCount(); n += 1) writeFileSync(`${stem}-${n + 1}.svg`, report.renderPageSvg(n));
  return report.pageCount();
});
console.log(JSON.stringify(counts));
