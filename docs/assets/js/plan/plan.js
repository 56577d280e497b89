// The plan of a reader: from answers to dated lines, a sum and the best days. Pure: the same answers on the same day of
// the same data give the same plan.
/** @import { Line, PlanData, Sure } from "./data.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Address, Case, Held, Made } from "./case.js" */
/** @import { Timing } from "./timing.js" */
import { noContract, UNNAMED } from "./answers.js";
import { Business, dayOf, parts } from "./calendar.js";
import { reckon } from "./money.js";
import { RULES } from "./rules.js";
import { isFree, timingOf } from "./timing.js";
import { FromLeaving, Wording } from "./wording.js";

/**
 * @typedef {object} Item one dated line of the plan
 * @property {string} id the same for the same thing in every plan
 * @property {number} day never before today
 * @property {string} when the day in words
 * @property {boolean} wholeMonth
 * @property {string} text
 * @property {string[]} points
 * @property {string} why
 * @property {Address[]} links
 * @property {Sure | null} sure
 * @property {boolean} late
 */
/**
 * @typedef {object} Plan
 * @property {Item[]} items
 * @property {{name: string, text: string, link: Address}[]} nothing cards that end by themselves
 * @property {{name: string, day: number, when: string, why: string}[]} best
 * @property {ReturnType<typeof reckon> | null} sum
 * @property {boolean} open without a leaving date, so that days are counted from it
 * @property {boolean} away the reader has left
 * @property {boolean} past so says the leaving day, not the reader
 * @property {Held[]} held
 * @property {number | null} leaving
 */

/**
 * @param {PlanData} data
 * @param {Answers} answers
 * @param {{today: number, minute: number}} now
 * @returns {Plan}
 */
export function makePlan(data, answers, now) {
  const business = new Business(data.closed);
  const given = typeof answers.leaving === "number" ? answers.leaving : null;
  // A leaving day that has passed is that of somebody who has left.
  const away = answers.where === "abroad" || (given !== null && given < now.today);
  const open = !away && given === null;
  const leaving = away ? null : given ?? someDay(now.today);
  const words = open ? new FromLeaving(data, leaving ?? now.today) : new Wording(data);
  const clock = open ? { today: now.today, minute: 0 } : now;
  const held = data.lines.filter(({ id }) => answers.held.includes(id)).map((line) => {
    const contract = answers.contracts[line.id] ?? noContract();
    return { line, contract, timing: timingOf(line, contract, clock, leaving, business) };
  });
  const cards = data.cards.filter(({ id }) => answers.held.includes(id));
  /** @type {Case} */
  const all = { data, answers, words, today: now.today, minute: clock.minute, leaving, open, held, cards };
  const items = RULES.flatMap((rule) => [
    finished(`${rule.id}`, rule.ofPlan?.(all)),
    ...held.map((one) => finished(`${rule.id}-${one.line.id}`, rule.ofLine?.(one, all))),
    ...cards.map((card) => finished(`${rule.id}-${card.id}`, rule.ofCard?.(card, all))),
  ]).filter((item) => item !== null)
    // What comes after an unknown day hangs on months that are not known either.
    .filter(({ day }) => !open || day <= (leaving ?? day));
  const ended = answers.keep === "yes" ? [] : held;
  const timings = new Map(held.map(({ line, timing }) => [line.id, timing]));
  return {
    items: items.sort((a, b) => a.day - b.day),
    nothing: nothingToDo(all),
    best: open ? [] : ended.map((one) => bestOf(one, all, (day) => inWords(day, false))).filter((one) => one !== null),
    sum: held.length || answers.phone === "instalments" || answers.phone === "programme"
      ? reckon(data, answers, timings, { leaving: open ? null : leaving, today: now.today, open })
      : null,
    open,
    away,
    past: away && answers.where !== "abroad",
    held,
    leaving,
  };

  /**
   * @param {string} id
   * @param {Made | null | undefined} made
   * @returns {Item | null}
   */
  function finished(id, made) {
    if (!made) return null;
    const day = Math.max(made.day, now.today);
    const wholeMonth = made.wholeMonth ?? false;
    return {
      id,
      day,
      when: inWords(day, wholeMonth),
      wholeMonth,
      text: made.text,
      points: (made.points ?? []).filter((one) => one !== null),
      why: words.paragraph(made.why ?? []),
      links: [made.link, made.more].filter((link) => link !== null && link !== undefined),
      sure: made.sure ?? null,
      late: made.late ?? false,
    };
  }

  /**
   * @param {number} day
   * @param {boolean} wholeMonth
   */
  function inWords(day, wholeMonth) {
    if (wholeMonth) return words.month(day);
    return words.weekdayDate(day);
  }
}

