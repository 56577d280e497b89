"""A link leads out of the language's own folder.

Why: a reader who clicks in one language must stay in it; only the language switch changes it.
Fix: link to the page of the same language, by a path relative to the file. An absolute path breaks under a sub-path.

Bad:  [documents](../../en/prepare/documents.md) in a Chinese page
Good: [材料](../prepare/documents.md)
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.finding import Found
from ...tree.links import internal, is_unfollowed, page_exists
from ...tree.tree import Tree

CODE = "LK003"
SLUG = "cross-language-link"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every internal link that is absolute or enters another language."""
    folders = {language.code for language in tree.languages}
    for page in tree.pages.values():
        for link in page.links:
            target = internal(page, link)
            if target is None or is_unfollowed(link):
                continue
            first = target.name.split("/")[0]
            if not target.leaves and (first not in folders or page_exists(tree, page.language, target.name)):
                continue
            named = [part for part in urlsplit(link.target).path.split("/") if part in folders]
            where = f'the folder of "{named[0]}"' if named else "the language's folder"
            message = f'the link "{link.target}" leaves for {where if named else "a place outside " + where}'
            yield Found(
                page.at(link.line, link.column),
                message,
                "link to the page of the same language, relative to this file",
            )
