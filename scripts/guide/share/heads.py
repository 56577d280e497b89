"""What the head of a finished page tells machines: linked data, and the pictures that apps show of a link."""

from __future__ import annotations

import html
from pathlib import Path

from ..languages import Language
from ..tree.addresses import in_language, page_path, relative
from ..tree.tree import Tree
from .dates import page_dates
from .linked_data import linked_data, script
from .pictures.made import Picture, Pictures

_ICON = "assets/images/icon-512.png"


def write_heads(target: Path, tree: Tree, language: Language, site_url: str, pictures: Pictures) -> None:
    """Put both into the head of every page of a language in the built site at ``target``."""
    changed = page_dates(tree)
    for name in tree.names:
        page = tree.page(language.code, name)
        file = target / in_language(page_path(name), language) / "index.html"
        if page and file.is_file():
            own = pictures.of_pages.get((language.code, name), ())
            data = linked_data(tree, language, page, site_url, changed.get(name))
            if own:
                data["@graph"][0]["image"] = [site_url + picture.path for picture in own]
            added = f"{preview(own, site_url)}\n{script(data)}"
            if name in pictures.posters:
                added += f"\n{_poster(pictures.posters[name], in_language(page_path(name), language))}"
            head, end, rest = file.read_text(encoding="utf-8").partition("</head>")
            file.write_text(f"{head}{added}\n{end}{rest}", encoding="utf-8")


def preview(pictures: tuple[Picture, ...], site_url: str) -> str:
    """The elements that name the pictures, the one to show first; the icon where there are none."""
    if not pictures:
        return f"{_meta('property', 'og:image', site_url + _ICON)}\n{_meta('name', 'twitter:card', 'summary')}"
    lines = []
    for picture in pictures:
        lines += [
            _meta("property", "og:image", site_url + picture.path),
            _meta("property", "og:image:width", str(picture.width)),
            _meta("property", "og:image:height", str(picture.height)),
            _meta("property", "og:image:alt", picture.alt),
        ]
    first = pictures[0]
    lines += [
        _meta("name", "twitter:card", "summary_large_image"),
        _meta("name", "twitter:image", site_url + first.path),
        _meta("name", "twitter:image:alt", first.alt),
    ]
    return "\n".join(lines)


def _poster(path: str, page: str) -> str:
    # For the share button. Relative, as the site may be served at another address than it was built for.
    return _meta("name", "guide-poster", relative(path, page))


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{html.escape(content)}">'
