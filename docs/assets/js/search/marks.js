// Which words of a text answer a query, and the part of the text that shows most of them.
import { pieces } from "./tables.js";

/** Places of the words of `text` that the query asks for. @returns {[number, number][]} start and end, in order, apart */
export function marked(text, query, tables) {
  const atoms = tables.folding.atoms(text);
  const hit = new Array(atoms.length).fill(false);
  for (const { start, end, tokens } of tables.tree.spans(atoms)) {
    if (tokens.some((token) => query.tokens.has(token))) hit.fill(true, start, end);
  }
  for (const [term, first, last] of pieces(atoms)) if (query.marks.has(term)) hit.fill(true, first, last + 1);
  const places = [];
  atoms.forEach((atom, place) => {
    if (!hit[place]) return;
    const before = places.at(-1);
    if (before && hit[place - 1] && /^[\s-]*$/.test(text.slice(before[1], atom.start))) before[1] = atom.end;
    else places.push([atom.start, atom.end]);
  });
  return places;
}

/** Cuts `text` into pieces for display. @returns {{text: string, hit: boolean}[]} */
export function cut(text, places) {
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

/** The stretch of `text` that shows most of what is marked. */
export function excerpt(text, query, tables, long) {
  const places = marked(text, query, tables);
  if (text.length <= long) return cut(text, places);
  let start = 0;
  let most = 0;
  for (const [from] of places) {
    const shown = new Set(
      places
        .filter(([first, last]) => first >= from && last <= from + long - 20)
        .map(([first, last]) => text.slice(first, last)),
    );
    if (shown.size > most) [most, start] = [shown.size, from];
  }
  if (start < long / 2) start = 0;
  else start = after(text, start - Math.round(long / 4), start);
  let end = Math.min(text.length, start + long);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), end - 12);
  const inside = places
    .filter(([first, last]) => first >= start && last <= end)
    .map(([first, last]) => [first - start, last - start]);
  // The text is shortened itself; one sign of that is enough.
  const parts = cut(text.slice(start, end).replace(/ …$/, ""), inside);
  if (start > 0) parts.unshift({ text: "…", hit: false });
  if (end < text.length) parts.push({ text: "…", hit: false });
  return parts;
}

// The first beginning of a sentence or word from `from` on, not behind `to`.
function after(text, from, to) {
  const found = /[。．！？；;.!?]\s*|[，、,]\s*| /.exec(text.slice(from, to));
  return found ? from + found.index + found[0].length : from;
}
