// Clock times that are named as Japan's, of desks and of the last hour for a request, also in the time zone of a reader
// who is elsewhere. Written while the page is being read, so that nothing moves; the build puts this into such pages.
// Reckoned for today, so that the reader's summer time counts.
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
// Japan has no summer time.
const JAPAN = 540 * MINUTE;

/**
 * A clock time of today in Japan as the clocks elsewhere show it.
 * @param {string} clock `HH:MM`; 24:00 is the end of the day
 * @param {(instant: number) => number} ahead how far the clocks there are ahead of UTC at an instant, in milliseconds
 * @param {number} now in milliseconds
 * @returns {{clock: string, day: number}} with the days by which it falls on another date than in Japan
 */
export function elsewhere(clock, ahead, now) {
  const midnight = Math.floor((now + JAPAN) / DAY) * DAY;
  const instant = midnight - JAPAN + Date.parse(`1970-01-01T${clock}Z`);
  const shown = instant + ahead(instant);
  return { clock: new Date(shown).toISOString().slice(11, 16), day: Math.floor((shown - midnight) / DAY) };
}

/**
 * A time, or from when to when, elsewhere; null where the clocks there show the same.
 * @param {{open?: string, close?: string}} hours what closes before it opens closes on the next day
 * @param {(instant: number) => number} ahead
 * @param {number} now in milliseconds
 * @param {string[]} wording of a time on the day before and on the day after, with # for the clock time; then of
 *   from when to when, with two
 */
export function hoursElsewhere({ open, close = "" }, ahead, now, wording) {
  if (ahead(now) === JAPAN) return null;
  const closes = elsewhere(close, ahead, now);
  if (open && close < open) closes.day += 1;
  const [before, after, span] = wording;
  return (open ? [elsewhere(open, ahead, now), closes] : [closes]).reduce(
    (told, { clock, day }) => told.replace("#", day ? (day < 0 ? before : after).replace("#", clock) : clock),
    open ? span : "#",
  );
}

if (globalThis.customElements) {
  customElements.define(
    "own-hours",
    class extends HTMLElement {
      connectedCallback() {
        const place = /** @type {HTMLElement} */ (this.parentElement);
        const words = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=own-hours]"));
        const [whole, ...wording] = words.content.split("|");
        const ahead = (/** @type {number} */ instant) => -new Date(instant).getTimezoneOffset() * MINUTE;
        const own = hoursElsewhere(place.dataset, ahead, Date.now(), wording);
        if (own) this.textContent = whole.replace("#", own);
      }
    },
  );
}
