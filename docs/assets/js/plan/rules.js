// What the plan says: one entry for each thing to do. A new rule is one more entry of RULES.
/** @import { Card, Line, PlanData, Programme, Sure } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Timing } from "./timing.js" */
/** @import { Wording } from "./wording.js" */
import { monthEnd, monthStart } from "./calendar.js";
import { owes, UNNAMED } from "./answers.js";
import { feeIsOpen, isFree } from "./timing.js";
import { extraOn, monthsOf, opensTooLate, programmeOf } from "./programme.js";

/** So many days before one applies, or leaves, things are begun. */
const AHEAD = {
  accounts: 14,
  account: 14,
  handset: 14,
  keep: 14,
  ask: 7,
  // How it is done at all: an answer is waited for, and may name a day.
  askWay: 14,
  hand: 5,
  shop: 7,
  save: 1,
  // A contract by the month, of any notice day: more than a month.
  contract: 35,
};
/** From this minute of the day on no morning is left. */
const NOON = 12 * 60;
/** An address that is a number. */
const NUMBER = /^tel:/;
/** So many months after the last bill the paying account is kept in reserve. */
const BILL_RESERVE = 1;

/** @typedef {{line: Line, contract: Contract, timing: Timing}} Held a line that is ended */
/**
 * @typedef {object} Case everything the rules look at
 * @property {PlanData} data
 * @property {Answers} answers
 * @property {Wording} words
 * @property {number} today
 * @property {number} minute of today in Japan
 * @property {number | null} leaving null for who has left
 * @property {boolean} open the leaving day is not fixed: another stands for it
 * @property {Held[]} held
 * @property {Card[]} cards
 */
