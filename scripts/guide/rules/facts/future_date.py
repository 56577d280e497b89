"""A date of a source lies in the future.

Why: nobody can have seen a page tomorrow; a mistyped year makes an old page look fresh.
Fix: correct the date. A date that a rule starts on belongs in the fact, not in the source.

Bad:  seen: 2062-11-20
Good: seen: 2026-11-20
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS006"
SLUG = "future-date"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every source dated or seen after today."""
    today = tree.today.isoformat()
    for place in tree.source_places:
        seen, dated = place.source.seen, place.source.dated
        if seen > tree.today:
            yield Found(place.at("seen"), f"seen {seen} lies after today, {today}", "correct the date")
        if dated != "unknown" and dated > today[: len(dated)]:
            yield Found(place.at("dated"), f"dated {dated} lies after today, {today}", "correct the date")
