"""The title or first heading of a page that is another page's; a title that belongs to the heading of another.

Why: the title is all that a search engine, a tab or a sent link shows, the heading all that a menu shows; with another
page's the reader opens the wrong one.
Fix: give every page a heading of its own, and a title that says what it says.

Bad:  cancel/shop.md: head_title: 打电话解约 · # 去门店解约
Good: cancel/shop.md: head_title: 去门店解约：带什么 · # 去门店解约
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...text.titles import head_title_of, heading_of
from ...tree.tree import Tree

CODE = "NV066"
SLUG = "page-titles"
HOME = "index.md"
"""The title of the first page tells what the guide is, its heading what to do."""
CLEARLY = 2.0
"""How much more of another page's heading a title must hold than of its own."""
_LATIN = re.compile(r"[a-z0-9]+")
_OTHER = re.compile(r"[^\x00-\x7f\W]")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every title that stands twice or fits another page's heading better."""
    for language in tree.languages:
        pages = [page for (code, _), page in tree.pages.items() if code == language.code]
        titled = [(page, head_title_of(page)) for page in pages if page.headings]
        seen: dict[str, Page] = {}
        headed: dict[str, Page] = {}
        for page, title in titled:
            heading = heading_of(page).strip()
            other = headed.setdefault(heading, page)
            if heading and other is not page:
                message = f"the first heading is that of {other.path} too"
                there = other.at(other.headings[0].line)
                yield Found(page.at(page.headings[0].line), message, "write one of its own", there)
                if title.strip() == heading:
                    continue
            first = seen.setdefault(title.strip(), page)
            if title.strip() and first is not page:
                message = f"the title is that of {first.path} too"
                yield Found(page.at(page.title_line), message, "write one of its own", first.at(first.title_line))
        yield from _exchanged([(page, _pairs(title), _pairs(page.headings[0].text)) for page, title in titled if title])


def _exchanged(pages: list[tuple[Page, frozenset[str], frozenset[str]]]) -> Iterator[Found]:
    for page, title, heading in pages:
        own = _share(title, heading)
        if heading and not own and page.name != HOME:
            yield Found(page.at(page.title_line), "the title has no word of the heading", "say what the heading says")
        for other, other_title, other_heading in pages:
            if other is page:
                continue
            crossed = _share(title, other_heading)
            if crossed > own * CLEARLY and _share(other_title, heading) > _share(other_title, other_heading):
                message = f"the title fits the heading of {other.path}, and the title there fits this page"
                yield Found(page.at(page.title_line), message, "give each page its own", other.at(other.title_line))


def _share(title: frozenset[str], heading: frozenset[str]) -> float:
    return len(title & heading) / len(heading) if heading else 0


def _pairs(text: str) -> frozenset[str]:
    """Latin words, and pairs of neighbouring other characters."""
    text = re.sub(r"[{<][^}>]*[}>]", "", text.lower())
    chars = "".join(match[0] if _OTHER.match(match[0]) else " " for match in re.finditer(".", text))
    pairs = {chars[i : i + 2] for i in range(len(chars) - 1)}
    return frozenset(pair for pair in pairs if " " not in pair) | frozenset(_LATIN.findall(text))
