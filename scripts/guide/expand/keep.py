"""The links to the whole guide in one file, where a reader leaves Japan; ``guide.render.book`` makes the files."""

from __future__ import annotations

from collections.abc import Iterable

from ..languages import Language
from ..tree.addresses import in_language, page_path, relative
from .inline import Context

FOLDER = "download"


def page_name(language: Language) -> str:
    """Path on the site of the whole guide of a language as one page."""
    return f"{FOLDER}/guide-{language.code}.html"


def epub_name(language: Language) -> str:
    """Path on the site of the whole guide of a language as an EPUB."""
    return f"{FOLDER}/guide-{language.code}.epub"


def book_files(languages: Iterable[Language]) -> set[str]:
    """Paths on the site of both files of every language."""
    return {name(language) for language in languages for name in (page_name, epub_name)}


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
