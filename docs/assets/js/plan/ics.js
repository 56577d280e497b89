// The plan as an iCalendar file (RFC 5545): all-day events, which belong to a day and to no time zone.
/** @import { Item } from "./plan.js" */
import { isoOf, MINUTE_MS } from "./calendar.js";

const LINE_BYTES = 75;
const END = "\r\n";
/** At nine in the morning, three days before. */
const REMINDER = "-P2DT15H";
/** Later exports have a higher number, so that a calendar takes the newer one. */
const COUNT_FROM = Date.UTC(2026, 0, 1);

/**
 * @param {Item[]} items
 * @param {object} about
 * @param {string} about.name of the calendar
 * @param {string} about.host what makes ids the site's own
 * @param {string} about.address of the plan
 * @param {(link: string) => string} about.whole a link of the plan as a whole address
 * @param {string} about.footer last line of each description
 * @param {number} about.now moment of the export
 */
export function calendarFile(items, { name, host, address, whole, footer, now }) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const sequence = Math.max(0, Math.floor((now - COUNT_FROM) / MINUTE_MS));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${host}//plan//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...items.flatMap((item) => [
      "BEGIN:VEVENT",
      `UID:plan-${item.id}@${host}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${date(item.day)}`,
      `DTEND;VALUE=DATE:${date(item.day + 1)}`,
      "TRANSP:TRANSPARENT",
      `SUMMARY:${escaped(item.text)}`,
      `DESCRIPTION:${
        escaped(
          [...item.points, item.why, ...item.links.map(({ to }) => whole(to)), `${footer} ${address}`].filter(Boolean)
            .join("\n"),
        )
      }`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(item.text)}`,
      `TRIGGER:${REMINDER}`,
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join(END) + END;
}

/** @param {number} day */
function date(day) {
  return isoOf(day).replaceAll("-", "");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/**
 * A line of at most 75 bytes, and further ones that begin with a space; no character is cut in two.
 * @param {string} line
 */
export function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      pieces.push("");
      bytes = 1;
    }
    pieces[pieces.length - 1] += character;
    bytes += size;
  }
  return pieces.join(`${END} `);
}
