"""A record names, links or prints another carrier, and nothing says why.

Why: "log in to My au" on docomo's page costs the reader an evening; it reads well, and is wrong in all languages.
Fix: write the record's own carrier. Where the other one is meant, say why under ``mentions`` of the record. The network
that the lines run on needs no reason, nor, outside the ways and contacts, does a carrier of the same company.

Bad:  how: {en: Cancel docomo online in My au.} in docomo.yml
Good: how: {en: Cancel docomo online in My docomo.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.carrier import Carrier
from ...model.finding import Found
from ...text.passages import Passage
from ...tree.companies import Companies, companies, first
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS018"
SLUG = "other-carrier"
SAVES = "refusal"

_WAYS = ("answer", "headline", "keys", "at_hand", "start", "care", "channels", "contacts")
"""The parts of a record that tell what to do: here a carrier of the same company needs a reason too."""
_LINK = re.compile(r"\]\((?:\.\./)*(?:carriers/)?([a-z0-9-]+)\.md")
_NETWORKS = {"docomo": "docomo", "au": "au", "softbank": "softbank", "rakuten": "rakuten-mobile"}
"""The carrier that runs a network."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every text of a carrier's record that leads to another carrier without a reason."""
    known = companies(tree)
    texts: dict[str, list[Passage]] = {}
    for passage in tree.written_passages:
        if passage.kind == "record":
            texts.setdefault(passage.path, []).append(passage)
    for key, item in tree.carriers.items():
        if item.record:
            yield from _of_record(tree, known, key, item, item.record, texts.get(item.path, []))


def _of_record(
    tree: Tree, known: Companies, key: str, item: Loaded, record: Carrier, passages: list[Passage]
) -> Iterator[Found]:
    for other in record.mentions:
        if other not in tree.carriers or other == key:
            position = item.position(("mentions", other))
            yield Found(position, f'there is no other carrier "{other}"', "correct the id or remove it")
    small = [passage.text.lower() for passage in passages]
    others = tree.carriers.keys() - record.mentions.keys() - {key}
    named = known.maybe("\n".join(small), others)
    run = {_NETWORKS.get(network) for network in record.network}
    for other in sorted(named):
        own = known.of(other) == known.of(key)
        words = [word for word in named[other] if other not in run or word == known.accounts.get(other)]
        for passage, text in zip(passages, small, strict=True):
            if passage.field == "names" or own and not passage.field.startswith(_WAYS):
                continue
            if (start := _led(text, other, words, known.words[key])) is not None:
                yield Found(
                    passage.position(start),
                    f"a text of {key} leads to {other}",
                    f"write what is {key}'s own, or say why under mentions of the record: {other}: …",
                )


def _led(text: str, other: str, words: list[str], own: frozenset[str]) -> int | None:
    """Where ``text`` names, links or prints another carrier; names that are the record's own too do not count."""
    start = 0
    while found := first(text[start:], words):
        place = start + found[0]
        if not any(found[1] in word and word in text for word in own) and not _inside(text, place):
            return place
        start = place + len(found[1])
    linked = (match.start() for match in _LINK.finditer(text) if match[1] == other) if ".md" in text else iter(())
    return next(linked, None)


def _inside(text: str, start: int) -> bool:
    """Whether the place lies inside an address, of a value or of a page; ``_LINK`` looks at the second."""
    before = text[:start]
    return before.rfind("{=") > before.rfind("}") or before.rfind("](") > before.rfind(")")
