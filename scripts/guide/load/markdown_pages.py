"""Markdown pages: headings, links, anchors, footnote references and generated blocks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from markdown_it import MarkdownIt

from .yaml_records import UnreadableYaml, YamlData, read_yaml

_PARSER = MarkdownIt("commonmark").enable("table")
_HEADING_ID = re.compile(r"\s*\{:?\s*(?:[^{}]*\s)?#([^\s}]+)[^{}]*\}\s*$")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[^{}]*\s)?#([A-Za-z][\w-]*)[^{}]*\}")
_HTML_ID = re.compile(r"<[a-z][^>]*\sid=[\"']([^\"']+)[\"']", re.I)
_HTML_LINK = re.compile(r"<(?:a|img|source)\b[^>]*\s(?:href|src)=[\"']([^\"']+)[\"']", re.I)
_FOOTNOTE = re.compile(r"(?<!^)\[\^([^\]\s]+)\]|^\[\^([^\]\s]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:")
_ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?)\s+\w+")
_NO_PARAGRAPH = re.compile(r"<!--|#|!!!|\?\?\?|\||[-*+] |\d+[.)] |    |\[\^[^\]\s]+\]:")
_BLOCK_OPEN = re.compile(r"^<!--\s*block:([a-z-]+)((?:\s+[^\s>]+)*)\s*-->\s*$")
_BLOCK_CLOSE = re.compile(r"^<!--\s*/block\s*-->\s*$")


@dataclass(frozen=True)
class Heading:
    """An ATX heading; ``id`` is None where none is pinned."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Link:
    """A link or image target as it is written."""

    target: str
    text: str
    line: int
    column: int
    image: bool = False


@dataclass(frozen=True)
class Block:
    """A generated block: the lines strictly between its two markers are ``body``."""

    name: str
    arguments: tuple[str, ...]
    line: int
    end_line: int
    body: tuple[str, ...]


@dataclass(frozen=True)
class BlockFault:
    """A marker that opens or closes nothing."""

    message: str
    line: int