/** @typedef {{words: string, to: string}} Address `to` is below the root of the language, or a whole address */
/**
 * @typedef {object} Made what a rule says
 * @property {number} day
 * @property {boolean} [wholeMonth] it is known by its month only
 * @property {string} text what to do, a verb first
 * @property {(string | null)[]} [points] what must be known with it, each for itself
 * @property {(string | null)[]} [why] the reasons, as sentences
 * @property {Address | null} [link]
 * @property {Address | null} [more] a second one
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
      const { answers, words, leaving, today } = all;
      const first = firstStop(all);
      if (first === null) return null;
      if (answers.keep === "yes") {
        return {
          day: moveDay(all) - AHEAD.accounts,
          text: words.say("accounts-kept"),
          why: [words.say("accounts-kept-why")],
          link: page("cards/number-keeping/#sms-abroad"),
        };
      }
      // Who has left applies as soon as this is done.
      const before = leaving === null ? Math.min(...all.held.map(({ timing }) => timing.apply ?? today)) : first;
      return {
        day: leaving === null ? today : first - AHEAD.accounts,
        text: words.say("accounts-act", { date: words.date(Math.max(before - 1, today)) }),
        why: [words.say(leaving === null ? "accounts-abroad" : "accounts-why")],
        link: page(leaving === null ? "cancel/from-abroad/" : "prepare/accounts/"),
        late: leaving !== null && first <= today,
      };
    },
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
      // Without a leaving day no month of a bill is known.
      const key = kept
        ? "switch-kept"
        : all.open
        ? "switch-open"
        : owes(all.answers.phone)
        ? "switch-owed"
        : "switch-act";
      return {
        day: first - AHEAD.account,
        text: words.say(key, { date: words.date(closeDay(all)) }),
        why: [words.say(kept ? "switch-kept-why" : "switch-why")],
        link: page("prepare/money/#bank-and-card"),
      };
    },
  },
  {
    id: "ask",
    ofLine: ({ line, contract, timing }, all) => {
      const { answers, words, leaving, today } = all;
      const kept = answers.keep === "yes";
      const keys = unknownOf(line, contract, timing).filter((key) => !(kept && OF_ENDING.includes(key)));
      if (!keys.length) return null;
      const desk = leaving === null ? line.askAbroad : line.ask;
      return {
        day: (kept ? moveDay(all) : timing.apply ?? today) - (keys.includes("ask-way") ? AHEAD.askWay : AHEAD.ask),
        text: words.say("ask-act", {
          line: line.name,
          questions: keys.map((key) => question(key, line, words)).join(words.say("question-joint")),
        }),
        why: [
          words.say("ask-why"),
          keys.includes("ask-closing") ? line.closing.note ?? null : null,
          keys.includes("ask-sim") ? line.sim.note ?? null : null,
        ],
        points: [desk?.when ?? null],
        link: desk ?? page(`${line.page}#contacts`, ofGuide(line, words)),
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
          link: page(`${line.page}#shop`, ofGuide(line, words)),
        }
        : null,
  },
  {
    id: "hand",
    ofLine: ({ line, timing }, all) => ({
      day: (all.answers.keep === "yes" ? moveDay(all) : timing.apply ?? all.today) - AHEAD.hand,
      text: all.words.say("hand-act", { line: line.name, things: line.hand }),
      why: [all.words.say("hand-why")],
      link: page(`${line.page}#prepare`, ofGuide(line, all.words)),
    }),
  },
  {
    id: "save",
    ofPlan: (all) => {
      const first = all.answers.keep === "yes" ? moveDay(all) : firstStop(all);
      return first === null || !all.held.length
        ? null
        : { day: first - AHEAD.save, text: all.words.say("save-act"), why: [all.words.say("save-why")] };
    },
  },
  {
    id: "keep",
    ofLine: ({ line }, all) => {
      const { answers, words, leaving, today, held } = all;
      return answers.keep === "yes"
        ? {
          day: moveDay(all),
          text: words.say("keep-act", { line: line.name }),
          points: [line.keep, held.length > 1 ? words.say("keep-several") : null],
          why: [words.say(leaving === null ? "keep-abroad" : "keep-why")],
          link: page("cards/number-keeping/"),
          more: page(`${line.page}#keep-number`, ofGuide(line, words)),
          late: leaving !== null && moveDay(all) < today,
        }
        : null;
    },
  },
  { id: "apply", ofLine: (held, all) => (all.answers.keep === "yes" ? null : apply(held, all)) },
  {
    id: "stop",
    ofLine: ({ line, timing }, { answers, words }) => {
      const [first, last] = timing.stops;
      return answers.keep === "yes" ? null : {
        // Where it is not known, it is looked up a day after it may have stopped.
        day: last ?? first + 1,
        text: last === null
          ? words.say("stop-check", { line: line.name })
          : words.say("stop-act", { line: line.name, date: words.date(last) }),
        // Where it has to go back, a line of its own says so.
        why: [words.say("stop-why"), ...keepSim(line, words)],
        link: page("after/problems/"),
        sure: line.effect.sure,
      };
    },
  },
  { id: "sim", ofLine: (held, all) => giveBack(held, all) },
  {
    id: "renew",
    ofCard: (card, all) =>
      card.ends === "yes" || card.rental ? null : card.ends === "no" ? contract("card-end-act", card, all) : {
        day: all.today,
        text: all.words.say("check-act", { line: card.name }),
        why: [card.act, card.when],
        link: page(card.page, card.name),
        sure: card.sure,
      },
  },
  {
    id: "contract",
    ofCard: (card, all) => (card.rental && card.cancelFirst ? contract("card-contract-act", card, all) : null),
  },
  {
    id: "rental",
    ofCard: (card, { words, leaving, today }) => {
      if (!card.rental) return null;
      const left = leaving === null;
      return {
        day: leaving ?? today,
        text: words.say("rental-act", { line: card.name }),
        points: [left ? words.say("rental-left") : null],
        why: [
          card.when,
          // The way back within Japan is none for who has left.
          left || card.cancelFirst ? null : card.act,
          card.giveBack ? words.say("rental-items", { things: card.giveBack }) : null,
        ],
        link: page(card.page, card.name),
        more: left ? page("cards/rental/#left-japan") : null,
        sure: card.sure,
      };
    },
  },
  {
    id: "any-rental",
    ofPlan: ({ answers, words, leaving, today }) =>
      answers.held.includes(UNNAMED.rental)
        ? {
          day: leaving ?? today,
          text: words.say("any-rental-act"),
          points: [leaving === null ? words.say("rental-left") : null],
          why: [words.say(leaving === null ? "rental-date" : "rental-why")],
          link: page(leaving === null ? "cards/rental/#left-japan" : "cards/rental/"),
        }
        : null,
  },
  {
    id: "leave",
    ofPlan: ({ answers, words, leaving, held }) =>
      leaving === null || (!held.length && !answers.held.includes(UNNAMED.line)) ? null : answers.keep === "yes"
        ? {
          day: leaving,
          text: words.say("leave-kept"),
          why: [words.say("leave-kept-why")],
          link: page("cards/number-keeping/#sms-abroad"),
        }
        : { day: leaving, text: words.say("leave-act"), why: [words.say("leave-why")], link: page("after/") },
  },
  {
    id: "bill",
    ofLine: (held, all) => {
      const { line } = held;
      const { words } = all;
      const day = billDay(held, all);
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
      const { words } = all;
      return {
        day,
        text: words.say(owes(all.answers.phone) ? "close-owed" : "close-act", { date: words.date(day) }),
        why: [words.say("close-why"), all.answers.phone === null ? words.say("close-unsure") : null],
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
 * The day on which the move of a number is begun that is kept.
 * @param {Case} all
 */
