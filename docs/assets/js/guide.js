// Small helps on top of pages that work without them.
import { carriersFilter } from "./carriers-filter.js";
import { phraseView } from "./phrase-view.js";
import { themeToggle } from "./theme-toggle.js";
import { copyLinks } from "./copy-links.js";
import { folds } from "./folds.js";
import { cleanAddress } from "./in-app.js";
import { languageLinks } from "./language-links.js";
import { letters } from "./letters.js";
import { menu } from "./menu.js";
import { searchFields } from "./search/field.js";
import { offerOwnLanguage } from "./share/own-language.js";

document.documentElement.classList.replace("no-js", "js");
cleanAddress();
themeToggle();
copyLinks();
folds();
offerOwnLanguage();
languageLinks();
menu();
carriersFilter();
phraseView();
letters();
searchFields();
/** @type {HTMLElement | null} */
const plan = document.querySelector("[data-plan]");
if (plan) import("./plan/page.js").then(({ planPage }) => planPage(plan));
// In-app browsers may know no speech at all.
if ("speechSynthesis" in globalThis && document.querySelector(".phrase")) {
  import("./speak.js").then(({ speakPhrases }) => speakPhrases(speechSynthesis));
}
if (document.querySelector("[data-close]")) import("./local-hours.js").then(({ localHours }) => localHours());
// Last and least: nothing waits for it.
const later = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 1000));
const keep = () => later(() => void import("./offline/register.js").then(({ offline }) => offline()));
if ("serviceWorker" in navigator) {
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
}
