// Tables made once from the index: which section holds which term, and how prominently.

// How much a place counts, and how much its length tames it.
const FIELDS = {
  heading: [5, 0.4],
  subject: [4, 0],
  asked: [2.5, 0.2],
  title: [2.5, 0.3],
  foreign: [1.6, 0.4],
  text: [1, 0.6],
};
const SATURATION = 1.2;
const SURFACE = 0.35;
// What a further piece costs when a text is cut into known words; less than one atom.
const PIECE = 0.4;

/** A tree of names and words, walked atom by atom. */
class Tree {
  constructor() {
    this.root = new Map();
  }

  add(atoms, token) {
    let node = this.root;
    for (const atom of atoms) {
      if (!node.has(atom)) node.set(atom, new Map());
      node = node.get(atom);
    }
    node.tokens ??= [];
    if (!node.tokens.includes(token)) node.tokens.push(token);
  }

  /** The entries that cover most of the atoms in the fewest pieces, from left to right, without overlap. */
  spans(atoms) {
    const best = new Array(atoms.length + 1).fill(0);
    const from = new Array(atoms.length);
    for (let start = atoms.length - 1; start >= 0; start--) {
      best[start] = best[start + 1];
      let node = this.root;
      for (let end = start; end < atoms.length && (node = node.get(atoms[end].word)); end++) {
        const worth = end + 1 - start - PIECE + best[end + 1];
        if (node.tokens && worth > best[start]) {
          best[start] = worth;
          from[start] = { start, end: end + 1, tokens: node.tokens };
        }
      }
    }
    const spans = [];
    for (let start = 0; start < atoms.length; start = from[start]?.end ?? start + 1)
      if (from[start]) spans.push(from[start]);
    return spans;
  }
}

// Characters that stand in every question: a pair of them tells little.
export const EMPTY_HAN = new Set("的了吗呢么怎什会能可以是不还要就在我你他有没到去把被让和与或及这那之吧啊嘛想该应请问后前");

// Sections read before the page may do something else.
const SLICE = 80;

/** Everything the ranking looks things up in. */
export class Tables {
  /** Makes the tables slice by slice, so that typing is never held up. @returns {Promise<Tables>} */
  static async from(index, folding) {
    const tables = new Tables(index, folding);
    for (const _ of tables.read()) await new Promise((go) => setTimeout(go));
    return tables;
  }

  constructor(index, folding) {
    // Sections of the same kind, say the costs of every carrier, share id and heading.
    for (const column of ["id", "level", "heading", "foreign"])
      index[column] = index.kind.map((kind) => index[column][kind]);
    Object.assign(this, { index, folding, tree: new Tree(), carriers: new Map(), products: new Map() });
    this.postings = new Map();
    this.subjects = new Map();
    this.about = new Map();
    this.everyday = new Set();
    this.asked = new Map();
    this.own = new Map();
    this.nameWords = new Map();
    this.names = new Set();
    this.size = index.page.length;
    this.#learnWords();
  }

