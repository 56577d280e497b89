// What the plan asks: one entry for each screen. A new question is one more entry of QUESTIONS.
/** @import { PlanData } from "./data.js" */
/** @import { Answers, Contract } from "./answers.js" */
/** @import { Wording } from "./wording.js" */
import { owes, UNNAMED } from "./answers.js";

/**
 * A field: `choice` among options, `held` for lines and cards, `date`, `month`, `yen`, and `contracts` for what is
 * asked of each line. `key` names the answer. Those of the first three questions come with the page.
 * @typedef {object} Field
 * @property {"choice" | "held" | "date" | "month" | "yen" | "contracts"} kind
 * @property {keyof Answers} key
 * @property {string} [label] key of its words
 * @property {string[]} [options] answers; the words of each are at `<words>-<answer>`
 * @property {string} [words]
 * @property {(answers: Answers) => boolean} [when] whether it is asked
 */
/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} ask key of its words
 * @property {string} short key of its words in the list of answers
 * @property {Field[]} fields
 * @property {(answers: Answers, data: PlanData) => boolean} when whether it is asked
 * @property {(answers: Answers) => boolean} answered
 * @property {(answers: Answers, words: Wording, data: PlanData) => string} told the answer in words, empty for none
 */

const always = () => true;
const whileInJapan = (/** @type {Answers} */ answers) => answers.where !== "abroad";

/**
 * The first three are in the page: scripts/guide/plan/form.py.
 * @type {Question[]}
 */
export const QUESTIONS = [
  {
    id: "lines",
    ask: "q-lines",
    short: "q-lines-short",
    fields: [{ kind: "held", key: "held" }],
    when: always,
    answered: ({ held }) => held.length > 0,
    told: ({ held }, words, data) => namesOf(held, words, data).join(words.say("list-joint")),
  },
  {
    id: "where",
    ask: "q-where",
    short: "q-where-short",
    fields: [{ kind: "choice", key: "where" }],
    when: always,
    answered: ({ where }) => where !== null,
    told: ({ where }, words) => chosen("where", where, words),
  },
  {
    id: "date",
    ask: "q-date",
    short: "q-date-short",
    fields: [{ kind: "date", key: "leaving" }],
    when: whileInJapan,
    answered: ({ leaving }) => leaving !== null,
    told: ({ leaving }, words) => typeof leaving === "number" ? words.weekdayDate(leaving) : words.say("date-open"),
  },
  {
    id: "keep",
    ask: "q-keep",
    short: "q-keep-short",
    fields: [{ kind: "choice", key: "keep", options: ["no", "yes"], words: "keep" }],
    when: hasLine,
    answered: ({ keep }) => keep !== null,
    told: ({ keep }, words) => chosen("keep", keep, words),
  },
  {
    id: "phone",
    ask: "q-phone",
    short: "q-phone-short",
    fields: [
      { kind: "choice", key: "phone", options: ["own", "instalments", "programme"], words: "phone" },
      { kind: "yen", key: "rest", label: "phone-rest", when: ({ phone }) => owes(phone) },
      { kind: "month", key: "bought", label: "phone-bought", when: ({ phone }) => phone === "programme" },
    ],
    when: hasLine,
    answered: ({ phone }) => phone !== null,
    told: ({ phone, rest, bought }, words) =>
      [
        chosen("phone", phone, words),
        owes(phone) && rest !== null ? words.yen(rest) : "",
        phone === "programme" && bought !== null ? words.month(bought) : "",
      ].filter(Boolean).join(words.say("list-joint")),
  },
  {
    id: "contract",
    ask: "q-contract",
    short: "q-contract-short",
    fields: [{ kind: "contracts", key: "contracts" }],
    when: hasLine,
    answered: ({ contracts, held }) =>
      held.some((id) => Object.values(contracts[id] ?? {}).some((value) => value !== null)),
    told: ({ contracts, held }, words, data) => {
      const lines = held.filter((id) => id in contracts);
      const names = namesOf(lines, words, data);
      return lines.map((id, place) => {
        const answer = contractWords(contracts[id], words);
        return answer && lines.length > 1 ? words.say("told-of", { name: names[place], answer }) : answer;
      }).filter(Boolean).join(words.say("list-joint"));
    },
  },
  {
    id: "pay",
    ask: "q-pay",
    short: "q-pay-short",
    fields: [
      { kind: "choice", key: "pay", options: ["card", "bank", "slip"], words: "pay" },
      {
        kind: "choice",
        key: "account",
        options: ["close", "keep"],
        words: "account",
        label: "q-account",
        when: ({ pay }) => pay !== "slip",
      },
    ],
    when: hasLine,
    answered: ({ pay, account }) => pay !== null || account !== null,
    told: ({ pay, account }, words) =>
      [
        chosen("pay", pay, words),
        account === null
          ? ""
          : words.say("told-of", { name: words.say("q-account-short"), answer: chosen("account", account, words) }),
      ]
        .filter(Boolean).join(words.say("list-joint")),
  },
];

/**
 * The questions that are asked, given the answers so far.
 * @param {Answers} answers
 * @param {PlanData} data
 */
export function asked(answers, data) {
  return QUESTIONS.filter(({ when }) => when(answers, data));
}

/**
 * Whether there is enough to make a plan from.
 * @param {Answers} answers
 */
export function enough({ held, where, leaving }) {
  return held.length > 0 && (where === "abroad" || leaving !== null);
}

/**
 * @param {string[]} held
 * @param {Wording} words
 * @param {PlanData} data
 */
export function namesOf(held, words, data) {
  const names = new Map([...data.lines, ...data.cards].map(({ id, name }) => [id, name]));
  return held.map((id) => names.get(id) ?? words.say(id));
}

/**
 * Whether the reader has a monthly line.
 * @param {Answers} answers
 * @param {PlanData} data
 */
function hasLine({ held }, data) {
  return held.includes(UNNAMED.line) || data.lines.some(({ id }) => held.includes(id));
}

/**
 * @param {string} prefix
 * @param {string | null} answer
 * @param {Wording} words
 */
function chosen(prefix, answer, words) {
  return answer === null ? "" : words.say(`${prefix}-${answer}`);
}

/**
 * @param {Contract} contract
 * @param {Wording} words
 */
function contractWords({ signed, charge, closing }, words) {
  return [
    signed === "old" ? words.say("signed-old") : signed === null ? "" : words.month(signed),
    charge === null ? "" : words.yen(charge),
    closing === null ? "" : words.say("closing-told", { day: closing }),
  ].filter(Boolean).join(" · ");
}
