import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../docs/assets/js/search/pieces.js";
import { Folding } from "../../docs/assets/js/search/text.js";

const folding = new Folding(["", ""]);
/** @param {string} text */
const terms = (text) => pieces(folding.atoms(text)).map(([term]) => term);

test("Latin words are pieces as they are", () => {
  assert.deepEqual(terms("kite and 100"), ["kit", "and", "100"]);
});

test("Han characters go in pairs, each with the next", () => {
  assert.deepEqual(terms("風船籠"), ["風船", "船籠"]);
});

test("kana go in threes, and in pairs where there are but two", () => {
  assert.deepEqual(terms("たこあげ"), ["たこあ", "こあげ"]);
  assert.deepEqual(terms("たこ"), ["たこ"]);
  assert.deepEqual(terms("カイト"), ["かいと"]);
});

test("what stands alone is a piece", () => {
  assert.deepEqual(terms("a 籠 b"), ["a", "籠", "b"]);
});

test("the stem of a word between kana is a piece of its own", () => {
  assert.deepEqual(terms("飛ばす"), ["飛", "飛ば", "ばす"]);
});

test("the stem between characters of questions is one too", () => {
  assert.ok(terms("飛了吗").includes("飛"));
  assert.ok(!terms("飛船吗").includes("飛"));
});

test("no piece goes across a space or a mark", () => {
  assert.deepEqual(terms("風 船、籠"), ["風", "船", "籠"]);
});

test("a piece names its first and last atom", () => {
  assert.deepEqual(pieces(folding.atoms("a風船")), [["a", 0, 0], ["風船", 1, 2]]);
});
