// A button that passes on a page or an entry by its short address; the ways to do so come when it is tapped.
import { button } from "../dom.js";
import { paired } from "../paired.js";
import { words } from "../words.js";

const SVG = "http://www.w3.org/2000/svg";
const ARROW = "M12 3v12M7.500 7.500 12 3l4.500 4.500M6 11H5v10h14V11h-1";

/**
 * The short address of what a heading, or a phrase, names; null where it has none.
 * @param {HTMLElement} heading
 */
export function shortAddress(heading) {
  /** @type {HTMLLinkElement | null} */
  const whole = document.querySelector("link[rel=shortlink]");
  if (whole && heading.localName === "h1") return new URL(whole.href);
  /** @type {HTMLMetaElement | null} */
  const entries = document.querySelector("meta[name=guide-entries]");
  const ids = entries?.dataset.ids?.split(" ") ?? [];
  return entries && ids.includes(heading.id) ? entryAddress(heading.id, entries.content, location.href) : null;
}

/** The poster of the whole page; null where it has none. */
export function posterAddress() {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector("meta[name=guide-poster]");
  return meta && new URL(meta.content, location.href);
}

/**
 * The short address of an entry.
 * @param {string} id
 * @param {string} folder where the entries of the page have their short addresses, relative to the page
 * @param {string} page address of the page
 */
export function entryAddress(id, folder, page) {
  return new URL(`${id}/`, new URL(folder, page));
}

/**
 * The button that opens the ways to share.
 * @param {string} name what is shared
 * @param {HTMLElement} source where the name stands, with its marks of language
 * @param {URL} address
 * @param {URL | null} poster a picture with the answer and the address, where there is one
 */
export function shareButton(name, source, address, poster = null) {
  const label = paired(words.share, name);
  const attributes = { class: "guide-copy guide-share", "aria-label": label, "aria-haspopup": "dialog" };
  const act = () =>
    import("./dialog.js").then(
      ({ shareDialog }) => shareDialog(name, source, address, poster),
      // Nothing came: the address alone is passed on.
      () => showCopied(address),
    );
  const share = button("", act, attributes);
  share.append(icon());
  return share;
}

function icon() {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ARROW);
  picture.append(path);
  return picture;
}

/**
 * Copies an address; where that is not allowed, shows it.
 * @param {URL} address
 * @param {HTMLElement} status says what happened
 */
export async function copyAddress(address, status) {
  try {
    await navigator.clipboard.writeText(address.href);
    status.textContent = words.copied;
  } catch {
    status.textContent = address.href;
  }
}

/**
 * Copies an address, and says so for a while in the page's own line.
 * @param {URL} address
 */
export async function showCopied(address) {
  const status = /** @type {HTMLElement} */ (document.querySelector(".guide-status"));
  await copyAddress(address, status);
  status.classList.add("shown");
  setTimeout(() => status.classList.remove("shown"), 2000);
}
