"""A YAML file of the tree: what it says, where each value stands, and the record that was made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, RootModel

from ..model.finding import Position
from ..model.language import words_of
from ..source.references import Printed
from ..source.yaml import Path as KeyPath
from ..source.yaml import YamlData
from .fit import ModelFault

M = TypeVar("M", bound=BaseModel)

# Asking pydantic whether each of a thousand words is a model takes longer than all else.
_PLAIN = {str, int, float, bool, type(None)}


@dataclass
class Loaded(Generic[M]):
    """A YAML file: its text, its plain data with places, and the record unless it has faults.

    ``record`` has its values printed once the tree is expanded; ``written`` is the record as the file has it.
    """

    path: str
    text: str
    yaml: YamlData
    model: type[M]
    record: M | None
    faults: list[ModelFault]
    written: M | None
    values: dict[KeyPath, Printed] = field(default_factory=dict)
    """The texts in which values are printed, by their path."""
    absent: Counter[str] = field(default_factory=Counter)
    """How many texts each language in work lacks."""
    language: str = ""
    """Of a file of words: its language."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without line ends."""
        return self.text.split("\n")

    def position(self, path: tuple[str | int, ...] = ()) -> Position:
        """Where the value at ``path`` stands."""
        return Position(self.path, *self.yaml.place(path))

    @cached_property
    def words(self) -> dict[str, object]:
        """Of a file of words: those that can be used, by their path with dots."""
        return words_of(self.yaml.data, [fault.path for fault in self.faults])

    @cached_property
    def models(self) -> list[tuple[tuple[str | int, ...], BaseModel]]:
        """Every model inside the record, with its path; of a file of words none, which neither cite nor are dialled."""
        return [] if self.language else list(walk(self.record))


def walk(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """Every model inside ``value``, with its path, depth first."""
    if isinstance(value, BaseModel):
        if isinstance(value, RootModel):
            yield from walk(value.root, path)
            return
        yield path, value
        for name in type(value).model_fields:
            child = getattr(value, name)
            if type(child) not in _PLAIN:
                yield from walk(child, (*path, name))
    elif isinstance(value, dict):
        for key, child in value.items():
            if type(child) not in _PLAIN:
                yield from walk(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            if type(child) not in _PLAIN:
                yield from walk(child, (*path, index))


def cited_by(model: BaseModel) -> list[str]:
    """The ids of the sources that ``model`` itself names, without those of the models inside it."""
    sources = getattr(model, "sources", None)
    return sources if isinstance(sources, list) else []


def cited(model: BaseModel) -> list[str]:
    """Every source that ``model`` or a model inside it names, each once, in its order."""
    return list(dict.fromkeys(key for _, inner in walk(model) for key in cited_by(inner)))
