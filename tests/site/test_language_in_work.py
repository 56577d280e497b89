"""A fourth language with three pages and a tenth of the words: it builds, and the check says what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from guide.expand import read_tree
from guide.expand.inline import plain
from guide.expand.output import EXPANDED, write_tree
from guide.languages import FOR_RULES, IN_WORK
from guide.model.language import paths
from guide.render.checks import read_html
from guide.tree.missing import LINES, missing
from guide.tree.tree import Tree
from places import ADDRESSES, LANGUAGES, ROOT
from trees import real_copy

CODE, NAME = "ko", "한국어"
CARRIER = min(path.stem for path in (ROOT / "docs" / "_data" / "carriers").glob("*.yml"))
PAGES = ("index.md", "cancel/shop.md", f"carriers/{CARRIER}.md")
NOTICE = "아직 번역되지 않은 페이지입니다."


def _words(default) -> dict:
    """About a tenth of the words, each told from that of the default language."""
    found: dict = {"tag": CODE, "name": NAME, "short": NAME, "status": "in-work"}
    for path in [*list(paths())[::11], ("frame", "untranslated"), ("site", "name")]:
        word = default.words.get(".".join(path))
        # One that is only signs is of a form that words would break.
        if len(path) > 1 and isinstance(word, str) and re.search(r"\w", word):
            found.setdefault(path[0], {})[path[1]] = f"한 {word}"
    return found | {"frame": {**found["frame"], "untranslated": NOTICE}}


def _begin(root: Path, pages: tuple[str, ...]) -> None:
    """Write the language into the tree at ``root``."""
    config = root / "mkdocs.yml"
    listed = re.compile(r"^( +- \{locale: .*)\n(?! +- \{locale)", re.M)
    text, times = listed.subn(rf"\1\n        - {{locale: {CODE}, name: {CODE}}}\n", config.read_text("utf-8"))
    assert times == 1
    config.write_text(text, "utf-8")
    default = next(language for language in LANGUAGES if language.default)
    words = yaml.safe_dump(_words(default), allow_unicode=True, sort_keys=False)
    (root / "docs" / "_data" / "languages" / f"{CODE}.yml").write_text(words, "utf-8")
    for name in pages:
        page = root / "docs" / CODE / name
        page.parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "docs" / default.code / name).read_text("utf-8")
        page.write_text(re.sub(r"^# ", f"# {NAME} ", text, count=1, flags=re.M), "utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The real tree with the language in work."""
    root = real_copy(tmp_path_factory.mktemp("in-work"))
    before = _contents(root)
    _begin(root, PAGES[:1])
    after = _contents(root)
    assert len(after.items() - before.items()) <= 3
    _begin_pages(root)
    # What a remark changes is read again: a language's code among the words of another is no text in it.
    for words in (root / "docs" / "_data" / "languages").glob("*.yml"):
        words.write_text(words.read_text("utf-8") + "# A remark.\n", "utf-8")
    return root


def _begin_pages(root: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", root)
    _begin(root, PAGES)


def _contents(root: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def tree(copy) -> Tree:
    """The copy, read once."""
    return read_tree(copy)


@pytest.fixture(scope="module")
def site(copy, tree) -> Path:
    """The pages of the language, rendered with its words; of the others only the default language."""
    config = copy / "mkdocs.yml"
    whole = config.read_text("utf-8")
    others = [language.code for language in LANGUAGES if not language.default]
    text = whole
    for code in others:
        text = text.replace(f"{{locale: {code}, name: {code}}}", f"{{locale: {code}, name: {code}, build: false}}")
    config.write_text(text, "utf-8")
    write_tree(tree, copy / EXPANDED)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(copy / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESSES["root"]}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    config.write_text(whole, "utf-8")
    assert done.returncode == 0, done.stderr[-4000:]
    return copy / "site"


def _rendered(site: Path, name: str) -> str:
    return (site / CODE / name.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8")


def test_every_page_is_there(site, tree):
    for name in tree.names:
        html = _rendered(site, name)
        assert read_html(name, html).language == CODE
        assert (NOTICE in html) == (name not in PAGES), name


def test_a_page_of_its_own_has_its_words_and_no_notice(site):
    html = _rendered(site, PAGES[1])
    assert f"{NAME} " in html and "guide-untranslated" not in html
    default = next(language for language in LANGUAGES if language.default)
    assert f"한 {default.word('site.name')}" in html


def test_a_carrier_whose_texts_are_missing_is_told_in_the_default_language(site, tree):
    answer = tree.carriers[CARRIER].record.answer
    assert CODE not in answer
    html = _rendered(site, PAGES[2])
    default = next(language for language in LANGUAGES if language.default)
    assert default.word("labels.official") in html
    assert read_html("x", html).description.split("。")[0] in plain(answer[default.code])


def test_a_page_that_stands_in_says_which_language_it_is_in(site, copy):
    default = next(language for language in LANGUAGES if language.default)
    html = _rendered(site, "cancel/phone.md")
    assert f'<p class="admonition-title">{NOTICE}</p>\n</div>\n<div lang="{default.tag}">' in html


def test_the_check_tells_what_is_missing_and_finds_no_fault_in_it(copy, tree):
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "check", "--root", str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    told = [line for line in done.stdout.splitlines() if re.match(rf"{CODE} |    (?:\d+|…) ", line)]
    assert told == missing(tree) and 3 < len(told) <= LINES
    lacking = len(tree.names) - len(PAGES)
    assert told[0].startswith(f"{CODE} {NAME} is in work: {lacking} of {len(tree.names)} pages")
    # Its pages are the default language's word for word, which is another fault; no page or text is called missing.
    codes = {match[1] for line in done.stdout.splitlines() if (match := re.match(r"(?!docs/ko/).*: error (\w+)", line))}
    assert codes == set(), done.stdout
    assert "TR001" not in done.stdout and "FS001" not in done.stdout


def test_words_that_only_rules_read_are_not_called_shown_in_another_language(tree, monkeypatch):
    default = tree.language(tree.config.default.code)
    shown = {key: word for key, word in default.words.items() if key.partition(".")[0] not in FOR_RULES}
    monkeypatch.setattr(tree.language(CODE), "words", {**shown, "status": IN_WORK})
    told = missing(tree)
    assert re.search(r"\b0 of \d+ words", told[0]) and not [line for line in told if re.match(r" +\d+ words?:", line)]
    lists = len(default.words) - len(shown)
    assert [line for line in told if line.startswith(f"    {lists} lists that only rules read")]


def test_released_languages_are_not_excused(tree, real_tree):
    assert [language.code for language in tree.in_work] == [CODE]
    assert missing(real_tree) == []
