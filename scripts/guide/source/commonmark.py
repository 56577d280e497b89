"""Headings, links and ids of a page, read by a CommonMark parser and placed in the lines of the page's own file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from pyromark import Markdown, Options
from pyromark.event import Range

_PARSER = Markdown(options=Options.ENABLE_TABLES)
INDENT = 4
"""Spaces that put a line into a box."""
FOOTNOTE_DEFINITION = re.compile(r"^\[\^([^\]\s]{1,100})\]:")
MARKDOWN_BOX = re.compile(r"^<(/?)(div|section|article|aside|figure|details)\b([^<>]*)>\s*$", re.I)
# Bounded, so that garbage takes no longer than prose.
_HEADING_ID = re.compile(r"\{:?(?:[^{}]{0,300}\s)?#([^\s}]{1,100})[^{}]{0,300}\}\s*$")
_ATX = re.compile(r"^#+[ \t]*|(?:(?<=\s)|^)#+\s*$")
_SETEXT = re.compile(r"\n[ \t]*(?:=+|-+)\s*$")
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.S)
_HTML_ID = re.compile(r"<[a-z][^>]*\sid=(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))", re.I)
_HTML_LINK = re.compile(r"<(?:a|img|source)\b[^>]*\s(?:href|src)=(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))", re.I)
_ADMONITION = re.compile(r"^(?P<indent>(?: {4})*)(?:!!!|\?\?\?\+?)\s+\w+")


@dataclass(frozen=True)
class Heading:
    """An ATX heading; ``id`` is None where none is pinned."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Link:
    """A link or image target as it is written; ``raw`` where it stands in HTML."""

    target: str
    text: str
    line: int
    column: int
    image: bool = False
    raw: bool = False


@dataclass
class Markup:
    """What a page holds: its headings and links in order, and the ids that stand in its HTML."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def read_markup(lines: list[str], meta_lines: int, generated: Collection[int]) -> Markup:
    """Read the lines of a page below its front matter; ``generated`` are the numbers of those that blocks made."""
    return _Reader(lines, _as_commonmark(lines, meta_lines, generated)).read()


class _Reader:
    """Reads the events of the parser. ``lines`` are those of the file, ``body`` the same ones for the parser."""

    def __init__(self, lines: list[str], body: list[str]):
        self._lines = lines
        self._body = body
        self._text = "\n".join(body)
        self._source = self._text.encode()
        self._starts = [0]
        """The byte at which each line begins: the parser counts in bytes."""
        for line in body:
            self._starts.append(self._starts[-1] + len(line.encode()) + 1)
        self._markup = Markup()
        self._html: list[str] = []
        self._open: list[tuple[str, Range, list[str]]] = []
        """Links that are not closed yet: target, place and words so far."""

    def read(self) -> Markup:
        value: Any
        for event, span in _PARSER.events_with_range(self._text):
            if isinstance(event, str):
                continue
            ((kind, value),) = event.items()
            if kind == "Text" or kind == "Code":
                for _, _, words in self._open:
                    words.append(value)
            elif kind == "Start":
                self._start(value, span)
            elif kind == "End":
                self._end(value, span)
            elif kind == "Html":
                self._html.append(value)
            elif kind == "InlineHtml":
                self._read_html(value, span)
        return self._markup

    def _start(self, value: Any, span: Range) -> None:
        if "Heading" in value:
            level = int(value["Heading"]["level"][1:])
            written = self._source[span["start"] : span["end"]].decode()
            self._markup.headings.append(_heading(level, written, bisect_right(self._starts, span["start"])))
        elif "Link" in value or "Image" in value:
            ((_, given),) = value.items()
            # <mail@host>: a mail address is a link with a scheme, though none is written.
            scheme = "mailto:" if given["link_type"] == "Email" else ""
            self._open.append((scheme + given["dest_url"], span, []))

    def _end(self, value: Any, span: Range) -> None:
        if value == "Link" or value == "Image":
            target, place, words = self._open.pop()
            self._markup.links.append(self._placed(target, "".join(words), place, value == "Image"))
        elif value == "HtmlBlock":
            self._read_html("".join(self._html), span)
            self._html.clear()

    def _read_html(self, html: str, span: Range) -> None:
        html = _HTML_COMMENT.sub("", html)
        self._markup.ids.update("".join(groups) for groups in _HTML_ID.findall(html))
        targets = ("".join(groups) for groups in _HTML_LINK.findall(html))
        self._markup.links.extend(self._placed(target, "", span, raw=True) for target in targets)

    def _placed(self, target: str, words: str, span: Range, image: bool = False, raw: bool = False) -> Link:
        """A link at the place of its target in the file; at that of the link where the target is written otherwise."""
        first = bisect_right(self._starts, span["start"])
        line = self._lines[first - 1]
        found = line.find(target)
        if found >= 0 and line.find(target, found + 1) < 0:
            return Link(target, words, first, found + 1, image, raw)
        last = max(bisect_right(self._starts, span["end"] - 1), first)
        # What is changed for the parser leaves the end of a line as it is.
        shift = len(line) - len(self._body[first - 1])
        column = shift + len(self._source[self._starts[first - 1] : span["start"]].decode())
        for number in range(first, min(last, len(self._lines)) + 1):
            found = self._lines[number - 1].find(target, column if number == first else 0)
            if found >= 0:
                return Link(target, words, number, found + 1, image, raw)
        return Link(target, words, first, column + 1, image, raw)


def _heading(level: int, source: str, line: int) -> Heading:
    content = _ATX.sub("", source.strip()) if source.startswith("#") else _SETEXT.sub("", source)
    match = _HEADING_ID.search(content)
    # Underlined words may stand on several lines; what is told of them stands on one.
    words = " ".join(_HEADING_ID.sub("", content).split("\n")).strip()
    return Heading(level, words, match[1] if match else None, line)


def _as_commonmark(lines: list[str], meta_lines: int, generated: Collection[int]) -> list[str]:
    # What Python-Markdown writes otherwise, line for line: front matter, the bodies of "!!! note" and of footnotes at
    # any depth, boxes whose content is Markdown, and the definition of a footnote, which would be that of a link.
    # Generated footnotes, a third of all text, hold nothing but addresses that the records of the sources answer for.
    result, boxes = [""] * meta_lines, 0
    bodies: list[int] = []
    for number, line in enumerate(lines[meta_lines:], meta_lines + 1):
        if line.startswith("[^") and number in generated:
            result.append("")
            continue
        if bodies and line.strip():
            indent = len(line) - len(line.lstrip(" "))
            while bodies and indent < bodies[-1]:
                bodies.pop()
        admonition = _ADMONITION.match(line)
        line = line[INDENT * len(bodies) :]
        if admonition:
            bodies.append(len(admonition["indent"]) + INDENT)
            line = ""
        elif line.startswith("[^") and FOOTNOTE_DEFINITION.match(line):
            bodies.append(INDENT * (len(bodies) + 1))
            line = f"^{line[1:]}"
        elif (box := MARKDOWN_BOX.match(line)) and (boxes or not box[1] and "markdown" in box[3].lower()):
            boxes += -1 if box[1] else 1
            line = ""
        result.append(line)
    return result
