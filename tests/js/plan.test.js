import assert from "node:assert/strict";
import { test } from "node:test";
import { noAnswers, readAnswers, UNNAMED, writeAnswers } from "../../docs/assets/js/plan/answers.js";
import {
  billingEnd,
  billingStart,
  Business,
  dayOf,
  inJapan,
  isoOf,
  monthEnd,
  monthStart,
  parts,
  readDay,
} from "../../docs/assets/js/plan/calendar.js";
import { calendarFile, folded } from "../../docs/assets/js/plan/ics.js";
import { sumOf } from "../../docs/assets/js/plan/money.js";
import { planText } from "../../docs/assets/js/plan/text.js";
import { tidy, Wording } from "../../docs/assets/js/plan/wording.js";

/** @param {string} text */
const day = (text) => /** @type {number} */ (readDay(text));

/** The least that the plan can be made from. @returns {any} */
const data = () => ({ lines: [{ id: "one" }, { id: "two" }], cards: [{ id: "card" }], words: {} });

test("a day is read only where it exists", () => {
  assert.equal(isoOf(day("2028-02-29")), "2028-02-29");
  for (const wrong of ["2027-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261220", "", "2026-12-20x"]) {
    assert.equal(readDay(wrong), null, wrong);
  }
});

test("weekdays count from Sunday", () => {
  assert.equal(parts(day("2026-11-29")).weekday, 0);
  assert.equal(parts(day("2028-02-29")).weekday, 2);
});

test("months begin and end, also over a year's end", () => {
  assert.equal(isoOf(monthEnd(day("2028-02-10"))), "2028-02-29");
  assert.equal(isoOf(monthEnd(day("2026-11-30"), 3)), "2027-02-28");
  assert.equal(isoOf(monthStart(day("2026-11-30"), 2)), "2027-01-01");
});

test("a billing month ends on its day, or with a shorter month", () => {
  assert.equal(isoOf(billingEnd(day("2026-12-20"), 20)), "2026-12-20");
  assert.equal(isoOf(billingEnd(day("2026-12-21"), 20)), "2027-01-20");
  assert.equal(isoOf(billingEnd(day("2027-02-10"), 31)), "2027-02-28");
  assert.equal(isoOf(billingEnd(day("2027-02-28"), 30)), "2027-02-28");
  for (let at = day("2027-01-01"); at < day("2028-04-01"); at += 1) {
    for (const closing of [1, 10, 28, 29, 30, 31]) {
      const [start, end] = [billingStart(at, closing), billingEnd(at, closing)];
      assert.ok(start <= at && at <= end, `${isoOf(at)} ${closing}`);
      assert.equal(billingEnd(start, closing), end);
      assert.notEqual(billingEnd(start - 1, closing), end);
    }
  }
});

test("the day in Japan begins at three in the afternoon of UTC", () => {
  assert.equal(isoOf(inJapan(Date.UTC(2026, 11, 31, 14, 59)).today), "2026-12-31");
  assert.deepEqual(inJapan(Date.UTC(2026, 11, 31, 15, 0)), { today: day("2027-01-01"), minute: 0 });
  assert.equal(inJapan(Date.UTC(2026, 11, 31, 12, 10)).minute, 21 * 60 + 10);
});

test("the next business day leaves out weekends and closed days", () => {
  const business = new Business(["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"]);
  assert.equal(isoOf(business.next(day("2026-12-28"))), "2027-01-04");
  assert.equal(isoOf(business.next(day("2026-12-18"))), "2026-12-21");
});

test("answers survive the address, and nothing else does", () => {
  const address = "?c=one,any-rental&at=japan&d=2026-12-20&keep=no&phone=programme&rest=1200&bought=2025-06" +
    "&s=one.old&m=one.3000&b=one.20&pay=bank&account=close";
  assert.equal(writeAnswers(readAnswers(address, data())), address);
  const noisy = `${address}&from=singlemessage&isappinstalled=0&openExternalBrowser=1`;
  assert.equal(writeAnswers(readAnswers(noisy, data())), address);
  assert.equal(writeAnswers(noAnswers()), "");
});

test("what is not known is dropped", () => {
  const read = readAnswers("c=one,three,__proto__,<b>,one&at=moon&d=2026-02-30&rest=-1&s=one.2026-13&m=two.5", data());
  assert.deepEqual(read.held, ["one"]);
  assert.deepEqual([read.where, read.leaving, read.rest], [null, null, null]);
  assert.deepEqual(read.contracts, { one: { signed: null, charge: null, closing: null } });
  assert.deepEqual(readAnswers(`c=${UNNAMED.line}&d=open`, data()).leaving, "open");
});

test("a calendar is folded between characters, and text is escaped", () => {
  const line = folded(`SUMMARY:${"解約".repeat(60)}`);
  for (const piece of line.split("\r\n")) assert.ok(new TextEncoder().encode(piece).length <= 75);
  assert.equal(line.replaceAll("\r\n ", ""), `SUMMARY:${"解約".repeat(60)}`);
  /** @type {any} */
  const item = { id: "apply-one", day: dayOf(2026, 12, 31), text: "a, b; c\\d", points: [], why: "x\ny", links: [] };
  const file = calendarFile([item], {
    name: "n",
    host: "h",
    address: "https://h/",
    whole: (to) => to,
    footer: "f",
    now: Date.UTC(2026, 10, 29),
  });
  assert.match(file, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n/);
  assert.match(file, /UID:plan-apply-one@h\r\nDTSTAMP:20261129T000000Z\r\n/);
  assert.ok(file.includes("SUMMARY:a\\, b\\; c\\\\d\r\n"));
  assert.ok(file.includes("x\\ny"));
});

test("a leaving day beyond the holidays that are known is dropped", () => {
  const known = { ...data(), last: "2029-12-31" };
  assert.equal(readAnswers("d=2029-12-31", known).leaving, day("2029-12-31"));
  for (const far of ["2030-01-01", "9999-12-31"]) assert.equal(readAnswers(`d=${far}`, known).leaving, null);
});

test("a plan as text says where its links lead", () => {
  const words = new Wording(/** @type {any} */ ({ words: {} }));
  /** @type {any} */
  const plan = {
    held: [],
    nothing: [],
    best: [],
    sum: null,
    items: [{ id: "a", when: "today", text: "Apply", points: [], why: "", links: [{ words: "w", to: "x/#y" }] }],
  };
  assert.match(planText(plan, words, "https://h/plan/", (to) => `https://h/${to}`), /Apply\n {2}https:\/\/h\/x\/#y/);
});

test("a sum with a part that is not known says so", () => {
  /** @type {any[]} */
  const counted = [{ from: 10, to: 20 }, { from: null, to: null }];
  assert.deepEqual(sumOf(counted), { from: 10, to: 20, open: true });
});

test("names between Chinese words lose the space that letters need", () => {
  assert.equal(tidy("问 软银 的账单"), "问软银的账单");
  assert.equal(tidy("问 au 的账单"), "问 au 的账单");
  assert.equal(tidy("ask au for"), "ask au for");
});

test("sums have their commas, and phrases their forms", () => {
  const words = new Wording(
    /** @type {any} */ ({
      words: { money: "{amount} yen", n: { one: "{n} day", other: "{n} days" }, "sentence-joint": ". " },
    }),
  );
  assert.equal(words.yen(1234567), "1,234,567\u00a0yen");
  assert.equal(words.say("n", { n: 1 }), "1 day");
  assert.equal(words.say("n", { n: 2 }), "2 days");
  assert.equal(words.paragraph(["One", "Two.", "Three"]), "One. Two. Three.");
  assert.equal(words.paragraph([]), "");
});
