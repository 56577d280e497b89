"""The built pages as chapters: what stands in their articles, as XHTML, with links that can be turned."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from ...languages import Language
from ...text.titles import heading_of
from ...tree.addresses import in_language, page_path
from ...tree.tree import Tree

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)
# What leads on, what only a script fills, and what leads back from a note says nothing in a book.
_LEFT_OUT = re.compile(
    r'<(form|div class="leads"|div class="plan"|div class="letter-fields")\b.*?</(?:form|div)>'
    r'|(?:&#160;)?<a class="footnote-backref".*?</a>|<!--.*?-->|<wbr ?/?>'
    r'| (?:data-(?:label|source)|rel|tabindex)="[^"]*"',
    re.S,
)
_VOID = re.compile(r"<(br|hr|img|input)\b([^>]*?)\s*/?>")
_BARE = re.compile(r'(<[a-z]\w*(?:\s[\w:-]+="[^"]*")*\s[\w:-]+)(?=[\s>])')
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)\w+;")
_BLANK = re.compile(r"\n\s*\n")
_HREF = re.compile(r' href="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z]+:")


@dataclass(frozen=True)
class Chapter:
    """One page: its key, which is a name of a file and of an anchor, its heading, its address, and what it says."""

    key: str
    title: str
    path: str
    """Where the page is on the site, with its language."""
    body: str
    """The article as XHTML; addresses are those of the page."""
    below: str
    """The key of the chapter above it in the contents; empty for one of the first level."""


def chapters(site: Path, tree: Tree, language: Language) -> list[Chapter]:
    """Every page of a language in the order of the contents, without the first: its doors are the contents."""
    found: list[Chapter] = []
    for name in tree.names:
        page = tree.page(language.code, name)
        file = site / in_language(page_path(name), language) / "index.html"
        if page is None or name == "index.md" or not file.is_file():
            continue
        article = _ARTICLE.search(file.read_text("utf-8"))
        if article:
            above = posixpath.join(posixpath.dirname(name), "index.md")
            found.append(
                Chapter(
                    key_of(page_path(name)),
                    heading_of(page),
                    in_language(page_path(name), language),
                    as_xhtml(article[1]),
                    key_of(page_path(above)) if above != name and above in tree.names else "",
                )
            )
    # What stands below another in the contents comes behind it, as readers of books want it.
    places = {chapter.key: place for place, chapter in enumerate(found)}
    return sorted(found, key=lambda chapter: (places[chapter.below or chapter.key], bool(chapter.below)))


def key_of(path: str) -> str:
    """The key of the page at a path without language: ``carriers-docomo``."""
    return path.strip("/").replace("/", "-")


def as_xhtml(article: str) -> str:
    """The article of a page as XHTML, without what only a screen with scripts needs."""
    text = _LEFT_OUT.sub("", article)
    text = _VOID.sub(r"<\1\2/>", text)
    while (filled := _BARE.sub(r'\1=""', text)) != text:
        text = filled
    return _BLANK.sub("\n", _ENTITY.sub(lambda match: html.unescape(match[0]), text)).strip()


def turned(chapter: Chapter, keys: dict[str, str], site_url: str, inside: Callable[[str, str], str]) -> str:
    """The body with its links turned: to other chapters by ``inside``, to other pages of the site by whole address.

    Args:
        keys: The keys of the chapters by their paths on the site.
        inside: Gives the address of an anchor in a chapter, from both; the anchor may be empty.
    """
    base = site_url + chapter.path

    # The list of all sources names a page hundreds of times.
    @cache
    def there(given: str) -> str:
        if given.startswith("#"):
            return inside(chapter.key, given[1:])
        if _ELSEWHERE.match(given) and not given.startswith(site_url):
            return given
        whole = urljoin(base, html.unescape(given))
        path, _, fragment = whole.partition("#")
        key = keys.get(path.removeprefix(site_url))
        return html.escape(whole) if key is None else inside(key, fragment)

    return _HREF.sub(lambda match: f' href="{there(match[1])}"', chapter.body)
