"""Every contact of the tree with its place. Shared by the contact rules; not a rule itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Position
from ..load.tree import Site
from ..model.contact import Contact
from ..model.numbering import Number, read_number


def phone_contacts(site: Site) -> Iterator[tuple[str, Contact, Number, Position]]:
    """Whose it is, the contact, its number sorted by the plan, and where the number stands."""
    for item in site.loaded:
        for path, model in item.models:
            if isinstance(model, Contact) and model.number:
                owner = getattr(item.record, "id", None) or f"the desk {path[0]}"
                yield owner, model, read_number(model.number), item.position((*path, "number"))


def known_numbers(site: Site) -> set[str]:
    """The ``tel:`` links of every number that the data holds, short codes included."""
    links = {number.link for _, _, number, _ in phone_contacts(site)}
    return links | {f"tel:{code}" for code in site.table("numbering")}
