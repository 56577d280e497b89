"""A source is declared twice: one id in two places, or one address under two ids.

Why: a date corrected in one place would stay wrong in the other.
Fix: keep one declaration, in docs/_data/sources/<publisher>.yml under who prints it; every record may cite its id.

Bad:  sources/docomo.yml and sources/ahamo.yml both declare https://example.jp/fee
Good: sources/docomo.yml declares it once, both carriers cite its id
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.links import bare_address
from ...tree.tree import Tree

CODE = "FS007"
SLUG = "duplicate-source"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for the second declaration of an id or address."""
    ids: dict[str, Position] = {}
    addresses: dict[str, tuple[str, Position]] = {}
    for place in tree.source_places:
        address = bare_address(place.source.url)
        if place.id in ids:
            yield Found(
                place.position, f'the source id "{place.id}" is declared twice', "keep one of the two", ids[place.id]
            )
        elif address in addresses:
            other = addresses[address]
            yield Found(
                place.position, f'this address is already the source "{other[0]}"', "cite that id instead", other[1]
            )
        ids.setdefault(place.id, place.position)
        addresses.setdefault(address, (place.id, place.position))
