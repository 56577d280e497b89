// The terms of a text that is in no list of words.
/** @import { Atom } from "./text.js" */
import { EMPTY_HAN } from "./common-words.js";

/**
 * Words, pairs of Han characters, threes of kana; what stands alone is a piece too.
 * @param {Atom[]} atoms
 * @returns {[term: string, first: number, last: number][]} with places of atoms
 */
export function pieces(atoms) {
  /** @type {[string, number, number][]} */
  const found = [];
  /** @param {number} place */
  const follows = (place) => atoms[place]?.han && atoms[place - 1]?.han && atoms[place].start === atoms[place - 1].end;
  /** @param {number} place */
  const kana = (place) => atoms[place].word < "\u3100";
  /** @param {number} place */
  const full = (place) => atoms[place].han && !kana(place) && !EMPTY_HAN.has(atoms[place].word);
  /** @param {number} place */
  const joined = (place) => follows(place) && full(place) && full(place - 1);
  /** @param {number} place */
  const stem = (place) => full(place) && (follows(place) || follows(place + 1)) && !joined(place) && !joined(place + 1);
  /** @type {(first: number, last: number) => void} */
  const take = (first, last) => {
    const term = atoms.slice(first, last + 1).map((atom) => atom.word).join("");
    found.push([term, first, last]);
  };
  for (let place = 0; place < atoms.length; place++) {
    // What stands between kana or empty characters is the stem of a word: 返 of 返さない, 停 of 停了没有.
    if (stem(place)) take(place, place);
    if (!atoms[place].han) {
      take(place, place);
    } else if (!follows(place + 1)) {
      if (!follows(place)) take(place, place);
    } else if (!kana(place) || !kana(place + 1)) {
      take(place, place + 1);
    } else if (follows(place + 2) && kana(place + 2)) {
      take(place, place + 2);
    } else if (!(follows(place) && kana(place - 1))) {
      // Two kana that belong to no three.
      take(place, place + 1);
    }
  }
  return found;
}
