// What the plan says: one entry for each thing to do. A new rule is one more entry of RULES.
/** @import { Card, Line, PlanData, Sure } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Timing } from "./timing.js" */
/** @import { Wording } from "./wording.js" */
import { monthEnd, monthStart } from "./calendar.js";
import { UNNAMED } from "./answers.js";
import { mayPayFee } from "./timing.js";
import { monthsOf, programmeOf } from "./programme.js";

/** So many days before one applies, or leaves, things are begun. */
const AHEAD = { accounts: 14, account: 14, handset: 14, keep: 14, ask: 7, hand: 5, shop: 7, save: 1 };
/** So many months after the last bill the paying account is kept in reserve. */
const BILL_RESERVE = 1;

/** @typedef {{line: Line, contract: Contract, timing: Timing}} Held a line that is ended */
/**
 * @typedef {object} Case everything the rules look at
 * @property {PlanData} data
 * @property {Answers} answers
 * @property {Wording} words
 * @property {number} today
 * @property {number | null} leaving null for who has left
 * @property {boolean} open the leaving day is not fixed: another stands for it
 * @property {Held[]} held
 * @property {Card[]} cards
 */
/**
 * @typedef {object} Made what a rule says
 * @property {number} day
 * @property {boolean} [wholeMonth] it is known by its month only
 * @property {string} text what to do, a verb first
 * @property {(string | null)[]} [points] what must be known with it, each for itself
 * @property {(string | null)[]} [why] the reasons, as sentences
 * @property {{words: string, to: string} | null} [link] `to` is below the root of the language, or a whole address
 * @property {Sure} [sure]
 * @property {boolean} [late]
 */
/**
 * @typedef {object} Rule
 * @property {string} id part of the id of a calendar entry: never changed
 * @property {(all: Case) => Made | null} [ofPlan]
 * @property {(held: Held, all: Case) => Made | null} [ofLine]
 * @property {(card: Card, all: Case) => Made | null} [ofCard]
 */

