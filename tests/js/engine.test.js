// What the search fetches, and what its answers show before and after.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { loadEngine } from "../../docs/assets/js/search/engine.js";
import { index } from "./guide.js";

const ADDRESS = "https://guide.example/search/xx.json";
const AT_LENGTH = "https://guide.example/search/xx.texts.json";
const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

/**
 * An engine and what it asked for; what `served` does not name is not there.
 * @param {Record<string, unknown>} served by address
 */
async function engine(served) {
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = (/** @type {any} */ address) => {
    asked.push(address);
    const found = JSON.stringify(served[address]);
    return Promise.resolve(new Response(found, { status: found ? 200 : 404 }));
  };
  return { engine: await loadEngine(ADDRESS), asked };
}

/** @param {import("../../docs/assets/js/search/engine.js").Engine} engine */
function shown(engine) {
  return engine.answers("bittern fee ")[0].text.map(({ text }) => text).join("");
}

const made = index();
const texts = made.text.map((text) => `${text} And more of it.`);

test("an answer shows what its section says at length once that has come, which is asked for once", async () => {
  const served = { [ADDRESS]: made, [AT_LENGTH]: { version: made.version, texts } };
  const { engine: search, asked } = await engine(served);
  const before = shown(search);
  assert.deepEqual([search.long, asked], [false, [ADDRESS]]);
  assert.deepEqual(await Promise.all([search.lengthen(), search.lengthen()]), [true, true]);
  assert.equal(search.long, true);
  assert.equal(shown(search), `${before} And more of it.`);
  await search.lengthen();
  assert.deepEqual(asked, [ADDRESS, AT_LENGTH]);
});

test("what another build says of its sections is shown under none of these", async () => {
  const { engine: search } = await engine({ [ADDRESS]: made, [AT_LENGTH]: { version: "another", texts } });
  const before = shown(search);
  assert.equal(await search.lengthen(), false);
  assert.deepEqual([search.long, shown(search)], [false, before]);
});

test("what did not come is asked for again", async () => {
  /** @type {Record<string, unknown>} */
  const served = { [ADDRESS]: made };
  const { engine: search } = await engine(served);
  assert.equal(await search.lengthen(), false);
  served[AT_LENGTH] = { version: made.version, texts };
  assert.equal(await search.lengthen(), true);
});

test("without an index there is no search", async () => {
  await assert.rejects(engine({}), /404/);
});
