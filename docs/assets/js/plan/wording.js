// Words, dates and sums as the language of the data writes them.
/** @import { PlanData } from "./data.js" */
import { parts } from "./calendar.js";

const ENDED = /[.!?。！？]$/;

/** The words of the plan in one language. */
export class Wording {
  /** @param {PlanData} data */
  constructor(data) {
    this.words = data.words;
  }

  /**
   * The words at `key` with values in place of their names; those with forms take that of the number `n`.
   * @param {string} key
   * @param {Record<string, string | number>} values
   */
  say(key, values = {}) {
    const found = this.words[key] ?? key;
    const text = typeof found === "string" ? found : (values.n === 1 && found.one) || found.other;
    return tidy(text.replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) => {
      return String(values[name] ?? whole);
    }));
  }

  /** A day without its weekday. @param {number} day */
  date(day) {
    return this.fixed(day);
  }

  /** A day of the calendar, whatever the leaving day is. @param {number} day */
  fixed(day) {
    const { year, month, date } = parts(day);
    return this.say("date-day", { year, month: this.#month(month), day: date });
  }

  /** A day with its weekday. @param {number} day */
  weekdayDate(day) {
    return this.say("weekday-date", { date: this.date(day), weekday: this.words.weekdays[parts(day).weekday] });
  }

  /** The month of a day. @param {number} day */
  month(day) {
    const { year, month } = parts(day);
    return this.say("date-month", { year, month: this.#month(month) });
  }

  /** A sum, which no line breaks from its unit. @param {number} amount */
  yen(amount) {
    return this.say("money", { amount: String(amount).replace(/\B(?=(\d{3})+$)/g, ",") }).replace(/ /g, "\u00a0");
  }

  /** From and to, or one sum where they are the same. @param {number} from @param {number} to */
  range(from, to) {
    return from === to ? this.yen(to) : this.say("sum-range", { from: this.yen(from), to: this.yen(to) });
  }

  /** What there is of sentences and phrases, as one paragraph. @param {(string | null)[]} pieces */
  paragraph(pieces) {
    const joint = this.words["sentence-joint"];
    const space = joint.slice(1);
    const all = pieces.filter((piece) => piece !== null)
      .reduce((made, piece) => made + (made && (ENDED.test(made) ? space : joint)) + piece, "");
    return all && !ENDED.test(all) ? all + joint.slice(0, 1) : all;
  }

  /** @param {number} number */
  #month(number) {
    return this.words.months[number - 1] ?? number;
  }
}

/** Days by their distance from the leaving day, where that is not fixed. */
export class FromLeaving extends Wording {
  /**
   * @param {PlanData} data
   * @param {number} leaving the day that stands for it
   */
  constructor(data, leaving) {
    super(data);
    this.leaving = leaving;
  }

  /** @param {number} day @override */
  date(day) {
    const before = this.leaving - day;
    if (before === 0) return this.say("day-of");
    if (before === 1) return this.say("day-before");
    return before > 0 ? this.say("days-before", { n: before }) : this.say("days-after", { n: -before });
  }

  /** @param {number} day @override */
  weekdayDate(day) {
    return this.date(day);
  }
}

/**
 * A name between Chinese words needs no spaces, one in letters does: the words have them, and here they go.
 * @param {string} text
 */
export function tidy(text) {
  return text.replace(/([\p{Script=Han}）」]) (?=[\p{Script=Han}（「])/gu, "$1");
}
