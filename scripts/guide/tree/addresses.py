"""Addresses that people may have sent each other: pages, ids on them and short addresses, without language and host.

``docs/_data/addresses.txt`` lists them, one on a line: ``/carriers/docomo/`` and ``/carriers/docomo/#costs``.
"""

from __future__ import annotations

import posixpath

from ..languages import Language
from ..source.writing import write_whole
from .layout import ADDRESSES
from .short import short_addresses
from .tree import Tree

# Notes, sources and contacts come and go with the data; nobody sends their ids.
_PASSING = ("fn:", "source-", "contact-")
_HEAD = "# Published addresses, without language. Written by build.py addresses --write, which only adds. See LK004.\n"


def page_path(name: str) -> str:
    """Path of a page on the site, without language and leading slash; empty for the home page."""
    stem = name.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"


def page_paths(tree: Tree) -> list[str]:
    """Path of every page without language, in the order of the navigation."""
    return [page_path(name) for name in tree.names]


def in_language(path: str, language: Language) -> str:
    """The path of a page, given without language, in one language."""
    return f"{language.prefix}{path}"


def relative(path: str, page: str) -> str:
    """The address of a path of the site as the page at ``page`` writes it: the site may be served below any address."""
    folder = "" if path and not path.endswith("/") else "/"
    return posixpath.relpath(f"/{path}", f"/{page}") + folder


def addresses(tree: Tree) -> dict[str, str]:
    """Every address of the tree as it is now, with the name of its page."""
    found = {f"/{short.path}": short.page for short in short_addresses(tree)}
    for (language, name), page in tree.pages.items():
        if language == tree.config.default.code:
            found[f"/{page_path(name)}"] = name
            found |= {f"/{page_path(name)}#{key}": name for key in page.anchors if not key.startswith(_PASSING)}
    return found


def unlisted(tree: Tree) -> list[str]:
    """The addresses that ``addresses.txt`` does not list yet."""
    return sorted(set(addresses(tree)) - set(tree.published))


def write(tree: Tree) -> None:
    """Add the unlisted addresses to ``addresses.txt``."""
    listed = sorted({*tree.published, *addresses(tree)})
    write_whole(tree.root / ADDRESSES, _HEAD + "\n".join(listed) + "\n")
