// The plan as elements: the days, the best days, the sum.
/** @import { Item, Plan } from "./plan.js" */
/** @import { Part, Sum } from "./money.js" */
/** @import { Wording } from "./wording.js" */
import { isoOf } from "./calendar.js";
import { element } from "../dom.js";
import { planButton } from "./button.js";
import { Ticks } from "./ticks.js";

const ROOT = "../";

/**
 * The parts of the plan, in the order in which they are read.
 * @param {Plan} plan
 * @param {Wording} words
 * @param {number} today
 * @returns {HTMLElement[]}
 */
export function planView(plan, words, today) {
  const found = [];
  if (plan.open) found.push(element("p", { class: "care" }, words.say("open-note")));
  if (plan.past) found.push(element("p", { class: "care" }, words.say("past-note")));
  if (plan.nothing.length) found.push(nothing(plan, words));
  if (plan.items.length) found.push(days(plan, words, today));
  if (plan.best.length) found.push(best(plan, words));
  if (plan.sum) found.push(sum(plan.sum, words));
  return found;
}

/**
 * @param {Plan} plan
 * @param {Wording} words
 */
function nothing(plan, words) {
  const rows = plan.nothing.map(({ name, text, link }) =>
    element(
      "li",
      {},
      name ? element("strong", {}, name) : null,
      element("p", {}, text),
      element("p", { class: "plan-marks" }, anchor(link, name || text, words)),
    )
  );
  const codes = element("p", {}, words.say("nothing-codes"));
  return element("section", { class: "plan-nothing" }, heading("nothing", words), element("ul", {}, ...rows), codes);
}

/**
 * @param {Plan} plan
 * @param {Wording} words
 * @param {number} today
 */
function days(plan, words, today) {
  const ticks = new Ticks(plan.held.map(({ line: { id } }) => id).join());
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of plan.items) groups.set(item.when, [...groups.get(item.when) ?? [], item]);
  const list = [...groups].map(([when, items]) => {
    const at = plan.open ? element("span", {}, when) : element("time", { datetime: machine(items[0]) }, when);
    const badge = !plan.open && items[0].day === today && !items[0].wholeMonth
      ? element("small", {}, words.say("today-word"))
      : null;
    return element(
      "li",
      { class: "plan-day" },
      element("p", { class: "plan-when" }, at, badge),
      element("ul", {}, ...items.map((item) => line(item, words, ticks, today))),
    );
  });
  const days = element("ol", {}, ...list);
  const forget = planButton(words.say("forget"), () => {
    ticks.clear();
    for (const box of days.querySelectorAll("input")) {
      box.checked = false;
      box.closest(".plan-item")?.classList.remove("done");
    }
  }, "plan-change");
  return element(
    "section",
    { class: "plan-days" },
    heading("plan-days", words),
    days,
    element("p", { class: "plan-hint" }, `${words.say("done-note")} `, forget),
  );
}

/** @param {Item} item */
function machine({ day, wholeMonth }) {
  return wholeMonth ? isoOf(day).slice(0, 7) : isoOf(day);
}

/**
 * @param {Item} item
 * @param {Wording} words
 * @param {Ticks} ticks
 * @param {number} today
 */
function line(item, words, ticks, today) {
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: ticks.has(item.id) }));
  const row = element(
    "li",
    { class: `plan-item${item.late ? " late" : ""}`, "data-rule": item.id },
    element("label", {}, box, element("span", {}, item.text)),
    item.late ? element("p", { class: "plan-late" }, words.say(item.day > today ? "late-next" : "late")) : null,
    ...item.points.map((point) => element("p", { class: "plan-point" }, point)),
    item.why ? element("p", { class: "plan-why" }, item.why) : null,
    marks(item, words),
  );
  const show = () => row.classList.toggle("done", box.checked);
  box.addEventListener("change", () => {
    ticks.set(item.id, box.checked);
    show();
  });
  show();
  return row;
}

