// What a page says in the browser of an app that cannot do what is offered there.
/** @import { App } from "./in-app.js" */
import { element } from "./dom.js";
import { inApp, outside } from "./in-app.js";

/**
 * The line that says what the app cannot do, with the way to a real browser; null in one.
 * @param {Record<App, string>} says for each app
 * @param {string} open words of the link that LINE follows
 * @param {string | URL} address
 */
export function wayOut(says, open, address) {
  const app = inApp();
  if (!app) return null;
  if (app !== "line") return element("p", { class: "care" }, says[app]);
  return element("p", { class: "care" }, `${says[app]} `, element("a", { href: outside(address).href }, open));
}
