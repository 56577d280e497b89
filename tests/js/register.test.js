// What a page does to be kept, where the browser or the network gives less than it promised.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateAddress } from "../../docs/assets/js/offline/store.js";

const SCOPE = "https://guide.example/";

/**
 * A page with the place at its foot, and a store that remembers a state.
 * @param {object} state
 */
function page(state) {
  const place = { dataset: { worker: "/sw.js", language: "x" } };
  const document = { querySelector: () => place, querySelectorAll: () => [], documentElement: { lang: "x" } };
  const match = (/** @type {string} */ key) =>
    Promise.resolve(key === stateAddress(SCOPE) ? new Response(JSON.stringify(state)) : undefined);
  const navigator = { languages: ["x"], connection: { saveData: true }, serviceWorker: { controller: null } };
  for (const [name, value] of Object.entries({ document, navigator, caches: { match }, location: new URL(SCOPE) })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

for (const off of [true, false]) {
  const why = off ? "it is switched off" : "data is saved";
  test(`${why}, and what tells of it does not come: the page is as without it`, async () => {
    page({ off, languages: {} });
    const { offline } = await import("../../docs/assets/js/offline/register.js");
    // The words of the scripts are not here, so that the module which tells cannot be loaded.
    await assert.doesNotReject(offline());
  });
}
