// The service worker: events, network and store. What it decides stands in rules.js. The build joins both into /sw.js.
/** @import { List } from "./rules.js" */
import {
  absentPage,
  difference,
  due,
  leadOf,
  leftovers,
  pathOf,
  PATIENCE_MS,
  singly,
  switchedOff,
  typeOf,
  unpacked,
  VISITED,
  worthKeeping,
} from "./rules.js";
import { clearStore, readState, storeOf, writeState } from "./store.js";

/** @type {any} its types and those of a page exclude each other */
const worker = globalThis;
/** @type {string} */
const SCOPE = worker.registration.scope;
const STORE = storeOf(SCOPE);
/** Clients whose page came from the store, and when that was saved: their files come from there too. */
const clientsOfStore = new Map();
/** @type {Map<string, Promise<void>>} */
const filling = new Map();
/** @type {Map<string, string>} calendars that a page has just handed over; never stored */
const calendars = new Map();
/**
 * What was left when the store was cleared: what is still open in this worker keeps nothing more.
 * @type {{left: import("./store.js").State | null} | null}
 */
let cleared = null;

// No skipWaiting and no claim: what a reader has open goes on as it began.
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = pathOf(event.request, SCOPE);
  if (path === null) return;
  const calendar = calendars.get(path);
  if (calendar !== undefined) event.respondWith(asCalendar(calendar));
  else event.respondWith(answer(event, path));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  event.waitUntil(
    heard(event.data, event.source?.id).then(
      (said) => event.ports[0]?.postMessage(said ?? null),
      () => event.ports[0]?.postMessage(null),
    ),
  );
});

/**
 * @param {{ask: string, language?: string, text?: string, name?: string}} message
 * @param {string} client
 */
async function heard({ ask, language = "", text = "", name = "" }, client) {
  if (ask === "off") return await remove({ off: true, languages: {} });
  if (ask === "on") {
    // What was begun before the store was cleared writes into what is gone.
    await Promise.allSettled(filling.values());
    cleared = null;
    await writeState(SCOPE, { ...(await readState(SCOPE)), off: false });
  }
  if (ask === "calendar") {
    const path = `calendar/${calendars.size + 1}/${name}`;
    calendars.set(path, text);
    return SCOPE + path;
  }
  if (await isSwitchedOff()) return await remove(null);
  if (ask === "fill") {
    if (!filling.has(language)) {
      // One after the other: each clears away what no state names yet, as another that is on its way.
      const others = Promise.allSettled(filling.values());
      filling.set(language, others.then(() => fill(language)).finally(() => filling.delete(language)));
    }
    // Not saved is no fault: what was saved before still is.
    await filling.get(language)?.catch(() => {});
  }
  return { state: await readState(SCOPE), shown: clientsOfStore.get(client) ?? null };
}

/** @param {any} event @param {string} path */
async function answer(event, path) {
  const { request } = event;
  const client = event.resultingClientId || event.clientId;
  const early = !event.resultingClientId && clientsOfStore.has(client) && (await saved(path));
  if (early) return early.response;
  const network = fetch(request);
  network.catch(() => {});
  /** @type {Response | null} */
  let fresh = null;
  try {
    fresh = await Promise.race([network, savedAfter(PATIENCE_MS, path)]);
    fresh ??= await network;
  } catch {
    // No network.
  }
  if (fresh && fresh.status < 500) {
    if (worthKeeping(fresh, request.destination)) event.waitUntil(keep(path, fresh.clone()));
    return fresh;
  }
  const held = await saved(path);
  if (!held) {
    if (fresh || request.mode !== "navigate") return fresh ?? network;
    return (await instead(path)) ?? network;
  }
  if (event.resultingClientId) clientsOfStore.set(event.resultingClientId, held.date);
  return held.response;
}

/**
 * Waits; then an error where something is saved, so that it is shown, else nothing.
 * @param {number} time
 * @param {string} path
 * @returns {Promise<null>}
 */
async function savedAfter(time, path) {
  await new Promise((done) => setTimeout(done, time));
  if (await saved(path)) throw new Error("slow");
  return null;
}

/** @param {string} path */
async function saved(path) {
  try {
    const { languages } = await readState(SCOPE);
    for (const { cache, checked } of Object.values(languages)) {
      const response = await caches.match(SCOPE + path, { cacheName: cache });
      if (response) return { response, date: checked };
    }
    const response = await caches.match(SCOPE + path, { cacheName: `${STORE}visited` });
    return response ? { response, date: Number(response.headers.get("x-guide-saved")) } : null;
  } catch {
    return null;
  }
}

/** @param {string} language */
const listOf = (language) => `${SCOPE}offline/${language}.list.json`;

/**
 * What answers for a page of which nothing is saved: the way to one that is, else a page that says so.
 * @param {string} path
 * @returns {Promise<Response | null>} null where no language is saved
 */
