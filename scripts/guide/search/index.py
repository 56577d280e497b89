"""Write the index of every language, and beside it what its sections say at length.

The browser makes its tables from the index, and shows the rest once there are answers, see ``docs/assets/js/search/``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_left
from dataclasses import astuple, dataclass
from functools import cache, partial
from pathlib import Path

from ..languages import JAPANESE, Language
from ..processors import side_by_side
from ..source.kept import Kept
from ..tree.addresses import in_language, page_paths
from ..tree.tree import Tree
from .folding import fold, variants
from .sections import Section, read_sections
from .shorten import OPENINGS, Shortener, beginning
from .words import carrier_names, product_names, same_words

FOLDER = "search"
INDEX, TEXTS = "json", "texts.json"
"""Of a language: ``zh.json``, and what its sections say at length."""
_SECTIONS = "sections"
BUDGET = 85_000
"""Bytes of one index and its scripts after gzip: below 86 KB over the wire, however a host compresses."""
_SCRIPTS = "assets/js/search"
_UNREAD = frozenset({"about/sources/"})
_STEPS = 50
# Of what a section says, in excerpts: the browser chooses the one that shows most of what was asked for.
_AT_LENGTH = 2
_VERSION = 12


def write_indexes(target: Path, tree: Tree, kept: Kept) -> None:
    """Write ``search/<language>.json`` and ``.texts.json`` for the pages rendered into ``target``."""
    folder = target / FOLDER
    folder.mkdir(exist_ok=True)
    budget = BUDGET - sum(_weight(file.read_bytes()) for file in (target / _SCRIPTS).glob("*.js"))
    read = partial(_sections, target, tree, kept)
    japanese = [section for one in tree.offered if one.code == JAPANESE for section in read(one)]

    def write(language: Language) -> None:
        """Write the index of a language, then those of the languages that are made from it: what fits there fits."""
        like: Fit | None = None
        for one in [language, *(other for other in tree.offered if other.source == language)]:
            sections = japanese if one.code == JAPANESE else read(one)
            # Readers of every language meet Japanese words; Japanese readers search in Japanese.
            foreign = japanese if one.code != JAPANESE else []
            texts, version = at_length(sections, one)
            index = _without_text(sections, foreign, tree, one) | {"version": version}
            made_from = json.dumps([index, [section.text for section in sections], budget, like and astuple(like)])
            fit = (
                partial(_fitted_like, index, sections, budget, like)
                if like
                else partial(fitted, index, sections, budget)
            )
            packed, like = kept.value(f"{FOLDER}/{one.code}", made_from, fit)
            (folder / f"{one.code}.{INDEX}").write_bytes(packed)
            (folder / f"{one.code}.{TEXTS}").write_bytes(texts)

    side_by_side(write, [language for language in tree.offered if language.source is None])


def _sections(target: Path, tree: Tree, kept: Kept, language: Language) -> list[Section]:
    found: list[Section] = []
    rows: set[str] = set()
    homes = {f"product-{product.id}": f"cards/{product.cards[0]}/" for product in tree.product_records}
    for path in page_paths(tree):
        if path in _UNREAD:
            continue
        html = (target / in_language(path, language) / "index.html").read_text(encoding="utf-8")
        for section in kept.value(
            f"{_SECTIONS}/{language.code}/{path}index.html", html, partial(read_sections, path, html)
        ):
            # A product stands on every card page it fits; one of them is its home.
            if section.id in homes and (section.id in rows or section.path != homes[section.id]):
                continue
            rows.add(section.id)
            found.append(section)
    # Neighbours that say similar things make the file small: the same section of all carriers stands together.
    return sorted(found, key=lambda section: section.id if section.path.startswith("carriers/") else "")


def at_length(sections: list[Section], language: Language) -> tuple[bytes, str]:
    """What the sections say, with the version of them that an index of the same has too."""
    texts = [beginning(section.text, _AT_LENGTH * language.longest_excerpt) for section in sections]
    known = _json([[section.path, section.id, text] for section, text in zip(sections, texts, strict=True)])
    version = hashlib.sha256(known).hexdigest()[:_VERSION]
    return _json({"version": version, "texts": texts}), version


@dataclass(frozen=True)
class Fit:
    """How much of the sections' texts an index holds: bytes of an opening, and clauses besides."""

    opening: int
    clauses: int


