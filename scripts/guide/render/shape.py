"""What any page of the site may depend on beside its own text: shared files, and the titles that other pages show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

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
    digest = hashlib.sha256()
    for name, file in shared_files(tree.root):
        try:
            content = file.read_bytes()
        except OSError as error:
            # Whoever needs it says so.
            content = str(error).encode()
        digest.update(f"\n{name}\n".encode() + content)
    for path, title in sorted((page.path, title_of(page)) for page in (*tree.pages.values(), *tree.made.values())):
        digest.update(f"\n{path} {title}".encode())
    return digest.hexdigest()


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
