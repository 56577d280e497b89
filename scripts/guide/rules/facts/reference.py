"""A value is asked for that no record holds, or that is not known.

Why: a text that names a value by its address is always right; an address that leads nowhere leaves a hole in it.
Fix: write the address that the finding names, or add the value to its record. An address leads through the fields of a
record; contacts, facts and products are named by their id. In a text of a record a leading dot means the record itself.

Bad:  {=au.ending.early-fee}
Good: {=au.ending.early_fee}
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS011"
SLUG = "reference"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every address at which nothing can be printed."""
    for position, message, fix in tree.reference_faults:
        yield Found(position, message, fix)
