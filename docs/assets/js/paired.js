// A name and what belongs to it, as the language of the page joins them.
import { words } from "./words.js";

/**
 * @param {string} name
 * @param {string} value
 */
export function paired(name, value) {
  const [before, between, behind] = words.pair.split("#");
  return before + name + between + value + behind;
}
