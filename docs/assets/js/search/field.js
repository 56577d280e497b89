// A search field: a form that leads to the questions without this script, and a combobox with it.
/** @import { Answer, Engine } from "./engine.js" */
/** @import { Part } from "./marks.js" */
import { spares } from "../connection.js";
import { element } from "../dom.js";
import { called, reached } from "../network.js";
import { words } from "../words.js";

/** So long, in milliseconds, nothing is said while the search is being fetched. */
const PATIENCE = 300;

/** Turns every search form of the page into a search: when one of them was touched, or the address asks. */
export function searchFields() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[data-search]");
  const fields = [...forms].map((form) => new Field(form));
  // The one on the page itself comes before the one in the header.
  const main = fields.at(-1);
  if (!main) return;
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) main.ask(asked);
}

/**
 * The option after a step up or down. One place before the first option is the field itself, -1.
 * @param {number} active
 * @param {number} step 1 or -1
 * @param {number} options how many there are
 */
export function moved(active, step, options) {
  return ((active + 1 + step + options + 1) % (options + 1)) - 1;
}

/**
 * What is asked with a text that was typed, or that an address brought: no longer than a field takes, and no half
 * characters, of which no address can be made.
 * @param {string} typed
 * @param {number} longest what the field takes; an address brings what it likes
 */
