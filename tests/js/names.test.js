import assert from "node:assert/strict";
import { test } from "node:test";
import { Names, WordTree } from "../../docs/assets/js/search/names.js";
import { Folding } from "../../docs/assets/js/search/text.js";
import { index } from "./guide.js";

/** @param {string} text */
const atoms = (text) => text.split(" ").map((word) => ({ word }));

/** @param {Record<string, `#${number}`>} words */
function tree(words) {
  const made = new WordTree();
  for (const [word, token] of Object.entries(words)) made.add(word.split(" "), token);
  return made;
}

test("one long word comes before two short ones", () => {
  const made = tree({ "a b": "#1", a: "#2", b: "#3" });
  assert.deepEqual(made.spans(atoms("a b")), [{ start: 0, end: 2, tokens: ["#1"] }]);
});

test("words are chosen so that most is covered, without overlap", () => {
  const made = tree({ "a b": "#1", "b c d": "#2" });
  assert.deepEqual(made.spans(atoms("a b c d")), [{ start: 1, end: 4, tokens: ["#2"] }]);
  const both = tree({ "a b": "#1", "b c": "#2", "c d": "#3" });
  assert.deepEqual(both.spans(atoms("a b c d")).map(({ tokens }) => tokens[0]), ["#1", "#3"]);
});

test("a part of a word is no word", () => {
  assert.deepEqual(tree({ "a b c": "#1" }).spans(atoms("a b x")), []);
});

test("a word may mean several things, each once", () => {
  const made = tree({ a: "#1" });
  made.add(["a"], "#2");
  made.add(["a"], "#1");
  assert.deepEqual(made.spans(atoms("a"))[0].tokens, ["#1", "#2"]);
});

test("names are known in one word and in several", () => {
  const folding = new Folding(["", ""]);
  const names = new Names(index(), folding);
  const [apart] = names.tree.spans(folding.atoms("albatross wireless"));
  const [together] = names.tree.spans(folding.atoms("albatrosswireless"));
  assert.deepEqual(apart.tokens, together.tokens);
  assert.equal(names.carriers.get(apart.tokens[0]), 1);
});

test("no token can be mistaken for a word, and there may be as many as there are names", () => {
  const many = 10_000;
  const big = { ...index(), same: Array.from({ length: many }, (_, place) => [`word${place}`]), everyday: [], own: [] };
  const folding = new Folding(["", ""]);
  const names = new Names(big, folding);
  const tokens = new Set(big.same.map(([word]) => names.tree.spans(folding.atoms(String(word)))[0].tokens[0]));
  assert.equal(tokens.size, many);
  for (const token of tokens) assert.ok(!folding.atoms(token).some((atom) => atom.word === token), token);
});

test("groups know what they are about, and what answers them at a carrier", () => {
  const made = index();
  const names = new Names(made, new Folding(made.fold));
  const fee = [...names.everyday][0];
  for (const [kind, tokens] of names.subjects) {
    assert.ok(["costs", "lantern-fee"].includes(made.id[kind]));
    assert.deepEqual(tokens, [fee]);
  }
  assert.deepEqual([...names.atCarrier.values()], [[made.id.indexOf("abroad")]]);
  assert.match(names.asked.get(made.id.indexOf("deposit")) ?? "", /money back/);
});
