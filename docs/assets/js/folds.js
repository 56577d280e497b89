// Folds open for whatever is looked for inside them: a link, the address's fragment, the printer. Without JavaScript
// the reader opens them; browsers of today also do for a fragment and for their own search.

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

/**
 * Opens all closed folds.
 * @param {Iterable<HTMLDetailsElement>} folds
 * @returns {() => void} closes again what it opened
 */
export function openAll(folds) {
  const opened = [...folds].filter((fold) => !fold.open);
  for (const fold of opened) fold.open = true;
  return () => {
    for (const fold of opened) fold.open = false;
  };
}

/** Opens the fold that the address names, now and later, and all of them while the page is printed. */
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
  let close = () => {};
  addEventListener("beforeprint", () => {
    close();
    close = openAll(document.querySelectorAll("details"));
  });
  addEventListener("afterprint", () => {
    close();
    close = () => {};
  });
  show();
}
