// A button behind every heading with an id: it copies the address of that section, or shares what has a short one. One
// below every Japanese sentence shares that.
import { paired } from "./paired.js";
import { posterAddress, shareButton, shortAddress, showCopied } from "./share/share.js";
import { words } from "./words.js";

/** Adds the buttons, and the line that says what was copied. */
export function copyLinks() {
  const status = document.createElement("p");
  status.className = "guide-status";
  status.setAttribute("role", "status");
  document.body.append(status);
  /** @type {NodeListOf<HTMLHeadingElement>} */
  const headings = document.querySelectorAll(".md-content :is(h1, h2, h3)[id]");
  for (const heading of headings) {
    const name = heading.textContent.trim();
    const short = shortAddress(heading);
    const poster = heading.localName === "h1" ? posterAddress() : null;
    const button = short ? shareButton(name, heading, short, poster) : copyButton(name, heading.id);
    // What one taps to unfold holds nothing else to tap: the button waits inside the fold.
    const summary = heading.closest("summary");
    const below = short && heading.nextElementSibling?.matches(".meta") ? heading.nextElementSibling : null;
    if (summary) summary.after(button);
    else (below ?? heading).append(button);
  }
  /** @type {NodeListOf<HTMLElement>} */
  const phrases = document.querySelectorAll(".phrase");
  for (const phrase of phrases) {
    /** @type {HTMLElement | null} */
    const source = phrase.querySelector(".phrase-ja");
    const short = source && shortAddress(phrase);
    if (short) phrase.append(shareButton(source.textContent, source, short));
  }
}

/**
 * @param {string} name
 * @param {string} id
 */
function copyButton(name, id) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "guide-copy";
  button.setAttribute("aria-label", paired(words.copy, name));
  button.addEventListener("click", () => copy(id));
  return button;
}

/**
 * The address of a section: the page's own, without a query and with another fragment.
 * @param {string} id
 * @param {string} page address of the page
 */
export function sectionAddress(id, page) {
  const address = new URL(`#${id}`, page);
  address.search = "";
  return address;
}

/** @param {string} id */
function copy(id) {
  const address = sectionAddress(id, location.href);
  history.replaceState(null, "", address);
  showCopied(address);
}
