"""What the rules find for a build: where they found nothing, they need not look at the same contents again."""

from __future__ import annotations

from ..expand.output import KEPT
from ..model.finding import Finding
from ..rules import run_rules
from ..source.kept import Kept, program
from ..tree.tree import Tree

_SLOT = "rules"


def findings_once(tree: Tree, known: str) -> list[Finding]:
    """What the rules find in a tree of the contents ``known``, which are empty where they are not known.

    Raises:
        NotWritten: where it cannot be kept that they found nothing.
    """
    kept, made_from = Kept(tree.root / KEPT), f"{program()} {tree.today} {known}"
    if known and kept.read(_SLOT, made_from) is not None:
        return []
    findings = run_rules(tree)
    if known and not findings:
        kept.write(_SLOT, made_from, b"")
    return findings
