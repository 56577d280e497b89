"""The name of a page is no address: it has capitals, spaces or other signs, or the site has its folder already.

Why: the name is the address that people send each other. A space or # breaks it on the way, a capital leads to nothing
on one host and to the page on another; in a folder of a language or of short addresses stand other pages.
Fix: lower-case letters, digits and hyphens, as in from-abroad.md, in every language and in nav; where the page was
published, a line in docs/_data/redirects.yml.

Bad:  docs/zh/cancel/From abroad.md, docs/zh/c/docomo.md
Good: docs/zh/cancel/from-abroad.md
"""

import re
from collections.abc import Iterator

from ...model import values
from ...model.finding import Found
from ...tree.short import KINDS
from ...tree.tree import Tree

CODE = "NV071"
SLUG = "page-name"
_FIX = "rename it in every language and in nav: lower-case letters, digits and hyphens, as in from-abroad.md"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every page whose name cannot be its address."""
    taken = {*KINDS, *(language.code for language in tree.offered)}
    for page in tree.pages.values():
        *folders, last = page.name.split("/")
        if not all(re.fullmatch(values.SLUG, part) for part in (*folders, last.removesuffix(".md"))):
            yield Found(page.at(page.title_line), f'"{page.name}" is no address that can be sent', _FIX)
        elif folders and folders[0] in taken:
            yield Found(page.at(page.title_line), f"the site has a folder {folders[0]}/ for other pages", _FIX)
