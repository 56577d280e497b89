"""One change: where it is, in which versions, what was said there and what is said now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..model.finding import Position

NEAR = 5
"""Lines within which changes are told as one where nobody knows what was there before."""

How = Literal["edited", "new", "gone", "moved"]


class Edit(NamedTuple):
    """What a text or value said, and what it says now; of two parts that changed places, what each says."""

    language: str
    """Of a value that has no language: empty."""
    was: str
    now: str
    key: str = ""
    """What a value is called in its record."""


@dataclass(frozen=True)
class Changed:
    """A text or value that is not as it was read. ``changed`` and ``kept`` name its versions by language."""

    place: Position
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """The versions that stayed; empty where all were changed, or where there is one."""
    other: Position | None = None
    sources: tuple[str, ...] = ()
    """The sources on which it rests."""
    edits: tuple[Edit, ...] = ()
    """What each changed version said and says; empty where nobody knows."""
    how: How = "edited"


def apart(lines: list[int]) -> list[int]:
    """The lines that do not stand near the one before."""
    lines = sorted(set(lines))
    return [line for before, line in zip([-NEAR, *lines], lines, strict=False) if line - before > NEAR]
