"""Lengths of time, shares, speeds and sizes: what texts tell, and what sources and records hold. Not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.values import Known
from ..text.figures import UnitReader, without_dates
from .aligned import Aligned, aligned
from .loaded import Loaded
from .once import once
from .tree import Tree

Length = tuple[int, str]
"""A number and its unit."""

_IN = {"year": (12, "month"), "month": (30, "day"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute")}
"""How many of which smaller unit a unit counts."""
_SPAN = re.compile(r"-(?=\d)(?:(?<=\d-)|(?<=\d[a-z]{2}-))")
"""Between the ends of a span: 5-10 minutes."""
_DIGIT = re.compile(r"\d")
_MOST = 9
"""Digits of a number that is no garbage."""
_FIELDS = {"within_months": "month", "due_days": "day"}
_PROGRAMME = ("payments", "opens", "best_until", "closes")


@once
def unit_readers(tree: Tree) -> dict[str, UnitReader]:
    """What reads the units of each language."""
    return {code: UnitReader(item.record.units.table) for code, item in tree.words.items() if item.record}


def lengths(reader: UnitReader, text: str) -> set[Length]:
    """Every length in a text; dates are none."""
    if not _DIGIT.search(text):
        return set()
    found = reader.read(without_dates(text))
    return {
        (int(digits.replace(",", "")), unit)
        for digits, units in found.items()
        if len(digits) <= _MOST
        for unit in units
    }


@once
def common_lengths(tree: Tree) -> list[tuple[Aligned, set[Length]]]:
    """Every text with the lengths that all its versions have."""
    readers = unit_readers(tree)
    found = []
    for text in aligned(tree):
        common: set[Length] | None = None
        for code, plain in text.plain.items():
            own = lengths(readers[code], plain) if code in readers else set()
            common = own if common is None else common & own
            if not common:
                break
        if common:
            found.append((text, common))
    return found


def told_lengths(readers: Iterable[UnitReader], texts: Iterable[str]) -> set[Length]:
    """The lengths that texts tell in any language, in every unit."""
    whole = _SPAN.sub("–", "\n".join(texts))
    if not _DIGIT.search(whole):
        return set()
    return in_all_units({length for reader in readers for length in lengths(reader, whole)})


def in_all_units(known: set[Length]) -> set[Length]:
    """Lengths, and each in the next smaller unit and in the next larger ones that it fills."""
    return known | {other for length in known for other in _converted(length)}


@once
def source_lengths(tree: Tree) -> dict[str, set[Length]]:
    """What each source tells, in all units, by its id."""
    readers = unit_readers(tree).values()
    return {
        key: told_lengths(readers, [f"{source.says} {source.dated_note or ''}"]) for key, source in tree.sources.items()
    }


def held_lengths(item: Loaded) -> set[Length]:
    """The lengths that the fields of a file hold."""
    known: set[Length] = set()
    for _, model in item.models:
        for name, unit in _FIELDS.items():
            value = getattr(model, name, None)
            known |= {(value, unit)} if isinstance(value, int) else set()
        for name in _PROGRAMME:
            held = getattr(model, name, None)
            known |= {(held.value, "month")} if isinstance(held, Known) and isinstance(held.value, int) else set()
    return known


def concluded(item: Loaded) -> list[str]:
    """The texts of a file that the guide concludes, or gives as an example."""
    return [
        text
        for _, model in item.models
        if getattr(model, "inference", False) and isinstance(words := getattr(model, "text", None), dict)
        for text in words.values()
    ]


def _converted(length: Length) -> Iterator[Length]:
    value, unit = length
    if unit in _IN:
        size, smaller = _IN[unit]
        yield value * size, smaller
    for larger, (size, smaller) in _IN.items():
        if smaller == unit and not value % size:
            yield value // size, larger
