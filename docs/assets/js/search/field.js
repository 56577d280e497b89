// A search field: a form that leads to the questions without this script, and a combobox with it.
import { words } from "../words.js";

/** Turns every search form of the page into a search. Nothing is loaded until one of them is touched. */
export function searchFields() {
  const fields = [...document.querySelectorAll("form[data-search]")].map((form) => new Field(form));
  if (!fields.length) return;
  // The one on the page itself comes before the one in the header.
  const main = fields.at(-1);
  addEventListener("keydown", (event) => {
    if (
      event.key !== "/" ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target.closest("input, textarea, select, [contenteditable]")
    ) {
      return;
    }
    event.preventDefault();
    main.input.focus();
    main.input.select();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) main.ask(asked);
}

class Field {
  #engine = null;
  #active = -1;
  #turn = 0;

  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input");
    this.#build();
    this.#listen();
  }

  /** Opens the field with a query, as if it had been typed. */
  ask(text) {
    this.input.value = text;
    this.input.focus({ preventScroll: true });
    this.#answer(performance.now());
  }

  #build() {
    const { form, input } = this;
    this.list = element("div", {
      id: `${input.id}-list`,
      role: "listbox",
      "aria-label": words.results,
      class: "guide-search__list",
    });
    this.note = element("div", { class: "guide-search__note" });
    this.panel = element("div", { class: "guide-search__panel" }, this.list, this.note);
    this.status = element("p", { role: "status", class: "guide-search__status" });
    form.append(this.panel, this.status);
    const roles = {
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
    };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    this.#close();
  }

  #listen() {
    const { form, input } = this;
    input.addEventListener("focus", () => {
      this.#load();
      if (input.value.trim()) this.#answer(performance.now());
    });
    form.addEventListener("pointerdown", () => this.#load());
    input.addEventListener("input", (event) => this.#answer(event.timeStamp));
    input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#open(Math.max(this.#active, 0));
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.#close();
    });
    this.list.addEventListener("click", () => this.#close());
  }

  #load() {
    this.#engine ??= import("./engine.js").then(({ loadEngine }) => loadEngine(this.form.dataset.index));
    this.#engine.catch(() => (this.#engine = null));
    return this.#engine;
  }

  async #answer(since) {
    const turn = ++this.#turn;
    const text = this.input.value.trim();
    if (!text) return this.#close();
    let answers;
    try {
      answers = (await this.#load())(text);
    } catch {
      answers = null;
    }
    // A later key has been pressed meanwhile, or the reader has gone elsewhere.
    if (turn !== this.#turn || !this.form.contains(document.activeElement)) return;
    this.#show(text, answers);
    performance.measure("guide-search", { start: since });
  }

  #show(text, answers) {
    const { home } = this.form.dataset;
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...(answers ?? []).map((answer, place) => this.#option(answer, place)));
    this.list.hidden = !answers?.length;
    if (answers?.length) {
      const address = `${home}?q=${encodeURIComponent(text)}`;
      this.note.replaceChildren(element("a", { href: address, tabindex: "-1" }, words.searchLink));
      this.status.textContent = words.found.replace("#", answers.length);
    } else {
      const message = answers ? words.nothing : words.broken;
      const link = (path, label) => element("a", { href: home + path }, label);
      this.note.replaceChildren(
        element("p", {}, message),
        element("p", {}, link("faq/", words.toQuestions), " · ", link("carriers/", words.toCarriers)),
      );
      this.status.textContent = message;
    }
    this.panel.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(Boolean(answers?.length)));
    if (this.form.hasAttribute("data-keeps-query")) {
      history.replaceState(history.state, "", `?q=${encodeURIComponent(text)}`);
    }
  }

  #option({ path, title, heading, text }, place) {
    const where = [...parts(title)];
    if (heading.length) where.push(element("span", { class: "guide-search__step" }, " › "), ...parts(heading));
    return element(
      "a",
      {
        role: "option",
        id: `${this.list.id}-${place}`,
        href: this.form.dataset.home + path,
        tabindex: "-1",
        "aria-selected": "false",
      },
      element("span", { class: "guide-search__where" }, ...where),
      element("span", { class: "guide-search__text" }, ...parts(text)),
    );
  }

  #key(event) {
    // Enter and the arrows belong to the input method while it is composing.
    if (event.isComposing) return;
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

  #move(step) {
    const options = this.list.children;
    if (!options.length) return;
    options[this.#active]?.setAttribute("aria-selected", "false");
    // One place before the first option is the field itself.
    this.#active = ((this.#active + 1 + step + options.length + 1) % (options.length + 1)) - 1;
    const active = options[this.#active];
    if (!active) return this.input.removeAttribute("aria-activedescendant");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", active.id);
  }

  #open(place) {
    this.list.children[place]?.click();
  }

  #close() {
    this.#turn++;
    this.#active = -1;
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function* parts(pieces) {
  for (const { text, hit } of pieces) yield hit ? element("mark", {}, text) : text;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
