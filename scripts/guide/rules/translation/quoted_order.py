"""Words of a screen, in 「」, that stand in another order in one version of a text.

Why: "「A」 can be moved, 「B」 cannot" with the two exchanged is the opposite, and the reader presses the wrong button;
the sentence itself reads well.
Fix: bring them into the order of the other versions. What stands in all of them is compared, each word once.

Bad:  zh 只有「マネー」能转，「マネーライト」不能 · ja 「マネーライト」だけを送れ、「マネー」は送れません
Good: zh 只有「マネー」能转，「マネーライト」不能 · ja 「マネー」だけを送れ、「マネーライト」は送れません
"""

import re
from collections.abc import Iterator

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
        common = set.intersection(*map(set, quoted.values()))
        order = {code: [word for word in words if word in common] for code, words in quoted.items()}
        for code, own in order.items():
            others = [other for key, other in order.items() if key != code]
            if len(others) > 1 and own != others[0] and all(other == others[0] for other in others):
                theirs = "".join(f"「{word}」" for word in others[0])
                related = text.place(next(key for key in order if key != code))
                fix = "bring them into the order of the other versions"
                yield Found(text.place(code), f"the other versions have the order {theirs}", fix, related)
