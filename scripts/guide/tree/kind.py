"""One kind of change in a text or value: what became what, in words, and how a source would say either."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..languages import EDITORS, Language
from ..text.excerpt import shortened
from ..text.figures import Figure, all_figures
from ..text.furigana import GROUP
from ..text.tells import tells_clock, tells_count, tells_date, tells_number
from .aligned import plain
from .lengths import told_lengths, unit_readers
from .tree import Tree

LONGEST_WORDS = 32
"""Characters of a text that are quoted in a message."""
_LONGEST_COUNT = 15
"""Digits of a number that is no garbage."""
_OWN_FIGURE = re.compile(r"\{!([^{}\n]{1,200})\}")

Sign = Callable[[str], str]
"""How a source says a thing; empty where it does not."""


class Kind(NamedTuple):
    """One kind of change in one text."""

    name: str
    key: tuple[str, ...]
    """What became what, the same in every language."""
    words: str
    was: str = ""
    now: str = ""
    """What of the text it is about, before and now."""
    old: Sign | None = None
    new: Sign | None = None


def words(text: str) -> str:
    """A text without markup, readings and addresses."""
    return plain(GROUP.sub(lambda match: match["word"], _OWN_FIGURE.sub(lambda match: match[1], text)))


def counted(size: int, own: Language) -> str:
    """So many words or characters of a language."""
    return f"{size} {own.name_of_units if size != 1 else own.name_of_units.removesuffix('s')}"


def cut(text: str) -> str:
    """A text as a message quotes it."""
    return shortened(text, LONGEST_WORDS)


def cut_address(text: str) -> str:
    """An address or id as a message names it."""
    return shortened(text, 2 * LONGEST_WORDS)


def one_sided(name: str, what: str, key: str, gone: bool, text: str = "") -> Kind:
    """The kind of what is gone or came in with nothing in its place; ``text`` is how the text writes it."""
    words = f"{what} is gone" if gone else f"{what} came in"
    return Kind(name, (key, str(gone)), words, text if gone else "", "" if gone else text)


def figure_kind(tree: Tree, noun: str, one: Figure, other: Figure, written: tuple[str, str]) -> Kind:
    """The kind of a figure that became another; ``written`` is how the text writes both."""
    was, now = written
    signs = sign_of(tree, one, was), sign_of(tree, other, now)
    return Kind(one.kind, (one.value, other.value), f"{noun} {was} became {now}", was, now, *signs)


def sign_of(tree: Tree, figure: Figure, written: str) -> Sign:
    """How a source says a figure that a text writes so."""
    value = figure.value

    def sign(says: str) -> str:
        if figure.kind == "number":
            return written if tells_number(says, value.removeprefix("tel:")) else ""
        if figure.kind == "clock":
            return value if tells_clock(says, value) else ""
        if figure.kind == "date":
            return value if tells_date(says, value) or value in _dates(tree, says) else ""
        if figure.kind == "length":
            count, unit = value.split(" ", 1)
            told = (int(count), unit) in told_lengths(unit_readers(tree).values(), [says])
            return f"{value}{'s' * (count != '1' and unit != 'percent')}" if told else ""
        if not value.isdigit() or len(value) > _LONGEST_COUNT:
            return value if value in says else ""
        return value if tells_count(says, int(value)) else ""

    return sign


def _dates(tree: Tree, says: str) -> set[str]:
    known = unit_readers(tree)
    return {own.value for own in all_figures(says, known[EDITORS]) if own.kind == "date"} if EDITORS in known else set()
