// The plan as plain text, for messages and notes.
/** @import { Plan } from "./plan.js" */
/** @import { Wording } from "./wording.js" */
import { Ticks } from "./ticks.js";

/**
 * @param {Plan} plan
 * @param {Wording} words
 * @param {string} address of the plan
 * @param {(link: string) => string} whole a link of the plan as a whole address
 */
export function planText(plan, words, address, whole) {
  const ticks = new Ticks(plan.held.map(({ line: { id } }) => id).join());
  const lines = [words.say("plan"), address, ""];
  const said = (/** @type {string} */ key, /** @type {string} */ answer) =>
    words.say("told-of", { name: words.say(key), answer });
  for (const { name, text } of plan.nothing) lines.push(said("nothing", `${name} ${text}`.trim()), "");
  if (plan.nothing.length) lines.push(words.say("nothing-codes"), "");
  for (const { when, text, points, why, links, id } of plan.items) {
    lines.push(
      when + (ticks.has(id) ? words.say("aside", { text: words.say("text-done") }) : ""),
      text,
      ...points.map((point) => `  ${point}`),
      ...(why ? [`  ${why}`] : []),
      ...links.map(({ to }) => `  ${whole(to)}`),
      "",
    );
  }
  for (const { name, when, why } of plan.best) {
    lines.push(said("best", words.say("best-day", { line: name, date: when })), why, "");
  }
  if (plan.sum) {
    const { from, to, open, known } = plan.sum.all;
    const total = `${words.range(from, to)}${open ? ` ${words.say("sum-plus")}` : ""}`;
    lines.push(said("sum", known ? total : words.say("sum-none")));
  }
  return `${lines.join("\n").trim()}\n`;
}
