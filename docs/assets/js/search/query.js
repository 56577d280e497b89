// What a reader asks: the query as units of meaning, each with the terms that can answer it.
/** @import { Span, Token } from "./names.js" */
/** @import { Guess } from "./spelling.js" */
/** @import { Tables } from "./tables.js" */
/** @import { Atom } from "./text.js" */
import { EMPTY_HAN, EMPTY_WORDS, EVERYDAY_HAN, withoutDays } from "./common-words.js";
import { pieces } from "./pieces.js";
import { guesses } from "./spelling.js";
import { FULLNESS, INNER_NAME, MARKED_FROM, PAIR_WORTH, PART_OF_NAME, SHARES, SURFACE, UNKNOWN } from "./weights.js";

/**
 * A part of a query that means one thing.
 * @typedef {object} Unit
 * @property {number} worth how much it tells, 0 to about 7
 * @property {number} share how much it counts beside the others
 * @property {[term: string, weight: number][]} terms any of which answers it
 * @property {[term: string, weight: number][]} extra terms that only break ties
 * @property {boolean} named whether the guide has a list of such words
 * @property {boolean} everyday whether its words belong to any subject
 * @property {number} [carrier] the page of the carrier that it names
 */

/**
 * @typedef {object} Query
 * @property {Unit[]} units
 * @property {number[]} carriers pages of the carriers that are named
 * @property {number[]} products sections of the products that are named
 * @property {Set<string>} marks pieces of text to mark in the results
 * @property {Set<Token>} tokens names and words to mark in the results
 * @property {number} unknown what the words count that the guide does not know
 */

/**
 * A query while it is read; lists are by atom.
 * @typedef {object} Reading
 * @property {string} text
 * @property {Atom[]} atoms
 * @property {Atom[]} corrected the atoms, with unknown words replaced by what they most likely stand for
 * @property {Guess[][]} guesses
 * @property {(Unit | null)[]} owner the name or word that an atom belongs to
 * @property {boolean[]} found whether an atom belongs to a piece of text that the guide has
 */

/**
 * Reads a query.
 * @param {string} typed
 * @param {Tables} tables
 * @returns {Query}
 */
export function readQuery(typed, tables) {
  const text = withoutDays(joinNumbers(typed.normalize("NFKC")));
  const atoms = tables.folding.atoms(text);
  const typing = atoms.at(-1)?.end === text.length;
  const guessed = atoms.map((atom, place) =>
    atom.han ? [] : guesses(atom.word, tables, typing && place === atoms.length - 1)
  );
  // A name with a typing error is still that name.
  const corrected = atoms.map((atom, place) =>
    guessed[place].length && !tables.knows(atom.word) ? { ...atom, word: guessed[place][0][0] } : atom
  );
  /** @type {Query} */
  const query = { units: [], carriers: [], products: [], marks: new Set(), tokens: new Set(), unknown: 0 };
  const owner = new Array(atoms.length).fill(null);
  const found = new Array(atoms.length).fill(false);
  const reading = { text, atoms, corrected, guesses: guessed, owner, found };
  readNames(query, reading, tables);
  readPieces(query, reading, tables);
  query.unknown = unknown(reading);
  return query;
}

/**
 * A phone number is one word however it is set apart.
 * @param {string} text
 */
function joinNumbers(text) {
  return text.replace(/\+?\d[\d ().-]{6,}\d/g, (number) => number.replace(/[^+\d]/g, ""));
}

/**
 * Adds the names and words that the guide has a list of.
 * @param {Query} query
 * @param {Reading} reading
 * @param {Tables} tables
 */
function readNames(query, { text, atoms, corrected, owner }, tables) {
  const sentence = atoms.filter((atom) => EMPTY_WORDS.has(atom.word)).length > 1;
  for (const span of tables.names.tree.spans(corrected)) {
    if (sentence && byTheWay(span, atoms, text, tables)) continue;
    const unit = nameUnit(query, span, innerTokens(corrected.slice(span.start, span.end), tables), tables);
    query.units.push(unit);
    owner.fill(unit, span.start, span.end);
  }
}

/**
 * The unit of one name or word; what it names is noted in the query.
 * @param {Query} query
 * @param {Span} span
 * @param {Token[]} inner the shorter names inside it
 * @param {Tables} tables
 * @returns {Unit}
 */
