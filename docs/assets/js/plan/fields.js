// The fields of the questions, as form controls. Each knows how to show an answer and how to read it.
/** @import { PlanData, Line } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Field } from "./questions.js" */
/** @import { Wording } from "./wording.js" */
import { closingIn, monthDay, noContract, UNNAMED, yenIn } from "./answers.js";
import { dayOf, parts, readDay } from "./calendar.js";
import { element } from "../dom.js";

/** @typedef {{answers: Answers, data: PlanData, words: Wording, today: number, changed: () => void}} Form */

let count = 0;

/**
 * The controls of a field.
 * @param {Field} field
 * @param {Form} form
 * @returns {HTMLElement}
 */
export function controls(field, form) {
  const make = {
    choice: () => choices(field, form),
    held: () => held(form),
    date: () => dateFields(form),
    month: () => monthField(field, form),
    yen: () => yenField(field, form),
    contracts: () => contractFields(form),
  }[field.kind];
  const box = element("div", { class: "plan-field", "data-field": field.key }, make());
  return box;
}

/**
 * One of several answers, or that one does not know.
 * @param {Field} field
 * @param {Form} form
 */
function choices({ key, options = [], words: prefix, label }, { answers, words, changed }) {
  const name = `plan-${key}`;
  const current = answers[key];
  const all = [...options.map((option) => ({ option, text: words.say(`${prefix}-${option}`) })), {
    option: null,
    text: words.say("unsure"),
  }].map(({ option, text }) =>
    tick("radio", name, text, option === current, () => {
      Object.assign(answers, { [key]: option });
      changed();
    })
  );
  const group = element("div", { class: "plan-choices" }, ...all);
  return label ? element("fieldset", {}, element("legend", {}, words.say(label)), group) : group;
}

/** @param {Form} form */
function held(form) {
  const { data, words, answers } = form;
  const option = (/** @type {{id: string, name: string}} */ { id, name }) =>
    tick("checkbox", `plan-${id}`, name, answers.held.includes(id), (on) => hold(form, id, on));
  const named = (/** @type {string} */ id) => option({ id, name: words.say(id) });
  const group = (/** @type {string} */ key, /** @type {HTMLElement[]} */ boxes, /** @type {HTMLElement[]} */ ...more) =>
    element(
      "fieldset",
      { class: "plan-group" },
      element("legend", {}, words.say(key)),
      element("div", { class: "plan-choices" }, ...boxes),
      ...more.flat(),
    );
  const fold = (/** @type {string} */ key, /** @type {HTMLElement[]} */ boxes, /** @type {boolean} */ open) =>
    element(
      "details",
      { class: "plan-more", open },
      element("summary", {}, words.say(key)),
      element("div", { class: "plan-choices" }, ...boxes),
    );
  const isHeld = (/** @type {{id: string}} */ { id }) => answers.held.includes(id);
  const networks = data.lines.filter((line) => line.group === "networks");
  const others = data.lines.filter((line) => line.group === "others");
  return element(
    "div",
    {},
    element("p", { class: "plan-hint" }, words.say("q-lines-hint")),
    group("group-networks", networks.map(option)),
    fold("group-others", others.map(option), others.some(isHeld)),
    group("group-cards", [named(UNNAMED.travel), named(UNNAMED.rental)]),
    fold("group-named", data.cards.map(option), data.cards.some(isHeld)),
    group("unsure", [named(UNNAMED.line)]),
  );
}

/**
 * @param {Form} form
 * @param {string} id
 * @param {boolean} on
 */
function hold({ answers, data, changed }, id, on) {
  answers.held = on ? [...answers.held, id] : answers.held.filter((one) => one !== id);
  if (on && data.lines.some((line) => line.id === id)) answers.contracts[id] ??= noContract();
  changed();
}

