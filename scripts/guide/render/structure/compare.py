"""Compare the two readings of a page and say, at the line of the Markdown, where the reader sees something else."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from .parts import Heading, Numbered, Part, Structure

_NAMES = {
    "item": "an item of a list",
    "table": "a table",
    "row": "a row of a table",
    "head": "a head cell",
    "cell": "a cell",
    "code": "a block of code",
    "quote": "a quotation",
    "line": "a line across",
    "terms": "a list of terms",
    "term": "a term",
    "meaning": "the meaning of a term",
    "box to tick": "a box to tick",
}
_SHORT = 30


class Difference(NamedTuple):
    """What differs, from ``line`` of the Markdown on; ``near`` is text that stands at the very place, if any."""

    line: int
    message: str
    near: str = ""


class Comparison(NamedTuple):
    """The differences, and for each rendered part the line it was written on."""

    differences: list[Difference]
    lines: list[int]


def compare(written: list[Part], rendered: list[Part], first_line: int = 1) -> Comparison:
    """Compare two readings of the same text. ``first_line`` is where it begins in the Markdown."""
    old, new = [part.key for part in written], [part.key for part in rendered]
    if old == new:
        differences = [found for pair in zip(written, rendered, strict=True) for found in _lost_numbers(*pair)]
        return Comparison(differences, [part.line for part in written])
    differences, lines, line = [], [first_line] * len(rendered), first_line
    for change, a, a_end, b, b_end in SequenceMatcher(None, old, new).get_opcodes():
        if change == "equal":
            for offset in range(a_end - a):
                lines[b + offset] = written[a + offset].line
                differences += _lost_numbers(written[a + offset], rendered[b + offset])
            line = lines[b_end - 1]
            continue
        # Where a list was read otherwise, its end is elsewhere too: the beginning has told that.
        opened = [part for part in written[a:a_end] if not part.kind.startswith("/")]
        if a_end - a > 1 and b < b_end and _begins(written[a], rendered[b]):
            opened = opened[1:]
        line = opened[0].line if opened else line
        for offset in range(b_end - b):
            lines[b + offset] = written[min(a + offset, a_end - 1)].line if a < a_end else line
        if a_end - a == b_end - b:
            pairs = zip(written[a:a_end], rendered[b:b_end], strict=True)
            differences += [found for pair in pairs if pair[0].key != pair[1].key for found in _changed(*pair)]
        else:
            differences += _replaced(written, a, a_end, rendered[b:b_end], line)
    if not differences:
        differences.append(Difference(line, "a list or box ends elsewhere on the page than in the Markdown"))
    return Comparison(differences, lines)


def compare_notes(written: Structure, rendered: Structure, first_line: int) -> list[Difference]:
    """Compare the footnotes of a page."""
    differences = []
    for key, parts in written.notes.items():
        line = parts[0].line if parts else first_line
        if key in rendered.notes:
            differences += compare(parts, rendered.notes[key], line).differences
        else:
            differences.append(Difference(line, f"the footnote [^{key}] is not on the page", f"[^{key}]:"))
    for key in rendered.notes.keys() - written.notes.keys():
        differences.append(Difference(first_line, f'the page has a footnote "{key}" that is not in the Markdown', key))
    return differences


def _lost_numbers(written: Part, rendered: Part) -> Iterator[Difference]:
    for number in written.numbers:
        if number not in rendered.numbers:
            yield Difference(written.line, f"the link to {number} is not on the page", number)


def _changed(written: Part, rendered: Part) -> Iterator[Difference]:
    if written.kind.startswith("/") and rendered.kind.startswith("/"):
        return
    line = written.line
    if written.kind != rendered.kind or written.kind not in ("text", "heading"):
        yield Difference(line, f"{_name(written)} is shown as {_name(rendered)}")
        return
    if written.value != rendered.value:
        yield Difference(line, f"{_heading(written)} is shown as {_heading(rendered)}")
    if written.text != rendered.text:
        ours, theirs = _around(written.text, rendered.text)
        yield Difference(line, f'"{ours}" is shown as "{theirs}"', ours)
    for what, mine, shown in (
        ("the link to", written.links, rendered.links),
        ("the reference to footnote", written.cited, rendered.cited),
        ("the code", written.code, rendered.code),
    ):
        if mine != shown:
            lost = next((one for one in mine if one not in shown), None)
            added = next((one for one in shown if one not in mine), None)
            if lost is not None and added is not None:
                yield Difference(line, f"{what} {lost} is shown as {added}", lost)
            elif lost is not None:
                yield Difference(line, f"{what} {lost} is not on the page", lost)
            else:
                yield Difference(line, f"the page has {what} {added or shown[0]} that is not in the Markdown")


def _begins(written: Part, rendered: Part) -> bool:
    # A paragraph that has swallowed what follows it: what follows is what is wrong.
    return written.kind == rendered.kind == "text" and rendered.text.startswith(written.text)


def _replaced(written: list[Part], first: int, last: int, rendered: list[Part], line: int) -> Iterator[Difference]:
    ours = [index for index in range(first, last) if not written[index].kind.startswith("/")]
    theirs = [part for part in rendered if not part.kind.startswith("/")]
    if len(ours) > 1 and theirs and _begins(written[ours[0]], theirs[0]):
        ours = ours[1:]
    mine = _several(written, ours[0], last) if ours else ""
    if ours and theirs:
        yield Difference(line, f"{mine} is shown as {_several(rendered, rendered.index(theirs[0]))}")
    elif len(ours) == 1 and written[ours[0]].kind == "list":
        yield Difference(
            line, f"{mine} is not a list of its own on the page: its items belong to the list before or around it"
        )
    elif ours:
        yield Difference(line, f"{mine} is not shown")
    elif theirs:
        shown = _several(rendered, rendered.index(theirs[0]))
        yield Difference(line, f"at or behind this line the page shows {shown}, which is not in the Markdown")


def _several(parts: list[Part], first: int, last: int | None = None) -> str:
    # The part with its first words; for a list, how many items it has.
    name = _name(parts[first])
    if parts[first].kind == "list":
        items, depth = 0, 0
        for part in parts[first:]:
            depth += (part.kind == "list") - (part.kind == "/list")
            items += depth == 1 and part.kind == "item"
            if not depth:
                break
        return f"{name} of {items} item{'s' * (items != 1)}"
    text = next((part.text for part in parts[first:last] if part.text), "")
    return f'{name} "{_cut(text)}"' if text and parts[first].kind not in ("text", "heading") else name


def _name(part: Part) -> str:
    if part.kind == "text":
        return f'the text "{_cut(part.text)}"'
    if part.kind == "heading":
        return f'the heading "{_cut(part.text)}"'
    if part.kind == "list":
        if not isinstance(part.value, Numbered):
            return "a list with bullets"
        start = part.value.start
        return "a numbered list" if start == 1 else f"a numbered list from {start}"
    if part.kind == "box":
        return f'a box "{part.value}"'
    if part.kind.startswith("/"):
        return f"the end of a {part.kind[1:]}"
    return _NAMES.get(part.kind, part.kind)


def _heading(part: Part) -> str:
    if not isinstance(part.value, Heading):
        return "no heading"
    level, identifier = part.value
    return f"a heading of level {level} with {f'the id {identifier}' if identifier else 'no id'}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _around(ours: str, theirs: str) -> tuple[str, str]:
    # A few words from the first character that differs.
    same = next((i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(ours), len(theirs)) if same is None else same
    begin = max(0, same - _SHORT // 3)
    return ours[begin : begin + _SHORT], theirs[begin : begin + _SHORT]
