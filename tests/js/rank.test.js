import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readdirSync } from "node:fs";
import { readQuery } from "../../docs/assets/js/search/query.js";
import { addUp, rank } from "../../docs/assets/js/search/rank.js";
import { Tables } from "../../docs/assets/js/search/tables.js";
import { Folding } from "../../docs/assets/js/search/text.js";
import { PAGES, UNCOVERED, WEAK } from "../../docs/assets/js/search/weights.js";
import { find, index, tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});
/** @param {string} text */
const found = (text) => find(text, tables);

test("the question that asks for it comes first", () => {
  assert.equal(found("what does a lantern cost")[0], "faq/money/#lantern-fee");
});

test("readers' own wording leads to the section that has another", () => {
  assert.equal(found("money back")[0], "faq/money/#deposit");
});

test("the bare name of a carrier opens its page", () => {
  assert.equal(found("bittern")[0], "carriers/bittern/#bittern");
});

test("a carrier and a subject lead to that section of its page", () => {
  assert.equal(found("bittern price")[0], "carriers/bittern/#costs");
  assert.equal(found("albatross price")[0], "carriers/albatross/#costs");
});

test("a section answers what search.yml says that it answers, though it has none of the words", () => {
  assert.equal(found("albatross overseas")[0], "carriers/albatross/#abroad");
});

test("what is in doubt comes after what is sure", () => {
  const all = found("albatross lantern costs");
  assert.ok(all.indexOf("carriers/albatross/#costs") < all.indexOf("carriers/albatross/#disputed"));
});

test("a product leads to its row", () => {
  assert.equal(found("moth card")[0], "cards/#product-moth");
});

test("a phone number leads to the carrier that has it", () => {
  assert.equal(found("0000-111-222")[0], "carriers/bittern/#costs");
});

test("a question about something else finds nothing", () => {
  for (const text of ["zeppelin", "bread in spring with butter", "please", ""]) {
    assert.deepEqual(found(text), [], text);
  }
});

test("hits are in order, no more than asked for, none much weaker than the best", () => {
  const hits = rank(readQuery("lantern price", tables), tables, 3);
  assert.ok(hits.length > 1 && hits.length <= 3);
  for (const [place, hit] of hits.entries()) {
    assert.ok(hit.score <= hits[Math.max(0, place - 1)].score);
    assert.ok(hit.score >= WEAK * hits[0].score);
    assert.ok(hit.share > 0);
  }
});

test("a page that a word asks for is not held back", async () => {
  const own = index();
  own.same.push([own.id.indexOf("start"), "overview"]);
  const known = await Tables.from(own, new Folding(own.fold));
  const query = readQuery("overview kite lantern", known);
  const hit = rank(query, known).find(({ section }) => section === own.id.indexOf("start"));
  assert.ok(hit && PAGES[""] < 1);
  assert.ok(hit.score >= addUp(query, known).scores[hit.section] * (UNCOVERED + (1 - UNCOVERED) * hit.share));
});

test("every folder of pages has a weight", () => {
  const docs = new URL("../../docs/", import.meta.url);
  /** @param {string} path */
  const folders = (path) =>
    readdirSync(new URL(path, docs), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) =>
      name
    );
  const languages = folders("./").filter((name) => name !== "assets" && !name.startsWith("_"));
  const missing = languages.flatMap((language) => folders(`${language}/`)).filter((name) => !(name in PAGES));
  assert.ok(languages.length > 0);
  assert.deepEqual(missing, []);
});
