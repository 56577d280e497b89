"""A page as readers see it: its blocks filled, its values printed, and for each line where it comes from."""

from __future__ import annotations

import json
import re

from ..source.markdown import Block, Page, read_page
from ..source.origin import BlockLine, Origin, WrittenLine
from ..source.references import Printed, holds_references, printed
from ..text.fingerprint import SECTIONS, WHOLE
from ..text.passages import LONGEST
from ..tree.tree import Tree
from .blocks import SOURCES, made
from .inline import BlockError, Context, Made, plain
from .sources import definitions
from .values import NoValue, Values

_KEY = re.compile(r"^(\w+):")


class _Lines:
    """The lines of a page while it is put together, each with its origin."""

    def __init__(self, page: Page):
        self.page = page
        self.texts: list[str] = []
        self.origins: list[Origin] = []
        self.blocks: list[Block] = []

    def add(self, text: str, line: int, shown: Printed | None = None) -> None:
        self.texts.append(shown.text if shown else text)
        self.origins.append(WrittenLine(self.page.path, line, shown.spans if shown else ()))

    def add_block(self, block: Block, lines: list[str]) -> None:
        first = len(self.texts) + 1
        for text in ["", *lines, ""]:
            self.texts.append(str(text))
            origin = text.origin if isinstance(text, Made) else None
            self.origins.append(origin or BlockLine(self.page.path, block.line))
        self.blocks.append(Block(block.name, block.arguments, first, len(self.texts)))

    def whole(self) -> Page:
        page = read_page(self.page.path, self.page.language, self.page.name, "\n".join(self.texts))
        page.expanded_from, page.origins, page.made = self.page, tuple(self.origins), tuple(self.blocks)
        return page


def expanded(tree: Tree, values: Values, page: Page) -> Page:
    """``page`` as readers see it. What cannot be made or printed is added to the faults of ``tree``."""
    context = Context(tree, page)
    shown = {
        number: _shown(tree, values, page, number, line) for number, line in page.open_lines if holds_references(line)
    }
    filled = {block.line: _made(tree, context, block) for block in page.blocks if block.name != SOURCES}
    body = _assembled(page, shown, filled)
    for block in page.blocks:
        if block.name == SOURCES:
            filled[block.line] = _made(tree, context, block, body.whole())
            body = _assembled(page, shown, filled)
    whole = _Lines(page)
    _add_meta(whole, tree, values, body.whole())
    shift = len(whole.texts)
    whole.texts += body.texts
    whole.origins += body.origins
    whole.blocks = [Block(b.name, b.arguments, b.line + shift, b.end_line + shift) for b in body.blocks]
    return whole.whole()


def _assembled(page: Page, shown: dict[int, Printed], filled: dict[int, list[str]]) -> _Lines:
    body = _Lines(page)
    blocks = {block.line: block for block in page.blocks}
    for number, line in enumerate(page.lines[page.meta_lines :], page.meta_lines + 1):
        if number in blocks:
            body.add_block(blocks[number], filled.get(number, []))
        else:
            body.add(line, number, shown.get(number))
    return body


def _made(tree: Tree, context: Context, block: Block, body: Page | None = None) -> list[str]:
    """The lines of ``block``; of the sources, which the rest of the page tells, where there is a ``body``."""
    try:
        return definitions(context, body) if body else made(context, block)
    except BlockError as error:
        place = context.page.at(block.line)
        tree.block_faults.append((place, str(error)))
        if error.cause and error.cause != place.path:
            tree.follows[place, str(error)] = error.cause
        return []


def _shown(tree: Tree, values: Values, page: Page, number: int, line: str) -> Printed:
    def value_of(address: str) -> str | None:
        try:
            return values.printed(address, page.language)
        except NoValue as error:
            place = page.at(number, line.find(f"{{={address}}}") + 1)
            tree.reference_faults.append((place, str(error), error.fix))
            if error.cause:
                tree.follows[place, str(error)] = error.cause
            return None

    return printed(line, value_of)


def _add_meta(lines: _Lines, tree: Tree, values: Values, body: Page) -> None:
    """Front matter: what is written but for the record of translation, a carrier's title, the first paragraph."""
    page = lines.page
    context = Context(tree, page)
    given = page.meta.mapping
    lines.add("---", 1)
    for number, line in enumerate(page.lines[1 : max(page.meta_lines - 1, 1)], 2):
        key = _KEY.match(line)
        if not key or key[1] not in (WHOLE, SECTIONS):
            lines.add(line, number, _shown(tree, values, page, number, line) if holds_references(line) else None)
    carrier = tree.carriers.get(str(given.get("carrier")))
    if "title" not in given and carrier and carrier.record:
        language = tree.language(page.language)
        name = language.text(carrier.record.names)
        lines.add(f"title: {json.dumps(name, ensure_ascii=False)}", 1)
        if carrier.record.headline:
            head = language.phrase(
                "head-title", name=language.before_word(name), headline=context.text(carrier.record.headline)
            )
            lines.add(f"head_title: {json.dumps(head, ensure_ascii=False)}", 1)
        given = {**given, "description": ""}
        lines.add(f"description: {json.dumps(plain(context.text(carrier.record.answer)), ensure_ascii=False)}", 1)
    if "description" not in given and (words := plain(body.first_paragraph[:LONGEST])):
        lines.add(f"description: {json.dumps(words, ensure_ascii=False)}", 1)
    lines.add("---", max(page.meta_lines, 1))
