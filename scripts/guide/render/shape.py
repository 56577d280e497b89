"""What any page of the site may depend on beside its own text: shared files, and the titles that other pages show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..source.kept import digest_of
from ..source.markdown import Page
from ..tree.layout import ADDRESSES, COMPARED, CONFIG, DATA, DOCS
from ..tree.once import once
from ..tree.tree import Tree

TEMPLATES = "overrides"
WATCHED = (DOCS, TEMPLATES, "scripts", CONFIG)
"""What a site is made from: files and folders."""
_ASSETS = f"{DOCS}/assets/"
# Records are in the text of the pages that print them; the two lists are for the checks.
_PRINTED = tuple(f"{DATA}/{name}/" for name in ("carriers", "products", "sources"))
_CHECKED = frozenset({ADDRESSES, COMPARED})


@dataclass(frozen=True)
class Shape:
    """Digests that stay the same as long as a page changes with its own text alone."""

    text: str
    """What its Markdown may depend on: all but templates, and what is in styles, scripts and images."""
    page: str
    """What its HTML may depend on: that, and the templates."""
    screen: str
    """What is seen of it may depend on: that, and styles, scripts and images."""


@once
def shape(tree: Tree) -> Shape:
    """What any page of the tree may depend on."""
    files = [(name, _content(file)) for name, file in shared_files(tree.root)]
    templates = [file for file in files if file[0].startswith(f"{TEMPLATES}/")]
    assets = [file for file in files if file[0].startswith(_ASSETS)]
    others = [file for file in files if file not in (*templates, *assets)]
    titles = sorted((page.path, title_of(page)) for page in (*tree.pages.values(), *tree.made.values()))
    names = [
        *((path, title.encode()) for path, title in titles),
        # A link to an asset that is not there is warned of.
        *((name, b"") for name, _ in assets),
    ]
    text = digest_of([*others, *names])
    page = digest_of([(text, b""), *templates])
    return Shape(text, page, digest_of([(page, b""), *assets]))


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