function moveDay({ leaving, today }) {
  return leaving === null ? today : leaving - AHEAD.keep;
}

/**
 * What a link to the page of a line is called.
 * @param {Line} line
 * @param {Wording} words
 */
function ofGuide(line, words) {
  return words.say("line-page", { line: line.name });
}

/** What is asked of the end of a line only: a number that moves ends it by itself. */
const OF_ENDING = ["ask-way", "ask-effect", "ask-notice"];

/**
 * A question in words: of a fee, with the most to allow for where that is known.
 * @param {string} key
 * @param {Line} line
 * @param {Wording} words
 */
function question(key, { fee }, words) {
  return key === "ask-fee" && fee.allow !== undefined
    ? words.say("ask-fee-most", { amount: words.yen(fee.allow) })
    : words.say(key);
}

/**
 * What is to be asked of a line: what is not known and changes what one does.
 * @param {Line} line
 * @param {Contract} contract
 * @param {Timing} timing
 */
export function unknownOf(line, contract, timing) {
  const charged = line.month.value !== "prorated" && !isFree(line, contract);
  return [
    line.way === undefined && "ask-way",
    line.effect.value === undefined && "ask-effect",
    line.effect.value === "month-end" && line.notice.value === undefined && "ask-notice",
    line.month.value === undefined && "ask-month",
    charged && !timing.closing && "ask-closing",
    line.fee.value === undefined && feeIsOpen(line, contract, timing.stops[0]) && "ask-fee",
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
    why: kind === "instalments" ? instalmentsWhy(all) : [all.words.say(`${kind}-why`)],
    link: page("prepare/money/#instalments"),
  };
}

/**
 * What becomes of instalments at the end of the lines held; not all carriers let them go on.
 * @param {Case} all
 */
function instalmentsWhy({ held, words }) {
  const notes = held.map(({ line }) => line.handset);
  const usual = notes.length === 0 || notes.includes(undefined);
  return [usual ? words.say("instalments-why") : null, ...notes.map((note) => note ?? null)];
}

/**
 * A contract by the month that is not one of a carrier: it is ended in time, and not a year before.
 * @param {string} key of its words
 * @param {Card} card
 * @param {Case} all
 * @returns {Made}
 */
function contract(key, card, { words, leaving, today }) {
  return {
    day: leaving === null ? today : leaving - AHEAD.contract,
    text: words.say(key, { line: card.name }),
    why: [card.when, card.act],
    link: page(card.page, card.name),
    sure: card.sure,
  };
}

