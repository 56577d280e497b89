// What the page and the worker both know of the store: where the state stands, and what it says.

/**
 * @typedef {object} Saved one language, whole
 * @property {string} cache its name
 * @property {string} version of its list
 * @property {number} checked when it was last found to be what the site serves, in milliseconds
 */
/** @typedef {{off: boolean, languages: Record<string, Saved>}} State */

const DAY_MS = 86_400_000;
const OLD_DAYS = 30;

/** @param {string} scope address of the site's root: guides below one domain have stores of their own */
export const storeOf = (scope) => `guide ${scope} `;

/** @param {string} scope */
export const stateAddress = (scope) => `${scope}offline/state`;

/**
 * @param {string} scope
 * @returns {Promise<State>} nothing saved, where there is none
 */
export async function readState(scope) {
  const held = await caches.match(stateAddress(scope), { cacheName: `${storeOf(scope)}state` });
  return held ? held.json() : { off: false, languages: {} };
}

/**
 * @param {string} scope
 * @param {State} state
 */
export async function writeState(scope, state) {
  const cache = await caches.open(`${storeOf(scope)}state`);
  await cache.put(stateAddress(scope), new Response(JSON.stringify(state)));
}

/**
 * Deletes what is kept of a site.
 * @param {string} scope
 * @param {State | null} left what is remembered of it then
 */
export async function clearStore(scope, left) {
  for (const name of await caches.keys()) if (name.startsWith(storeOf(scope))) await caches.delete(name);
  if (left) await writeState(scope, left);
}

/**
 * @param {number} saved
 * @param {number} now
 */
export const isOld = (saved, now) => now - saved > OLD_DAYS * DAY_MS;
