// The switch of the slash that goes to the search: who speaks to a device, or hits keys by chance, may want it off.
import { element } from "./dom.js";
import { SLASH, slashIsOff } from "./slash.js";
import { words } from "./words.js";

/** Puts the switch below the text about it. */
export function slashSwitch() {
  const text = document.querySelector("#slash + p");
  if (!text) return;
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: !slashIsOff() }));
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(SLASH, box.checked ? "" : "off");
    } catch {
      // Storage is closed to us: the switch says what holds.
      box.checked = true;
    }
  });
  text.after(element("p", {}, element("label", {}, box, " ", words.slash)));
}