/** @type {Rule[]} */
export const RULES = [
  {
    id: "find",
    ofPlan: ({ answers, words, today }) =>
      answers.held.includes(UNNAMED.line)
        ? {
          day: today,
          text: words.say("find-act"),
          why: [words.say("find-why")],
          link: page("faq/deciding/#which-carrier-do-i-have"),
        }
        : null,
  },
  {
    id: "decide",
    ofLine: ({ line }, { answers, words, today }) =>
      answers.keep === null
        ? {
          day: today,
          text: words.say("decide-act", { line: line.name }),
          why: [words.say("decide-why")],
          link: page("cards/number-keeping/"),
        }
        : null,
  },
  {
    id: "accounts",
    ofPlan: (all) => {
      const { words, leaving, today } = all;
      const first = firstStop(all);
      if (first === null) return null;
      return {
        day: first - AHEAD.accounts,
        text: words.say("accounts-act", { date: words.date(Math.max(first - 1, today)) }),
        why: [words.say(leaving === null ? "accounts-abroad" : "accounts-why")],
        link: page(leaving === null ? "cancel/from-abroad/" : "prepare/accounts/"),
        late: leaving !== null && first <= today,
      };
    },
  },
  {
    id: "keep",
    ofLine: ({ line }, { answers, words, leaving, today }) =>
      answers.keep === "yes"
        ? {
          day: leaving === null ? today : leaving - AHEAD.keep,
          text: words.say("keep-act", { line: line.name }),
          why: [words.say(leaving === null ? "keep-abroad" : "keep-why")],
          link: page("cards/number-keeping/"),
          late: leaving !== null && leaving - AHEAD.keep < today,
        }
        : null,
  },
  {
    id: "instalments",
    ofPlan: (all) => (all.answers.phone === "instalments" ? handset("instalments", all) : null),
  },
  {
    id: "programme",
    ofPlan: (all) =>
      all.answers.phone === "programme" && !all.held.some(({ line }) => programmeOf(line, all.answers.bought))
        ? handset("programme", all)
        : null,
  },
  { id: "return", ofLine: (held, all) => (all.answers.phone === "programme" ? returnPhone(held, all) : null) },
  {
    id: "account",
    ofPlan: (all) => {
      const { answers, words } = all;
      const first = firstStop(all);
      if (answers.account !== "close" || first === null) return null;
      const kept = answers.keep === "yes";
      return {
        day: first - AHEAD.account,
        text: kept ? words.say("switch-kept") : words.say("switch-act", { date: words.date(closeDay(all)) }),
        why: [words.say(kept ? "switch-kept-why" : "switch-why")],
        link: page("prepare/money/#bank-and-card"),
      };
    },
  },
  {
    id: "ask",
    ofLine: ({ line, contract, timing }, { words, leaving, today }) => {
      const questions = unknownOf(line, contract, timing).map((key) => words.say(key));
      if (!questions.length) return null;
      return {
        day: (timing.apply ?? today) - AHEAD.ask,
        text: words.say("ask-act", { line: line.name, questions: questions.join(words.say("list-joint")) }),
        why: [words.say("ask-why")],
        link: (leaving === null ? null : line.ask) ?? page(`${line.page}#contacts`, line.name),
        sure: "unknown",
      };
    },
  },
  {
    id: "shop",
    ofLine: ({ line, timing }, { answers, words, leaving }) =>
      line.shop && leaving !== null && timing.apply !== null && answers.keep !== "yes"
        ? {
          day: timing.apply - AHEAD.shop,
          text: words.say("shop-act", { line: line.name }),
          why: [words.say("shop-why")],
          link: page(`${line.page}#shop`, line.name),
        }
        : null,
  },
  {
    id: "hand",
    ofLine: ({ line, timing }, { words, today }) => ({
      day: (timing.apply ?? today) - AHEAD.hand,
      text: words.say("hand-act", { line: line.name, things: line.hand }),
      why: [words.say("hand-why")],
      link: page(`${line.page}#prepare`, line.name),
    }),
  },
  {
    id: "save",
    ofPlan: (all) => {
      const first = firstStop(all);
      return first === null
        ? null
        : { day: first - AHEAD.save, text: all.words.say("save-act"), why: [all.words.say("save-why")] };
    },
  },
  { id: "apply", ofLine: (held, all) => (all.answers.keep === "yes" ? null : apply(held, all)) },
  {
    id: "stop",
    ofLine: ({ line, timing }, { answers, words }) => {
      const last = timing.stops[1];
      return last === null || answers.keep === "yes" ? null : {
        day: last,
        text: words.say("stop-act", { line: line.name, date: words.date(last) }),
        why: [words.say("stop-why")],
        link: page("after/problems/"),
        sure: line.effect.sure,
      };
    },
  },
  { id: "sim", ofLine: (held, all) => giveBack(held, all) },
  {
    id: "renew",
    ofCard: (card, { words, today }) =>
      card.ends !== "yes" && !card.rental
        ? {
          day: today,
          text: words.say("check-act", { line: card.name }),
          why: [card.act, card.when],
          link: page(card.page, card.name),
          sure: card.sure,
        }
        : null,
  },
  {
    id: "rental",
    ofCard: (card, { words, leaving, today }) =>
      card.rental
        ? {
          day: leaving ?? today,
          text: words.say("rental-act", { line: card.name }),
          why: [card.when, card.act, card.giveBack ?? null],
          link: page(card.page, card.name),
          sure: card.sure,
        }
        : null,
  },
  {
    id: "any-rental",
    ofPlan: ({ answers, words, leaving, today }) =>
      answers.held.includes(UNNAMED.rental)
        ? {
          day: leaving ?? today,
          text: words.say("rental-act", { line: words.say("any-rental") }),
          why: [words.say("rental-why")],
          link: page("cards/rental/"),
        }
        : null,
  },
  {
    id: "leave",
    ofPlan: ({ answers, words, leaving, held }) =>
      leaving === null || (!held.length && !answers.held.includes(UNNAMED.line))
        ? null
        : { day: leaving, text: words.say("leave-act"), why: [words.say("leave-why")], link: page("after/") },
  },
  {
    id: "bill",
    ofLine: ({ line, timing }, { data, words }) => {
      const day = billDay(line, timing, data);
      const known = line.bill.value !== undefined;
      return {
        day,
        wholeMonth: true,
        text: words.say(known ? "bill-act" : "bill-unknown", { line: line.name, month: words.month(day) }),
        why: [line.bill.note ?? null, words.say("bill-why")],
        link: page("after/final-bill/"),
        sure: line.bill.sure,
      };
    },
  },
  {
    id: "close",
    ofPlan: (all) => {
      // A number that is kept goes on costing.
      if (!all.held.length || all.answers.keep === "yes") return null;
      const day = closeDay(all);
      return {
        day,
        text: all.words.say("close-act", { date: all.words.date(day) }),
        why: [all.words.say("close-why")],
        link: page("prepare/money/#bank-and-card"),
      };
    },
  },
];

