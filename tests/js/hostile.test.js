// A thousand hostile inputs for each thing that reads an address or a field: none is an error, and none takes long.
import "./page.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { readAnswers, UNNAMED, writeAnswers } from "../../docs/assets/js/plan/answers.js";
import { named } from "../../docs/assets/js/folds.js";
import { inside, outside } from "../../docs/assets/js/in-app.js";
import { marked } from "../../docs/assets/js/search/marks.js";
import { readQuery } from "../../docs/assets/js/search/query.js";
import { rank } from "../../docs/assets/js/search/rank.js";
import { ownLanguage } from "../../docs/assets/js/share/language.js";
import { tables as made } from "./guide.js";
import { hostile } from "./hostile.js";

const { fits } = await import("../../docs/assets/js/carriers-filter.js");
const { sectionAddress } = await import("../../docs/assets/js/copy-links.js");
const { addressOf, queryOf } = await import("../../docs/assets/js/search/field.js");

const INPUTS = hostile(1000);
const SEARCH = readFileSync(new URL("../../overrides/partials/search.html", import.meta.url), "utf8");
const LONGEST = Number(/maxlength="(\d+)"/.exec(SEARCH)?.[1]);
const PAGE = "https://guide.example/carriers/";
/** Milliseconds of one input on a busy machine; a hang has no end. */
const MOST = 1000;

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});

/**
 * Gives every input to a function, and says which input it failed on.
 * @param {(input: string) => void} read
 */
function each(read) {
  for (const [seed, input] of INPUTS.entries()) {
    const since = performance.now();
    try {
      read(input);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(input.slice(0, 100))}`, { cause: error });
    }
    assert.ok(performance.now() - since < MOST, `seed ${seed} took ${performance.now() - since} ms`);
  }
}

test("the same inputs every time, all different, of every kind", () => {
  assert.deepEqual(hostile(1000), INPUTS);
  assert.ok(new Set(INPUTS).size > 950);
  assert.ok(INPUTS.some((input) => input.length > 10_000));
});

test("a query of the search", () => {
  each((input) => {
    const query = readQuery(queryOf(input, LONGEST), tables);
    for (const hit of rank(query, tables)) {
      const { text } = tables.sections[hit.section];
      for (const [start, end] of marked(text, query, tables)) {
        assert.ok(0 <= start && start < end && end <= text.length);
      }
    }
  });
});

test("a query in an address, read as it was written", () => {
  each((input) => {
    const query = queryOf(input, LONGEST);
    const back = new URL(addressOf(query), PAGE);
    assert.equal(back.searchParams.get("q"), query);
    assert.equal(back.pathname + back.hash, new URL(PAGE).pathname);
    queryOf(new URLSearchParams(`?q=${input}`).get("q") ?? "", LONGEST);
  });
});

test("the name in the filter of the carriers", () => {
  const carrier = { name: "albatross wireless", languages: ["English"], ways: [true] };
  each((input) => {
    const name = input.trim().toLowerCase();
    const shown = fits(carrier, { name, language: "", ways: [false] });
    assert.equal(shown, carrier.name.includes(name));
    fits(carrier, { name: "", language: input, ways: [false] });
  });
});

test("the address of a plan: only what the plan knows comes through", () => {
  /** @type {any} */
  const data = { lines: [{ id: "one" }, { id: "two" }], cards: [{ id: "card" }], words: {}, last: "2030-12-31" };
  const known = new Set(["one", "two", "card", ...Object.values(UNNAMED)]);
  const keys = ["c", "at", "d", "keep", "phone", "rest", "bought", "s", "m", "b", "pay", "account"];
  each((input) => {
    const whole = keys.map((key) => `${key}=${encodeURIComponent(input.toWellFormed())}`).join("&");
    for (const query of [input, `?c=one,${input}&d=open`, `?c=two&s=two.${input}&m=two.${input}`, whole]) {
      const answers = readAnswers(query, data);
      assert.ok(answers.held.every((id) => known.has(id)));
      assert.match(writeAnswers(answers), /^(\?[a-z]+=[\w.,&=-]*)?$/);
    }
  });
  assert.equal(/** @type {any} */ ({}).x, undefined);
});

test("what an address names behind #, also of a short one", () => {
  each((input) => {
    const link = new URL(PAGE);
    link.hash = input;
    assert.equal(link.origin + link.pathname, PAGE);
    named(link.hash, { getElementById: () => null });
    named(`#${input}`, { getElementById: () => null });
    assert.equal(sectionAddress(input, PAGE).href.startsWith(`${PAGE}#`), true);
  });
});

test("what a browser says of its languages", () => {
  each((input) => assert.equal(ownLanguage([input, "ja"], ["en", "ja"]) !== null, true));
});

test("an address with the mark of an app", () => {
  each((input) => {
    const address = new URL(PAGE);
    address.search = input;
    assert.equal(inside(outside(address)).searchParams.has("openExternalBrowser"), false);
    assert.equal(outside(address).origin, address.origin);
  });
});
