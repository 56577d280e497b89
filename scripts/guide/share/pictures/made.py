"""Draws the pictures of a tree into the built site: of pages in every language, of short addresses, and the posters."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import PIL

from ...languages import Language
from ...model.carrier import Carrier
from ...processors import side_by_side
from ...source.kept import Kept, digest_of, slot_named
from ...source.markdown import Page
from ...source.writing import write_whole
from ...tree.short import CARRIER, Short, of_page, short_addresses
from ...tree.tree import Tree
from ..dates import page_dates
from . import cards, poster, words
from .cards import SQUARE, WIDE, MultilingualCard
from .fonts import BOLD, REGULAR, version
from .setting import NoRoom

FOLDER = "assets/previews"
_SLOTS = "pictures"
POSTER = "poster.png"
"""The poster of a carrier, in the folder of its short address."""
_ALT_MOST = 400

C = TypeVar("C")
Look = Callable[[C], bytes]


@dataclass(frozen=True)
class Picture:
    """A picture of the site: its path, its pixels and its words."""

    path: str
    width: int
    height: int
    alt: str


@dataclass
class Pictures:
    """The pictures that were written: each page and short address has a wide one, then a square one."""

    of_pages: dict[tuple[str, str], tuple[Picture, ...]] = field(default_factory=dict)
    """By language and name of the page."""
    posters: dict[str, str] = field(default_factory=dict)
    """The path of a carrier's poster by the name of the page; none where its words have no room."""
    of_short: dict[str, tuple[Picture, ...]] = field(default_factory=dict)
    """By path of the short address; under the empty path those of the guide, for all that have none of their own."""


def write_pictures(target: Path, kept: Kept, tree: Tree, site_url: str) -> Pictures:
    """Write every picture into the built site at ``target``; those drawn before are taken from ``kept``.

    Raises:
        NoFont: where the system has not the font; nothing is written then.
        NotWritten: where ``kept`` cannot be written.
    """
    writer = _Writer(target, kept, _versions(tree))
    pages = [(one, page) for one in tree.offered for name in tree.names if (page := tree.page(one.code, name))]
    shorts = [short for short in short_addresses(tree) if of_page(short.page)]

    def of_page_in(place: tuple[Language, Page]) -> tuple[Picture, ...]:
        language, page = place
        card = words.card(tree, language, page)
        alts = f"{card.title} · {''.join(card.answer)}".strip(" ·"), f"{card.name} · {card.guide_short}"
        return writer.both(card, (cards.wide, cards.square), alts)

    def poster_of(carrier: tuple[Short, Carrier]) -> str:
        short, record = carrier
        said = words.poster(tree, record, site_url + short.path, page_dates(tree).get(short.page))
        path = f"{short.path}{POSTER}"
        try:
            drawn = writer.draw(f"poster {said}", partial(poster.poster, said))
        except NoRoom as error:
            print(f"note: {record.id} has no poster: there is no room for: {error}", file=sys.stderr, flush=True)
            return ""
        write_whole(target / path, drawn)
        return path

    def of_short(short: Short | None) -> tuple[Picture, ...]:
        return writer.several(words.several(tree, short))

    carriers = [
        (short, item.record)
        for short in short_addresses(tree)
        if short.kind == CARRIER and (item := tree.carriers.get(short.id)) and item.record
    ]
    found = Pictures()
    for (language, page), pictures in zip(pages, side_by_side(of_page_in, pages), strict=True):
        found.of_pages[language.code, page.name] = pictures
    for short, pictures in zip((None, *shorts), side_by_side(of_short, (None, *shorts)), strict=True):
        found.of_short[short.path if short else ""] = pictures
    for (short, _), path in zip(carriers, side_by_side(poster_of, carriers), strict=True):
        if path:
            found.posters[short.page] = path
    return found


def _versions(tree: Tree) -> str:
    """What pictures are drawn with: the code, Pillow, the faces, and what tells in which face a part of a text is."""
    regions = {language.font for language in tree.offered}
    # Where a voice is shown as text, a long pattern is cut off.
    patterns = [language.japanese.pattern for language in tree.offered if language.japanese]
    faces = [version(region, weight) for region in sorted(regions) for weight in (BOLD, REGULAR)]
    return f"{digest_of(_code())} {PIL.__version__} {' '.join(faces)} {' '.join(patterns)}"


def _code() -> list[tuple[str, bytes]]:
    return [(file.name, file.read_bytes()) for file in sorted(Path(__file__).parent.glob("*.py"))]


class _Writer:
    def __init__(self, target: Path, kept: Kept, versions: str):
        self.target, self.kept, self.versions = target, kept, versions

    def draw(self, made_from: str, draw: Callable[[], bytes]) -> bytes:
        made_from = f"{self.versions} {made_from}"
        # Pictures cost much: those of another branch or address do not take their places.
        return self.kept.content(slot_named(_SLOTS, made_from), made_from, draw)

    def both(self, card: C, looks: tuple[Look[C], Look[C]], alts: tuple[str, str]) -> tuple[Picture, ...]:
        """Write the wide and the square picture of ``card``."""
        return tuple(
            self._written(self.draw(f"{size} {card}", partial(look, card)), size, alt)
            for look, size, alt in zip(looks, (WIDE, SQUARE), alts, strict=True)
        )

    def several(self, card: MultilingualCard) -> tuple[Picture, ...]:
        """Write both pictures of a short address."""
        names = [name for name, _ in card.names] or [guide for guide, _ in card.guides]
        alts = " · ".join([*names, *(line for _, line, _ in card.lines)]), names[0]
        return self.both(card, (cards.wide_of_several, cards.square_of_several), alts)

    def _written(self, png: bytes, size: tuple[int, int], alt: str) -> Picture:
        # Apps keep a picture by its address: another picture has another one.
        path = f"{FOLDER}/{hashlib.sha256(png).hexdigest()[:20]}.png"
        file = self.target / path
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(png)
        return Picture(path, *size, alt[:_ALT_MOST])
