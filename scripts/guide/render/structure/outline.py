"""The headings of a page: one at the top, no level skipped, something below each."""

from __future__ import annotations

from collections.abc import Iterator

from .parts import Heading, Structure


def outline_faults(rendered: Structure) -> Iterator[tuple[int, str]]:
    """Number of the part and message for every fault of a rendered page's headings."""
    parts = rendered.parts
    headings = [(number, part, part.value) for number, part in enumerate(parts) if isinstance(part.value, Heading)]
    tops = [number for number, _, heading in headings if heading.level == 1]
    if not tops:
        yield 0, "the page has no heading of level 1"
    for number in tops[1:]:
        yield number, "a second heading of level 1"
    before = None
    for number, part, (level, _) in headings:
        if before is not None and level > before + 1:
            yield number, f"a heading of level {level} follows one of level {before}"
        before = level
        if not part.text:
            yield number, "a heading without words"
        following = parts[number + 1] if number + 1 < len(parts) else None
        # The renderer puts the footnotes below the last heading.
        ends = following is None and not rendered.notes
        if ends or following and isinstance(following.value, Heading) and following.value.level <= level:
            yield number, f'there is nothing below the heading "{part.text}"'
