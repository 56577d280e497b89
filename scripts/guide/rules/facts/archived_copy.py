"""An archived copy in place of a page, or one that is a copy of another page.

Why: the archive is not the author, and its copy never changes; a reader who opens only the copy does not see that the
page now says something else, or that it is gone.
Fix: write the page itself as url and the copy as archived, beside it; both of the same page.

Bad:  url: https://web.archive.org/web/20261101000000/https://example.jp/fee
Good: url: https://example.jp/fee and archived: https://web.archive.org/web/20261101000000/https://example.jp/fee
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.links import bare_address
from ...tree.tree import Tree

CODE = "FS030"
SLUG = "archived-copy"
SAVES = "rumour"

_COPY = re.compile(r"https?://[^/]*(?:archive\.(?:org|today|is|ph|md|li|fo|vn)|megalodon\.jp|gyo\.tc)/")
_PORT = re.compile(r"^([^/]+):(?:80|443)(?=/|$)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every source whose address or copy is not what it should be."""
    for place in tree.source_places:
        url, copy = place.source.url, place.source.archived
        if _COPY.match(url):
            message = f"{url} is an archived copy, not the page"
            yield Found(place.at("url"), message, "write the page's own address, and the copy as archived")
        elif copy and _page(copy[copy.index("/http") + 1 :]) != _page(url):
            message = f"{copy} is a copy of another page"
            yield Found(place.at("archived"), message, "look for a copy of this page", place.at("url"))


def _page(url: str) -> str:
    return _PORT.sub(r"\1", bare_address(url))
