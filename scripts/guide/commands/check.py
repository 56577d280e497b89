"""Validate the tree: findings on stdout, an exit code that says whether there are any."""

from __future__ import annotations

import argparse
import sys

from ..expand import read_tree
from ..gc_pause import gc_paused
from ..model.finding import stopping
from ..report import FORMATS, Known
from ..rules import RULES, run_rules
from ..tree.missing import missing
from ..tree.tree import Tree
from . import CLEAN, FINDINGS, explain
from .fix import fix_tree
from .since import changes_since, findings_at, parted


def checked_words(tree: Tree) -> str:
    """What was checked, in a few words."""
    return (
        f"{len(tree.pages)} pages in {len(tree.languages)} languages, {len(tree.carriers)} carriers, "
        f"{len(tree.products)} products, {len(tree.sources)} sources, {len(RULES)} rules"
    )


@gc_paused()
def run(options: argparse.Namespace) -> int:
    """Check the tree at ``options.root``."""
    if options.explain:
        return explain.print_entry(options.explain)
    if options.fix:
        for line in fix_tree(options.root, options.today):
            # The findings alone go to stdout: they may be JSON.
            print(line, file=sys.stderr)
    tree = read_tree(options.root, options.today)
    findings = run_rules(tree)
    if options.review is not None:
        told = {(finding.position, finding.code) for finding in findings}
        changes = changes_since(options.root, options.review, options.today)
        findings += [one for one in changes if (one.position, one.code) not in told]
    known = None
    new = findings
    if options.base is not None:
        new, old = parted(findings, findings_at(options.root, options.base, options.today))
        known = Known(options.base, old)
    for line in missing(tree):
        # Only the plain format is read by people alone.
        print(line, file=sys.stdout if options.format == "text" else sys.stderr)
    print(FORMATS[options.format](new, checked_words(tree), known))
    return FINDINGS if stopping(findings, options.strict) else CLEAN
