// The whole guide as files: browsers inside apps save none, and say so where one would be saved.
import { wayOut } from "./way-out.js";
import { words } from "./words.js";

/** Puts the way to a real browser below every paragraph with files to keep; nothing in a real browser. */
export function keepFiles() {
  for (const place of document.querySelectorAll("[data-keep]")) {
    const out = wayOut({ wechat: words.noFileWechat, line: words.noFileLine }, words.openOutside, location.href);
    if (out) place.after(out);
  }
}
