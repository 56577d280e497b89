// Keeps the reader's language for times without network, and says so at the foot of the page. Where the browser has no
// worker or refuses to store, nothing of it is seen.
import { ownLanguage } from "../share/language.js";
import { askWorker } from "./ask.js";
import { readState } from "./store.js";

/** @type {any} */
const { trustedTypes } = globalThis;
/** A policy of one name can be made once. @type {any} */
let policy = null;

/** Registers the worker, has it keep the language, and tells the reader. */
export async function offline() {
  /** @type {HTMLElement | null} */
  const place = document.querySelector("[data-worker]");
  if (!place || !("caches" in globalThis)) return;
  try {
    const address = new URL(place.dataset.worker ?? "", location.href).href;
    const scope = new URL("./", address).href;
    const state = await readState(scope);
    const language = place.dataset.language ?? "";
    const register = () => registered(address, scope);
    const tell = async (/** @type {any} */ said) => (await import("./told.js")).told(place, said, register, scope);
    if (state.off) return await tell({ state, shown: null });
    const wanted = language in state.languages || !Object.keys(state.languages).length || isOwn();
    /** @type {any} */
    const { connection } = navigator;
    const asks = connection?.saveData && !(language in state.languages);
    // Who has not asked for it and saves data is not sent a worker either.
    if (asks && !navigator.serviceWorker.controller) return await tell({ state, shown: null });
    const worker = await register();
    const said = worker && (await askWorker(worker, { ask: wanted && !asks ? "fill" : "look", language }));
    if (said) await tell(said);
  } catch {
    // Private mode, storage refused, no secure address: as without it.
  }
}

function isOwn() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".guide-languages a[data-language]");
  const { lang } = document.documentElement;
  return ownLanguage(navigator.languages, [...links].map((link) => link.hreflang)) === lang;
}

/**
 * The worker at an address; null where the guide's own switch says that there is none.
 * @param {string} address
 * @param {string} scope
 */
async function registered(address, scope) {
  if (!(await navigator.serviceWorker.getRegistration(scope))) {
    const file = await fetch(`${scope}assets/offline/switch.json`, { cache: "no-store" });
    if (file.ok && (await file.json()).off) return null;
  }
  policy ??= trustedTypes?.createPolicy("guide", { createScriptURL: () => address });
  await navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address, { scope });
  return (await navigator.serviceWorker.ready).active;
}
