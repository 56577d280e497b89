// Which words of a text answer a query, and the part of the text that shows most of them.
/** @import { Query } from "./query.js" */
/** @import { Tables } from "./tables.js" */
import { pieces } from "./pieces.js";

/** @typedef {[start: number, end: number]} Place in UTF-16 units of a text */
/** @typedef {{text: string, hit: boolean}} Part a stretch of text to show, marked or not */

const GAP = { text: "…", hit: false };
// Words so near the end of an excerpt may be cut off, so they do not count for it.
const EDGE = 20;
// An excerpt ends at a space within so many units of its length, if there is one.
const WORD_END = 12;

/**
 * Places of the words of a text that the query asks for, in order, apart.
 * @param {string} text
 * @param {Query} query
 * @param {Tables} tables
 */
export function marked(text, query, tables) {
  const atoms = tables.folding.atoms(text);
  const hit = new Array(atoms.length).fill(false);
  for (const { start, end, tokens } of tables.names.tree.spans(atoms)) {
    if (tokens.some((token) => query.tokens.has(token))) hit.fill(true, start, end);
  }
  for (const [term, first, last] of pieces(atoms)) {
    if (query.marks.has(term)) hit.fill(true, first, last + 1);
  }
  /** @type {Place[]} */
  const places = [];
  atoms.forEach((atom, place) => {
    if (!hit[place]) return;
    const before = places.at(-1);
    if (before && hit[place - 1] && /^[\s-]*$/.test(text.slice(before[1], atom.start))) before[1] = atom.end;
    else places.push([atom.start, atom.end]);
  });
  return places;
}

/**
 * Cuts a text at the places to mark.
 * @param {string} text
 * @param {Place[]} places in order, apart
 */
export function cut(text, places) {
  /** @type {Part[]} */
  const parts = [];
  let done = 0;
  for (const [start, end] of places) {
    if (start > done) parts.push({ text: text.slice(done, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false });
  return parts;
}

/**
 * The stretch of a text that shows most of what is marked; its opening, which answers, where a heading shows as much.
 * @param {string} text
 * @param {Query} query
 * @param {Tables} tables
 * @param {number} long length in UTF-16 units, roughly
 * @param {Part[]} [heading] what stands above it
 */
export function excerpt(text, query, tables, long, heading = []) {
  const places = marked(text, query, tables);
  if (text.length <= long) return cut(text, places);
  const told = new Set(heading.filter(({ hit }) => hit).map((part) => part.text)).size;
  const start = excerptStart(text, places, long, told);
  let end = Math.min(text.length, start + long);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), end - WORD_END);
  /** @type {Place[]} */
  const inside = places
    .filter(([first, last]) => first >= start && last <= end)
    .map(([first, last]) => [first - start, last - start]);
  // The text is shortened itself; one sign of that is enough.
  const parts = cut(text.slice(start, end).replace(/ …$/, ""), inside);
  if (start > 0) parts.unshift(GAP);
  if (end < text.length) parts.push(GAP);
  return parts;
}

/**
 * Where the excerpt begins: a little before the place from which most different words are seen.
 * @param {string} text
 * @param {Place[]} places
 * @param {number} long
 * @param {number} told how many different words are seen already
 */
function excerptStart(text, places, long, told) {
  let start = 0;
  // One word more is not worth the beginning of an answer.
  let most = told && told + 1;
  for (const [from] of places) {
    const shown = places.filter(([first, last]) => first >= from && last <= from + long - EDGE);
    const different = new Set(shown.map(([first, last]) => text.slice(first, last))).size;
    if (different > most) [most, start] = [different, from];
  }
  return start < long / 2 ? 0 : firstBeginning(text, start - Math.round(long / 4), start);
}

/** What stands before a beginning: the end of a sentence, else of a clause, else of a word. */
const ENDS = [/[。！？；]\s*|[.!?;]\s+/, /[，、]\s*|,\s+/, /\s+/];

/**
 * The first beginning of a sentence, or else of a clause or word, from `from` on, not behind `to`.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function firstBeginning(text, from, to) {
  const found = ENDS.map((end) => end.exec(text.slice(from, to))).find((match) => match);
  return found ? from + found.index + found[0].length : from;
}
