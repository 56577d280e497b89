// Opens short addresses with the script of their pages, as a browser would for readers of several languages.
// In: {pages: [[{hreflang, href}, …], …], readers: [tags, …]}. Out: for each page, for each reader where it leads to, or null.
import { readFileSync } from "node:fs";

const { pages, readers } = JSON.parse(readFileSync(0, "utf-8"));
const script = new URL("../../docs/assets/js/share/short.js", import.meta.url);
const found = [];
for (const ways of pages) {
  const led = [];
  for (const languages of readers) {
    let target = null;
    const links = ways.map((way) => ({ ...way, hash: "" }));
    Object.assign(globalThis, {
      document: { querySelectorAll: (/** @type {string} */ selector) => selector === "a[data-language]" ? links : [] },
      location: { hash: "", replace: (/** @type {string} */ address) => (target = address) },
    });
    Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true });
    // A new copy each time: a module runs once.
    await import(`${script}?${found.length}-${led.length}`);
    led.push(target);
  }
  found.push(led);
}
console.log(JSON.stringify(found));
