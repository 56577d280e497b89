"""YAML files as plain data that remembers where each value stands.

Every scalar is text; the model gives it its type, so that ``yes``, ``2026-07-01`` or ``0120`` never change
meaning on the way. Aliases, tags and duplicate keys are faults, and depth and size are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from .yaml_faults import told

MAX_BYTES = 4_000_000
"""A file that is larger is not read: no text of the guide is a tenth of that."""
MAX_DEPTH = 40
Path = tuple[str | int, ...]

_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class UnreadableYaml(Exception):
    """The text is not the YAML the guide uses. Carries ``line`` and ``column`` from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1):
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass
class YamlData:
    """Plain data (dict, list, str, None) and the place of each value and key by path."""

    data: object
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)

    @property
    def mapping(self) -> dict[str, object]:
        """The data where it is keys and values; empty where it is anything else."""
        return self.data if isinstance(self.data, dict) else {}

    @cached_property
    def texts(self) -> list[tuple[Path, str]]:
        """Every text with its path, in the order of the file."""
        return list(_texts(self.data, ()))

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of the value at ``path``, or of the nearest parent that exists."""
        path = tuple(path)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(child, (*path, key))


def read_yaml(text: str, tags: bool = False) -> YamlData:
    """Parse one YAML document. With ``tags`` they are allowed, and ignored.

    Raises:
        UnreadableYaml: on a syntax fault, an alias, a tag, a duplicate key, too much depth or size.
    """
    if len(text) > MAX_BYTES:
        raise UnreadableYaml(f"the file is larger than {MAX_BYTES} bytes")
    # YAML counts lines at these, editors do not: every place behind one would be wrong.
    if separator := _SEPARATOR.search(text):
        before = text[: separator.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise UnreadableYaml(f"an invisible line separator, U+{ord(separator[0]):04X}; delete it", line, column)
    result = YamlData(None)
    events = _bounded_events(text, tags)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if result.places:
                raise UnreadableYaml("another document begins here; one file is one document", *_place(event))
            result.data = _value(next(events), events, (), result.places)
    return result


def _bounded_events(text: str, tags: bool) -> Iterator[yaml.Event]:
    # Up to the first event that makes the document endless or strange.
    depth, quoted = 0, None
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.NodeEvent):
                if event.anchor:
                    raise UnreadableYaml("anchors and aliases are not used here; write the value out", *_place(event))
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        raise UnreadableYaml(f"nested deeper than {MAX_DEPTH} levels", *_place(event))
                if (tag := getattr(event, "tag", None)) and not tags:
                    message = f'the tag "{tag}" is not used here; every value is plain text'
                    raise UnreadableYaml(message, *_place(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            quoted = event if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"') else None
            yield event
    except yaml.MarkedYAMLError as error:
        message, place = told(error, text, quoted)
        raise UnreadableYaml(message, *place) from None
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableYaml(str(error).splitlines()[0]) from None


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _value(event: yaml.Event, events: Iterator[yaml.Event], path: Path, places: dict[Path, tuple[int, int]]) -> object:
    """The plain value that ``event`` begins; takes its further events."""
    if path not in places:
        places[path] = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        plain_null = not event.style and event.value in _NULLS
        return None if plain_null else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(event, events, (*path, len(items)), places))
        return items
    result: dict[str, object] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise UnreadableYaml("a key must be a plain word", *_place(event))
        key = event.value
        if key in result:
            raise UnreadableYaml(f'the key "{key}" is used twice', *_place(event))
        places[(*path, key)] = _place(event)
        result[key] = _value(next(events), events, (*path, key), places)
    return result
