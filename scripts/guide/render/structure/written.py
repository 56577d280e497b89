"""Read the Markdown of a page into parts, as its writer means it: CommonMark with tables, boxes and footnotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from pyromark import Markdown, Options
from pyromark.event import Range

from ...source.commonmark import INDENT, MARKDOWN_BOX
from ...source.markdown import FENCE, Page
from .html import Snippets, Tags
from .parts import Builder, Numbered, Structure
from .targets import of_address, of_markdown

_PARSER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_TASKLISTS | Options.ENABLE_DEFINITION_LIST)
FOOTNOTES = "///Footnotes Go Here///"
"""Where the renderer puts the notes."""

# A line of these is no line of a page: it says where a box or a footnote begins and ends.
_SIGN = "\ue000"
_BOX = re.compile(r"^( *)(?:!!!|\?\?\?\+?)[ ]*([\w-][\w -]*?)(?:[ ]+\"(.*)\")?[ ]*$")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,100})\]:[ ]*(.*)$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_PIPE = re.compile(r"(?<!\\)\|")
_PLAIN_TAG = re.compile(r"</?(?:span|small|strong|em|b|i|s|u|sub|sup|ruby|rt|rp|kbd|mark|bdi|abbr|q)\b[^<>]*>$")
_OPENING = {
    "Item": "item",
    "TableHead": "row",
    "TableRow": "row",
    "DefinitionList": "terms",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "meaning",
}
_CLOSING = {"List": "/list", "Table": "/table", "BlockQuote": "/quote", "DefinitionList": "/terms"}


def read_written(page: Page, folder: str, prefix: str) -> Structure:
    """The structure of a page that is rendered into ``folder`` of the site; ``prefix`` is its language's folder."""
    return _Reader(page, folder, prefix).read()


class _Reader:
    def __init__(self, page: Page, folder: str, prefix: str):
        self.page = page
        self.folder, self.prefix = folder, prefix
        self.builder = Builder(markdown=True)
        self.snippets = Snippets(Tags(self.builder, lambda url: of_address(folder, url)))
        unfolded = _unfolded(page, self.builder.structure.faults)
        self.lines = [line for line, _ in unfolded]
        self.numbers = [number for _, number in unfolded]
        self.text = "\n".join(self.lines)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode()) + 1)
        # Lines whose shape has been understood: those of items, and those of tables, code and HTML.
        self.list_lines: set[int] = set()
        self.block_lines: set[int] = set()
        self.columns = 0
        self.in_head = False
        self.code: list[str] | None = None
        self.html: list[str] = []

    def line_of(self, span: Range) -> int:
        return self.numbers[bisect_right(self.starts, span["start"]) - 1]

    def read(self) -> Structure:
        value: Any
        for event, span in _PARSER.events_with_range(self.text):
            if isinstance(event, str):
                self._break(event, span)
                continue
            ((what, value),) = event.items()
            if what == "Start":
                self._start(value, span)
            elif what == "End":
                self._end(value, span)
            else:
                self._inside(what, value, span)
        self.builder.flush()
        self._shapes()
        return self.builder.structure

    def _break(self, kind: str, span: Range) -> None:
        if kind == "Rule":
            self.builder.line = self.line_of(span)
            self.builder.block("line")
        else:
            self.builder.text("\n")

    def _inside(self, kind: str, value: str, span: Range) -> None:
        builder = self.builder
        if kind == "Html":
            self.html.append(value)
        elif kind == "InlineHtml":
            if not _PLAIN_TAG.match(value):
                self.snippets.read(value, self.line_of(span))
        elif kind == "Text" and self.code is not None:
            self.code.append(value)
        elif kind == "Text" and value.startswith(_SIGN):
            self._sign(value, span)
        elif kind in ("Text", "Code"):
            if not builder.has_text:
                builder.line = self.line_of(span)
            builder.text(value, code=kind == "Code")
        elif kind == "TaskListMarker":
            builder.line = self.line_of(span)
            builder.block("box to tick")

    def _start(self, value: str | dict, span: Range) -> None:
        builder = self.builder
        if value in ("Emphasis", "Strong"):
            return
        if value == "Paragraph":
            builder.flush()
        else:
            builder.line = self.line_of(span)
            if isinstance(value, str):
                self._start_plain(value, span)
            else:
                ((kind, given),) = value.items()
                self._start_given(kind, given, span)

    def _start_plain(self, kind: str, span: Range) -> None:
        builder = self.builder
        if kind == "TableCell":
            builder.block("head" if self.in_head else "cell")
            return
        self.in_head = kind == "TableHead"
        if kind == "HtmlBlock":
            builder.flush()
            self.html.clear()
        elif kind in _OPENING:
            builder.block(_OPENING[kind])
        if kind == "Item":
            self.list_lines.add(builder.line)
        elif kind in ("TableHead", "TableRow"):
            self._row(span)

    def _start_given(self, kind: str, given: Any, span: Range) -> None:
        builder = self.builder
        if kind == "List":
            builder.block("list", "ul" if given is None else Numbered("ol", given))
        elif kind == "Heading":
            builder.heading(int(given["level"][1:]))
        elif kind == "Table":
            builder.block("table")
            self.block_lines.add(builder.line + 1)
        elif kind == "BlockQuote":
            builder.block("quote")
        elif kind == "CodeBlock":
            builder.flush()
            self.code = []
            if given == "Indented":
                self._fault(builder.line, "lines that are indented by four are shown as code")
            self._covered(span)
        elif kind in ("Link", "Image"):
            if not given["dest_url"]:
                self._fault(builder.line, "the link leads nowhere")
            target = of_markdown(self.folder, self.prefix, self.page.name, given["dest_url"])
            builder.link(f"!{target}" if kind == "Image" else target)

    def _end(self, value: str | dict, span: Range) -> None:
        builder = self.builder
        kind = value if isinstance(value, str) else next(iter(value))
        if kind == "HtmlBlock":
            self._covered(span)
            self.snippets.read("".join(self.html), self.line_of(span))
            self.html.clear()
        elif kind == "CodeBlock":
            builder.code_block("".join(self.code or ()))
            self.code = None
        elif kind in _CLOSING:
            builder.block(_CLOSING[kind])
        elif kind in ("Heading", "Paragraph"):
            builder.flush()

    def _sign(self, text: str, span: Range) -> None:
        builder = self.builder
        builder.line = self.line_of(span)
        kind, _, rest = text[1:].partition(" ")
        if kind == "box":
            builder.block("box", rest)
        elif kind == "/box":
            builder.block("/box")
        elif kind == "note":
            if rest in builder.structure.notes:
                self._fault(builder.line, f"the footnote [^{rest}] is defined twice; one of the two is lost")
            builder.into_note(rest)
        elif kind == "/note":
            builder.out_of_note()

    def _row(self, span: Range) -> None:
        index = bisect_right(self.starts, span["start"]) - 1
        number = self.numbers[index]
        self.block_lines.add(number)
        cells = len(_PIPE.split(self.lines[index].strip().strip("|")))
        if self.in_head:
            self.columns = cells
        elif cells > self.columns:
            self._fault(
                number, f"the row has {cells} cells and its table {self.columns} columns: what is beyond them is lost"
            )
        elif cells < self.columns:
            self._fault(number, f"the row has {cells} cells and its table {self.columns} columns")

    def _covered(self, span: Range) -> None:
        first = bisect_right(self.starts, span["start"]) - 1
        last = bisect_right(self.starts, max(span["end"] - 1, span["start"])) - 1
        numbers = self.numbers[first : last + 1]
        self.block_lines.update(numbers)
        self.list_lines.update(numbers)

    def _shapes(self) -> None:
        # What looks like an item or a row and is none: neither reader sees more than text in it.
        for line, number in zip(self.lines, self.numbers, strict=True):
            if number not in self.list_lines and number not in self.block_lines and _ITEM.match(line):
                self._fault(number, "this looks like an item of a list and is shown as text")
            elif line.lstrip().startswith("|") and number not in self.block_lines:
                self._fault(number, "this looks like a row of a table and is shown as text")

    def _fault(self, line: int, message: str) -> None:
        self.builder.structure.faults.append((line, message))


