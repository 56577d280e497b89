"""The links to the whole guide in one file, where a reader leaves Japan; see ``tree.books``."""

from __future__ import annotations

from ..tree.addresses import in_language, page_path, relative
from ..tree.books import epub_name, page_name
from .inline import Context


def links(context: Context) -> list[str]:
    """One paragraph with both files of the page's language."""
    own = context.words
    here = in_language(page_path(context.page.name), own)

    def link(path: str, words: str) -> str:
        return f'<a href="{relative(path, here)}">{words}</a>'

    files = [
        link(page_name(own), context.label("book-page")),
        link(epub_name(own), context.word("frame.epub")),
    ]
    words = context.pair(context.label("book-keep"), " · ".join(files))
    # A script says here what the browser of an app cannot do.
    return [f"<p data-keep>{words}</p>"]
