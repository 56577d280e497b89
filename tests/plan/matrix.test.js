// Every carrier, abroad or not, leaving on every day of two years that hold a 29 February and three turns of a year.
// The data come from the records: PLAN_DATA names the file that test_matrix.py wrote.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { noContract } from "../../docs/assets/js/plan/answers.js";
import { Business, dayOf, isoOf, minuteOf, monthEnd, parts, readDay } from "../../docs/assets/js/plan/calendar.js";
import { partsOf, sumOf } from "../../docs/assets/js/plan/money.js";
import { makePlan } from "../../docs/assets/js/plan/plan.js";
import { hasNotice, noticeEnd, stopsAfter, timingOf } from "../../docs/assets/js/plan/timing.js";

/** @type {import("../../docs/assets/js/plan/data.js").PlanData} */
const data = JSON.parse(fs.readFileSync(process.env.PLAN_DATA ?? "", "utf8"));
const business = new Business(data.closed);
const leap =
  [...Array(4).keys()].map((count) => Number(data.made.slice(0, 4)) + count).find((year) => year % 4 === 0) ?? 0;
const FIRST = dayOf(leap - 1, 1, 1);
const LAST = dayOf(leap, 12, 31);
/** Days from today to leaving, and the minute at which one asks. */
const MOMENTS = [[0, 0], [0, 1439], [1, 600], [5, 1290], [40, 600]].slice(0, Number(process.env.PLAN_MOMENTS ?? 5));
const CONTRACTS = [noContract(), { signed: null, charge: 3000, closing: 20 }, {
  signed: null,
  charge: 1000,
  closing: 31,
}];

/** @param {import("../../docs/assets/js/plan/data.js").Line} line */
function* cases(line) {
  for (let leaving = FIRST; leaving <= LAST; leaving += 1) {
    for (const [ahead, minute] of MOMENTS) {
      const now = { today: leaving - ahead, minute };
      const contract = { ...CONTRACTS[leaving % 3], signed: leaving % 5 ? null : dayOf(leap - 2, 11, 1) };
      // Who has left has no leaving day: each day is today once.
      for (const away of ahead === 1 ? [false, true] : [false]) {
        const timing = timingOf(line, contract, now, away ? null : leaving, business);
        yield { leaving: away ? null : leaving, now, contract, timing };
      }
    }
  }
}

test("the years hold a 29 February", () => {
  assert.notEqual(readDay(`${leap}-02-29`), null);
  assert.ok(isoOf(LAST) <= data.last);
});

for (const line of data.lines) {
  test(`${line.id}: no plan breaks its rules`, () => {
    const cutOff = line.cutOff.value;
    const hour = cutOff === undefined || cutOff === "none" ? Infinity : minuteOf(cutOff);
    for (const { leaving, now, contract, timing } of cases(line)) {
      const { apply, latest, stops, choose } = timing;
      const told = () =>
        `${line.id} on ${isoOf(now.today)} at ${now.minute}, leaving ${leaving === null ? "-" : isoOf(leaving)}: ` +
        JSON.stringify(timing);
      // The words are made only where they are needed: there are some 100,000 cases.
      const hold = (/** @type {boolean} */ right, /** @type {unknown} */ about = "") => {
        if (!right) assert.fail(`${told()} ${JSON.stringify(about)}`);
      };
      // Never before today, never after the hour, and the last safe day comes before the leaving day.
      hold(apply === null || apply >= now.today);
      const hourCounts = !hasNotice(line) || now.today === noticeEnd(line, now.today);
      hold(apply !== now.today || !hourCounts || now.minute < hour);
      if (leaving !== null) {
        hold(apply === null || apply <= leaving);
        hold(latest === null || (latest < leaving && latest >= now.today));
        // Nothing is told to be in time that is not, the day of reserve counted.
        if (latest !== null) {
          const last = stopsAfter(line, latest + 1, business, timing.closing)[1];
          const limit = line.effect.value === "month-end" || hasNotice(line) ? monthEnd(leaving) : leaving;
          hold(last === null || last <= limit);
        }
        hold(choose === null || choose <= Math.max(leaving, apply ?? leaving));
      }
      hold(stops[1] === null || stops[1] >= stops[0]);
      hold(apply === null || stops[0] >= apply);
      const counted = partsOf(line, contract, timing, { leaving, today: now.today, open: false });
      for (const part of counted) {
        hold((part.from ?? 0) >= 0 && (part.to ?? 0) >= (part.from ?? 0), part);
      }
      const sum = sumOf(counted);
      hold(sum.from >= 0 && sum.to >= sum.from);
    }
  });
}

test("whole plans are in order, begin no earlier than today, and say the same in every time zone", () => {
  const digest = [];
  for (let leaving = FIRST; leaving <= LAST; leaving += 29) {
    const held = data.lines.filter((_, place) => place % 8 === leaving % 8).map(({ id }) => id);
    const answers = {
      held: [...held, data.cards[leaving % data.cards.length].id],
      where: null,
      leaving,
      keep: /** @type {const} */ (["yes", "no", null])[leaving % 3],
      phone: /** @type {const} */ (["own", "instalments", "programme", null])[leaving % 4],
      rest: 10_000,
      bought: leaving % 2 ? dayOf(leap - 2, 3, 1) : null,
      contracts: {},
      pay: null,
      account: /** @type {const} */ (["close", null])[leaving % 2],
    };
    const now = { today: leaving - (leaving % 50), minute: 600 };
    const plan = makePlan(data, answers, now);
    const days = plan.items.map(({ day }) => day);
    assert.deepEqual(days, days.toSorted((a, b) => a - b));
    assert.ok(days.every((day) => day >= now.today), isoOf(leaving));
    assert.equal(new Set(plan.items.map(({ id }) => id)).size, plan.items.length);
    assert.ok(!JSON.stringify(plan).match(/\{\w+\}|undefined|NaN/), JSON.stringify(plan));
    digest.push([isoOf(leaving), ...plan.items.map(({ id, day }) => `${id} ${isoOf(day)}`), plan.sum?.all]);
  }
  // Compared by test_matrix.py between time zones.
  console.log(`digest ${JSON.stringify(digest)}`); // deno-lint-ignore no-console
});

test("weekdays of closed days are no weekend", () => {
  for (const closed of data.closed) assert.ok(![0, 6].includes(parts(readDay(closed) ?? 0).weekday), closed);
});
