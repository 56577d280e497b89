"""Cut stylesheets down to the rules that can match on one page. A rule that may match stays; what cannot, goes.

A selector is judged by the names in it (see ``names``), not by where its elements stand: it needs every tag, class, id
and attribute it names, of ``:is()``, ``:where()`` and ``:has()`` one of those in brackets. All else is taken as met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from .names import Names

_ALTERNATIVES = frozenset({"is", "where", "has"})
_GROUPS = frozenset({"media", "supports", "container", "layer"})
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_ADDRESS = re.compile(r"url\(\s*[\"']?(?!data:|#|/|[a-z]+:)([^\"')]+?)[\"']?\s*\)")
_LAST = re.compile(r"[^/]+/\.\./")
_SPACE = re.compile(r"\s+")
_MOVES = re.compile(r"transition|backface-visibility:|scroll-snap|touch-action:|-webkit-tap-highlight-color:|-moz-osx-")
_NAMED_ANIMATION = re.compile(r"^animation(?:-name)?$")
# Stands in an address for the way from a page to the root of the site.
_ROOT = "\N{SYMBOL FOR NULL}"


@dataclass(frozen=True)
class Need:
    """What a selector asks of a page: a name of a kind, or one of several lists of needs."""

    kind: str
    name: str = ""
    value: str | None = None
    """Of an attribute: what it must be."""
    alternatives: tuple[tuple[Need, ...], ...] = ()

    def met(self, names: Names) -> bool:
        """Whether the page, or a script on it, has what is asked for."""
        match self.kind:
            case "any":
                return any(all(need.met(names) for need in needs) for needs in self.alternatives)
            case "tag":
                return self.name in names.tags or self.name in names.made
            case "class":
                return self.name in names.classes or self.name in names.scripted
            case "id":
                return self.name in names.ids or self.name in names.scripted
        if self.name not in names.attributes and self.name not in names.scripted:
            return False
        return self.value is None or self.value in names.attributes.get(self.name, ()) or self.value in names.scripted


@dataclass(frozen=True)
class Declaration:
    """One declaration, as it is sent, and the custom property it sets or ""."""

    text: str
    sets: str = ""
    uses: frozenset[str] = frozenset()
    animation: str = ""


@dataclass(frozen=True)
class Rule:
    """Selectors with what each needs, and the declarations."""

    selectors: tuple[tuple[str, tuple[Need, ...]], ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True)
class Group:
    """Rules under a condition, as ``@media print``."""

    condition: str
    rules: tuple[Any, ...]


@dataclass(frozen=True)
class Whole:
    """An at-rule that is sent as it is; keyframes only where an animation names them."""

    text: str
    keyframes: str = ""


@dataclass
class Stylesheet:
    """A stylesheet, read once and cut for many pages."""

    rules: tuple[Any, ...] = field(default=())


def read(text: str, folder: str) -> Stylesheet:
    """Read a stylesheet that stands in ``folder`` of the site, which ends in a slash."""
    rooted = _ADDRESS.sub(lambda match: f'url("{_ROOT}{_resolved(folder + match[1])}")', text)
    return Stylesheet(tuple(_rules(tinycss2.parse_stylesheet(rooted, skip_comments=True, skip_whitespace=True))))


def cut(sheets: Iterable[Stylesheet], names: Names, root: str) -> str:
    """The rules of the stylesheets, in their order, that can match on a page.

    ``root`` is the way from the page to the root of the site, in front of every address of a file.
    """
    kept = [rule for sheet in sheets for rule in _matching(sheet.rules, names)]
    used = _used(kept, names.properties)
    animations = " ".join(declaration.animation for declaration in _declarations(kept))
    running = frozenset(_words(animations))
    return "".join(_written(rule, used, running) for rule in kept).replace(_ROOT, root)


def still(sheet: Stylesheet) -> Stylesheet:
    """A stylesheet without what only moves, or only helps a finger: nothing of it is seen on a page that stands."""
    return Stylesheet(tuple(_standing(sheet.rules)))


def _standing(rules: Iterable[Any]) -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                yield Rule(rule.selectors, tuple(one for one in rule.declarations if not _MOVES.match(one.text)))
            case Group():
                yield Group(rule.condition, tuple(_standing(rule.rules)))
            case _:
                yield rule


def whole(sheet: Stylesheet) -> str:
    """All rules of a stylesheet that names no file, without comments."""
    every = {declaration.sets for declaration in _declarations(sheet.rules)}
    return "".join(_written(rule, every, frozenset()) for rule in sheet.rules)


def on_page(selector: str, names: Names) -> bool:
    """Whether a page may hold what a selector names; the selector has no comma."""
    return all(need.met(names) for need in _needs(tinycss2.parse_component_value_list(selector)))


def _resolved(path: str) -> str:
    while (shorter := _LAST.sub("", path, count=1)) != path:
        path = shorter
    return path


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)


def _rules(nodes: Iterable[Any]) -> Iterator[Rule | Group | Whole]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield Rule(tuple(_selectors(node.prelude)), tuple(_read_declarations(node.content)))
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            condition = f"@{node.lower_at_keyword} {_compact(tinycss2.serialize(node.prelude))}"
            yield Group(condition, tuple(_rules(inner)))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            frames = _compact(tinycss2.serialize(node.prelude)) if "keyframes" in node.lower_at_keyword else ""
            yield Whole(_compact(node.serialize()), frames)
        elif node.type == "error":
            raise ValueError(f"a stylesheet cannot be read at line {node.source_line}: {node.message}")


def _selectors(prelude: Sequence[Any]) -> Iterator[tuple[str, tuple[Need, ...]]]:
    for tokens in _split(prelude):
        yield _compact(tinycss2.serialize(tokens)), tuple(_needs(tokens))


def _split(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        elif token.type != "comment":
            part.append(token)
    yield part


def _needs(tokens: Sequence[Any]) -> Iterator[Need]:
    before: Any = None
    for token in tokens:
        if token.type == "ident" and before == ".":
            yield Need("class", token.value)
        elif token.type == "ident" and before != ":":
            yield Need("tag", token.lower_value)
        elif token.type == "hash":
            yield Need("id", token.value)
        elif token.type == "[] block":
            yield _attribute(token.content)
        elif token.type == "function" and token.lower_name in _ALTERNATIVES:
            yield Need("any", alternatives=tuple(tuple(_needs(part)) for part in _split(token.arguments)))
        before = token


def _attribute(tokens: Sequence[Any]) -> Need:
    parts = [token for token in tokens if token.type != "whitespace"]
    exact = len(parts) >= 3 and parts[1] == "="
    return Need("attribute", parts[0].lower_value, parts[2].value if exact else None)


def _read_declarations(content: Sequence[Any]) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type != "declaration":
            raise ValueError(f"a stylesheet holds what is not cut yet, a {node.type}, at line {node.source_line}")
        value = _compact(tinycss2.serialize(node.value))
        text = f"{node.name}:{value}{'!important' if node.important else ''}"
        yield Declaration(
            text,
            node.name if node.name.startswith("--") else "",
            frozenset(_USED.findall(value)),
            value if _NAMED_ANIMATION.match(re.sub(r"^-\w+-", "", node.lower_name)) else "",
        )


def _compact(text: str) -> str:
    # Strings and addresses hold no run of spaces that a reader would see.
    return _SPACE.sub(" ", text.replace("/**/", "")).strip()


def _matching(rules: Iterable[Any], names: Names) -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                selectors = tuple(one for one in rule.selectors if all(need.met(names) for need in one[1]))
                if selectors and rule.declarations:
                    yield Rule(selectors, rule.declarations)
            case Group():
                if inner := tuple(_matching(rule.rules, names)):
                    yield Group(rule.condition, inner)
            case _:
                yield rule


def _declarations(rules: Iterable[Any]) -> Iterator[Declaration]:
    for rule in rules:
        if isinstance(rule, Rule):
            yield from rule.declarations
        elif isinstance(rule, Group):
            yield from _declarations(rule.rules)


def _used(rules: Sequence[Any], named: frozenset[str]) -> set[str]:
    """The custom properties that matter: named by a script, used by a declaration that does, and so on."""
    uses: dict[str, set[str]] = {}
    used = set(named)
    for declaration in _declarations(rules):
        if declaration.sets:
            uses.setdefault(declaration.sets, set()).update(declaration.uses)
        else:
            used |= declaration.uses
    used |= {name for rule in rules if isinstance(rule, Whole) for name in _USED.findall(rule.text)}
    waiting = list(used)
    while waiting:
        for name in uses.get(waiting.pop(), set()) - used:
            used.add(name)
            waiting.append(name)
    return used


def _written(rule: Any, used: set[str], running: frozenset[str]) -> str:
    match rule:
        case Rule():
            kept = [one.text for one in rule.declarations if not one.sets or one.sets in used]
            return f"{','.join(text for text, _ in rule.selectors)}{{{';'.join(kept)}}}" if kept else ""
        case Group():
            inner = "".join(_written(one, used, running) for one in rule.rules)
            return f"{rule.condition}{{{inner}}}" if inner else ""
    return rule.text if not rule.keyframes or rule.keyframes in running else ""
