"""A Japanese sentence in plain style (である, だ, する。) among sentences in です・ます.

Why: the guide speaks to its reader politely throughout; a plain sentence reads as copied from elsewhere.
Fix: end the sentence in です or ます, or make it a noun without 。 where it is an item of a list. What others say may
keep its style inside 「 」.

Bad:  解約にはSIMが必要だ。
Good: 解約にはSIMが必要です。
"""

import re
from collections.abc import Iterator

from ...languages import JAPANESE
from ...model.finding import Found
from ...text.sentences import sentences, spoken
from ...tree.tree import Tree

CODE = "CS008"
SLUG = "ja-style"

_ASIDE = re.compile(r"（[^（）]*）|\s|。")
_PLAIN = re.compile(r"(?:だ|だろう|ない|た|[くぐすぬぶむる]|(?:使|払|行|もら|しま|違|言|買|思)う)$")
_NOT_PLAIN = re.compile(r"(?:です|ます|でした|ました|まだ|あいだ|あなた|しばらく)$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence that ends in plain style and with a full stop."""
    for passage in tree.passages_in(JAPANESE):
        if passage.kind in ("heading", "cell") or spoken(passage):
            continue
        for start, sentence in sentences(passage):
            ending = _ASIDE.sub("", sentence)
            if sentence.endswith("。") and _PLAIN.search(ending) and not _NOT_PLAIN.search(ending):
                fix = "end it in です or ます, or as a noun without 。"
                yield Found(passage.at(start), f'plain style: "…{ending[-8:]}。"', fix)
