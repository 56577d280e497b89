import assert from "node:assert/strict";
import { before, test } from "node:test";
import { cut, excerpt, marked } from "../../docs/assets/js/search/marks.js";
import { readQuery } from "../../docs/assets/js/search/query.js";
import { tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});

/** @param {string} query @param {string} text */
function hits(query, text) {
  return marked(text, readQuery(query, tables), tables).map(([start, end]) => text.slice(start, end));
}

test("a text is cut at the marks and nothing is lost", () => {
  assert.deepEqual(cut("abcdef", [[0, 1], [3, 5]]), [
    { text: "a", hit: true },
    { text: "bc", hit: false },
    { text: "de", hit: true },
    { text: "f", hit: false },
  ]);
  assert.deepEqual(cut("abc", []), [{ text: "abc", hit: false }]);
  assert.deepEqual(cut("", []), []);
});

test("words are marked in any form, and other words of the same meaning too", () => {
  assert.deepEqual(hits("lantern ", "Two Lanterns and a kite"), ["Lanterns"]);
  assert.deepEqual(hits("fee ", "What is the price?"), ["price"]);
});

test("a name is one mark", () => {
  assert.deepEqual(hits("albatross", "Of Albatross Wireless alone"), ["Albatross Wireless"]);
});

test("words of questions are not marked", () => {
  assert.deepEqual(hits("what is a lantern ", "what a lantern is"), ["lantern"]);
});

test("a short text is shown whole", () => {
  const parts = excerpt("A lantern.", readQuery("lantern ", tables), tables, 90);
  assert.equal(parts.map(({ text }) => text).join(""), "A lantern.");
});

test("of a long text the part is shown that has the words", () => {
  const text = `${"Nothing of it here. ".repeat(20)}At last a lantern. ${"Nothing any more. ".repeat(20)}`;
  const parts = excerpt(text, readQuery("lantern ", tables), tables, 90);
  assert.ok(parts.some(({ text, hit }) => hit && text === "lantern"));
  assert.deepEqual([parts[0].text, parts.at(-1)?.text], ["…", "…"]);
  assert.ok(parts.map(({ text }) => text).join("").length <= 92);
  // It begins with a sentence.
  assert.match(text, new RegExp(`\\. ${parts[1].text.slice(0, 8)}`));
});

test("the sign of a shortened text is not doubled", () => {
  const text = `A lantern ${"and more ".repeat(8)}… ${"the rest ".repeat(20)}`;
  const shown = excerpt(text, readQuery("lantern ", tables), tables, 84).map((part) => part.text).join("");
  assert.ok(!/…\s*…/.test(shown), shown);
});

test("below a heading that shows as many of the words a text begins with its opening, which answers", () => {
  const text = `Nothing is due. ${"Nothing of it here. ".repeat(20)}At last a lantern, a bittern and an albatross.`;
  /** @param {string} query @param {string} heading */
  const shown = (query, heading) => {
    const read = readQuery(query, tables);
    const parts = excerpt(text, read, tables, 90, cut(heading, marked(heading, read, tables)));
    return parts.map((part) => part.text).join("");
  };
  assert.match(shown("lantern ", "What is due for a lantern?"), /^Nothing is due\./);
  assert.match(shown("lantern bittern ", "What is due for a lantern?"), /^Nothing is due\./);
  assert.match(shown("lantern bittern albatross ", "What is due for a lantern?"), /lantern, a bittern/);
  assert.match(shown("lantern ", "What is due?"), /a lantern/);
});
