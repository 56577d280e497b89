// The order of the answers.
/** @import { Token } from "./names.js" */
/** @import { Query, Unit } from "./query.js" */
/** @import { Section, Tables } from "./tables.js" */
import {
  CARRIERS,
  COMMON,
  COVERED,
  DOUBTS,
  EXTRA_WORTH,
  FOUND,
  KNOWN,
  LONG,
  OPENING,
  OWN_PRODUCT,
  PAGES,
  SUBJECT,
  UNCOVERED,
  WEAK,
} from "./weights.js";

/** @typedef {{section: number, score: number, share: number}} Hit `share` is how much of the query a section covers */

/**
 * By section: its score, and how much of the query it covers, in all and without the carrier's name.
 * @typedef {{scores: Float64Array, covered: Float64Array, besideCarrier: Float64Array}} Sums
 */

/**
 * What a query asks for: a carrier, one by its bare name, a number, something broad, whole pages.
 * @typedef {{
 *   query: Query,
 *   carrier: boolean,
 *   bare: boolean,
 *   number: boolean,
 *   broad: boolean,
 *   pages: Set<number>,
 * }} QueryTraits
 */

/**
 * The sections that answer a query, best first; none where the query is not about what the guide is about.
 * @param {Query} query
 * @param {Tables} tables
 * @param {number} most results at most
 * @returns {Hit[]}
 */
export function rank(query, tables, most = 10) {
  if (!query.units.length) return [];
  const total = query.units.reduce((sum, unit) => sum + unit.worth * unit.share, 0) + query.unknown;
  const sums = addUp(query, tables);
  const hits = judged(query, tables, sums, total);
  hits.sort((one, other) => other.score - one.score || one.section - other.section);
  if (!isAbout(query, hits, total)) return [];
  if (query.carriers.length && !isBareName(query)) raiseGeneral(hits, sums.besideCarrier, tables);
  const least = WEAK * (hits[0]?.score ?? 0);
  return hits.slice(0, most).filter((hit) => hit.score >= least);
}

/**
 * First step: what every unit of the query gives to every section.
 * @param {Query} query
 * @param {Tables} tables
 * @returns {Sums}
 */
export function addUp(query, tables) {
  const size = tables.sections.length;
  const sums = {
    scores: new Float64Array(size),
    covered: new Float64Array(size),
    besideCarrier: new Float64Array(size),
  };
  for (const unit of query.units) {
    addWords(sums, unit, query, tables);
    addSubject(sums, unit, tables);
    addExtra(sums, unit, tables);
    addCarrier(sums, unit, tables);
  }
  return sums;
}

/**
 * Adds the best of a unit's terms in each section.
 * @param {Sums} sums
 * @param {Unit} unit
 * @param {Query} query
 * @param {Tables} tables
 */
function addWords({ scores, covered, besideCarrier }, unit, query, tables) {
  for (const [section, value] of bestBySection(unit, query, tables)) {
    // All sections of a carrier's page are about that carrier alike.
    if (unit.carrier !== undefined && tables.sections[section].page === unit.carrier) continue;
    const held = unit.share * Math.min(unit.worth, value * COVERED);
    scores[section] += unit.share * value;
    covered[section] += held;
    if (unit.carrier === undefined) besideCarrier[section] += held;
  }
}

/**
 * By section: the most that one of a unit's terms is worth there.
 * @param {Unit} unit
 * @param {Query} query
 * @param {Tables} tables
 */
function bestBySection(unit, query, tables) {
  /** @type {Map<number, number>} */
  const best = new Map();
  // What the page of a named carrier says of it stands in a section of a broader name.
  const answering = new Set(unit.terms.flatMap(([term]) => atCarrier(term, tables)));
  if (answering.size) {
    for (const [place, { kind, page }] of tables.sections.entries()) {
      if (!answering.has(kind) || !query.carriers.includes(page)) continue;
      best.set(place, unit.worth * CARRIERS.answering);
    }
  }
  for (const [term, weight] of unit.terms) {
    const list = tables.postings.get(term) ?? [];
    // What a word may stand for tells no more than the word itself.
    const value = weight * Math.min(unit.worth, tables.worth(term));
    for (let place = 0; place < list.length; place += 2) {
      const [section, prominence] = [list[place], list[place + 1]];
      if (value * prominence > (best.get(section) ?? 0)) best.set(section, value * prominence);
    }
  }
  return best;
}

/**
 * @param {string} term
 * @param {Tables} tables
 */
function atCarrier(term, tables) {
  return tables.names.atCarrier.get(/** @type {`#${number}`} */ (term)) ?? [];
}

/**
 * Raises the sections that are about a word, not only mention it.
 * @param {Sums} sums
 * @param {Unit} unit
 * @param {Tables} tables
 */
function addSubject({ scores }, unit, tables) {
  if (!unit.named) return;
  for (const [term] of unit.terms) {
    const sections = tables.about.get(/** @type {`#${number}`} */ (term)) ?? [];
    for (const section of sections) scores[section] += SUBJECT * Math.min(1, unit.worth);
  }
}

/**
 * Adds what breaks ties: shorter names inside a name, and the characters of a name as typed.
 * @param {Sums} sums
 * @param {Unit} unit
 * @param {Tables} tables
 */
