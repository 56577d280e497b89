"""A version of a text that stops without a mark where all others end their sentence.

Why: the end was lost when it was copied, and with it perhaps the condition.
Fix: write the rest of the sentence, or its mark.

Bad:  zh 25 日前申请。 · ja 25日までに申し込みます。 · en Apply by the
Good: zh 25 日前申请。 · ja 25日までに申し込みます。 · en Apply by the 25th.
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.aligned import aligned
from ...tree.tree import Tree

CODE = "TR067"
SLUG = "cut-off-text"
_LINK = re.compile(r"\]\([^()]*\)$")
_END = re.compile(r"[。.!?！？][\"'”’」』）)\]*]*$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that alone has no mark at its end."""
    for text in aligned(tree):
        if text.free:
            continue
        ended = {code: bool(_END.search(plain.rstrip(" |\n"))) for code, plain in text.plain.items()}
        for code, end in ended.items():
            # A link behind the last sentence needs no mark.
            if (
                not end
                and not _LINK.search(text.texts[code].rstrip())
                and all(other for key, other in ended.items() if key != code)
            ):
                message = "this version stops without a mark, and all others end their sentence"
                yield Found(text.place(code), message, "write the rest of it")
