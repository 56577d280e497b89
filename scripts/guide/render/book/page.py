"""The whole guide as one HTML file without scripts, pictures or requests: to keep, and to print."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from ...languages import Language
from ...text.marks import marked
from .chapters import Chapter, turned

# The pages' own languages and marks are kept, so it may be read as HTML and as XML.
_PAGE = """<!DOCTYPE html>
<html lang="{tag}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width,initial-scale=1"/>
<meta name="robots" content="noindex"/>
<meta name="color-scheme" content="light dark"/>
<title>{title}</title>
<link rel="canonical" href="{home}"/>
<style>
{style}</style>
</head>
<body>
<header class="cover">
{cover}
</header>
<nav class="contents" aria-label="{contents}">
<h2>{contents}</h2>
{listed}
</nav>
<main>
{chapters}
</main>
</body>
</html>
"""


# Paper shows nothing of a fold that is closed.
_CLOSED = re.compile(r"<details(?![^>]*\sopen)")


@cache
def style() -> str:
    """The style sheet of the book."""
    return (Path(__file__).parent / "book.css").read_text("utf-8")


def anchor(key: str, name: str) -> str:
    """The one anchor in the file for an anchor of a chapter."""
    return f"{key}.{name}" if name else key


def listed(found: list[Chapter], language: Language, address: str) -> str:
    """The contents as nested lists; ``address`` has ``{}`` for the key of a chapter."""
    above: dict[str, list[Chapter]] = {}
    for chapter in found:
        above.setdefault(chapter.below, []).append(chapter)

    def of(key: str) -> str:
        items = "".join(
            f'<li><a href="{address.format(one.key)}">{name}</a>{of(one.key)}</li>\n'
            for one in above.get(key, ())
            for name in [marked(html.escape(one.title), language)]
        )
        return f"<ol>\n{items}</ol>" if items else ""

    return of("")


def cover(language: Language, date: str, site_url: str) -> str:
    """What stands on the first page: name, what it is, of which day, and where the newest is."""
    home = site_url + language.prefix
    return "\n".join(
        [
            f"<h1>{html.escape(language.word('site.name'))}</h1>",
            f"<p>{html.escape(language.word('site.description'))}</p>",
            f"<p><strong>{html.escape(language.phrase('book-date', date=date))}</strong></p>",
            f'<p>{html.escape(language.word("labels.book-newest"))} <a href="{home}">{home}</a></p>',
            f"<p>{html.escape(language.word('frame.independent'))} {html.escape(language.word('frame.licence'))}</p>",
        ]
    )


def whole_page(found: list[Chapter], language: Language, date: str, site_url: str) -> str:
    """The file: cover, contents, a chapter for every page."""
    keys = {chapter.path: chapter.key for chapter in found}
    parts = []
    for chapter in found:
        body = turned(chapter, keys, site_url, lambda key, name: "#" + anchor(key, name))
        body = _CLOSED.sub('<details open=""', body).replace(' id="', f' id="{chapter.key}.')
        parts.append(f'<section class="chapter" id="{chapter.key}">\n{body}\n</section>')
    return _PAGE.format(
        tag=language.tag,
        title=html.escape(language.word("site.name")),
        home=site_url + language.prefix,
        style=style(),
        cover=cover(language, date, site_url),
        contents=html.escape(language.word("labels.book-contents")),
        listed=listed(found, language, "#{}"),
        chapters="\n".join(parts),
    )
