import assert from "node:assert/strict";
import { test } from "node:test";
import {
  closingIn,
  figuresIn,
  noAnswers,
  readAnswers,
  UNNAMED,
  writeAnswers,
  yenIn,
} from "../../docs/assets/js/plan/answers.js";
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
import { asked, enough, QUESTIONS } from "../../docs/assets/js/plan/questions.js";
import { stopsAfter } from "../../docs/assets/js/plan/timing.js";
import { tidy, Wording } from "../../docs/assets/js/plan/wording.js";
import { data, day, planOf } from "./plan-of.js";

test("a day is read only where it exists", () => {
  assert.equal(isoOf(day("2028-02-29")), "2028-02-29");
  for (const wrong of ["2027-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261220", "", "2026-12-20x"]) {
    assert.equal(readDay(wrong), null, wrong);
  }
});

test("figures are read as a Japanese keyboard and a bill write them, and nothing else is", () => {
  for (
    const typed of [
      "1980",
      "1,980",
      "１９８０",
      "１，９８０円",
      "¥1,980",
      "￥1 980",
      "1980 yen",
      "1,980 日元",
      "1、980",
    ]
  ) {
    assert.equal(yenIn(figuresIn(typed)), 1980, typed);
  }
  for (const typed of ["1.980", "2万", "-1980", "1980-2980", "about 1980", "12345678"]) {
    assert.equal(yenIn(figuresIn(typed)), null, typed);
  }
  assert.equal(closingIn(figuresIn("２５日")), 25);
  assert.deepEqual(["0", "1", "31", "32"].map(closingIn), [null, 1, 31, null]);
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
  assert.match(file, /UID:plan-apply-one@h\r\nDTSTAMP:20261129T000000Z\r\nSEQUENCE:[1-9]/);
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

test("who has left gets only what works from abroad", () => {
  const number = { words: "0120", to: "tel:+81120000000" };
  const desk = { words: "desk", to: "https://desk.example/", when: "10:00–19:00" };
  const { items, plan } = planOf("c=one&at=abroad&keep=no", {
    way: "phone",
    start: number,
    ask: number,
    askAbroad: desk,
    bill: { sure: "unknown" },
  });
  const links = plan.items.flatMap((item) => item.links.map(({ to }) => to));
  assert.ok(links.includes("carriers/one/#from-abroad"));
  assert.deepEqual(items["ask-one"].links, [desk]);
  assert.deepEqual(items["ask-one"].points, [desk.when]);
  assert.ok(links.every((to) => !to.startsWith("tel:")));
  for (const here of ["shop-one", "leave"]) assert.equal(items[here], undefined);
  // A line that a counter or a number ends in Japan links both in Japan.
  const there = planOf("c=one&at=japan&d=2026-12-20&keep=no", { way: "phone", start: number });
  assert.deepEqual(there.items["apply-one"].links.map(({ to }) => to), [number.to, "carriers/one/#phone"]);
});

test("a number that is kept is neither cancelled nor left behind", () => {
  const { items, text } = planOf("c=one&at=japan&d=2027-03-28&keep=yes&account=close");
  for (const id of ["apply-one", "stop-one", "close", "shop-one"]) assert.equal(items[id], undefined, id);
  assert.equal(text("accounts"), "accounts-kept");
  assert.equal(text("leave"), "leave-kept");
  assert.equal(text("account"), "switch-kept");
  for (const id of ["accounts", "hand-one", "save"]) assert.ok(items[id].day <= items["keep-one"].day, id);
  assert.equal(isoOf(items["bill-one"].day), "2027-04-30");
});

test("an account is not closed before the handset is paid", () => {
  const asked = "c=one&at=japan&d=2026-12-20&keep=no&account=close&phone=";
  for (const phone of ["instalments", "programme"]) {
    const { text } = planOf(asked + phone);
    assert.deepEqual([text("account"), text("close")], ["switch-owed", "close-owed"], phone);
  }
  const { text, items } = planOf(`${asked}own`);
  assert.deepEqual([text("account"), text("close")], ["switch-act", "close-act"]);
  assert.doesNotMatch(items.close.why, /close-unsure/);
  assert.match(planOf(asked).items.close.why, /close-unsure/);
  // Without a day of leaving no month of a bill is known.
  assert.equal(planOf("c=one&at=japan&d=open&keep=no&account=close").text("account"), "switch-open");
});

test("a SIM is kept as long as its record says", () => {
  const why = (/** @type {string | undefined} */ value, /** @type {string | undefined} */ note = undefined) =>
    planOf("c=one&at=japan&d=2026-12-20&keep=no", { sim: { value, note, sure: "reported" } }).items["stop-one"].why;
  assert.match(why("not-required"), /stop-sim-cut/);
  assert.match(why("hand-over-in-shop"), /stop-sim-keep/);
  assert.match(why("not-required", "Old ones go back"), /stop-sim-cut\. Old ones go back\./);
  assert.match(why(undefined), /stop-sim-keep/);
  assert.doesNotMatch(why("required"), /stop-sim/);
});

test("a date that has passed is taken for that of somebody who has left, and says so", () => {
  assert.equal(planOf("c=one&at=japan&d=2026-11-28").plan.past, true);
  assert.equal(planOf("c=one&at=japan&d=2026-11-29").plan.past, false);
  assert.equal(planOf("c=one&at=abroad").plan.past, false);
});

test("a month that only haste would save is told of, and no best day where none is left", () => {
  // The month ends tomorrow; the accounts take three days.
  const [hasty] =
    planOf("c=one&at=japan&d=2026-12-04&keep=no", { effect: { value: "same-or-next-day", sure: "official" } })
      .plan.best;
  assert.equal(isoOf(hasty.day), "2026-11-29");
  assert.match(hasty.why, /best-haste/);
  assert.match(planOf("c=one&at=japan&d=2026-12-04&keep=no").items["apply-one"].points.join(" "), /apply-latest/);
  // Nor is there haste where a day that leaves time for the accounts saves the month.
  const contract = { closing: { value: "by-contract", sure: "reported" } };
  for (const [closing, best, haste] of [[2, "2026-12-01", true], [3, "2026-12-02", false]]) {
    const [told] = planOf(`c=one&at=japan&d=2026-12-05&keep=no&b=one.${closing}`, contract).plan.best;
    assert.deepEqual([isoOf(told.day), /best-haste/.test(told.why)], [best, haste], String(closing));
    assert.equal(/later-month/.test(told.why), !haste, String(closing));
  }
  // After the hour of the leaving day it can only be done from abroad.
  const gone = planOf("c=one&at=japan&d=2026-11-29&keep=no", { cutOff: { value: "09:00", sure: "official" } });
  assert.deepEqual(gone.plan.best, []);
  assert.match(gone.items["apply-one"].points.join(" "), /apply-after-leaving/);
});

test("what a day later changes names the day on which nothing may fail, and when it stops if it does", () => {
  const own = { "later-leaves": "fails {day}, stops {date}", "date-day": "{month}-{day}" };
  const why = (/** @type {string} */ value) =>
    planOf("c=one&at=japan&d=2026-12-20&keep=no", { effect: { value, sure: "official" } }, own).plan.best[0].why;
  // Applied on the 18th, or the 19th, it stops by the 20th. Who begins on the 19th and fails applies on the 20th.
  assert.match(why("same-or-next-day"), /fails 12-19, stops 12-21/);
  assert.match(why("same-day"), /fails 12-20, stops 12-21/);
});

test("without a closing day nobody is told until when to wait", () => {
  const { items } = planOf("c=one&at=abroad&keep=no", { closing: { value: "by-contract", sure: "reported" } });
  assert.equal(isoOf(items["apply-one"].day), "2026-11-29");
  assert.doesNotMatch(items["apply-one"].points.join(" "), /apply-latest/);
});

test("a line stops on the days that its record says", () => {
  const friday = day("2026-11-27");
  const stops = (/** @type {string} */ value) =>
    stopsAfter(/** @type {any} */ ({ effect: { value }, sim: {}, notice: {} }), friday, new Business([]), 0);
  assert.deepEqual(stops("same-day"), [friday, friday]);
  assert.deepEqual(stops("next-day"), [friday + 1, friday + 1]);
  assert.deepEqual(stops("same-or-next-day"), [friday, friday + 1]);
  assert.deepEqual(stops("same-or-next-business-day"), [friday, friday + 3]);
});

test("an account is kept until the bill has come, and a fee that is billed later", () => {
  const closed = (/** @type {number | undefined} */ billedAfter) => {
    const fee = { value: 1000, within: 12, billedAfter, sure: "official" };
    const { close } =
      planOf("c=one&at=japan&d=2026-12-20&keep=no&account=close&phone=own&s=one.2026-11", { fee }).items;
    return isoOf(close.day);
  };
  assert.deepEqual([undefined, 1, 4].map(closed), ["2027-03-01", "2027-03-01", "2027-06-01"]);
});

test("a fee that everybody pays is told apart from one of young contracts", () => {
  const told = (/** @type {object} */ fee) =>
    planOf("c=one&at=japan&d=2026-12-20&keep=no&s=one.2026-11", { fee: { sure: "official", ...fee } }).plan.sum
      ?.lines[0]
      .parts.map(({ id }) => id).at(-1);
  const fees = [{ value: 1000 }, { value: 1000, within: 12 }, { value: 1000, since: "2026-01-01" }, {}].map(told);
  assert.deepEqual(fees, ["sum-fee-always", "sum-fee", "sum-fee", "sum-fee"]);
});

test("that a fee ends is told for a week", () => {
  const fee = { value: 1000, within: 12, sure: "official" };
  const why = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no&s=one.2025-12`, { fee }).plan.best[0].why;
  assert.match(why("2027-01-08"), /best-fee/);
  assert.match(why("2027-01-12"), /^best-full\. earlier/);
});

test("a fee is asked for only while it may be due", () => {
  const fee = { sure: "unknown", within: 12, since: "2026-07-01" };
  const asked = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no&s=one.2026-11`, { fee }).items;
  assert.match(asked("2027-11-20")["ask-one"].text, /ask-act/);
  assert.equal(asked("2027-12-20")["ask-one"], undefined);
});

test("what is told of several contracts says whose it is", () => {
  const words = new Wording(
    /** @type {any} */ ({ words: { "told-of": "{name}: {answer}", "list-joint": "; ", money: "{amount}" } }),
  );
  const known = { ...data(), lines: [{ id: "one", name: "One" }, { id: "two", name: "Two" }], last: "2029-12-31" };
  const told = QUESTIONS.find(({ id }) => id === "contract")?.told;
  const contract = (/** @type {string} */ asked) =>
    told?.(readAnswers(asked, known), words, /** @type {any} */ (known));
  assert.equal(contract("c=one,two&m=one.10,two.20"), "One: 10; Two: 20");
  assert.equal(contract("c=one&m=one.10"), "10");
  assert.equal(contract("c=one&b=one.20"), "closing-told");
});

test("a question is answered by its own fields, and by nothing else", () => {
  const told = {
    lines: "c=one",
    where: "at=abroad",
    date: "d=open",
    keep: "keep=no",
    phone: "phone=own",
    contract: "c=one&m=one.10",
    pay: "account=keep",
  };
  for (const { id, answered } of QUESTIONS) {
    assert.equal(answered(noAnswers()), false, id);
    assert.equal(answered(readAnswers(told[/** @type {keyof typeof told} */ (id)], data())), true, id);
  }
});

test("whoever pays by slip has no card or account to keep", () => {
  const account = QUESTIONS.find(({ id }) => id === "pay")?.fields.find(({ key }) => key === "account");
  const asks = (/** @type {string} */ pay) => account?.when?.(readAnswers(`pay=${pay}`, data()));
  assert.deepEqual(["card", "bank", "slip", ""].map(asks), [true, true, false, true]);
});

test("a plan needs something held, and where one is or when one leaves", () => {
  const made = (/** @type {string} */ asked) => enough(readAnswers(asked, data()));
  for (const little of ["", "c=one", "at=abroad", "at=japan&d=open", "c=one&at=japan"]) {
    assert.equal(made(little), false, little);
  }
  assert.ok(made("c=one&at=abroad") && made("c=one&at=japan&d=open"));
});

test("what belongs to a line is asked of who holds one, named or not", () => {
  const asks = (/** @type {string} */ held) =>
    asked(readAnswers(`c=${held}&at=japan&d=open`, data()), data()).some(({ id }) => id === "keep");
  assert.deepEqual(["one", UNNAMED.line, "card"].map(asks), [true, true, false]);
});

test("of contracts anything that is told of a line that is held is an answer, nothing else is", () => {
  const answered = (/** @type {string} */ asked, /** @type {object} */ since = {}) =>
    QUESTIONS.find(({ id }) => id === "contract")?.answered({ ...readAnswers(asked, data()), ...since });
  assert.equal(answered("c=one&m=one.0"), true);
  assert.equal(answered("c=one&b=one.20"), true);
  assert.equal(answered("c=one"), false);
  assert.equal(answered("c=one,two&m=two.10", { held: ["one"] }), false);
});

test("nobody looks up the billing month of a line without a monthly charge", () => {
  const free = { prices: [0, 0], closing: { sure: "unknown" } };
  const { items, plan } = planOf("c=one&at=japan&d=2026-12-20&keep=no", free);
  assert.equal(items["ask-one"], undefined);
  assert.match(plan.best[0].why, /best-free/);
  assert.match(planOf("c=one&at=japan&d=2026-12-20&keep=no", { ...free, prices: [0, 9] }).text("ask-one"), /ask-act/);
});

test("a note on a stop day that is not known is not said twice", () => {
  const why = (/** @type {string | undefined} */ note) =>
    planOf("c=one&at=japan&d=2026-12-20&keep=no", { effect: { note, sure: "unknown" } }).items["apply-one"].why;
  assert.match(why("Be ready"), /^effect-noted\. Be ready\./);
  assert.match(why(undefined), /^effect-unknown\./);
});

test("a sum with a part that is not known says so", () => {
  /** @type {any[]} */
  const counted = [{ from: 10, to: 20 }, { from: null, to: null }];
  assert.deepEqual(sumOf(counted), { from: 10, to: 20, open: true, known: true });
});

test("a sum of which no part is known is no nothing", () => {
  /** @type {any[]} */
  const asked = [{ from: null, to: null }];
  assert.deepEqual(sumOf(asked), { from: 0, to: 0, open: true, known: false });
  const words = new Wording(/** @type {any} */ ({ words: { "told-of": "{answer}" } }));
  const told = (/** @type {object} */ line) =>
    planText(planOf("c=one&at=japan&d=2026-12-20&keep=no", line).plan, words, "", (to) => to);
  assert.match(told({}), /sum-none/);
  assert.doesNotMatch(told({ month: { value: "free", sure: "official" } }), /sum-none/);
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

test("who has nothing to do is still told to move the codes that a SIM receives", () => {
  const told = (/** @type {string} */ ends) => {
    const cards = [{ id: "card", name: "Card", ends, when: "", page: "cards/card/" }];
    const words = new Wording(/** @type {any} */ ({ words: {} }));
    const { plan } = planOf("c=card&at=japan&d=2026-12-20", {}, {}, { cards });
    return planText(plan, words, "", (to) => to).includes("nothing-codes");
  };
  assert.deepEqual(["yes", "no"].map(told), [true, false]);
});
