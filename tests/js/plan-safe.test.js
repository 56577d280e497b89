// What a made plan must not do: end what is still needed, name a day that is too late, leave out a charge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isoOf } from "../../docs/assets/js/plan/calendar.js";
import { planOf } from "./plan-of.js";

const LEAVING = "c=one&at=japan&d=2026-12-20&keep=no";
const sure = "reported";
const unknown = { sure: "unknown" };
const FIGURES = { "date-day": "{year}-{month}-{day}" };

/** @param {{items: Record<string, {day: number}>}} plan @param {string} id */
const dayIn = ({ items }, id) => isoOf(items[id].day);

test("what ends a line by going back is sent with the request, in time for the post", () => {
  const line = {
    effect: unknown,
    closing: unknown,
    notice: { value: "last-day", sure },
    sim: { value: "required", endsLine: true, sure },
  };
  const soon = planOf(LEAVING, line, { "send-by": "by {date}", "date-day": "{month}-{day}" });
  assert.equal(dayIn(soon, "sim-one"), dayIn(soon, "apply-one"));
  assert.equal(soon.text("sim-one"), "send-ends");
  assert.deepEqual(soon.items["sim-one"].points, ["by 12-31"]);
  // Sent on the 27th, or in reserve on the 28th, it has three days to be there on the 31st.
  const turn = planOf("c=one&at=japan&d=2027-01-03&keep=no", line);
  assert.equal(dayIn(turn, "sim-one"), "2026-12-27");
  assert.equal(dayIn(turn, "stop-one"), "2026-12-31");
});

test("the time to send a SIM back begins on the first day on which the line may stop", () => {
  const line = {
    effect: unknown,
    notice: { value: 25, sure },
    sim: { value: "required", dueDays: 20, sure },
  };
  const { items } = planOf(LEAVING, line, { "send-by": "by {date}", "date-day": "{year}-{month}-{day}" });
  assert.equal(isoOf(items["apply-one"].day), "2026-12-19");
  assert.equal(items["sim-one"].points[0], "by 2027-1-8");
});

test("who may have left when a line stops is told how its SIM goes back then", () => {
  const sim = { value: "required", sure };
  const points = (/** @type {object} */ line) => planOf(LEAVING, { sim, ...line }).items["sim-one"].points;
  assert.deepEqual(points({ effect: unknown }), ["send-after-leaving"]);
  assert.deepEqual(points({ effect: { value: "month-end", sure } }), ["send-after-leaving"]);
  assert.deepEqual(points({}), []);
});

test("a line that runs to a month's end is ended before the next month, whatever its billing months are", () => {
  const line = { effect: { value: "month-end", sure }, notice: unknown, closing: unknown };
  const plan = planOf("c=one&at=japan&d=2027-01-03&keep=no", line);
  assert.equal(dayIn(plan, "stop-one"), "2026-12-31");
  assert.match(plan.plan.best[0].why, /best-before/);
  // Until when one may apply for a month is asked of no other line.
  const asks = [line, { ...line, effect: unknown }].map((own) =>
    planOf(LEAVING, own, { "ask-act": "{questions}" }).text("ask-one").includes("ask-notice")
  );
  assert.deepEqual(asks, [true, false]);
});

test("where a calendar month may count too, a line ends before both", () => {
  const closing = { value: "by-contract", orMonthEnd: true, sure };
  const line = { effect: unknown, notice: unknown, closing };
  const own = { "best-before": "by {date}", "date-day": "{month}-{day}" };
  const at = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no&b=one.14`, line, own).plan.best[0];
  assert.equal(isoOf(at("2027-02-03").day), "2027-01-30");
  assert.match(at("2027-02-03").why, /^by 1-31/);
  assert.equal(isoOf(at("2027-02-16").day), "2027-02-13");
});

test("nothing is said of a last month that is not known", () => {
  const best = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no`, { month: unknown }).plan.best[0].why;
  assert.match(best("2026-12-20"), /^best-unknown/);
  assert.doesNotMatch(best("2026-12-20"), /best-full/);
  assert.match(best("2027-01-03"), /best-unknown.*best-maybe/);
  // Nor is anybody hurried for a month that it may not save.
  assert.doesNotMatch(best("2026-12-04"), /best-haste/);
});

test("who is late is not told that later days cost the same", () => {
  const { plan } = planOf("c=one&at=japan&d=2026-11-29&keep=no");
  assert.match(plan.best[0].why, /best-late/);
  assert.doesNotMatch(plan.best[0].why, /best-full/);
});

