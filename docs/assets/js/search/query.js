// What a reader asks: the query as units of meaning, each with the terms that can answer it.
import { EMPTY_HAN, pieces, SURFACE } from "./tables.js";
import { stem } from "./text.js";

// Words that stand in every question and tell nothing.
const EMPTY = new Set(
  "a about also am an and any are as at be because been being but by can could did do does don for from get go going got had has have he her him his how i if im in into is it its just me must my need no not now of on only or our please really said say she should so some still tell than that the their them then there these they this those to too true up us use very want was we were what when where which while who why will with without would you your"
    .split(" ")
    .map(stem),
);
const LESS = 0.45;
const INNER = 0.5;
const NAMED = 1.2;
const EVERYDAY = 0.6;
const NOTHING = 0.05;
const PAIR = 2;
// What a CJK character or a Latin word counts that the guide does not know.
const UNKNOWN = { han: 1.8, everyday: 0.3, kana: 0.15, latin: 6.5 };
// Han characters of any talk: not to know them says nothing about the subject.
const EVERYDAY_HAN = new Set(
  "也都又再很太最更多少些几每各从自己他她它们谁哪此但而且因为如果虽着过得地真好坏大小新早晚一二三四五六七八九十个只条次件样种上下里外左右中间出进起来回开走说看听找拿放做用成完知道觉记事情东西方人家时候今明昨天年月日本行够懂见给别对跟帮叫怕算",
);

/**
 * @typedef {{worth: number, terms: [string, number][], extra: [string, number][], named: boolean, share: number}} Unit
 * @typedef {{units: Unit[], carriers: number[], products: number[], marks: Set<string>, tokens: Set<string>, unknown: number}} Query
 */

/** Reads a query. @returns {Query} */
export function readQuery(typed, tables) {
  // A number is one however it is set apart.
  const text = typed.normalize("NFKC").replace(/\+?\d[\d ().-]{6,}\d/g, (number) => number.replace(/[^+\d]/g, ""));
  const atoms = tables.folding.atoms(text);
  const typing = atoms.length > 0 && atoms[atoms.length - 1].end === text.length;
  const guesses = atoms.map((atom, place) =>
    atom.han ? [] : guess(atom.word, tables, typing && place === atoms.length - 1),
  );
  // A name with a typing error is still that name.
  const corrected = atoms.map((atom, place) =>
    guesses[place].length && !known(atom.word, tables) ? { ...atom, word: guesses[place][0][0] } : atom,
  );
  const query = { units: [], carriers: [], products: [], marks: new Set(), tokens: new Set(), unknown: 0 };
  // The unit that an atom belongs to; false for a piece of text, null for what the guide does not know.
  const owner = new Array(atoms.length).fill(null);
  const reading = { text, atoms, corrected, guesses, owner };
  readNames(query, reading, tables);
  readPieces(query, reading, tables);
  query.unknown = unknown(reading);
  return query;
}

/** Adds the names and words that the guide has a list of. */
function readNames(query, { text, atoms, corrected, owner }, tables) {
  const sentence = atoms.filter((atom) => EMPTY.has(atom.word)).length > 1;
  for (const span of tables.tree.spans(corrected)) {
    if (sentence && byTheWay(span, atoms, text, tables)) continue;
    const unit = nameUnit(query, span, inner(corrected.slice(span.start, span.end), tables), tables);
    query.units.push(unit);
    owner.fill(unit, span.start, span.end);
  }
}

/** The unit of one name or word, of which `within` are the shorter ones; what it names is noted in the query. */
function nameUnit(query, { tokens }, within, tables) {
  const extra = [];
  for (const token of within) {
    if (tokens.includes(token)) continue;
    extra.push([token, INNER]);
    query.tokens.add(token);
    // The name of a carrier's product names the carrier too.
    if (tables.carriers.has(token) && tokens.some((name) => tables.products.has(name)))
      query.carriers.push(tables.carriers.get(token));
  }
  const everyday = tokens.every((token) => tables.everyday.has(token));
  const empty = everyday && !tokens.some((token) => tables.about.has(token));
  for (const token of tokens) {
    if (!empty) query.tokens.add(token);
    if (tables.carriers.has(token)) query.carriers.push(tables.carriers.get(token));
    if (tables.products.has(token)) query.products.push(tables.products.get(token));
  }
  return {
    worth: Math.max(...tokens.map((token) => tables.worth(token))),
    terms: tokens.map((token) => [token, 1]),
    extra,
    named: true,
    everyday,
    share: empty ? NOTHING : everyday ? EVERYDAY : NAMED,
    carrier: tokens.map((token) => tables.carriers.get(token)).find((page) => page !== undefined),
  };
}

