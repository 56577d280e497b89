"""A sentence that one version denies and no other does, or that all others deny and this one does not.

Why: a "not" that was lost or slipped in turns a step, a fee or a promise round for the readers of one language; the
sentence reads well, and nobody sees the others.
Fix: say the same in every version. Words that deny stand under ``alternatives: denial`` in the files of the languages:
``denies``, words that say it in a roundabout way under ``hints``, and what only looks like them under ``neither``. What
is quoted from a screen, and how it is read, is left out.

Bad:  zh 本指南不收佣金。 ja 手数料は受け取りません。 en This guide earns a commission.
Good: zh 本指南不收佣金。 ja 手数料は受け取りません。 en This guide earns no commission.
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...text.markup import SCREEN_WORDS
from ...text.wordlists import Said
from ...tree.aligned import Aligned
from ...tree.said import DENIAL, DENIES, Saying, by_sentence, said
from ...tree.tree import Tree

CODE = "TR071"
SLUG = "denied-alone"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence of which one version denies what the others say, or the other way round."""
    for text, found in said(tree):
        denials = {code: [word for word in words if word.group == DENIAL] for code, words in found.items()}
        if text.free or len(denials) < 2 or not any(denials.values()):
            continue
        denials = {code: _own(text, code, words) for code, words in denials.items()}
        told = {difference for saying in by_sentence(text, denials) for difference in _alone(saying)}
        for code, message in sorted(told):
            other = next(key for key in text.texts if key != code)
            yield Found(text.place(code), message, "say the same in every version", text.place(other))


def _own(text: Aligned, code: str, words: list[Said]) -> list[Said]:
    """The words that are not quoted from a screen."""
    quoted = [match.span() for match in SCREEN_WORDS.finditer(text.plain[code])] if words else []
    return [word for word in words if not any(start <= word.start < end for start, end in quoted)]


def _alone(saying: Saying) -> Iterator[tuple[str, str]]:
    denied = {code: [word.word for word in words if word.member == DENIES] for code, words in saying.items()}
    for code, own in denied.items():
        others = [other for other in saying if other != code]
        if own and not any(saying[other] for other in others):
            yield code, f'"{own[0]}" denies what the other versions say'
        elif not saying[code] and all(denied[other] for other in others):
            theirs = " and ".join(f'"{denied[other][0]}"' for other in others)
            yield code, f"this version does not deny what the others do with {theirs}"
