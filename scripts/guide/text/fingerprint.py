"""Which text a translation was made from: fingerprints of the default language's page, kept in the front matter.

``source_fingerprint`` is the hash of the page's own text as it is written, without front matter and blocks;
``source_sections`` holds a short hash of each section, so that a later change can be named.
Short hashes of single texts tell ``tree.compared`` which of them changed.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter

from ..source.markdown import Page

WHOLE, SECTIONS = "source_fingerprint", "source_sections"
_WHOLE_DIGITS, _SECTION_DIGITS, HASH_DIGITS = 12, 4, 3
_RECORDS = re.compile(rf"^\s*(?:seen|{WHOLE}|{SECTIONS}):.*\n", re.M)
_FILE_DIGITS = 8
_MOST_PAIRS = 4_000_000
"""More pairs of texts are not compared one by one: the whole has changed."""
# What begins a passage of its own within a paragraph: an item, a row of a table, a heading, a box.
_BEGINS = re.compile(r"(?:[-*+]|\d+[.)]|#{1,6}|!!!|\?\?\?\+?)\s|\|")
# Marks and spaces carry no meaning; letters, figures with what divides them, and addresses are.
_MARKS = re.compile(r"(?<!\d)[^\w%¥$€£+]+|[^\w%¥$€£+]+(?!\d)|_+")


@dataclass(frozen=True)
class Part:
    """A section of a page: the heading's id, its line, and the hash of its text."""

    id: str
    line: int
    hash: str
    text: str = ""
    """Of a passage: its Markdown on one line."""


def _hash(lines: list[str], digits: int) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:digits]


def _own_lines(page: Page) -> list[tuple[int, str]]:
    page = page.written
    # Blank lines and line ends say nothing to a translator.
    numbered = enumerate(page.lines[page.meta_lines :], page.meta_lines + 1)
    return [(number, line.strip()) for number, line in numbered if line.strip() and number not in page.block_lines]


def fingerprint(page: Page) -> str:
    """The hash of the page's own text."""
    return _hash([line for _, line in _own_lines(page)], _WHOLE_DIGITS)


def _grouped(page: Page, finely: bool = False) -> list[tuple[str, int, list[str]]]:
    """The own lines by section, or by passage, with the section and where they begin."""
    headings = {heading.line: heading.id or heading.text for heading in page.written.headings}
    found: list[tuple[str, int, list[str]]] = []
    section, last = "top", 0
    for number, line in _own_lines(page):
        section = headings.get(number, section)
        apart = finely and (number != last + 1 or last in headings or _BEGINS.match(line))
        if apart or number in headings or not found:
            found.append((section, number, []))
        found[-1][2].append(line)
        last = number
    return found


def parts(page: Page) -> list[Part]:
    """The sections in order; what stands above the first heading is called ``top``."""
    return [Part(name, line, _hash(lines, _SECTION_DIGITS)) for name, line, lines in _grouped(page)]


def changes(model: Page, translation: Page) -> list[tuple[str, Part | None]]:
    """What happened to the sections of ``model`` since ``translation`` recorded it, and the section if it is there."""
    before = str(translation.meta.mapping.get(SECTIONS) or "").split()
    now, own = parts(model), parts(translation)
    steps = SequenceMatcher(None, before, [part.hash for part in now], autojunk=False).get_opcodes() if before else []
    found: list[tuple[str, Part | None]] = []
    for kind, first, last, start, end in steps:
        if kind in ("replace", "insert"):
            word = "is new" if kind == "insert" else "changed"
            found += [(f"#{part.id} {word}", part) for part in now[start:end]]
        elif kind == "delete":
            # A translation that was in step when it was recorded still knows the names of the sections.
            known = [f"#{part.id}" for part in own] if len(own) == len(before) else ["a section"] * len(before)
            found += [(f"{name} is gone", None) for name in known[first:last]]
    return found


def passages(page: Page) -> list[Part]:
    """The texts of the front matter, and every paragraph, item, row, heading and block, with the hash of its words."""
    page = page.written
    head = [(key, value) for key, value in page.meta.mapping.items() if key not in (WHOLE, SECTIONS)]
    texts = [(key, value) for key, value in head if isinstance(value, str)]
    found = [Part(key, page.meta.place((key,))[0], words_hash(key, value), value) for key, value in texts]
    own = [(name, line, " ".join(lines)) for name, line, lines in _grouped(page, True)]
    blocks = [("", block.line, page.lines[block.line - 1]) for block in page.blocks]
    section = found[-1].id if found else ""
    for name, line, text in sorted([*own, *blocks], key=itemgetter(1)):
        section = name or section
        found.append(Part(section, line, words_hash("", text), text))
    return found


def words_hash(key: str, text: str) -> str:
    """The short hash of the words of a text and of what it is, ``HASH_DIGITS`` long; marks and spaces do not count."""
    return value_hash(key, hashed_words(text))


def hashed_words(text: str) -> str:
    """What counts of a text: its letters and figures, without marks and spaces."""
    return _MARKS.sub("", text).lower()


def value_hash(key: str, value: str) -> str:
    """The short hash of a value and of what it is; every character counts."""
    return _short(f"{key}={value}", HASH_DIGITS)


def file_hash(text: str) -> str:
    """The hash of a whole file as it is written, without when sources were seen and which text was translated."""
    return _short(_RECORDS.sub("", text), _FILE_DIGITS)


def _short(text: str, digits: int) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()[:digits]


def cut(record: str) -> list[str]:
    """The short hashes that stand in a row in ``record``."""
    return [record[start : start + HASH_DIGITS] for start in range(0, len(record), HASH_DIGITS)]


def differing(before: list[str], now: list[str]) -> Iterator[tuple[int, bool]]:
    """The places of ``now`` that are not as ``before`` has them; where something is gone, the place behind it.

    With each, whether it stands there now: False says that something is gone before it.
    """
    most = min(len(before), len(now))
    start = next((index for index in range(most) if before[index] != now[index]), most)
    end = next((index for index in range(most - start) if before[-1 - index] != now[-1 - index]), most - start)
    old, new = before[start : len(before) - end], now[start : len(now) - end]
    if len(old) * len(new) > _MOST_PAIRS:
        yield from ((start + index, True) for index in range(len(new)))
        return
    for kind, _, _, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "delete":
            yield min(start + first, max(len(now) - 1, 0)), False
        elif kind != "equal":
            yield from ((start + index, True) for index in range(first, last))


def recorded(model: Page, translation: Page) -> str:
    """The text of ``translation`` with a fresh record of ``model`` in its front matter."""
    keys = {WHOLE: fingerprint(model), SECTIONS: " ".join(part.hash for part in parts(model))}
    translation = translation.written
    lines = translation.lines
    meta, body = lines[1 : max(translation.meta_lines - 1, 1)], lines[translation.meta_lines :]
    kept = [line for line in meta if line.split(":")[0] not in keys]
    return "\n".join(["---", *kept, *(f'{key}: "{value}"' for key, value in keys.items()), "---", *body])


def has_own_text(page: Page) -> bool:
    """Whether somebody wrote words on the page; a page that is made from data alone translates nothing."""
    return bool(_own_lines(page))
