"""Fit plain data to a model, and tell what does not fit, one finding a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class ModelFault:
    """A value that does not fit the model, by its path in the file."""

    path: tuple[str | int, ...]
    message: str


def fit(model: type[M], data: object, languages: Collection[str]) -> tuple[M | None, list[ModelFault]]:
    """The record in ``data`` and no fault, or None and what does not fit. ``languages`` are those a text needs."""
    try:
        context = {"languages": list(languages)}
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        return None, _collapsed(error, data)


def _collapsed(error: ValidationError, data: object) -> list[ModelFault]:
    # A union reports once per member; one place gets one finding.
    messages: dict[tuple, list[str]] = {}
    for entry in error.errors(include_url=False, include_context=False):
        path = _existing(entry["loc"], data, missing=entry["type"] == "missing")
        messages.setdefault(path, [])
        text = entry["msg"].removeprefix("Value error, ")
        if text not in messages[path]:
            messages[path].append(text)
    # What one member of a union says inside the value is nearer than "should be unknown" about all of it.
    inner = {path[:size] for path in messages for size in range(len(path))}
    return [ModelFault(path, " or ".join(texts)) for path, texts in messages.items() if path not in inner]


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
