"""What a block may use: the tree, the page it stands on, and words in the page's language."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..languages import Language
from ..model.carrier import Carrier
from ..model.contact import ALL_DAY, HOME_ZONE, Hours
from ..model.product import Product
from ..model.values import UNKNOWN
from ..source.markdown import Page
from ..source.origin import RecordLine
from ..tree.loaded import Loaded
from ..tree.tree import Tree

NOTHING = "–"
"""Stands in a cell whose value is not known, in a row that has others."""


class BlockError(Exception):
    """The block cannot be made; the message says why, ``cause`` which file is to be mended first."""

    def __init__(self, message: str, cause: str = ""):
        super().__init__(message)
        self.cause = cause


@dataclass(frozen=True)
class Context:
    """The surroundings of one block."""

    tree: Tree
    page: Page

    @property
    def language(self) -> str:
        """Code of the page's language."""
        return self.page.language

    @cached_property
    def words(self) -> Language:
        """The page's language, which prints sums, dates, lists and phrases."""
        return self.tree.language(self.page.language)

    def label(self, key: str) -> str:
        """The label ``key`` in the page's language; see ``guide.model.language``."""
        return self.word(f"labels.{key}")

    def word(self, key: str) -> str:
        """The word at ``key`` of the language's file, e.g. ``spoken.ko``."""
        return self.words.word(key)

    def text(self, value: dict[str, str] | None) -> str:
        """A text in the page's language, else in the default language, on one line; empty for None."""
        return " ".join(self.words.text(value).split()) if value else ""

    def carrier(self, key: str) -> Carrier:
        """The carrier called ``key``."""
        item = self.tree.carriers.get(key)
        if item is None or item.record is None:
            cause = self.tree.lost.get(key, "")
            if cause.endswith(".yml"):
                raise BlockError(f"{cause} cannot be used, see its own findings", cause)
            raise BlockError(f'there is no carrier "{key}" in docs/_data/carriers/', cause)
        return item.record

    def item(self, key: str) -> Loaded:
        """The file of the carrier called ``key``."""
        return self.tree.carriers[key]

    def item_of(self, record: Carrier | Product) -> Loaded:
        """The file of a record, whatever its id says."""
        files: list[Loaded] = [*self.tree.carriers.values(), *self.tree.products.values()]
        return next(item for item in files if item.record is record)

    def carrier_name(self, key: str) -> str:
        """The name of a carrier directly before a word of the language."""
        name = self.text(self.carrier(key).names)
        return self.words.before_word(name)

    def cite(self, sources: list[str]) -> str:
        """Footnote references to ``sources``."""
        return "".join(f"[^{key}]" for key in sources)

    def sure(self, confidence: str) -> str:
        """The mark that says how sure a fact is."""
        return f'<small class="sure {confidence}">{self.label(confidence)}</small>'

    def has(self, name: str) -> bool:
        """Whether the guide has the page; a guide that begins has few."""
        return (self.page.language, name) in self.tree.written

    def link(self, name: str, anchor: str = "") -> str:
        """Address of another page of the same language, relative to this page."""
        path = _relative(name, posixpath.dirname(self.page.name) or ".")
        if name == self.page.name and anchor:
            return f"#{anchor}"
        return f"{path}#{anchor}" if anchor else path

    def bracketed(self, text: str) -> str:
        """``text`` in the brackets of the language."""
        return self.words.bracketed(text)

    def pair(self, name: str, value: str) -> str:
        """``name: value`` with the colon of the language."""
        return self.words.pair(name, value)

    def joined(self, parts: list[str]) -> str:
        """A list inside a sentence."""
        return self.words.joined(parts)

    def yen(self, amount: int) -> str:
        """A sum as the language writes it."""
        return self.words.money(amount)

    def date(self, value: str) -> str:
        """A full or partial ISO date as the language writes it."""
        return self.label("unknown") if value == UNKNOWN else self.words.date(value)

    def clock(self, value: str) -> str:
        """A time of day in Japan, with a word that says so."""
        return self.words.before(value)

    def quantity(self, value: str) -> str:
        """A figure with its unit, a clock time or a date (``model.values.Quantity``) as the language writes it."""
        figure, _, unit = value.partition(" ")
        if not unit:
            return value if ":" in value else self.date(value)
        return self.yen(int(figure)) if unit == "yen" else self.words.quantity(int(figure), unit)

    def hours(self, hours: Hours | str) -> str:
        """Opening hours in words."""
        if isinstance(hours, str):
            return self.label("unknown")
        span = self.span(hours)
        # Every day round the clock needs one word alone.
        every_day = hours.days == UNKNOWN or (hours.days, hours.open, hours.close) == ("daily", *ALL_DAY)
        words = span if every_day else f"{self.label(f'days-{hours.days}')} {span}"
        if hours.tz != HOME_ZONE:
            place = hours.tz.rpartition("/")[2].replace("_", "-").lower()
            words += self.bracketed(self.label(f"zone-{place}"))
        return words + (self.bracketed(self.text(hours.note)) if hours.note else "")

    def span(self, hours: Hours) -> str:
        """From when to when a desk is open."""
        return self.label("all-day") if (hours.open, hours.close) == ALL_DAY else self.figures(hours)

    def figures(self, hours: Hours) -> str:
        """The two clock times of opening hours."""
        return self.word("frame.from-to").replace("#", hours.open, 1).replace("#", hours.close, 1)

    def spoken(self, languages: list[str] | str) -> str:
        """The languages a desk speaks, by their names in the page's language."""
        if languages == UNKNOWN:
            return self.label("unknown")
        return self.joined([self.word(f"spoken.{code}") for code in languages])


@lru_cache(16_384)
def _relative(name: str, folder: str) -> str:
    return posixpath.relpath(name, folder)


def plain(markdown: str) -> str:
    """One line of text without Markdown and HTML, for descriptions."""
    text = re.sub(r"\[\^[^\]]+\]", "", markdown)
    text = re.sub(r"\{:?\s*[.#][^}]*\}", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^>]+>", "", text)
    text = re.sub(r"[*_`]+", "", text)
    return html.unescape(" ".join(text.split()))


class Made(str):
    """A generated line or cell that knows the record text it was made from."""

    origin: RecordLine | None = None


def made_from(item: Loaded, path: tuple[str | int, ...], text: str) -> Made:
    """``text`` with the place of what it was made from: the value at ``path`` of ``item``."""
    line = Made(text)
    line.origin = RecordLine(item.path, item.yaml.place(path)[0], item.lines)
    return line


def cell(text: str) -> str:
    """``text`` made fit for a table cell."""
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def opening(words: str) -> str:
    """Words as a cell of a table begins: with a capital, where the script has any."""
    return words[:1].upper() + words[1:]


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table; each row comes from where its first cell with a place comes from."""
    lines = ["| " + " | ".join(cell(text) for text in header) + " |", "|" + " --- |" * len(header)]
    for row in rows:
        line = Made("| " + " | ".join(cell(text) for text in row) + " |")
        line.origin = next((text.origin for text in row if isinstance(text, Made)), None)
        lines.append(line)
    return lines
