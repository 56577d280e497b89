"""Write the files to keep of every language, from the pages that were just rendered."""

from __future__ import annotations

from pathlib import Path

from ...languages import Language
from ...processors import side_by_side
from ...share.dates import page_dates
from ...tree.books import FOLDER, epub_name, page_name
from ...tree.tree import Tree
from .chapters import chapters
from .epub import epub
from .page import whole_page


def write_books(target: Path, tree: Tree, site_url: str) -> None:
    """Write both files of every language into the built site at ``target``."""
    day = max(page_dates(tree).values(), default=tree.today)
    (target / FOLDER).mkdir(parents=True, exist_ok=True)

    def write(language: Language) -> None:
        found = chapters(target, tree, language)
        page = whole_page(found, language, language.date(day.isoformat()), site_url)
        (target / page_name(language)).write_text(page, encoding="utf-8")
        (target / epub_name(language)).write_bytes(epub(found, language, day, site_url))

    side_by_side(write, tree.offered)
