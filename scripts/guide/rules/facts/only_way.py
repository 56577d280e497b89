"""A sentence about the ways to cancel that leaves out one that is taken, or adds one that is not.

Why: "online only" sends nobody to the shop that would do it, and "on the page or by phone" sends readers to a desk that
takes no cancellation; both read well in any language.
Fix: name the ways that are available, or correct ``available``. The answer and the headline are looked at, and what is
said of the ways online, by phone and in a chat.

Bad:  headline: {en: online only, full last month}, with channels.shop.available: "yes"
Good: headline: {en: online or in a shop, full last month}
"""

import re
from collections.abc import Iterator

from ...model.carrier import Carrier
from ...model.finding import Found
from ...text.wordlists import WordFinder
from ...tree.loaded import Loaded
from ...tree.said import finders
from ...tree.tree import Tree

CODE = "FS036"
SLUG = "only-way"
SAVES = "refusal"
_WAYS = ("online", "phone", "shop", "chat")
_TOLD_OF = ("online", "phone", "chat")
"""The ways whose own texts are read; a shop is often to be called first."""
_ONLY = "only"
_PART = re.compile(r"[;；，。]|, |\. ")

Text = tuple[tuple[str, ...], dict[str, str], str]
"""Where a text stands in its record, its versions, and the way that it is about; empty: all of them."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every sentence that contradicts which ways of its record are available."""
    found = finders(tree, ["choice"])
    for item in tree.carriers.values():
        if item.record is None:
            continue
        for text in _texts(item.record):
            for language in tree.languages:
                if language.code in found:
                    yield from _faults(tree, item, text, language.code, found[language.code])


def _texts(record: Carrier) -> Iterator[Text]:
    for field in ("headline", "answer"):
        if text := getattr(record, field):
            yield (field,), text, ""
    for way in _TOLD_OF:
        if text := getattr(record.channels, way).how:
            yield ("channels", way, "how"), text, way


def _faults(tree: Tree, item: Loaded[Carrier], text: Text, code: str, finder: WordFinder) -> Iterator[Found]:
    path, versions, own = text
    channels = item.record.channels if item.record else None
    for part in _PART.split(versions.get(code, "")):
        named = [way for way in _WAYS if tree.told(part, f"ways.{way}", code)]
        if not named or tree.told(part, "refusal", code):
            continue
        only = any(word.member == _ONLY for word in finder.find(part))
        if only and len(named) == 1 and own in ("", "online"):
            others = [way for way in _WAYS if way not in named and getattr(channels, way).available == "yes"]
            said, wrong = f"this says {named[0]} only", others
        else:
            wrong = [way for way in named if own and way != own and getattr(channels, way).available == "no"]
            said = f"this offers {' and '.join(wrong)}"
        if wrong:
            yield Found(
                item.position((*path, code)),
                f"{said}; available of {' and '.join(wrong)} says otherwise",
                "name the ways that are available, or correct available",
                item.position(("channels", wrong[0], "available")),
            )
