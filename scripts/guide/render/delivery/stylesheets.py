"""Cut stylesheets down to the rules that can match on one page. A rule that may match stays; what cannot, goes.

Which selectors can match is judged by ``elements`` and ``names``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from itertools import chain, count, product
from string import ascii_lowercase
from typing import Any

import tinycss2

from ..unsent import NotSent
from .cascade import Weight, family, may_set_same, setters
from .selectors import Selector, compact, selectors

_GROUPS = frozenset({"media", "supports", "container", "layer"})
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r"(?<![\w-])--[A-Za-z][\w-]*")
_ADDRESS = re.compile(r"url\(\s*[\"']?(?!data:|#|/|[a-z]+:)([^\"')]+?)[\"']?\s*\)")
_LAST = re.compile(r"[^/]+/\.\./")
_IDLE = re.compile(
    r"transition|backface-visibility:|scroll-snap|touch-action:|-webkit-tap-highlight-color:|-moz-"
    # What browsers do by themselves, and shadows that nobody sees.
    r'|font-feature-settings:"kern","liga"$|box-shadow:(?:[^,]*#0000,?)+$'
)
# Pictures for one scheme, and a bar that goes, which the guide has not; folds and tables, whose look is its own.
_UNSEEN = re.compile(r"#(?:gh-|only-)|\.md-(?:header|tabs)\[hidden\]|\b(?:details|summary)\b|\btable:not\(\[class\]\)")
_NAMED_ANIMATION = re.compile(r"^animation(?:-name)?$")
# Stands in an address for the way from a page to the root of the site.
_ROOT = "\N{SYMBOL FOR NULL}"


@dataclass(frozen=True)
class Declaration:
    """One declaration, as it is sent, and the custom property it sets or ""."""

    text: str
    sets: str = ""
    uses: frozenset[str] = frozenset()
    animation: str = ""

    @cached_property
    def name(self) -> str:
        """The property that is declared."""
        return self.text.partition(":")[0]

    @cached_property
    def important(self) -> bool:
        """Whether it beats all that are not."""
        return self.text.endswith("!important")


@dataclass(frozen=True)
class Rule:
    """Selectors and the declarations."""

    selectors: tuple[Selector, ...]
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


@dataclass(eq=False)
class Stylesheet:
    """A stylesheet, read once and cut for many pages."""

    rules: tuple[Any, ...] = field(default=())

    @cached_property
    def properties(self) -> frozenset[str]:
        """The custom properties that it sets."""
        return frozenset(declaration.sets for declaration in _declarations(self.rules) if declaration.sets)

    @property
    def selectors(self) -> Iterator[Selector]:
        """The selectors of all its rules, in their order."""
        return (selector for rule in _within(self.rules) for selector in rule.selectors)


@dataclass(frozen=True)
class Cut:
    """What is kept of stylesheets: text, and the custom properties that matter in it."""

    text: str
    properties: frozenset[str]


class _Unread(Exception):
    def __init__(self, message: str, line: int):
        super().__init__(message, line)
        self.message, self.line = message, line


Wanted = Callable[[Selector, str], bool]
"""Whether a selector under a condition ("" for none) is wanted."""
Meeting = Callable[[Selector, Selector], bool]
"""Whether two selectors may mean the same element."""


@cache
def read(text: str, path: str) -> Stylesheet:
    """Read a stylesheet that stands at ``path`` of the site.

    Raises:
        NotSent: where it has a fault, or holds what cannot be cut; the error has the line.
    """
    folder = path[: path.rfind("/") + 1]
    rooted = _ADDRESS.sub(lambda match: f'url("{_ROOT}{_resolved(folder + match[1])}")', text)
    nodes = tinycss2.parse_stylesheet(rooted, skip_comments=True, skip_whitespace=True)
    try:
        return Stylesheet(tuple(_rules(nodes)))
    except _Unread as error:
        raise NotSent(path, error.message, error.line) from None


def cut(sheets: Iterable[Stylesheet], wanted: Wanted, root: str, properties: frozenset[str] = frozenset()) -> Cut:
    """The rules of the stylesheets, in their order, whose selectors are wanted, with the custom properties they use.

    ``root`` is the way from the page to the root of the site, in front of every address of a file; ``properties``
    matter though no rule uses them.
    """
    rules = live([rule for sheet in sheets for rule in _chosen(sheet.rules, wanted)])
    used = _used(rules, properties)
    return Cut(_sent(rules, used, root), frozenset(used))


def late(
    sheets: Sequence[Stylesheet], wanted: Wanted, setting: Wanted, meet: Meeting, root: str, there: frozenset[str]
) -> str:
    """As ``cut``, of rules that come after those of a page, with what their custom properties are.

    Of rules whose selectors are ``setting`` only those properties are taken, and what has the last word over one that
    is wanted: in a page it stood behind it. What is ``there`` is not set again.
    """
    last_word = _LastWord(meet)
    rules = live([rule for sheet in sheets for rule in _coming(sheet.rules, wanted, setting, last_word)])
    return _sent(rules, _used(rules, frozenset()) - there, root)


def short_properties(stylesheets: str, scripts: str) -> Callable[[str], str]:
    """What gives the custom properties in CSS names of one or two letters, the most used first.

    ``stylesheets`` is all CSS of the site. What ``scripts`` name keeps its name.
    """
    counted = Counter(_PROPERTY.findall(stylesheets))
    named = set(_PROPERTY.findall(scripts))
    ordered = sorted(counted.keys() - named, key=lambda name: (-counted[name], name))
    short = dict(
        zip(ordered, (f"--{name}" for name in _letters() if f"--{name}" not in counted.keys() | named), strict=False)
    )
    return lambda text: _PROPERTY.sub(lambda name: short.get(name[0], name[0]), text)


def _letters() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _sent(rules: Sequence[Any], used: set[str], root: str) -> str:
    animations = " ".join(declaration.animation for declaration in _declarations(rules))
    running = frozenset(_words(animations))
    return "".join(_written(rule, used, running) for rule in rules).replace(_ROOT, root)


def still(sheet: Stylesheet) -> Stylesheet:
    """The theme's stylesheet without what only moves, or only helps a finger, or what ours shows in another way:
    nothing of it is seen on a page that stands."""
    return Stylesheet(tuple(_standing(sheet.rules)))


def _standing(rules: Iterable[Any]) -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                selectors = tuple(one for one in rule.selectors if not _UNSEEN.search(one.text))
                if selectors:
                    yield Rule(selectors, tuple(one for one in rule.declarations if not _IDLE.match(one.text)))
            case Group():
                yield Group(rule.condition, tuple(_standing(rule.rules)))
            case Whole() if not rule.text.startswith("@page"):
                # Ours says how paper is used.
                yield rule


def whole(sheet: Stylesheet) -> str:
    """All rules of a stylesheet that names no file, without comments."""
    every = {declaration.sets for declaration in _declarations(sheet.rules)}
    return "".join(_written(rule, every, frozenset()) for rule in sheet.rules)


def _resolved(path: str) -> str:
    while (shorter := _LAST.sub("", path, count=1)) != path:
        path = shorter
    return path


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)


def _rules(nodes: Iterable[Any]) -> Iterator[Rule | Group | Whole]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield Rule(_read_selectors(node), tuple(_read_declarations(node.content)))
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            condition = f"@{node.lower_at_keyword} {compact(tinycss2.serialize(node.prelude))}"
            yield Group(condition, tuple(_rules(inner)))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            frames = compact(tinycss2.serialize(node.prelude)) if "keyframes" in node.lower_at_keyword else ""
            yield Whole(compact(node.serialize()), frames)
        elif node.type == "error":
            raise _Unread(f"this is no rule: {node.message}", node.source_line)


def _read_selectors(node: Any) -> tuple[Selector, ...]:
    try:
        return tuple(selectors(node.prelude))
    except ValueError as error:
        raise _Unread(f"this is no selector: {error}", node.source_line) from None


def _read_declarations(content: Sequence[Any]) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "error":
            raise _Unread(f"this is no declaration: {node.message}", node.source_line)
        if node.type != "declaration":
            raise _Unread("a rule inside another cannot be cut to what a page needs", node.source_line)
        value = compact(tinycss2.serialize(node.value))
        text = f"{node.name}:{value}{'!important' if node.important else ''}"
        yield Declaration(
            text,
            node.name if node.name.startswith("--") else "",
            frozenset(_USED.findall(value)),
            value if _NAMED_ANIMATION.match(re.sub(r"^-\w+-", "", node.lower_name)) else "",
        )


def _chosen(rules: Iterable[Any], wanted: Wanted, condition: str = "") -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                selectors = tuple(one for one in rule.selectors if wanted(one, condition))
                if selectors and rule.declarations:
                    yield Rule(selectors, rule.declarations)
            case Group():
                if inner := tuple(_chosen(rule.rules, wanted, rule.condition)):
                    yield Group(rule.condition, inner)
            case _:
                yield rule


def _coming(
    rules: Iterable[Any], wanted: Wanted, setting: Wanted, last_word: _LastWord, condition: str = ""
) -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                for chosen in _chosen([rule], wanted, condition):
                    last_word.heard(chosen)
                    yield chosen
                others = [one for one in rule.selectors if setting(one, condition) and not wanted(one, condition)]
                for one in others:
                    said = _said_again(rule.declarations, partial(last_word.over, one))
                    if said:
                        again = Rule((one,), said)
                        last_word.heard(again)
                        yield again
            case Group():
                if inner := tuple(_coming(rule.rules, wanted, setting, last_word, rule.condition)):
                    yield Group(rule.condition, inner)
            case Whole() if rule.keyframes:
                yield rule


def _said_again(declarations: Iterable[Declaration], over: Callable[[Declaration], bool]) -> tuple[Declaration, ...]:
    """What a rule has to say again: custom properties, what overrules something, and in itself what is said again."""
    said: list[Declaration] = []
    for each in declarations:
        before = (one.name for one in said if family(one.name) == family(each.name))
        if each.sets or over(each) or any(may_set_same(each.name, name) for name in before):
            said.append(each)
    return tuple(said)


class _LastWord:
    """Which declarations come behind others that weigh the same and may set the same of the same element."""

    def __init__(self, meet: Meeting) -> None:
        self._meet = meet
        self._said: dict[tuple[Weight, str], set[tuple[str, Selector]]] = {}

    def heard(self, rule: Rule) -> None:
        """Remember a rule."""
        for one in rule.selectors:
            for declaration in rule.declarations:
                said = self._said.setdefault((one.weight, family(declaration.name)), set())
                said.add((declaration.name, one))

    def over(self, selector: Selector, declaration: Declaration) -> bool:
        """Whether a rule that was heard may be overruled by this one."""
        before = self._said.get((selector.weight, family(declaration.name)), ())
        return any(may_set_same(declaration.name, name) and self._meet(selector, one) for name, one in before)


def live(rules: Sequence[Any]) -> list[Any]:
    """The rules without declarations that come to nothing: a later rule of the same selectors sets the same anew,
    alone or with more, under the same condition or under none."""
    last: dict[tuple[str, str, str, bool], int] = {}
    for place, (condition, rule) in enumerate(_flat(rules)):
        for text in chain.from_iterable(one.covers for one in rule.selectors):
            for each in rule.declarations:
                last[condition, text, each.name, each.important] = place
    return list(_living(rules, last, count()))


def _flat(rules: Iterable[Any], condition: str = "") -> Iterator[tuple[str, Rule]]:
    for rule in rules:
        if isinstance(rule, Rule):
            yield condition, rule
        elif isinstance(rule, Group):
            yield from _flat(rule.rules, rule.condition)


def _living(
    rules: Iterable[Any], last: dict[tuple[str, str, str, bool], int], places: Iterator[int], condition: str = ""
) -> Iterator[Any]:
    for rule in rules:
        match rule:
            case Rule():
                place = next(places)

                def counts(each: Declaration, rule: Rule = rule, place: int = place) -> bool:
                    after = [
                        max(
                            last.get((where, one.text, name, each.important), -1)
                            for where in ("", condition)
                            for name in setters(each.name)
                        )
                        for one in rule.selectors
                    ]
                    return any(later <= place for later in after)

                if left := tuple(filter(counts, rule.declarations)):
                    yield Rule(rule.selectors, left)
            case Group():
                if inner := tuple(_living(rule.rules, last, places, rule.condition)):
                    yield Group(rule.condition, inner)
            case _:
                yield rule


def _within(rules: Iterable[Any]) -> Iterator[Rule]:
    """The rules and those of the groups among them."""
    for rule in rules:
        if isinstance(rule, Rule):
            yield rule
        elif isinstance(rule, Group):
            yield from _within(rule.rules)


def _declarations(rules: Iterable[Any]) -> Iterator[Declaration]:
    for rule in _within(rules):
        yield from rule.declarations


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
            return f"{','.join(one.text for one in rule.selectors)}{{{';'.join(kept)}}}" if kept else ""
        case Group():
            inner = "".join(_written(one, used, running) for one in rule.rules)
            return f"{rule.condition}{{{inner}}}" if inner else ""
    return rule.text if not rule.keyframes or rule.keyframes in running else ""
