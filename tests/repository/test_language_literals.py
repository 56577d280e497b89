"""No language of the guide is named in code, templates or scripts outside the room of the languages."""

from __future__ import annotations

import ast
import re

import pytest
from places import LANGUAGES, ROOT

NAMES = {name for language in LANGUAGES for name in (language.code, language.tag)}
ROOM = ROOT / "scripts" / "guide" / "languages"
PYTHON = sorted(path for path in (ROOT / "scripts").rglob("*.py") if not path.is_relative_to(ROOM))
SCRIPTS = sorted([*(ROOT / "docs" / "assets" / "js").rglob("*.js"), *(ROOT / "scripts").rglob("*.js")])
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
_WORD = "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
_QUOTED = re.compile(rf"([\"'`])(?:{_WORD})\1")
_KEY_OR_FIELD = re.compile(rf"(?<![\w.\"'-])(?:{_WORD})\s*:(?!:)|(?<=\.)(?:{_WORD})\b(?!\.)")
# In a regular expression too, e.g. to ask for the language of the page.
_PATTERN = re.compile(rf"/\^?(?:{_WORD})(?:\\b|\$|/)")
# What joins two words is another sign in other languages: words.js and the data of the plan have them.
_JOINT = re.compile(r"\}(?:: | \(|, )\$\{|` \(\$\{|\}: \{\{")
_LINE_COMMENT = re.compile(r"^\s*//.*$", re.M)
_TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}", re.S)


def in_python(text: str) -> list[int]:
    """Lines on which a string, an attribute, a keyword or a field is a language."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant):
            name = node.value
        elif isinstance(node, ast.Attribute):
            name = node.attr
        elif isinstance(node, ast.keyword):
            name = node.arg
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        else:
            continue
        if isinstance(name, str) and name in NAMES:
            found.append(node.lineno)
    return found


def in_script(text: str) -> list[str]:
    """Strings, keys and fields of JavaScript that are a language."""
    text = _LINE_COMMENT.sub("", text)
    return [match[0] for pattern in (_QUOTED, _KEY_OR_FIELD, _PATTERN) for match in pattern.finditer(text)]


def in_template(text: str) -> list[str]:
    """Strings of a template that are a language."""
    return [match[0] for match in _QUOTED.finditer(_TEMPLATE_COMMENT.sub("", text))]


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_names_no_language(path):
    assert in_python(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scripts_name_no_language(path):
    assert in_script(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_templates_name_no_language(path):
    assert in_template(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [*SCRIPTS, *TEMPLATES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_joins_words_is_the_languages(path):
    assert _JOINT.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("code", sorted(NAMES))
def test_each_way_to_name_one_is_seen(code):
    assert in_python(f"x = {{{code!r}: 1}}") == [1]
    # Behind a comment, as every script begins with one.
    assert in_script(f'// About.\nelement.lang = "{code}";') and in_script(f"// About.\nconst a = `{code}`;")
    assert in_script(f"// About.\nif (/^{code}\\b/.test(lang)) act();")
    assert in_template(f"<html lang=\"{code}\">{{% if a == '{code}' %}}")
    if code.isidentifier():
        assert in_python(f"a.{code}") == in_python(f"f({code}=1)") == [1]
        assert in_python(f"class A:\n    {code}: str") == [2]
        assert in_script(f"const WORDS = {{ {code}: 1 }};") and in_script(f"WORDS.{code}")


def test_nothing_else_is_taken_for_one():
    code = LANGUAGES[0].code
    assert in_python(f'"""About {code}."""\nx = "{code}x"') == []
    assert in_script(f'// "{code}"\nimport "./{code}x.js"; // {code}') == []
    assert in_template(f'{{% import "partials/{code}.html" as words %}}') == []
