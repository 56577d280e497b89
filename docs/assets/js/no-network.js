// What a reader is told where something they asked for does not come, because the network is gone.
import { PATIENCE_MS, reached } from "./network.js";
import { words } from "./words.js";

/** @type {HTMLElement | null} */
let line = null;

/** Says it in a line below the bar: until the network is back, or the reader goes on to something else. */
function say() {
  if (line) return;
  line = document.createElement("p");
  line.className = "guide-line";
  line.setAttribute("role", "alert");
  line.textContent = words.noNetwork;
  document.body.append(line);
  for (const kind of ["pointerdown", "focusin", "online"]) addEventListener(kind, unsay, { once: true });
}

/** Takes the line away, so that it is said anew. */
export function unsay() {
  line?.remove();
  line = null;
}

/**
 * Waits for what the reader asked for, and tells them where there is no network, or nothing answers.
 * @template T
 * @param {Promise<T>} coming
 * @returns {Promise<T>} rejected where it does not come: with false where the reader was told
 */
export function came(coming) {
  const told = async () => {
    if (await reached()) return false;
    if (waiting) say();
    return true;
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = setTimeout(told, PATIENCE_MS);
  return coming.then((there) => {
    unsay();
    return there;
  }, async (error) => {
    throw !(await told()) && error;
  }).finally(() => {
    clearTimeout(waiting);
    waiting = undefined;
  });
}
