"""The id of a record is not its file name, or an id stands twice inside the record.

Why: the file name is the id, the address of the page and the argument of every block.
Fix: rename the file or correct the id; give each contact and fact an id of its own.

Bad:  docs/_data/carriers/ahamo.yml with id: docomo
Good: docs/_data/carriers/ahamo.yml with id: ahamo
"""

from collections import Counter

CODE = "FS002"
SLUG = "record-id"


def check(tree):
    """Yield a finding for each id that differs from its file name or is repeated."""
    for records in (tree.carriers, tree.products):
        for stem, item in records.items():
            given = item.yaml.data.get("id") if isinstance(item.yaml.data, dict) else None
            if given is not None and given != stem:
                yield item.position(("id",)), f'id is "{given}", the file is {stem}.yml', "make the two equal"
            if item.record:
                yield from _repeated(item)


def _repeated(item):
    places = []
    record = item.record
    places += [(contact.id, ("contacts", index, "id")) for index, contact in enumerate(record.contacts)]
    facts = record.facts if isinstance(record.facts, list) else None
    if facts is None:
        for topic in type(record.facts).model_fields:
            for index, fact in enumerate(getattr(record.facts, topic)):
                places.append((fact.id, ("facts", topic, index, "id")))
    else:
        places += [(fact.id, ("facts", index, "id")) for index, fact in enumerate(facts)]
    for group in ("disputed", "unknown"):
        places += [(entry.id, (group, index, "id")) for index, entry in enumerate(getattr(record, group))]
    counted = Counter(key for key, _ in places)
    seen = {}
    for key, path in places:
        if counted[key] > 1 and key in seen:
            yield (
                item.position(path),
                f'the id "{key}" stands twice in this record',
                "give one of them another id",
                item.position(seen[key]),
            )
        seen.setdefault(key, path)
