// Fills the letters in while one types, copies one, prints one. Nothing is sent and nothing is stored.
import { button, element } from "./dom.js";
import { wayOut } from "./way-out.js";
import { words } from "./words.js";

/** What stands for an empty blank in the copied text. */
export const GAP = "＿＿＿＿＿＿";

/** The last day that a field takes: of a longer year no date can be made. */
const LAST_DAY = "9999-12-31";

/**
 * What a blank shows for what was typed.
 * @param {string} typed as the field gives it: a date as year-month-day
 * @param {string} kind of field
 * @param {string} language of the column, which writes dates its own way
 * @returns {string} empty where there is no such date
 */
export function shown(typed, kind, language) {
  if (kind !== "date" || !typed) return typed.replace(/\s+/g, " ").trim();
  const date = new Date(`${typed}T00:00Z`);
  if (isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/**
 * The text of a letter to send: a line each, with a gap for every blank that is empty.
 * @param {{textContent: string | null}[][]} lines the pieces of each line, blanks among them
 */
export function letterText(lines) {
  return lines.map((pieces) => pieces.map((piece) => piece.textContent || GAP).join("")).join("\n");
}

/** Makes a field for every blank, and the buttons of every letter. */
export function letters() {
  const place = document.querySelector(".letter-fields");
  /** @type {NodeListOf<HTMLElement>} */
  const blanks = document.querySelectorAll(".letter .blank");
  if (!place || !blanks.length) return;
  const names = new Set([...blanks].map((blank) => blank.dataset.field));
  const inputs = [...names].map((name) => fieldOf([...blanks].filter(({ dataset }) => dataset.field === name), place));
  const clear = button(words.letterClear, () => {
    for (const input of inputs) {
      input.value = "";
      input.dispatchEvent(new Event("input"));
    }
  });
  place.append(clear);
  for (const letter of document.querySelectorAll(".letter")) letter.after(toolsOf(letter));
}

/**
 * A labelled input that fills all blanks of one field.
 * @param {HTMLElement[]} blanks
 * @param {Element} place
 */
function fieldOf(blanks, place) {
  const { field, kind = "text" } = blanks[0].dataset;
  // The column in the language of the page names the field.
  const { label: name = "", autofill = "off" } = blanks.find(({ dataset }) => dataset.label)?.dataset ?? {};
  const label = document.createElement("label");
  const input = document.createElement("input");
  label.textContent = name;
  input.id = `field-${field}`;
  input.type = kind;
  // Nothing is stored here; a browser that knows its reader's name or address may offer it.
  input.autocomplete = /** @type {AutoFill} */ (autofill);
  if (kind === "date") input.max = LAST_DAY;
  input.addEventListener("input", () => {
    for (const blank of blanks) {
      const column = /** @type {HTMLElement} */ (blank.closest("[lang]"));
      blank.textContent = shown(input.value, kind, column.lang);
    }
  });
  label.append(input);
  place.append(label);
  return input;
}

/**
 * The buttons below a letter.
 * @param {Element} letter
 */
function toolsOf(letter) {
  const tools = document.createElement("p");
  tools.className = "letter-tools";
  // A button that changes its own words is not read aloud again.
  const status = element("span", { role: "status" });
  const copy = button(words.letterCopy, async () => {
    try {
      await navigator.clipboard.writeText(textOf(letter));
    } catch {
      // Without clipboard access the letter is marked, to be copied by hand.
      getSelection()?.selectAllChildren(letter);
      return;
    }
    status.textContent = words.letterCopied;
    setTimeout(() => (status.textContent = ""), 2000);
  });
  // The style for paper shows nothing but the letter that the address names.
  const print = button(words.letterPrint, () => {
    location.hash = letter.id;
    globalThis.print();
  });
  const says = { wechat: words.noPrintWechat, line: words.noPrintLine };
  const out = wayOut(says, words.openOutside, location.href);
  tools.append(copy, out ?? print, status);
  return tools;
}

/**
 * The Japanese text of a letter.
 * @param {Element} letter
 */
function textOf(letter) {
  const lines = letter.querySelectorAll(".letter-sent > *");
  return letterText([...lines].map((line) => [...line.childNodes]));
}
