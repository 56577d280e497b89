"""A date that cannot be: it lies in the future, or a page is dated after the day on which somebody saw it.

Why: nobody can have seen a page tomorrow, and nothing has happened then; a mistyped year makes an old page look fresh.
Fix: correct the date. A date that a rule starts on belongs in the fact, not in the source.

Bad:  seen: 2062-11-20
Good: seen: 2026-11-20
"""

from collections.abc import Iterator

from ...model.carrier import Status, Tested
from ...model.finding import Found
from ...model.reference import Correction
from ...model.values import UNKNOWN
from ...tree.tree import Tree

CODE = "FS006"
SLUG = "future-date"
_FIELDS = {Status: "since", Tested: "last", Correction: "date"}
"""What has happened, by the model that dates it."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every date after today, and every page dated after it was seen."""
    today = tree.today.isoformat()
    for place in tree.source_places:
        seen, dated = place.source.seen, place.source.dated
        if seen > tree.today:
            yield Found(place.at("seen"), f"seen {seen} is after today, {today}", "correct the date")
        if _after(dated, today):
            yield Found(place.at("dated"), f"dated {dated} is after today, {today}", "correct the date")
        elif _after(dated, seen.isoformat()):
            message = f"dated {dated} is after the day it was seen, {seen}"
            yield Found(place.at("dated"), message, "correct one of the two dates", place.at("seen"))
    for item in tree.loaded:
        for path, model in item.models:
            field = _FIELDS.get(type(model))
            if field and _after(str(getattr(model, field)), today):
                message = f"{field} {getattr(model, field)} is after today, {today}"
                yield Found(item.position((*path, field)), message, "correct the date")


def _after(date: str, day: str) -> bool:
    """Whether the whole of a partial date lies after ``day``."""
    return date != UNKNOWN and date > day[: len(date)]
