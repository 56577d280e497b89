"""Comparison tables and details of the products on the card pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from ..model.product import CardPage, Product
from ..model.values import UNKNOWN, Dispute, Fact, Gap, Statement
from ..tree.links import host
from ..tree.loaded import cited
from .contacts import contact_cards
from .inline import NOTHING, BlockError, Context, Made, made_from, table


def products(context: Context, card: str) -> list[str]:
    """The products of one card page: do they end by themselves, when, what to do, what comes back.

    Where none ends by itself the question is not asked thirteen times: the column says when they must be back.
    A product that another card page owns is named with a link to its row there, so that it is described once.
    """
    listed = _of_page(context, card)
    if not listed:
        return [context.label("none")]
    refunds = _refund_is_a_column(context, card)
    rented = all(product.ends_by_itself.value == "no" for product in listed)
    rows = [_row(context, product, card, refunds, rented) for product in listed]
    ends = "return-by" if rented else "ends-by-itself"
    columns = ["product", ends, "to-end-it", *(["refund"] if refunds else [])]
    return table([context.label(word) for word in columns], rows)


def keep_number_table(context: Context) -> list[str]:
    """The number-keeping products: how the number is kept and how each is ended."""
    rows = []
    for product in _of_page(context, "number-keeping"):
        shown = _Shown(context, [product.ends_when, product.to_end_it])
        rows.append([_name(context, product) + shown.mark, *shown.texts])
    return table([context.label(word) for word in ("product", "cheap-way", "to-end-it")], rows)


def product_details(context: Context, card: str) -> list[str]:
    """What the table leaves out of the products that this card page owns, with the sources of both."""
    lines: list[str] = []
    for product in _of_page(context, card):
        if product.cards[0] == card:
            lines += ["", *_details(context, product, _refund_is_a_column(context, card))]
    return lines[1:]


def _of_page(context: Context, card: str) -> list[Product]:
    if card not in get_args(CardPage):
        raise BlockError(f'there is no card page "{card}"; the pages are {", ".join(get_args(CardPage))}')
    listed = [product for product in context.tree.product_records if card in product.cards]
    return sorted(listed, key=lambda product: product.cards[0] != card)


def _refund_is_a_column(context: Context, card: str) -> bool:
    # A column of dashes says nothing: where few products tell, the details tell it. The number-keeping table has none.
    listed = _of_page(context, card)
    told = [product for product in listed if product.cards[0] == card and product.refund != UNKNOWN]
    return card != "number-keeping" and 2 * len(told) > len(listed)


def _row(context: Context, product: Product, card: str, refunds: bool, rented: bool) -> list[str]:
    own = product.ends_by_itself.value
    ends = "" if own == UNKNOWN or rented else f"**{context.label(f'ends-{own}')}**{{ .ends .{own} }}"
    owner = product.cards[0]
    shown = _Shown(
        context,
        [
            product.ends_when if owner == card or not (ends or rented) else UNKNOWN,
            product.to_end_it,
            product.refund if refunds else UNKNOWN,
        ],
    )
    when, to_end_it, refund = shown.texts
    name = _name(context, product, "" if owner == card else owner)
    marked = made_from(context.item_of(product), ("names",), name + shown.mark)
    return [marked, f"{ends} {when}".strip(), to_end_it, *([refund or NOTHING] if refunds else [])]


def _name(context: Context, product: Product, owner: str = "") -> Made:
    """The name with its anchor, led to the page that owns it, and what has become of it if it is no longer sold."""
    name = context.text(product.names)
    if owner:
        name = f"[{name}]({context.link(f'cards/{owner}.md', f'product-{product.id}')})"
    status = product.status.value
    gone = "" if status in ("open", UNKNOWN) else context.bracketed(context.label(f"status-{status}"))
    words = f'<span id="product-{product.id}"></span>**{name}**{gone}'
    return made_from(context.item_of(product), ("names",), words)


class _Shown:
    """Statements shown together. The one mark they may bear, official, stands once where it holds for all of them."""

    def __init__(self, context: Context, statements: Sequence[Statement | str]):
        told = [statement for statement in statements if isinstance(statement, Statement)]
        official = [statement.confidence == "official" for statement in told]
        tick = f" {context.sure('official')}"
        self.mark = tick if official and all(official) else ""
        """Stands after the name; empty where not all are official."""
        self.texts = [
            ""
            if not isinstance(statement, Statement)
            else context.text(statement.text) + (tick if statement.confidence == "official" and not self.mark else "")
            for statement in statements
        ]
        """The texts in the order given, empty for ``unknown``."""


def _details(context: Context, product: Product, refunds: bool) -> list[str]:
    item = context.item_of(product)
    name = f"**{context.text(product.names)}**"
    if product.website != UNKNOWN:
        name += f" [{host(product.website)}]({product.website})"
    refund = UNKNOWN if refunds else product.refund
    shown = _Shown(context, [product.give_back, refund, *product.facts])
    lines: list[str] = []
    for field, label, words in zip(("give_back", "refund"), ("give-back", "refund"), shown.texts, strict=False):
        if words:
            line = context.pair(f"**{context.label(label)}**", words)
            lines.append(made_from(item, (field,), f"- {line}"))
    for index, (fact, words) in enumerate(zip(product.facts, shown.texts[2:], strict=True)):
        lines.append(made_from(item, ("facts", index), f"- {words}{_condition(context, fact)}"))
    for index, dispute in enumerate(product.disputed):
        lines.append(made_from(item, ("disputed", index), f"- {_dispute(context, dispute)}"))
    for index, gap in enumerate(product.unknown):
        lines.append(made_from(item, ("unknown", index), f"- {_gap(context, gap)}"))
    sources = context.cite(cited(product))
    head = name + shown.mark
    if not lines:
        lines = [made_from(item, ("names",), head + sources)]
    else:
        last = Made(lines[-1] + sources)
        last.origin = getattr(lines[-1], "origin", None)
        lines = [made_from(item, ("names",), head), "", *lines[:-1], last]
    if product.contacts:
        lines += ["", *contact_cards(context, product.contacts, item, ("contacts",), product.id)]
    return lines


def _condition(context: Context, fact: Fact) -> str:
    if not fact.applies_when:
        return ""
    return context.bracketed(context.pair(context.label("applies-when"), context.text(fact.applies_when)))


def _dispute(context: Context, dispute: Dispute) -> str:
    """The safe way first, then what each side says."""
    advice = context.pair(context.label("disputed-advice"), context.text(dispute.advice))
    sides = " / ".join(context.text(side.text) for side in dispute.sides)
    return f"**{context.text(dispute.question)}** {context.sure('disputed')} {advice} {sides}"


def _gap(context: Context, gap: Gap) -> str:
    """What is to be asked, and whom."""
    ask = context.bracketed(context.pair(context.label("ask"), context.text(gap.ask))) if gap.ask else ""
    return context.text(gap.text) + ask
