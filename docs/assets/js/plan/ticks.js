// What the reader has ticked, in this browser alone, and only once something is ticked. Without storage it lasts as long
// as the page is open.

const KEY = "guide-plan-done";

/** @type {Set<string>} */
const held = new Set();
let read = false;

/** The ids of the lines that are done. */
export class Ticks {
  constructor() {
    if (read) return;
    read = true;
    try {
      for (const id of JSON.parse(localStorage.getItem(KEY) ?? "[]")) held.add(String(id));
    } catch {
      // No storage, or somebody else's content: nothing is ticked.
    }
  }

  /** @param {string} id */
  has(id) {
    return held.has(id);
  }

  /**
   * @param {string} id
   * @param {boolean} done
   */
  set(id, done) {
    if (done) held.add(id);
    else held.delete(id);
    try {
      if (held.size) localStorage.setItem(KEY, JSON.stringify([...held]));
      else localStorage.removeItem(KEY);
    } catch {
      // Kept until the page is closed.
    }
  }
}
