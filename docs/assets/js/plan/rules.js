// What the plan says: one entry for each thing to do. A new rule is one more entry of RULES.
/** @import { Card } from "./data.js" */
/** @import { Case, Made, Rule } from "./case.js" */
import { owes, UNNAMED } from "./answers.js";
import { billDay, closeDay } from "./bills.js";
import { AHEAD, firstStop, moveDay, ofGuide, page } from "./case.js";
import { apply, giveBack, keepSim } from "./ending.js";
import { handset, returnPhone } from "./handset.js";
import { programmeOf } from "./programme.js";
import { SETTLE } from "./timing.js";
import { OF_ENDING, question, unknownOf } from "./unknown.js";

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
      // Of a line of unknown name no end is known: it has gone by the leaving day, or a few days from now.
      const unnamed = answers.held.includes(UNNAMED.line) ? leaving ?? today + SETTLE : null;
      const first = firstStop(all) ?? unnamed;
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
      const before = leaving === null ? Math.min(first, ...all.held.map(({ timing }) => timing.apply ?? today)) : first;
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
    // Who leaves today has no day left to book one.
    ofLine: ({ line, timing }, { answers, words, leaving, today }) =>
      line.shop && leaving !== null && leaving > today && timing.apply !== null && answers.keep !== "yes"
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
    id: "options",
    ofLine: ({ line, timing }, all) =>
      line.endsFirst.length
        ? {
          day: (all.answers.keep === "yes" ? moveDay(all) : timing.apply ?? all.today) - AHEAD.hand,
          text: all.words.say("options-act", { line: line.name }),
          points: line.endsFirst,
          link: page(`${line.page}#prepare`, ofGuide(line, all.words)),
        }
        : null,
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
      const several = held.length > 1 && held[0].line === line;
      return answers.keep === "yes"
        ? {
          day: moveDay(all),
          text: words.say("keep-act", { line: line.name }),
          points: [line.keep ?? null, several ? words.say("keep-several") : null],
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
    id: "goes-on",
    ofLine: ({ line, timing }, { words, today, answers }) =>
      line.goesOn.length && answers.keep !== "yes"
        ? {
          day: timing.apply ?? today,
          text: words.say("goes-on-act", { line: line.name }),
          points: line.goesOn,
          link: page(`${line.page}#${line.way ?? "prepare"}`, ofGuide(line, words)),
        }
        : null,
  },
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
    id: "any-home",
    ofPlan: ({ answers, words, leaving, today }) =>
      answers.held.includes(UNNAMED.home)
        ? {
          day: leaving === null ? today : leaving - AHEAD.home,
          text: words.say(leaving === null ? "home-abroad" : "home-act"),
          why: [leaving === null ? null : words.say("home-why")],
          link: page(`cancel/home-internet/${leaving === null ? "#leaving-japan" : ""}`),
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
