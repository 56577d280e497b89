"""The part of a paper that a command writes: what stands between two markers."""

from __future__ import annotations


class NoPlace(Exception):
    """There is no file, or no pair of markers in it, to hold the part."""


def rewritten(text: str, opening: str, closing: str, part: str, file: str) -> str:
    """``text`` with ``part`` between its markers; ``file`` is its name for the error.

    Raises:
        NoPlace: where the markers are missing, or stand in the wrong order.
    """
    before, opened, rest = text.partition(opening)
    _, closed, after = rest.partition(closing)
    if not opened or not closed:
        raise NoPlace(f"{file} has no {opening} … {closing}; write both where its part belongs")
    return f"{before}{opening}\n\n{part}\n\n{closing}{after}"
