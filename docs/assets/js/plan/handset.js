// What the plan says of a handset that is not paid off.
/** @import { Programme } from "./data.js" */
/** @import { Case, Held, Made } from "./case.js" */
import { AHEAD, firstStop, ofGuide, page } from "./case.js";
import { extraOn, monthsOf, opensAfter, programmeOf } from "./programme.js";

/**
 * @param {"instalments" | "programme"} kind
 * @param {Case} all
 * @returns {Made}
 */
export function handset(kind, all) {
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
 * The handset goes back under a programme whose months are known.
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
export function returnPhone({ line }, { answers, words, leaving, today, open }) {
  const programme = programmeOf(line, answers.bought);
  if (!programme || answers.bought === null) return null;
  const { opens, bestUntil } = monthsOf(programme, answers.bought);
  const before = leaving === null ? today : leaving - AHEAD.handset;
  const later = opensAfter(programme, answers.bought, open ? null : leaving);
  if (later !== null) {
    return {
      day: before,
      text: words.say("programme-later", { line: line.name, name: programme.name, month: words.month(later) }),
      points: [programme.fromAbroad === "yes" ? null : words.say(fromWhere(programme, true))],
      link: page("prepare/money/#return-programme"),
      more: page(`${line.page}#return-programme`, ofGuide(line, words)),
      sure: programme.sure,
    };
  }
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
