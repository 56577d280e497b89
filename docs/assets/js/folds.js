// Folds open for whatever is looked for inside them: a link or the address's fragment. Without JavaScript the reader
// opens them; browsers of today also do for a fragment and for their own search. On paper they stay as the reader has
// them: what was opened is printed, of the others the line one would tap.
import { laterStyles } from "./later-styles.js";

/**
 * Opens every fold around an element, and the fold whose heading it is.
 * @param {Element | null} element
 * @returns {boolean} whether a fold was closed before
 */
export function openAround(element) {
  let opened = false;
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  return opened;
}

/**
 * What the fragment of an address names on the page.
 * @param {string} hash with its number sign, maybe percent-encoded
 * @param {{getElementById(id: string): Element | null}} page
 */
export function named(hash, page) {
  try {
    return page.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A percent sign that encodes nothing names nothing.
    return null;
  }
}

// Long lists of sources stand in pages of their own, which is where these links lead without a script.
const TO_LIST = 'a[href^="notes"]';

/** Brings the lists in where the reader opens their fold, follows a mark, or comes to a source. */
export function lists() {
  const place = document.querySelector(".apart");
  if (!place) return;
  // Where a list or this script does not come, a link leads on as it does without scripts.
  const bring = (/** @type {string} */ to, /** @type {Element?} */ link = null) =>
    Promise.all([import("./notes.js"), laterStyles()]).then(([notes]) => notes.bring(to, link)).catch(() => {
      if (to) location.href = to;
    });
  addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement?} */ (/** @type {Element} */ (event.target).closest?.(TO_LIST));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    bring(link.href, link);
  });
  place.closest("details")?.addEventListener("toggle", () => bring(""));
  if (/^#(fn:|source-)/.test(location.hash)) bring(place.querySelector("a")?.href + location.hash);
}

/** Opens the fold that the address names, now and later. */
export function folds() {
  const show = () => {
    const target = named(location.hash, document);
    if (openAround(target)) target?.scrollIntoView();
  };
  addEventListener("hashchange", show);
  // A link to the fragment that the address already has changes no hash.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.hash && link.hash === location.hash) show();
  });
  show();
}
