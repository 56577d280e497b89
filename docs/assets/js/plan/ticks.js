// What the reader has ticked, in this browser alone, and only once something is ticked. Without storage it lasts as
// long as the page is open.

const KEY = "guide-plan-done";

/** @type {Set<string>} */
const ticked = new Set();
let read = false;

/** The lines of one plan that are done. */
export class Ticks {
  /** @param {string} scope what the plan is about: two plans in one browser have ticks of their own */
  constructor(scope) {
    this.scope = scope;
    if (read) return;
    read = true;
    try {
      for (const id of JSON.parse(localStorage.getItem(KEY) ?? "[]")) ticked.add(String(id));
    } catch {
      // No storage, or somebody else's content: nothing is ticked.
    }
  }

  /** @param {string} id */
  has(id) {
    return ticked.has(this.#key(id));
  }

  /**
   * @param {string} id
   * @param {boolean} done
   */
  set(id, done) {
    if (done) ticked.add(this.#key(id));
    else ticked.delete(this.#key(id));
    this.#keep();
  }

  /** Forgets the ticks of every plan. */
  clear() {
    ticked.clear();
    this.#keep();
  }

  /** @param {string} id */
  #key(id) {
    return `${this.scope}/${id}`;
  }

  #keep() {
    try {
      if (ticked.size) localStorage.setItem(KEY, JSON.stringify([...ticked]));
      else localStorage.removeItem(KEY);
    } catch {
      // Kept until the page is closed.
    }
  }
}
