// The menu as a button: it opens with the keyboard too, says whether it is open, and Escape closes it.
// Without JavaScript the label in its place opens the menu.

/** Puts the button in the label's place. */
export function menu() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector("#__drawer");
  /** @type {HTMLLabelElement | null} */
  const label = document.querySelector("label[data-menu]");
  if (!box || !label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} guide-menu`;
  button.setAttribute("aria-label", label.dataset.menu ?? "");
  button.append(...label.childNodes);
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  box.addEventListener("change", tell);
  button.addEventListener("click", () => box.click());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) {
      box.click();
      button.focus();
    }
  });
  tell();
}
