import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readQuery } from "../../docs/assets/js/search/query.js";
import { SHARES, UNKNOWN } from "../../docs/assets/js/search/weights.js";
import { tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});
/** @param {string} text */
const read = (text) => readQuery(text, tables);

test("a carrier is named by any of its names, in any case, with a typing error too", () => {
  for (const text of ["Albatross", "ALBATROSS WIRELESS", "ａｌｂａｔｒｏｓｓ", "albatrss ", "albatrosswireless"]) {
    assert.deepEqual(read(text).carriers, [1], text);
  }
});

test("a product names its carrier too", () => {
  const query = read("albatross moth");
  assert.deepEqual(query.carriers, [1]);
  assert.deepEqual(query.products, [tables.sections.findIndex(({ id }) => id === "product-moth")]);
});

test("words that mean the same are the same unit", () => {
  assert.deepEqual(read("price ").units[0].terms, read("fee ").units[0].terms);
});

test("words of any subject count less than names, and words about nothing hardly", () => {
  assert.equal(read("bittern ").units[0].share, SHARES.named);
  assert.equal(read("fee ").units[0].share, SHARES.everyday);
  assert.equal(read("please ").units[0].share, SHARES.nothing);
});

test("words of questions are left out", () => {
  assert.deepEqual(read("what is the ").units, []);
  assert.equal(read("what is the lantern ").units.length, 1);
});

test("what the guide does not know is counted by its script", () => {
  assert.equal(read("zeppelin ").unknown, UNKNOWN.latin);
  assert.equal(read("蒸").unknown, UNKNOWN.han);
  assert.equal(read("ぬ").unknown, UNKNOWN.kana);
  assert.equal(read("what ").unknown, 0);
});

test("a phone number is one word however it is set apart", () => {
  const terms = ["0000111222 ", "0000-111-222 ", "0000 111 222 ", "(0000) 111.222 "].map((text) =>
    read(text).units[0].terms
  );
  for (const other of terms) assert.deepEqual(other, terms[0]);
});

test("the day of a date is not looked for, other numbers are", () => {
  const month = read("march ").units.length;
  for (const text of ["march 31 ", "31 march ", "March 31st ", "1st march "]) {
    assert.equal(read(text).units.length, month, text);
  }
  assert.equal(read("3月31日 ").unknown, read("3月 ").unknown);
  assert.ok(read("lantern 31 ").unknown > 0);
});

test("an unfinished word counts only at the end of what is typed", () => {
  assert.equal(read("lant").units.length, 1);
  assert.equal(read("lant kite ").units.length, 1);
});

test("nothing is read from nothing", () => {
  for (const text of ["", "   ", "!?"]) assert.deepEqual([read(text).units, read(text).unknown], [[], 0], text);
});

test("a name that is a common word is none in a sentence", async () => {
  const { Folding } = await import("../../docs/assets/js/search/text.js");
  const { Tables } = await import("../../docs/assets/js/search/tables.js");
  const { index } = await import("./guide.js");
  const common = { ...index() };
  common.carriers = [...common.carriers, [0, "his"]];
  const other = await Tables.from(common, new Folding(common.fold));
  assert.deepEqual(readQuery("his lantern", other).carriers, [0]);
  assert.deepEqual(readQuery("what is his lantern", other).carriers, []);
});
