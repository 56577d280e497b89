"""Where the whole guide of a language stands as one file; ``guide.render.book`` makes the files."""

from __future__ import annotations

from collections.abc import Iterable

from ..languages import Language

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
