// A button that passes on a page or an entry by its short address: what the device offers, a QR code, the link.
import { button, element } from "../dom.js";
import { inApp } from "../in-app.js";
import { words } from "../words.js";

const SVG = "http://www.w3.org/2000/svg";
const ARROW = "M12 3v12M7.500 7.500 12 3l4.500 4.500M6 11H5v10h14V11h-1";
/** Pixels of the picture's side, as it is shown. */
const SIDE = 296;

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
  const label = `${words.share}: ${name}`;
  const attributes = { class: "guide-copy guide-share", "aria-label": label, "aria-haspopup": "dialog" };
  const share = button("", () => open(name, source, address, poster), attributes);
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
 * @param {string} name
 * @param {HTMLElement} source
 * @param {URL} address
 * @param {URL | null} poster
 */
function open(name, source, address, poster) {
  const dialog = document.createElement("dialog");
  dialog.className = "share-view";
  dialog.setAttribute("aria-label", `${words.share}: ${name}`);
  const title = document.createElement("p");
  if (source.lang) title.lang = source.lang;
  const said = [...source.childNodes].filter(({ nodeName }) => nodeName !== "BUTTON");
  title.append(...said.map((node) => node.cloneNode(true)));
  const code = document.createElement("img");
  code.src = new URL("qr.png", address).href;
  code.alt = words.qr;
  code.width = code.height = SIDE;
  const link = document.createElement("a");
  link.href = address.href;
  link.textContent = address.href;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const ways = document.createElement("div");
  ways.className = "share-ways";
  if (typeof navigator.share === "function") ways.append(button(words.share, () => pass(name, address)));
  ways.append(button(words.copyLink, () => copyAddress(address, status)));
  if (poster) ways.append(button(words.savePicture, () => savePoster(poster, code, status)));
  ways.append(button(words.close, () => dialog.close()));
  // Without network there is no picture: the address below is enough.
  code.addEventListener("error", () => (code.hidden = true));
  dialog.append(title, code, link, ways, status);
  dialog.addEventListener("close", () => dialog.remove());
  // What is beside the dialog belongs to it for a click: there it closes.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Shows the poster in place of the code, and saves it; in an app that saves no file one presses it long.
 * @param {URL} poster
 * @param {HTMLImageElement} code
 * @param {HTMLElement} status says what to do
 */
function savePoster(poster, code, status) {
  code.hidden = false;
  code.src = poster.href;
  code.alt = words.poster;
  code.classList.add("poster");
  code.removeAttribute("width");
  code.removeAttribute("height");
  if (inApp()) {
    status.textContent = words.pressLong;
    return;
  }
  const [id] = poster.pathname.split("/").slice(-2);
  element("a", { href: poster.href, download: `${id}.png` }).click();
}

/**
 * @param {string} name
 * @param {URL} address
 */
async function pass(name, address) {
  try {
    await navigator.share({ title: name, url: address.href });
  } catch {
    // The reader has changed their mind, or the device has; the other ways are still there.
  }
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
