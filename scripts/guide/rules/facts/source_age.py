"""A source that nobody has looked at for long.

Why: pages change; a price read last year sends a reader abroad with the wrong money.
Fix: open the page again. If it still says the same, set seen to the day; if not, correct the facts that cite it.
After 180 days this is a warning, after 365 days an error.

Bad:  seen: 2025-01-10, checked on 2026-11-20
Good: seen: 2026-11-01
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...model.reference import LOOK_AGAIN_DAYS
from ...tree.tree import Tree

CODE = "FS009"
SLUG = "source-age"
SAVES = "rumour"
ERROR_DAYS = 365


def check(tree: Tree) -> Iterator[Found]:
    """Yield a warning or an error for every source seen too long ago."""
    for place in tree.source_places:
        days = (tree.today - place.source.seen).days
        if days > LOOK_AGAIN_DAYS:
            yield Found(
                place.at("seen"),
                f'"{place.id}" was last seen {days} days ago, on {place.source.seen}',
                "look at the page again and set seen, or correct what cites it",
                None,
                "error" if days > ERROR_DAYS else "warning",
            )
