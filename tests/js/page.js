// Just enough of a page to load the modules that ask for its language.

/**
 * @param {Record<string, unknown>} [more] further globals of a browser
 */
export function standInPage(more = {}) {
  const document = {
    documentElement: { lang: "", dataset: {} },
    querySelector: () => null,
    getElementById: () => null,
  };
  Object.assign(globalThis, { document, ...more });
}
