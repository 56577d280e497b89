"""A key at the top of a page that nothing reads, or a title there that menus show in place of the heading.

Why: a key that is misspelt is passed over in silence, so the page has no words for search engines, or is taken for
another kind. The words people type make a menu line too long to be read on a phone.
Fix: correct or delete the key. Menus and lists show the heading; what a search engine, a tab and a sent link show is
``head_title``, or the heading where there is none.

Bad:  title: "Cancel in a shop in Japan: which carriers, what to bring"
Good: head_title: "Cancel in a shop in Japan: which carriers, what to bring"
"""

import difflib
from collections.abc import Iterator

from ...model.finding import Found, Position
from ...text.fingerprint import SECTIONS, WHOLE
from ...text.titles import heading_of
from ...tree.tree import Tree

CODE = "NV070"
SLUG = "front-matter"
SAVES = "effort"
KEYS = ("page_type", "carrier", "title", "head_title", "description", "hide", WHOLE, SECTIONS)
"""What the guide, its templates and the renderer read at the top of a page."""
ELSEWHERE = ("template",)
"""What NV080 tells of."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every key without a use, and for every title that is not the heading."""
    for page in tree.written.values():
        for key, value in page.meta.mapping.items():
            place = Position(page.path, *page.meta.place((key,)))
            if key not in KEYS + ELSEWHERE:
                close = difflib.get_close_matches(key, KEYS, n=1)
                fix = f"did you mean {close[0]}?" if close else f"delete it; there are {', '.join(KEYS)}"
                yield Found(place, f'nothing reads "{key}"', fix)
            elif key == "title" and page.headings and value != heading_of(page):
                fix = "write head_title: in its place for search engines and sent links, or delete the line"
                yield Found(place, "menus would show this title in place of the heading", fix)
