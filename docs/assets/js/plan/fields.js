// The fields of the questions, as form controls. Each knows how to show an answer and how to read it. Those of the
// first questions come with the page and are taken over; the others are made here.
/** @import { PlanData, Line } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Field } from "./questions.js" */
/** @import { Wording } from "./wording.js" */
import { closingIn, figuresIn, monthDay, noContract, UNNAMED, yenIn } from "./answers.js";
import { dayOf, parts, readDay } from "./calendar.js";
import { element } from "../dom.js";

/** @typedef {{answers: Answers, data: PlanData, words: Wording, changed: () => void}} Form */
/** @typedef {(box: Element, form: Form, field: Field) => void} Take */

/** Tells a date, or a year and month, that the reader goes on: what is filled in by half is told. */
export const LEFT = "plan-left";

/** Commas, the unit and a space may stand beside the figures of a sum. */
const BESIDE = 6;

let count = 0;

/**
 * Says what is wrong, in words and at the fields themselves, for who hears them one by one; with nothing, that all is
 * well.
 * @param {Element} fault where it is said
 * @param {string} said
 */
export function tell(fault, said) {
  // What stands there is not said anew with every key.
  if (fault.textContent !== said) fault.textContent = said;
  fault.id ||= `plan-fault-${count += 1}`;
  for (const input of fieldsOf(fault)) {
    for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", fault.id]]) {
      if (said) input.setAttribute(name, value);
      else input.removeAttribute(name);
    }
  }
}

/**
 * The fields of which a fault speaks.
 * @param {Element} fault
 * @returns {HTMLInputElement[]}
 */
export function fieldsOf(fault) {
  return [...fault.closest(".plan-labelled, .plan-month, .plan-field")?.querySelectorAll("input") ?? []]
    .filter(({ type }) => type === "text");
}

/**
 * The controls of a field.
 * @param {Field} field
 * @param {Form} form
 * @returns {HTMLElement}
 */
export function controls(field, form) {
  /** @type {Record<string, () => HTMLElement>} */
  const make = {
    choice: () => choices(field, form),
    month: () => monthField(field, form),
    yen: () => yenField(field, form),
    contracts: () => contractFields(form),
  };
  return element("div", { class: "plan-field", "data-field": field.key }, make[field.kind]());
}

/**
 * Makes controls that came with the page work. What the reader did to them before is an answer; where that is none,
 * they show the one that is there.
 * @param {Field} field
 * @param {Form} form
 * @param {Element} box
 */
export function takeOver(field, form, box) {
  /** @type {Record<string, Take>} */
  const take = { held: takeHeld, choice: takeChoice, date: takeDate };
  take[field.kind](box, form, field);
}

/**
 * One of several answers, or that one does not know.
 * @param {Field} field
 * @param {Form} form
 */
function choices(field, form) {
  const { key, options = [], words: prefix, label } = field;
  const { answers, words } = form;
  const radio = (/** @type {string | null} */ option, /** @type {string} */ text) =>
    tick({ type: "radio", name: `plan-${key}`, value: option ?? "", checked: option === answers[key] }, text);
  const all = [
    ...options.map((option) => radio(option, words.say(`${prefix}-${option}`))),
    radio(null, words.say("unsure")),
  ];
  const group = element("div", { class: "plan-choices" }, ...all);
  takeChoice(group, form, field);
  return label ? element("fieldset", {}, element("legend", {}, words.say(label)), group) : group;
}

/** @type {Take} */
function takeChoice(box, { answers, changed }, { key }) {
  const inputs = inputsIn(box);
  const take = (/** @type {HTMLInputElement} */ { value }) => Object.assign(answers, { [key]: value || null });
  const chosen = inputs.find(({ checked, value }) => checked && value);
  if (chosen) take(chosen);
  for (const input of inputs) {
    if (input.value === (answers[key] ?? "")) input.checked = true;
    input.addEventListener("change", () => {
      take(input);
      changed();
    });
  }
}

