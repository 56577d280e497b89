// The buttons of the plan.
import { button as plainButton } from "../dom.js";

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} kind class of the button
 * @returns {HTMLElement}
 */
export function button(words, act, kind = "second") {
  return plainButton(words, act, { class: `plan-button ${kind}` });
}
