"""What the versions of one text must share: figures and structure. For the translation rules; not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..source.markdown import Link, Page
from ..text.figures import figures
from ..text.passages import ROW
from .loaded import Loaded
from .once import once
from .tree import Tree


@dataclass
class Part:
    """A paragraph, list item, table row or box of a section, and what every version of it must have."""

    line: int
    figures: set[str] = field(default_factory=set)
    shape: list[tuple[str, str]] = field(default_factory=list)
    """Kind and detail of each thing: items, rows, boxes, links, sources, blocks."""
    text: str = ""


@dataclass
class Section:
    """The part of a page below one heading, generated blocks left out."""

    id: str
    line: int
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def figures(self) -> set[str]:
        """The figures of all parts."""
        return set().union(*(part.figures for part in self.parts))

    @cached_property
    def shape(self) -> list[tuple[str, str]]:
        """Kind and detail of each thing in all parts."""
        return [thing for part in self.parts for thing in part.shape]

    def paired(self, other: Section) -> Iterator[tuple[Part, Part]]:
        """Each part with its version in ``other``; none where they are divided differently."""
        return zip(self.parts, other.parts, strict=True) if len(self.parts) == len(other.parts) else iter(())


_ITEM = re.compile(r"^(\s*)(?:[-*+]|(\d+)[.)])\s")
_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)\s+(\w+)")


@once
def sections(page: Page) -> list[Section]:
    """The sections of a page in order; what stands above the first heading belongs to the section ``top``."""
    result = [Section("top", page.title_line)]
    headings = {heading.line: heading for heading in page.headings}
    links: dict[int, list[Link]] = {}
    for link in page.links:
        links.setdefault(link.line, []).append(link)
    starts = {block.line: block for block in page.blocks}
    notes: dict[int, list[str]] = {}
    for key, noted, _ in page.footnotes:
        notes.setdefault(noted, []).append(key)
    own = page.block_lines
    inside = False
    for number, line in enumerate(page.lines[page.meta_lines :], page.meta_lines + 1):
        if number in headings:
            result.append(Section(headings[number].id or headings[number].text, number))
            inside = False
        parts = result[-1].parts
        if number in starts:
            block = starts[number]
            parts.append(Part(number, shape=[("block", " ".join((block.name, *block.arguments)))]))
        if number in own or not line.strip():
            inside = False
            continue
        thing = _thing(line)
        if thing or not inside:
            parts.append(Part(number))
        inside = True
        part = parts[-1]
        part.figures |= figures(line)
        part.text += f"{line}\n"
        part.shape += [thing] if thing else []
        part.shape += [("link", link.target) for link in links.get(number, [])]
        part.shape += [("source", key) for key in notes.get(number, [])]
    return result


def _thing(line: str) -> tuple[str, str] | None:
    item, box = _ITEM.match(line), _BOX.match(line)
    if item:
        return ("step" if item[2] else "list item"), ""
    if box:
        return "box", box[1]
    return ("table row", "") if ROW.match(line) else None


def page_versions(tree: Tree) -> Iterator[tuple[Page, list[Page]]]:
    """Each page of the default language with its other versions."""
    default = tree.config.default.code
    for name in tree.names:
        model = tree.pages.get((default, name))
        if model:
            others = [tree.pages[lang.code, name] for lang in tree.languages if (lang.code, name) in tree.pages]
            yield model, [page for page in others if page is not model]


def paired_sections(tree: Tree) -> Iterator[tuple[Page, Page, Section, Section]]:
    """Each page of the default language, another version of it, and a section that both have, in that order."""
    for model, others in page_versions(tree):
        wanted = {section.id: section for section in sections(model)}
        for page in others:
            for section in sections(page):
                if expected := wanted.get(section.id):
                    yield model, page, expected, section


def record_texts(tree: Tree) -> Iterator[tuple[Loaded, tuple, dict[str, str]]]:
    """Every text of the records of all released languages, values printed: file, path in it, and the versions."""
    for item, path, versions in written_texts(tree):
        shown = ((code, item.values.get((*path, code))) for code in versions)
        yield item, path, {code: printed.text if printed else versions[code] for code, printed in shown}


def written_texts(tree: Tree) -> Iterator[tuple[Loaded, tuple, dict[str, str]]]:
    """The same texts as they stand in the files, values by their address."""
    codes = {language.code for language in tree.languages}
    released = {language.code for language in tree.languages if language.released}
    for item in tree.loaded:
        if item.language:
            continue
        texts: dict[tuple, dict[str, str]] = {}
        for path, text in item.yaml.texts:
            texts.setdefault(path[:-1], {})[str(path[-1]) if path else ""] = text
        yield from ((item, path, versions) for path, versions in texts.items() if released <= versions.keys() <= codes)
