"""A spelling that two carriers or products claim for themselves, or the word of one term as an alias of another.

Why: the search and the reader take one company for the other, and send a reader to the wrong page.
Fix: keep it only where it belongs; carriers of one company group may share it. So with the terms: whoever
searches for moving a number must not be told of a line that was cut off.

Bad:  mineo: aliases: [楽天モバイル]
Good: rakuten-mobile: aliases: [楽天モバイル]
"""

from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "FS061"
SLUG = "shared-alias"
SAVES = "desk"
_TERMS = "terms"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every alias or name that another record has too."""
    yield from _terms(tree)
    holders: dict[str, list[tuple[str, Found]]] = {}
    names: dict[str, set[str]] = {}
    for folder in (tree.carriers, tree.products):
        for key, item in folder.items():
            if not item.record:
                continue
            spelled = names[key] = {str(name).lower() for name in item.record.names.values()}
            for name in item.record.names.values():
                holders.setdefault(name.lower(), []).append((key, Found(item.position(("names",)), name, "")))
            for index, alias in enumerate(item.record.aliases):
                if alias.lower() not in spelled:
                    found = Found(item.position(("aliases", index)), alias, "")
                    holders.setdefault(alias.lower(), []).append((key, found))
    groups = [set(members) for members in tree.company_groups.values()]
    for spelling, places in holders.items():
        # Who is called so owns the spelling, before all whose id says it; for who only lists it, it is the slip.
        places.sort(key=lambda place: (spelling not in names[place[0]], _letters(spelling) != _letters(place[0])))
        keys = {key for key, _ in places}
        if len(keys) < 2 or any(keys <= group for group in groups):
            continue
        (_, first), *rest = places
        for key, place in rest:
            if key != places[0][0]:
                message = f'"{place.message}" is a spelling of {places[0][0]} too'
                yield Found(place.position, message, "keep it only where it belongs", first.position)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _terms(tree: Tree) -> Iterator[Found]:
    owners: dict[str, set[str]] = {}
    for key, term in tree.terms.items():
        for word in term.word.values():
            owners.setdefault(word.lower(), set()).add(key)
    for key, term in tree.terms.items():
        for index, alias in enumerate(term.aliases):
            others = owners.get(alias.lower(), {key})
            if key not in others:
                item = tree.shared[_TERMS]
                other = min(others)
                yield Found(
                    item.position((key, "aliases", index)),
                    f'"{alias}" is the word of the term {other}',
                    "keep it only where it belongs",
                    item.position((other, "word")),
                )
