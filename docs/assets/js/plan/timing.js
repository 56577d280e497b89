// When one line is to be cancelled: pure arithmetic over its rules. Days are those of calendar.js.
/** @import { Business } from "./calendar.js" */
/** @import { Line } from "./data.js" */
/** @import { Contract } from "./answers.js" */
import { billingEnd, minuteOf, monthEnd, monthStart, readDay } from "./calendar.js";

/** One day is kept in hand: what fails on the day told can be done on the next. */
export const RESERVE = 1;
/** So many days without the line before leaving are worth a month's charge. */
const WEEK = 7;
/** So far back is looked for the best day: two billing months. */
const LOOK_BACK = 62;
/** So many days before the last safe day one applies where the line runs to the month's end anyway. */
const MOST_AHEAD = 5;
/** So many days are needed to move codes and accounts before one gives up the line for a month's charge. */
export const SETTLE = 3;
export const LAST_OF_MONTH = 31;
/** So many days the post is given within Japan, where what is sent has to be there by the notice day. */
const POST = 3;

/**
 * @typedef {object} Timing
 * @property {number | null} apply the day to apply; null where it can no longer be done in Japan
 * @property {number | null} latest the last safe day, reserve included; null where there is none any more
 * @property {number | null} cheapest the last day that saves a month, where it leaves too little time to choose it
 * @property {number | null} cheapestStop the day by which the line stops then
 * @property {number | null} choose the last day of the line, where the reader chooses it
 * @property {[number, number | null]} stops first and last day on which the line may stop; null: not known
 * @property {number | null} billing last day of the last billing month, where its closing day is known
 * @property {number | null} paidTo until when days cost as much as the last one, where that is known
 * @property {number | null} noticeEnd the last day on which a request counts for the month of `apply`
 * @property {number} closing day of the month on which billing months end, 0: not known
 * @property {boolean} late the proper day has passed
 * @property {boolean} missed the notice day of this month has passed, so that one more is charged
 * @property {number | null} free the first day without an early fee, where waiting for it helps
 * @property {number} without days without the line before leaving, where they save a month
 * @property {"same" | "day"} earlier what a day earlier changes
 * @property {"same" | "day" | "month" | "leaves"} later what a day later changes
 * @property {number | null} laterStop until when the line may run then, where what fails is done on the day after
 */

/**
 * The days on which the line may stop after a request on a day.
 * @param {Line} line
 * @param {number} day
 * @param {Business} business
 * @param {number} closing
 * @returns {[number, number | null]}
 */
export function stopsAfter(line, day, business, closing) {
  const counts = day + (line.sim.endsLine ? POST : 0);
  const inMonth = counts <= noticeEnd(line, day) ? monthEnd(day) : monthEnd(day, 1);
  switch (line.effect.value) {
    case "same-day":
    case "chosen-day":
      return [day, day];
    case "next-day":
      return [day + 1, day + 1];
    case "same-or-next-day":
      return [day, day + 1];
    case "same-or-next-business-day":
      return [day, business.next(day)];
    case "month-end":
      return [inMonth, inMonth];
    case "closing-day":
      return closing ? [billingEnd(day, closing), billingEnd(day, closing)] : [day, null];
    default:
      // Not known: it may stop at once; a notice day says that it ends with a month at the latest.
      return [day, hasNotice(line) ? inMonth : null];
  }
}

/**
 * Whether requests count for a month only until some day of it.
 * @param {Line} line
 */
export function hasNotice(line) {
  return line.notice.value !== undefined && line.notice.value !== "none";
}

/**
 * The last day of the month of `day` on which a request counts for that month.
 * @param {Line} line
 * @param {number} day
 */
export function noticeEnd(line, day) {
  const { value } = line.notice;
  if (value === "day-before-last") return monthEnd(day) - 1;
  if (typeof value === "number") return Math.min(monthStart(day) + value - 1, monthEnd(day));
  // Not known of a line that stops at the month's end: the last day may be too late.
  return value === undefined && line.effect.value === "month-end" ? monthEnd(day) - 1 : monthEnd(day);
}

/**
 * The day of the month on which billing months end; 0 where that is not known.
 * @param {Line} line
 * @param {Contract} contract
 */
export function closingDay(line, contract) {
  if (contract.closing) return contract.closing;
  return line.closing.value === "month-end" ? LAST_OF_MONTH : 0;
}

