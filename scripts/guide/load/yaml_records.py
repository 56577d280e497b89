"""YAML files as plain data that remembers where each value stands.

Every scalar is text; the model gives it its type, so that ``yes``, ``2026-07-01`` or ``0120`` never change
meaning on the way. Aliases, tags and duplicate keys are faults, and depth and size are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
Path = tuple[str | int, ...]

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

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of the value at ``path``, or of the nearest parent that exists."""
        path = tuple(path)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read_yaml(text: str) -> YamlData:
    """Parse one YAML document.

    Raises:
        UnreadableYaml: on a syntax fault, an alias, a tag, a duplicate key, too much depth or size.
    """
    if len(text) > MAX_BYTES:
        raise UnreadableYaml(f"the file is larger than {MAX_BYTES} bytes")
    refuse_unbounded(text, tags=False)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "not valid YAML"
        raise UnreadableYaml(message, *((mark.line + 1, mark.column + 1) if mark else (1, 1))) from None
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableYaml(str(error).splitlines()[0]) from None
    result = YamlData(None)
    if node is not None:
        result.data = _plain(node, (), result.places)
    return result


def refuse_unbounded(text: str, tags: bool) -> None:
    """Refuse what makes a document endless or strange: aliases, depth and, unless ``tags`` are allowed, tags.

    Raises:
        UnreadableYaml: at the first of these, or at a syntax fault.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            mark = event.start_mark
            place = (mark.line + 1, mark.column + 1)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise UnreadableYaml("anchors and aliases are not used here; write the value out", *place)
            if not tags and getattr(event, "tag", None):
                raise UnreadableYaml(f'the tag "{event.tag}" is not used here; every value is plain text', *place)
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > MAX_DEPTH:
                    raise UnreadableYaml(f"nested deeper than {MAX_DEPTH} levels", *place)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "not valid YAML"
        raise UnreadableYaml(message, *((mark.line + 1, mark.column + 1) if mark else (1, 1))) from None
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableYaml(str(error).splitlines()[0]) from None


def _plain(node: yaml.Node, path: Path, places: dict[Path, tuple[int, int]]) -> object:
    places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if isinstance(node, yaml.ScalarNode):
        plain_null = not node.style and node.value in _NULLS
        return None if plain_null else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), places) for index, child in enumerate(node.value)]
    result: dict[str, object] = {}
    for key_node, value_node in node.value:
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise UnreadableYaml("a key must be a plain word", line, column)
        key = key_node.value
        if key in result:
            raise UnreadableYaml(f'the key "{key}" stands twice', line, column)
        places[(*path, key)] = (line, column)
        result[key] = _plain(value_node, (*path, key), places)
    return result