function addExtra({ scores }, unit, tables) {
  for (const [term, weight] of unit.extra) {
    const list = tables.postings.get(term) ?? [];
    const worth = Math.min(tables.worth(term), EXTRA_WORTH) / unit.extra.length;
    for (let place = 0; place < list.length; place += 2) scores[list[place]] += worth * weight * list[place + 1];
  }
}

/**
 * The whole page of a carrier covers its name.
 * @param {Sums} sums
 * @param {Unit} unit
 * @param {Tables} tables
 */
function addCarrier({ covered }, unit, tables) {
  if (unit.carrier === undefined) return;
  for (const [place, { page }] of tables.sections.entries()) {
    if (page === unit.carrier) covered[place] += unit.worth;
  }
}

/**
 * Second step: the sections that have anything of the query, each judged by what kind of answer it is.
 * @param {Query} query
 * @param {Tables} tables
 * @param {Sums} sums
 * @param {number} total what all of the query is worth
 */
function judged(query, tables, { scores, covered }, total) {
  const asked = {
    query,
    carrier: query.carriers.length > 0,
    bare: isBareName(query),
    number: query.units.some((unit) => /^\d{3,}$/.test(unit.terms[0][0])),
    broad: total < OPENING.broad,
    pages: pagesAskedFor(query, tables),
  };
  /** @type {Hit[]} */
  const hits = [];
  for (const [place, section] of tables.sections.entries()) {
    if (!scores[place] && !query.carriers.includes(section.page)) continue;
    const share = covered[place] / total;
    const score = scores[place] * (UNCOVERED + (1 - UNCOVERED) * share);
    hits.push({ section: place, score: fitting(score, place, section, tables.pages[section.page], asked), share });
  }
  return hits;
}

/**
 * The score of a section after what its page, carrier, product and id say of it.
 * @param {number} score
 * @param {number} place
 * @param {Section} section
 * @param {string} path
 * @param {QueryTraits} asked
 */
export function fitting(score, place, { page, level, id }, path, asked) {
  const [folder, own] = path.split("/");
  const opening = level === 1;
  const ofProduct = asked.query.products.includes(place);
  score *= asked.pages.has(page) ? Math.max(1, pageWeight(folder)) : pageWeight(folder);
  if (folder === "carriers" && own) {
    if (opening && asked.carrier && !asked.bare) score *= OPENING.ofCarrier;
    if (asked.query.carriers.includes(page)) score += CARRIERS.own * (asked.bare && opening ? 2 : 1);
    else if (asked.carrier) score *= CARRIERS.other;
    else if (!asked.number) score *= CARRIERS.unnamed;
  } else {
    if (asked.carrier && !ofProduct) score *= CARRIERS.general;
    if (opening && asked.broad) score *= OPENING.ofBroad;
  }
  if (ofProduct) score += OWN_PRODUCT;
  return DOUBTS.ids.test(id) ? score * DOUBTS.factor : score;
}

/**
 * The pages whose opening a word of the query is about: who asks for sentences or for the meaning of a word wants them.
 * @param {Query} query
 * @param {Tables} tables
 */
function pagesAskedFor({ units }, { about, sections }) {
  const subjects = units.flatMap(({ terms }) =>
    terms.flatMap(([term]) => about.get(/** @type {Token} */ (term)) ?? [])
  );
  return new Set(subjects.filter((place) => sections[place].level === 1).map((place) => sections[place].page));
}

/** @param {string} folder first part of a path */
function pageWeight(folder) {
  /** @type {Record<string, number>} */
  const pages = PAGES;
  return pages[folder] ?? 1;
}

/**
 * Whether a query is the name of a carrier and nothing else.
 * @param {Query} query
 */
function isBareName(query) {
  return query.carriers.length > 0 && query.units.every((unit) => unit.carrier !== undefined);
}

/**
 * Third step: whether a query is about what the guide is about; else silence is the better answer.
 * @param {Query} query
 * @param {Hit[]} hits
 * @param {number} total
 */
export function isAbout(query, hits, total) {
  const subject = query.units.filter((unit) => unit.named && !unit.everyday);
  if (query.carriers.length || subject.some((unit) => unit.worth < COMMON)) return true;
  const words = new Set(subject.map(({ terms }) => terms[0][0])).size;
  const known = 1 - query.unknown / total;
  if (words) return known >= KNOWN[Math.min(words, KNOWN.length - 1)];
  const found = Math.max(0, ...hits.map((hit) => hit.share));
  const long = known >= LONG.known && found >= LONG.found && found * total >= LONG.worth;
  return long || (known >= KNOWN[0] && found >= FOUND);
}

/**
 * Fourth step: puts the best general section second where it answers more of the question, the carrier aside, than the
 * carrier's own.
 * @param {Hit[]} hits best first; changed
 * @param {Float64Array} besideCarrier
 * @param {Tables} tables
 */
export function raiseGeneral(hits, besideCarrier, tables) {
  /** @param {Hit} hit */
  const atCarrier = (hit) => tables.pages[tables.sections[hit.section].page].startsWith("carriers/");
  const place = hits.findIndex((hit) => !atCarrier(hit));
  const own = Math.max(0, ...hits.filter(atCarrier).map((hit) => besideCarrier[hit.section]));
  if (place > 1 && besideCarrier[hits[place].section] > own) hits.splice(1, 0, ...hits.splice(place, 1));
}