/**
 * Whether no monthly charge runs, so that no day of the month costs less than another.
 * @param {Line} line
 * @param {Contract} contract
 */
export function isFree(line, contract) {
  return line.month.value === "free" || (contract.charge ?? line.prices?.[1]) === 0;
}

/**
 * The first day on which a request still can be made: today, or tomorrow where today's hour has passed.
 * @param {Line} line
 * @param {{today: number, minute: number}} now
 */
export function firstDay(line, now) {
  const clock = line.cutOff.value;
  if (clock === undefined || clock === "none") return now.today;
  // Where a notice day counts, the hour is that of the notice day alone.
  if (hasNotice(line) && now.today !== noticeEnd(line, now.today)) return now.today;
  return now.minute < minuteOf(clock) ? now.today : now.today + 1;
}

/**
 * The first day on which the early fee is no longer due; null where there is none, or the signing is not known.
 * Only the month of signing is known, so the year counts from its last day.
 * @param {Line} line
 * @param {Contract} contract
 */
export function feeEnds(line, contract) {
  const { within } = line.fee;
  if (!within || typeof contract.signed !== "number" || !mayPayFee(line, contract)) return null;
  return monthStart(contract.signed, within + 1);
}

/**
 * Whether an early fee may be due, by what the reader says of the signing.
 * @param {Line} line
 * @param {Contract} contract
 */
export function mayPayFee(line, { signed }) {
  const { value, within, since } = line.fee;
  if (signed === null) return true;
  // Without a term or a first day the fee does not hang on the age of the contract.
  if (signed === "old") return value !== 0 && !within && !since;
  const first = since ? readDay(since) : null;
  return first === null || monthEnd(signed) >= first;
}

/**
 * Whether an early fee may be due where the line stops from a day on.
 * @param {Line} line
 * @param {Contract} contract
 * @param {number} stop
 */
export function feeIsOpen(line, contract, stop) {
  const ends = feeEnds(line, contract);
  return mayPayFee(line, contract) && (ends === null || stop < ends);
}

/**
 * When to cancel a line.
 * @param {Line} line
 * @param {Contract} contract
 * @param {{today: number, minute: number}} now
 * @param {number | null} leaving the leaving day; null for who has left
 * @param {Business} business
 * @returns {Timing}
 */
