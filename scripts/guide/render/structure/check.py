"""Findings on one page: its Markdown beside what was rendered from it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Finding
from ...source.markdown import Page
from ..codes import PAGE_OUTLINE, RAW_MARK, RENDERED_OTHERWISE, STRAY_HTML, SiteCheck
from .compare import compare, compare_notes
from .html import Stray
from .marks import marks_left
from .outline import outline_faults
from .parts import Structure
from .written import read_written

# The kinds of boxes that the theme's stylesheet knows.
_BOX_NAMES = "note abstract info tip success question warning failure danger bug example quote"
_BOXES = frozenset(_BOX_NAMES.split())
_FIX = "python3 scripts/build.py check --explain {} shows the usual causes"


def check_page(page: Page, rendered: Structure, stray: list[Stray], folder: str, prefix: str) -> Iterator[Finding]:
    """Findings on a page that was rendered into ``folder``; ``prefix`` is the folder of its language on the site."""
    written = read_written(page, folder, prefix)
    top = page.meta_lines + 1

    def finding(check: SiteCheck, line: int, message: str, near: str = "") -> Finding:
        return Finding(page.at(*_place(page, line, near)), check.code, check.slug, message, _FIX.format(check.code))

    compared = compare(written.parts, rendered.parts, top)
    for line, message, near in compared.differences:
        yield finding(RENDERED_OTHERWISE, line, message, near)
    for line, message, near in compare_notes(written, rendered, top):
        yield finding(RENDERED_OTHERWISE, near and _line_with(page, line, near) or line, message, near)
    for line, message in written.faults:
        yield finding(RENDERED_OTHERWISE, line, message)
    for part in written.parts:
        name = part.value if part.kind == "box" and isinstance(part.value, str) else ""
        if set(name.split()[:1]) - _BOXES:
            yield finding(RENDERED_OTHERWISE, part.line, f'no box is called "{name}"', name)
    for part, line in zip(rendered.parts, compared.lines, strict=True):
        for words, meaning in marks_left(part):
            yield finding(RAW_MARK, line, f'"{words[:60]}" is shown as it is typed: {meaning}', words)
    for key, parts in rendered.notes.items():
        for part in parts:
            line = written.notes[key][0].line if written.notes.get(key) else top
            for words, meaning in marks_left(part):
                yield finding(RAW_MARK, line, f'"{words[:60]}" is shown as it is typed: {meaning}', words)
    for number, message, near in stray:
        lines = [top, *compared.lines]
        before, line = lines[min(number, len(lines) - 1)], lines[min(number + 1, len(lines) - 1)]
        first, _ = _place(page, line, near)
        found = line if near in page.lines[first - 1] else _line_with(page, before, near) or line
        yield finding(STRAY_HTML, found, message, near)
    for number, message in outline_faults(rendered):
        yield finding(PAGE_OUTLINE, compared.lines[number] if compared.lines else top, message)


def _line_with(page: Page, first: int, near: str) -> int | None:
    return next((n for n, line in enumerate(page.lines[first - 1 :], first) if near in line), None)


def _place(page: Page, line: int, near: str) -> tuple[int, int]:
    # A part begins on its line and may go on below; what is meant stands on one of the lines up to the next blank one.
    if near:
        for number in range(line, min(line + 50, len(page.lines) + 1)):
            text = page.lines[number - 1]
            if near in text:
                return number, text.index(near) + 1
            if not text.strip() and number > line:
                break
    return line, 1
