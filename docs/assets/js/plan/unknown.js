// What is not known of a line, and has to be asked.
/** @import { Line } from "./data.js" */
/** @import { Contract } from "./answers.js" */
/** @import { Timing } from "./timing.js" */
/** @import { Wording } from "./wording.js" */
import { feeIsOpen, isFree } from "./timing.js";

/** What is asked of the end of a line only: a number that moves ends it by itself. */
export const OF_ENDING = ["ask-way", "ask-effect", "ask-notice"];

/**
 * What is to be asked of a line: what is not known and changes what one does.
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 */
export function unknownOf(line, contract, timing) {
  const charged = line.month.value !== "prorated" && !isFree(line, contract);
  return [
    line.way === undefined && "ask-way",
    line.effect.value === undefined && "ask-effect",
    line.effect.value === "month-end" && line.notice.value === undefined && "ask-notice",
    line.month.value === undefined && "ask-month",
    charged && !timing.closing && "ask-closing",
    line.fee.value === undefined && feeIsOpen(line, contract, timing.stops[0]) && "ask-fee",
    line.sim.value === undefined && "ask-sim",
    line.bill.value === undefined && "ask-bill",
  ].filter((key) => key !== false);
}

/**
 * A question in words: of a fee, with the most to allow for where that is known.
 * @param {string} key
 * @param {Line} line
 * @param {Wording} words
 */
export function question(key, { fee }, words) {
  return key === "ask-fee" && fee.allow !== undefined
    ? words.say("ask-fee-most", { amount: words.yen(fee.allow) })
    : words.say(key);
}
