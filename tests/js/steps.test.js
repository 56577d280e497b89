// The steps of the ranking one by one; what they make together is in rank.test.js.
/** @import { Query, Unit } from "../../docs/assets/js/search/query.js" */
/** @import { QueryTraits } from "../../docs/assets/js/search/rank.js" */
/** @import { Section } from "../../docs/assets/js/search/tables.js" */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readQuery } from "../../docs/assets/js/search/query.js";
import { addUp, fitting, isAbout, raiseGeneral } from "../../docs/assets/js/search/rank.js";
import { COMMON, FOUND, KNOWN, LONG } from "../../docs/assets/js/search/weights.js";
import { tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});

/** @param {Partial<Unit>} unit @returns {Unit} */
const unit = (unit) => ({ worth: 3, share: 1, terms: [["x", 1]], extra: [], named: true, everyday: false, ...unit });

/** @param {Partial<Query>} query @returns {Query} */
const query = (query) => ({
  units: [unit({})],
  carriers: [],
  products: [],
  marks: new Set(),
  tokens: new Set(),
  unknown: 0,
  ...query,
});

/** @param {string} id @param {string} page */
const place = (id, page) =>
  tables.sections.findIndex((section) => section.id === id && tables.pages[section.page] === page);

/** @param {string} text */
function sums(text) {
  const all = addUp(readQuery(text, tables), tables);
  /** @param {string} id @param {string} page */
  return (id, page) => ({ score: all.scores[place(id, page)], covered: all.covered[place(id, page)] });
}

test("adding up: a section that is about a word has more than one that only says it", () => {
  const of = sums("fee ");
  assert.ok(of("costs", "carriers/bittern/").score > 2 * of("lantern-fee", "faq/money/").covered);
  assert.ok(of("costs", "carriers/bittern/").score > of("deposit", "faq/money/").score + 1);
});

test("adding up: at a named carrier its own section answers words that it does not use", () => {
  const abroad = ["abroad", "carriers/albatross/"];
  assert.equal(sums("overseas ")(abroad[0], abroad[1]).score, 0);
  assert.ok(sums("albatross overseas ")(abroad[0], abroad[1]).score > 1);
});

test("adding up: the whole page of a carrier covers its name, and its name alone gives its sections nothing", () => {
  const of = sums("bittern ");
  for (const id of ["bittern", "costs"]) {
    assert.ok(of(id, "carriers/bittern/").covered > 1);
    assert.ok(of(id, "carriers/bittern/").score < 1);
  }
  assert.equal(of("costs", "carriers/albatross/").covered, 0);
});

test("adding up: of two ways to write the same, the one that was typed has a little more", () => {
  /** @param {string} text */
  const score = (text) => sums(text)("costs", "carriers/bittern/").score;
  const more = score("cost ") - score("price ");
  assert.ok(more > 0 && more < score("price ") / 2);
});

test("adding up: a misspelt word is the word, if it can be but one", () => {
  /** @param {string} text */
  const score = (text) => sums(text)("lantern-fee", "faq/money/").score;
  assert.equal(score("lamtern "), score("lantern "));
});

test("adding up: a word may be any that goes on from it, but rather the whole one", () => {
  /** @param {string} text */
  const score = (text) => sums(text)("albatross", "carriers/albatross/").score;
  assert.ok(score("everythin") > 0);
  assert.ok(score("everythin") <= score("everything "));
});

/** @type {Section} */
const SECTION = { page: 1, kind: 0, id: "costs", level: 2, heading: "", foreign: "", text: "" };

/**
 * The score of a section that has 1 so far.
 * @param {string} path
 * @param {Partial<QueryTraits>} asked
 * @param {Partial<Section>} [section]
 */
const fit = (path, asked, section = {}) =>
  fitting(1, 7, { ...SECTION, ...section }, path, {
    query: query({}),
    carrier: false,
    bare: false,
    number: false,
    broad: false,
    pages: new Set(),
    ...asked,
  });
const named = { query: query({ carriers: [1] }), carrier: true };

test("judging: the named carrier before general pages, these before other carriers", () => {
  const [own, general, other] = [
    fit("carriers/a/", named),
    fit("cards/", named),
    fit("carriers/b/", named, { page: 2 }),
  ];
  assert.ok(own > general && general > other && other > 0);
});

test("judging: where no carrier is named, general pages come before any carrier's", () => {
  assert.ok(fit("cards/", {}) > fit("carriers/a/", {}));
  assert.ok(fit("carriers/", {}) > fit("carriers/a/", {}), "the table of all is no carrier's");
  assert.ok(fit("carriers/a/", { number: true }) > fit("carriers/a/", {}), "but a number belongs to one");
});

