"""What the rules and the checks of the built site say of themselves, and their list in ``maintaining/rules.md``."""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from pathlib import Path
from typing import NamedTuple

from ..render.codes import SITE_CHECKS
from ..rules import RULES
from ..rules.families import FAMILIES, SAVES, saved_from
from ..source import marked
from ..source.marked import NoPlace
from ..source.writing import write_edited
from ..tree.kinds import KINDS
from . import CLEAN, FINDINGS, MISUSE

FILE = "maintaining/rules.md"
OPEN, CLOSE = "<!-- rules -->", "<!-- /rules -->"
_WHY = re.compile(r"^Why: (.*?)\n(?=Fix: )", re.M | re.S)


class Entry(NamedTuple):
    """A rule or a check of the built site."""

    code: str
    slug: str
    text: str
    saves: str
    """What it saves the reader from: a key of ``SAVES``."""

    @property
    def first_line(self) -> str:
        """What it finds, in one sentence."""
        return self.text.split("\n", 1)[0]

    @property
    def why(self) -> str:
        """Why it matters, in one sentence on one line."""
        words = " ".join(_WHY.findall(self.text)[0].split())
        return words[0].upper() + words[1:]


def entries() -> list[Entry]:
    """All rules and checks of the built site, by code."""
    rules = [_entry(rule.CODE, rule.SLUG, rule.__doc__, getattr(rule, "SAVES", None)) for rule in RULES]
    return sorted(rules + [_entry(check.code, check.slug, check.text, check.saves) for check in SITE_CHECKS])


def _entry(code: str, slug: str, text: str | None, saves: str | None) -> Entry:
    return Entry(code, slug, inspect.cleandoc(text or ""), saved_from(code, saves))


def listing() -> str:
    """All of them as Markdown: the families, then a heading and a table for each thing they save the reader from."""
    families = [f"{code} {family.name}" for code, family in FAMILIES.items()]
    head = f"The first two letters of a code are its family: {', '.join(families)}."
    return "\n\n".join([head, *(_group(key, words) for key, words in SAVES.items()), _kinds()])


def _kinds() -> str:
    """What FS029, TR069 and TR005 can tell of a change, as a table."""
    rows = [f"| {name} | {_cell(about)} |" for name, about in KINDS.items()]
    head = ["| kind | what changed |", "| --- | --- |"]
    return "\n".join(["## Kinds of change, the gravest first", "", *head, *rows])


def _group(key: str, words: str) -> str:
    rows = [
        f"| {entry.code} | {entry.slug} | {_cell(entry.first_line)} | {_cell(entry.why)} |"
        for entry in entries()
        if entry.saves == key
    ]
    head = ["| code | name | what it finds | why it matters |", "| --- | --- | --- | --- |"]
    return "\n".join([f"## Saves the reader from {words}", "", *head, *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def rewritten(text: str) -> str:
    """A text with the list of today between its markers.

    Raises:
        NoPlace: where the markers are missing, or stand in the wrong order.
    """
    return marked.rewritten(text, OPEN, CLOSE, listing(), FILE)


def stale(root: Path) -> str | None:
    """The fresh text of the list below ``root``; None where it is up to date.

    Raises:
        NoPlace: where the file or its markers are missing.
    """
    file = root / FILE
    if not file.is_file():
        raise NoPlace(f"{file} is missing")
    text = file.read_text(encoding="utf-8")
    fresh = rewritten(text)
    return fresh if fresh != text else None


def print_entry(code: str) -> int:
    """Print what one code or name means; an unknown one is wrong use."""
    listed = entries()
    for entry in listed:
        if code.upper() == entry.code or code == entry.slug:
            print(f"{entry.code} {entry.slug}\n\n{entry.text}")
            return CLEAN
    print(f"error: no rule {code}; the codes are {', '.join(entry.code for entry in listed)}", file=sys.stderr)
    return MISUSE


def run(options: argparse.Namespace) -> int:
    """Say whether the list of rules is up to date; with ``options.write`` write it."""
    try:
        fresh = stale(options.root)
    except NoPlace as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    if fresh is None:
        print(f"up to date: {FILE}")
        return CLEAN
    if options.write:
        write_edited(options.root / FILE, fresh)
    print(f"written: {FILE}" if options.write else f"differs: {FILE}; --write updates it")
    return CLEAN if options.write else FINDINGS
