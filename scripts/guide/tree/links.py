"""Where a link of a page leads. Shared by the link rules; not a rule itself."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from ..source.markdown import Link, Page
from .tree import Tree

TOP = "top"
"""An anchor that every page has without an element of that id: its beginning."""


@dataclass(frozen=True)
class Target:
    """A relative link, resolved: a page of the same language, or a shared file, and an anchor."""

    name: str
    anchor: str
    leaves: bool
    """True where the path climbs out of the language's folder."""


def internal(page: Page, link: Link) -> Target | None:
    """Resolve a link that stays inside the guide; None for an address with a scheme."""
    return None if link.target.startswith(("https://", "tel:")) else _resolved(page.name, link.target)


@cache
def _resolved(name: str, target: str) -> Target | None:
    if target.startswith("//"):
        return None
    try:
        parts = urlsplit(target)
    except ValueError:
        return Target(target, "", False)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return Target(name, unquote(parts.fragment), False)
    folder = posixpath.dirname(name)
    name = posixpath.normpath(posixpath.join(folder, path))
    leaves = name.startswith("../") or path.startswith("/")
    return Target(name, unquote(parts.fragment), leaves)


def is_unfollowed(link: Link) -> bool:
    """Whether the renderer leaves the link as it is: a path in HTML."""
    return link.raw and not link.target.startswith("#")


def page_exists(tree: Tree, language: str, name: str) -> bool:
    """Whether the page or shared file is there for that language."""
    return name in tree.assets or tree.page(language, name) is not None


def host(url: str) -> str:
    """The host of a page, as it stands beside a link in words: it shows whose page that is; empty where it has none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def bare_address(url: str) -> str:
    """An address without what does not tell two pages apart: scheme, www, and the slash at the end."""
    return url.split("://", 1)[1].removeprefix("www.").rstrip("/")
