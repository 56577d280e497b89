"""What a block may use: the site, the page it stands on, and words in the page's language."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ..model.carrier import Carrier
from ..model.contact import Hours
from ..model.product import Product
from ..model.values import UNKNOWN
from ..source.markdown import Page
from ..source.origin import RecordLine
from ..tree.tree import Loaded, Tree

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _plural(word: str) -> Callable[[int], str]:
    return lambda number: f"{number} {word}" + "s" * (number != 1)


_QUANTITIES: dict[str, dict[str, Callable[[int], str]]] = {
    "minutes": {"zh": lambda n: f"{n} 分钟", "ja": lambda n: f"{n}分", "en": _plural("minute")},
    "hours": {"zh": lambda n: f"{n} 小时", "ja": lambda n: f"{n}時間", "en": _plural("hour")},
    "days": {"zh": lambda n: f"{n} 天", "ja": lambda n: f"{n}日", "en": _plural("day")},
    "months": {"zh": lambda n: f"{n} 个月", "ja": lambda n: f"{n}か月", "en": _plural("month")},
    "years": {"zh": lambda n: f"{n} 年", "ja": lambda n: f"{n}年", "en": _plural("year")},
    "day-of-month": {"zh": lambda n: f"{n} 日", "ja": lambda n: f"{n}日", "en": _ordinal},
}


class BlockError(Exception):
    """The block cannot be made; the message says why."""


@dataclass(frozen=True)
class Context:
    """The surroundings of one block."""

    tree: Tree
    page: Page

    @property
    def language(self) -> str:
        """Code of the page's language."""
        return self.page.language

    def label(self, key: str) -> str:
        """The word ``key`` of labels.yml in the page's language."""
        words = self.tree.labels.get(key)
        if words is None:
            raise BlockError(f'labels.yml has no "{key}"')
        return words[self.page.language]

    def text(self, value: dict[str, str] | None) -> str:
        """A text in the page's language, on one line; empty for None."""
        return " ".join(value[self.language].split()) if value else ""

    def carrier(self, key: str) -> Carrier:
        """The carrier called ``key``."""
        item = self.tree.carriers.get(key)
        if item is None:
            raise BlockError(f'there is no carrier "{key}" in docs/_data/carriers/')
        if item.record is None:
            raise BlockError(f"{item.path} does not fit the model, see its own findings")
        return item.record

    def item(self, key: str) -> Loaded:
        """The file of the carrier called ``key``."""
        return self.tree.carriers[key]

    def item_of(self, record: Carrier | Product) -> Loaded:
        """The file of a record, whatever its id says."""
        files = (*self.tree.carriers.values(), *self.tree.products.values())
        return next(item for item in files if item.record is record)

    def carrier_name(self, key: str) -> str:
        """The name of a carrier inside a sentence; Chinese sets a space between Latin letters and Han characters."""
        name = self.text(self.carrier(key).names)
        return f"{name} " if self.language == "zh" and name[-1].isascii() else name

    def cite(self, sources: list[str]) -> str:
        """Footnote references to ``sources``."""
        return "".join(f"[^{key}]" for key in sources)

    def sure(self, confidence: str) -> str:
        """The mark that says how sure a fact is."""
        return f'<small class="sure {confidence}">{self.label(confidence)}</small>'

    def link(self, name: str, anchor: str = "") -> str:
        """Address of another page of the same language, relative to this page."""
        path = _relative(name, posixpath.dirname(self.page.name) or ".")
        if name == self.page.name and anchor:
            return f"#{anchor}"
        return f"{path}#{anchor}" if anchor else path

    def official(self, url: str, written_in: str, words: str) -> str:
        """A link to a carrier's own page that says in which language it is written."""
        page_word = {"ja": "page-japanese", "en": "page-english", "zh": "page-chinese"}[written_in]
        note = "" if written_in == self.language else self.bracketed(self.label(page_word))
        return f"[{words}]({url}){note}"

    def bracketed(self, text: str) -> str:
        """``text`` in the brackets of the language."""
        return f" ({text})" if self.language == "en" else f"（{text}）"

    def pair(self, name: str, value: str) -> str:
        """``name: value`` with the colon of the language."""
        return f"{name}: {value}" if self.language == "en" else f"{name}：{value}"

    def joined(self, parts: list[str]) -> str:
        """A list inside a sentence."""
        return (", " if self.language == "en" else "、").join(part for part in parts if part)

    def yen(self, amount: int) -> str:
        """A sum as the language writes it."""
        return {"zh": f"{amount:,} 日元", "ja": f"{amount:,}円"}.get(self.language, f"{amount:,} yen")

    def date(self, value: str) -> str:
        """A full or partial ISO date as the language writes it."""
        if value == UNKNOWN:
            return self.label("unknown")
        parts = [int(part) for part in value.split("-")]
        if self.language == "en":
            words = [str(parts[0])]
            if len(parts) > 1:
                words.insert(0, MONTHS[parts[1] - 1])
            if len(parts) > 2:
                words.insert(0, str(parts[2]))
            return " ".join(words)
        return "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))

    def clock(self, value: str) -> str:
        """A time of day in Japan, with a word that says so."""
        if self.language == "zh":
            return f"日本时间 {value} 前"
        if self.language == "ja":
            return f"{value}まで（日本時間）"
        return f"before {value} Japan time"

    def quantity(self, value: str) -> str:
        """A figure with its unit, a clock time or a date (``model.values.Quantity``) as the language writes it."""
        figure, _, unit = value.partition(" ")
        if not unit:
            return value if ":" in value else self.date(value)
        return self.yen(int(figure)) if unit == "yen" else _QUANTITIES[unit][self.language](int(figure))

    def hours(self, hours: Hours | str) -> str:
        """Opening hours in words."""
        if hours == UNKNOWN:
            return self.label("unknown")
        span = (
            self.label("all-day") if (hours.open, hours.close) == ("00:00", "24:00") else f"{hours.open}–{hours.close}"
        )
        words = f"{self.label(f'days-{hours.days}')} {span}"
        if hours.tz != "Asia/Tokyo":
            words += self.bracketed(hours.tz)
        return words + (self.bracketed(self.text(hours.note)) if hours.note else "")

    def spoken(self, languages: list[str] | str) -> str:
        """The languages a desk speaks, by their names in the page's language."""
        if languages == UNKNOWN:
            return self.label("unknown")
        return self.joined([self.label(f"lang-{code}") for code in languages])


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


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table; each row comes from where its first cell with a place comes from."""
    lines = ["| " + " | ".join(cell(text) for text in header) + " |", "|" + " --- |" * len(header)]
    for row in rows:
        line = Made("| " + " | ".join(cell(text) for text in row) + " |")
        line.origin = next((text.origin for text in row if isinstance(text, Made)), None)
        lines.append(line)
    return lines
