// Folds texts as the browser does, for tests/search/test_folding.py: JSON in, JSON out.
import { readFileSync } from "node:fs";
import { Folding } from "../../docs/assets/js/search/text.js";

const { variants, texts } = JSON.parse(readFileSync(0, "utf8"));
const folding = new Folding(variants);
// A query is normalised as a whole; the rest is done unit by unit.
/** @param {string} text */
const fold = (text) => text.normalize("NFKC").split("").map((unit) => folding.one(unit)).join("");
process.stdout.write(JSON.stringify(texts.map(fold)));
