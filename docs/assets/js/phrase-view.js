// Shows one Japanese sentence over the whole screen, to turn towards the clerk.
import { words } from "./words.js";

export function phraseView() {
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
    const sentence = phrase.querySelector(".phrase-ja");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "phrase-show";
    button.textContent = words.show;
    button.setAttribute("aria-label", `${words.show}: ${sentence.textContent}`);
    button.addEventListener("click", () => {
      japanese.lang = sentence.lang;
      japanese.textContent = sentence.textContent;
      translation.textContent = phrase.querySelector(".phrase-own")?.textContent ?? "";
      dialog.setAttribute("aria-label", sentence.textContent);
      dialog.showModal();
    });
    const link = document.createElement("a");
    link.href = `#${phrase.id}`;
    link.className = "phrase-link";
    link.textContent = words.link;
    link.setAttribute("aria-label", `${words.link}: ${sentence.textContent}`);
    phrase.append(button, link);
  }
}