/**
 * A link to a page of the guide, below the root of the language.
 * @param {string} to
 * @param {string} words empty for the words of the page's own
 */
function page(to, words = "") {
  return { words, to };
}

/**
 * The first day on which any line may stop, or the leaving day where that comes first.
 * @param {Case} all
 */
function firstStop({ held, leaving }) {
  return held.length ? Math.min(...held.map(({ timing }) => timing.stops[0]), leaving ?? Infinity) : null;
}

/**
 * What is to be asked of a line: what is not known and changes what one does.
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 */
export function unknownOf(line, contract, timing) {
  const charged = line.month.value !== "prorated" && line.month.value !== "free";
  return [
    line.effect.value === undefined && "ask-effect",
    line.effect.value === "month-end" && line.notice.value === undefined && "ask-notice",
    line.month.value === undefined && "ask-month",
    charged && !timing.closing && "ask-closing",
    line.fee.value === undefined && mayPayFee(line, contract) && "ask-fee",
    line.sim.value === undefined && "ask-sim",
    line.bill.value === undefined && "ask-bill",
  ].filter((key) => key !== false);
}

/**
 * @param {"instalments" | "programme"} kind
 * @param {Case} all
 * @returns {Made}
 */
function handset(kind, all) {
  const first = firstStop(all) ?? all.leaving ?? all.today;
  return {
    day: first - AHEAD.handset,
    text: all.words.say(`${kind}-act`),
    why: [all.words.say(`${kind}-why`)],
    link: page("prepare/money/#instalments"),
  };
}

/**
 * The handset goes back under a programme whose months are known.
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
function returnPhone({ line }, { answers, words, leaving, today }) {
  const programme = programmeOf(line, answers.bought);
  if (!programme || answers.bought === null) return null;
  const { opens, bestUntil } = monthsOf(programme, answers.bought);
  const before = leaving === null ? today : leaving - AHEAD.handset;
  const day = Math.min(bestUntil === null ? before : bestUntil - AHEAD.handset, before);
  return {
    day: Math.max(day, opens ?? day),
    text: words.say("programme-return", { line: line.name, name: programme.name }),
    points: [
      opens !== null && opens > today ? words.say("programme-opens", { month: words.month(opens) }) : null,
      bestUntil === null ? null : words.say("programme-best", { date: words.date(bestUntil) }),
      programme.fee ? words.say("programme-fee", { amount: words.yen(programme.fee) }) : null,
      programme.fromAbroad === "yes"
        ? null
        : words.say(programme.fromAbroad === "no" ? "programme-not-abroad" : "programme-ask-abroad"),
    ],
    why: [programme.note ?? null, words.say("programme-why")],
    link: page(`${line.page}#costs`, line.name),
    sure: programme.sure,
    late: bestUntil !== null && bestUntil < today,
  };
}

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made}
 */
