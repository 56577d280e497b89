"""Every contact of the tree with its place. Shared by the contact rules; not a rule itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.contact import Contact
from ..model.finding import Position
from ..model.phone import Number, read_number
from ..source.references import holds_references
from .tree import Tree


def phone_contacts(tree: Tree, typed: bool = False) -> Iterator[tuple[str, Contact, Number, Position]]:
    """Whose it is, the contact, its number sorted by the plan, and where the number stands.

    A number whose address leads nowhere is left out; with ``typed`` also those that are printed by an address.
    """
    for item in tree.loaded:
        for path, model in item.models:
            if isinstance(model, Contact) and model.number and not holds_references(model.number):
                if typed and (*path, "number") in item.values:
                    continue
                owner = getattr(item.record, "id", None) or f"the desk {path[0]}"
                yield owner, model, read_number(model.number), item.position((*path, "number"))


def is_hours_or_languages(path: tuple[str | int, ...]) -> bool:
    """Whether a model fault lies in the hours or languages of a contact."""
    return any(
        part == "contacts" and len(path) > index + 2 and path[index + 2] in ("hours", "languages")
        for index, part in enumerate(path)
    )
