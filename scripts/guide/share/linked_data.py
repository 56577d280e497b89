"""What search engines read of a page: an article with its date, where it stands, and who publishes it (schema.org).

Data, not a script: a browser does not run it. Search engines have ended FAQPage and HowTo, so neither is said.
"""

from __future__ import annotations

import datetime
import json
import posixpath
from typing import Any

from ..languages import Language
from ..source.markdown import Page
from ..text.titles import heading_of
from ..tree.addresses import in_language, page_path
from ..tree.tree import Tree

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CONTEXT = "https://schema.org"


def linked_data(
    tree: Tree, language: Language, page: Page, site_url: str, changed: datetime.date | None
) -> dict[str, Any]:
    """The graph of one page: Organization, BreadcrumbList and Article."""
    url = site_url + in_language(page_path(page.name), language)
    home = site_url + in_language("", language)
    publisher = f"{site_url}#publisher"
    article: dict[str, Any] = {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": heading_of(page),
        "description": str(page.meta.mapping.get("description") or language.word("site.description")),
        "inLanguage": language.tag,
        "url": url,
        "license": LICENCE,
        "author": {"@id": publisher},
        "publisher": {"@id": publisher},
    }
    if changed:
        article["dateModified"] = changed.isoformat()
    organization = {
        "@type": "Organization",
        "@id": publisher,
        "name": language.word("site.name"),
        "url": home,
        "logo": f"{site_url}assets/images/icon-512.png",
    }
    graph = [article, organization]
    if crumbs := _crumbs(tree, language, page, site_url):
        graph.insert(1, crumbs)
    return {"@context": _CONTEXT, "@graph": graph}


def _crumbs(tree: Tree, language: Language, page: Page, site_url: str) -> dict[str, Any] | None:
    way = [("index.md", language.word("navigation.home"))]
    above = posixpath.join(posixpath.dirname(page.name), "index.md")
    for name in dict.fromkeys((above, page.name)):
        there = tree.page(language.code, name)
        if there and name != "index.md":
            way.append((name, heading_of(there)))
    if len(way) == 1:
        return None
    places = [
        {
            "@type": "ListItem",
            "position": place,
            "name": words,
            "item": site_url + in_language(page_path(name), language),
        }
        for place, (name, words) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": places}


def script(data: dict[str, Any]) -> str:
    """The element that holds the data. No words in it can end it early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
