// What the worker decides, and what is kept of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  difference,
  due,
  leadOf,
  leftovers,
  pathOf,
  singly,
  switchedOff,
  typeOf,
  unpacked,
  worthKeeping,
} from "../../docs/assets/js/offline/rules.js";
import { isOld, storeOf } from "../../docs/assets/js/offline/store.js";

const SCOPE = "https://owner.example/name/";
const DAY = 86_400_000;

/** @param {string} url @param {string} method @param {string[]} headers */
const asked = (url, method = "GET", headers = []) => pathOf({ method, url, headers: new Set(headers) }, SCOPE);

test("an address is known by its path below the site's root, whatever it asks", () => {
  assert.equal(asked(`${SCOPE}plan/?c=au#top`), "plan/");
  assert.equal(asked(SCOPE), "");
});

test("what is not the guide's, is written or is the worker's own is left alone", () => {
  for (const url of ["https://owner.example/other/", "https://b.example/name/"]) assert.equal(asked(url), null);
  for (const path of ["sw.js", "offline/x.list.json", "assets/offline/switch.json"]) {
    assert.equal(asked(SCOPE + path), null);
  }
  assert.equal(asked(SCOPE, "POST"), null);
  assert.equal(asked(SCOPE, "GET", ["range"]), null);
});

test("what is not saved leads to what is: by the list, or with the slash that was left out", () => {
  const list = { version: "1", files: { "x/a/": "1" }, leads: { "": "x/", "c/a/": "x/a/#b" } };
  assert.deepEqual(["", "c/a/", "c/a", "x/a"].map((path) => leadOf(path, list)), ["x/", "x/a/#b", "x/a/#b", "x/a/"]);
  assert.deepEqual(["x/b", "toString"].map((path) => leadOf(path, list)), [null, null]);
  assert.equal(leadOf("", { version: "1", files: {} }), null);
});

test("what has not changed is taken over, what is new or other is fetched, what is gone is not", () => {
  const { kept, changed } = difference({ a: "1", b: "1", gone: "1" }, { a: "1", b: "2", c: "1" });
  assert.deepEqual([kept, changed], [["a"], ["b", "c"]]);
  assert.deepEqual(difference({}, { a: "1" }).changed, ["a"]);
});

test("a few changes are fetched one by one, many as a pack", () => {
  assert.ok(singly(["a"]));
  assert.ok(!singly(Array.from({ length: 100 }, String)));
});

test("a pack gives back its files; a piece may stand in several, or twice in one", () => {
  const files = unpacked('{"a":[-2],"b/":[1,1,0,1,-1,1,1],"":[]}\0one \0two \0three ');
  assert.deepEqual([...files], [["a", "one two "], ["b/", "two one three two "], ["", ""]]);
  assert.throws(() => unpacked("<!doctype html>"));
});

test("pages and files have their types, others none", () => {
  for (const path of ["", "plan/", "a.b/", "x.html"]) assert.match(String(typeOf(path)), /^text\/html;/);
  assert.match(String(typeOf("assets/a.min.css")), /^text\/css;/);
  assert.equal(typeOf("a.unknown"), undefined);
});

test("a list is asked for once an hour, and after a clock that was wrong", () => {
  const now = 100 * DAY;
  assert.ok(due(undefined, now) && due(now - DAY, now) && due(now + DAY, now));
  assert.ok(!due(now - 60_000, now));
});

test("what a broken install or an old version left is found, and nothing else is", () => {
  const store = storeOf(SCOPE);
  const state = { off: false, languages: { x: { cache: `${store}x new`, version: "new", checked: 0 } } };
  const used = [`${store}state`, `${store}visited`, `${store}x new`, "another site's", storeOf(`${SCOPE}deeper/`)];
  assert.deepEqual(leftovers([...used, `${store}x old`], store, state), [`${store}x old`]);
});

test("only whole answers of this site that a page needs are kept as visited", () => {
  const good = { status: 200, type: "basic", redirected: false };
  assert.ok(worthKeeping(good, "document") && worthKeeping(good, ""));
  assert.ok(!worthKeeping(good, "image"));
  for (const bad of [{ status: 404 }, { status: 206 }, { type: "opaque" }, { redirected: true }]) {
    assert.ok(!worthKeeping({ ...good, ...bad }, "document"));
  }
});

test("only the file's clear word sends the worker away", () => {
  assert.ok(switchedOff({ off: true }));
  for (const other of [{ off: false }, { off: "true" }, {}, null, "off", []]) assert.ok(!switchedOff(other));
});

test("a saved page is old after thirty days", () => {
  assert.ok(!isOld(0, 30 * DAY));
  assert.ok(isOld(0, 30 * DAY + 1));
});
