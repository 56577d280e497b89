"""From what people wrote to whole Markdown: values printed, blocks filled, carrier pages made.

``read_tree`` gives the tree as readers see it; ``write_tree`` writes it below ``.build/docs`` for the renderer.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from ..tree.read import read_files
from ..tree.tree import Tree
from .blocks import OF_OTHER_PAGES
from .pages import expanded
from .records import check_sums, print_records
from .values import Values

__all__ = ["expand", "read_tree"]


def read_tree(root: Path, today: datetime.date | None = None) -> Tree:
    """Read the tree at ``root`` and expand it.

    Raises:
        NoTree: where there is no guide at ``root``, or its ``mkdocs.yml`` cannot be read.
    """
    return expand(read_files(root, today))


def expand(tree: Tree) -> Tree:
    """Print the values of all records and fill ``tree.pages``; returns ``tree``."""
    values = Values(tree)
    print_records(tree, values)
    check_sums(tree, values)
    late = []
    for key, page in tree.written.items():
        if any(block.name in OF_OTHER_PAGES for block in page.blocks):
            late.append((key, page))
        else:
            tree.pages[key] = expanded(tree, values, page)
    for key, page in late:
        tree.pages[key] = expanded(tree, values, page)
    tree.pages = {key: tree.pages[key] for key in tree.written}
    return tree
