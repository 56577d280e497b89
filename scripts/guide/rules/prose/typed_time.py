"""A time of day typed into a page or a text of a record.

Why: opening hours and cut-off times change; a reader who comes an hour late because one page was forgotten pays for
another month.
Fix: print the time by the address that the finding names: of hours the open or close, or hours as a whole. A time that
no record holds is added to the record it is about, under values:. {!21:40} is for a time that belongs to its sentence
alone: an example, or what somebody else claims.

Bad:  日本时间 21:10 前
Good: 日本时间 {=au.ending.cut_off} 前
"""

from collections.abc import Iterator

from ...expand.holders import holders
from ...model.finding import Found
from ...text.figures import clock_times
from ...text.spoken import spoken_times
from ...tree.tree import Tree

CODE = "CS010"
SLUG = "typed-time"
SAVES = "money"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every time that is typed rather than printed by its address."""
    for passage in tree.typed_passages:
        for figure in (*clock_times(passage.typed), *spoken_times(passage.typed)):
            holder, fix = holders(tree).advice(figure, passage)
            yield Found(passage.position(figure.start), f"the time {figure.value} is typed by hand; {holder}", fix)
