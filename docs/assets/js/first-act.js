// Most of what scripts do for a reader waits until the reader does something: the first view is the page's alone.

/** Who only looks, or moves by means that say nothing to a page, has it all after so long. */
const AFTER_MS = 10_000;
const ACTS = ["pointermove", "pointerdown", "wheel", "keydown", "focusin"];
const TAPS = ["pointerdown", "focusin"];
const AWAY = "a:not([href^='#'])";

/**
 * Acts once: when the reader first moves a pointer, touches, scrolls, presses a key or goes to something; or after a
 * while.
 * @param {(event: Event | null) => void} act
 */
export function firstAct(act, acts = ACTS) {
  const acted = new AbortController();
  const once = (/** @type {Event | null} */ event) => {
    // A browser may say "move" because the page has come below a pointer that rests.
    if (event instanceof PointerEvent && event.type === "pointermove" && !(event.movementX || event.movementY)) return;
    // Who taps a link is on the way to another page, which shall not share the line.
    if (event && TAPS.includes(event.type) && /** @type {Element} */ (event.target).closest?.(AWAY)) return;
    acted.abort();
    clearTimeout(waiting);
    act(event);
  };
  for (const kind of acts) addEventListener(kind, once, { passive: true, signal: acted.signal });
  const waiting = setTimeout(() => once(null), AFTER_MS);
}

/**
 * Acts once more, for what failed, as without network: when that is back; where nothing says so, at an act some time
 * later.
 * @param {(event: Event | null) => void} act
 */
export function again(act) {
  firstAct((event) => event ? act(event) : firstAct(act), ["online"]);
}
