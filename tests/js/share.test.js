// Which language is a reader's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";

const { ownLanguage } = await import("../../docs/assets/js/share/language.js");
const { entryAddress } = await import("../../docs/assets/js/share/share.js");
const { fromHere } = await import("../../docs/assets/js/share/own-language.js");

const OFFERED = ["zh-Hans", "ja-JP", "en-GB"];

test("the first language that is offered", () => {
  assert.equal(ownLanguage(["ko-KR", "ja-JP", "en-US"], OFFERED), "ja-JP");
  assert.equal(ownLanguage(["en-US", "ja-JP"], OFFERED), "en-GB");
});

test("a reader of the other script gets the language, and the script where it is offered", () => {
  assert.equal(ownLanguage(["zh-TW"], OFFERED), "zh-Hans");
  assert.equal(ownLanguage(["zh-TW", "en-US"], [...OFFERED, "zh-Hant"]), "zh-Hant");
  for (const tag of ["zh-HK", "zh-MO", "zh-Hant", "zh-Hant-HK"]) {
    assert.equal(ownLanguage([tag], [...OFFERED, "zh-Hant"]), "zh-Hant");
  }
  for (const tag of ["zh-CN", "zh-SG", "zh"]) {
    assert.equal(ownLanguage([tag], ["zh-Hant", ...OFFERED]), "zh-Hans");
  }
});

test("none where none is the reader's, or what the browser says is no tag", () => {
  assert.equal(ownLanguage(["ko-KR"], OFFERED), null);
  assert.equal(ownLanguage([], OFFERED), null);
  assert.equal(ownLanguage(["C.UTF-8", "*"], OFFERED), null);
});

test("an entry has its short address beside those of its kind, also below a path", () => {
  const page = "https://owner.example/name/en/faq/money/?q=x#top";
  assert.equal(entryAddress("mnp-fee", "../../../q/", page).href, "https://owner.example/name/q/mnp-fee/");
});

test("only a page of the guide is from here", () => {
  assert.ok(fromHere("https://a.example/x/", "https://a.example"));
  assert.ok(!fromHere("", "https://a.example"));
  assert.ok(!fromHere("https://b.example/", "https://a.example"));
});
