// Small helps on top of pages that work without them. What is imported here comes with every page, as one file; what is
// only some pages', or only used by who acts, comes when it is called for.
import { themeToggle } from "./theme-toggle.js";
import { folds, lists } from "./folds.js";
import { cleanAddress, inApp } from "./in-app.js";
import { firstAct } from "./first-act.js";
import { languageLinks } from "./language-links.js";
import { laterStyles, stylesOfPaper } from "./later-styles.js";
import { menu } from "./menu.js";
import { searchOnTouch } from "./search-on-touch.js";
import { offerOwnLanguage } from "./share/own-language.js";

cleanAddress();
themeToggle();
folds();
lists();
offerOwnLanguage();
languageLinks();
menu();
searchOnTouch();
stylesOfPaper();

// The build reads these lines too: what a script makes is styled on the pages that call for it.
/** @param {string} selector */
const has = (selector) => document.querySelector(selector) !== null;
if (has(".carriers-table")) import("./carriers-filter.js").then(({ carriersFilter }) => carriersFilter());
if (has(".letter-fields")) import("./letters.js").then(({ letters }) => letters());
if (has("[data-plan]")) {
  import("./plan/form.js").then(({ planForm }) =>
    planForm(/** @type {HTMLElement} */ (document.querySelector("[data-plan]")), act)
  );
}
if (inApp() && has("[data-keep]")) import("./keep-files.js").then(({ keepFiles }) => keepFiles());
/**
 * Acts once when one of some elements comes near the screen: the first page has such a one at its end.
 * @param {string} selector
 * @param {() => void} act
 */
const near = (selector, act) => {
  const watch = new IntersectionObserver((places) => {
    if (!places.some((place) => place.isIntersecting)) return;
    watch.disconnect();
    act();
  }, { rootMargin: "50%" });
  for (const place of document.querySelectorAll(selector)) watch.observe(place);
};
near(".phrase", () => import("./phrases.js").then(({ phrases }) => phrases()));
const act = new Promise((done) => {
  firstAct((event) => {
    done(event);
    const styled = laterStyles();
    return import("./acted.js").then(({ acted }) => acted(event, styled));
  });
});