/** @type {Take} */
function takeHeld(box, { answers, data, changed }) {
  const lines = new Set(data.lines.map(({ id }) => id));
  const known = new Set([...lines, ...data.cards.map(({ id }) => id), ...Object.values(UNNAMED)]);
  for (const input of inputsIn(box)) {
    const id = input.name.replace("plan-", "");
    const take = () => {
      answers.held = answers.held.filter((one) => one !== id).concat(input.checked ? id : []);
      if (input.checked && lines.has(id)) answers.contracts[id] ??= noContract();
    };
    if (!known.has(id)) continue;
    if (answers.held.includes(id)) {
      input.checked = true;
      const fold = input.closest("details");
      if (fold) fold.open = true;
    } else if (input.checked) take();
    input.addEventListener("change", () => {
      take();
      changed();
    });
  }
}

/** @type {Take} */
function takeDate(box, { answers, words, data, changed }) {
  const fault = /** @type {Element} */ (box.querySelector(".plan-fault"));
  const open = /** @type {HTMLInputElement} */ (box.querySelector('[type="checkbox"]'));
  const inputs = inputsIn(box).filter((input) => input !== open);
  const read = (left = false) => {
    const typed = inputs.map(({ value }) => figuresIn(value));
    const [year, month, date] = typed.map(Number);
    const day = typed.every((part) => /^\d+$/.test(part)) && year >= 1970 ? dayOf(year, month, date) : null;
    const real = day !== null && parts(day).month === month && parts(day).date === date;
    const far = real && day > (readDay(data.last) ?? day);
    const whole = typed.every(Boolean) && (left || typed[0].length === 4);
    const said = far
      ? words.say("date-far", { date: words.date(readDay(data.last) ?? 0) })
      : whole && !real
      ? words.say("date-wrong")
      : "";
    tell(fault, said);
    answers.leaving = real && !far ? day : null;
    if (inputs.some(({ value }) => value)) open.checked = false;
  };
  const readOpen = () => {
    if (open.checked) { for (const input of inputs) input.value = ""; }
    answers.leaving = open.checked ? "open" : null;
    tell(fault, "");
  };
  if (inputs.some(({ value }) => value)) read();
  else if (open.checked || answers.leaving === "open") {
    open.checked = true;
    readOpen();
  } else if (answers.leaving !== null) {
    const { year, month, date } = parts(answers.leaving);
    [year, month, date].forEach((part, place) => (inputs[place].value = String(part)));
  }
  for (const input of [...inputs, open]) {
    input.addEventListener("input", () => {
      if (input === open) readOpen();
      else read();
      changed();
    });
  }
  // A year of two figures may be one that is still being typed.
  for (const input of inputs) input.addEventListener("change", () => read(true));
  tellHalf(/** @type {Element} */ (box.querySelector(".plan-date")), inputs, fault, words.say("date-part"));
}

/**
 * Says of fields that belong together, once the reader goes on, that the empty ones have to be filled in too.
 * @param {Element} date
 * @param {HTMLInputElement[]} inputs
 * @param {Element} fault
 * @param {string} said
 */
function tellHalf(date, inputs, fault, said) {
  date.addEventListener(LEFT, () => {
    if (inputs.some(({ value }) => value) && !inputs.every(({ value }) => value)) tell(fault, said);
  });
}

/**
 * @param {Field} field
 * @param {Form} form
 */
function yenField({ key, label = "" }, { answers, words, changed }) {
  const value = /** @type {number | null} */ (answers[key]);
  return numberField(words.say(label), SUM, value, words.say("yen-wrong"), (sum) => {
    Object.assign(answers, { [key]: sum });
    changed();
  });
}

/**
 * @param {Field} field
 * @param {Form} form
 */
function monthField({ key, label = "" }, { answers, words, changed }) {
  return monthGroup(words, words.say(label), /** @type {number | null} */ (answers[key]), (day) => {
    Object.assign(answers, { [key]: day });
    changed();
  });
}

/** @param {Form} form */
function contractFields({ answers, data, words, changed }) {
  const lines = data.lines.filter(({ id }) => answers.held.includes(id));
  return element(
    "div",
    {},
    ...lines.map((line) => {
      const contract = answers.contracts[line.id] ??= noContract();
      return element(
        "fieldset",
        { class: "plan-group" },
        element("legend", {}, line.name),
        ...contractOf(line, contract, words, changed),
      );
    }),
  );
}

/**
 * @param {Line} line
 * @param {Contract} contract
 * @param {Wording} words
 * @param {() => void} changed
 */
