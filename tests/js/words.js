// Stands in for the words of the pages, which docs/_data/languages/ has: every word is its own key. What joins words is
// as in no language.

/** @type {Record<string, string>} */
const JOINTS = { pair: "#=#", joint: "+" };
/** @type {Record<string, string>} */
export const words = new Proxy(JOINTS, { get: (joints, key) => Reflect.get(joints, key) ?? String(key) });
/** @param {string} _language */
export const wordsOf = (_language) => words;
