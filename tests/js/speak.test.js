// Which voice reads the Japanese sentences.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";

const { voiceFor } = await import("../../docs/assets/js/speak.js");

/** @param {string} lang */
const voice = (lang, localService = true) => ({ lang, localService });

test("only a voice of the language reads it, however the device writes its name", () => {
  assert.equal(voiceFor([voice("xx-YY"), voice("yyy")], "yy"), undefined);
  assert.equal(voiceFor([voice("xx-YY"), voice("yy_ZZ")], "yy")?.lang, "yy_ZZ");
  assert.equal(voiceFor([], "yy"), undefined);
});

test("one that works without network comes first", () => {
  assert.equal(voiceFor([voice("yy-AA", false), voice("yy-BB")], "yy")?.lang, "yy-BB");
  assert.equal(voiceFor([voice("yy-AA", false)], "yy")?.lang, "yy-AA");
});
