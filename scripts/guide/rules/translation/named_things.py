"""A carrier, place, paper, product, currency or "Japan time" that one version of a text names and another does not.

Why: a reader is sent to the wrong company, brings the wrong paper, or counts hours in the time of another country.
Fix: name the same in every version. Carriers are known from their records, the rest from ``named`` in the files of the
languages; another spelling goes there, or into the aliases of the carrier. Titles and the company of the record itself
are left out.

Bad:  zh 日本时间 21:10 前, en before 21:10
Good: zh 日本时间 21:10 前, en before 21:10 Japan time
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.aligned import Aligned
from ...tree.said import NAMED, said
from ...tree.tree import Tree

CODE = "TR061"
SLUG = "named-things"
_RECORD = re.compile(r"/(?:carriers|products)/([\w-]+)\.yml$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that lacks a thing another names, or names one that no other does."""
    for text, found in said(tree):
        if text.free:
            continue
        named = {code: {w.member: w.word for w in words if w.group == NAMED} for code, words in found.items()}
        everything = {key for own in named.values() for key in own}
        for key in sorted(everything - _own(text)) if everything else ():
            having = [code for code in named if key in named[code]]
            lacking = [code for code in named if key not in named[code]]
            if not lacking:
                continue
            # Whoever stands alone is told.
            if len(having) == 1 < len(lacking):
                (code,) = having
                message = f'"{named[code][key]}" is named in no other version'
                yield Found(text.place(code), message, "name the same in every version", text.place(lacking[0]))
                continue
            for code in lacking:
                message = f'this version lacks "{_name(tree, key, code) or named[having[0]][key]}", '
                message += f"which {', '.join(having)} name"
                yield Found(text.place(code), message, "name the same in every version", text.place(having[0]))


def _name(tree: Tree, key: str, code: str) -> str:
    """What a carrier is called in a language; empty for any other thing."""
    item = tree.carriers.get(key)
    return item.record.names.get(code, "") if item and item.record else ""


def _own(text: Aligned) -> set[str]:
    match = _RECORD.search(text.path)
    return {match[1]} if match else set()
