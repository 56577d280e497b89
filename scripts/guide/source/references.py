"""Values in texts, by their address: ``{=au.ending.early_fee}`` is printed in the language of the text.

``{!21:40}`` prints what it holds: a figure that belongs to the sentence alone, an example or what somebody else wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_REFERENCE = re.compile(r"\{=(?P<address>[^{}\s]{1,200})\}|\{!(?P<own>[^{}\n]{1,200})\}")

_UNPRINTED = re.compile(r"\{[=!]|\{\s{1,3}[=!]|(?<![#\w-])=?\.?[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}\}")
BARE = re.compile(r"(?<![\w{.=/(#:-])\.(?:ending|facts|values|contacts|channels)\.[a-z]")
"""The address of a value of the own record, without its braces."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: ``start`` to ``end`` in the printed text, ``written`` to ``written_end`` in the file."""

    start: int
    end: int
    written: int
    written_end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A text with its values, and where each of them stands."""

    text: str
    spans: tuple[Span, ...] = ()


def holds_references(text: str) -> bool:
    """Whether there may be a reference in ``text``."""
    return "{=" in text or "{!" in text


def addresses(text: str) -> list[tuple[str, int]]:
    """Each address that ``text`` names, with its offset."""
    return [(match["address"], match.start()) for match in _REFERENCE.finditer(text) if match["address"]]


def printed(text: str, value_of: Callable[[str], str | None]) -> Printed:
    """``text`` with each value in its place; an address for which ``value_of`` gives None stays as it is written."""
    parts: list[str] = []
    spans: list[Span] = []
    end, size = 0, 0
    for match in _REFERENCE.finditer(text) if holds_references(text) else ():
        value = match["own"] if match["own"] is not None else value_of(match["address"])
        if value is None:
            continue
        parts += (text[end : match.start()], value)
        size += match.start() - end + len(value)
        spans.append(Span(size - len(value), size, match.start(), match.end()))
        end = match.end()
    return Printed("".join([*parts, text[end:]]), tuple(spans)) if spans else Printed(text)


def unprinted(text: str) -> bool:
    """Whether a printed text still holds a value as it is written: its address is wrong, or a brace is missing."""
    return bool(_UNPRINTED.search(text) or BARE.search(text))


def without_own(text: str) -> str:
    """``text`` with every reference and every ``{!…}`` blanked, same length: what is left was typed as prose."""
    return _REFERENCE.sub(lambda match: " " * len(match[0]), text) if holds_references(text) else text


def written_offset(offset: int, spans: tuple[Span, ...]) -> int:
    """The offset in the written text of the character at ``offset`` of the printed one."""
    shift = 0
    for span in spans:
        if offset < span.start:
            break
        if offset < span.end:
            return span.written
        shift = span.written_end - span.end
    return offset + shift
