"""A sum of yen typed into a page or a text of a record.

Why: prices change; a price that is typed a second time is forgotten there, and so is the one in the other languages.
Fix: print the value by the address that the finding names. A sum that no record holds is added to the record it is
about, under values:, or with its sources to docs/_data/amounts.yml. {!9,999 yen} is for a sum that belongs to its
sentence alone: an example, or what somebody else claims.

Bad:  收 1,100 日元
Good: 收 {=au.ending.early_fee}
"""

from collections.abc import Iterator

from ...expand.holders import holders
from ...model.finding import Found
from ...text.figures import sums
from ...text.spoken import spoken_sums
from ...tree.tree import Tree

CODE = "CS002"
SLUG = "typed-amount"
SAVES = "money"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sum that is typed rather than printed by its address."""
    for passage in tree.typed_passages:
        for figure in (*sums(passage.typed), *spoken_sums(passage.typed)):
            holder, fix = holders(tree).advice(figure, passage)
            yield Found(passage.position(figure.start), f"{int(figure.value):,} yen is typed by hand; {holder}", fix)