/**
 * The handset goes back under a programme whose months are known.
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
function returnPhone({ line }, { answers, words, leaving, today, open }) {
  const programme = programmeOf(line, answers.bought);
  if (!programme || answers.bought === null) return null;
  const { opens, bestUntil } = monthsOf(programme, answers.bought);
  if (!open && leaving !== null && opens !== null && opensTooLate(programme, answers.bought, leaving)) {
    return {
      day: leaving - AHEAD.handset,
      text: words.say("programme-later", { line: line.name, name: programme.name, month: words.month(opens) }),
      points: [programme.fromAbroad === "yes" ? null : words.say(fromWhere(programme, true))],
      link: page("prepare/money/#return-programme"),
      more: page(`${line.page}#return-programme`, ofGuide(line, words)),
      sure: programme.sure,
    };
  }
  const before = leaving === null ? today : leaving - AHEAD.handset;
  const best = bestUntil === null ? before : bestUntil - AHEAD.handset;
  const wanted = Math.max(Math.min(best, before), opens ?? today, today);
  // Days that are counted from one that is not fixed say nothing of a month: what may come before is looked at today.
  const day = open ? (best < before ? today : before) : wanted;
  const extra = extraOn(programme, answers.bought, day);
  return {
    day,
    text: words.say("programme-return", { line: line.name, name: programme.name }),
    points: [
      opens !== null && opens > today ? words.say("programme-opens", { month: words.month(opens) }) : null,
      bestUntil === null ? null : words.say("programme-best", { date: words.fixed(bestUntil) }),
      programme.fee ? words.say("programme-fee", { amount: words.yen(programme.fee) }) : null,
      extra ? words.say("programme-early", { amount: words.yen(extra) }) : null,
      programme.fromAbroad === "yes" ? null : words.say(fromWhere(programme, leaving === null)),
    ],
    // What is due after its best month is told by the note: it is not all of the rest at once everywhere.
    why: [programme.note ?? null],
    link: page(`${line.page}#return-programme`, ofGuide(line, words)),
    sure: programme.sure,
    late: bestUntil !== null && bestUntil < today,
  };
}

/**
 * The words for whether a handset can be given back from abroad.
 * @param {Programme} programme
 * @param {boolean} away
 */
function fromWhere({ fromAbroad }, away) {
  if (away) return fromAbroad === "no" ? "programme-abroad-no" : "programme-abroad-ask";
  return fromAbroad === "no" ? "programme-not-abroad" : "programme-ask-abroad";
}

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made}
 */
