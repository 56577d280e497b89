"""A web address that no program can take apart.

Why: a bracket in the host or a port that is no number stops the renderer, and no browser opens such an address.
Fix: copy the address from the page itself; a bracket in its path is written %5B or %5D.

Bad:  [docomo](https://docomo]ne.jp/)
Good: [docomo](https://www.docomo.ne.jp/)
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "LK080"
SLUG = "broken-address"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every link whose address cannot be taken apart."""
    for page in tree.pages.values():
        for link in page.links:
            if reason := _broken(link.target):
                message = f'"{link.target}" is no address: {reason}'
                yield Found(page.at(link.line, link.column), message, "copy the address from the page itself")


def _broken(address: str) -> str:
    if ":" not in address and "//" not in address:
        return ""
    try:
        _ = urlsplit(address).port
    except ValueError as error:
        text = str(error)
        return "the port is no number" if "ort" in text else "its host has a character that no host name has"
    return ""
