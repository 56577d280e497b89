"""The word on a way to cancel, and the sentences about it, say the opposite of each other.

Why: the table offers the phone, the page says that there is no phone desk; the reader spends an evening in a queue.
Fix: correct ``available`` or the sentence. A way that is not there says so, in ``how`` or ``short``, and has no steps;
one that is does not begin with a refusal. How a language refuses stands under verdicts in docs/_data/languages/.

Bad:  phone: {available: "yes", how: {zh: 电话不受理解约。, ...}}
Good: phone: {available: "no", how: {zh: 电话不受理解约。, ...}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages import Language
from ...model.carrier import CHANNELS, Carrier, Channel
from ...model.finding import Found
from ...model.values import UNKNOWN
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS022"
SLUG = "way-words"
SAVES = "refusal"

_CLAUSE = re.compile(r"[^,.;:，。；：、]+")
_SPOKEN_OF = ("online", "phone", "shop", "chat", "proxy")
"""The ways that an answer speaks of by a word of their own."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every way whose value its own texts, or the answer, contradict."""
    for item in tree.carriers.values():
        record = item.record
        if record is None:
            continue
        for name in CHANNELS:
            channel: Channel = getattr(record.channels, name)
            path = ("channels", name)
            if channel.available == "no":
                yield from _refused(tree, item, path, channel)
            elif channel.available == "yes":
                yield from _offered(tree, item, path, channel)
            elif channel.available == "partial":
                yield from _refused_wholly(tree, item, path, channel)
        if record.main and getattr(record.channels, record.main).available == "no":
            message = f"the main way is {record.main}, which is not available"
            related = item.position(("channels", record.main))
            yield Found(item.position(("main",)), message, "name the way that works", related)
        for language in tree.languages:
            yield from _answered(tree, item, record, language)
            for field in ("answer", "headline"):
                yield from _promised(tree, item, record, field, language)


def _refused(tree: Tree, item: Loaded, path: tuple[str, ...], channel: Channel) -> Iterator[Found]:
    if channel.steps:
        yield Found(item.position((*path, "steps")), "the way is not available and has steps", "correct one of the two")
    for language in tree.languages:
        code = language.code
        text = _how(channel, code)
        # Nothing is known of a language that has no words for a refusal, but what it permits.
        known = language.listed("verdicts.refusal") or tree.told(text, "permission", code)
        if text and known and not tree.told(text, "refusal", code):
            yield Found(
                item.position((*path, "how", code)),
                "available is no, and this sentence does not say so",
                "say that this way does not take it, or correct available",
                item.position((*path, "available")),
            )


def _offered(tree: Tree, item: Loaded, path: tuple[str, ...], channel: Channel) -> Iterator[Found]:
    for language in tree.languages:
        code, text = language.code, _how(channel, language.code)
        first = next(iter(language.sentence_ends(text)), len(text))
        clause = _CLAUSE.search(text[:first])
        if clause and (said := tree.told(clause[0], "refusal", code)):
            yield Found(
                item.position((*path, "how", code)),
                f'available is yes, the text begins with "{said[0].strip()}"',
                "correct the text, or available",
                item.position((*path, "available")),
            )


def _refused_wholly(tree: Tree, item: Loaded, path: tuple[str, ...], channel: Channel) -> Iterator[Found]:
    """What is there under a condition says more than a refusal."""
    for language in tree.languages:
        code, text = language.code, _how(channel, language.code)
        said = tree.told(text, "refusal", code)
        # A second sentence, or another part of this one, may say when it does take it.
        if (
            said
            and len(list(language.sentences(text))) == 1
            and not tree.told(text.replace(said[0], ""), "permission", code)
        ):
            yield Found(
                item.position((*path, "how", code)),
                f'available is partial, the text says "{said[0].strip()}" and nothing else',
                "say when this way takes it, or correct available",
                item.position((*path, "available")),
            )


def _answered(tree: Tree, item: Loaded, record: Carrier, language: Language) -> Iterator[Found]:
    """What the answer refuses must not be offered below it."""
    text = record.answer.get(language.code, "")
    for _, sentence in language.sentences(text):
        for part in re.split(r"[;；，]|, ", sentence):
            said = tree.told(part, "refusal", language.code)
            if not said:
                continue
            for name in _SPOKEN_OF:
                if getattr(record.channels, name).available == "yes" and tree.told(part, f"ways.{name}", language.code):
                    yield Found(
                        item.position(("answer", language.code)),
                        f'the answer says "{said[0].strip()}" of {name}, whose available is yes',
                        "correct the answer, or available",
                        item.position(("channels", name, "available")),
                    )


def _promised(tree: Tree, item: Loaded, record: Carrier, field: str, language: Language) -> Iterator[Found]:
    """What the answer and the title offer is not refused below, and the main way is among it."""
    text = (getattr(record, field) or {}).get(language.code, "")
    offered: list[str] = []
    leading: list[str] = []
    for _, sentence in language.sentences(text):
        parts = [] if tree.told(sentence, "refusal", language.code) else [sentence]
        for part in parts or re.split(r"[;；，：:]|, ", sentence):
            if not tree.told(part, "refusal", language.code):
                offered += [name for name in _SPOKEN_OF if tree.told(part, f"ways.{name}", language.code)]
        leading = leading or list(offered)
    for name in dict.fromkeys(offered):
        if _is_refused(tree, getattr(record.channels, name), language):
            yield Found(
                item.position((field, language.code)),
                f"this offers {name}, which is refused below",
                f"correct the {field}, or the way",
                item.position(("channels", name, "available")),
            )
    if field == "answer" and record.main in _SPOKEN_OF and leading and record.main not in leading:
        yield Found(
            item.position(("main",)),
            f"the main way is {record.main}, the answer in {language.code} begins with {leading[0]}",
            "name the way that the answer begins with",
            item.position((field, language.code)),
        )


def _is_refused(tree: Tree, channel: Channel, language: Language) -> bool:
    refused = tree.told(_how(channel, language.code), "refusal", language.code)
    return channel.available == "no" or (channel.available == UNKNOWN and bool(refused))


def _how(channel: Channel, code: str) -> str:
    return (channel.how or {}).get(code, "")