/**
 * @param {Item} item
 * @param {Wording} words
 */
function marks({ links, sure, text }, words) {
  const parts = [
    ...links.map((link) => anchor(link, text, words)),
    sure ? element("small", { class: `sure ${sure}` }, words.say(`sure-${sure}`)) : null,
  ].filter((part) => part !== null);
  return parts.length ? element("p", { class: "plan-marks" }, ...parts) : null;
}

/**
 * @param {{words: string, to: string}} link
 * @param {string} text what the line says, for who hears links alone
 * @param {Wording} words
 */
function anchor({ words: shown, to }, text, words) {
  const outside = /^[a-z]+:/.test(to);
  const label = shown || words.say("details");
  return element("a", {
    href: outside ? to : ROOT + to,
    rel: to.startsWith("http") ? "external" : null,
    class: to.startsWith("tel:") ? "tel" : null,
    "aria-label": shown ? null : words.say("told-of", { name: label, answer: text }),
  }, label);
}

/**
 * @param {Plan} plan
 * @param {Wording} words
 */
function best(plan, words) {
  const rows = plan.best.map(({ name, when, why }) =>
    element(
      "li",
      {},
      element("strong", {}, words.say("best-day", { line: name, date: when })),
      element("p", {}, why),
    )
  );
  return element("section", { class: "plan-best" }, heading("best", words), element("ul", {}, ...rows));
}

/**
 * @param {NonNullable<Plan["sum"]>} reckoned
 * @param {Wording} words
 */
function sum({ lines, handset, all }, words) {
  const several = lines.length + (handset.length ? 1 : 0) > 1;
  const body = lines.flatMap(({ name, parts, sum: own }) => [
    several
      ? element("tr", { class: "plan-sum-head" }, element("th", { colspan: "2", scope: "rowgroup" }, name))
      : null,
    ...parts.map((part) => partRow(part, words)),
    several ? totalRow(words.say("sum-line", { line: name }), own, words, "plan-sum-line") : null,
  ]);
  const rows = [
    ...body,
    ...handset.map((part) => partRow(part, words)),
    totalRow(words.say("sum-all"), all, words, "plan-sum-all"),
  ];
  return element(
    "section",
    { class: "plan-sum" },
    heading("sum", words),
    element(
      "table",
      { class: "plan-table" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, words.say("sum-part")),
          element("th", { scope: "col" }, words.say("sum-amount")),
        ),
      ),
      element("tbody", {}, ...rows),
    ),
    element("p", { class: "plan-hint" }, words.say("sum-note")),
  );
}

/**
 * @param {Part} part
 * @param {Wording} words
 */
function partRow(part, words) {
  const known = part.from !== null && part.to !== null;
  const remarks = [part.note, known && part.ask === "sum-fee-unsigned" ? words.say(part.ask) : null];
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      words.say(part.id, part.values),
      ...remarks.filter(Boolean).map((note) => element("small", { class: "plan-note" }, note ?? "")),
      part.sure ? element("small", { class: `sure ${part.sure}` }, words.say(`sure-${part.sure}`)) : null,
    ),
    known
      ? element("td", { class: "plan-amount" }, words.range(part.from ?? 0, part.to ?? 0))
      : element("td", {}, words.say(part.ask ?? "sum-ask")),
  );
}

/**
 * @param {string} label
 * @param {Sum} total
 * @param {Wording} words
 * @param {string} kind
 */
function totalRow(label, total, words, kind) {
  return element(
    "tr",
    { class: kind },
    element("th", { scope: "row" }, label),
    total.known
      ? element(
        "td",
        { class: "plan-amount" },
        words.range(total.from, total.to),
        total.open ? element("small", { class: "plan-note" }, words.say("sum-plus")) : null,
      )
      : element("td", {}, words.say("sum-none")),
  );
}

/**
 * @param {string} key
 * @param {Wording} words
 */
function heading(key, words) {
  return element("h3", {}, words.say(key));
}
