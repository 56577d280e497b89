// What comes when the reader has done something on a page: a menu that closes behind them, the ways to pass a part of
// it on, the next page ahead of its time, a switch, and the guide kept for times without network.
import { copyLinks } from "./copy-links.js";
import { menuLeft } from "./menu-left.js";
import { nextPage } from "./next-page.js";
import { offline } from "./offline/register.js";
import { slashSwitch } from "./slash-switch.js";

/**
 * @param {Event | null} event what the reader did; null where they have only looked
 * @param {Promise<void>} styled when what is made here has its styles
 */
export function acted(event, styled) {
  menuLeft();
  nextPage(event);
  styled.then(copyLinks);
  slashSwitch();
  if (!("serviceWorker" in navigator)) return;
  // Last and least: nothing waits for it.
  const later = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 1000));
  later(() => void offline());
}
