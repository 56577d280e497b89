"""Generated parts of the pages. Each block is a function of the data, the language and its arguments.

A page holds ``<!-- block:contacts docomo -->`` … ``<!-- /block -->``; what stands between is committed and verified.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from ..source.markdown import Block, Page, read_page
from ..tree.tree import Tree
from . import carriers as carrier_page
from . import comparison as tables
from . import editorial as lists
from . import products as product_tables
from .inline import BlockError, Context
from .sources import definitions

BLOCKS: dict[str, Callable[..., list[str]]] = {
    "answer": carrier_page.answer,
    "glance": carrier_page.glance,
    "channel": carrier_page.channel,
    "ending": carrier_page.ending,
    "facts": carrier_page.facts,
    "contacts": carrier_page.contacts,
    "disputed": carrier_page.disputed,
    "unknown": carrier_page.unknown,
    "carriers-table": tables.carriers_table,
    "channel-table": tables.channel_table,
    "fees-table": tables.fees_table,
    "timing-table": tables.timing_table,
    "sim-table": tables.sim_table,
    "last-bill-table": tables.last_bill_table,
    "products": product_tables.products,
    "product-details": product_tables.product_details,
    "keep-number-table": product_tables.keep_number_table,
    "desks": lists.desks,
    "carrier-cards": lists.carrier_cards,
    "faq-index": lists.faq_index,
    "all-sources": lists.all_sources,
    "glossary": lists.glossary,
    "claims": lists.claims,
    "phrases": lists.phrases,
}
SOURCES = "sources"
_MADE: WeakKeyDictionary[Tree, WeakKeyDictionary[Page, list]] = WeakKeyDictionary()

__all__ = ["BLOCKS", "BlockError", "render_block", "render_page", "rewritten"]


def render_block(tree: Tree, page: Page, block: Block) -> list[str]:
    """The lines of one block; for ``sources`` as the page stands, which ``render_page`` betters.

    Raises:
        BlockError: where the name, an argument or a record it needs does not exist.
    """
    if block.name == SOURCES:
        return definitions(Context(tree, page), page)
    maker = BLOCKS.get(block.name)
    if maker is None:
        raise BlockError(f"there is no block:{block.name}; the blocks are {', '.join(sorted([*BLOCKS, SOURCES]))}")
    try:
        lines = maker(Context(tree, page), *block.arguments)
    except TypeError:
        raise BlockError(
            f"block:{block.name} was given {len(block.arguments)} arguments: {' '.join(block.arguments)}"
        ) from None
    return ["", *lines, ""] if lines else []


def render_page(tree: Tree, page: Page) -> list[tuple[Block, list[str] | None]]:
    """Every block of the page with the lines it should hold; None where it cannot be made. Made once for a site."""
    made = _MADE.setdefault(tree, WeakKeyDictionary())
    if page not in made:
        made[page] = _rendered(tree, page)
    return made[page]


def _rendered(tree: Tree, page: Page) -> list[tuple[Block, list[str] | None]]:
    made: list[tuple[Block, list[str] | None]] = []
    for block in page.blocks:
        try:
            made.append((block, render_block(tree, page, block)))
        except BlockError:
            made.append((block, None))
    text = _replaced(page, made)
    if text != page.text and any(block.name == SOURCES for block in page.blocks):
        # The sources are those of the page with its other blocks fresh.
        fresh = read_page(page.path, page.language, page.name, text)
        try:
            lines = definitions(Context(tree, page), fresh)
        except BlockError:
            lines = None
        made = [(block, lines if block.name == SOURCES else body) for block, body in made]
    return made


def rewritten(tree: Tree, page: Page) -> str:
    """The text of the page with every block fresh."""
    return _replaced(page, render_page(tree, page))


def _replaced(page: Page, made: list[tuple[Block, list[str] | None]]) -> str:
    lines, end = [], 0
    for block, body in made:
        lines += page.lines[end : block.line]
        lines += list(block.body) if body is None else body
        end = block.end_line - 1
    return "\n".join(lines + page.lines[end:])