/** Adds the pieces of text beside the names; inside a name they only strengthen it. */
function readPieces(query, { text, atoms, corrected, guesses, owner }, tables) {
  for (const [term, first, end] of pieces(corrected)) {
    if (owner[first] && owner[first] === owner[end]) {
      if (owner[first].share > NOTHING) query.marks.add(term);
      owner[first].extra.push([term, SURFACE]);
      continue;
    }
    if (EMPTY.has(term)) continue;
    const terms = [[term, 1], ...guesses[first].map(([word, weight]) => [word, weight])];
    const words = tables.nameWords.get(term);
    if (words && !tables.postings.has(term)) for (const token of words) terms.push([token, 0.7]);
    const found = terms.filter(([word]) => tables.postings.has(word));
    if (!found.length) continue;
    const worth = tables.postings.has(term) ? tables.worth(term) : Math.max(...found.map(([word]) => tables.worth(word)));
    let share = owner[first] || owner[end] ? LESS : 1;
    if (atoms[first].han) share *= fullness(text, atoms[first]) * fullness(text, atoms[end]);
    if (share > 0.3) for (const [word] of found) query.marks.add(word);
    // A rare pair of characters is more often the end of one word and the beginning of the next than a rare word.
    if (atoms[first].han) share *= Math.min(1, PAIR / worth);
    query.units.push({ worth, terms: found, extra: [], named: false, share });
    for (let place = first; place <= end; place++) owner[place] ??= false;
  }
}

/** What the words count that the guide does not know. */
function unknown({ text, atoms, owner }) {
  const weight = (atom) => {
    if (!atom.han) return EMPTY.has(atom.word) ? 0 : UNKNOWN.latin;
    if (hiragana(text, atom)) return UNKNOWN.kana;
    return EMPTY_HAN.has(atom.word) || EVERYDAY_HAN.has(atom.word) ? UNKNOWN.everyday : UNKNOWN.han;
  };
  return atoms.reduce((sum, atom, place) => sum + (owner[place] === null ? weight(atom) : 0), 0);
}

/** "his" is a carrier, but not in "his phone" of a sentence, nor in "end his mobile"; "HIS" is. */
function byTheWay({ start, end, tokens }, atoms, text, tables) {
  const { word, start: place } = atoms[start];
  if (!EMPTY.has(word)) return false;
  return end - start === 1 || (start > 0 && text[place] === word[0] && tables.carriers.has(tokens[0]));
}

/** How much a CJK character tells: hiragana and the characters of questions tell little. */
function fullness(text, atom) {
  if (hiragana(text, atom)) return 0.4;
  return EMPTY_HAN.has(atom.word) ? 0.5 : 1;
}

function hiragana(text, atom) {
  return text[atom.start] >= "\u3041" && text[atom.start] <= "\u309f";
}

/** Names and words inside a longer one: the carrier and the keeping in "docomo keep number". */
function* inner(atoms, tables) {
  if (atoms.length < 2) return;
  for (const part of [atoms.slice(0, -1), atoms.slice(1)])
    for (const span of tables.tree.spans(part)) yield* span.tokens;
}

function known(word, tables) {
  return tables.postings.has(word) || tables.nameWords.has(word);
}

/** Words of the index that a Latin word may stand for: its continuations while it is typed, else its neighbours by typing error. */
function guess(word, tables, typing) {
  if (/\d/.test(word)) {
    if (word.length < 3 || !typing || known(word, tables)) return [];
    return [...tables.postings.keys()]
      .filter((term) => term !== word && term.startsWith(word))
      .slice(0, 12)
      .map((term) => [term, 0.8]);
  }
  const found = [];
  if (typing && word.length > 1) {
    for (const term of tables.latin) if (term.length > word.length && term.startsWith(word)) found.push([term, 0.75]);
  }
  if (!found.length && word.length > 3 && !known(word, tables)) {
    const allowed = word.length > 7 ? 2 : 1;
    for (const term of tables.latin) {
      // Short words have too many neighbours, unless they are names.
      if (Math.min(word.length, term.length) < (tables.names.has(term) ? 4 : 5)) continue;
      const distance = apart(word, term, allowed);
      if (distance <= allowed) found.push([term, distance === 1 ? 0.85 : 0.6]);
    }
  }
  const held = ([term]) => (tables.names.has(term) ? 1e4 : 0) + (tables.postings.get(term)?.length ?? 0);
  return found.sort((one, other) => other[1] - one[1] || held(other) - held(one)).slice(0, 6);
}

/** Typing errors between two words: a letter more, less, other, or two exchanged; `limit` + 1 stands for more. */
export function apart(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit || one[0] !== other[0]) return limit + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
      least = Math.min(least, next[j]);
    }
    if (least > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
