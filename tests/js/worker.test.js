// The worker with a store and a network that stand still where a test wants it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { storeOf } from "../../docs/assets/js/offline/store.js";

const SCOPE = "https://guide.example/";
const SWITCH = "assets/offline/switch.json";
const PAGE = "<!doctype html>";
const HASH = [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(PAGE)))]
  .slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0")).join("");
const LIST = JSON.stringify({ version: "1", files: { "": HASH, "faq/": HASH } });
let count = 0;

/** A fresh worker; before each step of its store or network `before` acts. */
async function fresh() {
  /** @type {Map<string, Map<string, Response>>} */
  const store = new Map();
  /** @type {Record<string, (event: any) => void>} */
  const listeners = {};
  const site = {
    store,
    off: false,
    steps: 0,
    before: async (/** @type {number} */ _step) => {},
    /** @param {object} data */
    ask: (data) =>
      new Promise((done) => {
        const ports = [{ postMessage: done }];
        listeners.message({ data, ports, source: { id: "page" }, waitUntil: () => {} });
      }),
    /** A page asks for an address; resolves when what comes of it is done. @param {string} path */
    visit: async (path) => {
      /** @type {Promise<unknown>[]} */
      const open = [];
      const request = { method: "GET", url: SCOPE + path, headers: new Headers(), destination: "document" };
      const waitUntil = (/** @type {Promise<unknown>} */ work) => open.push(work);
      listeners.fetch({ request, clientId: "page", respondWith: waitUntil, waitUntil });
      for (const work of open) await work;
    },
  };
  const step = async () => await site.before(site.steps++);
  const cache = (/** @type {Map<string, Response>} */ held) => ({
    put: async (/** @type {string} */ key, /** @type {Response} */ value) => (await step(), void held.set(key, value)),
    match: async (/** @type {string} */ key) => (await step(), held.get(key)?.clone()),
    delete: async (/** @type {string} */ key) => (await step(), held.delete(key)),
    keys: async () => (await step(), [...held.keys()]),
  });
  const caches = {
    open: async (/** @type {string} */ name) => {
      await step();
      const held = store.get(name) ?? new Map();
      store.set(name, held);
      return cache(held);
    },
    match: async (/** @type {string} */ key, /** @type {{cacheName: string}} */ { cacheName }) => {
      await step();
      return store.get(cacheName)?.get(key)?.clone();
    },
    delete: async (/** @type {string} */ name) => (await step(), store.delete(name)),
    keys: async () => (await step(), [...store.keys()]),
  };
  const fetch = async (/** @type {any} */ asked) => {
    await step();
    const path = (asked.url ?? asked).slice(SCOPE.length);
    const text = path === SWITCH ? JSON.stringify({ off: site.off }) : path.endsWith("list.json") ? LIST : PAGE;
    const answer = new Response(text, { headers: { "content-type": "text/html" } });
    return Object.defineProperty(answer, "type", { value: "basic" });
  };
  const registration = { scope: SCOPE, unregister: async () => {} };
  const addEventListener = (/** @type {string} */ type, /** @type {(event: any) => void} */ act) =>
    listeners[type] = act;
  for (const [name, value] of Object.entries({ caches, fetch, registration, addEventListener })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  await import(`../../docs/assets/js/offline/worker.js?${count += 1}`);
  return site;
}

/** What is kept, and what is remembered. @param {Awaited<ReturnType<typeof fresh>>} site */
async function kept({ store }) {
  const state = await store.get(`${storeOf(SCOPE)}state`)?.get(`${SCOPE}offline/state`)?.clone().json();
  return { names: [...store.keys()], state: state ?? null };
}

const WORK = {
  "a language is saved": (/** @type {Awaited<ReturnType<typeof fresh>>} */ site) =>
    site.ask({ ask: "fill", language: "x" }),
  "a page is visited": (/** @type {Awaited<ReturnType<typeof fresh>>} */ site) => site.visit("other/"),
};
const CLEARED = {
  "the reader": { data: { ask: "off" }, off: false, left: { off: true, languages: {} } },
  "the guide's switch": { data: { ask: "look" }, off: true, left: null },
};

for (const [what, work] of Object.entries(WORK)) {
  test(`${what}, and is kept`, async () => {
    const site = await fresh();
    await work(site);
    assert.ok((await kept(site)).names.some((name) => !name.endsWith("state")));
  });
  for (const [who, { data, off, left }] of Object.entries(CLEARED)) {
    test(`${what}: wherever ${who} clears the store meanwhile, nothing is kept after it`, async () => {
      for (let place = 0;; place += 1) {
        const site = await fresh();
        let interrupted = false;
        site.before = async (step) => {
          if (interrupted || step < place) return;
          interrupted = true;
          site.off = off;
          await site.ask(data);
        };
        await work(site);
        if (!interrupted) return assert.ok(place > 3);
        const { names, state } = await kept(site);
        assert.deepEqual(state, left, `step ${place}`);
        assert.deepEqual(names, left ? [`${storeOf(SCOPE)}state`] : [], `step ${place}`);
      }
    });
  }
}

test("what is switched off and on again while it is saved is saved whole", async () => {
  for (let place = 2; place < 12; place += 1) {
    const site = await fresh();
    /** @type {Promise<unknown> | null} */
    let again = null;
    site.before = async (step) => {
      if (again || step < place) return;
      again = Promise.resolve();
      await site.ask({ ask: "off" });
      again = site.ask({ ask: "on" }).then(() => site.ask({ ask: "fill", language: "x" }));
    };
    await WORK["a language is saved"](site);
    await again;
    const { names, state } = await kept(site);
    assert.ok(names.includes(state.languages.x.cache), `step ${place}`);
    assert.equal(site.store.get(state.languages.x.cache)?.size, 3, `step ${place}`);
  }
});

test("two languages that are asked for at once are both saved whole", async () => {
  for (let place = 0; place < 12; place += 1) {
    const site = await fresh();
    /** @type {Promise<unknown> | null} */
    let other = null;
    site.before = (step) => {
      if (step === place) other ??= site.ask({ ask: "fill", language: "y" });
      return Promise.resolve();
    };
    await WORK["a language is saved"](site);
    await other;
    const { names, state } = await kept(site);
    assert.deepEqual(Object.keys(state.languages).toSorted(), ["x", "y"], `step ${place}`);
    for (const { cache } of Object.values(state.languages)) {
      assert.ok(names.includes(cache), `step ${place}: ${cache}`);
      assert.equal(site.store.get(cache)?.size, 3, `step ${place}`);
    }
  }
});
