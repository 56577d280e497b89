"""Write the files to keep of every language, from the pages that were just rendered."""

from __future__ import annotations

from pathlib import Path

from ...languages import Language
from ...processors import side_by_side
from ...share.dates import page_dates
from ...source.kept import Kept
from ...tree.addresses import in_language, page_path
from ...tree.books import FOLDER, epub_name, page_name
from ...tree.tree import Tree
from ..shape import shape
from .chapters import chapters
from .epub import epub
from .page import whole_page

_SLOTS = "books"


def write_books(target: Path, tree: Tree, site_url: str, kept: Kept) -> None:
    """Write both files of every language into the built site at ``target``."""
    day = max(page_dates(tree).values(), default=tree.today)
    (target / FOLDER).mkdir(parents=True, exist_ok=True)

    def write(language: Language) -> None:
        def books() -> tuple[str, bytes]:
            found = chapters(target, tree, language)
            page = whole_page(found, language, language.date(day.isoformat()), site_url)
            return page, epub(found, language, day, site_url)

        files = (target / in_language(page_path(name), language) / "index.html" for name in tree.names)
        pages = "".join(file.read_text("utf-8") for file in files if file.is_file())
        page, book = kept.value(f"{_SLOTS}/{language.code}", f"{shape(tree).page} {site_url} {day}\n{pages}", books)
        (target / page_name(language)).write_text(page, encoding="utf-8")
        (target / epub_name(language)).write_bytes(book)

    side_by_side(write, tree.offered)
