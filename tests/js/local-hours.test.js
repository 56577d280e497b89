// The hours of desks in Japan in other time zones.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";

const { elsewhere, hoursElsewhere } = await import("../../docs/assets/js/local-hours.js");
const WORDING = ["(-1) #", "(+1) #", "#–#"];
/**
 * How far the clocks of a zone are ahead of UTC.
 * @param {string} zone
 */
const zone = (zone) => (/** @type {number} */ instant) => {
  const shown = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${shown.format(instant).replace(" ", "T")}Z`) - instant;
};
/** @param {string} time in Japan */
const at = (time) => Date.parse(`${time}+09:00`);
const WINTER = at("2026-01-15T10:00");
const SUMMER = at("2026-07-15T10:00");

test("summer time of the reader counts", () => {
  assert.deepEqual(elsewhere("09:00", zone("Europe/London"), WINTER), { clock: "00:00", day: 0 });
  assert.deepEqual(elsewhere("09:00", zone("Europe/London"), SUMMER), { clock: "01:00", day: 0 });
  // The night in which London's clocks go forward: 00:30 before it, 02:30 after it.
  const change = at("2026-03-29T12:00");
  assert.deepEqual(elsewhere("09:30", zone("Europe/London"), change), { clock: "00:30", day: 0 });
  assert.deepEqual(elsewhere("10:30", zone("Europe/London"), change), { clock: "02:30", day: 0 });
});

test("what falls on another day says so", () => {
  const hours = { open: "09:00", close: "20:00" };
  assert.equal(hoursElsewhere(hours, zone("America/Los_Angeles"), WINTER, WORDING), "(-1) 16:00–03:00");
  assert.equal(
    hoursElsewhere({ open: "10:00", close: "22:00" }, zone("Pacific/Auckland"), WINTER, WORDING),
    "14:00–(+1) 02:00",
  );
  assert.equal(hoursElsewhere(hours, zone("Asia/Shanghai"), SUMMER, WORDING), "08:00–19:00");
  assert.equal(hoursElsewhere(hours, zone("Asia/Kathmandu"), SUMMER, WORDING), "05:45–16:45");
  const japanese = [...WORDING.slice(0, 2), "#〜#"];
  assert.equal(hoursElsewhere(hours, zone("Asia/Kathmandu"), SUMMER, japanese), "05:45〜16:45");
});

test("the end of the day is the beginning of the next", () => {
  assert.deepEqual(elsewhere("24:00", zone("Asia/Shanghai"), WINTER), { clock: "23:00", day: 0 });
  assert.deepEqual(elsewhere("24:00", zone("Australia/Brisbane"), WINTER), { clock: "01:00", day: 1 });
});

test("the day is Japan's, also where it is another one at the reader's", () => {
  for (const now of [at("2026-01-15T00:01"), at("2026-01-15T23:59")]) {
    assert.deepEqual(elsewhere("09:00", zone("Pacific/Honolulu"), now), { clock: "14:00", day: -1 });
  }
});

test("nothing is said where the clocks are the same", () => {
  assert.equal(hoursElsewhere({ open: "09:00", close: "20:00" }, zone("Asia/Seoul"), WINTER, WORDING), null);
  assert.equal(hoursElsewhere({ open: "09:00", close: "24:00" }, zone("Asia/Tokyo"), WINTER, WORDING), null);
});

test("one hour is told as one, and what goes on overnight ends on the next day", () => {
  assert.equal(hoursElsewhere({ close: "21:10" }, zone("Asia/Shanghai"), WINTER, WORDING), "20:10");
  assert.equal(hoursElsewhere({ close: "09:00" }, zone("America/Los_Angeles"), WINTER, WORDING), "(-1) 16:00");
  assert.equal(hoursElsewhere({ close: "21:10" }, zone("Asia/Seoul"), WINTER, WORDING), null);
  const night = { open: "20:00", close: "09:30" };
  assert.equal(hoursElsewhere(night, zone("Asia/Shanghai"), WINTER, WORDING), "19:00–(+1) 08:30");
  assert.equal(hoursElsewhere(night, zone("America/Los_Angeles"), WINTER, WORDING), "03:00–16:30");
});
