import assert from "node:assert/strict";
import { test } from "node:test";
import { named, openAround } from "../../docs/assets/js/folds.js";

/**
 * An element below others, as far as folds ask: `fold` where it is one itself.
 * @param {any} parent
 * @param {boolean} [open] given where it is a fold
 */
function element(parent, open) {
  const made = {
    parentElement: parent,
    isFold: open !== undefined,
    open,
    closest() {
      for (let at = made; at; at = at.parentElement) if (at.isFold) return at;
      return null;
    },
  };
  return made;
}

test("every fold around what is looked for opens, and no other", () => {
  const outer = element(null, false);
  const inner = element(element(outer), false);
  const other = element(outer, false);
  assert.equal(openAround(/** @type {any} */ (element(inner))), true);
  assert.deepEqual([outer.open, inner.open, other.open], [true, true, false]);
});

test("what is open already, or in no fold, or nowhere, changes nothing", () => {
  const open = element(null, true);
  assert.equal(openAround(/** @type {any} */ (element(open))), false);
  assert.equal(open.open, true);
  assert.equal(openAround(/** @type {any} */ (element(null))), false);
  assert.equal(openAround(null), false);
});

test("a fragment names an element, in whatever letters", () => {
  const page = { getElementById: (/** @type {string} */ id) => /** @type {any} */ (id ? { id } : null) };
  assert.deepEqual(named("#disputed", page), { id: "disputed" });
  assert.deepEqual(named("#%E8%B2%BB%E7%94%A8", page), { id: "費用" });
  assert.equal(named("", page), null);
  assert.equal(named("#%", page), null);
});
