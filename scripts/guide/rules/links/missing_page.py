"""A link leads to a page or file that does not exist.

Why: a reader in a hurry follows it and finds an error page.
Fix: correct the path. It is relative to the file, ends in .md, and stays in the same language. MkDocs follows paths in
Markdown alone, so links inside the guide are not written in HTML.

Bad:  [docomo](../carriers/docmo.md)
Good: [docomo](../carriers/docomo.md)
"""

import difflib
import posixpath
from collections.abc import Iterator
from functools import cache

from ...model.finding import Found
from ...source.commonmark import Link
from ...tree.books import book_files
from ...tree.links import internal, is_unfollowed, page_exists
from ...tree.tree import Tree

CODE = "LK001"
SLUG = "missing-page"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every relative link without a target."""

    @cache
    def known(code: str) -> list[str]:
        return [name for language, name in tree.pages if language == code] + sorted(tree.assets)

    made = book_files(tree.offered)
    for page in tree.pages.values():
        for link in page.links:
            target = internal(page, link)
            # What the build makes beside the pages is looked for in the built site.
            if target is None or link.target.lstrip("./") in made:
                continue
            position = page.at(link.line, link.column)
            if is_unfollowed(link):
                message = f'"{link.target}" is in HTML, where the renderer checks no path'
                yield Found(position, message, "write it in Markdown: [words](path.md)")
                continue
            if target.leaves or page_exists(tree, page.language, target.name):
                continue
            if target.name.split("/")[0] in {language.code for language in tree.languages}:
                continue
            close = difflib.get_close_matches(target.name, known(page.language), n=1)
            fix = (
                f"did you mean {_as_written(page.name, close[0], link)}?" if close else "correct it or remove the link"
            )
            yield Found(position, f'the link "{link.target}" leads to no page', fix)


def _as_written(name: str, target: str, link: Link) -> str:
    """A link from the page ``name`` to ``target``, to the same place there, as it is typed."""
    _, mark, place = link.target.partition("#")
    return posixpath.relpath(target, posixpath.dirname(name) or ".") + mark + place
