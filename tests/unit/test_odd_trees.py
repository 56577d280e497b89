"""Slips of a tired editor: each is told by its code in the file where it was made, and nothing falls over."""

import re

import pytest
from guide.cli import main
from guide.expand import read_tree
from guide.rules import run_rules
from trees import TODAY, WORDS, base_languages, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

FIRST, SECOND = base_languages()[:2]
RECORD = "docs/_data/carriers/docomo.yml"
PAGE = f"docs/{FIRST}/about/index.md"
SOURCES = "docs/_data/sources/docomo.yml"
OTHER = "docs/_data/carriers/ahamo.yml"


def _replaced(path, old, new):
    def edit(root):
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def _without_text(path, fact):
    def edit(root):
        text, count = re.subn(rf"(id: {fact}\n +text: ).*", r"\1{}", (root / path).read_text("utf-8"))
        assert count == 1
        (root / path).write_text(text, "utf-8")

    return edit


def _without_language(code):
    def edit(root):
        text, count = re.subn(rf" *- locale: {code}\n(?: {{10}}.*\n)*", "", (root / "mkdocs.yml").read_text("utf-8"))
        assert count == 1
        (root / "mkdocs.yml").write_text(text, "utf-8")

    return edit


def _added(path, text):
    return lambda root: (root / path).write_text((root / path).read_text("utf-8") + text, "utf-8")


def _renamed(path, name):
    return lambda root: (root / path).rename((root / path).with_name(name))


ODD = {
    "a number that is its own address": (
        _replaced(RECORD, "number: 0120-800-000", 'number: "{=docomo.contacts.support.number}"'),
        ("FS011", RECORD),
    ),
    "a fact that is its own address": (
        _replaced(RECORD, "{=.facts.early-fee}", "{=.facts.early-fee.text}"),
        ("FS011", RECORD),
    ),
    "two numbers in one": (
        _replaced(RECORD, "number: 0120-800-000", 'number: "{=ahamo.contacts.a.number}{=ahamo.contacts.b.number}"'),
        ("FS011", RECORD),
    ),
    "an hour in wide digits": (_replaced(RECORD, '"09:00"', '"0９:00"'), ("CT003", RECORD)),
    "a day in wide digits": (_replaced(RECORD, "2025-03-01", "２０25-03-01"), ("FS001", RECORD)),
    "hour 25": (_replaced(RECORD, '"09:00"', '"25:00"'), ("CT003", RECORD)),
    "an hour without quotation marks": (_replaced(RECORD, '"09:00"', "9:00"), ("CT003", RECORD)),
    "an unknown key": (_replaced(RECORD, "kind: mno", "kinds: mno"), ("FS001", RECORD)),
    "a key twice": (_added(RECORD, "id: docomo\n"), ("FS000", RECORD)),
    "the name of another file": (_replaced(RECORD, "id: docomo", "id: ahamo"), ("FS002", RECORD)),
    "a record under another name": (_renamed(RECORD, "ahamo.yml"), ("FS002", OTHER)),
    "a record with the ending of others": (
        _renamed(RECORD, "docomo.yaml"),
        ("FS000", "docs/_data/carriers/docomo.yaml"),
    ),
    "a record with the ending of a page": (
        _renamed(RECORD, "docomo.md"),
        ("NV002", f"docs/{FIRST}/carriers/docomo.md"),
    ),
    "a page gone in one language": (
        lambda root: (root / f"docs/{SECOND}/about/index.md").unlink(),
        ("TR001", PAGE),
    ),
    "a page gone in all": (
        lambda root: [(root / f"docs/{code}/about/index.md").unlink() for code in base_languages()],
        ("NV001", "mkdocs.yml"),
    ),
    "a note that nobody declares": (_added(PAGE, "\n句[^none]\n"), ("FS003", PAGE)),
    "a note that has no end": (_added(PAGE, "\n句[^none\n"), None),
    "a note that is empty": (_added(PAGE, "\n句[^]\n"), None),
    "a value that is no address": (_added(PAGE, "\n{=}{=.}{=..}{=docomo..}{=docomo.contacts.0}{!}\n"), ("FS011", PAGE)),
    "a block in a block": (_added(PAGE, "\n<!-- block:carrier <!-- block:carrier docomo --> -->\n"), ("NV002", PAGE)),
    "a block with too many words": (_added(PAGE, "\n<!-- block:carrier a b c d e f -->\n"), ("NV002", PAGE)),
    "a block of nobody": (_added(PAGE, "\n<!-- block:carrier nobody -->\n"), ("NV002", PAGE)),
    "the block of a carrier on another page": (_added(PAGE, "\n<!-- block:carrier docomo -->\n"), None),
    "two records in one": (_added(RECORD, "---\nid: ahamo\n"), ("FS000", RECORD)),
    "an empty list where a text is meant": (_replaced(RECORD, "kind: mno", "kind: []"), ("FS001", RECORD)),
    "a text where a list is meant": (
        _replaced(RECORD, "aliases: [ドコモ, 都科摩]", "aliases: ドコモ"),
        ("FS001", RECORD),
    ),
    "a negative sum": (_replaced(RECORD, "amount_jpy: 1100", "amount_jpy: -1100"), ("FS001", RECORD)),
    "a sum with a comma": (_replaced(RECORD, "amount_jpy: 1100", "amount_jpy: 1,100"), ("FS001", RECORD)),
    "a sum without a text": (_without_text(RECORD, "early-fee"), ("FS001", RECORD)),
    "a sum without end": (_replaced(RECORD, "amount_jpy: 1100", f"amount_jpy: {'9' * 5000}"), ("FS001", RECORD)),
    "a year without end": (_replaced(SOURCES, "2026-11-01", "99999-11-01"), ("FS001", SOURCES)),
    "the last day of all": (_replaced(SOURCES, "2026-11-01", "9999-12-31"), ("FS001", SOURCES)),
    "a language twice": (_replaced("mkdocs.yml", "locale: ja", "locale: zh"), None),
    "a language of no letters": (_replaced("mkdocs.yml", "locale: ja", "locale: ../ja"), None),
    "a language without a code": (_replaced("mkdocs.yml", "- locale: ja\n          name", "- name"), None),
    **{
        f"{code} is offered no more": (_without_language(code), ("NV080", f"{WORDS}/{code}.yml"))
        for code in base_languages()[1:]
    },
    "a page of the navigation outside": (
        _replaced("mkdocs.yml", "about/index.md", "../../about/index.md"),
        ("NV001", "mkdocs.yml"),
    ),
    "a folder for a page": (lambda root: (root / f"docs/{FIRST}/odd.md").mkdir(), ("FS000", f"docs/{FIRST}/odd.md")),
    "words with braces": (_replaced(RECORD, "My docomo, url", "'{0} {name} %s', url"), None),
}


@pytest.mark.parametrize("name", ODD)
def test_a_slip_is_told_where_it_was_made(name, tmp_path, capsys):
    root = base_tree(tmp_path)
    edit, wanted = ODD[name]
    edit(root)
    assert main(["check", "--root", str(root), "--today", str(TODAY)]) in (0, 1, 2)
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    if wanted:
        found = {
            (finding.code, finding.position.path) for finding in run_rules(read_tree(root, TODAY)) if not finding.cause
        }
        assert wanted in found, found
