import assert from "node:assert/strict";
import { before, test } from "node:test";
import { apart, guesses } from "../../docs/assets/js/search/spelling.js";
import { tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});
/** @param {string} word @param {boolean} typing */
const words = (word, typing) => guesses(word, tables, typing).map(([term]) => term);

test("typing errors are counted", () => {
  assert.equal(apart("lantern", "lantern", 2), 0);
  assert.equal(apart("lantern", "lanttern", 2), 1);
  assert.equal(apart("lantern", "lanern", 2), 1);
  assert.equal(apart("lantern", "lamtern", 2), 1);
  assert.equal(apart("lantern", "latnern", 2), 1, "two letters exchanged are one error");
  assert.equal(apart("lantern", "latnrn", 2), 2);
});

test("above the limit the number does not matter", () => {
  assert.equal(apart("lantern", "kite", 2), 3);
  assert.equal(apart("lantern", "lxxxern", 1), 2);
  assert.equal(apart("lantern", "bantern", 2), 3, "the first letter must be right");
});

test("it does not matter which word is the wrong one", () => {
  for (const [one, other] of [["bittern", "bitern"], ["albatross", "albtaross"], ["moth", "mouth"]]) {
    assert.equal(apart(one, other, 2), apart(other, one, 2));
  }
});

test("a word is completed while it is typed, and only then", () => {
  assert.ok(words("alb", true).includes("albatross"));
  assert.deepEqual(words("alb", false), []);
  assert.deepEqual(words("a", true), [], "one letter is too little");
});

test("a word with a typing error is understood", () => {
  assert.deepEqual(words("lantren", false), ["lantern"]);
  assert.deepEqual(words("albtros", false), [], "short words may have one error");
  assert.ok(words("albbtros", false).includes("albatross"), "long ones two");
});

test("a known word stands for itself", () => {
  assert.deepEqual(words("lantern", false), []);
});

test("a number is completed while it is typed", () => {
  assert.deepEqual(words("0000", true), ["0000111222"]);
  assert.deepEqual(words("00", true), []);
  assert.deepEqual(words("0000", false), []);
});
