// A made-up guide, small enough to reckon with, for the tests of the search.
/** @import { Index } from "../../docs/assets/js/search/tables.js" */
import { readQuery } from "../../docs/assets/js/search/query.js";
import { rank } from "../../docs/assets/js/search/rank.js";
import { Tables } from "../../docs/assets/js/search/tables.js";
import { Folding } from "../../docs/assets/js/search/text.js";

/** @typedef {{path: string, title: string, sections: [id: string, heading: string, text: string][]}} Page */

/** @type {Page[]} */
const PAGES = [
  {
    path: "",
    title: "Home of the guide",
    sections: [["start", "Home of the guide", "Kites and lanterns, and how to end them."]],
  },
  {
    path: "carriers/albatross/",
    title: "Albatross Wireless",
    sections: [
      ["albatross", "Albatross Wireless", "Everything of this carrier."],
      ["costs", "Costs", "The lantern costs nothing."],
      ["abroad", "From afar", "Write a letter with a stamp."],
      ["disputed", "In doubt", "Some say that the lantern costs more."],
    ],
  },
  {
    path: "carriers/bittern/",
    title: "Bittern",
    sections: [
      ["bittern", "Bittern", "Everything of this carrier."],
      ["costs", "Costs", "The kite is dear. Number 0000-111-222."],
    ],
  },
  {
    path: "faq/money/",
    title: "Money",
    sections: [
      ["money", "Money", "Questions about it."],
      ["lantern-fee", "What does a lantern cost?", "It depends on the lantern and on the carrier."],
      ["deposit", "Is a deposit given back?", "A deposit comes back in spring. 灯籠の保証金は返します。"],
    ],
  },
  {
    path: "cards/",
    title: "Cards",
    sections: [["cards", "Cards", "All cards."], [
      "product-moth",
      "Moth card",
      "Albatross sells it. It ends by itself.",
    ]],
  },
];

/**
 * An index as scripts/guide/search makes it, of the pages above.
 * @returns {Index}
 */
export function index() {
  const rows = PAGES.flatMap(({ path, sections }, page) => sections.map((section) => ({ path, page, section })));
  const ids = rows.map(({ section }) => section[0]);
  /** @param {string} id */
  const kinds = (id) => ids.flatMap((other, place) => (other === id ? [place] : []));
  return {
    version: "1",
    pages: PAGES.map(({ path }) => path),
    titles: PAGES.map(({ title }) => title),
    page: rows.map(({ page }) => page),
    // Every section is a kind of its own here.
    kind: rows.map((_, place) => place),
    id: ids,
    level: rows.map(({ section, page }) =>
      section === PAGES[page].sections[0] ? 1 : section[0] === "product-moth" ? 4 : 2
    ),
    heading: rows.map(({ section }) => section[1]),
    foreign: rows.map(() => ""),
    text: rows.map(({ section }) => section[2]),
    carriers: [[1, "albatross wireless", "albatross"], [2, "bittern"]],
    products: [[ids.indexOf("product-moth"), "albatross moth", "moth card"]],
    same: [
      [...kinds("costs"), ...kinds("lantern-fee"), "fee", "price", "cost"],
      ["overseas", "海外"],
      ["please"],
    ],
    own: [[1, ...kinds("abroad")]],
    everyday: [0, 2],
    asked: [["money back", ...kinds("deposit")]],
    excerpt: 170,
    fold: ["籠証返灯", "笼证返灯"],
  };
}

/** @returns {Promise<Tables>} */
export function tables() {
  const made = index();
  return Tables.from(made, new Folding(made.fold));
}

/**
 * The addresses that a query finds, best first.
 * @param {string} text
 * @param {Tables} tables
 */
export function find(text, tables) {
  return rank(readQuery(text, tables), tables).map(({ section }) => {
    const { page, id } = tables.sections[section];
    return `${tables.pages[page]}#${id}`;
  });
}
