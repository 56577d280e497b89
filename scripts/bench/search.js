// The rivals of our search on our own sections, for scripts/bench/search.py.
// Each sets window.ask(text) to a list of addresses.
import { pieces } from "./assets/js/search/pieces.js";
import { Tables } from "./assets/js/search/tables.js";
import { Folding } from "./assets/js/search/text.js";
import { FIELDS } from "./assets/js/search/weights.js";

const SEARCHED = ["heading", "asked", "title", "foreign", "text"];
const BOOST = Object.fromEntries(SEARCHED.map((field) => [field, FIELDS[field].weight]));
const MOST = 10;

async function sections(language, words) {
  const index = await (await fetch(`search/${language}.json`)).json();
  const tables = await Tables.from(index, new Folding(index.fold));
  const documents = tables.sections.map(({ page, kind, heading, foreign, text }, id) => ({
    id,
    heading,
    asked: words ? (tables.names.asked.get(kind) ?? "") : "",
    title: tables.titles[page],
    foreign,
    text,
  }));
  const address = (place) => `${tables.pages[tables.sections[place].page]}#${tables.sections[place].id}`;
  // The same folding and n-grams as ours; with `words` also the same names, synonyms and readers' wording.
  const cut = (text) => {
    const atoms = tables.folding.atoms(text);
    const found = pieces(atoms).map(([term]) => term);
    if (words) { for (const span of tables.names.tree.spans(atoms)) found.push(...span.tokens); }
    return found;
  };
  return { documents, address, cut };
}

async function weight(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

async function minisearch(language, words) {
  const { default: MiniSearch } = await import("./bench/minisearch/dist/es/index.js");
  const { documents, address, cut } = await sections(language, words);
  const latin = (term) => /^[a-z]{4,}$/.test(term);
  const options = {
    fields: Object.keys(BOOST),
    storeFields: ["heading", "title", "text"],
    tokenize: cut,
    processTerm: (term) => term,
  };
  const engine = new MiniSearch(options);
  engine.addAll(documents);
  const search = { boost: BOOST, prefix: latin, fuzzy: (term) => latin(term) && 0.2 };
  return {
    ask: (text) =>
      engine
        .search(text, search)
        .slice(0, MOST)
        .map(({ id }) => address(id)),
    bytes: await weight(JSON.stringify(engine)),
  };
}

async function lunr(language, words) {
  await new Promise((done) => {
    const script = document.createElement("script");
    script.src = "bench/lunr.js";
    script.onload = done;
    document.head.append(script);
  });
  const { documents, address, cut } = await sections(language, words);
  const builder = new window.lunr.Builder();
  builder.tokenizer = (text) => cut(String(text ?? "")).map((term) => new window.lunr.Token(term, {}));
  builder.ref("id");
  for (const [field, boost] of Object.entries(BOOST)) builder.field(field, { boost });
  documents.forEach((document) => builder.add(document));
  const engine = builder.build();
  const ask = (text) => {
    const found = engine.query((query) => {
      for (const term of cut(text)) {
        query.term(term, { boost: 10 });
        if (/^[a-z]{4,}$/.test(term)) {
          query.term(term, { wildcard: window.lunr.Query.wildcard.TRAILING, boost: 3 });
          query.term(term, { editDistance: 1 });
        }
      }
    });
    return found.slice(0, MOST).map(({ ref }) => address(Number(ref)));
  };
  return { ask, bytes: await weight(JSON.stringify([engine, documents])) };
}

async function pagefind(_language, _words, home) {
  const engine = await import("./pagefind/pagefind.js");
  await engine.init();
  const ask = async (text) => {
    const { results } = await engine.search(text);
    const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    const most = (page) => page.sub_results.toSorted((one, other) => other.locations.length - one.locations.length)[0];
    return pages.map((page) => (most(page) ?? page).url.replace(home, ""));
  };
  return { ask, bytes: 0 };
}

const RIVALS = { minisearch, lunr, pagefind };
const { rival, language, words, home } = Object.fromEntries(new URLSearchParams(location.search));
window.ready = RIVALS[rival](language, words === "1", home).then((made) => {
  window.ask = async (text) => {
    const start = performance.now();
    const found = await made.ask(text);
    return { found, took: performance.now() - start };
  };
  return made.bytes;
});