/**
 * A day that stands for a leaving day that is not fixed: in the middle of a month, where no month's end is near, and on
 * a Sunday, before which business days are the farthest.
 * @param {number} today
 */
function someDay(today) {
  const { year, month } = parts(today);
  const middle = dayOf(year, month + 2, 15);
  return middle - parts(middle).weekday;
}

/** @param {Case} all */
function nothingToDo({ answers, cards, words }) {
  const known = cards.filter(({ ends, rental }) => ends === "yes" && !rental)
    .map(({ name, when, page }) => ({ name, text: when, link: { words: "", to: page } }));
  const unnamed = { name: "", text: words.say("nothing-travel"), link: { words: "", to: "cards/short-term/" } };
  return answers.held.includes(UNNAMED.travel) ? [unnamed, ...known] : known;
}

/**
 * The best day of a line, why, and what a day earlier or later changes.
 * @param {Held} held
 * @param {Case} all
 * @param {(day: number) => string} inWords
 */
function bestOf({ line, contract, timing }, { words, leaving }, inWords) {
  const { apply, cheapest } = timing;
  // What can only be done from abroad has no day to choose.
  if (apply === null) return null;
  if (cheapest !== null) {
    const values = { date: words.date(apply), until: words.date(timing.cheapestStop ?? cheapest) };
    const clock = line.cutOff.value;
    return {
      name: line.name,
      day: cheapest,
      when: inWords(cheapest),
      why: words.paragraph([
        clock === undefined || clock === "none" ? null : words.say("apply-hour", { hour: clock }),
        words.say("best-haste", values),
      ]),
    };
  }
  return {
    name: line.name,
    day: apply,
    when: inWords(apply),
    why: words.paragraph([
      isFree(line, contract) ? words.say("best-free") : reasonOf(line, timing, words, leaving === null),
      timing.free === null ? null : words.say("best-fee", { date: words.date(timing.free) }),
      ...changes(timing, words, leaving === null),
    ]),
  };
}

/**
 * @param {Line} line
 * @param {Timing} timing
 * @param {Wording} words
 * @param {boolean} away
 */
function reasonOf(line, timing, words, away) {
  const last = timing.stops[1];
  if (away) return words.say("best-now");
  if (line.month.value === "prorated") return words.say("best-prorated");
  const known = line.month.value !== undefined;
  if (timing.without > 0 && timing.paidTo !== null) {
    const values = { date: words.date(timing.paidTo), n: timing.without };
    return known
      ? words.say("best-before", values)
      : words.paragraph([words.say("best-unknown"), words.say("best-maybe", values)]);
  }
  if (line.effect.value === "month-end" && last !== null) {
    return words.say("best-month-end", { date: words.date(last) });
  }
  if (!known) return words.say("best-unknown");
  if (timing.billing === null || timing.paidTo === null) return words.say("best-closing");
  return words.say(timing.late ? "best-late" : "best-full", { date: words.date(timing.paidTo) });
}

/**
 * What a day earlier or later changes; where several days are as good, the last of them.
 * @param {Timing} timing
 * @param {Wording} words
 * @param {boolean} away
 */
function changes(timing, words, away) {
  const { apply, latest, late } = timing;
  if (latest !== null && latest > (apply ?? latest)) return [words.say("apply-latest", { date: words.date(latest) })];
  if (away) return [];
  // A day too late there is no reserve left to lose.
  if (late) return ["month", "day"].includes(timing.later) ? [laterWords(timing, words)] : [];
  return [words.say(`earlier-${timing.earlier}`), laterWords(timing, words)];
}

/**
 * @param {Timing} timing
 * @param {Wording} words
 */
function laterWords(timing, words) {
  const { apply, later, laterStop } = timing;
  return later === "leaves" && apply !== null && laterStop !== null
    ? words.say("later-leaves", { day: words.date(apply + 1), date: words.date(laterStop) })
    : words.say(`later-${later === "leaves" ? "same" : later}`);
}
