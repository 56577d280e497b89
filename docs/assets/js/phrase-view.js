// Shows one Japanese sentence over the whole screen, to turn towards the clerk.
import { paired } from "./paired.js";
import { words } from "./words.js";

/** Gives every sentence a button that shows it. */
export function phraseView() {
  /** @type {NodeListOf<HTMLElement>} */
  const phrases = document.querySelectorAll(".phrase");
  if (!phrases.length) return;
  const dialog = document.createElement("dialog");
  dialog.className = "phrase-view";
  const japanese = document.createElement("p");
  const translation = document.createElement("p");
  translation.className = "phrase-view-own";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = words.close;
  close.addEventListener("click", () => dialog.close());
  dialog.append(japanese, translation, close);
  document.body.append(dialog);

  for (const phrase of phrases) {
    /** @type {HTMLElement | null} */
    const source = phrase.querySelector(".phrase-ja");
    if (!source) continue;
    const sentence = source.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "phrase-show";
    button.textContent = words.show;
    button.setAttribute("aria-label", paired(words.show, sentence));
    button.addEventListener("click", () => {
      japanese.lang = source.lang;
      japanese.textContent = sentence;
      translation.textContent = textOf(phrase, ".phrase-own");
      dialog.setAttribute("aria-label", sentence);
      dialog.showModal();
    });
    // Before the one that passes it on, which may have come first.
    phrase.insertBefore(button, phrase.querySelector(".guide-share"));
  }
}

/**
 * @param {Element} element
 * @param {string} selector
 */
function textOf(element, selector) {
  return element.querySelector(selector)?.textContent ?? "";
}
