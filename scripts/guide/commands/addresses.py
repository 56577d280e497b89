"""The list of published addresses: say what is new, or add it."""

from __future__ import annotations

import argparse

from ..expand import read_tree
from ..tree.addresses import unlisted, write
from . import CLEAN, FINDINGS


def run(options: argparse.Namespace) -> int:
    """List the addresses that are not listed yet; with ``options.write`` add them."""
    tree = read_tree(options.root)
    new = unlisted(tree)
    for address in new:
        print(f"{'added' if options.write else 'not listed'}: {address}")
    if options.write:
        write(tree)
    print(f"{len(new)} address{'es' * (len(new) != 1)} {'added' if options.write else 'to add; --write adds them'}")
    return FINDINGS if new and not options.write else CLEAN