test("in the afternoon nobody is sent to the morning of the same day", () => {
  const points = (/** @type {number} */ minute) =>
    planOf("c=one&at=japan&d=2026-11-30&keep=no", {}, {}, { minute }).items["apply-one"].points.join();
  assert.match(points(600), /apply-hour-unknown/);
  assert.match(points(1200), /apply-hour-now/);
});

test("the hours of a way are told where the reader takes that way", () => {
  const hours = "09:00";
  const own = { "apply-open": "open {hours}" };
  const open = (/** @type {string} */ asked, /** @type {string} */ way) =>
    planOf(asked, { hours, way }, own).items["apply-one"].points.includes(`open ${hours}`);
  assert.ok(open(LEAVING, "phone"));
  assert.ok(open("c=one&at=abroad&keep=no", "online"));
  assert.ok(!open("c=one&at=abroad&keep=no", "phone"));
});

test("a notice day that has passed says when the line stops instead", () => {
  const line = { notice: { value: 25, sure }, effect: unknown };
  const points = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no`, line).items["apply-one"].points.join();
  assert.match(points("2026-11-30"), /notice-missed/);
  assert.match(points("2026-12-31"), /notice-why/);
});

test("where no day has to be kept, what is said of it is said of the last day of a month", () => {
  const line = { notice: { value: "none", note: "Not today", sure }, month: { value: "prorated", sure } };
  const why = (/** @type {string} */ leaving) =>
    planOf(`c=one&at=japan&d=${leaving}&keep=no`, line).items["apply-one"].why;
  assert.match(why("2027-01-01"), /Not today/);
  assert.doesNotMatch(why("2026-12-20"), /Not today/);
});

test("what a notice day is for stands beside it, and nothing is said twice", () => {
  const notice = { value: 25, note: "For leaving", sure };
  const own = { "notice-why": "by {date}", "date-day": "{day}" };
  const { points, why } = planOf(LEAVING, { notice, effect: unknown }, own).items["apply-one"];
  assert.ok(points.includes("by 25. For leaving."));
  assert.doesNotMatch(why, /For leaving/);
  const later = "Later requests count for the next day.";
  const line = { hours: `09:00 to 20:00. ${later}`, effect: { value: "same-day", note: later, sure } };
  assert.ok(!planOf(LEAVING, line).items["apply-one"].why.includes(later));
});

test("how to cancel is asked two weeks ahead where no way is known", () => {
  const plan = planOf(LEAVING, { way: undefined }, { "ask-act": "{questions}" });
  assert.match(plan.text("ask-one"), /ask-way/);
  assert.equal(plan.items["apply-one"].day - plan.items["ask-one"].day, 14);
  const known = planOf(LEAVING, { bill: unknown }, { "ask-act": "{questions}" });
  assert.doesNotMatch(known.text("ask-one"), /ask-way/);
});

test("a line whose stop is not known is looked up once it may have stopped", () => {
  const plan = planOf(LEAVING, { effect: unknown });
  assert.equal(plan.text("stop-one"), "stop-check");
  assert.equal(plan.items["stop-one"].day - plan.items["apply-one"].day, 1);
});

test("a number is kept as its carrier has it", () => {
  const { items } = planOf("c=one&at=japan&d=2027-03-28&keep=yes", { keep: "With a topping" });
  assert.deepEqual(items["keep-one"].points, ["With a topping"]);
  assert.ok(items["keep-one"].links.some(({ to }) => to === "carriers/one/#keep-number"));
});

test("who keeps a number is told of the other lines", () => {
  const line = { effect: { value: "same-day", sure }, bill: { value: 1, sure } };
  const { items } = planOf("c=one,two&at=japan&d=2027-03-28&keep=yes", line, {}, {
    lines: [{ id: "two", name: "Two" }],
  });
  assert.deepEqual(items["keep-one"].points, ["keep", "keep-several"]);
  assert.deepEqual(items["keep-two"].points, ["keep"]);
});

test("instalments that do not go on are not said to go on", () => {
  const why = (/** @type {object} */ line) => planOf(`${LEAVING}&phone=instalments`, line).items.instalments.why;
  assert.match(why({}), /instalments-why/);
  assert.equal(why({ handset: "Due at once" }), "Due at once.");
});

test("an account is kept for an early fee that is billed late, while one may be due", () => {
  const fee = { value: 1000, within: 12, billedAfter: 2, sure };
  const closed = (/** @type {string} */ signed) => isoOf(planOf(`${LEAVING}&s=one.${signed}`, { fee }).items.close.day);
  assert.equal(closed("2026-06"), "2027-04-01");
  assert.equal(closed("old"), "2027-03-01");
});

test("a handset that cannot go back before one leaves is told of before", () => {
  const programme = { name: "P", opens: 13, bestUntil: 25, fee: 20, fromAbroad: "no", sure };
  const asked = `${LEAVING}&phone=programme&rest=100&bought=`;
  const early = planOf(`${asked}2026-06`, { programmes: [programme] });
  assert.equal(early.text("return-one"), "programme-later");
  assert.equal(dayIn(early, "return-one"), "2026-12-06");
  assert.deepEqual(early.items["return-one"].points, ["programme-abroad-no"]);
  assert.deepEqual(early.plan.sum?.handset.map(({ from, to }) => [from, to]), [[100, 100]]);
  const open = planOf(`${asked}2025-06`, { programmes: [programme] });
  assert.equal(open.text("return-one"), "programme-return");
  assert.deepEqual(open.plan.sum?.handset.map(({ from, to }) => [from, to]), [[0, 100], [0, 20]]);
});

test("where a handset goes back from is told as far as it is known", () => {
  const told = (/** @type {string | undefined} */ fromAbroad) =>
    planOf(`${LEAVING}&phone=programme&bought=2025-06`, {
      programmes: [{ name: "P", opens: 13, bestUntil: 25, fromAbroad, sure }],
    }).items["return-one"].points.filter((point) => point.includes("abroad"));
  assert.deepEqual([told("yes"), told("no"), told(undefined)], [[], ["programme-not-abroad"], [
    "programme-ask-abroad",
  ]]);
});

test("a handset is late once its best month has passed, and never where that is not known", () => {
  const late = (/** @type {string} */ bought, /** @type {object} */ more) =>
    planOf(`${LEAVING}&phone=programme&bought=${bought}`, { programmes: [{ name: "P", opens: 13, sure, ...more }] })
      .items["return-one"].late;
  assert.deepEqual(["2024-09", "2024-12"].map((bought) => late(bought, { bestUntil: 25 })), [true, false]);
  assert.ok(!late("2024-09", {}));
});

test("what a return before its month costs more is told and counted", () => {
  const programme = { name: "P", opens: 13, bestUntil: 25, fee: 20, beforeBest: 30, sure };
  const asked = `${LEAVING}&phone=programme&rest=100&bought=`;
  const own = { "programme-early": "early {amount}", money: "{amount}" };
  const early = planOf(`${asked}2025-06`, { programmes: [programme] }, own);
  assert.ok(early.items["return-one"].points.includes("early 30"));
  assert.equal(early.plan.sum?.handset[1].to, 50);
  const inTime = planOf(`${asked}2024-12`, { programmes: [programme] }, own);
  assert.ok(!inTime.items["return-one"].points.includes("early 30"));
  assert.equal(inTime.plan.sum?.handset[1].to, 20);
});

test("a contract by the month is cancelled in time, before the thing goes back", () => {
  const card = { id: "card", name: "Card", page: "cards/", ends: "no", when: "by the 25th", act: "cancel first", sure };
  const held = (/** @type {object} */ more, asked = "c=card&at=japan&d=2027-12-28") =>
    planOf(asked, {}, {}, { cards: [{ ...card, ...more }] });
  const rental = held({ rental: true, cancelFirst: true });
  assert.equal(rental.text("contract-card"), "card-contract-act");
  assert.ok(rental.items["rental-card"].day - rental.items["contract-card"].day > 31);
  // Not a year before, either.
  assert.equal(dayIn(rental, "contract-card"), "2027-11-23");
  assert.equal(dayIn(held({ rental: false }), "renew-card"), "2027-11-23");
  assert.equal(held({ rental: false }).text("renew-card"), "card-end-act");
  assert.equal(held({ rental: false, ends: "depends" }).text("renew-card"), "check-act");
  assert.equal(held({ rental: true }).items["contract-card"], undefined);
});

test("who has left is not sent to a postbox in Japan", () => {
  const card = { id: "card", name: "C", page: "cards/", ends: "no", rental: true, when: "w", act: "any postbox", sure };
  const { items } = planOf("c=card,any-rental&at=abroad", {}, {}, { cards: [card] });
  for (const id of ["rental-card", "any-rental"]) {
    assert.deepEqual(items[id].points, ["rental-left"], id);
    assert.ok(items[id].links.some(({ to }) => to === "cards/rental/#left-japan"), id);
    assert.doesNotMatch(items[id].why, /any postbox|rental-why/);
  }
});

test("without a leaving day no day of the calendar is counted from one", () => {
  const open = "c=one&at=japan&d=open&keep=no&phone=programme&bought=";
  const own = {
    "programme-best": "best {date}",
    "programme-opens": "opens {month}",
    "date-day": "{year}-{month}-{day}",
    "date-month": "{year}-{month}",
    "days-after": "{n} after",
    "days-before": "{n} before",
  };
  const programme = { name: "P", opens: 13, bestUntil: 25, fromAbroad: "no", sure };
  const text = (/** @type {any} */ plan) =>
    plan.items.flatMap((/** @type {any} */ { text, points, why }) => [text, ...points, why]).join();
  const bought = planOf(`${open}2026-06`, { programmes: [programme] }, own);
  assert.equal(bought.text("return-one"), "programme-return");
  assert.deepEqual(bought.items["return-one"].points.slice(0, 2), ["opens 2027-6", "best 2028-6-30"]);
  // Where its best month may pass before one leaves, it is looked at today.
  assert.equal(dayIn(planOf(`${open}2024-12`, { programmes: [programme] }, own), "return-one"), "2026-11-29");
  const monthly = { effect: unknown, notice: { value: "last-day", note: "Back by then", sure }, closing: unknown };
  const back = planOf(`${open}2026-06`, { ...monthly, sim: { value: "required", endsLine: true, sure } }, own);
  assert.ok(back.items["sim-one"].points[0].startsWith("notice-last-day"));
  assert.doesNotMatch(text(back.plan), / after|apply-may-stop-after/);
});

test("without a leaving day business days are counted before a Sunday", () => {
  const line = { effect: { value: "same-or-next-business-day", sure } };
  const { plan, items } = planOf("c=one&at=japan&d=open&keep=no", line);
  // Applied on Wednesday, or in reserve on Thursday, it stops on Friday.
  assert.equal((plan.leaving ?? 0) - items["apply-one"].day, 4);
});

test("without a leaving day a sum holds all that may be due", () => {
  const open = "c=one&at=japan&d=open&keep=no&m=one.3000&s=one.2025-12";
  const { plan } = planOf(open, { month: { value: "prorated", sure }, fee: { value: 1000, within: 12, sure } });
  assert.deepEqual([plan.sum?.all.from, plan.sum?.all.to], [0, 4000]);
});

test("what does not end with a line is seen to before it is cancelled, or its number moved", () => {
  const line = { endsFirst: ["cover"] };
  const { items } = planOf(LEAVING, line);
  assert.ok(items["options-one"].day < items["apply-one"].day);
  assert.deepEqual(items["options-one"].points, ["cover"]);
  const kept = planOf(LEAVING.replace("keep=no", "keep=yes"), line).items;
  assert.ok(kept["options-one"].day < kept["keep-one"].day);
  assert.equal(planOf(LEAVING).items["options-one"], undefined);
});

test("what goes on after a line is ended with it", () => {
  const { items, plan } = planOf(LEAVING, { goesOn: ["membership"] });
  assert.equal(items["goes-on-one"].day, items["apply-one"].day);
  assert.deepEqual(items["goes-on-one"].points, ["membership"]);
  const order = plan.items.map(({ id }) => id);
  assert.ok(order.indexOf("goes-on-one") > order.indexOf("apply-one"));
});

test("the internet at home is asked about weeks before, and from abroad today", () => {
  const asked = (/** @type {string} */ query) => planOf(`c=any-home&${query}`).items["any-home"];
  assert.equal(isoOf(asked("at=japan&d=2027-01-31").day), "2027-01-10");
  assert.deepEqual([isoOf(asked("at=abroad").day), asked("at=abroad").text], ["2026-11-29", "home-abroad"]);
  const there = ["at=japan&d=2027-01-31", "at=abroad"].map((query) => asked(query).links[0].to.includes("#"));
  assert.deepEqual(there, [false, true]);
  assert.deepEqual(Object.keys(planOf("c=any-home&at=japan&d=2027-01-31").items), ["any-home"]);
});

test("of a line of unknown name, too, the codes are moved before one leaves", () => {
  const plan = planOf("c=any-line&at=japan&d=2027-01-31&keep=no", {}, { "accounts-act": "by {date}", ...FIGURES });
  assert.equal(isoOf(plan.items.accounts.day), "2027-01-17");
  assert.equal(plan.text("accounts"), "by 2027-1-30");
  const left = planOf("c=any-line&at=abroad&keep=no", {}, { "accounts-act": "by {date}", ...FIGURES });
  assert.equal(left.text("accounts"), "by 2026-12-1");
  const pages = [plan, left].map(({ items }) => items.accounts.links[0].to);
  assert.deepEqual(pages, ["prepare/accounts/", "cancel/from-abroad/"]);
});

test("nobody is told to book a shop on the day of leaving", () => {
  const books = (/** @type {string} */ leaving) => "shop-one" in planOf(`c=one&at=japan&d=${leaving}&keep=no`).items;
  assert.deepEqual(["2026-11-29", "2026-11-30"].map(books), [false, true]);
});
