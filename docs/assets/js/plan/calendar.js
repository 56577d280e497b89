// Days as whole numbers, counted from 1 January 1970 in UTC: no local midnight, no daylight saving, no time zone.
// All dates of the plan are days in Japan.

const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
const JAPAN_MS = 9 * 60 * MINUTE_MS;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const SATURDAY = 6;
const SUNDAY = 0;

/**
 * The day of a date; a month or day beyond its range runs on into the next.
 * @param {number} year from 1970
 * @param {number} month 1 to 12
 * @param {number} date 1 to 31
 */
export function dayOf(year, month, date) {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

/**
 * The parts of a day; `weekday` counts from Sunday, which is 0.
 * @param {number} day
 */
export function parts(day) {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), weekday: at.getUTCDay() };
}

/**
 * The day of `2026-12-20`, or null where there is no such day.
 * @param {string} text
 */
export function readDay(text) {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number);
  const day = dayOf(year, month, date);
  return year >= 1970 && isoOf(day) === text ? day : null;
}

/**
 * A day as `2026-12-20`.
 * @param {number} day
 */
export function isoOf(day) {
  const { year, month, date } = parts(day);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

/**
 * The first day of the month so many months after the one that `day` is in.
 * @param {number} day
 * @param {number} months
 */
export function monthStart(day, months = 0) {
  const { year, month } = parts(day);
  return dayOf(year, month + months, 1);
}

/**
 * The last day of the month so many months after the one that `day` is in.
 * @param {number} day
 * @param {number} months
 */
export function monthEnd(day, months = 0) {
  return monthStart(day, months + 1) - 1;
}

/**
 * The last day of the billing month that holds `day`, where billing months end on the `closing`th, or on the last
 * day of a month that is shorter.
 * @param {number} day
 * @param {number} closing 1 to 31
 */
export function billingEnd(day, closing) {
  const inMonth = (/** @type {number} */ months) => {
    const start = monthStart(day, months);
    return Math.min(start + closing - 1, monthEnd(day, months));
  };
  return inMonth(0) >= day ? inMonth(0) : inMonth(1);
}

/**
 * The first day of that billing month.
 * @param {number} day
 * @param {number} closing 1 to 31
 */
export function billingStart(day, closing) {
  const inMonth = (/** @type {number} */ months) =>
    Math.min(monthStart(day, months) + closing - 1, monthEnd(day, months)) + 1;
  return inMonth(0) <= day ? inMonth(0) : inMonth(-1);
}

/**
 * The day and the minute of that day in Japan, at a moment.
 * @param {number} moment milliseconds as of `Date.now()`
 */
export function inJapan(moment) {
  const there = moment + JAPAN_MS;
  const today = Math.floor(there / DAY_MS);
  return { today, minute: Math.floor((there - today * DAY_MS) / MINUTE_MS) };
}

/**
 * The minute of the day of `21:10`.
 * @param {string} clock
 */
export function minuteOf(clock) {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

/** The days on which business is done. */
export class Business {
  /** @param {string[]} closed weekdays on which none is done */
  constructor(closed) {
    this.closed = new Set(closed.map((text) => readDay(text)));
  }

  /** @param {number} day */
  isOpen(day) {
    const { weekday } = parts(day);
    return weekday !== SATURDAY && weekday !== SUNDAY && !this.closed.has(day);
  }

  /**
   * The first business day after `day`.
   * @param {number} day
   */
  next(day) {
    let found = day + 1;
    while (!this.isOpen(found)) found += 1;
    return found;
  }
}
