"""Comparison tables and details of the products on the card pages."""

from __future__ import annotations

from typing import get_args

from ..model.product import CardPage, Product
from ..model.values import UNKNOWN
from .carriers import statement
from .contacts import contact_cards
from .inline import BlockError, Context, Made, made_from, table


def _of_page(context: Context, card: str) -> list[Product]:
    if card not in get_args(CardPage):
        raise BlockError(f'there is no card page "{card}"; the pages are {", ".join(get_args(CardPage))}')
    return [product for product in context.tree.product_records if card in product.cards]


def _name(context: Context, product: Product) -> Made:
    name = context.text(product.names)
    status = (
        "" if product.status.value == "open" else context.bracketed(context.label(f"status-{product.status.value}"))
    )
    words = f'<span id="product-{product.id}"></span>**{name}**{status}'
    return made_from(context.item_of(product), ("names",), words)


def products(context: Context, card: str) -> list[str]:
    """The products of one card page: do they end by themselves, when, what to do, what comes back, what goes back."""
    rows = []
    for product in _of_page(context, card):
        own = product.ends_by_itself
        word = f"**{context.label(f'ends-{own.value}')}**{{ .ends .{own.value} }}"
        mark = "" if own.value == UNKNOWN else f" {context.sure(own.confidence)}"
        rows.append(
            [
                _name(context, product),
                f"{word}{mark}{context.cite(own.sources)} {statement(context, product.ends_when)}",
                statement(context, product.to_end_it),
                statement(context, product.refund),
                statement(context, product.give_back),
            ]
        )
    if not rows:
        return [context.label("none")]
    return table(
        [context.label(word) for word in ("product", "ends-by-itself", "to-end-it", "refund", "give-back")], rows
    )


def keep_number_table(context: Context) -> list[str]:
    """The number-keeping products: how the number is kept and how each is ended."""
    rows = [
        [_name(context, p), statement(context, p.ends_when), statement(context, p.to_end_it)]
        for p in _of_page(context, "number-keeping")
    ]
    return table([context.label(word) for word in ("product", "cheap-way", "to-end-it")], rows)


def product_details(context: Context, card: str) -> list[str]:
    """Further facts, disputes, gaps and contacts of the products that belong to this card page first of all."""
    lines: list[str] = []
    for product in _of_page(context, card):
        if product.cards[0] != card:
            continue
        if not (product.facts or product.disputed or product.unknown or product.contacts):
            continue
        item = context.item_of(product)
        lines += ["", made_from(item, ("names",), f"**{context.text(product.names)}**"), ""]
        for index, fact in enumerate(product.facts):
            lines.append(made_from(item, ("facts", index), f"- {statement(context, fact)}"))
        for index, dispute in enumerate(product.disputed):
            sides = " / ".join(f"{context.text(side.text)}{context.cite(side.sources)}" for side in dispute.sides)
            advice = context.pair(context.label("disputed-advice"), context.text(dispute.advice))
            words = f"- {context.text(dispute.question)} {context.sure('disputed')} {sides} {advice}"
            lines.append(made_from(item, ("disputed", index), words))
        for index, gap in enumerate(product.unknown):
            ask = context.bracketed(context.pair(context.label("ask"), context.text(gap.ask))) if gap.ask else ""
            words = f"- {context.text(gap.text)} {context.sure('unknown')}{ask}"
            lines.append(made_from(item, ("unknown", index), words))
        if product.contacts:
            lines += ["", *contact_cards(context, product.contacts, item, ("contacts",), product.id)]
    return lines[1:]
