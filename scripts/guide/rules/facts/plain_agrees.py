"""A text in plain Japanese that says another number, or another way, than the record it stands in.

Why: its reader has no other text to compare it with; "six digits" or "in a shop" sends them to a counter that does
not do it.
Fix: say what the record says: its numbers, and of each way whether it can be gone.

Bad:  plain: {bring: [{ja: "6けたの番号"}]} where before says 4桁
Good: plain: {bring: [{ja: "4けたの番号"}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...languages import JAPANESE, language
from ...model.carrier import Carrier
from ...model.finding import Found
from ...model.language import PlainWords
from ...text.furigana import without_readings
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS028"
SLUG = "plain-agrees"
SAVES = "version"

_COUNTED = re.compile(r"(?<![\d,.])(?<!\d、)(\d{1,6})(桁|けた|か月|ヶ月|日|年|回|分|時間|つ|枚)")
_SAME = {"けた": "桁", "ヶ月": "か月"}
_PEOPLE = "人"
_WAYS = ("online", "phone", "shop")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every number and way of a plain text that the rest of the record says otherwise."""
    words = tree.plain_words
    for item in tree.carriers.values():
        if isinstance(item.record, Carrier) and item.record.plain:
            yield from _numbers(item)
            if words:
                yield from _ways(tree, item, item.record, words)


def _texts(item: Loaded, plain: bool) -> Iterator[tuple[tuple, str]]:
    for path, text in item.yaml.texts:
        if path and path[-1] == JAPANESE and (path[0] == "plain") is plain:
            yield path, without_readings(text)[0] if plain else text


def _numbers(item: Loaded) -> Iterator[Found]:
    said = {
        (number, _SAME.get(unit, unit)) for _, text in _texts(item, False) for number, unit in _COUNTED.findall(text)
    }
    for path, text in _texts(item, True):
        for number, unit in _COUNTED.findall(text):
            if number != "1" and (number, _SAME.get(unit, unit)) not in said:
                message = f'no other Japanese text of the record says "{number}{unit}"'
                yield Found(item.position(path), message, "say the number of the record")


def _ways(tree: Tree, item: Loaded, record: Carrier, words: PlainWords) -> Iterator[Found]:
    for path, text in _texts(item, True):
        if path[1] != "answer":
            continue
        for _, sentence in language(JAPANESE).sentences(text):
            refused = re.search(words.cannot, sentence)
            # What some people cannot do says nothing of the way.
            if refused and _PEOPLE in sentence or not refused and not re.search(words.can, sentence):
                continue
            for name in _WAYS:
                available = getattr(record.channels, name).available
                if available == ("yes" if refused else "no") and tree.told(sentence, f"ways.{name}", JAPANESE):
                    yield Found(
                        item.position(path),
                        f"this says that {name} {'does not work' if refused else 'works'}, available is {available}",
                        "correct one of the two",
                        item.position(("channels", name, "available")),
                    )
