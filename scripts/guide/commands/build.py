"""Check the tree, render the site, check the site."""

from __future__ import annotations

import argparse
import sys

from ..expand import read_tree
from ..gc_pause import gc_paused
from ..model.finding import preventing, stopping
from ..report import FORMATS
from ..rules import run_rules
from . import CLEAN, FINDINGS, MISUSE
from .check import checked_words


@gc_paused()
def run(options: argparse.Namespace) -> int:
    """Build the site of the tree at ``options.root`` into ``options.site_dir``."""
    from ..render.mkdocs import RenderFailed, build_site
    from ..render.target import UnsafeTarget, check_target

    target = options.site_dir or options.root / "site"
    try:
        check_target(options.root, target)
    except UnsafeTarget as error:
        return _refused(error)
    tree = read_tree(options.root)
    findings = run_rules(tree)
    if preventing(findings):
        print(FORMATS["text"](findings, checked_words(tree)))
        print("not rendered: correct the findings first", file=sys.stderr)
        return FINDINGS
    try:
        faults = build_site(tree, target)
    except UnsafeTarget as error:
        return _refused(error)
    except RenderFailed as error:
        print(FORMATS["text"](findings + error.findings, checked_words(tree)))
        print(f"error: the renderer stopped: {error}", file=sys.stderr)
        return FINDINGS
    print(FORMATS["text"](findings + faults, checked_words(tree)))
    if stopping(faults):
        print(f"not written: correct the findings first; what was at {target} is unchanged", file=sys.stderr)
    return FINDINGS if stopping(faults) else CLEAN


def _refused(error: Exception) -> int:
    print(f"error: {error}", file=sys.stderr)
    return MISUSE
