"""What stands in where a language in work has no page yet: the page of the default language, marked as such."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from ..languages import Language
from ..tree.tree import Tree

WRITTEN_IN = "written_in"
"""Key of the front matter: in which language a page is written that stands in for one of its folder's."""


def missing_pages(tree: Tree) -> Iterator[tuple[Language, str]]:
    """Each language in work and the name of each page that it lacks, in the order of the navigation."""
    default = tree.config.default.code
    for language in tree.in_work:
        for name in tree.names:
            if (language.code, name) not in tree.pages and (default, name) in tree.pages:
                yield language, name


def stand_ins(tree: Tree, texts: Mapping[str, str] | None = None) -> dict[str, str]:
    """The pages to add for languages in work: path below ``docs`` (``ko/cancel/shop.md``) and text.

    ``texts`` holds the whole texts of the default language's pages by name; without it they are taken as written.
    """
    default = tree.config.default.code
    found = {}
    for language, name in missing_pages(tree):
        page = tree.pages[default, name]
        text = texts[name] if texts else page.text
        opened = text.startswith("---\n")
        body = text.removeprefix("---\n") if opened else f"---\n\n{text}"
        found[f"{language.code}/{name}"] = f"---\n{WRITTEN_IN}: {default}\n{body}"
    return found


def noticed(content: str, language: Language, default: Language) -> str:
    """The HTML of a page of the default language as readers of ``language`` get it, below a notice."""
    own = "frame.untranslated" in language.words
    mark = "" if own else f' lang="{default.tag}"'
    notice = html.escape(language.word("frame.untranslated"))
    title = f'<p class="admonition-title">{notice}</p>'
    box = f'<div class="admonition note guide-untranslated" role="note"{mark}>\n{title}\n</div>'
    return f'{box}\n<div lang="{default.tag}">\n{content}\n</div>'
