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
from ...tree.said import DENIAL, NAMED, Saying, by_sentence, said
from ...tree.tree import Tree

CODE = "TR060"
SLUG = "exchanged-words"
LOOSE = frozenset(("way", "contract", "when", "region", "flow", "age", "share", "person"))
"""Groups whose words one language leaves out where another repeats them: there it counts only whether they stand."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that says one of a group of words where all others say another."""
    for text, found in said(tree):
        # Most texts say the same as a whole; only the others are read sentence by sentence.
        groups = _uneven(found)
        if not groups:
            continue
        told = {difference for saying in by_sentence(text, found) for difference in _differences(saying, groups)}
        for code, message in sorted(told):
            other = next(key for key in text.texts if key != code)
            yield Found(text.place(code), message, "write the same in every version", text.place(other))


def _uneven(found: Saying) -> set[str]:
    """The groups of which the versions do not say the same."""
    first, *others = (_counts(words) for words in found.values())
    return {
        group
        for other in others
        if other != first
        for group, _ in first.keys() ^ other.keys()
        | {key for key in first.keys() & other.keys() if first[key] != other[key]}
    } - {NAMED, DENIAL}


def _differences(saying: Saying, groups: set[str]) -> Iterator[tuple[str, str]]:
    counts = {code: _counts(words) for code, words in saying.items()}
    members: dict[str, set[str]] = {}
    for said_by_one in counts.values():
        for group, member in said_by_one:
            if group in groups:
                members.setdefault(group, set()).add(member)
    for group in sorted(group for group, listed in members.items() if len(listed) > 1):
        for code, own in counts.items():
            others = [counts[other] for other in counts if other != code]
            lacking = {m for m in members[group] if own.get((group, m), 0) < min(o.get((group, m), 0) for o in others)}
            extra = {m for m in members[group] if own.get((group, m), 0) > max(o.get((group, m), 0) for o in others)}
            if lacking and extra:
                mine = _word(saying[code], group, extra)
                theirs = [f'"{_word(saying[other], group, lacking)}"' for other in saying if other != code]
                yield code, f'"{mine}", where the other versions say {" and ".join(theirs)}'


def _counts(words: list[Said]) -> dict[tuple[str, str], int]:
    counted: dict[tuple[str, str], int] = {}
    for group, member, _, _ in words:
        key = (group, member)
        counted[key] = 1 if group in LOOSE else counted.get(key, 0) + 1
    return counted


def _word(words: list[Said], group: str, wanted: set[str]) -> str:
    return next(word.word for word in words if word.group == group and word.member in wanted)
