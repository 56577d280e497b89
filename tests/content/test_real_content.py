"""The whole validator on the real guide: every file is read, and no rule finds anything."""

import dataclasses

from guide.commands.check import checked_words
from guide.report import as_text
from guide.rules import run_rules
from guide.tree.layout import DATA, DOCS


def test_every_file_is_read(real_tree, root):
    assert real_tree.unreadable == []
    languages = [language.code for language in real_tree.languages]
    assert set(languages) == {path.parent.name for path in (root / DOCS).glob("*/index.md")}
    pages = {path.relative_to(root).as_posix() for code in languages for path in (root / DOCS / code).rglob("*.md")}
    assert {page.path for page in real_tree.pages.values()} == pages
    records = {path.relative_to(root).as_posix() for path in (root / DATA).rglob("*.yml")}
    assert {item.path for item in real_tree.loaded} == records


def test_no_rule_finds_anything(real_tree):
    # The age of the sources is told on the day of the newest one, so that the calendar alone turns no test red;
    # a day that lies ahead is still found. The weekly job looks at the age.
    newest = max(place.source.seen for place in real_tree.source_places)
    tree = dataclasses.replace(real_tree, today=min(real_tree.today, newest))
    findings = run_rules(tree)
    assert not findings, "\n" + as_text(findings, checked_words(tree))
