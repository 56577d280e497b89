// The search itself: loads the index of a language once and answers queries. It knows nothing of the page.
/** @import { Part } from "./marks.js" */
/** @import { Index } from "./tables.js" */
import { cut, excerpt, marked } from "./marks.js";
import { readQuery } from "./query.js";
import { rank } from "./rank.js";
import { Tables } from "./tables.js";
import { Folding } from "./text.js";

/** @typedef {{path: string, title: Part[], heading: Part[], text: Part[]}} Answer `path` is without language */
/** @typedef {(text: string) => Answer[]} Engine */

/**
 * @param {string} address of the index
 * @returns {Promise<Engine>}
 */
export async function loadEngine(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  /** @type {Index} */
  const index = await response.json();
  const tables = await Tables.from(index, new Folding(index.fold));
  return (text) => {
    const query = readQuery(text, tables);
    /** @param {string} words */
    const show = (words) => cut(words, marked(words, query, tables));
    return rank(query, tables).map((hit) => {
      const section = tables.sections[hit.section];
      return {
        path: `${tables.pages[section.page]}#${section.id}`,
        title: show(tables.titles[section.page]),
        heading: section.level === 1 ? [] : show(section.heading),
        text: excerpt(section.text, query, tables, index.excerpt),
      };
    });
  };
}
