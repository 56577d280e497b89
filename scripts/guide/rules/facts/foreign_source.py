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
from ...tree.companies import any_of, company_of, names, records_of
from ...tree.loaded import cited_by
from ...tree.tree import Tree

CODE = "FS017"
SLUG = "foreign-source"
SAVES = "rumour"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every source of another company in a record whose text does not name that company."""
    owners = {place.id: records_of(tree, urlsplit(place.source.url).hostname or "") for place in tree.source_places}
    for item in tree.own_files:
        if item.record is None:
            continue
        own = company_of(tree, item.record.id)
        for path, model in item.models:
            for index, key in enumerate(cited_by(model)):
                records = owners.get(key, frozenset())
                foreign = records and not any(company_of(tree, other) == own for other in records)
                if foreign and not _named(tree, model, records):
                    yield Found(
                        item.position((*path, "sources", index)),
                        f"{key} is a page of {', '.join(sorted(records))}, which the text does not name",
                        f"cite a source about {item.record.id}, or say in the text whose page it is",
                    )


def _named(tree: Tree, model: BaseModel, records: frozenset[str]) -> bool:
    spelt = names(tree)
    words = tuple(sorted(word for key in records for word in spelt.words.get(key, ())))
    fields = (getattr(model, name) for name in type(model).model_fields)
    texts = [text for field in fields if isinstance(field, dict) for text in field.values() if isinstance(text, str)]
    return any(any_of(words).search(text) for text in texts)
