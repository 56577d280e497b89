// Browsers inside other apps save no file and print nothing. What needs that leads out, or is not offered there.

/** By their name in the user agent. */
const SIGNS = { wechat: /MicroMessenger/i, line: /\bLine\//i };
/** LINE opens an address in the real browser where it holds this. */
const OUT = "openExternalBrowser";

/** @typedef {keyof typeof SIGNS} App */

/**
 * The app whose browser shows the page; null in a real browser.
 * @param {string} agent
 * @returns {App | null}
 */
export function inApp(agent = navigator.userAgent) {
  const found = Object.entries(SIGNS).find(([, sign]) => sign.test(agent));
  return found ? /** @type {App} */ (found[0]) : null;
}

/**
 * The address that LINE opens in the real browser. For a link to tap, never for one to send.
 * @param {string | URL} address
 */
export function outside(address) {
  const out = new URL(address);
  out.searchParams.set(OUT, "1");
  return out;
}

/**
 * An address without that mark.
 * @param {string | URL} address
 */
export function inside(address) {
  const own = new URL(address);
  // Only where it stands there: deleting a parameter re-encodes all others.
  if (own.searchParams.has(OUT)) own.searchParams.delete(OUT);
  return own;
}

/** Who came out of LINE finds the address of the page, fit to be sent, in the bar of the browser. */
export function cleanAddress() {
  const own = inside(location.href);
  if (own.href !== location.href) history.replaceState(history.state, "", own);
}
