"""A source that nothing cites.

Why: the list of sources must be the list of what the guide leans on, no longer.
Fix: cite it where it supports a fact, or delete it.

Bad:  a source in docs/_data/sources/kddi.yml that no record and no page names
Good: every source cited at least once
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS004"
SLUG = "source-unused"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every source without a citation."""
    cited = {citation.id for citation in tree.citations} | set(_named_in_unfit_records(tree))
    for place in tree.source_places:
        if place.id not in cited:
            yield Found(place.position, f'nothing cites the source "{place.id}"', "cite it or delete it")


def _named_in_unfit_records(tree: Tree) -> Iterator[str]:
    """What records that do not fit the model name: one slip in a record leaves no source without a use."""
    for item in tree.loaded:
        if not item.record:
            yield from (text for path, text in item.yaml.texts if "sources" in path)
    for text in tree.unread.values():
        yield from re.findall(r"[a-z0-9-]+", text)
