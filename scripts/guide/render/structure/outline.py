"""The headings of a page: one at the top, no level skipped, something below each."""

from __future__ import annotations

from collections.abc import Iterator

from .parts import Structure


def outline_faults(rendered: Structure) -> Iterator[tuple[int, str]]:
    """Number of the part and message for every fault of a rendered page's headings."""
    parts = rendered.parts
    headings = [(number, part) for number, part in enumerate(parts) if part.kind == "heading"]
    tops = [number for number, part in headings if part.value[0] == 1]
    if not tops:
        yield 0, "the page has no heading of level 1"
    for number in tops[1:]:
        yield number, "a second heading of level 1"
    before = None
    for number, part in headings:
        level = part.value[0]
        if before is not None and level > before + 1:
            yield number, f"a heading of level {level} follows one of level {before}"
        before = level
        if not part.text:
            yield number, "a heading without words"
        following = parts[number + 1] if number + 1 < len(parts) else None
        # The renderer puts the footnotes below the last heading.
        ends = following is None and not rendered.notes
        if ends or following and following.kind == "heading" and following.value[0] <= level:
            yield number, "a heading with nothing below it"
