"""Small static pages at old addresses that lead to the new ones, in every language and without scripts."""

from __future__ import annotations

import html
from pathlib import Path

from ..text.titles import title_of
from ..tree.addresses import addresses, in_language, relative
from ..tree.short import is_short
from ..tree.tree import Tree

_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="canonical" href="{url}">
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body>
<p>{moved} <a href="{link}">{title}</a></p>
</body>
</html>
"""


def redirected(tree: Tree) -> dict[str, str]:
    """Old path to new address for every page redirect, without language and leading slash.

    Ids need no page; short addresses have pages of their own, see ``guide.share.short_pages``.
    """
    return {old[1:]: new[1:] for old, new in tree.redirects.items() if "#" not in old and not is_short(old)}


def files(tree: Tree) -> set[str]:
    """The files that ``write_redirects`` writes, relative to the built site."""
    return {f"{in_language(old, language)}index.html" for old in redirected(tree) for language in tree.offered}


def write_redirects(target: Path, tree: Tree, site_url: str) -> None:
    """Write a page for every old path into the built site at ``target``."""
    names = addresses(tree)
    for old, new in redirected(tree).items():
        for language in tree.offered:
            path, anchor = in_language(new.partition("#")[0], language), new.partition("#")[2]
            link = relative(path, in_language(old, language))
            page = tree.page(language.code, names["/" + new])
            text = _PAGE.format(
                tag=language.tag,
                title=html.escape(title_of(page) if page else path),
                url=html.escape(site_url + path),
                link=html.escape(link + (f"#{anchor}" if anchor else "")),
                moved=html.escape(language.word("frame.page-moved")),
            )
            file = target / in_language(old, language) / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
