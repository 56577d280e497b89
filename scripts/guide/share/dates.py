"""When the facts of a page were last looked at: the date that feeds, sitemap and search engines are told."""

from __future__ import annotations

import datetime

from ..tree.loaded import cited_by
from ..tree.once import once
from ..tree.tree import Tree


@once
def page_dates(tree: Tree) -> dict[str, datetime.date]:
    """The newest day on which a source of each page was seen, by the page's name.

    A page of entries without sources, such as the list of all carriers, takes that of the pages below it. A page that
    states no facts of others has none.
    """
    own: dict[str, datetime.date] = {}
    for page in tree.pages.values():
        keys = {key for key, _, _ in page.footnotes}
        item = tree.carriers.get(str(page.meta.mapping.get("carrier")))
        if item:
            keys.update(key for _, model in item.models for key in cited_by(model))
        if seen := newest(tree, keys):
            own[page.name] = max(seen, own.get(page.name, seen))
    for name in tree.names:
        if name not in own and name.rpartition("/")[2] == "index.md":
            folder = name.removesuffix("index.md")
            if below := [day for other, day in own.items() if other.startswith(folder)]:
                own[name] = max(below)
    return own


def newest(tree: Tree, keys: set[str]) -> datetime.date | None:
    """The newest day on which one of the sources was seen; None where there is none."""
    return max((tree.sources[key].seen for key in keys if key in tree.sources), default=None)
