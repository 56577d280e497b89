// What the rules of a plan look at and what each of them says, with what several of them need.
/** @import { Card, Line, PlanData, Sure } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Timing } from "./timing.js" */
/** @import { Wording } from "./wording.js" */

/** @typedef {{line: Line, contract: Contract, timing: Timing}} Held a line that is ended */
/**
 * @typedef {object} Case everything the rules look at
 * @property {PlanData} data
 * @property {Answers} answers
 * @property {Wording} words
 * @property {number} today
 * @property {number} minute of today in Japan
 * @property {number | null} leaving null for who has left
 * @property {boolean} open the leaving day is not fixed: another stands for it
 * @property {Held[]} held
 * @property {Card[]} cards
 */
/** @typedef {{words: string, to: string}} Address `to` is below the root of the language, or a whole address */
/**
 * @typedef {object} Made what a rule says
 * @property {number} day
 * @property {boolean} [wholeMonth] it is known by its month only
 * @property {string} text what to do, a verb first
 * @property {(string | null)[]} [points] what must be known with it, each for itself
 * @property {(string | null)[]} [why] the reasons, as sentences
 * @property {Address | null} [link]
 * @property {Address | null} [more] a second one
 * @property {Sure} [sure]
 * @property {boolean} [late]
 */
/**
 * @typedef {object} Rule
 * @property {string} id part of the id of a calendar entry: never changed
 * @property {(all: Case) => Made | null} [ofPlan]
 * @property {(held: Held, all: Case) => Made | null} [ofLine]
 * @property {(card: Card, all: Case) => Made | null} [ofCard]
 */

/** So many days before one applies, or leaves, things are begun. */
export const AHEAD = {
  accounts: 14,
  account: 14,
  handset: 14,
  keep: 14,
  ask: 7,
  // How it is done at all: an answer is waited for, and may name a day.
  askWay: 14,
  hand: 5,
  shop: 7,
  save: 1,
  // Removal work is booked.
  home: 21,
  // A contract by the month, of any notice day: more than a month.
  contract: 35,
};

/**
 * A link to a page of the guide, below the root of the language.
 * @param {string} to
 * @param {string} words empty for the words of the page's own
 */
export function page(to, words = "") {
  return { words, to };
}

/**
 * The first day on which any line may stop, or the leaving day where that comes first.
 * @param {Case} all
 */
export function firstStop({ held, leaving }) {
  return held.length ? Math.min(...held.map(({ timing }) => timing.stops[0]), leaving ?? Infinity) : null;
}

/**
 * The day on which the move of a number is begun that is kept.
 * @param {Case} all
 */
export function moveDay({ leaving, today }) {
  return leaving === null ? today : leaving - AHEAD.keep;
}

/**
 * What a link to the page of a line is called.
 * @param {Line} line
 * @param {Wording} words
 */
export function ofGuide(line, words) {
  return words.say("line-page", { line: line.name });
}
