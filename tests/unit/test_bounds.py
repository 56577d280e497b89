"""Every value of every record has a bound, or says why it has none."""

import datetime
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Le, MaxLen
from guide.model.values import Unbounded
from guide.tree.layout import FOLDERS, SHARED
from pydantic import BaseModel, RootModel, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo


def _flat(metadata):
    for entry in metadata:
        yield entry
        if isinstance(entry, FieldInfo):
            yield from _flat(entry.metadata)


def _said(metadata, *kinds):
    return any(isinstance(entry, kinds) for entry in metadata)


def unbounded(annotation, metadata=()):
    """What of a type has no bound: a list of its parts, empty where all is bounded."""
    origin, parts = get_origin(annotation), get_args(annotation)
    metadata = list(_flat(metadata))
    if _said(metadata, Unbounded):
        return []
    if origin is Annotated:
        return unbounded(parts[0], [*parts[1:], *metadata])
    if origin in (Union, UnionType):
        return [part for member in parts for part in unbounded(member, metadata)]
    if origin is Literal or annotation in (bool, NoneType):
        return []
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return []
    if origin in (list, dict):
        here = [] if _said(metadata, MaxLen) else [annotation]
        return here + [part for member in parts for part in unbounded(member)]
    if annotation is str:
        words = [entry for entry in metadata if isinstance(entry, StringConstraints)]
        held = any(entry.pattern or entry.max_length for entry in words) or _said(metadata, WithJsonSchema, MaxLen)
        return [] if held else [annotation]
    if annotation in (int, datetime.date):
        return [] if _said(metadata, Ge) and _said(metadata, Le) else [annotation]
    return [annotation]


def models():
    """Every model that a file of the guide may hold."""
    found, rest = set(), [*FOLDERS.values(), *SHARED.values()]
    while rest:
        entry = rest.pop()
        if isinstance(entry, type) and issubclass(entry, BaseModel):
            if entry not in found:
                found.add(entry)
                rest += [field.annotation for field in entry.model_fields.values()]
        else:
            rest += get_args(entry)
    return sorted(found, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_has_a_bound(model):
    loose = {
        name: found
        for name, field in model.model_fields.items()
        if (found := unbounded(field.annotation, field.metadata))
    }
    assert not loose, f"give them a bound, or Unbounded(why): {loose}"


def test_all_kinds_of_files_are_walked():
    found = models()
    assert {*FOLDERS.values(), *SHARED.values()} <= set(found)
    assert any(issubclass(model, RootModel) for model in found) and len(found) > len(FOLDERS) + len(SHARED)


@pytest.mark.parametrize("loose", [str, int, list[int], dict[str, str], int | None, datetime.date])
def test_a_value_without_a_bound_is_seen(loose):
    assert unbounded(loose)
    assert not unbounded(Annotated[loose, Unbounded("for this test")])


def _patterns(schema):
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "pattern" and isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from _patterns(value)


@pytest.mark.parametrize("model", [*FOLDERS.values(), *SHARED.values()], ids=lambda model: model.__name__)
def test_digits_are_those_of_everybody(model):
    # To pydantic these are digits and letters of all scripts.
    assert [pattern for pattern in _patterns(model.model_json_schema()) if "\\d" in pattern or "\\w" in pattern] == []