export function timingOf(line, contract, now, leaving, business) {
  const closing = closingDay(line, contract);
  const from = firstDay(line, now);
  const stops = (/** @type {number} */ day) => stopsAfter(line, day, business, closing);
  // What is charged is judged by the day after: the reserve may be needed.
  const cost = (/** @type {number} */ day) => costOf(line, stops(day + RESERVE)[1] ?? day + RESERVE, closing);
  const boldCost = (/** @type {number} */ day) => costOf(line, stops(day)[1] ?? day, closing);
  const free = feeEnds(line, contract);
  const runsOn = line.effect.value === "month-end";

  /** @param {number} day @param {number} end */
  function isSafe(day, end) {
    if (day + RESERVE > end) return false;
    const last = stops(day + RESERVE)[1];
    return last === null || last <= (endsWithMonth(line) ? monthEnd(end) : end);
  }

  const { apply, latest, late, cheapest } = leaving === null ? away() : before(leaving);

  /** One has left: as soon as the codes can be moved, on a day that costs no more than today. */
  function away() {
    const price = cost(from);
    // Without a month's price nothing says until when one may wait.
    if (price === 0) return { apply: from, latest: null, late: false, cheapest: null };
    let last = from;
    while (last < from + LOOK_BACK && cost(last + 1) === price) last += 1;
    return { apply: Math.min(from + SETTLE, last), latest: last, late: false, cheapest: hasty(price, null) };
  }

  /** @param {number} end */
  function before(end) {
    let last = end - RESERVE;
    while (last >= end - LOOK_BACK && !isSafe(last, end)) last -= 1;
    if (last < from) return { apply: from <= end ? from : null, latest: null, late: true, cheapest: null };
    let best = last;
    for (let day = last; day >= Math.max(from, end - LOOK_BACK); day -= 1) {
      // The earlier one applies, the earlier it stops.
      if (end - stops(day)[0] > WEEK) break;
      if (!isSafe(day, end)) continue;
      if (cost(day) < cost(best)) best = day;
    }
    if (!runsOn && (best === last || best < from + SETTLE)) {
      const cheapest = hasty(cost(last), end);
      if (cheapest !== null) return { apply: last, latest: last, late: false, cheapest };
    }
    return { apply: runsOn ? early(best) : best, latest: best, late: false, cheapest: null };
  }

  /**
   * The last of the days too near to move the accounts that cost a month less. No reserve is kept: what fails costs
   * what waiting would have cost.
   * @param {number} price of waiting
   * @param {number | null} end the leaving day; null for who has left
   */
  function hasty(price, end) {
    // Who does not know that it saves a month does not hurry.
    if (line.month.value === undefined) return null;
    for (let day = Math.min(from + SETTLE, end ?? Infinity) - 1; day >= from; day -= 1) {
      if (boldCost(day) < price && (end === null || end - stops(day)[0] <= WEEK)) return day;
    }
    return null;
  }

  /** Where the line runs on anyway, a few days are kept in hand. @param {number} last */
  function early(last) {
    const end = stops(last)[1];
    let day = last;
    while (day > from && day > last - MOST_AHEAD && stops(day - 1)[1] === end) day -= 1;
    return day;
  }

  const day = apply ?? from;
  const [first, last] = stops(day);
  const choose = line.effect.value === "chosen-day" ? chosen(day) : null;

  /** @param {number} applied */
  function chosen(applied) {
    const end = leaving === null ? applied : Math.max(applied, leaving);
    return closing ? Math.min(end, billingEnd(applied, closing)) : end;
  }

  const ends = /** @type {[number, number | null]} */ (choose === null ? [first, last] : [choose, choose]);
  const final = ends[1] ?? ends[0];
  return {
    apply,
    latest,
    cheapest,
    cheapestStop: cheapest === null ? null : stops(cheapest)[1],
    choose,
    stops: ends,
    billing: closing && line.month.value !== "prorated" ? billingEnd(final, closing) : null,
    paidTo: paidTo(line, final, closing),
    noticeEnd: hasNotice(line) ? noticeEnd(line, day) : null,
    closing,
    late,
    missed: endsWithMonth(line) && last !== null && last > monthEnd(leaving ?? day),
    free: free !== null && free <= day && free > day - WEEK ? free : null,
    without: leaving !== null && costOf(line, final, closing) < costOf(line, leaving, closing) ? leaving - final : 0,
    earlier: line.month.value === "prorated" ? "day" : "same",
    ...laterOf(),
  };

  /** What a day later than the day told changes, the reserve counted. */
  function laterOf() {
    const next = stops(day + 1 + RESERVE)[1];
    if (cost(day + 1) > cost(day)) return { later: /** @type {const} */ ("month"), laterStop: next };
    if (line.month.value === "prorated") return { later: /** @type {const} */ ("day"), laterStop: next };
    const past = leaving !== null && !endsWithMonth(line) && next !== null && next > leaving;
    return { later: past ? /** @type {const} */ ("leaves") : /** @type {const} */ ("same"), laterStop: next };
  }
}

/**
 * Whether the line runs to the end of a month whenever one applies.
 * @param {Line} line
 */
function endsWithMonth(line) {
  return line.effect.value === "month-end" || (line.effect.value === undefined && hasNotice(line));
}

/**
 * Of two days, the one that costs a month more has the higher number. 0 where days cost the same.
 * @param {Line} line
 * @param {number} stop
 * @param {number} closing
 */
function costOf(line, stop, closing) {
  if (line.month.value === "prorated" || line.month.value === "free") return 0;
  return monthsOver(line, stop, closing).reduce((sum, end) => sum + end, 0);
}

/**
 * The last of the days that cost as much as one; null where that is not known.
 * @param {Line} line
 * @param {number} stop
 * @param {number} closing
 */
function paidTo(line, stop, closing) {
  const ends = line.month.value === "prorated" ? [] : monthsOver(line, stop, closing);
  return ends.length ? Math.min(...ends) : null;
}

/**
 * The last days of the months that are charged where the line stops on a day. A line that runs to the end of a month
 * costs one more with the next, whatever its billing months are.
 * @param {Line} line
 * @param {number} stop
 * @param {number} closing
 */
function monthsOver(line, stop, closing) {
  const own = closing || (endsWithMonth(line) ? LAST_OF_MONTH : 0);
  return [
    ...own ? [billingEnd(stop, own)] : [],
    ...line.closing.orMonthEnd ? [monthEnd(stop)] : [],
  ];
}
