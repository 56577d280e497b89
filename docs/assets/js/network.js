// What a page asks the network for after it has come, and whether there is a network.

/** Where to look for what did not come, by its address. @type {Record<string, string>} */
const elsewhere = {};

/**
 * Imports a module, by its address as an import names it. One that did not come has another address the next time: most
 * browsers of before 2026 keep for good that the first one failed, without asking again.
 * @param {string} address
 * @returns {Promise<any>} rejected where it does not come
 */
export function called(address) {
  return import(elsewhere[address] ?? address).catch((error) => {
    elsewhere[address] = `${address}?${Date.now()}`;
    throw error;
  });
}

/** So long, in milliseconds, an answer of a few bytes may take, and more is waited for before one asks for that. */
export const PATIENCE_MS = 5000;

/**
 * Whether the guide's server answers at all. A line that has just died still says that it is there.
 * @returns {Promise<boolean>}
 */
export function reached() {
  const asked = { method: "HEAD", cache: /** @type {const} */ ("no-store"), signal: AbortSignal.timeout(PATIENCE_MS) };
  return fetch(import.meta.url, asked).then(() => true, () => false);
}