@dataclass(eq=False)
class Page:
    """One page in one language. ``path`` is relative to the root, ``name`` to the language's folder."""

    path: str
    language: str
    name: str
    text: str
    meta: YamlData = field(default_factory=lambda: YamlData({}))
    meta_lines: int = 0

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without line ends."""
        return self.text.split("\n")

    @cached_property
    def title_line(self) -> int:
        """Line of the front matter's title, for findings about the page as a whole."""
        return self.meta.places.get(("title",), (1, 1))[0]

    @cached_property
    def blocks(self) -> list[Block]:
        """The generated blocks in order."""
        return self._marked[0]

    @cached_property
    def block_faults(self) -> list[BlockFault]:
        """Block markers that do not pair."""
        return self._marked[1]

    @cached_property
    def block_lines(self) -> frozenset[int]:
        """Numbers of the lines that blocks own, markers included."""
        return frozenset(n for block in self.blocks for n in range(block.line, block.end_line + 1))

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings in order."""
        return self._parsed[0]

    @cached_property
    def links(self) -> list[Link]:
        """Links and images in order, those of generated blocks included."""
        return self._parsed[1]

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Line number and text of every line outside front matter, fences and generated blocks."""
        return [(n, line) for n, line in self._open_lines if n not in self.block_lines]

    @cached_property
    def anchors(self) -> set[str]:
        """Every id of the page a link may point to."""
        ids = {heading.id for heading in self.headings if heading.id}
        for _, line in self._open_lines:
            ids.update(_ATTRIBUTES.findall(line))
            ids.update(_HTML_ID.findall(line))
            definition = _FOOTNOTE_DEFINITION.match(line)
            if definition:
                ids.add(f"fn:{definition[1]}")
        return ids

    @cached_property
    def footnotes(self) -> list[tuple[str, int, int]]:
        """Footnote references outside definitions: source id, line, column."""
        found = []
        for number, line in self._open_lines:
            for match in _FOOTNOTE.finditer(line):
                found.append((match[1] or match[2], number, match.start() + 1))
        return found

    @cached_property
    def first_paragraph(self) -> str:
        """The paragraph that follows the page's heading, as Markdown; empty where there is none."""
        collected: list[str] = []
        after_title = False
        for _, line in self._open_lines:
            if line.startswith("# "):
                after_title = True
            elif after_title and line.strip() and not _NO_PARAGRAPH.match(line):
                collected.append(line.strip())
            elif collected:
                break
        joiner = " " if self.language == "en" else ""
        return joiner.join(collected)

    @cached_property
    def _open_lines(self) -> list[tuple[int, str]]:
        kept, fence = [], None
        for number, line in enumerate(self.lines, 1):
            if number <= self.meta_lines:
                continue
            mark = re.match(r"^\s*(```+|~~~+)", line)
            if fence:
                if mark and mark[1].startswith(fence):
                    fence = None
                continue
            if mark:
                fence = mark[1]
                continue
            kept.append((number, line))
        return kept

    @cached_property
    def _marked(self) -> tuple[list[Block], list[BlockFault]]:
        blocks, faults, opened = [], [], None
        for number, line in self._open_lines:
            start = _BLOCK_OPEN.match(line)
            if start:
                if opened:
                    faults.append(
                        BlockFault(f"block:{opened[1][1]} is not closed before the next one opens", opened[0])
                    )
                opened = (number, start)
            elif _BLOCK_CLOSE.match(line):
                if not opened:
                    faults.append(BlockFault("/block closes nothing", number))
                    continue
                first, match = opened
                body = tuple(self.lines[first : number - 1])
                blocks.append(Block(match[1], tuple(match[2].split()), first, number, body))
                opened = None
            elif re.search(r"<!--\s*/?block\b", line):
                faults.append(BlockFault("this block marker cannot be read; it must stand alone on its line", number))
        if opened:
            faults.append(BlockFault(f"block:{opened[1][1]} is never closed", opened[0]))
        return blocks, faults

    @cached_property
    def _parsed(self) -> tuple[list[Heading], list[Link]]:
        # CommonMark would take "[^id]: word" for the definition of a link.
        body = [_FOOTNOTE_DEFINITION.sub("^", line) for line in self.lines[self.meta_lines :]]
        source = "\n" * self.meta_lines + "\n".join(_without_admonition_indent(body))
        headings: list[Heading] = []
        links: list[Link] = []
        tokens = _PARSER.parse(source)
        for position, token in enumerate(tokens):
            if token.type == "heading_open":
                content = tokens[position + 1].content
                match = _HEADING_ID.search(content)
                text = _HEADING_ID.sub("", content)
                headings.append(Heading(int(token.tag[1]), text, match[1] if match else None, token.map[0] + 1))
            elif token.type == "inline" and token.children:
                links.extend(self._links_of(token))
            elif token.type == "html_block":
                for target in _HTML_LINK.findall(token.content):
                    links.append(self._placed(target, "", token.map, False))
        return headings, links

    def _links_of(self, token) -> list[Link]:
        links, open_link = [], None
        for child in token.children:
            if child.type == "link_open":
                open_link = [child.attrs["href"], ""]
            elif child.type == "link_close" and open_link:
                links.append(self._placed(open_link[0], open_link[1], token.map, False))
                open_link = None
            elif child.type == "image":
                links.append(self._placed(child.attrs["src"], child.content, token.map, True))
            elif child.type == "html_inline":
                for target in _HTML_LINK.findall(child.content):
                    links.append(self._placed(target, "", token.map, False))
            elif open_link:
                open_link[1] += child.content
        return links

    def _placed(self, target: str, text: str, lines: list[int], image: bool) -> Link:
        for number in range(lines[0], min(lines[1], len(self.lines))):
            column = self.lines[number].find(target)
            if column >= 0:
                return Link(target, text, number + 1, column + 1, image)
        return Link(target, text, lines[0] + 1, 1, image)


def _without_admonition_indent(lines: list[str]) -> list[str]:
    # Python-Markdown indents the body of "!!! note" by four spaces, which CommonMark reads as code.
    result, inside = [], False
    for line in lines:
        if _ADMONITION.match(line):
            inside = True
            result.append("")
        elif inside and line.startswith("    "):
            result.append(line[4:])
        else:
            inside = inside and not line.strip()
            result.append(line)
    return result


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
