// Long lists of sources stand in pages of their own, which is where links to them lead without a script. They come in
// where the reader opens their fold, follows a mark, or comes to a source.
import { laterStyles } from "./later-styles.js";
import { called } from "./network.js";
import { came } from "./no-network.js";

const TO_LIST = 'a[href^="notes"]';

/** Brings the lists in. */
export function lists() {
  const place = document.querySelector(".apart");
  if (!place) return;
  // Where a list or its script does not come though there is a network, a link leads on as it does without scripts.
  const bring = (/** @type {string} */ to, /** @type {Element?} */ link = null) =>
    came(Promise.all([called("./notes.js"), laterStyles()]).then(([notes]) => notes.bring(to, link))).catch((error) => {
      if (error && to) location.href = to;
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
