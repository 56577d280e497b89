// Narrows the table of all carriers: by way to cancel, by language, by name. The table is whole without it.
import { paired } from "./paired.js";
import { words } from "./words.js";

/**
 * What the filter knows of a row. `ways` says of each of WAYS whether that way is there, at least in part.
 * @typedef {{name: string, languages: string[], ways: boolean[]}} Carrier
 */

/**
 * What a reader chose: a part of the name, a language or "", and of each of WAYS whether it is asked for.
 * @typedef {{name: string, language: string, ways: boolean[]}} Choice
 */

const WAYS = ["online", "shop", "phone", "from-abroad"];

/** Puts the filter before the table. */
export function carriersFilter() {
  const box = document.querySelector(".carriers-table");
  if (!box) return;
  const heads = [...box.querySelectorAll("thead th")].map((cell) => textOf(cell));
  const languageColumn = heads.length - 1;
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = box.querySelectorAll("tbody tr");
  const shown = WAYS.filter((way) => wayIn(box, way));
  const carriers = [...rows].map((row) => readRow(row, languageColumn, shown));

  const bar = document.createElement("div");
  bar.className = "carriers-filter";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.filter);
  const name = nameField();
  const ways = shown.map((way) => wayButton(textOf(/** @type {Element} */ (wayIn(box, way)))));
  const spoken = languageMenu(heads[languageColumn], languagesOf(carriers));
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  const clear = () => {
    name.value = spoken.value = "";
    for (const button of ways) button.setAttribute("aria-pressed", "false");
    apply();
    // The button that had the focus is gone.
    name.focus();
  };
  const none = noneFits(clear);

  const apply = () => {
    const choice = {
      name: folded(name.value.trim()),
      language: spoken.value,
      ways: ways.map((button) => isPressed(button)),
    };
    const fitting = carriers.map((carrier) => fits(carrier, choice));
    rows.forEach((row, place) => (row.hidden = !fitting[place]));
    const many = fitting.filter(Boolean).length;
    if (many) count.textContent = words.filterCount.replace("#", String(many));
    // What stands there is not said anew with every key.
    else if (!none[1].isConnected) count.replaceChildren(...none);
  };
  for (const button of ways) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isPressed(button)));
      apply();
    });
  }
  name.addEventListener("input", apply);
  spoken.addEventListener("change", apply);
  bar.append(name, ...ways, spoken, count);
  box.before(bar);
  apply();
}

/**
 * Whether a carrier is one that the reader asks for.
 * @param {Carrier} carrier
 * @param {Choice} choice
 */
export function fits(carrier, choice) {
  return choice.ways.every((wanted, place) => !wanted || carrier.ways[place]) &&
    (!choice.language || carrier.languages.includes(choice.language)) &&
    carrier.name.includes(choice.name);
}

/**
 * The languages that any carrier speaks, each once, in the order of the table.
 * @param {Carrier[]} carriers
 */
export function languagesOf(carriers) {
  return [...new Set(carriers.flatMap(({ languages }) => languages))];
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} languageColumn
 * @param {string[]} shown
 * @returns {Carrier}
 */
function readRow(row, languageColumn, shown) {
  const spoken = row.cells[languageColumn];
  return {
    name: folded(textOf(row.cells[0])),
    // A cell that says nothing is marked as such.
    languages: spoken.classList.contains("nothing") ? [] : textOf(spoken).split(words.joint),
    ways: shown.map((way) => wayIn(row, way) !== null),
  };
}

function nameField() {
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = words.filterName;
  field.setAttribute("aria-label", words.filterName);
  return field;
}

/**
 * @param {Element} part
 * @param {string} way
 */
function wayIn(part, way) {
  return part.querySelector(`.way-${way}`);
}

/** @param {string} label */
function wayButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-pressed", "false");
  return button;
}

/**
 * What is said where no carrier fits, with the ways on.
 * @param {() => void} clear
 * @returns {[string, HTMLElement, string, HTMLElement]}
 */
function noneFits(clear) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.filterClear;
  button.addEventListener("click", clear);
  const link = document.createElement("a");
  link.href = "not-listed/";
  link.textContent = words.notListed;
  return [`${words.filterNone} `, button, " ", link];
}

/** @param {HTMLButtonElement} button */
function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

/**
 * @param {string} label
 * @param {string[]} languages
 */
function languageMenu(label, languages) {
  const menu = document.createElement("select");
  menu.setAttribute("aria-label", label);
  menu.append(new Option(paired(label, words.any), ""));
  for (const language of languages) menu.append(new Option(language, language));
  return menu;
}

/** Full-width letters, as Japanese keyboards give them, are letters. @param {string} text */
function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** @param {Element} element */
function textOf(element) {
  return element.textContent.trim();
}
