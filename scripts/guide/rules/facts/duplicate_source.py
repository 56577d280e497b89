"""A source is declared twice: one id in two places, or one address under two ids.

Why: a date corrected in one place would stay wrong in the other.
Fix: keep one declaration; where several records need it, in docs/_data/sources.yml.

Bad:  docomo.yml and ahamo.yml both declare https://example.jp/fee
Good: sources.yml declares it once, both cite its id
"""

from ...tree.links import bare_address

CODE = "FS007"
SLUG = "duplicate-source"


def check(tree):
    """Yield a finding for the second declaration of an id or address."""
    ids, addresses = {}, {}
    for place in tree.source_places:
        address = bare_address(place.source.url)
        if place.id in ids:
            yield place.position, f'the source id "{place.id}" is declared twice', "keep one", ids[place.id]
        elif address in addresses:
            other = addresses[address]
            yield place.position, f'this address is already the source "{other[0]}"', "cite that id instead", other[1]
        ids.setdefault(place.id, place.position)
        addresses.setdefault(address, (place.id, place.position))
