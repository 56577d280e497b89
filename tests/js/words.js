// Stands in for the words of the pages, which docs/_data/languages/ has: every word is its own key.

/** @type {Record<string, string>} */
export const words = new Proxy({}, { get: (_, key) => String(key) });
/** @param {string} _language */
export const wordsOf = (_language) => words;