async function instead(path) {
  /** @type {List[]} */
  const lists = [];
  try {
    const { languages } = await readState(SCOPE);
    for (const [language, { cache }] of Object.entries(languages)) {
      const held = await caches.match(listOf(language), { cacheName: cache });
      if (held) lists.push(await held.json());
    }
  } catch {
    // The store is refused: as without it.
  }
  for (const list of lists) {
    const to = leadOf(path, list);
    if (to !== null) return Response.redirect(SCOPE + to);
  }
  const absent = lists.find((list) => list.absent)?.absent;
  const headers = { "content-type": "text/html; charset=utf-8" };
  return absent ? new Response(absentPage(absent, SCOPE), { status: 503, headers }) : null;
}

/** @param {string} path @param {Response} fresh */
async function keep(path, fresh) {
  try {
    const { off, languages } = await readState(SCOPE);
    if (off || cleared) return;
    for (const { cache } of Object.values(languages)) {
      if (await caches.match(SCOPE + path, { cacheName: cache })) return;
    }
    const visited = await caches.open(`${STORE}visited`);
    await visited.put(SCOPE + path, stamped(await fresh.blob(), fresh.headers.get("content-type")));
    for (const old of (await visited.keys()).slice(0, -VISITED)) await visited.delete(old);
    if (cleared) await clear();
  } catch {
    // The disk is full, or the store is refused: as without it.
  }
}

/** @param {BodyInit} body @param {string | null | undefined} type */
function stamped(body, type) {
  const headers = new Headers({ "x-guide-saved": String(Date.now()) });
  if (type) headers.set("content-type", type);
  return new Response(body, { headers });
}

/**
 * Saves a language whole, or leaves everything as it is.
 * @param {string} language
 */
async function fill(language) {
  const state = await readState(SCOPE);
  const old = state.languages[language];
  if (state.off || cleared || !due(old?.checked, Date.now())) return;
  for (const name of leftovers(await caches.keys(), STORE, state)) await caches.delete(name);
  const listed = listOf(language);
  /** @type {List} */
  const list = await got(listed).then((answer) => answer.json());
  const name = `${STORE}${language} ${list.version}`;
  if (old?.version !== list.version) {
    try {
      await write(name, language, list, old?.cache);
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }
  // Another language, or the reader's off, may have come in between.
  const now = await readState(SCOPE);
  if (now.off || cleared) return void (await caches.delete(name));
  now.languages[language] = { cache: name, version: list.version, checked: Date.now() };
  await writeState(SCOPE, now);
  if (cleared) return await clear();
  if (old && old.cache !== name) await caches.delete(old.cache);
}

/**
 * @param {string} name of the new cache
 * @param {string} language
 * @param {List} list
 * @param {string | undefined} before name of the old cache
 */
async function write(name, language, list, before) {
  const listed = listOf(language);
  const old = before ? await caches.open(before) : null;
  const held = await old?.match(listed);
  const { kept, changed } = difference(held ? (await held.json()).files : {}, list.files);
  const cache = await caches.open(name);
  for (const path of kept) {
    const response = await old?.match(SCOPE + path);
    if (response) await cache.put(SCOPE + path, response);
    else changed.push(path);
  }
  /** @type {Map<string, string>} */
  const pack = singly(changed)
    ? new Map()
    : unpacked(await (await got(`${SCOPE}offline/${language}.pack.json`)).text());
  for (const path of changed) {
    const text = pack.get(path) ?? (await (await got(SCOPE + path)).text());
    if ((await hashOf(text)) !== list.files[path]) throw new Error(`another version of ${path}`);
    await cache.put(SCOPE + path, stamped(text, typeOf(path)));
  }
  await cache.put(listed, stamped(JSON.stringify(list), typeOf(listed)));
}

/** @param {string} address */
async function got(address) {
  if (cleared) throw new Error("nothing is kept any more");
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/** @param {string} text */
async function hashOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The guide's own switch: a file that says that the worker is to go. No answer says nothing. */
async function isSwitchedOff() {
  try {
    const answer = await fetch(`${SCOPE}assets/offline/switch.json`, { cache: "no-store" });
    return answer.ok && switchedOff(await answer.json());
  } catch {
    return false;
  }
}

/**
 * Clears the store and goes.
 * @param {import("./store.js").State | null} left what is remembered
 */
async function remove(left) {
  cleared = { left };
  await clear();
  await worker.registration.unregister();
  return { state: left, shown: null };
}

/** Clears the store again: while it was cleared, something may have been on its way into it. */
async function clear() {
  await clearStore(SCOPE, cleared?.left ?? null);
}

/** @param {string} text */
function asCalendar(text) {
  return new Response(text, { headers: { "content-type": "text/calendar; charset=utf-8" } });
}