test("judging: questions before guides, guides before words and corrections, these before the guide itself", () => {
  const order = ["faq/money/", "cards/", "glossary/", "claims/", "about/"].map((path) => fit(path, {}));
  assert.deepEqual(order, order.toSorted((one, other) => other - one));
  assert.equal(new Set(order).size, order.length);
});

test("judging: a page that is asked for is not held back, nor raised", () => {
  const pages = new Set([SECTION.page]);
  assert.equal(fit("glossary/", { pages }), fit("cards/", {}));
  assert.equal(fit("faq/money/", { pages }), fit("faq/money/", {}));
  assert.equal(fit("glossary/", { pages: new Set([SECTION.page + 1]) }), fit("glossary/", {}));
});

test("judging: a broad question is answered by the opening of a page, a narrow one by any section", () => {
  const opening = { level: 1 };
  assert.ok(fit("cards/", { broad: true }, opening) > fit("cards/", { broad: true }));
  assert.equal(fit("cards/", {}, opening), fit("cards/", {}));
});

test("judging: the bare name of a carrier opens its page, more words lead to a section", () => {
  const opening = { level: 1 };
  assert.ok(fit("carriers/a/", { ...named, bare: true }, opening) > fit("carriers/a/", { ...named, bare: true }));
  assert.ok(fit("carriers/a/", named, opening) < fit("carriers/a/", named));
});

test("judging: the row of a named product is raised, also beside its carrier", () => {
  assert.ok(fit("cards/", { query: query({ products: [7] }) }) > fit("cards/", {}) + 1);
  const both = { query: query({ carriers: [1], products: [7] }), carrier: true };
  assert.ok(fit("cards/", both) > fit("cards/", named) + 1);
});

test("judging: doubts come last", () => {
  for (const id of ["disputed", "unknown", "wrong"]) assert.ok(fit("cards/", {}, { id }) < fit("cards/", {}), id);
});

test("silence: a carrier or a common word of the subject is enough", () => {
  assert.ok(isAbout(query({ carriers: [1], unknown: 99 }), [], 100));
  assert.ok(isAbout(query({ units: [unit({ worth: COMMON / 2 })], unknown: 99 }), [], 100));
  assert.ok(!isAbout(query({ units: [unit({ worth: COMMON / 2, everyday: true })], unknown: 99 }), [], 100));
});

test("silence: the more words of the subject, the less of a query must be known", () => {
  /** @param {number} words @param {number} known */
  const answered = (words, known) => {
    const units = Array.from({ length: words }, (_, place) => unit({ terms: [[`#${place}`, 1]] }));
    return isAbout(query({ units, unknown: 100 * (1 - known) }), [], 100);
  };
  for (const words of [1, 2]) {
    assert.ok(answered(words, KNOWN[words] + 0.01) && !answered(words, KNOWN[words] - 0.01), `${words} words`);
  }
  assert.ok(!answered(1, KNOWN[2] + 0.01), "one word twice as often is not two");
});

test("silence: without a word of the subject, one section must hold most of the query", () => {
  /** @param {number} known @param {number} share @param {number} total */
  const answered = (known, share, total) =>
    isAbout(
      query({ units: [unit({ named: false })], unknown: total * (1 - known) }),
      [{ section: 0, score: 1, share }],
      total,
    );
  assert.ok(answered(KNOWN[0] + 0.01, FOUND + 0.01, 1));
  assert.ok(!answered(KNOWN[0] + 0.01, FOUND - 0.01, 1));
  assert.ok(!answered(KNOWN[0] - 0.01, 1, 1));
  const long = (2 * LONG.worth) / LONG.found;
  assert.ok(answered(LONG.known + 0.01, LONG.found + 0.01, long), "less is enough of a long question");
  assert.ok(!answered(LONG.known + 0.01, LONG.found - 0.01, long));
});

test("raising: a general section that answers more of the question than the carrier's comes second", () => {
  const [one, other] = [place("costs", "carriers/albatross/"), place("abroad", "carriers/albatross/")];
  const general = place("lantern-fee", "faq/money/");
  /** @param {number} held */
  const order = (held) => {
    const hits = [one, other, general].map((section) => ({ section, score: 1, share: 1 }));
    const besideCarrier = new Float64Array(tables.sections.length).fill(1);
    besideCarrier[general] = held;
    raiseGeneral(hits, besideCarrier, tables);
    return hits.map(({ section }) => section);
  };
  assert.deepEqual(order(2), [one, general, other]);
  assert.deepEqual(order(1), [one, other, general]);
});
