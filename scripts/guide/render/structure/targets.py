"""Targets of links in one form, so that ``../carriers/au.md#costs`` and ``../../carriers/au/#costs`` are the same."""

from __future__ import annotations

import posixpath
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit

from ...tree.addresses import page_path


@cache
def of_address(folder: str, url: str) -> str:
    """The target of a link of a rendered page that lies in ``folder``, e.g. ``carriers/au/``; empty for the root."""
    parts = _split(url)
    if parts is None or parts.scheme or parts.netloc:
        return unquote(url)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(parts.path))).lstrip("/")
    if parts.path.endswith("/") or not parts.path or posixpath.basename(parts.path) in (".", ".."):
        path = f"{path}/" if path else ""
    elif not path.endswith("/"):
        path = posixpath.basename(path)
    return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


@cache
def of_markdown(folder: str, prefix: str, name: str, target: str) -> str:
    """The target of a Markdown link on the page ``name``, which is rendered into ``folder``.

    ``prefix`` is the folder of the page's language on the site, e.g. ``ja/``.
    """
    parts = _split(target)
    if parts is None or parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return of_address(folder, target)
    linked = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    path = prefix + page_path(linked)
    return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None
