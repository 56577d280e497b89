// The order of the answers.
import { readQuery } from "./query.js";

// What kind of page answers best when a query fits several.
const KINDS = {
  faq: 1.35,
  carriers: 1,
  cards: 1,
  prepare: 1,
  cancel: 1,
  after: 1,
  claims: 0.65,
  phrases: 0.75,
  glossary: 0.75,
  about: 0.5,
  "": 0.7,
};
// Of carriers that the query does not name, and when it names none.
const OTHER_CARRIER = 0.3;
const UNNAMED_CARRIER = 0.5;
const OWN_PAGE = 5;
const OWN_ROW = 3;
const OWN_SECTION = 0.8;
// Doubts and corrections come after answers.
const DOUBTS = /^(disputed|unknown|wrong|doubts|unsure)/;
// A broad question is answered by a page, a narrow one by a section.
const BROAD = 3;
const PAGE_FIRST = 1.25;
const PAGE_LAST = 0.75;
const GENERAL_PAGE = 0.65;
// For a section that is about what is asked, not only mentions it.
const SUBJECT = 1.6;
// How much of a query must be known for an answer: less where it uses a word of the subject, which "price" and "when" are
// not, and still less where it uses two; nothing where it uses one so common in the guide.
const KNOWN = [0.62, 0.45, 0.3];
const COMMON = 1.2;
// Without such a word, so much of a query must be found in one section; less of it is enough of a long question.
const FOUND = 0.5;
const LONG = { known: 0.68, found: 0.34, weight: 3.5 };
// An answer that fits so much worse than the best is left out.
const WEAK = 0.2;

const range = (size) => Array.from({ length: size }, (_, number) => number);

/**
 * The sections that answer a query, best first.
 * @param {number} most results at most
 * @returns {{query: object, hits: {section: number, score: number, share: number}[]}} `share` is how much of the query a section covers
 */
export function rank(text, tables, most = 10) {
  const query = readQuery(text, tables);
  const { index } = tables;
  const total = query.units.reduce((sum, unit) => sum + unit.worth * unit.share, 0) + query.unknown;
  if (!query.units.length) return { query, hits: [] };
  const scores = new Float64Array(tables.size);
  const covered = new Float64Array(tables.size);
  const rest = new Float64Array(tables.size);
  const onNamed = range(tables.size).filter((section) => query.carriers.includes(index.page[section]));
  for (const unit of query.units) {
    const best = new Map();
    // What the page of a named carrier says of it stands in a section of a broader name.
    const own = new Set(unit.terms.flatMap(([token]) => tables.own.get(token) ?? []));
    for (const section of own.size ? onNamed : [])
      if (own.has(index.kind[section])) best.set(section, unit.worth * OWN_SECTION);
    for (const [term, weight] of unit.terms) {
      const list = tables.postings.get(term) ?? [];
      // What a word may stand for tells no more than the word itself.
      const value = weight * Math.min(unit.worth, tables.worth(term));
      for (let place = 0; place < list.length; place += 2) {
        if (value * list[place + 1] > (best.get(list[place]) ?? 0)) best.set(list[place], value * list[place + 1]);
      }
    }
    for (const [section, value] of best) {
      // All sections of a carrier's page are about that carrier alike.
      if (unit.carrier !== undefined && index.page[section] === unit.carrier) continue;
      scores[section] += unit.share * value;
      covered[section] += unit.share * Math.min(unit.worth, value * 1.5);
      if (unit.carrier === undefined) rest[section] += unit.share * Math.min(unit.worth, value * 1.5);
    }
    for (const [token] of unit.named ? unit.terms : []) {
      for (const section of tables.about.get(token) ?? []) scores[section] += SUBJECT * Math.min(1, unit.worth);
    }
    for (const [term, weight] of unit.extra) {
      const list = tables.postings.get(term) ?? [];
      const worth = Math.min(tables.worth(term), 4) / unit.extra.length;
      for (let place = 0; place < list.length; place += 2) scores[list[place]] += worth * weight * list[place + 1];
    }
    if (unit.carrier !== undefined) {
      for (let section = 0; section < tables.size; section++)
        if (index.page[section] === unit.carrier) covered[section] += unit.worth;
    }
  }
  const named = query.carriers.length > 0;
  const number = query.units.some((unit) => /^\d{3,}$/.test(unit.terms[0][0]));
  const bare = named && query.units.every((unit) => unit.carrier !== undefined);
  const hits = [];
  for (let section = 0; section < tables.size; section++) {
    const page = index.page[section];
    if (!scores[section] && !query.carriers.includes(page)) continue;
    const [kind, own] = index.pages[page].split("/");
    const first = index.level[section] === 1;
    const share = covered[section] / total;
    let score = scores[section] * (0.4 + 0.6 * share) * (KINDS[kind] ?? 1);
    if (kind === "carriers" && own) {
      if (first && named && !bare) score *= PAGE_LAST;
      if (query.carriers.includes(page)) score += OWN_PAGE + (bare && first ? OWN_PAGE : 0);
      else if (named) score *= OTHER_CARRIER;
      else if (!number) score *= UNNAMED_CARRIER;
    } else {
      if (named && !query.products.includes(section)) score *= GENERAL_PAGE;
      if (first && total < BROAD) score *= PAGE_FIRST;
    }
    if (query.products.includes(section)) score += OWN_ROW;
    if (DOUBTS.test(index.id[section])) score *= 0.6;
    hits.push({ section, score, share });
  }
  hits.sort((one, other) => other.score - one.score || one.section - other.section);
  if (!isAbout(query, hits, total)) return { query, hits: [] };
  if (named && !bare) besides(hits, rest, (hit) => index.pages[index.page[hit.section]].startsWith("carriers/"));
  const least = WEAK * (hits[0]?.score ?? 0);
  return { query, hits: hits.slice(0, most).filter((hit) => hit.score >= least) };
}

/** Puts the best general section second where it answers more of the question, the carrier aside, than the carrier's own. */
function besides(hits, rest, atCarrier) {
  const place = hits.findIndex((hit) => !atCarrier(hit));
  const own = Math.max(0, ...hits.filter(atCarrier).map((hit) => rest[hit.section]));
  if (place > 1 && rest[hits[place].section] > own) hits.splice(1, 0, ...hits.splice(place, 1));
}

/** Whether a query is about what the guide is about; else silence is the better answer. */
function isAbout(query, hits, total) {
  const subject = query.units.filter((unit) => unit.named && !unit.everyday);
  if (query.carriers.length || subject.some((unit) => unit.worth < COMMON)) return true;
  const words = new Set(subject.map(({ terms }) => terms[0][0])).size;
  const known = 1 - query.unknown / total;
  if (words) return known >= KNOWN[Math.min(words, KNOWN.length - 1)];
  const found = Math.max(0, ...hits.map((hit) => hit.share));
  const long = known >= LONG.known && found >= LONG.found && found * total >= LONG.weight;
  return long || (known >= KNOWN[0] && found >= FOUND);
}
