import assert from "node:assert/strict";
import { test } from "node:test";
import { Folding, stem } from "../../docs/assets/js/search/text.js";

const folding = new Folding(["籠樂楽", "笼乐乐"]);
/** @param {string} text */
const words = (text) => folding.atoms(text).map((atom) => atom.word);

test("the endings of an English word are cut off", () => {
  const families = [
    ["cancel", "cancels", "cancelled", "cancelling", "cancellation", "cancellations"],
    ["fee", "fees"],
    ["copy", "copies"],
    ["box", "boxes"],
    ["move", "moved", "moving", "moves"],
    ["stop", "stopped", "stopping"],
  ];
  for (const [first, ...others] of families) {
    for (const other of others) assert.equal(stem(other), stem(first), other);
  }
});

test("what only looks like an ending stays", () => {
  for (const word of ["bus", "pass", "sing", "red", "i18n", "bed", "as"]) assert.equal(stem(word), word);
});

test("width, case, accents, kana and variants of characters are made equal", () => {
  for (
    const [one, other] of [["Ａ", "a"], ["É", "e"], ["カ", "か"], ["ｶ", "か"], ["籠", "笼"], ["樂", "乐"], ["ế", "e"]]
  ) {
    assert.equal(folding.one(one), folding.one(other), one);
  }
  assert.notEqual(folding.one("か"), folding.one("が"));
});

test("a compatibility form of a variant is folded twice", () => {
  // U+F914 is another code for the same character.
  assert.equal(folding.one("\uf914"), "乐");
});

test("a Latin word is one atom, and so is every CJK character", () => {
  assert.deepEqual(folding.atoms("Kite 籠は"), [
    { word: "kit", start: 0, end: 4, han: false },
    { word: "笼", start: 5, end: 6, han: true },
    { word: "は", start: 6, end: 7, han: true },
  ]);
});

test("places count the units of the text as it was typed", () => {
  const text = "ｋｉｔｅ㍿籠";
  const atoms = folding.atoms(text);
  assert.deepEqual(atoms.map(({ start, end }) => text.slice(start, end)), ["ｋｉｔｅ", "㍿", "㍿", "㍿", "㍿", "籠"]);
});

test("a number is one word however it is set", () => {
  for (const text of ["0000-111-222", "0000‐111‑222", "0000111222"]) {
    assert.deepEqual(words(text), ["0000111222"], text);
  }
  assert.deepEqual(words("1,100"), ["1100"]);
  assert.deepEqual(words("1, 100"), ["1", "100"]);
});

test("the country code of Japan is the leading zero", () => {
  assert.deepEqual(words("+81-3-0000-0000"), words("03-0000-0000"));
  assert.deepEqual(words("81"), ["81"]);
});

test("short beginnings stay with their word, long ones do not", () => {
  assert.deepEqual(words("e-mail y!kite it's"), ["email", "ykit", "its"]);
  assert.deepEqual(words("kite-lantern"), ["kit", "lantern"]);
});

test("marks and the middle dot part words and stand for nothing", () => {
  assert.deepEqual(words("a・b。c, d"), ["a", "b", "c", "d"]);
});
