// The menu as a button: it says whether it is open and brings the focus into the menu, and Escape closes it. Until it
// is there, and without JavaScript, a box and the label in its place open the menu.

/** Puts the button in the label's place. */
export function menu() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector("#__drawer");
  const label = document.querySelector("header label[for=__drawer]");
  if (!box || !label) return;
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
  box.addEventListener("change", tell);
  button.addEventListener("click", () => {
    box.click();
    if (box.checked) /** @type {HTMLElement | null} */ (document.querySelector(".guide-nav a"))?.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  tell();
}