function contractOf(line, contract, words, changed) {
  const fixed = typeof contract.signed === "number" ? contract.signed : null;
  const month = monthGroup(words, words.say("signed"), fixed, (day) => {
    contract.signed = day;
    oldBox.checked = false;
    changed();
  });
  const checked = contract.signed === "old";
  const old = tick({ type: "checkbox", name: `plan-old-${line.id}`, checked }, words.say("signed-old"));
  const [oldBox] = inputsIn(old);
  oldBox.addEventListener("change", () => {
    if (oldBox.checked) {
      for (const input of inputsIn(month)) input.value = "";
      for (const fault of month.querySelectorAll(".plan-fault")) tell(fault, "");
    }
    contract.signed = oldBox.checked ? "old" : null;
    changed();
  });
  const charge = numberField(words.say("charge"), SUM, contract.charge, words.say("yen-wrong"), (sum) => {
    contract.charge = sum;
    changed();
  });
  const closing = numberField(words.say("closing"), CLOSING, contract.closing, words.say("closing-wrong"), (day) => {
    contract.closing = day;
    changed();
  });
  const asksClosing = line.closing.value !== "month-end" && line.month.value !== "prorated";
  return [
    element("div", { class: "plan-choices" }, old),
    month,
    charge,
    ...(asksClosing ? [closing] : []),
  ];
}

/**
 * Year and month, in figures.
 * @param {Wording} words
 * @param {string} legend
 * @param {number | null} day
 * @param {(day: number | null) => void} act
 */
function monthGroup(words, legend, day, act) {
  const given = day === null ? null : parts(day);
  const year = figures(4, given?.year ?? null);
  const month = figures(2, given?.month ?? null);
  const fault = faultLine();
  const read = (left = false) => {
    const typed = [year, month].map(({ value }) => figuresIn(value));
    const first = monthDay(Number(typed[0]), Number(typed[1]));
    const whole = typed.every(Boolean) && (left || typed[0].length === 4);
    tell(fault, whole && first === null ? words.say("month-wrong") : "");
    return first;
  };
  for (const input of [year, month]) {
    input.addEventListener("input", () => act(read()));
    input.addEventListener("change", () => read(true));
  }
  const date = element(
    "div",
    { class: "plan-date" },
    labelled(words.say("year"), year),
    labelled(words.say("month"), month),
    fault,
  );
  tellHalf(date, [year, month], fault, words.say("month-part"));
  return element("fieldset", { class: "plan-month" }, element("legend", {}, legend), date);
}

/** @typedef {{digits: number, beside: number, read: (text: string) => number | null}} Kind of a number */
/** @type {Kind} */
const SUM = { digits: 7, beside: BESIDE, read: yenIn };
/** @type {Kind} */
const CLOSING = { digits: 2, beside: 1, read: closingIn };

/**
 * A field for a number; of what is none it says so.
 * @param {string} label
 * @param {Kind} kind
 * @param {number | null} value
 * @param {string} wrong what it says
 * @param {(number: number | null) => void} act
 */
function numberField(label, { digits, beside, read }, value, wrong, act) {
  const input = figures(digits, value, beside);
  const fault = faultLine();
  input.addEventListener("input", () => {
    const typed = figuresIn(input.value);
    const number = read(typed);
    tell(fault, typed && number === null ? wrong : "");
    act(number);
  });
  return labelled(label, input, fault);
}

function faultLine() {
  return element("p", { class: "plan-fault", role: "alert" });
}

/**
 * @param {number} digits
 * @param {number | null} value
 * @param {number} beside how many other characters there is room for
 */
function figures(digits, value, beside = 0) {
  return /** @type {HTMLInputElement} */ (element("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: String(digits + beside),
    size: String(digits),
    value: value === null ? null : String(value),
  }));
}

/**
 * @param {string} text
 * @param {HTMLInputElement} input
 * @param {HTMLElement | null} fault
 */
function labelled(text, input, fault = null) {
  input.id = `plan-field-${count += 1}`;
  return element("div", { class: "plan-labelled" }, element("label", { for: input.id }, text), input, fault);
}

/**
 * @param {{type: "radio" | "checkbox", name: string, value?: string, checked: boolean}} attributes
 * @param {string} text
 */
function tick(attributes, text) {
  return element("label", { class: "plan-tick" }, element("input", attributes), element("span", {}, text));
}

/** @param {Element} box */
function inputsIn(box) {
  return [...box.querySelectorAll("input")];
}
