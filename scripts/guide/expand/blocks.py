"""The blocks a page may ask for: ``<!-- block:contacts docomo -->`` stands alone on its line and is filled at build.

Each block is a function of the data, the page it stands on and its arguments.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable

from ..source.markdown import Block
from . import carriers, comparison, corrections, editorial, handset, keep, plan, products
from .inline import BlockError, Context

BLOCKS: dict[str, Callable[..., list[str]]] = {
    "carrier": carriers.carrier_page,
    "carriers-table": comparison.carriers_table,
    "channel-table": comparison.channel_table,
    "web-only": comparison.web_only,
    "fees-table": comparison.fees_table,
    "timing-table": comparison.timing_table,
    "keep": keep.links,
    "plan": plan.host,
    "plan-table": comparison.plan_table,
    "sim-table": comparison.sim_table,
    "last-bill-table": comparison.last_bill_table,
    "return-programmes": handset.programmes_table,
    "products": products.products,
    "product-details": products.product_details,
    "keep-number-table": products.keep_number_table,
    "desks": editorial.desks,
    "carrier-cards": editorial.carrier_cards,
    "faq-index": editorial.faq_index,
    "all-sources": editorial.all_sources,
    "glossary": editorial.glossary,
    "claims": editorial.claims,
    "corrections": corrections.corrections,
    "phrases": editorial.phrases,
    "phrase": editorial.phrase,
    "letter": editorial.letter,
}
SOURCES = "sources"
"""Made last of all on its page: the notes that the rest of the page refers to."""
OF_OTHER_PAGES = {"faq-index", "all-sources"}
"""Made once the other pages are whole, since they are made from them."""


def made(context: Context, block: Block) -> list[str]:
    """The lines of one block.

    Raises:
        BlockError: where the name, an argument or a record it needs does not exist.
    """
    maker = BLOCKS.get(block.name)
    if maker is None:
        raise BlockError(f"there is no block:{block.name}; the blocks are {', '.join(sorted([*BLOCKS, SOURCES]))}")
    try:
        inspect.signature(maker).bind(context, *block.arguments)
    except TypeError:
        raise BlockError(
            f"block:{block.name} was given {len(block.arguments)} arguments: {' '.join(block.arguments)}"
        ) from None
    return maker(context, *block.arguments)
