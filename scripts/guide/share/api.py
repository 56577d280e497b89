"""The facts as files for programs: ``/api/v1/``, with JSON Schemas and an OpenAPI description.

Version 1 only grows: a field that was published stays, with its meaning. ``tests/share/api-fields.txt`` lists them.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, get_args

from ..expand.inline import plain
from ..model.carrier import Carrier, Channel
from ..model.reference import Source
from ..tree.addresses import in_language, page_path
from ..tree.short import CARRIER
from ..tree.tree import Tree
from .dates import page_dates
from .linked_data import LICENCE

VERSION = "v1"
API = f"api/{VERSION}/"
CARRIERS, SOURCES, OPENAPI = "carriers.json", "sources.json", "openapi.json"
LIST_SCHEMA, CARRIER_SCHEMA, SOURCE_SCHEMA = "schema/carriers.json", "schema/carrier.json", "schema/sources.json"
ONE = "carriers/{id}.json"
_IN_SHORT = ("id", "names", "aliases", "kind", "network", "status", "website", "answer")
# What pages need to be laid out, and what rules need to read texts, is no fact and is not published.
_OF_PAGES = frozenset({"start", "values", "keys", "headline", "plain", "mentions"})
# What version 1 once called the text of a way that is not the main one.
_BEFORE = "short"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {"type": "string", "format": "date"}
_URL = {"type": "string", "format": "uri"}
_IN_LANGUAGES = {"type": "object", "additionalProperties": _URL, "description": "By the code of the language."}
_LINKS: dict[str, Any] = {
    "url": {**_IN_LANGUAGES, "description": "The page of the guide, by the code of the language."},
    "short_url": {**_URL, "description": "The page in the reader's own language."},
    "updated": {**_DATE, "description": "The newest day on which one of its sources was seen."},
}
_ENVELOPE: dict[str, Any] = {
    "version": {"type": "string", "const": VERSION},
    "licence": {**_URL, "description": "The licence of the texts."},
    "attribution": {**_URL, "description": "The address to name as the source."},
    "updated": {**_DATE, "description": "The newest day on which a source was seen."},
}


def carrier_data(tree: Tree, carrier: Carrier, site_url: str, day: datetime.date) -> dict[str, Any]:
    """Everything the guide knows of a carrier, whose newest source was seen on ``day``.

    Texts are plain, without Markdown, in every language.
    """
    codes = {language.code for language in tree.languages}
    record = {
        key: _plain(value, codes) for key, value in carrier.model_dump(mode="json").items() if key not in _OF_PAGES
    }
    for way in record["channels"].values():
        way[_BEFORE] = way["how"]
    path = page_path(f"carriers/{carrier.id}.md")
    return record | {
        "url": {language.code: site_url + in_language(path, language) for language in tree.offered},
        "short_url": f"{site_url}{CARRIER}/{carrier.id}/",
        "updated": day.isoformat(),
    }


def _plain(value: Any, codes: set[str]) -> Any:
    if isinstance(value, list):
        return [_plain(child, codes) for child in value]
    if not isinstance(value, dict):
        return value
    # A text is a mapping from languages to words; pages of carriers are one to addresses.
    text = set(value) <= codes and all(isinstance(words, str) and "://" not in words for words in value.values())
    return {key: plain(child) if text and value else _plain(child, codes) for key, child in value.items()}


def documents(tree: Tree, site_url: str) -> dict[str, Any]:
    """Every file of the interface by its path below ``/api/v1/``."""
    days = page_dates(tree)
    newest = max(days.values(), default=tree.today)
    head = {"version": VERSION, "licence": LICENCE, "attribution": site_url, "updated": newest.isoformat()}
    whole = {
        carrier.id: carrier_data(tree, carrier, site_url, days.get(f"carriers/{carrier.id}.md", newest))
        for carrier in tree.carrier_records
    }
    listed = [
        {key: data[key] for key in _IN_SHORT}
        | {"ways": {way: channel["available"] for way, channel in data["channels"].items()}}
        | {key: data[key] for key in _LINKS}
        | {"data": f"{site_url}{API}{ONE.format(id=key)}"}
        for key, data in whole.items()
    ]
    sources = {key: source.model_dump(mode="json") for key, source in sorted(tree.sources.items())}
    files: dict[str, Any] = {
        CARRIERS: head | {"carriers": listed},
        SOURCES: head | {"sources": sources},
        OPENAPI: _openapi(site_url, sorted(whole)),
        **_schemas(),
    }
    return files | {ONE.format(id=key): head | {"carrier": data} for key, data in whole.items()}


def _schemas() -> dict[str, Any]:
    carrier = _open(Carrier.model_json_schema(mode="serialization"))
    definitions = carrier.pop("$defs", {})
    way = definitions[Channel.__name__]["properties"]
    way[_BEFORE] = way["how"] | {"deprecated": True, "description": "The same as how."}
    carrier["properties"] = {key: part for key, part in carrier["properties"].items() if key not in _OF_PAGES} | _LINKS
    carrier["required"] = sorted(carrier["properties"])
    source = _open(Source.model_json_schema(mode="serialization"))
    own = carrier["properties"]
    item = {key: own[key] for key in (*_IN_SHORT, *_LINKS)} | {
        "ways": {
            "type": "object",
            "additionalProperties": {"enum": list(get_args(Channel.model_fields["available"].annotation))},
            "description": "Whether one can cancel this way.",
        },
        "data": {**_URL, "description": "Everything about the carrier."},
    }
    return {
        LIST_SCHEMA: _document(
            "carriers", {"type": "array", "items": {"type": "object", "properties": item, "required": sorted(item)}}
        )
        | {"$defs": definitions},
        CARRIER_SCHEMA: _document("carrier", carrier) | {"$defs": definitions},
        SOURCE_SCHEMA: _document("sources", {"type": "object", "additionalProperties": source}),
    }


def _document(key: str, content: dict[str, Any]) -> dict[str, Any]:
    properties = _ENVELOPE | {key: content}
    return {"$schema": _DIALECT, "type": "object", "properties": properties, "required": sorted(properties)}


def _open(schema: Any) -> Any:
    # Version 1 may grow, so a reader must bear fields it does not know.
    if isinstance(schema, list):
        return [_open(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = schema.get("additionalProperties") is False
    return {key: _open(part) for key, part in schema.items() if not (closed and key == "additionalProperties")}


def _openapi(site_url: str, ids: list[str]) -> dict[str, Any]:
    def get(summary: str, schema: str, parameters: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        answer = {"description": summary, "content": {"application/json": {"schema": {"$ref": f"./{schema}"}}}}
        key = schema.removeprefix("schema/").removesuffix(".json")
        operation = {"operationId": key, "summary": summary, "responses": {"200": answer}, "security": []}
        return {"get": operation | ({"parameters": parameters} if parameters else {})}

    one = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Id of the carrier.",
        "schema": {"enum": ids, "type": "string"},
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ending a Japanese mobile line: the facts",
            "version": "1.0.0",
            "description": "Static files. Version 1 only grows; published fields stay.",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": f"{site_url}{API}".rstrip("/")}],
        "paths": {
            f"/{CARRIERS}": get("All carriers in short.", LIST_SCHEMA),
            f"/{ONE}": get("Everything about one carrier.", CARRIER_SCHEMA, [one]),
            f"/{SOURCES}": get("All sources by their ids.", SOURCE_SCHEMA),
        },
    }


def write_api(target: Path, tree: Tree, site_url: str) -> None:
    """Write the files into the built site at ``target``."""
    for name, data in documents(tree, site_url).items():
        file = target / API / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
