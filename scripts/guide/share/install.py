"""What a browser keeps of the site in each language: its search (OpenSearch) and its name and icons (manifest)."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..languages import Language
from ..tree.addresses import in_language
from ..tree.tree import Tree
from .colours import BAR

OPENSEARCH, MANIFEST = "opensearch.xml", "manifest.webmanifest"
ICONS = {side: f"assets/images/icon-{side}.png" for side in (192, 512)}
"""The icons by their pixels. What matters stands inside the part that a round mask leaves."""
PAPER = "#ffffff"


def opensearch(language: Language, site_url: str) -> str:
    """The description of the search: the first page answers ``?q=``."""
    home = site_url + in_language("", language)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            f"  <ShortName>{escape(language.word('frame.name-short'))}</ShortName>",
            f"  <Description>{escape(language.word('frame.search-here'))}</Description>",
            f"  <Language>{language.tag}</Language>",
            "  <InputEncoding>UTF-8</InputEncoding>",
            f'  <Image type="image/svg+xml">{escape(site_url)}assets/images/favicon.svg</Image>',
            f'  <Url type="text/html" template={quoteattr(home + "?q={searchTerms}")}/>',
            "</OpenSearchDescription>",
            "",
        ]
    )


def manifest(language: Language) -> dict[str, object]:
    """The manifest; its addresses are relative to the folder of the language."""
    up = "" if language.default else "../"
    return {
        "name": language.word("site.name"),
        "short_name": language.word("frame.name-short"),
        "description": language.word("site.description"),
        "lang": language.tag,
        "start_url": "./",
        "scope": up or "./",
        "display": "minimal-ui",
        "theme_color": BAR,
        "background_color": PAPER,
        "icons": [
            {"src": f"{up}{path}", "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for side, path in ICONS.items()
            for purpose in ("any", "maskable")
        ],
    }


def write_install(target: Path, tree: Tree, site_url: str) -> None:
    """Write both for every language into the built site at ``target``."""
    for language in tree.offered:
        folder = target / in_language("", language)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / OPENSEARCH).write_text(opensearch(language, site_url), encoding="utf-8")
        text = json.dumps(manifest(language), ensure_ascii=False, indent=2) + "\n"
        (folder / MANIFEST).write_text(text, encoding="utf-8")
