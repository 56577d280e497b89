"""Markdown pages: headings, links, anchors, footnote references and generated blocks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ..languages import language
from ..model.finding import Position
from .commonmark import FOOTNOTE_DEFINITION, Heading, Link, Markup, read_markup
from .origin import Origin
from .yaml import UnreadableYaml, YamlData, read_yaml

# Bounded, so that garbage takes no longer than prose.
_ATTRIBUTE = r"\{:?(?:[^{}]{0,300}\s)?#([A-Za-z][\w-]*)[^{}]{0,300}\}"
# Where attr_list reads an id: behind an inline element, alone on the last line of a block, at the end of a cell.
_ATTRIBUTES = re.compile(rf"(?<=[)*_`>]){_ATTRIBUTE}|^\s*{_ATTRIBUTE}\s*$|(?<=\s){_ATTRIBUTE}\s*(?=\|)")
_CODE = re.compile(r"`[^`]*`")
FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
"""The mark of a note in a text, or the beginning of the note itself; its group is the id."""
FENCE = re.compile(r"^\s*(```+|~~~+)")
_NO_PARAGRAPH = re.compile(r"<|#|!!!|\?\?\?|\||[-*+] |\d+[.)] |    |\[\^[^\]\s]+\]:")
_BLOCK = re.compile(r"^<!--\s*block:([a-z-]+)((?:\s+[^\s>]+)*)\s*-->\s*$")


@dataclass(frozen=True)
class Block:
    """A part of the page that is made from data: the marker ``line``, on an expanded page all lines to ``end_line``."""

    name: str
    arguments: tuple[str, ...]
    line: int
    end_line: int


@dataclass(frozen=True)
class BlockFault:
    """A marker that cannot be read."""

    message: str
    line: int


@dataclass(eq=False)
class Page:
    """One page in one language, as it is written or expanded. ``path`` is relative to the root, ``name`` to the folder.

    An expanded page has its blocks filled and its values printed; ``origins`` says where each of its lines comes from.
    """

    path: str
    language: str
    name: str
    text: str
    meta: YamlData = field(default_factory=lambda: YamlData({}))
    meta_lines: int = 0
    expanded_from: Page | None = None
    origins: Sequence[Origin] = ()
    made: tuple[Block, ...] = ()

    @property
    def written(self) -> Page:
        """The page as it stands in its file."""
        return self.expanded_from or self

    def at(self, line: int = 1, column: int = 1) -> Position:
        """The place, in the file that somebody wrote, of a line and column of the page."""
        if 0 < line <= len(self.origins):
            return self.origins[line - 1].at(column, self.lines[line - 1])
        return Position(self.path, line, column)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without line ends."""
        return self.text.split("\n")

    @cached_property
    def title_line(self) -> int:
        """Line of the title in the front matter, else of the first heading, for findings about the page as a whole."""
        places = self.meta.places
        place = places.get(("head_title",)) or places.get(("title",))
        return place[0] if place else next((heading.line for heading in self.headings), 1)

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks in order."""
        return list(self.made) if self.expanded_from else self._marked[0]

    @cached_property
    def block_faults(self) -> list[BlockFault]:
        """Block markers that cannot be read."""
        return self._marked[1]

    @cached_property
    def block_lines(self) -> frozenset[int]:
        """Numbers of the lines that blocks own."""
        return frozenset(n for block in self.blocks for n in range(block.line, block.end_line + 1))

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings in order."""
        return self._markup.headings

    @cached_property
    def links(self) -> list[Link]:
        """Links and images in order, those of generated blocks included."""
        return self._markup.links

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Line number and text of every line outside front matter, fences and generated blocks."""
        return [(n, line) for n, line in self.open_lines if n not in self.block_lines]

    @cached_property
    def anchors(self) -> set[str]:
        """Every id of the page a link may point to."""
        ids = {heading.id for heading in self.headings if heading.id} | self._markup.ids
        for _, line in self.open_lines:
            if "{" in line:
                found = _ATTRIBUTES.findall(_CODE.sub("``", line) if "`" in line else line)
                ids.update("".join(groups) for groups in found)
            if line.startswith("[^") and (definition := FOOTNOTE_DEFINITION.match(line)):
                ids.add(f"fn:{definition[1]}")
        return ids

    @cached_property
    def footnotes(self) -> list[tuple[str, int, int]]:
        """Footnote references outside definitions: source id, line, column."""
        found = []
        for number, line in self.open_lines:
            for match in FOOTNOTE.finditer(line) if "[^" in line else ():
                if match.start() or not line.startswith(":", match.end()):
                    found.append((match[1], number, match.start() + 1))
        return found

    @cached_property
    def first_paragraph(self) -> str:
        """The paragraph that follows the page's heading, as Markdown; empty where there is none."""
        collected: list[str] = []
        after_title = False
        for _, line in self.open_lines:
            if line.startswith("# "):
                after_title = True
            elif after_title and line.strip() and not _NO_PARAGRAPH.match(line):
                collected.append(line.strip())
            elif collected:
                break
        return language(self.language).line_joint.join(collected)

    @cached_property
    def open_lines(self) -> list[tuple[int, str]]:
        """Number and text of every line outside front matter and fences."""
        kept, fence = [], None
        for number, line in enumerate(self.lines[self.meta_lines :], self.meta_lines + 1):
            mark = FENCE.match(line) if "```" in line or "~~~" in line else None
            if fence:
                if mark and mark[1].startswith(fence):
                    fence = None
            elif mark:
                fence = mark[1]
            else:
                kept.append((number, line))
        return kept

    @cached_property
    def _marked(self) -> tuple[list[Block], list[BlockFault]]:
        blocks: list[Block] = []
        faults: list[BlockFault] = []
        for number, line in self.open_lines:
            if "<!--" not in line:
                continue
            if marker := _BLOCK.match(line):
                blocks.append(Block(marker[1], tuple(marker[2].split()), number, number))
            elif re.search(r"<!--\s*/?block\b", line):
                faults.append(BlockFault("this block marker cannot be read", number))
        return blocks, faults

    @cached_property
    def _markup(self) -> Markup:
        return _markup_of(self.text, self.meta_lines, self.block_lines)


@lru_cache(maxsize=4096)
def _markup_of(text: str, meta_lines: int, generated: frozenset[int]) -> Markup:
    # Expanded pages are new in every tree, and most of them as they were.
    return read_markup(text.split("\n"), meta_lines, generated)


def read_page(path: str, language: str, name: str, text: str) -> Page:
    """Read one page.

    Raises:
        UnreadableYaml: where the front matter is not valid; its line counts from the top of the file.
    """
    page = Page(path, language, name, text)
    lines = page.lines
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 1):
            if line.strip() == "---":
                try:
                    meta = read_yaml("\n".join(lines[1:number]))
                except UnreadableYaml as error:
                    raise UnreadableYaml(str(error), error.line + 1, error.column) from None
                if meta.data is None:
                    meta.data = {}
                if not isinstance(meta.data, dict):
                    raise UnreadableYaml("front matter must be keys and values", 2)
                meta.places = {key: (line + 1, column) for key, (line, column) in meta.places.items()}
                page.meta, page.meta_lines = meta, number + 1
                break
        else:
            raise UnreadableYaml("front matter opens with --- and never closes", 1)
    return page
