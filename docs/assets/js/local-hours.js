// Clock times that are named as Japan's, of desks and of the last hour for a request, also in the time zone of a reader
// who is elsewhere. Reckoned for today, so that the reader's summer time counts.
import { words } from "./words.js";

const JAPAN = "Asia/Tokyo";
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * How far a zone's clocks are ahead of UTC at an instant.
 * @param {string} zone
 * @param {number} instant in milliseconds
 * @returns {number} milliseconds
 */
function ahead(zone, instant) {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  return shown - Math.floor(instant / MINUTE) * MINUTE;
}

/**
 * A clock time of today in Japan as the clocks of another zone show it.
 * @param {string} clock `HH:MM`; 24:00 is the end of the day
 * @param {string} zone
 * @param {number} now in milliseconds
 * @returns {{clock: string, day: number}} with the days by which it falls on another date than in Japan
 */
export function elsewhere(clock, zone, now) {
  const [hour, minute] = clock.split(":").map(Number);
  // Japan has no summer time.
  const offset = ahead(JAPAN, now);
  const midnight = Math.floor((now + offset) / DAY) * DAY;
  const instant = midnight - offset + (hour * 60 + minute) * MINUTE;
  const shown = instant + ahead(zone, instant);
  const day = Math.floor((shown - midnight) / DAY);
  return { clock: new Date(shown).toISOString().slice(11, 16), day };
}

/**
 * A time, or from when to when, in the reader's zone; null where the clocks there show the same.
 * @param {{open?: string, close: string}} hours what closes before it opens closes on the next day
 * @param {string} zone
 * @param {number} now in milliseconds
 * @param {{dayBefore: string, dayAfter: string}} wording with # for the clock time
 */
export function hoursElsewhere({ open, close }, zone, now, wording) {
  const closes = elsewhere(close, zone, now);
  if (closes.clock === close && !closes.day) return null;
  if (open && close < open) closes.day += 1;
  return (open ? [elsewhere(open, zone, now), closes] : [closes]).map(({ clock, day }) => {
    if (!day) return clock;
    return (day < 0 ? wording.dayBefore : wording.dayAfter).replace("#", clock);
  }).join("–");
}

/** Writes the reader's own behind every time that is named as Japan's; nothing where the two are the same. */
export function localHours() {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (!timeZone || timeZone === JAPAN) return;
  const { dayBefore, dayAfter } = words;
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-close]"))) {
    const { open, close = "" } = place.dataset;
    const own = hoursElsewhere({ open, close }, timeZone, Date.now(), { dayBefore, dayAfter });
    if (own) place.append(words.yourHours.replace("#", own));
  }
}
