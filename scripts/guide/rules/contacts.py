"""Every contact of the tree with its place. Shared by the contact rules; not a rule itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Position
from ..load.tree import Loaded, Site, walk
from ..model.contact import Contact
from ..model.numbering import Number, read_number


def phone_contacts(site: Site) -> Iterator[tuple[Loaded, Contact, Number, Position]]:
    """File, contact, its number sorted by the plan, and where the number stands."""
    for item in site.loaded:
        for path, model in walk(item.record):
            if isinstance(model, Contact) and model.number:
                yield item, model, read_number(model.number), item.position((*path, "number"))


def known_numbers(site: Site) -> set[str]:
    """The ``tel:`` links of every number that the data holds, short codes included."""
    links = {number.link for _, _, number, _ in phone_contacts(site)}
    return links | {f"tel:{code}" for code in site.table("numbering")}
