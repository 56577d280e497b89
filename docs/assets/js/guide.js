// Small helps on top of pages that work without them. What is imported here comes with every page, as one file; what is
// only some pages', or only used by who acts, comes when it is called for.
import { themeToggle } from "./theme-toggle.js";
import { sayBroken } from "./broken.js";
import { folds } from "./folds.js";
import { cleanAddress, inApp } from "./in-app.js";
import { again, firstAct } from "./first-act.js";
import { languageLinks } from "./language-links.js";
import { laterStyles, stylesOfPaper } from "./later-styles.js";
import { lists } from "./lists.js";
import { menu } from "./menu.js";
import { called } from "./network.js";
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

/**
 * Acts on a module that is called for; one that does not come, as without network, is called for again later.
 * @param {() => Promise<any>} call
 * @param {(module: any) => void} act
 * @param {() => void} [without] acts where it has not come
 */
const comes = (call, act, without) => {
  call().then(act, () => {
    without?.();
    again(() => comes(call, act, without));
  });
};
// The build reads these lines too: what a script makes is styled on the pages that call for it.
/**
 * Acts on a module where something is on the page.
 * @param {string} selector
 * @param {() => Promise<any>} call
 * @param {(module: any, place: HTMLElement) => void} act
 */
const has = (selector, call, act) => {
  /** @type {HTMLElement | null} */
  const place = document.querySelector(selector);
  if (!place) return;
  comes(call, (module) => act(module, place), () => sayBroken(place));
};
has(".carriers-table", () => called("./carriers-filter.js"), ({ carriersFilter }) => carriersFilter());
has(".letter-fields", () => called("./letters.js"), ({ letters }) => letters());
has("[data-plan]", () => called("./plan/form.js"), ({ planForm }, place) => planForm(place, acting));
if (inApp()) has("[data-keep]", () => called("./keep-files.js"), ({ keepFiles }) => keepFiles());
/**
 * Acts once on a module when one of some elements comes near the screen: the first page has such a one at its end.
 * @param {string} selector
 * @param {() => Promise<any>} call
 * @param {(module: any) => void} act
 */
const near = (selector, call, act) => {
  const watch = new IntersectionObserver((places) => {
    if (!places.some((place) => place.isIntersecting)) return;
    watch.disconnect();
    comes(call, act);
  }, { rootMargin: "50%" });
  for (const place of document.querySelectorAll(selector)) watch.observe(place);
};
near(".phrase", () => called("./phrases.js"), ({ phrases }) => phrases());
const acting = new Promise((done) => {
  firstAct(function act(event) {
    done(event);
    const styled = laterStyles();
    called("./acted.js").then(({ acted }) => acted(event, styled), () => again(act));
  });
});
