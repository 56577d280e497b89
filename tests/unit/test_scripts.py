"""What readers get of the scripts."""

from __future__ import annotations

import re
import shutil
from types import SimpleNamespace

import pytest
from guide.render.scripts import (
    FIRST,
    FOLDER,
    gather_scripts,
    gathered,
    strip_comments,
    with_its_words,
    without_comments,
    without_space,
)
from guide.render.unsent import NotSent, as_finding
from guide.render.words import SCRIPT as SCRIPT_OF_WORDS
from guide.render.words import words_module
from places import LANGUAGES, ROOT

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


def test_whole_lines_of_comment_and_types_go_and_nothing_else():
    assert (
        without_comments(SCRIPT)
        == """import { a } from "./a.js"; // kept
const address = "https://example.org/"; /** kept */
function show(text) {
  (text).trim();
  return /\\/\\*\\*/.test(text);
}
"""
    )


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_no_statement_of_a_script_is_lost(file):
    script = file.read_text("utf-8")
    kept = without_comments(script).splitlines()
    assert kept and len(kept) < len(script.splitlines())
    said = [re.sub(r"/\*\* @type .*?\*/ ?", "", line) for line in script.splitlines()]
    comments = [line for line in said if line not in set(kept) and line.strip()]
    assert [line for line in comments if not line.strip().startswith(("//", "/**", "*"))] == []


def test_indents_and_empty_lines_go_where_no_text_holds_them():
    assert without_space("a(\n  `b  c`,\n\n);\n") == "a(\n`b  c`,\n);\n"
    text = "a(`\n  b\n\n`);\n"
    assert without_space(text) == text


MODULES = {
    "first.js": 'import { a } from "./a.js";\nimport { b, c } from "./b.js";\na(b, c, () => import("./later.js"));\n',
    "a.js": 'import { b } from "./b.js";\nexport function a(...all) {\n  return [b, all];\n}\n',
    "b.js": "export const b = 1;\nexport const c = 2;\n",
}


def test_the_first_script_holds_what_it_imports_once_and_in_order():
    expected = """export const b = 1;
export const c = 2;
export function a(...all) {
  return [b, all];
}
a(b, c, () => import("./later.js"));
""".replace("export ", "")
    assert gathered("first.js", MODULES) == (expected, set(MODULES))


def test_a_script_that_is_called_for_exports_what_it_did_and_names_what_stands_beside_it():
    modules = {
        "deep/first.js": 'import {\n  a,\n} from "../a.js";\nexport const own = () => [a, import("./later.js")];\n',
        "a.js": 'export const a = () => called("./deep/b.js");\n',
    }
    whole, _ = gathered("deep/first.js", modules)
    assert whole == 'const a = () => called("./b.js");\nexport const own = () => [a, import("./later.js")];\n'


def test_modules_of_other_folders_are_found_and_import_later_what_stands_beside_them():
    modules = {
        "first.js": 'import { a } from "./deep/a.js";\na();\n',
        "deep/a.js": 'import { b } from "../b.js";\nexport const a = [b, import("./later.js"), import("../c.js")];\n',
        "b.js": "export const b = 1;\n",
    }
    whole, _ = gathered("first.js", modules)
    assert whole == 'const b = 1;\nconst a = [b, import("./deep/later.js"), import("./c.js")];\na();\n'


def test_of_all_words_a_script_keeps_those_that_it_shows():
    module = words_module(LANGUAGES)
    script = module + "alert(words.copy, wordsOf(own).inOwnLanguage);\n"
    kept = with_its_words(script)
    assert kept.count('"copy":') == kept.count('"inOwnLanguage":') == module.count('"copy":') > 0
    assert '"filter":' in module and '"filter":' not in kept
    assert kept.endswith(script.partition("};")[2])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('import * as all from "./b.js";', "import \\* as all"),
        ('import { b as d } from "./b.js";', "import { b as d }"),
        ('import { gone } from "./gone.js";', f"there is no {FOLDER}/gone.js"),
        ('const later = () => import("./gone.js");', f"there is no {FOLDER}/gone.js"),
        ("export default 1;", "export default"),
        ("const c = 3;", "c is declared in b.js too"),
    ],
)
def test_what_cannot_be_put_into_one_file_is_told_with_its_line(line, said, tmp_path):
    docs, site = tmp_path / "docs" / FOLDER, tmp_path / "site"
    for folder in (docs, site / FOLDER):
        folder.mkdir(parents=True)
        for name, text in {FIRST: 'import { a } from "./a.js";\na();\n', **MODULES, "later.js": "\n"}.items():
            (folder / name).write_text(f"// What it is for.\n{text}{line if name == 'a.js' else ''}\n")
    strip_comments(site)
    with pytest.raises(NotSent, match=said) as caught:
        gather_scripts(site)
    place = as_finding(SimpleNamespace(root=tmp_path), caught.value).position
    lines = (tmp_path / place.path).read_text().split("\n")
    assert place.path == f"docs/{FOLDER}/a.js" and lines[place.line - 1] == line


def test_each_script_that_is_asked_for_is_one_file(tmp_path):
    shutil.copytree(ROOT / "docs" / FOLDER, tmp_path / FOLDER)
    (tmp_path / SCRIPT_OF_WORDS).write_text(words_module(LANGUAGES), encoding="utf-8")
    strip_comments(tmp_path)
    gather_scripts(tmp_path)
    there = {file.relative_to(tmp_path / FOLDER).as_posix(): file.read_text("utf-8") for file in tmp_path.rglob("*.js")}
    assert 'called("./search/field.js")' in there[FIRST] and 'called("./engine.js")' in there["search/field.js"]
    imported = {name for name, text in there.items() if re.search(r"^import\b(?!\()", text, re.M)}
    # The worker is joined elsewhere, and what a page holds itself imports nothing.
    assert imported <= {"offline/worker.js"}
    assert "words.js" not in there and "dom.js" not in there
