// The words that the guide has lists of: names of carriers and products, groups of words that mean the same.
/** @import { Atom, Folding } from "./text.js" */
/** @import { Index } from "./tables.js" */
import { PIECE_COST } from "./weights.js";

/**
 * Stands for all spellings of one name, or all words of one group, and is looked up like any other term. It begins with
 * a sign that no atom holds, so that it cannot be mistaken for a word; there is no limit to how many there are.
 * @typedef {`#${number}`} Token
 */

/**
 * Known words found in a row of atoms, from `start` to before `end`.
 * @typedef {{start: number, end: number, tokens: Token[]}} Span
 */

/** @typedef {{next: Map<string, Branch>, tokens: Token[]}} Branch */

/** Names and words, walked atom by atom. */
export class WordTree {
  /** @type {Branch} */
  #root = { next: new Map(), tokens: [] };

  /**
   * @param {string[]} atoms
   * @param {Token} token
   */
  add(atoms, token) {
    let branch = this.#root;
    for (const atom of atoms) {
      let next = branch.next.get(atom);
      if (!next) branch.next.set(atom, next = { next: new Map(), tokens: [] });
      branch = next;
    }
    if (!branch.tokens.includes(token)) branch.tokens.push(token);
  }

  /**
   * The words that cover most of the atoms in the fewest pieces, from left to right, without overlap.
   * @param {Pick<Atom, "word">[]} atoms
   * @returns {Span[]}
   */
  spans(atoms) {
    // From the last atom to the first: the most that can be covered from here on, and the word to begin with.
    const best = new Array(atoms.length + 1).fill(0);
    /** @type {(Span | undefined)[]} */
    const from = new Array(atoms.length);
    for (let start = atoms.length - 1; start >= 0; start--) {
      best[start] = best[start + 1];
      /** @type {Branch | undefined} */
      let branch = this.#root;
      for (let end = start + 1; end <= atoms.length; end++) {
        branch = branch.next.get(atoms[end - 1].word);
        if (!branch) break;
        const worth = end - start - PIECE_COST + best[end];
        if (branch.tokens.length && worth > best[start]) {
          best[start] = worth;
          from[start] = { start, end, tokens: branch.tokens };
        }
      }
    }
    const spans = [];
    for (let start = 0; start < atoms.length;) {
      const span = from[start];
      if (span) spans.push(span);
      start = span?.end ?? start + 1;
    }
    return spans;
  }
}

/** What the known words of an index mean. */
export class Names {
  tree = new WordTree();
  /** @type {Map<Token, number>} pages of carriers */
  carriers = new Map();
  /** @type {Map<Token, number>} sections of products */
  products = new Map();
  /** @type {Set<Token>} groups whose words belong to any subject */
  everyday = new Set();
  /** @type {Map<Token, number[]>} kinds of sections of a carrier's page that answer a group of words */
  atCarrier = new Map();
  /** @type {Map<number, Token[]>} groups of words that a kind of section is about */
  subjects = new Map();
  /** @type {Map<number, string>} by kind of section: how readers put the question */
  asked = new Map();
  /** @type {Map<string, Set<Token>>} by Latin atom: what it is a word of */
  byAtom = new Map();
  /** @type {Set<string>} Latin atoms of the names of carriers and products */
  properAtoms = new Set();

  #folding;
  #learned = 0;

  /**
   * @param {Index} index
   * @param {Folding} folding
   */
  constructor(index, folding) {
    this.#folding = folding;
    for (const [page, ...names] of index.carriers) this.carriers.set(this.#learnName(names), page);
    for (const [section, ...names] of index.products) this.products.set(this.#learnName(names), section);
    const tokens = index.same.map((group) => this.#learnGroup(group));
    for (const group of index.everyday) this.everyday.add(tokens[group]);
    for (const [group, ...kinds] of index.own) this.atCarrier.set(tokens[group], kinds);
    for (const [text, ...kinds] of index.asked) {
      for (const kind of kinds) this.asked.set(kind, `${this.asked.get(kind) ?? ""} ${text}`);
    }
  }

  /** @param {(string | number)[]} group kinds of sections that are about it, then words */
  #learnGroup(group) {
    const token = this.#token();
    for (const part of group) {
      if (typeof part === "string") this.#learnSpelling(part, token);
      else this.subjects.set(part, [...(this.subjects.get(part) ?? []), token]);
    }
    return token;
  }

  /** @param {string[]} spellings */
  #learnName(spellings) {
    const token = this.#token();
    for (const spelling of spellings) {
      const { atoms, latin } = this.#learnSpelling(spelling, token);
      if (!latin) continue;
      for (const atom of atoms) this.properAtoms.add(atom);
      if (atoms.length > 1) this.byAtom.set(atoms.join(""), new Set([token]));
    }
    return token;
  }

  /**
   * @param {string} spelling
   * @param {Token} token
   */
  #learnSpelling(spelling, token) {
    const atoms = this.#folding.atoms(spelling).map((atom) => atom.word);
    const latin = atoms.every((atom) => /^[a-z0-9]/.test(atom));
    this.tree.add(atoms, token);
    if (latin) {
      if (atoms.length > 1) this.tree.add([atoms.join("")], token);
      for (const atom of atoms) {
        const tokens = this.byAtom.get(atom) ?? new Set();
        this.byAtom.set(atom, tokens.add(token));
      }
    }
    return { atoms, latin };
  }

  /** @returns {Token} */
  #token() {
    return `#${this.#learned++}`;
  }
}
