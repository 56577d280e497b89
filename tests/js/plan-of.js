// Plans of one line that is nobody's, for the tests of the plan.
import { readAnswers } from "../../docs/assets/js/plan/answers.js";
import { readDay } from "../../docs/assets/js/plan/calendar.js";
import { makePlan } from "../../docs/assets/js/plan/plan.js";

/** @param {string} text */
export const day = (text) => /** @type {number} */ (readDay(text));

/** The least that the plan can be made from. @returns {any} */
export const data = () => ({ lines: [{ id: "one" }, { id: "two" }], cards: [{ id: "card" }], words: {} });

/**
 * A plan of one line whose words are their own keys.
 * @param {string} asked
 * @param {any} [line] what differs from a line that stops the same day and whose every month is a calendar month
 * @param {Record<string, string>} [own] words that are more than their keys
 * @param {{minute?: number, cards?: any[], lines?: any[]}} [more] the minute of today in Japan, cards that may be held,
 *   and what differs in further lines
 */
export function planOf(asked, line = {}, own = {}, { minute = 600, cards = [], lines = [] } = {}) {
  const sure = "official";
  const known = {
    id: "one",
    name: "One",
    page: "carriers/one/",
    effect: { value: "same-day", sure },
    cutOff: { sure },
    notice: { value: "none", sure },
    month: { value: "full", sure },
    closing: { value: "month-end", sure },
    fee: { value: 0, sure },
    sim: { value: "not-required", sure },
    bill: { value: 1, sure },
    way: "online",
    shop: true,
    hand: "",
    keep: "keep",
    abroad: "",
    endsFirst: [],
    goesOn: [],
    programmes: [],
    ...line,
  };
  const words = { "sentence-joint": ". ", weekdays: [], months: [], ...own };
  const all = {
    ...data(),
    lines: [known, ...lines.map((other) => ({ ...known, ...other }))],
    cards,
    words,
    closed: [],
    last: "2029-12-31",
    longestBill: 3,
  };
  const plan = makePlan(/** @type {any} */ (all), readAnswers(asked, /** @type {any} */ (all)), {
    today: day("2026-11-29"),
    minute,
  });
  const items = Object.fromEntries(plan.items.map((item) => [item.id, item]));
  return { plan, items, text: (/** @type {string} */ id) => items[id]?.text };
}
