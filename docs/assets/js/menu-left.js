// The menu lies over the page, and nothing that has the focus shall be behind it.

/** Closes the menu with a choice, and when the focus leaves it. */
export function menuLeft() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector("#__drawer");
  /** @type {HTMLElement | null} */
  const nav = document.querySelector(".guide-nav");
  const close = () => box?.checked && box.click();
  nav?.addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest("a") && close());
  nav?.addEventListener("focusout", ({ relatedTarget }) => {
    const to = /** @type {Element | null} */ (relatedTarget);
    // To nothing goes who presses the ground, or looks at another window; the button closes the menu itself.
    if (to && !to.matches(".guide-menu") && !nav.contains(to)) close();
  });
}
