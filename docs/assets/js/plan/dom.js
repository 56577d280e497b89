// Elements, made without a line of markup: what readers type or an address holds can only become text.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | null>} attributes null and false leave one out
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} kind class of the button
 * @returns {HTMLElement}
 */
export function button(words, act, kind = "second") {
  const made = element("button", { type: "button", class: `plan-button ${kind}` }, words);
  made.addEventListener("click", act);
  return made;
}
