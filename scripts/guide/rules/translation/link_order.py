"""Two links of one paragraph that are in the opposite order in one version.

Why: "items" opens the fees and "fees" opens the items; each address exists, so nobody is told.
Fix: give each link its own address. A sentence that names the two in another order is written in the order of the
other versions.

Bad:  zh [内容](#items)和[费用表](#fees), ja [内訳](#fees)と[費用の表](#items)
Good: zh [内容](#items)和[费用表](#fees), ja [内訳](#items)と[費用の表](#fees)
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.aligned import aligned
from ...tree.tree import Tree

CODE = "TR070"
SLUG = "link-order"
# Which number stands behind which words is another rule's; sentences about two desks differ in their order.
_TARGET = re.compile(r"\]\((?!tel:)([^)\s]+)\)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version whose links are those of all others, in another order."""
    for text in aligned(tree):
        if any("](" not in version for version in text.texts.values()):
            continue
        targets = {code: _TARGET.findall(version) for code, version in text.texts.items()}
        for code, own in targets.items():
            others = [listed for other, listed in targets.items() if other != code]
            alike = len(others) > 1 and all(listed == others[0] for listed in others)
            if alike and own != others[0] and sorted(own) == sorted(others[0]):
                first = next(mine for mine, theirs in zip(own, others[0], strict=True) if mine != theirs)
                message = (
                    f"the link to {first} is at another place in the other versions, with another link in its place"
                )
                other = next(key for key in targets if key != code)
                yield Found(text.place(code), message, "give each link its own address", text.place(other))
