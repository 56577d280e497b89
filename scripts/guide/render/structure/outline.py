"""The headings of a page: one at the top, no level skipped, something below each."""

from __future__ import annotations

from collections.abc import Iterator

from .parts import Structure


def outline_faults(structure: Structure) -> Iterator[tuple[int, str]]:
    """Line and message of every fault of a page's headings; the structure is that of its Markdown."""
    headings = [(index, part) for index, part in enumerate(structure.parts) if part.kind == "heading"]
    tops = [part for _, part in headings if part.value[0] == 1]
    if not tops:
        yield (headings[0][1].line if headings else 1), "the page has no heading of level 1"
    for part in tops[1:]:
        yield part.line, f"a second heading of level 1; the first one is on line {tops[0].line}"
    before = None
    for index, part in headings:
        level = part.value[0]
        if before is not None and level > before + 1:
            yield part.line, f"a heading of level {level} follows one of level {before}"
        before = level
        if not part.text:
            yield part.line, "a heading without words"
        following = structure.parts[index + 1] if index + 1 < len(structure.parts) else None
        # The renderer puts the footnotes below the last heading.
        below_is_note = following is None and structure.notes
        if not below_is_note and (following is None or following.kind == "heading" and following.value[0] <= level):
            yield part.line, "a heading with nothing below it"
