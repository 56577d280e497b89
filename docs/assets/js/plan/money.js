// What the end of the lines costs, from and to, with its workings. Only what the records hold and the reader gave.
/** @import { Line, PlanData, Sure } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Timing } from "./timing.js" */
import { noContract } from "./answers.js";
import { billingEnd, billingStart } from "./calendar.js";
import { extraOn, opensAfter, programmeOf } from "./programme.js";
import { feeEnds, feeIsOpen, LAST_OF_MONTH } from "./timing.js";

/**
 * One part of the sum. A part whose sum is not known has `from` and `to` null, and `ask` names the words for it.
 * @typedef {object} Part
 * @property {string} id key of its words
 * @property {Record<string, string | number>} [values] for its words
 * @property {number | null} from
 * @property {number | null} to
 * @property {string} [ask]
 * @property {string} [note]
 * @property {Sure | null} sure null for what the reader gave
 */
/**
 * @typedef {{from: number, to: number, open: boolean, known: boolean}} Sum
 * `open`: parts are missing; `known`: some are there
 */

/** @typedef {{leaving: number | null, today: number, open: boolean}} When `leaving` is null where it is not known */

/**
 * The parts of the sum of one line.
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 * @param {When} when
 * @returns {Part[]}
 */
export function partsOf(line, contract, timing, when) {
  return [
    lastMonth(line, contract, timing, when),
    ...fee(line, contract, timing, when),
    ...postage(line),
    ...goesOn(line),
  ];
}

/**
 * The parts of the sum that belong to no line: the handset.
 * @param {Answers} answers
 * @param {Line[]} lines
 * @param {When} when
 * @returns {Part[]}
 */
export function handsetParts(answers, lines, { leaving, today }) {
  /** @type {Part[]} */
  const whole = [{ id: "sum-handset", from: answers.rest, to: answers.rest, ask: "sum-rest", sure: null }];
  if (answers.phone !== "programme") return answers.phone === "instalments" ? whole : [];
  const { bought } = answers;
  const programmes = lines.map((line) => programmeOf(line, bought)).filter((one) => one !== null);
  const open = programmes.filter((one) => bought === null || opensAfter(one, bought, leaving) === null);
  if (programmes.length && !open.length) return whole;
  const fees = open.flatMap((programme) => {
    const extra = bought === null ? 0 : extraOn(programme, bought, leaving ?? today);
    const most = (programme.fee ?? 0) + extra;
    return most ? [{ id: "sum-programme-fee", from: 0, to: most, note: programme.name, sure: programme.sure }] : [];
  });
  // Given back in time, part of the rest is waived: how much stands in the contract.
  const rest = answers.rest === null ? null : 0;
  return [{ id: "sum-programme", from: rest, to: answers.rest, ask: "sum-rest", sure: null }, ...fees];
}

/**
 * @param {Part[]} counted
 * @returns {Sum}
 */
export function sumOf(counted) {
  const total = (/** @type {"from" | "to"} */ end) => counted.reduce((sum, part) => sum + (part[end] ?? 0), 0);
  const missing = counted.filter((part) => part.to === null).length;
  return { from: total("from"), to: total("to"), open: missing > 0, known: missing < counted.length };
}

/**
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 * @param {When} when
 * @returns {Part}
 */
function lastMonth(line, contract, timing, { open }) {
  const { value, sure, note } = line.month;
  const [least, most] = contract.charge === null ? line.prices ?? [null, null] : [contract.charge, contract.charge];
  const stop = timing.stops[1] ?? timing.stops[0];
  const known = { ask: "sum-own", sure, note };
  if (value === "free") return { id: "sum-month-free", from: 0, to: 0, ...known };
  if (value === "full") return { id: "sum-month-full", from: least, to: most, ...known };
  if (value !== "prorated") {
    return { id: "sum-month-unknown", from: least === null ? null : 0, to: most, ...known };
  }
  // Of a day that is not fixed no share is known.
  if (open) return { id: "sum-month-by-day", from: least === null ? null : 0, to: most, ...known };
  const closing = timing.closing || LAST_OF_MONTH;
  const start = billingStart(stop, closing);
  const all = billingEnd(stop, closing) - start + 1;
  const days = stop - start + 1;
  const share = least === null ? null : Math.ceil((least * days) / all);
  // Its note tells when the full month is charged after all.
  return { id: "sum-month-prorated", values: { days, all }, from: share, to: note ? most : share, ...known };
}

/**
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 * @param {When} when
 * @returns {Part[]}
 */
function fee(line, contract, timing, { open, today }) {
  const { value, sure, note, within, since, allow } = line.fee;
  const most = Math.max(value ?? 0, allow ?? 0);
  const ofYoung = Boolean(within || since);
  const id = ofYoung || !value ? "sum-fee" : "sum-fee-always";
  if (!feeIsOpen(line, contract, open ? today : timing.stops[0])) return [];
  if (value === undefined && allow === undefined) return [{ id, from: null, to: null, ask: "sum-ask", note, sure }];
  if (most === 0) return [];
  const passes = open && feeEnds(line, contract) !== null;
  const least = sure === "disputed" || sure === "unknown" || passes ? 0 : value ?? 0;
  if (ofYoung && contract.signed === null) {
    return [{ id, from: 0, to: most, ask: "sum-fee-unsigned", note, sure }];
  }
  return [{ id, from: least, to: most, note, sure }];
}

/**
 * @param {Line} line
 * @returns {Part[]}
 */
function postage(line) {
  if (line.sim.value !== "required") return [];
  return [{
    id: "sum-postage",
    from: null,
    to: null,
    ask: "sum-postage-own",
    note: line.sim.note,
    sure: line.sim.sure,
  }];
}

/**
 * @param {Line} line
 * @returns {Part[]}
 */
function goesOn(line) {
  return line.goesOn.map((note) => ({ id: "sum-goes-on", from: null, to: null, ask: "sum-ask", note, sure: null }));
}

/**
 * The parts of all lines that are ended, and of the handset.
 * @param {PlanData} data
 * @param {Answers} answers
 * @param {Map<string, Timing>} timings
 * @param {When} when
 */
export function reckon(data, answers, timings, when) {
  const lines = data.lines.filter(({ id }) => timings.has(id)).map((line) => {
    const timing = /** @type {Timing} */ (timings.get(line.id));
    const counted = partsOf(line, answers.contracts[line.id] ?? noContract(), timing, when);
    return { name: line.name, page: line.page, parts: counted, sum: sumOf(counted) };
  });
  const handset = handsetParts(answers, data.lines.filter(({ id }) => timings.has(id)), when);
  return { lines, handset, all: sumOf([...lines.flatMap(({ parts: own }) => own), ...handset]) };
}
