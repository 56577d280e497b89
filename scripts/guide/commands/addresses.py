"""The list of published addresses: say what is new, or add it."""

from __future__ import annotations

import argparse
import sys

from ..expand import read_tree
from ..tree.addresses import unlisted, write
from ..tree.layout import ADDRESSES
from . import CLEAN, FINDINGS, MISUSE


def run(options: argparse.Namespace) -> int:
    """List the addresses that are not listed yet; with ``options.write`` add them."""
    tree = read_tree(options.root)
    new = unlisted(tree)
    if options.write:
        if unread := next((place for place, _ in tree.unreadable if place.path == ADDRESSES), None):
            print(f"error: {unread} cannot be read; writing would lose its addresses", file=sys.stderr)
            return MISUSE
        write(tree)
    for address in new:
        print(f"{'added' if options.write else 'not listed'}: {address}")
    print(f"{len(new)} address{'es' * (len(new) != 1)} {'added' if options.write else 'to add; --write adds them'}")
    return FINDINGS if new and not options.write else CLEAN