def fitted(index: dict, sections: list[Section], budget: int) -> tuple[bytes, Fit]:
    """The index with as much of the sections' texts as the budget allows, in bytes after gzip."""
    shortener_of = cache(lambda opening: Shortener(sections, opening))
    openings_of = cache(lambda opening: _packed(index, shortener_of(opening).shortened(0)))
    fit = bisect_left(OPENINGS, True, key=lambda opening: _weight(openings_of(opening)) <= budget)
    opening = OPENINGS[min(fit, len(OPENINGS) - 1)]
    shortener, best = shortener_of(opening), openings_of(opening)
    # The whole text first; it fits where the guide is small. Where not even the openings fit, nothing is added.
    fits, most = 0, len(shortener) if fit < len(OPENINGS) else 0
    too_many = most + 1
    while most > fits:
        packed = _packed(index, shortener.shortened(most))
        if _weight(packed) <= budget:
            best, fits = packed, most
        else:
            too_many = most
        most = (fits + too_many) // 2
    return best, Fit(opening, fits)


def _fitted_like(index: dict, sections: list[Section], budget: int, like: Fit) -> tuple[bytes, Fit]:
    """As ``fitted``, from what fits in the language that this one is made from: their texts are about as long."""
    shortener = Shortener(sections, like.opening)
    most = like.clauses
    while _weight(best := _packed(index, shortener.shortened(most))) > budget:
        if not most:
            return fitted(index, sections, budget)
        most -= max(most // _STEPS, 1)
    return best, Fit(like.opening, most)


def _weight(packed: bytes) -> int:
    return len(gzip.compress(packed, 6))


def _without_text(sections: list[Section], foreign: list[Section], tree: Tree, language: Language) -> dict:
    pages = list(dict.fromkeys(section.path for section in sections))
    titles = {section.path: section.title for section in sections}
    place = {section.id: number for number, section in enumerate(sections)}
    carriers = {path: names for path, names in carrier_names(tree, language).items() if path in titles}
    products = {row: names for row, names in product_names(tree, language).items() if row in place and names}
    elsewhere = {(section.path, section.id): section.heading for section in foreign}

    def kind(section: Section) -> tuple[str, int, str, str]:
        # A title in Japanese is what many readers type; names of rows have their spellings anyway.
        named = section.level == 4 or (section.level == 1 and section.path in carriers)
        other = "" if named else elsewhere.get((section.path, section.id), "")
        return section.id, section.level, section.heading, other if other != section.heading else ""

    kinds = list(dict.fromkeys(map(kind, sections)))
    order = {value: number for number, value in enumerate(kinds)}
    groups = same_words(tree, language)

    def with_ids(ids: list[str]) -> list[int]:
        return [number for number, value in enumerate(kinds) if value[0] in ids]

    return {
        "pages": pages,
        "titles": [titles[path] for path in pages],
        "page": [pages.index(section.path) for section in sections],
        "kind": [order[kind(section)] for section in sections],
        "id": [value[0] for value in kinds],
        "level": [value[1] for value in kinds],
        "heading": [value[2] for value in kinds],
        "foreign": [value[3] for value in kinds],
        "carriers": [[pages.index(path), *names] for path, names in carriers.items()],
        "products": [[place[row], *names] for row, names in products.items()],
        "same": [[*with_ids(group.sections), *group.words] for group in groups],
        "own": [[number, *with_ids(group.at_carrier)] for number, group in enumerate(groups) if group.at_carrier],
        "everyday": [number for number, group in enumerate(groups) if group.everyday],
        "asked": [[group.asked, *with_ids(group.sections)] for group in groups if group.asked],
        "excerpt": language.longest_excerpt,
    }


def _packed(index: dict, texts: list[str]) -> bytes:
    index = index | {"text": texts}
    used = set(json.dumps(index, ensure_ascii=False))
    index["fold"] = variants(used | set(fold("".join(used))))
    return _json(index)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
