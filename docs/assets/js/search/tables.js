// Tables made once from the index: which section holds which term, and how prominently.
/** @import { Folding } from "./text.js" */
/** @import { Token } from "./names.js" */
import { Names } from "./names.js";
import { pieces } from "./pieces.js";
import { FIELDS, SATURATION } from "./weights.js";

/**
 * The index of a language as it is served; scripts/guide/search/README.md explains every key.
 * @typedef {object} Index
 * @property {string} version of the sections: what they say at length has it too
 * @property {string[]} pages paths without language
 * @property {string[]} titles of the pages
 * @property {number[]} page by section
 * @property {number[]} kind by section
 * @property {string[]} id by kind
 * @property {number[]} level by kind: 1 to 3 for headings, 4 for a row or entry
 * @property {string[]} heading by kind
 * @property {string[]} foreign by kind: the Japanese heading, where it is another
 * @property {string[]} text by section, shortened
 * @property {[page: number, ...names: string[]][]} carriers
 * @property {[section: number, ...names: string[]][]} products
 * @property {(string | number)[][]} same groups of words, each with the kinds that are about it
 * @property {[group: number, ...kinds: number[]][]} own kinds of a carrier's page that answer a group
 * @property {number[]} everyday groups of words of any subject
 * @property {[text: string, ...kinds: number[]][]} asked
 * @property {number} excerpt how long the excerpt of a result may be, in UTF-16 units
 * @property {[from: string, to: string]} fold variants of characters
 */

/**
 * One row of the index; see the columns of the same names.
 * @typedef {{page: number, kind: number, id: string, level: number, heading: string, foreign: string, text: string}}
 *   Section
 */
/** @typedef {keyof typeof FIELDS} Field */
/** @typedef {{length: number, terms: Map<string, number>}} Counts atoms, and how often each term stands there */

// Sections read before the page may do something else.
const SLICE = 80;

/** Everything the ranking looks things up in. */
export class Tables {
  /** @type {Map<string, number[]>} by term: a section, its prominence there from 0 to 1, the next section, and so on */
  postings = new Map();
  /** @type {Map<Token, number[]>} by group of words: the sections that are about it */
  about = new Map();
  /** @type {string[]} Latin words that a misspelt one may stand for */
  latin = [];

  /** @type {Map<string, Counts>} */
  #counted = new Map();

  /**
   * Makes the tables slice by slice, so that typing is never held up.
   * @param {Index} index
   * @param {Folding} folding
   */
  static async from(index, folding) {
    const tables = new Tables(index, folding);
    const counts = await inSlices(tables.sections, (section, place) => tables.#read(section, place));
    const mean = meanLengths(counts);
    await inSlices(counts, (fields, place) => tables.#post(place, fields, mean));
    tables.#counted.clear();
    const words = new Set([...tables.postings.keys(), ...tables.names.byAtom.keys()]);
    tables.latin = [...words].filter((word) => /^[a-z]{3}/.test(word));
    return tables;
  }

  /**
   * @param {Index} index
   * @param {Folding} folding
   */
  constructor(index, folding) {
    this.folding = folding;
    this.pages = index.pages;
    this.titles = index.titles;
    this.names = new Names(index, folding);
    /** @type {Section[]} */
    this.sections = index.kind.map((kind, place) => ({
      kind,
      page: index.page[place],
      id: index.id[kind],
      level: index.level[kind],
      heading: index.heading[kind],
      foreign: index.foreign[kind],
      text: index.text[place],
    }));
  }

  /**
   * How much a term tells: rare terms tell more. From 0 to about 7.
   * @param {string} term
   */
  worth(term) {
    const held = (this.postings.get(term)?.length ?? 0) / 2;
    return Math.log(1 + (this.sections.length - held + 0.5) / (held + 0.5));
  }

  /**
   * Whether the guide uses a word.
   * @param {string} word
   */
  knows(word) {
    return this.postings.has(word) || this.names.byAtom.has(word);
  }

  /**
   * The terms of one section by field; what it is about is noted.
   * @param {Section} section
   * @param {number} place
   * @returns {[Field, Counts][]}
   */
  #read(section, place) {
    const subjects = this.names.subjects.get(section.kind) ?? [];
    for (const token of subjects) append(this.about, token, place);
    const title = section.level === 1 ? "" : this.titles[section.page];
    const foreign = `${section.foreign} ${section.id.replaceAll("-", " ")}`;
    return [
      ["heading", this.#countOnce(section.heading)],
      ["title", this.#countOnce(title)],
      ["foreign", this.#countOnce(foreign)],
      ["asked", this.#countOnce(this.names.asked.get(section.kind) ?? "")],
      ["subject", { length: 1, terms: new Map(subjects.map((token) => [token, 1])) }],
      ["text", this.#count(section.text)],
    ];
  }

  /**
   * Counts a text that many sections share.
   * @param {string} text
   */
  #countOnce(text) {
    const counts = this.#counted.get(text) ?? this.#count(text);
    this.#counted.set(text, counts);
    return counts;
  }

  /**
   * @param {string} text
   * @returns {Counts}
   */
  #count(text) {
    const atoms = this.folding.atoms(text);
    /** @type {Map<string, number>} */
    const terms = new Map();
    /** @param {string} term */
    const add = (term) => terms.set(term, (terms.get(term) ?? 0) + 1);
    for (const span of this.names.tree.spans(atoms)) span.tokens.forEach(add);
    for (const [term] of pieces(atoms)) add(term);
    return { length: atoms.length, terms };
  }

  /**
   * @param {number} place
   * @param {[Field, Counts][]} fields
   * @param {Map<Field, number>} mean
   */
  #post(place, fields, mean) {
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const [field, { length, terms }] of fields) {
      const { weight, tame } = FIELDS[field];
      const scale = weight / (1 - tame + (tame * length) / (mean.get(field) || 1));
      for (const [term, times] of terms) weights.set(term, (weights.get(term) ?? 0) + times * scale);
    }
    for (const [term, weight] of weights) append(this.postings, term, place, weight / (weight + SATURATION));
  }
}

/**
 * The mean length of every field, in atoms.
 * @param {[Field, Counts][][]} counts by section
 */
function meanLengths(counts) {
  /** @type {Map<Field, number>} */
  const mean = new Map();
  for (const fields of counts) {
    for (const [field, { length }] of fields) mean.set(field, (mean.get(field) ?? 0) + length / counts.length);
  }
  return mean;
}

/**
 * Does some work for every item, with a pause after every slice.
 * @template Item, Result
 * @param {Item[]} items
 * @param {(item: Item, place: number) => Result} work
 */
async function inSlices(items, work) {
  const results = [];
  for (const [place, item] of items.entries()) {
    results.push(work(item, place));
    if (place % SLICE === SLICE - 1) await new Promise((go) => setTimeout(go));
  }
  return results;
}

/**
 * @template {string} Key
 * @param {Map<Key, number[]>} lists
 * @param {Key} key
 * @param {number[]} numbers
 */
function append(lists, key, ...numbers) {
  const list = lists.get(key);
  if (list) list.push(...numbers);
  else lists.set(key, numbers);
}
