"""What readers type: names of carriers and products, and words that mean the same. All of it comes from the records."""

from __future__ import annotations

from collections.abc import Iterable

from ...load.tree import Site
from .folding import fold


def carrier_names(site: Site) -> dict[str, list[str]]:
    """Every spelling of every carrier's name, by the path of its page."""
    return {
        f"carriers/{carrier.id}/": distinct([*carrier.names.values(), *carrier.aliases])
        for carrier in site.carrier_records
    }


def product_names(site: Site) -> dict[str, list[str]]:
    """Every spelling of every product's name, by the id of its row; a name of a carrier stays with the carrier."""
    taken = {name for names in carrier_names(site).values() for name in names}
    return {
        f"product-{product.id}": [
            name for name in distinct([*product.names.values(), *product.aliases]) if name not in taken
        ]
        for product in site.product_records
    }


def same_words(site: Site) -> list[list[str]]:
    """Groups of words that mean the same: the glossary with its aliases, then everyday words."""
    groups = [
        [term.zh, term.ja, term.en, term.reading, term.romaji, *term.aliases] for term in site.table("terms").values()
    ]
    groups += list(dict(site.table("search")).values())
    return [words for words in map(distinct, groups) if len(words) > 1]


def distinct(words: Iterable[str]) -> list[str]:
    """The words folded, each once."""
    return list(dict.fromkeys(fold(word) for word in words if word.strip()))
