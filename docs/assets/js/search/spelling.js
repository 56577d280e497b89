// Words of the guide that a typed one may stand for: unfinished, or with a typing error.
/** @import { Tables } from "./tables.js" */
import { GUESSES } from "./weights.js";

/** @typedef {[word: string, weight: number]} Guess */

/**
 * What a Latin word or number may stand for, the likeliest first.
 * @param {string} word
 * @param {Tables} tables
 * @param {boolean} typing whether it may be unfinished
 * @returns {Guess[]}
 */
export function guesses(word, tables, typing) {
  if (/\d/.test(word)) return typing ? numbers(word, tables) : [];
  const continued = typing ? continuations(word, tables) : [];
  const found = continued.length ? continued : neighbours(word, tables);
  /** @param {Guess} guess */
  const held = ([term]) => (isProper(term, tables) ? 1e4 : 0) + (tables.postings.get(term)?.length ?? 0);
  return found.sort((one, other) => other[1] - one[1] || held(other) - held(one)).slice(0, GUESSES.words);
}

/**
 * @param {string} word
 * @param {Tables} tables
 * @returns {Guess[]}
 */
function numbers(word, tables) {
  if (word.length < GUESSES.numberFrom || tables.knows(word)) return [];
  const longer = [...tables.postings.keys()].filter((term) => term !== word && term.startsWith(word));
  return longer.slice(0, GUESSES.numbers).map((term) => [term, GUESSES.number]);
}

/**
 * @param {string} word
 * @param {Tables} tables
 * @returns {Guess[]}
 */
function continuations(word, tables) {
  if (word.length < GUESSES.continuedFrom) return [];
  const longer = tables.latin.filter((term) => term.length > word.length && term.startsWith(word));
  return longer.map((term) => [term, GUESSES.continued]);
}

/**
 * @param {string} word
 * @param {Tables} tables
 * @returns {Guess[]}
 */
function neighbours(word, tables) {
  if (word.length < GUESSES.errorFrom || tables.knows(word)) return [];
  const allowed = word.length < GUESSES.twoErrorsFrom ? 1 : 2;
  /** @type {Guess[]} */
  const found = [];
  for (const term of tables.latin) {
    const least = isProper(term, tables) ? GUESSES.errorFrom : GUESSES.plainNeighbourFrom;
    if (Math.min(word.length, term.length) < least) continue;
    const errors = apart(word, term, allowed);
    if (errors <= allowed) found.push([term, errors === 1 ? GUESSES.oneError : GUESSES.twoErrors]);
  }
  return found;
}

/**
 * @param {string} term
 * @param {Tables} tables
 */
function isProper(term, tables) {
  return tables.names.properAtoms.has(term);
}

/**
 * Typing errors between two words: a letter more, less, other, or two exchanged; the first letter must be right.
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 * @returns {number} `limit` + 1 for any number above the limit
 */
export function apart(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit || one[0] !== other[0]) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      least = Math.min(least, next[j]);
    }
    if (least > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
