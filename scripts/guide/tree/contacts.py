"""Every contact of the tree with its place. Shared by the contact rules; not a rule itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.contact import Contact
from ..model.finding import Position
from ..model.phone import Number, read_number
from ..source.references import holds_references
from .once import once
from .tree import Tree


def phone_contacts(tree: Tree, typed: bool = False) -> Iterator[tuple[str, Contact, Number, Position]]:
    """Whose it is, the contact, its number sorted by the plan, and where the number stands.

    A number whose address leads nowhere is left out; with ``typed`` also those that are printed by an address.
    """
    for contact in _dialled(tree):
        if not (typed and contact.printed):
            yield contact.owner, contact.contact, contact.number, contact.position


@dataclass(frozen=True)
class _Dialled:
    owner: str
    contact: Contact
    number: Number
    position: Position
    printed: bool


@once
def _dialled(tree: Tree) -> list[_Dialled]:
    found = []
    for item in tree.loaded:
        for path, model in item.models:
            if isinstance(model, Contact) and model.number and not holds_references(model.number):
                owner = getattr(item.record, "id", None) or f"the desk {path[0]}"
                place = (*path, "number")
                number = read_number(model.number)
                found.append(_Dialled(owner, model, number, item.position(place), place in item.values))
    return found


def is_hours_or_languages(path: tuple[str | int, ...]) -> bool:
    """Whether a model fault lies in the hours or languages of a contact."""
    return any(
        part == "contacts" and len(path) > index + 2 and path[index + 2] in ("hours", "languages")
        for index, part in enumerate(path)
    )
