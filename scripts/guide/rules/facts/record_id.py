"""The id of a record is not its file name, or an id is used twice inside the record.

Why: the file name is the id, the address of the page and the argument of every block.
Fix: rename the file or correct the id; give each contact and fact an id of its own.

Bad:  docs/_data/carriers/ahamo.yml with id: docomo
Good: docs/_data/carriers/ahamo.yml with id: ahamo
"""

from collections import Counter
from collections.abc import Iterator

from ...model.carrier import Carrier
from ...model.finding import Found
from ...model.product import Product
from ...source.yaml import Path
from ...tree.loaded import Loaded
from ...tree.tree import Tree

CODE = "FS002"
SLUG = "record-id"
SAVES = "hole"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for each id that differs from its file name or is repeated."""
    files: list[tuple[str, Loaded]] = [*tree.carriers.items(), *tree.products.items()]
    for stem, item in files:
        given = item.yaml.mapping.get("id")
        if given is not None and given != stem:
            yield Found(item.position(("id",)), f'id is "{given}", the file is {stem}.yml', "make the two equal")
        if item.record:
            yield from _repeated(item, item.record)


def _repeated(item: Loaded, record: Carrier | Product) -> Iterator[Found]:
    places: list[tuple[str, Path]] = []
    places += [(contact.id, ("contacts", index, "id")) for index, contact in enumerate(record.contacts)]
    if isinstance(record.facts, list):
        places += [(fact.id, ("facts", index, "id")) for index, fact in enumerate(record.facts)]
    else:
        for topic in type(record.facts).model_fields:
            for index, fact in enumerate(getattr(record.facts, topic)):
                places.append((fact.id, ("facts", topic, index, "id")))
    for group in ("disputed", "unknown"):
        places += [(entry.id, (group, index, "id")) for index, entry in enumerate(getattr(record, group))]
    counted = Counter(key for key, _ in places)
    seen: dict[str, Path] = {}
    for key, path in places:
        if counted[key] > 1 and key in seen:
            yield Found(
                item.position(path),
                f'the id "{key}" is used twice in this record',
                "give one of them another id",
                item.position(seen[key]),
            )
        seen.setdefault(key, path)
