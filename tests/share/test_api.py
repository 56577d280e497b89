"""The files for programs: valid by their own schemas, whole, and without a published field taken away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from guide.share.api import (
    CARRIER_SCHEMA,
    CARRIERS,
    LIST_SCHEMA,
    OPENAPI,
    SOURCE_SCHEMA,
    SOURCES,
    documents,
)
from guide.share.dates import page_dates
from guide.tree.addresses import in_language
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

HOME = "https://owner.example/name/"
LISTED = Path(__file__).with_name("api-fields.txt")


@pytest.fixture(scope="module")
def files(real_tree):
    """Every file of the interface, by its path."""
    return documents(real_tree, HOME)


def _schema_of(name):
    return {CARRIERS: LIST_SCHEMA, SOURCES: SOURCE_SCHEMA}.get(name, CARRIER_SCHEMA)


def _data(files):
    return {name: data for name, data in files.items() if not name.startswith("schema/") and name != OPENAPI}


def test_every_carrier_and_source_is_there(files, real_tree):
    ids = {carrier.id for carrier in real_tree.carrier_records}
    assert {carrier["id"] for carrier in files[CARRIERS]["carriers"]} == ids
    assert {f"carriers/{key}.json" for key in ids} | {CARRIERS, SOURCES} == set(_data(files))
    assert set(files[SOURCES]["sources"]) == set(real_tree.sources)


def test_the_files_are_valid_by_their_schemas(files):
    for name, data in _data(files).items():
        schema = files[_schema_of(name)]
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        errors = [
            f"{name}: {list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(data)
        ]
        assert errors == []


def test_a_wrong_file_is_not_valid(files):
    data = {**files[CARRIERS], "carriers": [{**files[CARRIERS]["carriers"][0], "names": 1}]}
    assert not Draft202012Validator(files[LIST_SCHEMA]).is_valid(data)


def _fields(schema: dict[str, Any]) -> set[str]:
    """The dotted paths of all fields that a schema names; ``[]`` stands for the items of a list or mapping."""
    found: set[str] = set()

    def walk(part: Any, path: str, seen: tuple[str, ...]) -> None:
        if "$ref" in part:
            name = part["$ref"].rpartition("/")[2]
            if name not in seen:
                walk(schema["$defs"][name], path, (*seen, name))
        for key, child in part.get("properties", {}).items():
            found.add(f"{path}{key}")
            walk(child, f"{path}{key}.", seen)
        for child in (part.get("items"), part.get("additionalProperties")):
            if isinstance(child, dict):
                walk(child, f"{path[:-1]}[].", seen)
        for child in (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("allOf", ())):
            walk(child, path, seen)

    walk(schema, "", ())
    return found


def test_published_fields_stay(files):
    now = {f"{name} {field}" for name in (LIST_SCHEMA, CARRIER_SCHEMA, SOURCE_SCHEMA) for field in _fields(files[name])}
    listed = set(LISTED.read_text("utf-8").splitlines())
    assert sorted(listed - now) == [], "version 1 promises these"
    # A field that is new may be added to the list; from then on it is promised.
    assert LISTED.read_text("utf-8").splitlines() == sorted(listed)


def test_texts_are_plain_and_in_every_language(files, real_tree):
    written = {language.code for language in real_tree.languages if language.released}
    offered = {language.code for language in real_tree.offered}
    for carrier in files[CARRIERS]["carriers"]:
        assert written <= set(carrier["answer"]) and offered == set(carrier["url"])
        for words in carrier["answer"].values():
            assert not set("*[]{}<>") & set(words), words


def test_a_carrier_is_told_as_its_record_and_page_have_it(files, real_tree):
    changed, listed = page_dates(real_tree), {one["id"]: one for one in files[CARRIERS]["carriers"]}
    for carrier in real_tree.carrier_records:
        told, short = files[f"carriers/{carrier.id}.json"]["carrier"], listed[carrier.id]
        ending = carrier.ending.model_dump(mode="json")
        for name, value in ending.items():
            assert {**told["ending"][name], "note": None} == {**value, "note": None}, (carrier.id, name)
        assert told["cancel_pages"] == dict(carrier.cancel_pages), carrier.id
        ways = {name: way.available for name, way in carrier.channels}
        assert {name: way["available"] for name, way in told["channels"].items()} == short["ways"] == ways, carrier.id
        # Version 1 called the text of a way so, and promises it.
        assert all(way["short"] == way["how"] for way in told["channels"].values()), carrier.id
        assert [one["number"] for one in told["contacts"]] == [one.number for one in carrier.contacts], carrier.id
        assert {key: told[key] for key in short if key in told} == {key: short[key] for key in short if key in told}
        day = changed[f"carriers/{carrier.id}.md"]
        assert (told["updated"], short["data"]) == (day.isoformat(), f"{HOME}api/v1/carriers/{carrier.id}.json")
        assert told["short_url"].removeprefix(HOME[:-1]) in real_tree.published, carrier.id
        for language in real_tree.offered:
            assert told["url"][language.code] == HOME + in_language(f"carriers/{carrier.id}/", language)


def test_sources_that_are_named_are_listed(files):
    def cited(value):
        if isinstance(value, dict):
            yield from value.get("sources", [])
        for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from cited(child)

    known = set(files[SOURCES]["sources"])
    for name, data in _data(files).items():
        if "carrier" in data:
            assert set(cited(data["carrier"])) <= known, name


def test_the_description_names_files_that_are_there(files):
    described = files[OPENAPI]
    assert described["openapi"].startswith("3.1") and {"title", "version", "license"} <= set(described["info"])
    names = set()
    for path, methods in described["paths"].items():
        operation = methods["get"]
        names.add(operation["operationId"])
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert schema.removeprefix("./") in files
        ids = next((one["schema"]["enum"] for one in operation.get("parameters", ())), [""])
        assert all(path[1:].replace("{id}", key) in files for key in ids)
        assert ("{id}" in path) == bool(operation.get("parameters"))
    assert len(names) == len(described["paths"])


@pytest.fixture(scope="module")
def folder(files, tmp_path_factory):
    """The description and the schemas that it names, as they lie beside each other on the site."""
    folder = tmp_path_factory.mktemp("api")
    for name in files:
        if name == OPENAPI or name.startswith("schema/"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(json.dumps(files[name]), "utf-8")
    return folder


def _faults(folder, description) -> list[str]:
    validator = OpenAPIV31SpecValidator(description, base_uri=(folder / OPENAPI).as_uri())
    return [error.message for error in validator.iter_errors()]


def test_the_description_is_valid(files, folder):
    assert _faults(folder, files[OPENAPI]) == []


@pytest.mark.parametrize(
    ("at", "fault"),
    [
        (("info",), {"title": "no version"}),
        (("paths", "/carriers/{id}.json", "get", "parameters"), []),
        (("paths", "/carriers.json", "get", "responses"), {}),
        (("paths", "/sources.json", "get", "operationId"), "carriers"),
    ],
)
def test_a_fault_of_the_description_is_told(at, fault, files, folder):
    *way, last = at
    spoilt = json.loads(json.dumps(files[OPENAPI]))
    place = spoilt
    for key in way:
        place = place[key]
    place[last] = fault
    assert _faults(folder, spoilt)
