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
 * Brings every list of the page in, and shows what a fragment names. Where none comes, the link leads on.
 * @param {string} hash with its number sign, or nothing
 */
export async function bring(hash) {
  const places = [...document.querySelectorAll(".apart")];
  try {
    await Promise.all(places.map(bringOne));
  } catch {
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".apart a"));
    if (hash && link) location.href = link.href + hash;
    return;
  }
  const marks = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".footnote-ref"));
  for (const mark of marks) mark.setAttribute("href", mark.hash);
  const target = hash ? named(hash, document) : null;
  if (!target) return;
  if (location.hash !== hash) history.pushState(null, "", hash);
  openAround(target);
  target.scrollIntoView();
}
