// Shows one Japanese sentence over the whole screen, to turn towards the clerk.
import { button, element } from "./dom.js";
import { paired } from "./paired.js";
import { words } from "./words.js";

/** Gives every sentence a button that shows it. */
export function phraseView() {
  /** @type {NodeListOf<HTMLElement>} */
  const phrases = document.querySelectorAll(".phrase");
  if (!phrases.length) return;
  const japanese = element("p");
  const translation = element("p", { class: "phrase-view-own" });
  const close = button(words.close, () => dialog.close());
  const dialog = /** @type {HTMLDialogElement} */ (
    element("dialog", { class: "phrase-view" }, japanese, translation, close)
  );
  document.body.append(dialog);

  for (const phrase of phrases) {
    /** @type {HTMLElement | null} */
    const source = phrase.querySelector(".phrase-ja");
    if (!source) continue;
    const sentence = source.textContent;
    const show = button(words.show, () => {
      japanese.lang = source.lang;
      japanese.textContent = sentence;
      translation.textContent = textOf(phrase, ".phrase-own");
      dialog.setAttribute("aria-label", sentence);
      dialog.showModal();
    }, { class: "phrase-show", "aria-label": paired(words.show, sentence) });
    // Before the one that passes it on, which may have come first.
    phrase.insertBefore(show, phrase.querySelector(".guide-share"));
  }
}

/**
 * @param {Element} element
 * @param {string} selector
 */
function textOf(element, selector) {
  return element.querySelector(selector)?.textContent ?? "";
}
