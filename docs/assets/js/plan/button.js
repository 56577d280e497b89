// The buttons of the plan.
import { button } from "../dom.js";

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} kind class of the button
 * @returns {HTMLElement}
 */
export function planButton(words, act, kind = "second") {
  return button(words, act, { class: `plan-button ${kind}` });
}
