"""A link leads to a heading or place that its page does not have.

Why: the reader lands at the top of a long page and has to search for what the link promised.
Fix: use an id that the page has; ids are written {#id} behind headings.

Bad:  [fees](../carriers/docomo.md#price)
Good: [fees](../carriers/docomo.md#costs)
"""

import difflib
from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.links import TOP, internal, is_unfollowed
from ...tree.tree import Tree

CODE = "LK002"
SLUG = "missing-anchor"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every anchor that its target page does not define."""
    for page in tree.pages.values():
        for link in page.links:
            target = internal(page, link)
            if target is None or is_unfollowed(link) or target.leaves or target.anchor in ("", TOP):
                continue
            destination = tree.page(page.language, target.name)
            if destination is None or target.anchor in destination.anchors:
                continue
            close = difflib.get_close_matches(target.anchor, sorted(destination.anchors), n=1)
            fix = f"did you mean #{close[0]}?" if close else f"see the ids in {destination.path}"
            message = f'"#{target.anchor}" does not exist in {destination.path}'
            yield Found(page.at(link.line, link.column), message, fix, Position(destination.path))
