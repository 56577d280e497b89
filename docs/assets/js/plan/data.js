// The shape of the data that scripts/guide/plan makes from the records; see scripts/guide/model/plan.py.

/** @typedef {"official" | "reported" | "disputed" | "unknown"} Sure */
/** @typedef {{value?: any, sure: Sure, note?: string}} Rule a rule without a value is not known */
/** @typedef {Rule & {within?: number, since?: string, allow?: number, billedAfter?: number}} FeeRule */
/** @typedef {Rule & {orMonthEnd?: true}} ClosingRule `orMonthEnd`: a calendar month may count too */
/** @typedef {Rule & {dueDays?: number, endsLine?: true}} ReturnRule `endsLine`: giving it back ends the line */
/** @typedef {{words: string, to: string}} Link */
/** @typedef {Link & {when?: string}} Desk `when` says the languages and hours of a number */
/**
 * @typedef {object} Programme a handset-return programme; months count from the purchase, whose month is 1
 * @property {string} name
 * @property {string} [since]
 * @property {string} [until]
 * @property {number} [opens]
 * @property {number} [bestUntil]
 * @property {number} [fee]
 * @property {number} [beforeBest] what a return before the month of `bestUntil` costs besides
 * @property {Sure} sure
 * @property {"yes" | "no"} [fromAbroad]
 * @property {string} [note]
 */
/**
 * @typedef {object} Line a monthly line of one carrier
 * @property {string} id
 * @property {string} name
 * @property {string} page
 * @property {"networks" | "others"} group
 * @property {Rule} effect
 * @property {Rule} cutOff
 * @property {Rule} notice
 * @property {Rule} month
 * @property {ClosingRule} closing
 * @property {FeeRule} fee
 * @property {ReturnRule} sim
 * @property {Rule} bill
 * @property {"online" | "phone" | "shop"} [way]
 * @property {string} [hours] when that way is open
 * @property {string} [keep] what to do first to keep the number
 * @property {boolean} shop
 * @property {string} hand
 * @property {Link} [start]
 * @property {Desk} [ask]
 * @property {Desk} [askAbroad]
 * @property {string} abroad
 * @property {[number, number]} [prices]
 * @property {string[]} endsFirst what does not end with the line and is seen to before
 * @property {string[]} goesOn
 * @property {string} [handset] what becomes of instalments, where they do not just go on
 * @property {Programme[]} programmes
 */
/**
 * @typedef {object} Card a travel card, a rental or a prepaid card
 * @property {string} id
 * @property {string} name
 * @property {string} page
 * @property {"yes" | "no" | "depends" | "unknown"} ends
 * @property {boolean} rental
 * @property {true} [cancelFirst] a contract by the month, which is cancelled before the thing goes back
 * @property {string} when
 * @property {string} act
 * @property {string} [giveBack]
 * @property {Sure} sure
 */
/**
 * @typedef {object} PlanData
 * @property {string} made
 * @property {string} last
 * @property {string[]} closed
 * @property {number} longestBill
 * @property {string} home
 * @property {Line[]} lines
 * @property {Card[]} cards
 * @property {{lang: string, blank: string}} japanese
 * @property {Record<string, {japanese: string, own: string}>} sentences
 * @property {Record<string, any>} words
 */

export {};