/** @param {Form} form */
function dateFields({ answers, words, data, today, changed }) {
  const given = typeof answers.leaving === "number" ? parts(answers.leaving) : null;
  const example = words.date(today + 30);
  const fault = element("p", { class: "plan-fault", role: "alert" });
  const fields = [
    number("year", 4, given?.year ?? null),
    number("month", 2, given?.month ?? null),
    number("day", 2, given?.date ?? null),
  ];
  const inputs = fields.map((field) => /** @type {HTMLInputElement} */ (field.querySelector("input")));
  const open = tick("checkbox", "plan-open", words.say("date-open"), answers.leaving === "open", (on) => {
    if (on) { for (const input of inputs) input.value = ""; }
    answers.leaving = on ? "open" : null;
    fault.textContent = "";
    changed();
  });
  const read = () => {
    const [year, month, date] = inputs.map(({ value }) => Number(value));
    const day = inputs.every(({ value }) => /^\d+$/.test(value)) && year >= 1970 ? dayOf(year, month, date) : null;
    const real = day !== null && parts(day).month === month && parts(day).date === date;
    const far = real && day > (readDay(data.last) ?? day);
    const whole = inputs.every(({ value }) => value) && inputs[0].value.length === 4;
    fault.textContent = far
      ? words.say("date-far", { date: words.date(readDay(data.last) ?? 0) })
      : whole && !real
      ? words.say("date-wrong")
      : "";
    answers.leaving = real && !far ? day : null;
    if (inputs.some(({ value }) => value)) {
      /** @type {HTMLInputElement} */ (open.querySelector("input")).checked = false;
    }
    changed();
  };
  for (const input of inputs) input.addEventListener("input", read);

  /** @param {string} key @param {number} digits @param {number | null} value */
  function number(key, digits, value) {
    return labelled(words.say(key), figures(digits, value));
  }

  return element(
    "div",
    {},
    element("p", { class: "plan-hint" }, words.say("q-date-hint", { date: example })),
    element("div", { class: "plan-date" }, ...fields),
    fault,
    element("div", { class: "plan-choices" }, open),
  );
}

/**
 * @param {Field} field
 * @param {Form} form
 */
function yenField({ key, label = "" }, { answers, words, changed }) {
  const input = figures(7, /** @type {number | null} */ (answers[key]));
  input.addEventListener("input", () => {
    Object.assign(answers, { [key]: yenIn(input.value) });
    changed();
  });
  return labelled(words.say(label), input);
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
    /** @type {HTMLInputElement} */ (old.querySelector("input")).checked = false;
    changed();
  });
  const old = tick("checkbox", `plan-old-${line.id}`, words.say("signed-old"), contract.signed === "old", (on) => {
    contract.signed = on ? "old" : null;
    if (on) { for (const input of month.querySelectorAll("input")) input.value = ""; }
    changed();
  });
  const charge = figures(7, contract.charge);
  charge.addEventListener("input", () => {
    contract.charge = yenIn(charge.value);
    changed();
  });
  const closing = figures(2, contract.closing);
  closing.addEventListener("input", () => {
    contract.closing = closingIn(closing.value);
    changed();
  });
  const asksClosing = line.closing.value !== "month-end" && line.month.value !== "prorated";
  return [
    element("div", { class: "plan-choices" }, old),
    month,
    labelled(words.say("charge"), charge),
    ...(asksClosing ? [labelled(words.say("closing"), closing)] : []),
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
  const read = () => act(monthDay(Number(year.value), Number(month.value)));
  year.addEventListener("input", read);
  month.addEventListener("input", read);
  return element(
    "fieldset",
    { class: "plan-month" },
    element("legend", {}, legend),
    element("div", { class: "plan-date" }, labelled(words.say("year"), year), labelled(words.say("month"), month)),
  );
}

/**
 * @param {number} digits
 * @param {number | null} value
 */
function figures(digits, value) {
  return /** @type {HTMLInputElement} */ (element("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: String(digits),
    size: String(digits),
    value: value === null ? null : String(value),
  }));
}

/**
 * @param {string} text
 * @param {HTMLInputElement} input
 */
function labelled(text, input) {
  input.id = `plan-field-${count += 1}`;
  return element("div", { class: "plan-labelled" }, element("label", { for: input.id }, text), input);
}

/**
 * @param {"radio" | "checkbox"} type
 * @param {string} name
 * @param {string} text
 * @param {boolean} on
 * @param {(on: boolean) => void} act
 */
function tick(type, name, text, on, act) {
  const input = /** @type {HTMLInputElement} */ (element("input", { type, name, checked: on }));
  input.addEventListener("change", () => act(input.checked));
  return element("label", { class: "plan-tick" }, input, element("span", {}, text));
}
