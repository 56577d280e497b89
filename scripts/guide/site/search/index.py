"""Write the index of every language. The browser makes its tables from it, see ``docs/assets/js/search/``."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from ...load.config import Language
from ...load.tree import Site
from ..addresses import in_language
from ..sitemap import page_paths
from .folding import fold, variants
from .sections import Section, read_sections
from .words import carrier_names, product_names, same_words

FOLDER = "search"
BUDGET = 66_000
"""Bytes of one index after gzip. Together with the scripts it stays below 80 KB over the wire."""
_LONGEST = 4_000
"""Characters of one section that are searched at most; the budget may lower it."""
_UNREAD = frozenset({"about/sources/"})


def write_indexes(target: Path, site: Site) -> None:
    """Write ``search/<language>.json`` for the pages rendered into ``target``."""
    read = {language.code: _sections(target, site, language) for language in site.languages}
    folder = target / FOLDER
    folder.mkdir(exist_ok=True)
    for language in site.languages:
        others = [read[other.code] for other in site.languages if other is not language]
        (folder / f"{language.code}.json").write_bytes(fitted(read[language.code], others, site))


def _sections(target: Path, site: Site, language: Language) -> list[Section]:
    found: list[Section] = []
    rows: set[str] = set()
    homes = {f"product-{product.id}": f"cards/{product.cards[0]}/" for product in site.product_records}
    for path in page_paths(site):
        if path in _UNREAD:
            continue
        html = (target / in_language(path, language) / "index.html").read_text(encoding="utf-8")
        for section in read_sections(path, html):
            # A product stands on every card page it fits; one of them is its home.
            if section.id in homes and (section.id in rows or section.path != homes[section.id]):
                continue
            rows.add(section.id)
            found.append(section)
    # Neighbours that say similar things make the file small: the same section of all carriers stands together.
    return sorted(found, key=lambda section: section.id if section.path.startswith("carriers/") else "")


def fitted(sections: list[Section], others: list[list[Section]], site: Site) -> bytes:
    """The index with as much of every section's text as the budget allows."""
    low, high = 60, _LONGEST
    whole = _packed(sections, others, site, high)
    if len(gzip.compress(whole, 9)) <= BUDGET:
        return whole
    while high - low > 8:
        middle = (low + high) // 2
        if len(gzip.compress(_packed(sections, others, site, middle), 9)) <= BUDGET:
            low = middle
        else:
            high = middle
    return _packed(sections, others, site, low)


def _packed(sections: list[Section], others: list[list[Section]], site: Site, longest: int) -> bytes:
    pages = list(dict.fromkeys(section.path for section in sections))
    titles = {section.path: section.title for section in sections}
    place = {section.id: number for number, section in enumerate(sections)}
    foreign = [{(section.path, section.id): section.heading for section in other} for other in others]
    carriers = {path: names for path, names in carrier_names(site).items() if path in titles}
    products = {row: names for row, names in product_names(site).items() if row in place and names}
    index = {
        "pages": pages,
        "titles": [titles[path] for path in pages],
        "page": [pages.index(section.path) for section in sections],
        "id": [section.id for section in sections],
        "level": [section.level for section in sections],
        "heading": [section.heading for section in sections],
        # A title in another language is what many readers type; names of rows have their spellings anyway.
        "foreign": [
            " ".join(headings.get((section.path, section.id), "") for headings in foreign).strip()
            if section.level < 4 and not (section.level == 1 and section.path in carriers)
            else ""
            for section in sections
        ],
        "text": [shortened(section.text, longest) for section in sections],
        "carriers": [[pages.index(path), *names] for path, names in carriers.items()],
        "products": [[place[row], *names] for row, names in products.items()],
        "same": same_words(site),
    }
    used = set(json.dumps(index, ensure_ascii=False))
    index["fold"] = variants(used | set(fold("".join(used))))
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def shortened(text: str, longest: int) -> str:
    """The text cut after ``longest`` characters, at the end of a word."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return cut.rsplit(" ", 1)[0] if " " in cut[longest - 30 :] else cut
