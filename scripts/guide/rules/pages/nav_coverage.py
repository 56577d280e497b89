"""A page is missing from the navigation, or the navigation names a page that does not exist, or a part without words.

Why: a page outside the navigation is found by nobody; a dead entry stops the renderer; a name that is no key of the
words stands as it is typed in the menus of all languages.
Fix: add the page to nav in mkdocs.yml once, as its path inside a language's folder, or remove the entry. A part has a
key under navigation in docs/_data/languages/ for its name; a page there has none but its heading.

Bad:  docs/zh/cancel/online.md exists, nav has no cancel/online.md
Good: nav: [..., cancel/online.md]
"""

from collections.abc import Iterator
from difflib import get_close_matches

from ...model.finding import Found, Position
from ...tree.layout import CONFIG, WORDS
from ...tree.tree import Tree

CODE = "NV001"
SLUG = "nav-coverage"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every page outside nav, every dead entry and every entry that stands twice."""
    seen: dict[str, Position] = {}
    names = set(tree.names)
    for entry in tree.config.nav:
        position = Position(CONFIG, entry.line, entry.column)
        if entry.name in seen:
            yield Found(position, f"{entry.name} is in nav twice", "remove one of the two", seen[entry.name])
        seen.setdefault(entry.name, position)
        if entry.name not in names:
            yield Found(
                position, f"nav names {entry.name}, which exists in no language", "write the page or remove the entry"
            )
    words = set(tree.languages[0].section("navigation")) if tree.languages else set()
    for entry in tree.config.nav_words if words else ():
        if entry.name not in words:
            near = get_close_matches(entry.name, words, 1)
            message = f'"{entry.name}" has no words under navigation in {WORDS}'
            yield Found(
                Position(CONFIG, entry.line, entry.column),
                message,
                f"did you mean {near[0]}?" if near else f"write one of {', '.join(sorted(words))}, or the page alone",
            )
    for page in tree.pages.values():
        if page.name not in seen and page.language == tree.config.default.code:
            yield Found(
                page.at(page.title_line),
                f"{page.name} is not in nav",
                f"add {page.name} to nav in {CONFIG}",
            )
