// The next page is fetched when a finger or a pointer is on its link: it is there when the link is followed.
import { spares } from "./connection.js";

/** Milliseconds that a pointer rests on a link before it is meant. */
const REST = 65;

/**
 * The address to fetch beforehand for a link; null where it leads elsewhere, to the page itself or to no page.
 * @param {string} href the link's whole address
 * @param {string} here the address of the page
 */
export function ahead(href, here) {
  if (!URL.canParse(href)) return null;
  const there = new URL(href);
  const own = new URL(here);
  there.hash = "";
  const page = there.origin === own.origin && there.pathname.endsWith("/");
  return page && there.pathname !== own.pathname ? there.href : null;
}

/**
 * Fetches pages ahead. Not where the worker has them all: it answers at once.
 * @param {Event | null} first what the reader did that called for this
 */
export function nextPage(first) {
  if (!spares() || navigator.serviceWorker?.controller) return;
  const asked = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @param {PointerEvent} event */
  const meant = (event) => {
    clearTimeout(waiting);
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    const address = link && ahead(/** @type {HTMLAnchorElement} */ (link).href, location.href);
    if (!address || asked.has(address)) return;
    waiting = setTimeout(() => {
      asked.add(address);
      const fetched = document.createElement("link");
      fetched.rel = "prefetch";
      fetched.href = address;
      document.head.append(fetched);
    }, event.type === "pointerdown" ? 0 : REST);
  };
  // This file comes after a first tap: what was tapped is on its way by then, and would come twice.
  if (first instanceof PointerEvent && first.type !== "pointerdown") meant(first);
  addEventListener("pointerover", meant, { passive: true });
  addEventListener("pointerdown", meant, { passive: true });
}
