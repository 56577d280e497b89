"""Fit plain data to a model, and tell what does not fit, one finding a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from ..model.values import TextCheck
from .misfit import in_words

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class ModelFault:
    """A value that does not fit the model, by its path in the file."""

    path: tuple[str | int, ...]
    message: str
    missing: bool = False
    """True where nothing is there."""


def advice(fault: ModelFault) -> str:
    """How to mend it."""
    return "write it, or unknown where that is allowed" if fault.missing else "correct it as the message says"


class Fitted(NamedTuple, Generic[M]):
    """A record, or None where the data does not fit; what does not; and how many texts each language in work lacks."""

    record: M | None
    faults: list[ModelFault]
    absent: Counter[str]


def fit(
    model: type[M],
    data: object,
    languages: Collection[str],
    in_work: Collection[str] = (),
    unbuilt: Collection[str] = (),
) -> Fitted[M]:
    """Fit ``data`` to ``model``.

    A text needs every one of ``languages``; one that lacks a version is a fault, and the record is there all the same.
    What the languages ``in_work`` lack is counted; what there is in an ``unbuilt`` one, which has words and is not
    named in ``mkdocs.yml``, is passed over.
    """
    check = TextCheck(languages, in_work, unbuilt)
    record, faults = None, []
    try:
        record = model.model_validate(data, context=check)
    except ValidationError as error:
        faults = _collapsed(error, data)
    if check.faulty:
        told = {fault.path for fault in faults}
        faults += [ModelFault(*fault) for fault in _placed(data, check.faulty) if fault[0] not in told]
    return Fitted(record, faults, check.absent)


def _placed(data: object, faulty: dict[int, str], path: tuple = ()) -> Iterator[tuple[tuple, str]]:
    if id(data) in faulty:
        yield path, faulty[id(data)]
    elif isinstance(data, dict | list):
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _placed(child, faulty, (*path, key))


def _collapsed(error: ValidationError, data: object) -> list[ModelFault]:
    # A union reports once per member; one place gets one finding.
    messages: dict[tuple, list[str]] = {}
    missing = set()
    for entry in sorted(error.errors(include_url=False), key=lambda entry: entry["type"] == "literal_error"):
        path = _existing(entry["loc"], data, missing=entry["type"] == "missing")
        texts = messages.setdefault(path, [])
        if entry["type"] == "missing" or entry["input"] in (None, ""):
            missing.add(path)
        # "must be 'unknown'" helps nobody who wrote a list or keys and values, and slipped inside.
        if texts and entry["type"] == "literal_error" and isinstance(entry["input"], dict | list):
            continue
        text = in_words(entry["type"], entry.get("ctx", {}))
        text = text.removeprefix("must be ") if texts and texts[0].startswith("must be ") else text
        if text not in texts:
            texts.append(text)
    # What one member of a union says inside the value is nearer than "should be unknown" about all of it.
    inner = {path[:size] for path in messages for size in range(len(path))}
    return [
        ModelFault(path, " or ".join(texts), path in missing) for path, texts in messages.items() if path not in inner
    ]


def _existing(location: tuple, data: object, missing: bool) -> tuple:
    path, current = [], data
    for part in location:
        if (
            isinstance(current, dict)
            and part in current
            or isinstance(current, list)
            and isinstance(part, int)
            and part < len(current)
        ):
            current = current[part]
        elif missing and part == location[-1]:
            path.append(part)
            break
        else:
            continue  # the name of a member of a union is no part of the file
        path.append(part)
    return tuple(path)
