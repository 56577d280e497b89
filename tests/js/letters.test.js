import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";

const letters = await import("../../docs/assets/js/letters.js");

test("a blank shows what was typed, on one line", () => {
  assert.equal(letters.shown("  Ada\n Lovelace ", "text", "en"), "Ada Lovelace");
  assert.equal(letters.shown("", "date", "en"), "");
});

test("a date is the day that was chosen, wherever the reader is, as the column writes it", () => {
  const before = process.env.TZ;
  for (const zone of ["Asia/Tokyo", "America/Los_Angeles"]) {
    inZone(zone, () => {
      assert.match(letters.shown("2026-07-01", "date", "en"), /\b1\b.*\b2026\b/);
      assert.equal(letters.shown("2026-07-01", "date", "ja"), "2026年7月1日");
    });
  }
  assert.equal(process.env.TZ, before);
});

test("what is no date leaves the blank empty", () => {
  for (const typed of ["20261-07-01", "202611-07-01", "soon"]) {
    assert.equal(letters.shown(typed, "date", "ja"), "");
  }
});

test("copied text has a line for each line, and a gap for each empty blank", () => {
  const text = (/** @type {string} */ words) => ({ textContent: words });
  assert.equal(
    letters.letterText([[text("Date: "), text("")], [text("To: "), text("Albatross"), text(".")]]),
    `Date: ${letters.GAP}\nTo: Albatross.`,
  );
});

/**
 * Acts in another time zone of this process.
 * @param {string} zone
 * @param {() => void} act
 */
function inZone(zone, act) {
  const kept = process.env.TZ;
  process.env.TZ = zone;
  try {
    act();
  } finally {
    // Undefined would be set as a word.
    if (kept === undefined) delete process.env.TZ;
    else process.env.TZ = kept;
  }
}
