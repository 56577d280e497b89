// A friend sends a link in their own language: one tap leads to the same place in the reader's. Nothing is stored.
import { words, wordsOf } from "../words.js";
import { ownLanguage } from "./language.js";

/** Puts a quiet line under the header where somebody comes from elsewhere and the page is not in their language. */
export function offerOwnLanguage() {
  // Who has chosen a language here, or reads on, is not asked again.
  if (fromHere(document.referrer, location.origin)) return;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".guide-languages a[data-language]");
  const own = ownLanguage(navigator.languages, [...links].map((link) => link.hreflang));
  const there = [...links].find((link) => link.hreflang === own);
  if (!own || !there || own === document.documentElement.lang) return;
  const line = document.createElement("p");
  line.className = "guide-line";
  const link = document.createElement("a");
  link.href = there.href;
  link.lang = link.hreflang = own;
  link.dataset.language = "";
  link.textContent = wordsOf(own).inOwnLanguage;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", words.close);
  close.addEventListener("click", () => line.remove());
  line.append(link, close);
  document.querySelector(".md-header")?.after(line);
}

/**
 * Whether a page was reached from the guide itself.
 * @param {string} referrer empty where the reader came from elsewhere: other sites are told nothing, and tell nothing
 * @param {string} origin
 */
export function fromHere(referrer, origin) {
  return URL.canParse(referrer) && new URL(referrer).origin === origin;
}
