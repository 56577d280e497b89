"""A length of time, share, speed or size in a text that no source of the guide tells.

Why: 17 days in place of 7, or Mbps in place of kbps, made alike in every language agrees with itself everywhere; only a
source tells it.
Fix: open the source of the text. Where it prints another figure, correct it; where it prints this one, write it into
its ``says`` in docs/_data/sources/, with its unit, in any language of the guide. A year counts as 12 months.
Only what stands in all versions is looked for; what somebody is quoted for is known, and what a fact with ``inference``
gives as an example.

Bad:  en the SIM is suspended for 17 days, where its source says "suspended for 7 days"
Good: en the SIM is suspended for 7 days
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model.finding import Found
from ...model.values import Known
from ...text.figures import UnitReader, without_dates
from ...text.sentences import spoken
from ...tree.aligned import Aligned, aligned
from ...tree.tree import Tree

CODE = "FS033"
SLUG = "known-length"
SAVES = "money"
_IN = {"year": (12, "month"), "month": (30, "day"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute")}
"""How many of which smaller unit a unit counts."""
_SPAN = re.compile(r"(?<=\d)-(?=\d)|(?<=\d[a-z]{2})-(?=\d)")
"""Between the ends of a span: 5-10 minutes."""
_DIGIT = re.compile(r"\d")
_MOST = 9
"""Digits of a number that is no garbage."""
_FIELDS = {"within_months": "month", "due_days": "day"}
_PROGRAMME = ("payments", "opens", "best_until", "closes")

Length = tuple[int, str]


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every figure with its unit that all versions of a text have and no source has."""
    if tree.unfit_sources:
        return
    readers = {code: UnitReader(item.record.units.table) for code, item in tree.words.items() if item.record}
    known = _known(tree, readers.values())
    for text in aligned(tree):
        if not text.free:
            yield from _untold(text, readers, known)


def _untold(text: Aligned, readers: dict[str, UnitReader], known: set[Length]) -> Iterator[Found]:
    unknown: set[Length] | None = None
    for code, plain in text.plain.items():
        found = _lengths(readers[code], plain) if code in readers and _DIGIT.search(plain) else set()
        unknown = found - known if unknown is None else unknown & found
        # What all versions must have, none may lack.
        if not unknown:
            return
    for value, unit in sorted(unknown or ()):
        yield Found(
            text.place(next(iter(text.texts))),
            f"no source tells {value} {unit}{'s' * (value != 1 and unit != 'percent')}",
            "open the source: correct the figure, or add it to its says in docs/_data/sources/",
        )


def _lengths(reader: UnitReader, text: str) -> set[Length]:
    found = reader.read(without_dates(text))
    return {
        (int(digits.replace(",", "")), unit)
        for digits, units in found.items()
        if len(digits) <= _MOST
        for unit in units
    }


def _known(tree: Tree, readers: Iterable[UnitReader]) -> set[Length]:
    readers = list(readers)
    texts = [f"{source.says} {source.dated_note or ''}" for source in tree.sources.values()]
    texts += [figure for item in tree.own_files if item.written for figure in item.written.values.values()]
    # Words of others are theirs, right or wrong.
    texts += [passage.text for passage in tree.passages if spoken(passage)]
    # What the guide concludes or gives as an example is its own.
    for item in tree.own_files:
        for _, model in item.models:
            if getattr(model, "inference", False) and isinstance(words := getattr(model, "text", None), dict):
                texts += words.values()
    whole = _SPAN.sub("–", "\n".join(texts))
    known = {length for reader in readers for length in _lengths(reader, whole)}
    for item in tree.own_files:
        for _, model in item.models:
            for name, unit in _FIELDS.items():
                value = getattr(model, name, None)
                known |= {(value, unit)} if isinstance(value, int) else set()
            for name in _PROGRAMME:
                held = getattr(model, name, None)
                known |= {(held.value, "month")} if isinstance(held, Known) and isinstance(held.value, int) else set()
    return known | {other for length in known for other in _converted(length)}


def _converted(length: Length) -> Iterator[Length]:
    """The same length in the next smaller unit, and in the next larger ones that it fills."""
    value, unit = length
    if unit in _IN:
        size, smaller = _IN[unit]
        yield value * size, smaller
    for larger, (size, smaller) in _IN.items():
        if smaller == unit and not value % size:
            yield value // size, larger
