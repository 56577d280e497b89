// The answers of a reader, and how they stand in the address of the page. What is not known to the plan is dropped.
/** @import { PlanData } from "./data.js" */
import { dayOf, isoOf, readDay } from "./calendar.js";

/**
 * What a reader says of the contract of one line.
 * @typedef {{signed: number | "old" | null, charge: number | null, closing: number | null}} Contract
 */

/**
 * @typedef {object} Answers
 * @property {string[]} held ids of lines and cards, and of UNNAMED
 * @property {"japan" | "abroad" | null} where
 * @property {number | "open" | null} leaving a day
 * @property {"yes" | "no" | null} keep
 * @property {"own" | "instalments" | "programme" | null} phone how the handset was bought
 * @property {number | null} rest yen left to pay for it
 * @property {number | null} bought first day of the month of its purchase
 * @property {Record<string, Contract>} contracts by line
 * @property {"card" | "bank" | "slip" | null} pay
 * @property {"close" | "keep" | null} account
 */

/** What may be chosen without a name: a monthly line, a travel SIM, a rented thing, the internet at home. */
export const UNNAMED = { line: "any-line", travel: "any-travel", rental: "any-rental", home: "any-home" };

const MOST_HELD = 12;
const MONTH = /^(\d{4})-(\d{2})$/;

/** @returns {Answers} */
export function noAnswers() {
  return {
    held: [],
    where: null,
    leaving: null,
    keep: null,
    phone: null,
    rest: null,
    bought: null,
    contracts: {},
    pay: null,
    account: null,
  };
}

/** @returns {Contract} */
export function noContract() {
  return { signed: null, charge: null, closing: null };
}

/**
 * The answers in the query of an address.
 * @param {string} query
 * @param {PlanData} data
 * @returns {Answers}
 */
export function readAnswers(query, data) {
  const asked = new URLSearchParams(query);
  const known = new Set([...data.lines, ...data.cards].map(({ id }) => id).concat(Object.values(UNNAMED)));
  const listed = (asked.get("c") ?? "").split(",").filter((id) => known.has(id));
  const held = [...new Set(listed)].slice(0, MOST_HELD);
  const lines = new Set(data.lines.map(({ id }) => id));
  const contracts = Object.fromEntries(
    held.filter((id) => lines.has(id)).map((id) => [id, {
      signed: signedIn(ofLine(asked.get("s"), id)),
      charge: yenIn(ofLine(asked.get("m"), id)),
      closing: closingIn(ofLine(asked.get("b"), id)),
    }]),
  );
  const leaving = asked.get("d") ?? "";
  return {
    held,
    where: oneOf(asked.get("at"), ["japan", "abroad"]),
    leaving: leaving === "open" ? "open" : reckonable(leaving, data),
    keep: oneOf(asked.get("keep"), ["yes", "no"]),
    phone: oneOf(asked.get("phone"), ["own", "instalments", "programme"]),
    rest: yenIn(asked.get("rest")),
    bought: monthIn(asked.get("bought")),
    contracts,
    pay: oneOf(asked.get("pay"), ["card", "bank", "slip"]),
    account: oneOf(asked.get("account"), ["close", "keep"]),
  };
}

/**
 * The query that holds the answers; empty where there are none.
 * @param {Answers} answers
 */
export function writeAnswers(answers) {
  const contracts = Object.entries(answers.contracts).filter(([id]) => answers.held.includes(id));
  const perLine = (/** @type {(contract: Contract) => string | number | null} */ value) =>
    contracts.map(([id, contract]) => [id, value(contract)]).filter(([, text]) => text !== null)
      .map((pair) => pair.join(".")).join(",");
  const all = {
    c: answers.held.join(","),
    at: answers.where,
    d: typeof answers.leaving === "number" ? isoOf(answers.leaving) : answers.leaving,
    keep: answers.keep,
    phone: answers.phone,
    rest: answers.rest,
    bought: monthOf(answers.bought),
    s: perLine(({ signed }) => (signed === "old" ? signed : monthOf(signed))),
    m: perLine(({ charge }) => charge),
    b: perLine(({ closing }) => closing),
    pay: answers.pay,
    account: answers.account,
  };
  // All values are letters, digits, dots, commas and hyphens, which an address may hold as they are.
  const given = Object.entries(all).filter(([, value]) => value !== null && value !== "");
  return given.length ? `?${given.map((pair) => pair.join("=")).join("&")}` : "";
}

/**
 * The first day of a month in figures, or null where there is none such.
 * @param {number} year
 * @param {number} month
 */
export function monthDay(year, month) {
  return year >= 1990 && year <= 2100 && month >= 1 && month <= 12 ? dayOf(year, month, 1) : null;
}

/**
 * What was typed for a number, as the figures alone: full-width ones, as Japanese keyboards give them, say the same,
 * and commas, spaces and the unit say nothing.
 * @param {string} typed
 */
export function figuresIn(typed) {
  return typed.normalize("NFKC").replace(/[\s,、]/g, "").replace(/^¥|(?:円|日元|日圓|yen|jpy|[年月日])$/i, "");
}

/** @param {string | null} text */
export function yenIn(text) {
  return /^\d{1,7}$/.test(text ?? "") ? Number(text) : null;
}

/** @param {string | null} text */
export function closingIn(text) {
  const day = /^\d{1,2}$/.test(text ?? "") ? Number(text) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

/** @param {string | null} text */
function monthIn(text) {
  const match = MONTH.exec(text ?? "");
  return match ? monthDay(Number(match[1]), Number(match[2])) : null;
}

/**
 * @param {string} text
 * @returns {Contract["signed"]}
 */
function signedIn(text) {
  return text === "old" ? "old" : monthIn(text);
}

/** @param {number | null} day */
function monthOf(day) {
  return day === null ? null : isoOf(day).slice(0, 7);
}

/**
 * A day up to which the plan knows holidays.
 * @param {string} text
 * @param {PlanData} data
 */
function reckonable(text, data) {
  const day = readDay(text);
  const last = readDay(data.last);
  return day !== null && last !== null && day > last ? null : day;
}

/**
 * What a list like `au.2026-03,docomo.old` says of one line.
 * @param {string | null} list
 * @param {string} id
 */
function ofLine(list, id) {
  const found = (list ?? "").split(",").find((entry) => entry.startsWith(`${id}.`));
  return found ? found.slice(id.length + 1) : "";
}

/**
 * @template {string} T
 * @param {string | null} text
 * @param {T[]} allowed
 * @returns {T | null}
 */
function oneOf(text, allowed) {
  return /** @type {T[]} */ (allowed).find((value) => value === text) ?? null;
}

/**
 * Whether something is left to pay for the handset.
 * @param {Answers["phone"]} phone
 */
export function owes(phone) {
  return phone === "instalments" || phone === "programme";
}
