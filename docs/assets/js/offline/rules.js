// What the worker decides, without touching network or store.

/**
 * @typedef {object} List of a language
 * @property {string} version
 * @property {Record<string, string>} files by path, each with its hash
 * @property {Record<string, string>} [leads] where addresses without a language lead in this one
 * @property {Absent} [absent]
 */

/**
 * @typedef {object} Absent what to say of a page that is not saved
 * @property {string} tag of the language
 * @property {string} says
 * @property {string} home words of the link to the first page
 * @property {string} to path of the first page
 */

/** Up to so many changed files are fetched one by one; for more, the pack is less. */
const FEW = 12;
const CHECK_MS = 3_600_000;
/** A saved page is shown when the network has not answered for so long. */
export const PATIENCE_MS = 4_000;
/** So many pages and files of other languages are kept as they are visited. */
export const VISITED = 120;

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};

/**
 * The path of an address below the site's root, as lists name it; null where the worker keeps its hands off.
 * @param {{method: string, url: string, headers: {has(name: string): boolean}}} request
 * @param {string} scope
 */
export function pathOf({ method, url, headers }, scope) {
  const bare = url.split(/[?#]/)[0];
  if (method !== "GET" || !bare.startsWith(scope) || headers.has("range")) return null;
  const path = bare.slice(scope.length);
  return /^(?:offline\/|assets\/offline\/|sw\.js$)/.test(path) ? null : path;
}

/**
 * What to take from the old cache and what to fetch.
 * @param {Record<string, string>} old
 * @param {Record<string, string>} fresh
 */
export function difference(old, fresh) {
  const paths = Object.keys(fresh);
  return {
    kept: paths.filter((path) => old[path] === fresh[path]),
    changed: paths.filter((path) => old[path] !== fresh[path]),
  };
}

/**
 * Where a path leads of which nothing is saved: a short address to its page, a page without its slash to that page.
 * @param {string} path
 * @param {List} list
 * @returns {string | null}
 */
export function leadOf(path, { files, leads = {} }) {
  const whole = `${path}/`;
  for (const known of [path, whole]) if (Object.hasOwn(leads, known)) return leads[known];
  return Object.hasOwn(files, whole) ? whole : null;
}

/**
 * The page for an address of which nothing is saved while there is no network: what to do, and a way on.
 * @param {Absent} absent words of the guide itself
 * @param {string} scope
 */
export function absentPage({ tag, says, home, to }, scope) {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="color-scheme" content="light dark"><title>${says}</title>`;
  const body = `<p>${says}</p><p><a href="${scope}${to}">${home}</a></p>`;
  return `<!doctype html><html lang="${tag}"><head>${head}</head><body style="font:1.1rem/1.7 system-ui;margin:2rem">` +
    `${body}</body></html>`;
}

/** @param {string[]} changed */
export const singly = (changed) => changed.length <= FEW;

/**
 * The files of a pack, as scripts/guide/render/offline.py makes it: runs of pieces for each path as JSON, then every
 * piece once. A run is a place and how many pieces; or below zero, so many that no file before it has.
 * @param {string} pack
 * @returns {Map<string, string>}
 */
export function unpacked(pack) {
  const [head, ...pieces] = pack.split("\0");
  let fresh = 0;
  return new Map(
    Object.entries(/** @type {Record<string, number[]>} */ (JSON.parse(head))).map(([path, runs]) => {
      let text = "";
      for (let at = 0; at < runs.length; at++) {
        const isFresh = runs[at] < 0;
        const first = isFresh ? fresh : runs[at];
        const count = isFresh ? -runs[at] : runs[++at];
        text += pieces.slice(first, first + count).join("");
        if (isFresh) fresh += count;
      }
      return [path, text];
    }),
  );
}

/** @param {string} path */
export function typeOf(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const type = TYPES[name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : "html"];
  return type && `${type}; charset=utf-8`;
}

/**
 * Whether it is time to ask for a newer list.
 * @param {number | undefined} checked
 * @param {number} now
 */
export const due = (checked, now) => checked === undefined || now - checked > CHECK_MS || checked > now;

/**
 * The caches of this site that no state names: left by an install that was broken off, or by an old version.
 * @param {string[]} names
 * @param {string} store
 * @param {import("./store.js").State} state
 */
export function leftovers(names, store, state) {
  const used = new Set([
    `${store}state`,
    `${store}visited`,
    ...Object.values(state.languages).map(({ cache }) => cache),
  ]);
  return names.filter((name) => name.startsWith(store) && !used.has(name));
}

/**
 * Whether an answer is worth keeping as visited.
 * @param {{status: number, type: string, redirected: boolean}} answer
 * @param {string} destination of the request
 */
export function worthKeeping({ status, type, redirected }, destination) {
  return status === 200 && type === "basic" && !redirected && ["document", "script", "style", ""].includes(destination);
}

/**
 * Whether the file says that the worker is to go.
 * @param {unknown} content
 */
export function switchedOff(content) {
  return typeof content === "object" && content !== null && "off" in content && content.off === true;
}
