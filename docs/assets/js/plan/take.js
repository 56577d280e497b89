// Ways to take the plan along: a calendar file, the share sheet, text, a link, a sheet for the counter.
/** @import { Plan } from "./plan.js" */
/** @import { PlanData } from "./data.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Wording } from "./wording.js" */
import { UNNAMED, writeAnswers } from "./answers.js";
import { button, element } from "./dom.js";
import { calendarFile } from "./ics.js";
import { counterSheet } from "./sheet.js";
import { planText } from "./text.js";

/** @typedef {{plan: Plan, answers: Answers, data: PlanData, words: Wording, now: number}} Load */

const FILE = "leaving-plan.ics";
const TYPE = "text/calendar";
/** In-app browsers that cannot save a file, by their name in the user agent. */
const IN_APP = { wechat: /MicroMessenger/i, line: /\bLine\//i };
/** LINE opens an address in the real browser where it holds this. */
const OUT_OF_LINE = "openExternalBrowser";
const FREED_MS = 60_000;
/** Tells the stylesheet that the sheet alone is printed. */
const SHEET_OPEN = "plan-sheet-open";

/**
 * The buttons, and below them what they show.
 * @param {Load} load
 */
export function takeAlong(load) {
  const { words } = load;
  document.body.classList.remove(SHEET_OPEN);
  const status = element("p", { class: "plan-status", role: "status" });
  const shown = element("div", { class: "plan-shown" });
  const say = (/** @type {string} */ key) => (status.textContent = words.say(key));
  const copy = (/** @type {string} */ text) => copied(text, words, shown).then((done) => done && say("take-copied"));
  const sheet = button(words.say("take-sheet"), () => {
    const made = counterSheet(load, () => {
      shown.replaceChildren();
      document.body.classList.remove(SHEET_OPEN);
      sheet.focus();
    });
    shown.replaceChildren(made);
    document.body.classList.add(SHEET_OPEN);
    made.querySelector("h3")?.focus();
  });
  return element(
    "section",
    { class: "plan-take" },
    element("h3", {}, words.say("take")),
    wayOut(load),
    element(
      "p",
      { class: "plan-buttons" },
      load.plan.open || !load.plan.items.length
        ? null
        : button(words.say("take-calendar"), () =>
          offer(load, (key) => say(key), (text) => copy(text)), "plan-calendar"),
      needsCounter(load) ? sheet : null,
      button(words.say("take-copy"), () => copy(planText(load.plan, words, planAddress(load)))),
      button(words.say("take-link"), () => copy(planAddress(load))),
      button(words.say("take-print"), () => print()),
    ),
    status,
    shown,
  );
}

/**
 * Whether there is a line to speak of at a counter.
 * @param {Load} load
 */
function needsCounter({ plan, answers }) {
  return plan.held.length > 0 || answers.held.includes(UNNAMED.line);
}

/** @param {Load} load */
function planAddress({ answers }) {
  const address = new URL(location.href);
  address.search = writeAnswers(answers);
  address.hash = "";
  return address.href;
}

/**
 * The calendar: a file where the browser saves one, else the share sheet, else text.
 * @param {Load} load
 * @param {(key: string) => void} say
 * @param {(text: string) => void} copy
 */
async function offer(load, say, copy) {
  const address = planAddress(load);
  const text = calendarFile(load.plan.items, {
    name: load.words.say("calendar-name"),
    host: location.hostname,
    address,
    whole: (to) => new URL(/^[a-z]+:/.test(to) ? to : `../${to}`, address).href,
    footer: load.words.say("calendar-until"),
    now: load.now,
  });
  const file = new File([text], FILE, { type: TYPE });
  const installed = matchMedia("(display-mode: standalone)").matches;
  if ((inApp() || installed) && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return;
    } catch {
      // Closed, or not allowed here: the text remains.
    }
  }
  if (inApp()) {
    copy(planText(load.plan, load.words, address));
    return;
  }
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href: URL.createObjectURL(file), download: FILE }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), FREED_MS);
  say("take-file");
}

/** The in-app browser that shows the page, if any. */
function inApp() {
  return Object.entries(IN_APP).find(([, sign]) => sign.test(navigator.userAgent))?.[0];
}

/**
 * The way from an in-app browser to the real one.
 * @param {Load} load
 */
function wayOut(load) {
  const app = inApp();
  if (!app) return null;
  const { words } = load;
  if (app !== "line") return element("p", { class: "care" }, words.say(`in-app-${app}`));
  const address = new URL(planAddress(load));
  address.searchParams.set(OUT_OF_LINE, "1");
  return element(
    "p",
    { class: "care" },
    `${words.say("in-app-line")} `,
    element("a", { href: address.href }, words.say("in-app-open")),
  );
}

/**
 * Copies a text; where that is not allowed, shows it in a field to copy by hand.
 * @param {string} text
 * @param {Wording} words
 * @param {HTMLElement} shown
 */
async function copied(text, words, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (
      element("textarea", { readonly: true, rows: "8", "aria-label": words.say("take-text") })
    );
    field.value = text;
    shown.replaceChildren(element("p", { class: "plan-hint" }, words.say("take-text")), field);
    field.focus();
    field.select();
    return false;
  }
}