function apply({ line, timing }, { words, leaving, today, open }) {
  const way = words.say(`way-${line.way ?? "unknown"}`);
  const name = line.name;
  const day = timing.apply ?? (leaving === null ? today : leaving + 1);
  const clock = line.cutOff.value;
  const last = timing.stops[1];
  const past = leaving !== null && last !== null && last > leaving && line.effect.value !== "month-end";
  const reserve = timing.late ? "apply-no-reserve" : "apply-latest";
  return {
    day,
    text: timing.choose === null
      ? words.say("apply-act", { line: name, way })
      : words.say("apply-choose", { line: name, way, date: words.date(timing.choose) }),
    points: [
      clock === undefined ? words.say("apply-hour-unknown") : null,
      clock === undefined || clock === "none" ? null : words.say("apply-hour", { hour: clock }),
      timing.apply === null ? words.say("apply-after-leaving") : null,
      timing.apply === null || timing.latest === null && !timing.late
        ? null
        : words.say(reserve, { date: words.date(timing.latest ?? day) }),
      timing.noticeEnd === null ? null : open ? noticeRule(line, words) : noticeWords(timing, words),
      past && last !== null ? words.say("apply-may-stop-after", { date: words.date(last) }) : null,
    ],
    why: [
      words.say(`effect-${line.effect.value ?? "unknown"}`),
      leaving === null || timing.apply === null ? words.say("apply-from-abroad", { text: line.abroad }) : null,
      line.effect.note ?? null,
      line.notice.note ?? null,
    ],
    link: line.start ?? page(line.page, name),
    sure: least([line.effect.sure, ...(clock === undefined ? [] : [line.cutOff.sure])]),
    late: timing.late,
  };
}

/**
 * @param {Timing} timing
 * @param {Wording} words
 */
function noticeWords(timing, words) {
  const last = timing.stops[1];
  return timing.missed && last !== null
    ? words.say("notice-missed", { date: words.date(last) })
    : words.say("notice-why", { date: words.date(timing.noticeEnd ?? 0) });
}

/**
 * The notice day as a rule, where no month is known.
 * @param {Line} line
 * @param {Wording} words
 */
function noticeRule({ notice: { value } }, words) {
  return typeof value === "number" ? words.say("notice-day", { day: value }) : words.say(`notice-${value}`);
}

/**
 * The least sure of several.
 * @param {Sure[]} all
 */
function least(all) {
  const order = /** @type {Sure[]} */ (["unknown", "disputed", "reported", "official"]);
  return order.find((sure) => all.includes(sure)) ?? "unknown";
}

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
function giveBack({ line, timing }, { words, leaving, today }) {
  const { value, sure, note, dueDays } = line.sim;
  const stop = timing.stops[1] ?? timing.stops[0];
  if (value === "hand-over-in-shop" && leaving !== null && timing.apply !== null) {
    return {
      day: timing.apply,
      text: words.say("send-shop", { line: line.name }),
      why: [note ?? null],
      link: page("after/sim-and-esim/#by-carrier"),
      sure,
    };
  }
  if (value !== "required") return null;
  const due = dueDays ? stop + dueDays : null;
  const away = leaving !== null && stop >= leaving;
  return {
    day: away ? Math.max(leaving, today) : stop + 1,
    text: words.say("send-act", { line: line.name }),
    points: [
      due === null ? null : words.say("send-by", { date: words.date(due) }),
      away ? words.say("send-after-leaving") : null,
    ],
    why: [
      words.say("send-why"),
      note ?? null,
    ],
    link: page("after/sim-and-esim/#by-carrier"),
    sure,
  };
}

/**
 * The last day of the month in which the last bill of a line comes; as late as any line's where it is not known.
 * @param {Line} line
 * @param {Timing} timing
 * @param {PlanData} data
 */
export function billDay(line, timing, data) {
  // Where billing months end within the month, the last one is billed later.
  const end = timing.billing ?? timing.stops[1] ?? timing.stops[0];
  return monthEnd(end, line.bill.value ?? data.longestBill);
}

/**
 * The first day on which the paying account may be closed.
 * @param {Case} all
 */
export function closeDay({ held, data }) {
  return monthStart(Math.max(...held.map(({ line, timing }) => billDay(line, timing, data))), 1 + BILL_RESERVE);
}
