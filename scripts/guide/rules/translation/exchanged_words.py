"""One version of a text says the opposite, or another paper, day, currency, way or place than all others say.

Why: "cannot" that became "can", "before" that became "after" or a passport in place of a residence card sends the
reader of one language the wrong way, and nobody else sees it.
Fix: write the same in every version. Words are compared by the lists ``alternatives`` in the files of the languages;
a word that only looks like one of them goes into their list ``neither``.

Bad:  zh 不能在门店解约, ja ショップで解約できます, en You cannot cancel in a shop
Good: zh 不能在门店解约, ja ショップでは解約できません, en You cannot cancel in a shop
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...text.wordlists import Said
from ...tree.said import NAMED, Saying, by_sentence, members, said
from ...tree.tree import Tree

CODE = "TR060"
SLUG = "exchanged-words"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that says one of a group of words where all others say another."""
    for text, found in said(tree):
        told = set()
        if any(found.values()):
            for saying in by_sentence(text, found):
                for code, message in _differences(saying):
                    told.add((code, message))
        for code, message in sorted(told):
            other = next(key for key in text.texts if key != code)
            yield Found(text.place(code), message, "write the same in every version", text.place(other))


def _differences(saying: Saying) -> Iterator[tuple[str, str]]:
    says = {code: members(words) for code, words in saying.items()}
    groups = {group for own in says.values() for group in own if group != NAMED}
    for group in sorted(groups):
        for code in says:
            own = says[code].get(group, set())
            others = [says[other].get(group, set()) for other in says if other != code]
            lacking, extra = set.intersection(*others) - own, own - set.union(*others)
            if lacking and extra:
                mine = _word(saying[code], group, extra)
                theirs = [f'"{_word(saying[other], group, lacking)}"' for other in says if other != code]
                yield code, f'"{mine}", where the other versions say {" and ".join(theirs)}'


def _word(words: list[Said], group: str, wanted: set[str]) -> str:
    return next(word.word for word in words if word.group == group and word.member in wanted)
