// Ways to take the plan along: a calendar file, the share sheet, text, a link, a sheet for the counter.
/** @import { Plan } from "./plan.js" */
/** @import { PlanData } from "./data.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Wording } from "./wording.js" */
import { UNNAMED, writeAnswers } from "./answers.js";
import { element } from "../dom.js";
import { inApp } from "../in-app.js";
import { wayOut } from "../way-out.js";
import { askWorker } from "../offline/ask.js";
import { planButton } from "./button.js";
import { calendarFile } from "./ics.js";
import { counterSheet } from "./sheet.js";
import { planText } from "./text.js";

/** @typedef {{plan: Plan, answers: Answers, data: PlanData, words: Wording, now: number}} Load */

const FILE = "leaving-plan.ics";
const TYPE = "text/calendar";
const FREED_MS = 60_000;
const CALENDAR_MS = 1_000;
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
  const sheet = planButton(words.say("take-sheet"), () => {
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
    wayOut(
      { wechat: words.say("in-app-wechat"), line: words.say("in-app-line") },
      words.say("in-app-open"),
      planAddress(load),
    ),
    element(
      "p",
      { class: "plan-buttons" },
      load.plan.open || !load.plan.items.length
        ? null
        : planButton(words.say("take-calendar"), () =>
          offer(load, (key) => say(key), (text) => copy(text)), "plan-calendar"),
      needsCounter(load) ? sheet : null,
      planButton(words.say("take-copy"), () => copy(textOf(load))),
      planButton(words.say("take-link"), () => copy(planAddress(load))),
      inApp() ? null : planButton(words.say("take-print"), () => print()),
    ),
    status,
    shown,
  );
}

/**
 * Whether there is a line to speak of at a counter, and a reader to go there.
 * @param {Load} load
 */
function needsCounter({ plan, answers }) {
  return !plan.away && (plan.held.length > 0 || answers.held.includes(UNNAMED.line));
}

/** @param {Load} load */
function planAddress({ answers }) {
  const address = new URL(location.href);
  address.search = writeAnswers(answers);
  address.hash = "";
  return address.href;
}

/** @param {Load} load */
function textOf(load) {
  const address = planAddress(load);
  return planText(load.plan, load.words, address, whole(address));
}

/**
 * Makes whole addresses of the links of the plan at an address.
 * @param {string} address
 */
function whole(address) {
  return (/** @type {string} */ to) => new URL(/^[a-z]+:/.test(to) ? to : `../${to}`, address).href;
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
    whole: whole(address),
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
    copy(textOf(load));
    return;
  }
  // At a real address the system's calendar takes it; a file that a page made is one it may not know.
  const { controller } = navigator.serviceWorker ?? {};
  const real = controller && (await askWorker(controller, { ask: "calendar", text, name: FILE }, CALENDAR_MS));
  if (real) {
    location.assign(real);
    say("take-file");
    return;
  }
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href: URL.createObjectURL(file), download: FILE }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), FREED_MS);
  say("take-file");
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
