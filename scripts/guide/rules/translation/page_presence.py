"""A page exists in one language and not in another.

Why: where a page is missing the renderer serves the default language's text under the other language's address. In a
language that is in work, it does so below a notice, and that is no finding.
Fix: write the missing page; the three versions say the same.

Bad:  docs/zh/after/final-bill.md without docs/en/after/final-bill.md
Good: the same path under docs/zh, docs/ja and docs/en
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "TR001"
SLUG = "page-presence"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding, at the version that exists, for every version that does not."""
    for path, first in tree.absent.items():
        yield Found(first.at(first.title_line), f"{path} is missing", f"write {path} with the same headings")