function nameUnit(query, { tokens }, inner, tables) {
  const { carriers, products, everyday } = tables.names;
  /** @type {[string, number][]} */
  const extra = [];
  for (const token of inner) {
    if (tokens.includes(token)) continue;
    extra.push([token, INNER_NAME]);
    query.tokens.add(token);
    // The name of a carrier's product names the carrier too.
    const carrier = carriers.get(token);
    if (carrier !== undefined && tokens.some((name) => products.has(name))) query.carriers.push(carrier);
  }
  const ofAnySubject = tokens.every((token) => everyday.has(token));
  const nothing = ofAnySubject && !tokens.some((token) => tables.about.has(token));
  for (const token of tokens) {
    if (!nothing) query.tokens.add(token);
    const [carrier, product] = [carriers.get(token), products.get(token)];
    if (carrier !== undefined) query.carriers.push(carrier);
    if (product !== undefined) query.products.push(product);
  }
  return {
    worth: Math.max(...tokens.map((token) => tables.worth(token))),
    share: nothing ? SHARES.nothing : ofAnySubject ? SHARES.everyday : SHARES.named,
    terms: tokens.map((token) => [token, 1]),
    extra,
    named: true,
    everyday: ofAnySubject,
    carrier: tokens.map((token) => carriers.get(token)).find((page) => page !== undefined),
  };
}

/**
 * Adds the pieces of text beside the names; inside a name they only strengthen it.
 * @param {Query} query
 * @param {Reading} reading
 * @param {Tables} tables
 */
function readPieces(query, reading, tables) {
  const { corrected, owner, found } = reading;
  for (const [term, first, last] of pieces(corrected)) {
    const name = owner[first];
    if (name && name === owner[last]) {
      if (name.share > SHARES.nothing) query.marks.add(term);
      name.extra.push([term, SURFACE]);
    } else if (!EMPTY_WORDS.has(term)) {
      const unit = pieceUnit(query, reading, [term, first, last], tables);
      if (!unit) continue;
      query.units.push(unit);
      found.fill(true, first, last + 1);
    }
  }
}

/**
 * The unit of one piece of text, if the guide has it; what to mark is noted in the query.
 * @param {Query} query
 * @param {Reading} reading
 * @param {[term: string, first: number, last: number]} piece
 * @param {Tables} tables
 * @returns {Unit | null}
 */
function pieceUnit(query, { text, atoms, guesses, owner }, [term, first, last], tables) {
  const has = tables.postings.has(term);
  const names = has ? [] : (tables.names.byAtom.get(term) ?? []);
  /** @type {[string, number][]} */
  const all = [[term, 1], ...guesses[first]];
  for (const token of names) all.push([token, PART_OF_NAME]);
  const terms = all.filter(([word]) => tables.postings.has(word));
  if (!terms.length) return null;
  const worth = has ? tables.worth(term) : Math.max(...terms.map(([word]) => tables.worth(word)));
  let share = owner[first] || owner[last] ? SHARES.beside : 1;
  if (atoms[first].han) share *= fullness(text, atoms[first]) * fullness(text, atoms[last]);
  if (share > MARKED_FROM) { for (const [word] of terms) query.marks.add(word); }
  if (atoms[first].han) share *= Math.min(1, PAIR_WORTH / worth);
  return { worth, share, terms, extra: [], named: false, everyday: false };
}

/**
 * What the words count that the guide does not know.
 * @param {Reading} reading
 */
function unknown({ text, atoms, owner, found }) {
  /** @param {Atom} atom */
  const weight = (atom) => {
    if (!atom.han) return EMPTY_WORDS.has(atom.word) ? 0 : UNKNOWN.latin;
    if (isHiragana(text, atom)) return UNKNOWN.kana;
    return EMPTY_HAN.has(atom.word) || EVERYDAY_HAN.has(atom.word) ? UNKNOWN.everyday : UNKNOWN.han;
  };
  return atoms.reduce((sum, atom, place) => sum + (owner[place] || found[place] ? 0 : weight(atom)), 0);
}

/**
 * Whether a name is a common word here: "his" is a carrier, but not in "his phone" of a sentence, nor in "end his
 * mobile"; "HIS" is.
 * @param {Span} span
 * @param {Atom[]} atoms
 * @param {string} text
 * @param {Tables} tables
 */
function byTheWay({ start, end, tokens }, atoms, text, tables) {
  const { word, start: place } = atoms[start];
  if (!EMPTY_WORDS.has(word)) return false;
  return end - start === 1 || (start > 0 && text[place] === word[0] && tables.names.carriers.has(tokens[0]));
}

/**
 * How much a CJK character tells: hiragana and the characters of questions tell little.
 * @param {string} text
 * @param {Atom} atom
 */
function fullness(text, atom) {
  if (isHiragana(text, atom)) return FULLNESS.hiragana;
  return EMPTY_HAN.has(atom.word) ? FULLNESS.empty : 1;
}

/**
 * Whether an atom was typed in hiragana; folded, katakana is hiragana too.
 * @param {string} text
 * @param {Atom} atom
 */
function isHiragana(text, atom) {
  return text[atom.start] >= "\u3041" && text[atom.start] <= "\u309f";
}

/**
 * Names and words inside a longer one: the carrier and the keeping in "docomo keep number".
 * @param {Atom[]} atoms
 * @param {Tables} tables
 */
function innerTokens(atoms, tables) {
  if (atoms.length < 2) return [];
  return [atoms.slice(0, -1), atoms.slice(1)].flatMap((part) =>
    tables.names.tree.spans(part).flatMap((span) => span.tokens)
  );
}
