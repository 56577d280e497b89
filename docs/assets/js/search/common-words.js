// Words, characters and days that stand in any question and so tell nothing about its subject.
import { stem } from "./text.js";

const EMPTY = `
  a about also am an and any are as at be because been being but by can could did do does don for from get go going got
  had has have he her him his how i if im in into is it its just me must my need no not now of on only or our please
  really said say she should so some still tell than that the their them then there these they this those to too true
  up us use very want was we were what when where which while who why will with without would you your`;

/** English words, as atoms. */
export const EMPTY_WORDS = new Set(EMPTY.trim().split(/\s+/).map(stem));

/** Han characters of questions: a pair of them tells little. */
export const EMPTY_HAN = new Set(
  "的了吗呢么怎什会能可以是不还要就在我你他有没到去把被让和与或及这那之吧啊嘛想该应请问后前",
);

/** Han characters of any talk: not to know them says nothing about the subject. */
export const EVERYDAY_HAN = new Set(
  "也都又再很太最更多少些几每各从自己他她它们谁哪此但而且因为如果虽着过得地真好坏大小新早晚一二三四五六七八九十个只条次件样种" +
    "上下里外左右中间出进起来回开走说看听找拿放做用成完知道觉记事情东西方人家时候今明昨天年月日本行够懂见给别对跟帮叫怕算",
);

const MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|" +
  "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const HAN_DAY = /(\d月)\d{1,2}[日号號]/g;
const ENGLISH_DAY = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (${MONTHS})\\b|\\b(${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?\\b`,
  "gi",
);

/**
 * A date without its day: the guide may have that number anywhere, and of a date it answers only what any date asks.
 * @param {string} text
 */
export function withoutDays(text) {
  return text.replace(HAN_DAY, "$1").replace(ENGLISH_DAY, (_, before, after) => before ?? after);
}
