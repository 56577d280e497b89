"""A handset-return programme: a phone bought in instalments that may be given back instead of paying the rest."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .values import Known, Listed, NonEmpty, PartialDate, Record, Slug, Text, Yen

PurchaseMonth = Annotated[int, Field(ge=1, le=120)]
"""A month counted from the purchase; the month of the purchase is 1."""
Payments = Annotated[int, Field(ge=1, le=60)]
YesNo = Literal["yes", "no"]


class ReturnProgramme(Record):
    """What is owed, and until when the handset must be back. Months are counted by ``PurchaseMonth``.

    What is not known is ``unknown``; none of it follows from the plan of the line.
    """

    id: Slug
    name: NonEmpty
    """In Japanese, as bills and screens have it."""
    romaji: NonEmpty | None = None
    """How to say it; shown where the page is not Japanese."""
    bought_from: PartialDate | None = None
    """The first day of purchase to which these terms apply."""
    bought_until: PartialDate | None = None
    payments: Known[Payments]
    """The number of payments agreed at the purchase."""
    opens: Known[PurchaseMonth]
    """The first month in which the handset may be given back."""
    best_until: Known[PurchaseMonth]
    """The last month in which giving it back waives the most; from then on the rest falls due month by month."""
    closes: Known[PurchaseMonth]
    """The last month in which giving it back waives anything."""
    arrives_by: Known[Literal["end-of-next-month", "day-15-of-next-month"]]
    """Until when the handset must have arrived, counted from the month of the application."""
    fee: Known[Yen]
    """The most that is charged for giving a sound handset back, in yen with tax."""
    before_best: NonEmpty | None = None
    """The address of the most that a return before the month of ``best_until`` costs besides."""
    fault_fee: Known[Yen]
    """What is charged for a damaged handset, in yen."""
    without_line: Known[YesNo]
    """Whether it goes on after the line has ended."""
    in_shop: Known[YesNo]
    by_post: Known[YesNo]
    from_abroad: Known[YesNo]
    by_whom: Known[Literal["holder", "family", "anyone"]]
    note: Text | None = None
    """What else the reader has to do, in a sentence or two."""
    sources: Listed[Slug] = []
    """Who says that it exists, and what the note says."""
