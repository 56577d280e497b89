// The lists of sources that stand in pages of their own, brought into the page they belong to.
import { named, openAround } from "./folds.js";

/**
 * The page at an address. A request, unlike a parser, gives a document without asking for trusted markup.
 * @param {string} address
 * @returns {Promise<Document>} rejected where nothing comes
 */
function fetched(address) {
  return new Promise((there, away) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => request.status < 400 && request.response ? there(request.response) : away(request.status);
    request.onerror = away;
    request.send();
  });
}

/**
 * Puts a list in the place of the link to it.
 * @param {Element} place
 */
async function bringOne(place) {
  const link = /** @type {HTMLAnchorElement} */ (place.querySelector("a"));
  const page = await fetched(link.href);
  const list = page.querySelector("main > .footnote, main > .source-list");
  if (!list || !place.isConnected) return;
  const here = location.href.replace(/[?#].*/, "");
  for (const way of /** @type {NodeListOf<HTMLAnchorElement>} */ (list.querySelectorAll("a[href]"))) {
    const [page, hash] = way.href.split("#");
    way.setAttribute("href", page === here && hash ? `#${hash}` : way.href);
  }
  place.replaceWith(document.adoptNode(list));
}

/**
 * Brings the lists of the page in, of a link in place of a list that one alone, and goes to what a fragment names.
 * @param {string} to the address of a source in its list, or of a list, or nothing
 * @param {Element?} link what was followed
 * @returns {Promise<void>} rejected where a list does not come
 */
export async function bring(to, link) {
  const hash = to.replace(/^[^#]*/, "");
  const place = hash ? null : link?.closest(".apart");
  await Promise.all((place ? [place] : [...document.querySelectorAll(".apart")]).map(bringOne));
  const marks = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".footnote-ref"));
  for (const mark of marks) if (named(mark.hash, document)) mark.setAttribute("href", mark.hash);
  const target = hash ? named(hash, document) : null;
  if (!target) return;
  openAround(target);
  // As a link does: what is gone to is marked, stands below the bar, and is where the keyboard goes on from.
  if (location.hash === hash) location.replace(hash);
  else location.hash = hash;
}
