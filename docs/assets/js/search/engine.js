// The search itself: loads the index of a language once and answers queries. It knows nothing of the page.
import { excerpt, cut, marked } from "./marks.js";
import { rank } from "./rank.js";
import { Tables } from "./tables.js";
import { Folding } from "./text.js";

const LONG = { cjk: 90, latin: 170 };

/** @returns {Promise<(query: string) => {path: string, title: object[], heading: object[], text: object[]}[]>} */
export async function loadEngine(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const index = await response.json();
  const tables = await Tables.from(index, new Folding(index.fold));
  const long = /^en\b/.test(document.documentElement.lang) ? LONG.latin : LONG.cjk;
  return (text) => {
    const { query, hits } = rank(text, tables);
    return hits.map(({ section }) => {
      const title = index.titles[index.page[section]];
      const heading = index.heading[section];
      const show = (words) => cut(words, marked(words, query, tables));
      return {
        path: `${index.pages[index.page[section]]}#${index.id[section]}`,
        title: show(title),
        heading: index.level[section] === 1 ? [] : show(heading),
        text: excerpt(index.text[section], query, tables, long),
      };
    });
  };
}
