// The form of the plan comes with its page. The program comes when the reader does something, or at once where the
// address holds answers: what was ticked until then stays, and a button that was tapped does what it says.
import { sayBroken } from "../broken.js";
import { called } from "../network.js";

/**
 * @param {HTMLElement} host holds the form, the address of the data, and what to say where they do not come
 * @param {Promise<unknown>} act when the reader first does something
 */
export function planForm(host, act) {
  const form = /** @type {HTMLFormElement} */ (host.querySelector("form"));
  const waiting = new AbortController();
  // Somebody waits for the plan, or was told already that this does not come.
  let used = location.search !== "" || host.querySelector(":scope > [role]") !== null;
  /** @type {Promise<void> | null} */
  let coming = null;
  /** @type {HTMLElement | null} */
  let tapped = null;
  let lifted = Promise.resolve();

  const takeOver = async () => {
    const [{ planPage }, data] = await Promise.all([called("./page.js"), dataAt(host.dataset.plan ?? "")]);
    // New questions may move what a finger is on.
    await lifted;
    waiting.abort();
    planPage(host, form, data);
    tapped?.click();
  };
  const come = () => {
    coming ??= takeOver().catch(() => {
      coming = tapped = null;
      if (!used) return;
      sayBroken(host);
      addEventListener("online", come, { once: true });
    }).finally(() => host.removeAttribute("aria-busy"));
  };
  const use = (/** @type {Event} */ { type, target }) => {
    used = true;
    if (type === "pointerdown") lifted = pointerUp();
    const button = type === "click" && target instanceof Element ? target.closest("button") : null;
    if (button) {
      tapped = button;
      host.setAttribute("aria-busy", "true");
    }
    come();
  };
  for (const type of ["pointerdown", "focusin", "click"]) form.addEventListener(type, use, { signal: waiting.signal });
  form.addEventListener("submit", (event) => event.preventDefault());
  if (used) {
    host.setAttribute("aria-busy", "true");
    come();
  }
  act.then(come);
}

/** @param {string} address */
async function dataAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Resolves when the pointer that is down has gone up, and its click has been heard. */
function pointerUp() {
  return /** @type {Promise<void>} */ (new Promise((up) => {
    for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(up), { once: true });
  }));
}
