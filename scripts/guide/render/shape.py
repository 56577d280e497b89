"""What any page of the site may depend on beside its own text: shared files, and the titles that other pages show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..source.kept import digest_of
from ..source.markdown import Page
from ..tree.layout import ADDRESSES, COMPARED, CONFIG, DATA, DOCS
from ..tree.once import once
from ..tree.tree import Tree

WATCHED = (DOCS, "overrides", "scripts", CONFIG)
"""What a site is made from: files and folders."""
# Records are in the text of the pages that print them; the two lists are for the checks.
_PRINTED = tuple(f"{DATA}/{name}/" for name in ("carriers", "products", "sources"))
_CHECKED = frozenset({ADDRESSES, COMPARED})


@once
def shape(tree: Tree) -> str:
    """A digest that stays the same as long as a page changes with its own text alone."""
    titles = sorted((page.path, title_of(page)) for page in (*tree.pages.values(), *tree.made.values()))
    return digest_of(
        [
            *((name, _content(file)) for name, file in shared_files(tree.root)),
            *((path, title.encode()) for path, title in titles),
        ]
    )


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        # Whoever needs it says so.
        return str(error).encode()


def shared_files(root: Path) -> Iterator[tuple[str, Path]]:
    """The files below ``root`` that may change any page, by their path."""
    for start in (root / name for name in WATCHED):
        for file in sorted((start, *start.rglob("*"))):
            name = file.relative_to(root).as_posix()
            text = name.startswith(_PRINTED) or name in _CHECKED or name.endswith((".pyc", ".md"))
            if not text and file.is_file():
                yield name, file


def title_of(page: Page) -> str:
    """What other pages call a page."""
    return page.title or "".join(top.text for top in page.headings[:1])
