"""An external address in the text that is not encrypted, or that is typed there although it is a source.

Why: an unencrypted page can be changed on its way; an address typed into three versions is corrected in one of them,
and without its note the reader does not learn who says so and when.
Fix: write https:// where the page has it; cite a source as a footnote. Generated blocks may link official pages.

Bad:  see [the fees](https://www.docomo.ne.jp/support/cancel/)
Good: see the fees[^docomo-cancel]
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.links import bare_address
from ...tree.tree import Tree

CODE = "LK006"
SLUG = "external-link"
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'，。、；「」（）]+", re.I)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every typed address that is unencrypted or a source's."""
    sources = {bare_address(place.source.url): place for place in tree.source_places}
    for passage in tree.passages:
        for match in _ADDRESS.finditer(passage.text):
            position = passage.position(match.start())
            if match[0].lower().startswith("http://"):
                yield Found(position, f'"{match[0]}" is not encrypted', "write https://, or leave the address out")
            source = sources.get(bare_address(match[0]))
            if source:
                message = f'"{match[0]}" is the source "{source.id}"'
                yield Found(position, message, f"cite it: [^{source.id}]", source.position)
    for item in tree.loaded:
        for path, value in item.yaml.texts if item.record else ():
            # A source is told as it was found; what the pages link as the owner's address is chosen.
            if value.startswith("http://") and "sources" not in path and path[-1] != "url":
                yield Found(item.position(path), f'"{value}" is not encrypted', "write https://, or unknown")
