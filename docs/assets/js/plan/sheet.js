// One page for the counter: the Japanese sentences of this plan, beside the reader's language.
/** @import { Plan } from "./plan.js" */
/** @import { PlanData } from "./data.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Wording } from "./wording.js" */
import { parts } from "./calendar.js";
import { element } from "../dom.js";
import { inApp } from "../in-app.js";
import { planButton } from "./button.js";

/** @typedef {{plan: Plan, answers: Answers, data: PlanData, words: Wording}} Sheet */

/** The sentences in the order of the talk, by the ids of phrases.yml, and when each is said. */
const SENTENCES = [
  { id: "going-home", when: (/** @type {Sheet} */ { answers }) => answers.keep !== "yes" },
  { id: "port-out-instead", when: (/** @type {Sheet} */ { answers }) => answers.keep === "yes" },
  { id: "mnp-number-please", when: (/** @type {Sheet} */ { answers }) => answers.keep === "yes" },
  { id: "leave-japan-on", when: (/** @type {Sheet} */ { plan }) => !plan.open && plan.leaving !== null },
  { id: "no-japanese", when: () => true },
  { id: "end-date", when: () => true },
  { id: "charged-until", when: () => true },
  { id: "cancellation-fee-due", when: () => true },
  { id: "device-balance", when: (/** @type {Sheet} */ { answers }) => answers.phone !== "own" },
  { id: "last-bill-when", when: () => true },
  { id: "bill-after-departure", when: (/** @type {Sheet} */ { answers }) => answers.account === "close" },
  { id: "sim-return", when: () => true },
  { id: "options-too", when: () => true },
  { id: "only-cancel", when: (/** @type {Sheet} */ { answers }) => answers.keep !== "yes" },
  { id: "write-it-down", when: () => true },
];

/**
 * The sheet, which prints on one page of paper.
 * @param {Sheet} sheet
 * @param {() => void} close
 */
export function counterSheet(sheet, close) {
  const { plan, data, words } = sheet;
  const rows = SENTENCES.filter(({ id, when }) => id in data.sentences && when(sheet)).map(({ id }) => {
    const { japanese, own } = data.sentences[id];
    const spoken = filled(
      japanese,
      data.japanese.blank,
      plan.leaving === null ? null : inFigures(plan.leaving, data.japanese.blank),
    );
    const meant = filled(own, words.say("sheet-date-blank"), plan.leaving === null ? null : words.date(plan.leaving));
    return element(
      "tr",
      {},
      element("td", { lang: data.japanese.lang }, spoken),
      // Who reads Japanese sees each sentence once, whatever the date looks like in it.
      japanese === own ? null : element("td", {}, meant),
    );
  });
  const names = plan.held.map(({ line }) => line.name).join(words.say("list-joint"));
  return element(
    "section",
    { class: "plan-sheet" },
    element("h3", { tabindex: "-1" }, words.say("take-sheet")),
    element("p", { class: "plan-sheet-names" }, names),
    element("table", { class: "plan-table" }, element("tbody", {}, ...rows)),
    element(
      "p",
      { class: "plan-buttons" },
      inApp() ? null : planButton(words.say("take-print"), () => print()),
      planButton(words.say("sheet-close"), close),
    ),
  );
}

/**
 * @param {string} sentence
 * @param {string} blank
 * @param {string | null} value
 */
function filled(sentence, blank, value) {
  return value === null ? sentence : sentence.replace(blank, value);
}

/**
 * The blank filled with the figures of a month and a day.
 * @param {number} day
 * @param {string} blank
 */
function inFigures(day, blank) {
  const { month, date } = parts(day);
  const figures = [month, date];
  return blank.replace(/○/g, () => String(figures.shift()));
}
