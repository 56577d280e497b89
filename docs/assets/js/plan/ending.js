// What the plan says of the end of a line: to apply for it, what becomes of the SIM.
/** @import { Line, Sure } from "./data.js" */
/** @import { Case, Held, Made } from "./case.js" */
/** @import { Timing } from "./timing.js" */
/** @import { Wording } from "./wording.js" */
import { monthEnd } from "./calendar.js";
import { ofGuide, page } from "./case.js";

/** From this minute of the day on no morning is left. */
const NOON = 12 * 60;

/** An address that is a number. */
const NUMBER = /^tel:/;

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made}
 */
export function apply({ line, timing }, { words, leaving, today, minute, open }) {
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
        line.notice.note ?? null,
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
export function keepSim({ sim: { value, note } }, words) {
  if (value === "required") return [];
  if (value === "not-required") return [words.say("stop-sim-cut"), note ?? null];
  return [words.say("stop-sim-keep")];
}

/**
 * @param {Held} held
 * @param {Case} all
 * @returns {Made | null}
 */
export function giveBack({ line, timing }, { answers, words, leaving, today, open }) {
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
          ? words.paragraph([noticeRule(line, words), line.notice.note ?? null])
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
