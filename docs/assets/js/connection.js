// What the reader's connection is good for.

/** @typedef {{saveData?: boolean, effectiveType?: string}} Connection */

/**
 * Whether it has bytes to spare for what may be wanted next: never where the reader saves them.
 * @param {Connection | undefined} connection undefined where the browser does not say
 */
export function spares(connection = /** @type {{connection?: Connection}} */ (navigator).connection) {
  return !connection?.saveData && !/2g/.test(connection?.effectiveType ?? "");
}
