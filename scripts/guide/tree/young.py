"""Fees for ending a young contract: whether the day since which they are charged still tells the reader anything."""

from __future__ import annotations

import datetime

from ..model.carrier import EarlyFee
from ..model.values import UNKNOWN
from .tree import Tree

_MONTHS = 12
_DAYS = 31


def telling_since(tree: Tree, fee: EarlyFee) -> str | None:
    """The day since which ``fee`` is charged, where somebody may be young enough for it and have signed before.

    Judged by the day on which its sources were last looked at, so that a build says the same on any day. Once the term
    has passed since that day, everybody within the term signed later, and the day is a condition that all fulfil.
    """
    since = fee.contracts_from
    if since is None or since == UNKNOWN or not isinstance(fee.within_months, int):
        return None if since == UNKNOWN else since
    looked = max((tree.sources[key].seen for key in fee.sources if key in tree.sources), default=None)
    return since if looked is None or looked < _spent(since, fee.within_months) else None


def _spent(since: str, months: int) -> datetime.date:
    """The day on which the last contract from before ``since`` leaves the term, the latest where a part is known."""
    year, month, day = [*map(int, since.split("-")), 0, 0][:3]
    last = year * _MONTHS + (month or _MONTHS) - 1 + months
    first = datetime.date(last // _MONTHS, last % _MONTHS + 1, 1)
    return first + datetime.timedelta(days=(day or _DAYS) - 1)
