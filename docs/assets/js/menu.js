// The menu as a button: it takes the focus, says whether it is open, and closes with Escape, with a choice, or when the
// focus leaves it: it lies over the page, and nothing that has the focus shall be behind it. Until then, and without
// JavaScript, a box and the label in the button's place open the menu.

/** Puts the button in the label's place. */
export function menu() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector("#__drawer");
  const label = document.querySelector("header label[for=__drawer]");
  /** @type {HTMLElement | null} */
  const nav = document.querySelector(".guide-nav");
  if (!box || !label || !nav) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} guide-menu`;
  button.setAttribute("aria-label", label.textContent.trim());
  button.append(...label.childNodes);
  const focused = document.activeElement === box;
  label.replaceWith(button);
  if (focused) button.focus();
  box.hidden = true;
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  const close = () => {
    if (box.checked) box.click();
  };
  box.addEventListener("change", tell);
  button.addEventListener("click", () => {
    box.click();
    if (box.checked) nav.querySelector("a")?.focus();
  });
  nav.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("a")) close();
  });
  nav.addEventListener("focusout", ({ relatedTarget: to }) => {
    // To nothing goes who presses the ground, or looks at another window; the button closes the menu itself.
    if (to && to !== button && !nav.contains(/** @type {Node} */ (to))) close();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) {
      close();
      button.focus();
    }
  });
  tell();
}
