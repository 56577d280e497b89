"""Find the rules by their folders, run them all, and leave out what suppressions let pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ..model.editorial import Suppression
from ..model.finding import Finding, Found
from ..tree.tree import Tree
from .causes import causes_first
from .suppression import suppression


class Rule(Protocol):
    """A module that is a rule; its docstring is what ``check --explain`` prints."""

    __name__: str
    CODE: str
    SLUG: str

    def check(self, tree: Tree) -> Iterator[Found]:
        """Yield a finding for every fault in the tree."""


def _found() -> tuple[Rule, ...]:
    folder = Path(__file__).parent
    names = sorted(path.relative_to(folder).with_suffix("").parts for path in folder.glob("*/*.py"))
    modules = [import_module(f".{family}.{name}", __package__) for family, name in names if name != "__init__"]
    return tuple(sorted((cast(Rule, module) for module in modules), key=lambda rule: rule.CODE))


RULES: tuple[Rule, ...] = _found()
"""Every rule, by its code."""
_CODES = {rule.CODE for rule in RULES} - {suppression.CODE}


def run_rules(tree: Tree, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings of all rules, or of some, that nothing suppresses, each once: causes first, then by place."""
    found = {finding for rule in rules for finding in _findings(rule, rule.check(tree))}
    kept, unused = _suppressed(tree, found)
    return causes_first(tree, sorted({*kept, *_findings(suppression, unused)}))


def _findings(rule: Rule, results: Iterable[Found]) -> Iterator[Finding]:
    for found in results:
        place, message, fix, related, severity, may_build, was, now = found
        yield Finding(place, rule.CODE, rule.SLUG, message, fix, related, severity, may_build, was, now)


def _suppressed(tree: Tree, found: Iterable[Finding]) -> tuple[list[Finding], list[Found]]:
    """The findings that no entry in force matches, and what is wrong with entries that can hide nothing."""
    listed = list(enumerate(tree.suppressions))
    live = [(i, entry) for i, entry in listed if entry.expires >= tree.today and entry.code in _CODES]
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in found:
        matching = [index for index, entry in live if _matches(tree, entry, finding)]
        used.update(matching)
        if not matching:
            kept.append(finding)

    def wrong(path: tuple[str | int, ...], message: str, fix: str) -> Found:
        return Found(tree.shared["suppressions"].position(path), message, fix)

    unknown = [
        wrong((index, "code"), f"no finding of {entry.code} can be suppressed", "name a code of check")
        for index, entry in listed
        if entry.code not in _CODES
    ]
    unused = [wrong((index,), "this suppression hides nothing", "delete it") for index, _ in live if index not in used]
    return kept, unknown + unused


def _matches(tree: Tree, entry: Suppression, finding: Finding) -> bool:
    if entry.code != finding.code or not fnmatchcase(finding.position.path, entry.path):
        return False
    if entry.text is not None:
        return entry.text in finding.message or entry.text in tree.line(finding.position)
    return entry.anchor == tree.section(finding.position)
