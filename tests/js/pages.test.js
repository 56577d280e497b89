import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import "./page.js";

const { sectionAddress } = await import("../../docs/assets/js/copy-links.js");
const { fits, languagesOf } = await import("../../docs/assets/js/carriers-filter.js");
const { paired } = await import("../../docs/assets/js/paired.js");
const { moved, ofInputMethod } = await import("../../docs/assets/js/search/field.js");
const { themeToggle } = await import("../../docs/assets/js/theme-toggle.js");

test("the address of a section is that of the page, without a query", () => {
  assert.equal(sectionAddress("costs", "https://example.org/a/?q=x#y").href, "https://example.org/a/#costs");
  assert.equal(sectionAddress("費用", "https://example.org/").hash, "#%E8%B2%BB%E7%94%A8");
});

const carrier = { name: "albatross wireless", languages: ["One", "Two"], ways: [true, false] };
const anything = { name: "", language: "", ways: [false, false] };

test("the filter shows all carriers until something is chosen", () => {
  assert.ok(fits(carrier, anything));
});

test("the filter asks for all that is chosen", () => {
  assert.ok(fits(carrier, { name: "wire", language: "Two", ways: [true, false] }));
  assert.ok(!fits(carrier, { ...anything, ways: [true, true] }));
  assert.ok(!fits(carrier, { ...anything, language: "Three" }));
  assert.ok(!fits(carrier, { ...anything, name: "bittern" }));
});

test("the menu of languages has each once", () => {
  const languages = [["One", "Two"], ["Two", "Three"], [], ["One"]].map((languages) => ({ ...carrier, languages }));
  assert.deepEqual(languagesOf(languages), ["One", "Two", "Three"]);
});

test("a name and what belongs to it are joined as the language does", () => {
  assert.equal(paired("a", "b $& #"), "a=b $& #");
});

test("the arrows go round through the options and the field", () => {
  const places = [-1];
  for (let step = 0; step < 4; step++) places.push(moved(places[step], 1, 3));
  assert.deepEqual(places, [-1, 0, 1, 2, -1]);
  assert.equal(moved(-1, -1, 3), 2);
  assert.equal(moved(0, -1, 3), -1);
});

/** @param {boolean} closed whether storage may be used */
function themed(closed) {
  /** @type {(() => void)[]} */
  const clicks = [];
  const button = {
    hidden: true,
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ act) => clicks.push(act),
  };
  const body = { dataset: { mdColorScheme: "default" } };
  const root = { lang: "", dataset: { scheme: "default" } };
  /** @type {Map<string, string>} */
  const stored = new Map();
  const localStorage = {
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => {
      if (closed) throw new Error("closed");
      stored.set(key, value);
    },
  };
  for (
    const [name, value] of Object.entries({
      document: { body, documentElement: root, querySelector: () => button },
      localStorage,
    })
  ) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  themeToggle();
  return {
    button,
    click: () => clicks.forEach((act) => act()),
    scheme: () => [body.dataset.mdColorScheme, root.dataset.scheme],
    stored,
  };
}

test("the button appears, switches to and fro, and remembers", () => {
  const { button, click, scheme, stored } = themed(false);
  assert.equal(button.hidden, false);
  click();
  assert.deepEqual([scheme(), [...stored.values()]], [["slate", "slate"], ["slate"]]);
  click();
  assert.deepEqual([scheme(), [...stored.values()]], [["default", "default"], ["default"]]);
});

test("the button works where nothing can be remembered", () => {
  const { click, scheme } = themed(true);
  click();
  assert.deepEqual(scheme(), ["slate", "slate"]);
});

/**
 * The scheme that a page gets before it is painted.
 * @param {string | null} chosen
 * @param {boolean} dark
 * @param {boolean} [closed]
 */
function firstScheme(chosen, dark, closed = false) {
  const documentElement = { dataset: { scheme: "" }, classList: { replace() {} } };
  runInNewContext(readFileSync(new URL("../../docs/assets/js/scheme.js", import.meta.url), "utf8"), {
    document: { documentElement, body: null },
    matchMedia: () => ({ matches: dark, addEventListener() {} }),
    localStorage: {
      getItem() {
        if (closed) throw new Error("closed");
        return chosen;
      },
    },
    MutationObserver: class {
      observe() {}
    },
  });
  return documentElement.dataset.scheme;
}

test("the reader's choice comes before the system's", () => {
  assert.equal(firstScheme(null, true), "slate");
  assert.equal(firstScheme(null, false), "default");
  assert.equal(firstScheme("default", true), "default");
  assert.equal(firstScheme("slate", false), "slate");
  assert.equal(firstScheme("slate", false, true), "default");
});

test("keys of an input method, also the one that ends a conversion in Safari", () => {
  assert.ok(ofInputMethod({ isComposing: true, keyCode: 13 }));
  assert.ok(ofInputMethod({ isComposing: false, keyCode: 229 }));
  assert.ok(!ofInputMethod({ isComposing: false, keyCode: 13 }));
});
