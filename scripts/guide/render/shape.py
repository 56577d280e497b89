"""What any page of the site may depend on beside its own text: shared files, settings that the environment gives, and
what other pages show of a page: its title and icon."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from uuid import uuid4

from ..expand import read_tree
from ..source.kept import digest_of
from ..source.markdown import Page
from ..text.fingerprint import SECTIONS, WHOLE
from ..text.titles import title_of
from ..tree.contents import contents
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
# Of the front matter, what no other page shows; a key that nobody knows may be of the theme, as the icon is.
_OF_PAGE_ALONE = frozenset({"page_type", "carrier", "title", "description", "head_title", "hide", WHOLE, SECTIONS})
_ENVIRONMENT = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")


@dataclass(frozen=True)
class Shape:
    """Digests that stay the same as long as a page changes with its own text alone."""

    text: str
    """What its Markdown may depend on: all but templates, and what is in styles, scripts and images."""
    page: str
    """What its HTML may depend on: that, and the templates."""
    screen: str
    """What is seen of it may depend on: that, and styles, scripts and images."""


def read_shaped(root: Path) -> Tree:
    """The expanded tree at ``root``, with its shape told before anything else is saved there.

    Raises:
        NoTree: as ``read_tree`` does.
    """
    tree = read_tree(root)
    shape(tree)
    return tree


@once
def shape(tree: Tree) -> Shape:
    """What any page of the tree may depend on."""
    told = _first(tree)
    # What is saved while it is read is read in part: what is made from that is made from nothing else.
    return told if tree.contents == contents(tree.root) else Shape(*(uuid4().hex for _ in fields(told)))


def unchanged(tree: Tree) -> bool:
    """Whether what the HTML of its pages depends on is still what it was when its shape was first asked for."""
    return _now(tree).page == _first(tree).page


@once
def _first(tree: Tree) -> Shape:
    return _now(tree)


def _now(tree: Tree) -> Shape:
    files = [(name, _content(file)) for name, file in shared_files(tree.root)]
    templates = [file for file in files if file[0].startswith(f"{TEMPLATES}/")]
    assets = [file for file in files if file[0].startswith(_ASSETS)]
    others = [file for file in files if file not in (*templates, *assets)]
    shown = sorted((page.path, _shown(page)) for page in tree.all_pages)
    names = [
        *((path, text.encode()) for path, text in shown),
        # A link to an asset that is not there is warned of.
        *((name, b"") for name, _ in assets),
    ]
    text = digest_of([*others, *names, *_given(tree.root)])
    page = digest_of([(text, b""), *templates])
    return Shape(text, page, digest_of([(page, b""), *assets]))


def _given(root: Path) -> list[tuple[str, bytes]]:
    """What the environment says for the settings that ask it."""
    asked = _ENVIRONMENT.findall(_content(root / CONFIG).decode(errors="replace"))
    names = {name for found in asked for name in re.findall(r"\w+", "".join(found))}
    return [(name, os.environ[name].encode()) for name in sorted(names & os.environ.keys())]


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


def _shown(page: Page) -> str:
    meta = page.meta.mapping
    return repr((title_of(page), [(key, meta[key]) for key in sorted(meta.keys() - _OF_PAGE_ALONE, key=str)]))