def _unfolded(page: Page, faults: list[tuple[int, str]]) -> list[tuple[str, int]]:
    # CommonMark knows no boxes and no footnotes: their bodies are moved out by four, between two signs.
    result: list[tuple[str, int]] = []
    bodies: list[tuple[int, str, str, int]] = []
    boxes, fence = 0, ""

    def sign(words: str, indent: str, number: int) -> None:
        result.extend((("", number), (f"{indent}{_SIGN}{words}", number), ("", number)))

    def close(number: int) -> None:
        _, kind, indent, first = bodies.pop()
        if not any(line.strip() for line, _ in result[first:]):
            opened = result[first - 1][1] if first else number
            faults.append((opened, f"the {kind} has nothing in it: its text is indented by four"))
        sign(f"/{kind}", indent, number)

    number = page.meta_lines
    for number, line in enumerate(page.lines[page.meta_lines :], page.meta_lines + 1):
        if line.strip():
            indent = len(line) - len(line.lstrip(" "))
            while bodies and indent < bodies[-1][0]:
                close(number)
        line = line[INDENT * len(bodies) :]
        if mark := FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if fence:
            result.append((line, number))
        elif box := _BOX.match(line):
            required = len(box[1]) + INDENT * (len(bodies) + 1)
            sign(f"box {box[2]}", box[1], number)
            title = box[3] if box[3] is not None else box[2].split()[0].capitalize()
            result.extend(((box[1] + title, number), ("", number)))
            bodies.append((required, "box", box[1], len(result)))
        elif line.startswith("[^") and (note := _NOTE.match(line)):
            required = INDENT * (len(bodies) + 1)
            sign(f"note {note[1]}", "", number)
            bodies.append((required, "note", "", len(result)))
            result.append((note[2], number))
        elif (tag := MARKDOWN_BOX.match(line)) and (boxes or not tag[1] and "markdown" in tag[3].lower()):
            boxes += -1 if tag[1] else 1
            # Nothing of it is a part, but lists on its two sides are two.
            sign("tag", "", number)
        elif not line.startswith(("*[", FOOTNOTES)):
            result.append((line, number))
    while bodies:
        close(number)
    return result