function apply({ line, timing }, { words, leaving, today, minute, open }) {
  const abroad = leaving === null || timing.apply === null;
  // Neither a counter nor a number for calls within Japan is there for who has left.
  const byWeb = line.way === "online" || !abroad;
  const way = words.say(`way-${byWeb ? line.way ?? "unknown" : "unknown"}`);
  const hours = byWeb ? line.hours : undefined;
  const name = line.name;
  const day = timing.apply ?? (leaving === null ? today : leaving + 1);
  const steps = abroad ? "from-abroad" : line.way;
  const start = line.start && !(abroad && NUMBER.test(line.start.to)) ? line.start : null;
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
      hours ? words.say("apply-open", { hours }) : null,
      clock === undefined ? words.say(day === today && minute >= NOON ? "apply-hour-now" : "apply-hour-unknown") : null,
      clock === undefined || clock === "none" ? null : words.say("apply-hour", { hour: clock }),
      timing.apply === null ? words.say("apply-after-leaving") : null,
      timing.apply === null || timing.latest === null && !timing.late
        ? null
        : words.say(reserve, { date: words.date(timing.latest ?? day) }),
      timing.noticeEnd === null ? null : words.paragraph([
        open ? noticeRule(line, words) : noticeWords(timing, words),
        ...line.notice.note ? [line.notice.note] : [],
      ]),
      past && !open && last !== null ? words.say("apply-may-stop-after", { date: words.date(last) }) : null,
    ],
    why: [
      words.say(`effect-${line.effect.value ?? (line.effect.note ? "noted" : "unknown")}`),
      abroad ? words.say("apply-from-abroad", { text: line.abroad }) : null,
      line.effect.note && hours?.includes(line.effect.note) ? null : line.effect.note ?? null,
      // Where no day has to be kept, it tells of the last day of a month.
      line.notice.value === "none" && day === monthEnd(day) ? line.notice.note ?? null : null,
    ],
    link: start,
    more: page(`${line.page}${steps ? `#${steps}` : ""}`, words.say("apply-steps", { line: name })),
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
 * How long the plastic SIM is kept; where it has to go back, a line of its own says so.
 * @param {Line} line
 * @param {Wording} words
 */
function keepSim({ sim: { value, note } }, words) {
  if (value === "required") return [];
  if (value === "not-required") return [words.say("stop-sim-cut"), note ?? null];
  return [words.say("stop-sim-keep")];
}

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
function giveBack({ line, timing }, { answers, words, leaving, today, open }) {
  const { value, sure, note, dueDays, endsLine } = line.sim;
  const kept = answers.keep === "yes";
  const [first, last] = timing.stops;
  const stop = last ?? first;
  if (value === "hand-over-in-shop" && leaving !== null && timing.apply !== null && !kept) {
    return {
      day: timing.apply,
      text: words.say("send-shop", { line: line.name }),
      link: page("after/sim-and-esim/#by-carrier"),
      sure,
    };
  }
  if (value !== "required") return null;
  if (endsLine && !kept) {
    return {
      day: timing.apply ?? today,
      text: words.say("send-ends", { line: line.name }),
      points: [
        timing.noticeEnd === null
          ? null
          : open
          ? words.paragraph([noticeRule(line, words), ...line.notice.note ? [line.notice.note] : []])
          : words.say("send-by", { date: words.date(timing.noticeEnd) }),
        leaving === null ? words.say("send-abroad") : null,
      ],
      why: [words.say("send-why")],
      link: page(`${line.page}#prepare`, ofGuide(line, words)),
      sure,
    };
  }
  // Where the day is not known on which it stops, the time to send it may begin on the first.
  const due = dueDays && !kept ? first + dueDays : null;
  const away = leaving !== null && !kept && (last === null || last >= leaving);
  return {
    day: away ? Math.max(leaving, today) : kept ? leaving ?? today : stop + 1,
    text: words.say("send-act", { line: line.name }),
    points: [
      due === null ? null : words.say("send-by", { date: words.date(due) }),
      away ? words.say("send-after-leaving") : null,
      leaving === null ? words.say("send-abroad") : null,
    ],
    why: [note ?? null, words.say("send-why")],
    link: page("after/sim-and-esim/#by-carrier"),
    sure,
  };
}

/**
 * The last day of the month in which the last bill of a line comes; as late as any line's where it is not known.
 * @param {Held} held
 * @param {Pick<Case, "answers" | "data" | "leaving" | "today">} all
 */
export function billDay({ line, timing }, { answers, data, leaving, today }) {
  // A number that is kept may move on any day until one leaves. Where billing months end within the month, the last
  // one is billed later.
  const end = answers.keep === "yes" ? leaving ?? today : timing.billing ?? timing.stops[1] ?? timing.stops[0];
  // Where it is not known on which day they end, it may be the month after.
  const later = line.closing.value === "by-contract" && !timing.closing ? 1 : 0;
  return monthEnd(end, (line.bill.value ?? data.longestBill) + later);
}

/**
 * The first day on which the paying account may be closed.
 * @param {Case} all
 */
export function closeDay(all) {
  return monthStart(Math.max(...all.held.map((held) => Math.max(billDay(held, all), feeDay(held)))), 1 + BILL_RESERVE);
}

/**
 * The last day of the month in which an early fee may be billed; the first of days where none is.
 * @param {Held} held
 */
function feeDay({ line, contract, timing: { stops: [first, last] } }) {
  const months = line.fee.billedAfter;
  return months && feeIsOpen(line, contract, first) ? monthEnd(last ?? first, months) : 0;
}
