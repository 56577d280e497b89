// What the page says of the store: a line at the foot, with its switch, and a warning where the page itself is old.
/** @import { State } from "./store.js" */
import { button, element } from "../dom.js";
import { words } from "../words.js";
import { askWorker } from "./ask.js";
import { clearStore, isOld } from "./store.js";

/** @param {number} moment @returns {string} the day as figures, which every language reads */
const day = (moment) => new Date(moment).toLocaleDateString("sv");

/**
 * @param {HTMLElement} place at the foot
 * @param {{state: State | null, shown: number | null}} said shown: when this page was saved, where it is a saved one
 * @param {() => Promise<ServiceWorker | null>} register
 * @param {string} scope
 */
export function told(place, { state, shown }, register, scope) {
  // No state: the guide's own switch has taken the worker away.
  if (!state) return place.replaceChildren();
  const language = place.dataset.language ?? "";
  const saved = state.languages[language];
  const status = element("span", { role: "status" });
  /** Says it again; what was pressed is gone, so the focus goes to what stands in its place. @param {any} said */
  const again = (said) => {
    told(place, said, register, scope);
    place.querySelector("button")?.focus();
  };
  const save = async () => {
    status.textContent = words.offlineSaving;
    const worker = await register().catch(() => null);
    if (worker) await askWorker(worker, { ask: "on" });
    const answer = worker && (await askWorker(worker, { ask: "fill", language }));
    if (answer?.state?.languages[language]) again(answer);
    else status.textContent = words.offlineFailed;
  };
  const remove = async () => {
    const worker = await register().catch(() => null);
    const answer = worker && (await askWorker(worker, { ask: "off" }));
    // Without network a browser may give no worker: what is kept is deleted all the same.
    const left = { off: true, languages: {} };
    if (!answer) await clearStore(scope, left);
    again(answer ?? { state: left, shown: null });
    place.querySelector("[role=status]")?.append(words.offlineDeleted);
  };
  const line = saved
    ? [words.offlineSaved.replace("#", day(saved.checked)), button(words.offlineOff, remove)]
    : [button(words.offlineSave, save)];
  place.replaceChildren(element("p", {}, ...line, " ", status));
  place.hidden = false;
  if (shown && isOld(shown, Date.now()) && !document.querySelector(".guide-offline-old")) {
    const old = element("p", { class: "guide-offline-old", role: "note" }, words.offlineOld.replace("#", day(shown)));
    document.querySelector(".md-header")?.after(old);
  }
}
