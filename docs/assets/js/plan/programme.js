// Handset-return programmes: which one a purchase falls under, and its months.
/** @import { Line, Programme } from "./data.js" */
import { monthEnd, monthStart, readDay } from "./calendar.js";

/**
 * The programme of a line under which a handset was bought; null where none fits, or the month is not known.
 * @param {Line} line
 * @param {number | null} bought first day of the month of the purchase
 */
export function programmeOf(line, bought) {
  if (bought === null) return null;
  return line.programmes.find(({ since, until }) => {
    const first = since ? firstOf(since) : null;
    const last = until ? firstOf(until) : null;
    return (first === null || monthEnd(bought) >= first) && (last === null || bought <= last);
  }) ?? null;
}

/**
 * The first day on which the handset can be given back, and the last on which the most is waived.
 * @param {Programme} programme
 * @param {number} bought
 */
export function monthsOf({ opens, bestUntil }, bought) {
  return {
    opens: opens ? monthStart(bought, opens - 1) : null,
    bestUntil: bestUntil ? monthEnd(bought, bestUntil - 1) : null,
  };
}

/**
 * From when the handset can be given back, where that is after one leaves; else null.
 * @param {Programme} programme
 * @param {number} bought
 * @param {number | null} leaving null for who has left, and where it is not known
 */
export function opensAfter(programme, bought, leaving) {
  const { opens } = monthsOf(programme, bought);
  return leaving !== null && opens !== null && opens > leaving ? opens : null;
}

/**
 * What giving the handset back on a day costs besides the fee, at most.
 * @param {Programme} programme
 * @param {number} bought
 * @param {number} day
 */
export function extraOn({ bestUntil, beforeBest }, bought, day) {
  return beforeBest && bestUntil && day < monthStart(bought, bestUntil - 1) ? beforeBest : 0;
}

/**
 * A day, or the first day of a month or year.
 * @param {string} date
 */
function firstOf(date) {
  return readDay(`${date}-01-01`.slice(0, 10));
}
