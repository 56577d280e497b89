"""A product's record as a travel card, rental or prepaid card of the plan."""

from __future__ import annotations

from ..expand.inline import Context, plain
from ..model.plan import Card
from ..model.product import Product
from ..model.values import UNKNOWN

KEEPING = "number-keeping"
RENTAL = "rental"


def is_card(product: Product) -> bool:
    """Whether somebody holds it beside a line; a way to keep a number belongs to the line whose number it is."""
    return product.status.value != "ended" and product.cards != [KEEPING]


def card_of(context: Context, product: Product) -> Card:
    """What the plan knows of a product, in the language of ``context``."""
    give_back = None if product.give_back == UNKNOWN else plain(context.text(product.give_back.text))
    return Card(
        id=product.id,
        name=context.text(product.names),
        page=f"cards/{product.cards[0]}/#product-{product.id}",
        ends=product.ends_by_itself.value,
        rental=RENTAL in product.cards,
        cancel_first=product.cancel_first or None,
        when=plain(context.text(product.ends_when.text)),
        act=plain(context.text(product.to_end_it.text)),
        give_back=give_back,
        sure=product.to_end_it.confidence,
    )