  #learnWords() {
    let next = 0xe000;
    const learn = (words, name = false) => {
      const token = String.fromCharCode(next++);
      for (const word of words) {
        const atoms = this.folding.atoms(word).map((atom) => atom.word);
        this.tree.add(atoms, token);
        const latin = atoms.every((atom) => /^[a-z0-9]/.test(atom));
        if (atoms.length > 1 && latin) this.tree.add([atoms.join("")], token);
        for (const atom of latin ? atoms : []) {
          if (!this.nameWords.has(atom)) this.nameWords.set(atom, new Set());
          this.nameWords.get(atom).add(token);
          if (name) this.names.add(atom);
        }
        if (name && latin && atoms.length > 1) this.nameWords.set(atoms.join(""), new Set([token]));
      }
      return token;
    };
    for (const [page, ...names] of this.index.carriers) this.carriers.set(learn(names, true), page);
    for (const [section, ...names] of this.index.products) this.products.set(learn(names, true), section);
    // A group begins with the kinds of sections that are about it; `everyday`, `own` and `asked` refer to groups and kinds.
    const tokens = [];
    this.index.same.forEach((group, place) => {
      const token = learn(group.filter((word) => typeof word === "string"));
      if (this.index.everyday.includes(place)) this.everyday.add(token);
      tokens.push(token);
      for (const kind of group)
        if (typeof kind === "number") this.subjects.set(kind, (this.subjects.get(kind) ?? "") + token);
    });
    for (const [place, ...kinds] of this.index.own) this.own.set(tokens[place], kinds);
    for (const [text, ...kinds] of this.index.asked)
      for (const kind of kinds) this.asked.set(kind, `${this.asked.get(kind) ?? ""} ${text}`);
  }

  /** Reads the sections; yields after every slice of work. */
  *read() {
    const { index } = this;
    const repeated = new Map();
    const counted = [];
    const mean = {};
    for (let section = 0; section < this.size; section++) {
      const fields = {
        heading: index.heading[section],
        title: index.level[section] === 1 ? "" : index.titles[index.page[section]],
        foreign: `${index.foreign[section]} ${index.id[section].replaceAll("-", " ")}`,
        asked: this.asked.get(index.kind[section]) ?? "",
      };
      const counts = Object.entries(fields).map(([field, text]) => {
        if (!repeated.has(text)) repeated.set(text, this.#count(text));
        return [field, repeated.get(text)];
      });
      const subjects = [...(this.subjects.get(index.kind[section]) ?? "")];
      for (const token of subjects) {
        if (!this.about.has(token)) this.about.set(token, []);
        this.about.get(token).push(section);
      }
      counts.push(["subject", { length: 1, terms: new Map(subjects.map((token) => [token, 1])) }]);
      counts.push(["text", this.#count(index.text[section])]);
      for (const [field, { length }] of counts) mean[field] = (mean[field] ?? 0) + length / this.size;
      counted.push(counts);
      if (section % SLICE === SLICE - 1) yield;
    }
    for (let section = 0; section < this.size; section++) {
      this.#post(section, counted[section], mean);
      if (section % SLICE === SLICE - 1) yield;
    }
    this.latin = [...new Set([...this.postings.keys(), ...this.nameWords.keys()])].filter((term) =>
      /^[a-z]{3}/.test(term),
    );
  }

  #post(section, fields, mean) {
    const weights = new Map();
    for (const [field, { length, terms }] of fields) {
      const [weight, tame] = FIELDS[field];
      const scale = weight / (1 - tame + (tame * length) / (mean[field] || 1));
      for (const [term, times] of terms) weights.set(term, (weights.get(term) ?? 0) + times * scale);
    }
    for (const [term, weight] of weights) {
      let list = this.postings.get(term);
      if (!list) this.postings.set(term, (list = []));
      list.push(section, weight / (weight + SATURATION));
    }
  }

  #count(text) {
    const atoms = this.folding.atoms(text);
    const terms = new Map();
    const add = (term) => terms.set(term, (terms.get(term) ?? 0) + 1);
    for (const span of this.tree.spans(atoms)) span.tokens.forEach(add);
    for (const [term] of pieces(atoms)) add(term);
    return { length: atoms.length, terms };
  }

  /** How much a term tells: rare terms tell more. */
  worth(term) {
    const held = (this.postings.get(term)?.length ?? 0) / 2;
    return Math.log(1 + (this.size - held + 0.5) / (held + 0.5));
  }
}

/**
 * Words, pairs of Han characters, threes of kana; what stands alone is a piece too.
 * @returns {[string, number, number][]} term, first and last atom
 */
export function pieces(atoms) {
  const found = [];
  const follows = (place) => atoms[place]?.han && atoms[place - 1]?.han && atoms[place].start === atoms[place - 1].end;
  const kana = (place) => atoms[place].word < "\u3100";
  const full = (place) => atoms[place].han && !kana(place) && !EMPTY_HAN.has(atoms[place].word);
  const joined = (place) => follows(place) && full(place) && full(place - 1);
  const stem = (place) =>
    full(place) && (follows(place) || follows(place + 1)) && !joined(place) && !joined(place + 1);
  const take = (first, last) =>
    found.push([
      atoms
        .slice(first, last + 1)
        .map((atom) => atom.word)
        .join(""),
      first,
      last,
    ]);
  for (let place = 0; place < atoms.length; place++) {
    // What stands between kana or empty characters is the stem of a word: 返 of 返さない, 停 of 停了没有.
    if (stem(place)) take(place, place);
    if (!atoms[place].han) take(place, place);
    else if (!follows(place + 1)) follows(place) || take(place, place);
    else if (!kana(place) || !kana(place + 1)) take(place, place + 1);
    else if (follows(place + 2) && kana(place + 2)) take(place, place + 2);
    // Two kana that belong to no three.
    else if (!(follows(place) && kana(place - 1))) take(place, place + 1);
  }
  return found;
}

export { SURFACE };
