"""A product of the card pages: a travel card, a rental, a prepaid or storage service."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .carrier import Status
from .contact import Contact
from .values import (
    Confidence,
    Dispute,
    Fact,
    Gap,
    Listed,
    NonEmpty,
    Quantity,
    Record,
    Slug,
    Statement,
    Table,
    Text,
    Unknown,
    Url,
)

CardPage = Literal[
    "physical-sim", "esim", "prepaid", "unlimited-data", "short-term", "yuanyou-card", "number-keeping", "rental"
]


class EndsByItself(Record):
    """The first thing a holder asks: must I do anything?"""

    value: Literal["yes", "no", "depends", "unknown"]
    confidence: Confidence
    sources: Listed[Slug] = []


class Product(Record):
    """Everything the guide knows of one product (``docs/_data/products/<id>.yml``)."""

    id: Slug
    names: Text
    aliases: Listed[NonEmpty]
    cards: Listed[CardPage] = Field(min_length=1)
    """The card pages whose table shows it."""
    status: Status
    website: Url | Unknown
    ends_by_itself: EndsByItself
    ends_when: Statement
    to_end_it: Statement
    refund: Statement | Unknown
    """``unknown`` prints nothing."""
    give_back: Statement | Unknown
    cancel_first: bool = False
    """Whether it is a contract by the month, which has to be cancelled before the thing goes back."""
    values: Table[Slug, Quantity] = {}
    """Figures that texts of the guide print and no other field holds; texts name them as ``{=.values.<id>}``."""
    contacts: Listed[Contact] = []
    facts: Listed[Fact] = []
    disputed: Listed[Dispute] = []
    unknown: Listed[Gap] = []
