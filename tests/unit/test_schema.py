"""The exported JSON Schemas: as committed, true to the real records, and as strict as the model."""

import copy
import functools
import json
from typing import get_args

import jsonschema
import pytest
from guide.commands.schemas import schema_texts, write_schemas
from guide.expand import read_tree
from guide.languages import MADE
from guide.model.carrier import CHANNELS, Way
from guide.tree.fit import fit
from guide.tree.layout import FOLDERS
from places import LANGUAGES
from trees import REPOSITORY, TODAY, base_tree

TEXTS = schema_texts(REPOSITORY)
WRITTEN = [language.code for language in LANGUAGES if language.source is None]


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The carrier of the base tree."""
    return read_tree(base_tree(tmp_path_factory.mktemp("tree")), TODAY).carriers["docomo"].record


@functools.cache
def validator(folder):
    """The schema of one folder of records, ready to validate."""
    schema = json.loads(TEXTS[f"schemas/{folder.removesuffix('s')}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_a_way_is_the_field_of_a_channel():
    assert get_args(Way) == CHANNELS


def test_committed_schemas_are_fresh():
    committed = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "schemas").iterdir()}
    assert committed == set(TEXTS)
    for path, text in TEXTS.items():
        assert (REPOSITORY / path).read_text(encoding="utf-8") == text, "run build.py schemas --write"


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_records(folder, real_tree):
    schema = validator(folder)
    items = real_tree.folder(folder)
    assert items
    for item in items.values():
        if item.yaml.mapping.get("status") == MADE:
            # What it has not is made from another; what it has fits, or the model would tell it.
            assert not item.faults
            continue
        assert item.record, item.faults
        # The loader hands over text; editors see numbers and truth values, as the model has them.
        data = item.record.model_dump(mode="json", by_alias=True, exclude_unset=folder == "languages")
        errors = [error.message for error in schema.iter_errors(data)]
        assert errors == [], item.path


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("colour",), "red"),
        (("id",), "Not A Slug"),
        (("names",), {"zh": "a", "ja": "b"}),
        (("names",), {"zh": "a", "ja": "b", "en": "c", "ko": "d"}),
        (("names", "zh"), ""),
        (("kind",), "giant"),
        (("network",), []),
        (("website",), "www.example.com"),
        (("status", "since"), "June 2026"),
        (("channels", "online", "available"), "maybe"),
        (("channels", "fax"), {}),
        (("contacts", 0, "hours", "open"), "9:00"),
        (("contacts", 0, "hours", "close"), "24:30"),
        (("contacts", 0, "languages"), ["japanese"]),
        (("ending", "cut_off", "value"), "25:00"),
        (("ending", "early_fee", "value"), -1),
        (("facts", "costs", 0, "confidence"), "sure"),
        (("facts", "costs", 0, "amount_jpy"), "1,100"),
    ],
    ids=str,
)
def test_what_the_model_refuses_the_schema_refuses(path, value, record):
    good = record.model_dump(mode="json")
    assert validator("carriers").is_valid(good)
    bad = copy.deepcopy(good)
    place = bad
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not validator("carriers").is_valid(bad)
    assert fit(type(record), bad, WRITTEN).faults


@pytest.mark.parametrize("key", ["id", "names", "channels", "ending", "contacts"])
def test_required_keys(key, record):
    bad = record.model_dump(mode="json")
    del bad[key]
    assert not validator("carriers").is_valid(bad)


def test_writing_writes_what_changed(tmp_path):
    root = base_tree(tmp_path)
    assert sorted(write_schemas(root)) == sorted(TEXTS)
    assert write_schemas(root) == []
    (root / "schemas/product.schema.json").write_text("{}")
    assert write_schemas(root) == ["schemas/product.schema.json"]
    assert {path: (root / path).read_text(encoding="utf-8") for path in TEXTS} == TEXTS


@pytest.mark.parametrize(("status", "required"), [("released", [*WRITTEN, "ko"]), ("in-work", WRITTEN)])
def test_a_fourth_language_is_known_at_once_and_required_once_it_is_released(status, required, tmp_path):
    root = base_tree(tmp_path)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("nav:", "        - locale: ko\n          name: 한국어\nnav:"))
    (root / "docs/_data/languages/ko.yml").write_text(f"status: {status}\n", encoding="utf-8")
    names = json.loads(schema_texts(root)["schemas/carrier.schema.json"])["properties"]["names"]
    assert names["required"] == required
    assert list(names["properties"]) == [*WRITTEN, "ko"]
