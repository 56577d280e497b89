"""What is wrong with YAML that cannot be parsed, in words for who edits the file, at the place to be mended.

The parser names the sign at which it was lost: behind a quote that is not closed that is the next quote, lines below.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

Place = tuple[int, int]
"""Line and column, from 1."""
_QUOTED = "put the text in quotes: '…'"
_BEHIND_BRACKET = re.compile(r"\s*(?:- )*(?:[\w-]+:\s+)?[{\[]")
"""A value that begins with a bracket: YAML takes what stands in it for keys or a list, and cannot read on behind it."""
_UNMERGED = re.compile(r"^<{7} ", re.M)
"""Where git begins to show two sides that it could not merge."""
_WIDE_COLON = re.compile(r"\s*(?:- )*[\w-]+：")
_ODD_SPACE = re.compile(r"\s*(?:- )*[\w-]+:(?=[^\S \t\n])|[ ]*(?=[^\S \t\n])")
_WIDE = 'a full-width colon behind a key; write ": "'


def unfinished_merge(text: str) -> tuple[str, Place] | None:
    """What is wrong with a file, a page too, in which git left two sides; None where it did not."""
    if found := _UNMERGED.search(text):
        message = "an unfinished merge; keep one side or both, and delete the lines <<<<<<<, ======= and >>>>>>>"
        return message, (text.count("\n", 0, found.start()) + 1, 1)
    return None


def told(error: yaml.MarkedYAMLError, text: str, quoted: yaml.ScalarEvent | None) -> tuple[str, Place]:
    """The fault in words, and where it is mended.

    Args:
        error: what the parser, in C or in Python, says.
        text: the file.
        quoted: the last value that was read, where it stands in quotes.
    """
    if unmerged := unfinished_merge(text):
        return unmerged
    problem, context = error.problem or error.context or "not valid YAML", error.context or ""
    line, column = place = _place(error.problem_mark or error.context_mark)
    opened = _place(error.context_mark)
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    sign, before = here[column - 1 : column], here[: column - 1]
    if "cannot start any token" in problem:
        if sign == "\t":
            return "a tab; write spaces in its place", place
        return f'a text cannot begin with "{sign}"; {_QUOTED}', place
    if "quoted scalar" in context and "end of stream" in problem:
        return "the quote that opens here is not closed", opened
    if "escape character" in problem:
        return r"between double quotes a \ changes what follows it; use single quotes", place
    if quoted and (at := _torn(quoted, line)):
        if at[0] < line:
            return f"the quote that opens here is not closed on its line, but on line {line}", at
        return "the quotes end before the text does; between single quotes write '' for one of them", at
    for closing in ("}", "]"):
        if f"',' or '{closing}'" in problem:
            if line > opened[0]:
                return f'the bracket that opens here is not closed; "{closing}" is missing', opened
            return f"between brackets a text with one of {{ }} [ ] , : in it needs quotes; {_QUOTED}", place
    above = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), 0)
    for number in filter(None, (above, line)):
        if odd := _ODD_SPACE.match(lines[number - 1]) if number <= len(lines) else None:
            return "this space is no ordinary one; type it anew", (number, odd.end() + 1)
    if "mapping values are not allowed" in problem:
        if ": " in before:
            return f"a text has a colon and a space in it; {_QUOTED}", place
        if above and _WIDE_COLON.match(lines[above - 1]):
            return _WIDE, (above, lines[above - 1].index("：") + 1)
        return "this line is further in than the one above, which has a value or lacks its colon", place
    if "find expected ':'" in problem:
        if wide := _WIDE_COLON.match(lines[opened[0] - 1]):
            return _WIDE, (opened[0], wide.end())
        return "this line has no colon behind a key, and is further out than a text that goes on", opened
    if ("block mapping" in context or "block collection" in context) and _BEHIND_BRACKET.match(before):
        return f"a text that begins with a bracket needs quotes; {_QUOTED}", place
    if "block mapping" in context:
        return "this line is as far in as none of the lines above that it could belong to", place
    if "block collection" in context:
        return 'an entry of a list without "- ", or a line that is too far in', place
    if "entries are not allowed" in problem:
        return f'"- " begins an entry of a list, on a line of its own; where it begins a text, {_QUOTED}', place
    if "block scalar" in context:
        return f"nothing stands on the line behind | and >; where one begins a text, {_QUOTED}", place
    if "node content" in problem:
        if not sign:
            return "a value is missing before the end of the file; a bracket above may not be closed", place
        return f'a value is missing before "{sign}"; where it begins a text, {_QUOTED}', place
    return problem, place


def _place(mark: Any) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _torn(quoted: yaml.ScalarEvent, line: int) -> Place | None:
    """Where the quotes open behind which, on ``line``, the parser was lost; None where it was lost elsewhere."""
    begin, end = _place(quoted.start_mark), _place(quoted.end_mark)
    return begin if end[0] == line else None
