// Fetches the search when a reader goes to a field, or the address asks something. Until then a field is a form that
// leads to the questions.
import { laterStyles } from "./later-styles.js";

/** Lets every search form of the page become a search, and a slash go to the one that matters. */
export function searchOnTouch() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[data-search]");
  // The one on the page itself comes before the one in the header.
  const main = [...forms].at(-1)?.querySelector("input");
  if (!main) return;
  let fetched = false;
  const busy = (/** @type {boolean} */ on) => {
    for (const form of forms) form.setAttribute("aria-busy", String(on));
  };
  const fetchOnce = () => {
    if (fetched) return;
    fetched = true;
    busy(true);
    Promise.all([import("./search/field.js"), laterStyles()])
      .then(([{ searchFields }]) => searchFields(), () => (fetched = false))
      .finally(() => busy(false));
  };
  for (const form of forms) {
    form.addEventListener("pointerdown", fetchOnce);
    form.addEventListener("focusin", fetchOnce);
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    main.focus();
    main.select();
  });
  if (new URLSearchParams(location.search).get("q")) fetchOnce();
}

/** @param {EventTarget | null} target of a key */
function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
