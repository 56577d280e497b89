"""A page asks for a block that cannot be made.

Why: a block that cannot be made leaves a hole in the page.
Fix: write <!-- block:NAME arguments --> alone on its line; the finding names the blocks there are.

Bad:  <!-- block:contact docomo -->
Good: <!-- block:carrier docomo -->
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "NV002"
SLUG = "unknown-block"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every marker that cannot be read and every block that cannot be made."""
    for page in tree.written.values():
        for fault in page.block_faults:
            yield Found(page.at(fault.line), fault.message, "write <!-- block:NAME arguments --> alone on its line")
    for position, message in tree.block_faults:
        yield Found(position, message, "correct the marker, or the record it asks for")
