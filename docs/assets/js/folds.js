// Folds open for whatever is looked for inside them: a link or the address's fragment. Without JavaScript the reader
// opens them; browsers of today also do for a fragment and for their own search. On paper they stay as the reader has
// them: what was opened is printed, of the others the line one would tap.

/**
 * Opens every fold around an element, and the fold whose heading it is.
 * @param {Element | null} element
 * @returns {boolean} whether a fold was closed before
 */
export function openAround(element) {
  let opened = false;
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  return opened;
}

/**
 * What the fragment of an address names on the page.
 * @param {string} hash with its number sign, maybe percent-encoded
 * @param {{getElementById(id: string): Element | null}} page
 */
export function named(hash, page) {
  try {
    return page.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A percent sign that encodes nothing names nothing.
    return null;
  }
}

/** Opens the fold that the address names, now and later. */
export function folds() {
  const show = () => {
    const target = named(location.hash, document);
    if (openAround(target)) target?.scrollIntoView();
  };
  addEventListener("hashchange", show);
  // A link to the fragment that the address already has changes no hash.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.hash && link.hash === location.hash) show();
  });
  show();
}
