// The ways to pass on a page or an entry: what the device offers, a QR code, the link, a picture.
import { button, element } from "../dom.js";
import { inApp } from "../in-app.js";
import { paired } from "../paired.js";
import { words } from "../words.js";
import { copyAddress } from "./share.js";

/** Pixels of the picture's side, as it is shown. */
const SIDE = 296;

/**
 * @param {string} name
 * @param {HTMLElement} source where the name stands, with its marks of language
 * @param {URL} address
 * @param {URL | null} poster
 */
export function shareDialog(name, source, address, poster) {
  // A second tap while this file was on its way.
  if (document.querySelector(".share-view")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "share-view";
  dialog.setAttribute("aria-label", paired(words.share, name));
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
