"""What readers get of the scripts."""

from __future__ import annotations

import pytest
from guide.render.scripts import FOLDER, without_comments
from places import ROOT

SCRIPTS = sorted((ROOT / "docs" / FOLDER).rglob("*.js"))
SCRIPT = """// What it does.
import { a } from "./a.js"; // kept
/** One line. */
const address = "https://example.org/"; /** kept */
/**
 * Several lines.
 * @param {string} text
 */
function show(text) {
  // Why.
  /** @type {string} */ (text).trim();
  return /\\/\\*\\*/.test(text);
}
"""


def test_whole_lines_of_comment_go_and_nothing_else():
    assert (
        without_comments(SCRIPT)
        == """import { a } from "./a.js"; // kept
const address = "https://example.org/"; /** kept */
function show(text) {
  /** @type {string} */ (text).trim();
  return /\\/\\*\\*/.test(text);
}
"""
    )


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_no_statement_of_a_script_is_lost(file):
    script = file.read_text("utf-8")
    kept = without_comments(script).splitlines()
    assert kept and len(kept) < len(script.splitlines())
    comments = [line for line in script.splitlines() if line not in set(kept)]
    assert [line for line in comments if not line.strip().startswith(("//", "/**", "*"))] == []
