import assert from "node:assert/strict";
import { test } from "node:test";
import { spares } from "../../docs/assets/js/connection.js";
import { ahead } from "../../docs/assets/js/next-page.js";

const HERE = "https://guide.example/en/a/?q=1#x";

test("only another page of the site is fetched ahead", () => {
  assert.equal(ahead("https://guide.example/en/b/#part", HERE), "https://guide.example/en/b/");
  assert.equal(ahead("https://guide.example/en/a/#part", HERE), null);
  assert.equal(ahead("https://other.example/en/b/", HERE), null);
  assert.equal(ahead("https://guide.example/feed.xml", HERE), null);
  assert.equal(ahead("tel:0120", HERE), null);
  assert.equal(ahead("", HERE), null);
});

test("nothing is fetched ahead where the reader saves data, or the network is very slow", () => {
  assert.equal(spares(undefined), true);
  assert.equal(spares({ effectiveType: "4g" }), true);
  assert.equal(spares({ effectiveType: "4g", saveData: true }), false);
  assert.equal(spares({ effectiveType: "slow-2g" }), false);
});
