"""Which text a translation was made from: fingerprints of the default language's page, kept in the front matter.

``source_fingerprint`` is the hash of the page's own text as it is written, without front matter and blocks;
``source_sections`` holds a short hash of each section, so that a later change can be named.
``own_passages`` holds a short hash of the words of each passage of the translation itself, so that a change of one
language alone can be named too.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..source.markdown import Page

WHOLE, SECTIONS, OWN = "source_fingerprint", "source_sections", "own_passages"
_WHOLE_DIGITS, _SECTION_DIGITS, HASH_DIGITS = 12, 4, 3
# What begins a passage of its own within a paragraph: an item, a row of a table, a heading, a box.
_BEGINS = re.compile(r"(?:[-*+]|\d+[.)]|#{1,6}|!!!|\?\?\?\+?)\s|\|")
# Links, sources, values and tags are compared by other rules; marks and spaces are nobody's meaning.
_NO_WORDS = re.compile(r"\[\^[^\]\s]*\]|\]\([^()\s]*\)|\{[^{}]*\}|</?[A-Za-z][^<>]*>|[^\w%¥$€£+]|_")


@dataclass(frozen=True)
class Part:
    """A section of a page: the heading's id, its line, and the hash of its text."""

    id: str
    line: int
    hash: str


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
    """Every paragraph, item, row and heading of the page's own text, with the hash of its words."""
    words = [(name, line, _words(" ".join(lines))) for name, line, lines in _grouped(page, True)]
    return [Part(name, line, _short(text)) for name, line, text in words if text]


def words_hash(text: str) -> str:
    """The short hash of the words of a text, ``HASH_DIGITS`` long; marks, links, sources and addresses do not count."""
    return _short(_words(text))


def _words(text: str) -> str:
    return _NO_WORDS.sub("", text).lower()


def _short(text: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()[:HASH_DIGITS]


def cut(record: str) -> list[str]:
    """The short hashes that stand in a row in ``record``."""
    return [record[start : start + HASH_DIGITS] for start in range(0, len(record), HASH_DIGITS)]


def own_changes(translation: Page) -> list[Part] | None:
    """The passages of ``translation`` that are not as they were recorded; None where none were recorded.

    Where a passage is gone, the one that now stands in its place.
    """
    record = translation.written.meta.mapping.get(OWN)
    if not isinstance(record, str) or not record:
        return None
    return changed_passages(translation, record)


def changed_passages(page: Page, record: str) -> list[Part]:
    """The passages of ``page`` that are not as ``record`` has them; where one is gone, the one in its place."""
    before, now = cut(record), passages(page)
    hashes = [part.hash for part in now]
    if before == hashes:
        return []
    found: list[Part] = []
    for kind, _, _, start, end in SequenceMatcher(None, before, hashes, autojunk=False).get_opcodes():
        if kind != "equal" and now:
            found += now[start:end] or [now[min(start, len(now) - 1)]]
    return found


def recorded(model: Page, translation: Page) -> str:
    """The text of ``translation`` with a fresh record of ``model`` in its front matter."""
    own = "".join(part.hash for part in passages(translation))
    keys = {WHOLE: fingerprint(model), SECTIONS: " ".join(part.hash for part in parts(model)), OWN: own}
    translation = translation.written
    lines = translation.lines
    meta, body = lines[1 : max(translation.meta_lines - 1, 1)], lines[translation.meta_lines :]
    kept = [line for line in meta if line.split(":")[0] not in keys]
    return "\n".join(["---", *kept, *(f'{key}: "{value}"' for key, value in keys.items()), "---", *body])


def has_own_text(page: Page) -> bool:
    """Whether somebody wrote words on the page; a page that is made from data alone translates nothing."""
    return bool(_own_lines(page))
