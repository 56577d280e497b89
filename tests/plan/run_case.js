// Makes plans for test_cases.py: reads cases from its input, writes the results.
import fs from "node:fs";
import { readAnswers } from "../../docs/assets/js/plan/answers.js";
import { isoOf, minuteOf, readDay } from "../../docs/assets/js/plan/calendar.js";
import { calendarFile } from "../../docs/assets/js/plan/ics.js";
import { makePlan } from "../../docs/assets/js/plan/plan.js";

const [dataFile] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));
const names = new Map(data.lines.map((/** @type {any} */ { id, name }) => [name, id]));
const cases = JSON.parse(fs.readFileSync(0, "utf8"));
const made = cases.map((/** @type {any} */ { asked, today, at }) => {
  const answers = readAnswers(asked, data);
  const plan = makePlan(data, answers, { today: readDay(today) ?? 0, minute: minuteOf(at ?? "10:00") });
  return {
    days: Object.fromEntries(plan.items.map(({ id, day }) => [id, isoOf(day)])),
    late: plan.items.filter(({ late }) => late).map(({ id }) => id),
    best: Object.fromEntries(plan.best.map(({ name, day }) => [names.get(name), day === null ? null : isoOf(day)])),
    sum: plan.sum && { from: plan.sum.all.from, to: plan.sum.all.to },
    calendar: calendarFile(plan.items, {
      name: "plan",
      host: "example.org",
      address: `https://example.org/plan/?${asked}`,
      whole: (to) => new URL(to, "https://example.org/plan/").href,
      footer: "plan",
      now: (readDay(today) ?? 0) * 86_400_000,
    }),
    texts: Object.fromEntries(plan.items.map(({ id, text }) => [id, text])),
  };
});
process.stdout.write(JSON.stringify(made));
