// Fetches the search when a reader goes to a field, or the address asks something. Until then, and where it does not
// come though there is a network, a field is a form that leads to the questions.
import { laterStyles } from "./later-styles.js";
import { called } from "./network.js";
import { came, unsay } from "./no-network.js";
import { slashIsOff } from "./slash.js";

/** Lets every search form of the page become a search, and a slash go to the one that matters. */
export function searchOnTouch() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form[data-search]");
  // The one on the page itself comes before the one in the header.
  const main = [...forms].at(-1)?.querySelector("input");
  if (!main) return;
  let there = false;
  /** @type {Promise<void> | null} */
  let coming = null;
  const busy = (/** @type {boolean} */ on) => {
    for (const form of forms) form.setAttribute("aria-busy", String(on));
  };
  const ask = () => {
    if (!coming) busy(true);
    coming ??= came(Promise.all([called("./search/field.js"), laterStyles()])).finally(() => {
      busy(false);
      coming = null;
    }).then(([{ searchFields }]) => {
      there = true;
      // Its own faults are told, as of any script.
      queueMicrotask(searchFields);
    });
    return coming;
  };
  const fetchOnce = () => {
    // What was typed stays, and is searched for once there is a network.
    if (!there) ask().catch((error) => error || addEventListener("online", fetchOnce, { once: true }));
  };
  for (const form of forms) {
    for (const act of ["pointerdown", "focusin", "input"]) form.addEventListener(act, fetchOnce);
    form.addEventListener("submit", (event) => {
      if (there) return;
      // Nobody is sent to the browser's own page of a network that is gone.
      event.preventDefault();
      unsay();
      ask().catch((error) => error && form.submit());
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || slashIsOff()) return;
    if (/** @type {Element} */ (event.target).closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    main.focus();
    main.select();
  });
  if (new URLSearchParams(location.search).get("q")) fetchOnce();
}
