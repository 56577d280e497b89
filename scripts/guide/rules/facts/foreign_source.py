"""A record leans on a page of another company that it does not name.

Why: what SoftBank prints of its own lines proves nothing about au's; a copied source makes a rumour look certain.
Fix: cite a source about this record. Where the other company's page is meant, the text says whose it is.

Bad:  sources: [softbank-cancellation] under a fact of au.yml that speaks of au alone
Good: sources: [au-cancellation]
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import BaseModel

from ...model.finding import Found
from ...tree.companies import Companies, companies, first
from ...tree.loaded import cited_by
from ...tree.tree import Tree

CODE = "FS017"
SLUG = "foreign-source"
SAVES = "rumour"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every source of another company in a record whose text does not name that company."""
    known = companies(tree)
    owners = {place.id: known.on(urlsplit(place.source.url).hostname or "") for place in tree.source_places}
    for item in tree.own_files:
        if item.record is None:
            continue
        own = known.of(item.record.id)
        for path, model in item.models:
            for index, key in enumerate(cited_by(model)):
                records = owners.get(key, frozenset())
                foreign = records and not any(known.of(other) == own for other in records)
                if foreign and not _named(known, model, records):
                    yield Found(
                        item.position((*path, "sources", index)),
                        f"{key} is a page of {', '.join(sorted(records))}, which the text does not name",
                        f"cite a source about {item.record.id}, or say in the text whose page it is",
                    )


def _named(known: Companies, model: BaseModel, records: frozenset[str]) -> bool:
    words = {word for key in records for word in known.words.get(key, ())}
    fields = (getattr(model, name) for name in type(model).model_fields)
    texts = [text for field in fields if isinstance(field, dict) for text in field.values() if isinstance(text, str)]
    return any(first(text.lower(), words) for text in texts)
