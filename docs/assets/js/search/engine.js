// The search itself: loads the index of a language once and answers queries. It knows nothing of the page.
// What a section says stands in the index in a few words; what it says at length is fetched when there are answers.
/** @import { Part } from "./marks.js" */
/** @import { Index } from "./tables.js" */
import { cut, excerpt, marked } from "./marks.js";
import { readQuery } from "./query.js";
import { rank } from "./rank.js";
import { Tables } from "./tables.js";
import { Folding } from "./text.js";

/** @typedef {{path: string, title: Part[], heading: Part[], text: Part[]}} Answer `path` is without language */

/** Answers queries in one language. */
export class Engine {
  /** Whether answers show what their sections say at length. */
  long = false;
  #address;
  #index;
  #tables;
  /** @type {string[]} by section */
  #texts;
  /** @type {Promise<boolean> | null} */
  #coming = null;

  /**
   * @param {string} address of the index
   * @param {Index} index
   * @param {Tables} tables made from it
   */
  constructor(address, index, tables) {
    this.#address = address;
    this.#index = index;
    this.#tables = tables;
    this.#texts = index.text;
  }

  /**
   * The sections that answer a text, the best first.
   * @param {string} text
   * @returns {Answer[]}
   */
  answers(text) {
    const tables = this.#tables;
    const query = readQuery(text, tables);
    /** @param {string} words */
    const show = (words) => cut(words, marked(words, query, tables));
    return rank(query, tables).map((hit) => {
      const section = tables.sections[hit.section];
      const title = show(tables.titles[section.page]);
      const heading = section.level === 1 ? [] : show(section.heading);
      const above = heading.length ? heading : title;
      return {
        path: `${tables.pages[section.page]}#${section.id}`,
        title,
        heading,
        text: excerpt(this.#texts[hit.section], query, tables, this.#index.excerpt, above),
      };
    });
  }

  /**
   * Fetches what the sections say at length, once; again where it did not come.
   * @returns {Promise<boolean>} whether answers show it from now on
   */
  lengthen() {
    this.#coming ??= fetched(this.#address.replace(/(?=\.json$)/, ".texts")).then(
      ({ version, texts }) => {
        // Another build's sections are others.
        if (version === this.#index.version) [this.#texts, this.long] = [texts, true];
        return this.long;
      },
      () => {
        this.#coming = null;
        return false;
      },
    );
    return this.#coming;
  }
}

/**
 * @param {string} address of the index
 */
export async function loadEngine(address) {
  /** @type {Index} */
  const index = await fetched(address);
  return new Engine(address, index, await Tables.from(index, new Folding(index.fold)));
}

/**
 * @param {string} address
 * @returns {Promise<any>} rejected where nothing of the kind is there
 */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
