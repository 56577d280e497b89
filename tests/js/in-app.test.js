// Which app's browser a page is in, and the way out of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";

const { inApp, inside, outside } = await import("../../docs/assets/js/in-app.js");

test("an app is known by its name in the user agent", () => {
  assert.equal(inApp("Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.50"), "wechat");
  assert.equal(inApp("Mozilla/5.0 (iPhone) Mobile/15E148 Safari Line/14.1.0"), "line");
  assert.equal(inApp("Mozilla/5.0 (iPhone) Version/17.0 Safari/604.1 Airline/1"), null);
});

test("an address asks for the real browser once, also where it asked before", () => {
  const once = outside("https://a.example/plan/?c=au#x").href;
  assert.equal(once, "https://a.example/plan/?c=au&openExternalBrowser=1#x");
  assert.equal(outside(once).href, once);
});

test("an address to send asks for none, and what else it says stays as it was written", () => {
  assert.equal(inside("https://a.example/plan/?openExternalBrowser=1&c=au#x").href, "https://a.example/plan/?c=au#x");
  assert.equal(inside("https://a.example/plan/?openExternalBrowser=1").href, "https://a.example/plan/");
  assert.equal(inside("https://a.example/plan/?c=au,povo%20x").href, "https://a.example/plan/?c=au,povo%20x");
});
