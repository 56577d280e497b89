// A short address has no language: go on to the reader's own. What the address names behind # is kept.
import { ownLanguage } from "./language.js";

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a[data-language]");
const ways = [...links];
const own = ownLanguage(navigator.languages, ways.map((way) => way.hreflang));
const way = ways.find(({ hreflang }) => hreflang === own);
if (way) {
  if (location.hash) way.hash = location.hash;
  location.replace(way.href);
}
