import assert from "node:assert/strict";
import { before, test } from "node:test";
import { tables as made } from "./guide.js";

/** @type {Awaited<ReturnType<typeof made>>} */
let tables;
before(async () => {
  tables = await made();
});

/** @param {string} term @param {string} id */
function prominence(term, id) {
  const list = tables.postings.get(term) ?? [];
  for (let place = 0; place < list.length; place += 2) {
    if (tables.sections[list[place]].id === id) return list[place + 1];
  }
  return 0;
}

test("a word in a heading is more prominent than in a text, and never fully", () => {
  assert.ok(prominence("lantern", "lantern-fee") > prominence("lantern", "start"));
  assert.ok(prominence("lantern", "lantern-fee") < 1);
  assert.ok(prominence("lantern", "start") > 0);
  assert.equal(prominence("lantern", "money"), 0);
});

test("a word says less in a long text than in a short one", () => {
  const [long, short] = ["lantern-fee", "costs"].map((id) => tables.sections.find((section) => section.id === id));
  assert.ok(long && short && long.text.length > short.text.length);
  assert.ok(prominence("depend", "lantern-fee") < prominence("noth", "costs"));
});

test("the sections of a page have its title, with less weight", () => {
  assert.ok(prominence("money", "money") > prominence("money", "lantern-fee"));
  assert.ok(prominence("money", "lantern-fee") > 0);
});

test("an address leads to its section", () => {
  assert.ok(prominence("deposit", "deposit") > prominence("spr", "deposit"));
});

test("rare words tell more", () => {
  assert.ok(tables.worth("kit") > tables.worth("lantern"));
  assert.ok(tables.worth("zeppelin") > tables.worth("kit"));
});

test("what a group of words is about is known by section", () => {
  const about = [...tables.about.values()].flat().map((section) => tables.sections[section].id);
  assert.deepEqual(new Set(about), new Set(["costs", "lantern-fee"]));
});
