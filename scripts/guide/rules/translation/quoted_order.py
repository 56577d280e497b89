"""Words of a screen, in 「」, that stand in another order in one version of a text.

Why: "「A」 can be moved, 「B」 cannot" with the two exchanged is the opposite, and the reader presses the wrong button;
the sentence itself reads well.
Fix: bring them into the order of the other versions. What two of them both have is compared, each word once.

Bad:  zh 只有「マネー」能转，「マネーライト」不能 · ja 「マネーライト」だけを送れ、「マネー」は送れません
Good: zh 只有「マネー」能转，「マネーライト」不能 · ja 「マネー」だけを送れ、「マネーライト」は送れません
"""

import re
from collections.abc import Iterator
from itertools import combinations

from ...model.finding import Found
from ...tree.aligned import aligned
from ...tree.tree import Tree

CODE = "TR072"
SLUG = "quoted-order"
_QUOTED = re.compile(r"「([^「」]{1,60})」")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version whose quoted words stand in another order than in all others."""
    for text in aligned(tree):
        if text.free or "「" not in next(iter(text.plain.values())):
            continue
        quoted = {code: list(dict.fromkeys(_QUOTED.findall(plain))) for code, plain in text.plain.items()}
        exchanged = [pair for pair in combinations(quoted, 2) if _exchanged(quoted[pair[0]], quoted[pair[1]])]
        # A version that stands alone is in every such pair; of two that have the words, both are told.
        most = max((sum(code in pair for pair in exchanged) for code in quoted), default=0)
        for code in quoted:
            others = [key for pair in exchanged if code in pair for key in pair if key != code]
            if others and len(others) == most:
                theirs = "".join(f"「{word}」" for word in quoted[others[0]])
                fix = "bring them into the order of the other versions"
                yield Found(text.place(code), f"another version has the order {theirs}", fix, text.place(others[0]))


def _exchanged(one: list[str], other: list[str]) -> bool:
    """Whether words that both have stand in another order."""
    return [word for word in one if word in other] != [word for word in other if word in one]