export function queryOf(typed, longest) {
  return typed.trim().slice(0, longest).replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/**
 * The part of an address that asks a query.
 * @param {string} query
 */
export function addressOf(query) {
  return `?q=${encodeURIComponent(query)}`;
}

/**
 * Whether a key belongs to an input method. Safari says of the key that ends a conversion that none is going on, but
 * still calls it 229.
 * @param {{isComposing: boolean, keyCode: number}} key
 */
export function ofInputMethod({ isComposing, keyCode }) {
  return isComposing || keyCode === 229;
}

class Field {
  /** @type {Promise<Engine> | null} */
  #engine = null;
  #active = -1;
  #turn = 0;
  /** Whether the key that is held down belongs to an input method: what it also does is not meant. */
  #converting = false;

  /** @param {HTMLFormElement} form with a field of text, and the addresses of the index and of the home page */
  constructor(form) {
    this.form = form;
    this.input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.home = form.dataset.home ?? "";
    this.list = element("div", {
      id: `${this.input.id}-list`,
      role: "listbox",
      // Browsers stop at what scrolls; the arrows of the field go through it.
      tabindex: "-1",
      "aria-label": words.results,
      class: "guide-search__list",
    });
    this.note = element("div", { class: "guide-search__note" });
    this.panel = element("div", { class: "guide-search__panel" }, this.list, this.note);
    this.status = element("p", { role: "status", class: "guide-search__status" });
    form.append(this.panel, this.status);
    setAttributes(this.input, {
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
    });
    this.#close();
    this.#listen();
    // The reader may have been here, and typing, before this script.
    if (document.activeElement === this.input) this.#begin();
  }

  /**
   * Opens the field with a query, as if it had been typed.
   * @param {string} text
   */
  ask(text) {
    this.input.value = text;
    this.input.focus({ preventScroll: true });
    this.#answer(performance.now());
  }

  #listen() {
    const { form, input } = this;
    input.addEventListener("focus", () => this.#begin());
    form.addEventListener("pointerdown", () => this.#load());
    input.addEventListener("input", (event) => this.#answer(event.timeStamp));
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("keyup", () => (this.#converting = false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#converting) return;
      if (this.#engine) this.#open(Math.max(this.#active, 0));
      else this.#answer(event.timeStamp);
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#close();
    });
    this.list.addEventListener("click", () => this.#close());
    addEventListener("online", (event) => {
      if (!this.#engine && form.contains(document.activeElement)) this.#answer(event.timeStamp);
    });
  }

  #begin() {
    this.#load();
    if (this.input.value.trim()) this.#answer(performance.now());
  }

  #load() {
    const address = this.form.dataset.index ?? "";
    this.#engine ??= called("./engine.js").then(({ loadEngine }) => loadEngine(address));
    this.#engine.catch(() => (this.#engine = null));
    return this.#engine;
  }

  /** @param {number} since when the reader asked, in milliseconds of the page */
  async #answer(since) {
    const turn = ++this.#turn;
    const text = queryOf(this.input.value, this.input.maxLength);
    if (!text) return this.#close();
    const late = setTimeout(() => this.#wait(turn), PATIENCE);
    let engine = null;
    let answers = null;
    let network = true;
    try {
      engine = await this.#load();
      answers = engine.answers(text);
    } catch {
      network = await reached();
    }
    clearTimeout(late);
    // A later key has been pressed meanwhile, or the reader has gone elsewhere.
    if (turn !== this.#turn || !this.form.contains(document.activeElement)) return;
    this.#show(text, answers, network);
    performance.measure("guide-search", { start: since });
    if (engine && answers?.length) this.#lengthen(engine, text, turn);
  }

  /**
   * Shows what the answers say at length as soon as that has come; nothing moves.
   * @param {Engine} engine
   * @param {string} text
   * @param {number} turn of the answers that are shown
   */
  async #lengthen(engine, text, turn) {
    if (engine.long || !spares() || !(await engine.lengthen()) || turn !== this.#turn) return;
    engine.answers(text).forEach((answer, place) => {
      this.list.children[place].lastElementChild?.replaceChildren(...marked(answer.text));
    });
  }

  /**
   * Says that the search is on its way, where it takes long.
   * @param {number} turn of the answer that is waited for
   */
  #wait(turn) {
    if (turn !== this.#turn || !this.form.contains(document.activeElement)) return;
    this.panel.setAttribute("aria-busy", "true");
    this.list.hidden = true;
    this.note.replaceChildren(element("p", {}, words.waiting));
    this.status.textContent = words.waiting;
    this.panel.hidden = false;
  }

  /**
   * @param {string} text
   * @param {Answer[] | null} answers null where the search could not be opened
   * @param {boolean} network whether there is one, where that is so
   */
  #show(text, answers, network) {
    const found = answers ?? [];
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...found.map((answer, place) => this.#option(answer, place)));
    this.list.hidden = !found.length;
    if (found.length) {
      const address = this.home + addressOf(text);
      this.note.replaceChildren(element("a", { href: address }, words.searchLink));
      this.status.textContent = words.found.replace("#", String(found.length));
    } else if (network) {
      this.#leadOn(answers ? words.nothing : words.broken);
    } else {
      this.note.replaceChildren(element("p", {}, words.noNetwork));
      this.status.textContent = words.noNetwork;
    }
    this.panel.removeAttribute("aria-busy");
    this.panel.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    if (this.form.hasAttribute("data-keeps-query")) {
      history.replaceState(history.state, "", addressOf(text));
    }
  }

  /**
   * Says that there is no answer, and where to look instead.
   * @param {string} message
   */
  #leadOn(message) {
    const questions = element("a", { href: `${this.home}faq/` }, words.toQuestions);
    const carriers = element("a", { href: `${this.home}carriers/` }, words.toCarriers);
    this.note.replaceChildren(element("p", {}, message), element("p", {}, questions, " · ", carriers));
    this.status.textContent = message;
  }

  /**
   * @param {Answer} answer
   * @param {number} place
   */
  #option({ path, title, heading, text }, place) {
    const where = marked(title);
    if (heading.length) where.push(element("span", { class: "guide-search__step" }, " › "), ...marked(heading));
    const attributes = {
      role: "option",
      id: `${this.list.id}-${place}`,
      href: this.home + path,
      tabindex: "-1",
      "aria-selected": "false",
    };
    return element(
      "a",
      attributes,
      element("span", { class: "guide-search__where" }, ...where),
      element("span", { class: "guide-search__text" }, ...marked(text)),
    );
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#converting = ofInputMethod(event);
    if (this.#converting) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.panel.hidden) this.#answer(event.timeStamp);
      else this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      if (this.panel.hidden) {
        this.input.value = "";
        this.input.blur();
      }
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  /** @param {number} step 1 or -1 */
  #move(step) {
    const options = this.list.children;
    if (!options.length) return;
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = moved(this.#active, step, options.length);
    const active = options[this.#active];
    if (!active) return this.input.removeAttribute("aria-activedescendant");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", active.id);
  }

  /** @param {number} place */
  #open(place) {
    /** @type {HTMLElement | undefined} */ (this.list.children[place])?.click();
  }

  #close() {
    this.#turn++;
    this.#active = -1;
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/**
 * @param {Part[]} parts
 * @returns {(string | HTMLElement)[]}
 */
function marked(parts) {
  return parts.map(({ text, hit }) => hit ? element("mark", {}, text) : text);
}

/**
 * @param {Element} element
 * @param {Record<string, string>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
