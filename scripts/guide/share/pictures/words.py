"""What the pictures say: taken from the pages as readers get them, and from the records of carriers."""

from __future__ import annotations

import datetime
import re

from ...expand.inline import plain
from ...languages import JAPANESE, Language
from ...model.carrier import Carrier
from ...source.markdown import Page
from ...text.titles import heading_of
from ...tree.short import Short
from ...tree.tree import Tree
from ..qr import modules
from .cards import Card, MultilingualCard
from .poster import Poster, Said
from .setting import Voice

_HOME = "index.md"
# What stands behind the colon of a title tells more; the page has its name before it.
_COLON = re.compile(r"\s*[:：]\s*")


def voice(tree: Tree, language: Language) -> Voice:
    """The faces for texts of a language."""
    japanese = next((other.font for other in tree.offered if other.code == JAPANESE), "")
    return Voice(language.font, japanese, language.japanese)


def card(tree: Tree, language: Language, page: Page) -> Card:
    """The words of a page's pictures."""
    record = _carrier(tree, page)
    if record:
        name = language.text(record.names)
        answer, keys = language.text(record.answer), record.keys
        told = [("stops", keys.stops), ("cost", keys.cost)] if keys else []
    else:
        name, answer, told = _COLON.split(heading_of(page))[0], str(page.meta.mapping.get("description") or ""), []
    return Card(
        guide=language.word("site.name"),
        guide_short=language.word("frame.name-short"),
        title=heading_of(page),
        answer=sentences(plain(answer), language),
        keys=tuple((language.word(f"labels.key-{key}"), plain(language.text(text))) for key, text in told),
        name=name,
        voice=voice(tree, language),
    )


def sentences(text: str, language: Language) -> tuple[str, ...]:
    """The sentences of a text, each with what separates it from the next."""
    return tuple(sentence for _, sentence in language.sentences(text))


def several(tree: Tree, short: Short | None) -> MultilingualCard:
    """The words of the pictures of a short address of a whole page; without one, of the guide itself."""
    guides = tuple((language.word("site.name"), voice(tree, language)) for language in tree.offered)
    names, lines = [], []
    for language in tree.offered:
        page = tree.page(language.code, short.page if short else _HOME)
        own, words = voice(tree, language), heading_of(page) if page else ""
        record = _carrier(tree, page) if page else None
        if record:
            names.append((language.text(record.names), own))
        line = language.text(record.headline) if record and record.headline else words
        if line:
            lines.append((language.name, plain(line), own))
    first = {name: own for name, own in reversed(names)}
    return MultilingualCard(
        tuple((name, first[name]) for name in dict.fromkeys(name for name, _ in names)), tuple(lines), guides
    )


def poster(tree: Tree, carrier: Carrier, address: str, day: datetime.date | None) -> Poster:
    """The words of a carrier's poster; ``address`` is its short address, whole, ``day`` that of its facts."""
    said = []
    for language in tree.offered:
        name = language.before_word(language.text(carrier.names))
        said.append(
            Said(
                guide=language.word("site.name"),
                title=language.word("labels.section-title").format(name=name),
                answer=plain(language.text(carrier.answer)),
                scan=language.word("frame.scan"),
                voice=voice(tree, language),
            )
        )
    return Poster(tuple(said), address, day.isoformat() if day else "", modules(address))


def _carrier(tree: Tree, page: Page) -> Carrier | None:
    item = tree.carriers.get(str(page.meta.mapping.get("carrier")))
    return item.record if item else None
