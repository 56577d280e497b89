"""Find the rules by their folders, run them all, and leave out what suppressions let pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from types import ModuleType

from ..model.editorial import Suppression
from ..model.finding import Finding, Position, Severity
from ..tree.tree import Tree
from .suppression import suppression


def _found() -> tuple[ModuleType, ...]:
    folder = Path(__file__).parent
    names = sorted(path.relative_to(folder).with_suffix("").parts for path in folder.glob("*/*.py"))
    modules = (import_module(f".{family}.{name}", __package__) for family, name in names if name != "__init__")
    return tuple(sorted(modules, key=lambda rule: rule.CODE))


RULES: tuple[ModuleType, ...] = _found()
"""Every rule, by its code."""
_CODES = {rule.CODE for rule in RULES} - {suppression.CODE}


def run_rules(tree: Tree) -> list[Finding]:
    """All findings of all rules that nothing suppresses, sorted by place, each once."""
    found = {finding for rule in RULES for finding in _findings(rule, rule.check(tree))}
    kept, unused = _suppressed(tree, found)
    return sorted({*kept, *_findings(suppression, unused)})


def _findings(rule: ModuleType, results: Iterable[tuple]) -> Iterator[Finding]:
    for position, message, fix, related, severity in _complete(results):
        yield Finding(position, rule.CODE, rule.SLUG, message, fix, related, severity)


def _complete(results: Iterable[tuple]) -> Iterator[tuple[Position, str, str, Position | None, Severity]]:
    # A rule yields place and message, then as far as it needs them: fix, related place, severity.
    defaults = ("", None, "error")
    for position, message, *rest in results:
        yield position, message, *rest, *defaults[len(rest) :]


def _suppressed(tree: Tree, found: Iterable[Finding]) -> tuple[list[Finding], list[tuple]]:
    """The findings that no entry in force matches, and what is wrong with entries that can hide nothing."""
    item = tree.shared.get("suppressions")
    listed = list(enumerate(suppression.entries(tree)))
    live = [(i, entry) for i, entry in listed if entry.expires >= tree.today and entry.code in _CODES]
    kept, used = [], set()
    for finding in found:
        matching = [index for index, entry in live if _matches(tree, entry, finding)]
        used.update(matching)
        if not matching:
            kept.append(finding)
    wrong = [
        (item.position((index, "code")), f"no finding of {entry.code} can be suppressed", "name a code of check")
        for index, entry in listed
        if entry.code not in _CODES
    ]
    unused = [item.position((index,)) for index, _ in live if index not in used]
    return kept, wrong + [(position, "this suppression hides nothing", "delete it") for position in unused]


def _matches(tree: Tree, entry: Suppression, finding: Finding) -> bool:
    if entry.code != finding.code or not fnmatchcase(finding.position.path, entry.path):
        return False
    if entry.text is not None:
        return entry.text in finding.message or entry.text in tree.line(finding.position)
    return entry.anchor == tree.section(finding.position)
