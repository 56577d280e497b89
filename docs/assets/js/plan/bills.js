// When the last bills come, and until when the account that pays them is kept.
/** @import { Case, Held } from "./case.js" */
import { monthEnd, monthStart } from "./calendar.js";
import { feeIsOpen } from "./timing.js";

/** So many months after the last bill the paying account is kept in reserve. */
const BILL_RESERVE = 1;

/**
 * The last day of the month in which the last bill of a line comes; as late as any line's where it is not known.
 * @param {Held} held
 * @param {Pick<Case, "answers" | "data" | "leaving" | "today">} all
 */
export function billDay({ line, timing }, { answers, data, leaving, today }) {
  // A number that is kept may move on any day until one leaves. Where billing months end within the month, the last
  // one is billed later.
  const end = answers.keep === "yes" ? leaving ?? today : timing.billing ?? timing.stops[1] ?? timing.stops[0];
  // Where it is not known on which day they end, it may be the month after.
  const later = line.closing.value === "by-contract" && !timing.closing ? 1 : 0;
  return monthEnd(end, (line.bill.value ?? data.longestBill) + later);
}

/**
 * The first day on which the paying account may be closed.
 * @param {Case} all
 */
export function closeDay(all) {
  return monthStart(Math.max(...all.held.map((held) => Math.max(billDay(held, all), feeDay(held)))), 1 + BILL_RESERVE);
}

/**
 * The last day of the month in which an early fee may be billed; the first of days where none is.
 * @param {Held} held
 */
function feeDay({ line, contract, timing: { stops: [first, last] } }) {
  const months = line.fee.billedAfter;
  return months && feeIsOpen(line, contract, first) ? monthEnd(last ?? first, months) : 0;
}
