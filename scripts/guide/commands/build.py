"""Check the tree, render the site, check the site."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from ..gc_pause import gc_paused
from ..model.finding import stopping
from ..processors import Alongside
from ..report import FORMATS
from ..source.kept import program
from ..tree.contents import contents
from . import CLEAN, FINDINGS, MISUSE
from .check import checked_words
from .findings_once import findings_once


@gc_paused()
def run(options: argparse.Namespace) -> int:
    """Build the site of the tree at ``options.root`` into ``options.site_dir``."""
    # What is saved from here on is not what runs.
    program()
    from ..render.mkdocs import Prevented, RenderFailed, build_site
    from ..render.shape import read_shaped
    from ..render.target import UnsafeTarget, check_target

    target = options.site_dir or options.root / "site"
    try:
        check_target(options.root, target)
    except UnsafeTarget as error:
        return _refused(error)
    tree = read_shaped(options.root)
    # What is saved while it is read is read in part.
    known = tree.contents if tree.contents == contents(options.root) else ""
    rules = Alongside(partial(findings_once, tree, known))
    try:
        faults = build_site(tree, target, rules=rules).findings
    except UnsafeTarget as error:
        return _refused(error)
    except Prevented:
        print(FORMATS["text"](rules.result(), checked_words(tree)))
        print("not rendered: correct the findings first", file=sys.stderr)
        return FINDINGS
    except RenderFailed as error:
        print(FORMATS["text"](rules.result() + error.findings, checked_words(tree)))
        print(f"error: the renderer stopped: {error}", file=sys.stderr)
        return FINDINGS
    print(FORMATS["text"](rules.result() + faults, checked_words(tree)))
    if stopping(faults):
        print(f"not written: correct the findings first; what was at {target} is unchanged", file=sys.stderr)
    return FINDINGS if stopping(faults) else CLEAN


def _refused(error: Exception) -> int:
    print(f"error: {error}", file=sys.stderr)
    return MISUSE
