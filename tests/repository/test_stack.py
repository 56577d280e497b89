"""What is used of MkDocs, Material and static-i18n: listed in maintaining/stack.md, and set as the traps demand."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import material
import pytest
import yaml
from places import ROOT

STACK = (ROOT / "maintaining" / "stack.md").read_text("utf-8")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; of a value of the environment it takes what stands there for want of one."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)
THEME = CONFIG["theme"]
I18N = next(plugin["i18n"] for plugin in CONFIG["plugins"] if "i18n" in plugin)


def _names(entries: list) -> list[str]:
    return [entry if isinstance(entry, str) else next(iter(entry)) for entry in entries]


@pytest.mark.parametrize("name", [*_names(CONFIG["markdown_extensions"]), *THEME["features"]])
def test_what_is_switched_on_is_listed(name):
    assert re.search(rf"^\| `{re.escape(name)}`", STACK, re.M)


def _listed(what: str) -> set[str]:
    row = re.search(rf"^\| {what} ([^|]*)\|", STACK, re.M)
    return set(re.findall(r"`([\w/]+)`", row[1])) if row else set()


def test_the_parts_of_the_theme_that_ours_replace_are_listed():
    templates, ours = Path(material.__file__).parent / "templates", ROOT / "overrides"
    assert _listed("blocks") == set(re.findall(r"{% block (\w+) %}", (ours / "main.html").read_text("utf-8")))
    partials = [file.relative_to(ours / "partials") for file in (ours / "partials").rglob("*.html")]
    replaced = [name for name in partials if (templates / "partials" / name).is_file()]
    assert _listed("partials") == {name.with_suffix("").as_posix() for name in replaced}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", STACK))))
def test_a_test_that_is_named_is_there(name):
    path, _, function = name.partition("::")
    assert f"def {function}{'(' if function else ''}" in (ROOT / path).read_text("utf-8")


def test_the_renderer_is_strict():
    assert CONFIG["strict"] is True
    levels = [level for group in CONFIG["validation"].values() for level in group.values()]
    assert levels and set(levels) == {"warn"}
    renderer = (ROOT / "scripts" / "guide" / "render" / "mkdocs.py").read_text("utf-8")
    assert "strict=True" in renderer and "quiet" not in renderer


def test_the_default_language_comes_first():
    assert [bool(language.get("default")) for language in I18N["languages"]].index(True) == 0
    assert I18N["fallback_to_default"] is True


def test_the_pins_stay_clear_of_the_traps():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = {re.split(r"[=<>]", wanted)[0]: wanted for wanted in project["dependencies"]}
    assert "<2" in pins["mkdocs"] and "<10" in pins["mkdocs-material"]
    assert "mkdocs-static-i18n" in pins, "without the extra [material], which caps Material"
    assert "navigation.instant" not in THEME["features"]


def test_the_features_of_the_theme_are_on_the_page(built):
    home, other = ((built / path).read_text("utf-8") for path in ("index.html", "cancel/index.html"))
    for text in (home, other):
        assert 'class="md-tabs"' in text, "navigation.tabs"
        assert 'rel="next"' in text
        assert "Made with" not in text, "extra.generator"
    hidden = r'<nav class="guide-(?:nav|toc)"[^>]*\shidden'
    assert len(re.findall(hidden, home)) == 2 and not re.search(hidden, other)
