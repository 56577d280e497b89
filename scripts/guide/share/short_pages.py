"""The tiny pages at short addresses: they lead to the reader's own language and have none themselves.

A script goes on to the language that the browser asks for; without it every language is a plain link.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from ..expand.inline import plain
from ..languages import Language
from ..source.kept import Kept
from ..text.marks import marked
from ..text.markup import strip_markup
from ..tree.addresses import in_language, page_path, relative
from ..tree.short import CARRIER, PHRASE, Short, is_short, short_addresses
from ..tree.tree import Tree
from .heads import preview
from .pictures.made import Pictures
from .qr import kept_png

QR = "qr.png"
"""The QR code of a short address, in the folder of its page."""
SCRIPT = "assets/js/share/short.js"
# "mul" is BCP 47 for several languages.
_PAGE = """<!doctype html>
<html lang="mul">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="canonical" href="{url}">
<meta property="og:type" content="article">
<meta property="og:url" content="{short}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
{preview}
<link rel="icon" href="{root}assets/images/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{root}assets/css/not-found.css">
<script type="module" src="{root}{script}"></script>
</head>
<body>
<main>
{ways}
</main>
</body>
</html>
"""
_WAY = """<section lang="{tag}"><p>{title}</p>
<p class="ways"><a class="button" href="{link}" hreflang="{tag}" data-language>{name}</a></p></section>"""


def all_short(tree: Tree) -> list[Short]:
    """The short addresses of the tree, and those of ``redirects.yml`` that are retired and lead on."""
    present = short_addresses(tree)
    by_path = {short.path: short for short in present}
    return [*present, *_retired(tree, by_path)]


def _retired(tree: Tree, present: dict[str, Short]) -> Iterator[Short]:
    pages = {page_path(name): name for name in tree.names}
    for old, new in tree.redirects.items():
        path, _, anchor = new[1:].partition("#")
        if is_short(old) and old[1:] not in present and (path in pages or path in present):
            kind, key, _ = old[1:].split("/")
            to = present.get(path) or Short(kind, key, pages[path], anchor)
            yield Short(kind, key, to.page, to.anchor)


def short_files(tree: Tree) -> set[str]:
    """The pages that ``write_short`` writes, relative to the built site."""
    return {f"{short.path}index.html" for short in all_short(tree)}


def title(tree: Tree, short: Short, language: Language) -> str:
    """What a short address leads to, in one language: the heading there, or the words of the phrase."""
    if short.kind == PHRASE and short.id in tree.phrases:
        return language.text(tree.phrases[short.id].text)
    page = tree.page(language.code, short.page)
    headings = page.headings if page else []
    named = [heading for heading in headings if heading.id == short.anchor] or headings
    return strip_markup(named[0].text)[0] if named else short.id


def names(tree: Tree, short: Short) -> str:
    """The title of the tiny page: what it leads to by every name it has, each once."""
    carrier = tree.carriers.get(short.id) if short.kind == CARRIER else None
    if carrier and carrier.record:
        found = [language.text(carrier.record.names) for language in tree.offered]
    else:
        found = [title(tree, short, language) for language in tree.offered]
    return " · ".join(dict.fromkeys(found))


def short_page(tree: Tree, short: Short, site_url: str, pictures: Pictures) -> str:
    """The HTML of one tiny page. Apps read its head when somebody sends the address: they run no script."""
    ways = []
    for language in tree.offered:
        path = in_language(page_path(short.page), language)
        link = relative(path, short.path)
        ways.append(
            _WAY.format(
                tag=language.tag,
                link=html.escape(link + (f"#{short.anchor}" if short.anchor else "")),
                title=marked(html.escape(title(tree, short, language)), language),
                name=html.escape(language.name),
            )
        )
    default = next(language for language in tree.offered if language.default)
    return _PAGE.format(
        title=html.escape(names(tree, short)),
        url=html.escape(site_url + in_language(page_path(short.page), default)),
        root=relative("", short.path),
        script=SCRIPT,
        short=html.escape(site_url + short.path),
        description=html.escape(description(tree, short)),
        preview=preview(pictures.of_short.get(short.path, pictures.of_short.get("", ())), site_url),
        ways="\n".join(ways),
    )


def description(tree: Tree, short: Short) -> str:
    """What the page says, in every language: of a carrier the answer, else the guide's names."""
    carrier = tree.carriers.get(short.id) if short.kind == CARRIER else None
    if carrier and carrier.record:
        answer = carrier.record.answer
        found = [plain(language.text(answer)) for language in tree.offered]
    else:
        found = [language.word("site.name") for language in tree.offered]
    return " · ".join(dict.fromkeys(found))


def write_short(target: Path, tree: Tree, site_url: str, pictures: Pictures, kept: Kept | None = None) -> None:
    """Write the page and the QR code of every short address into the built site at ``target``."""
    for short in all_short(tree):
        folder = target / short.path
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(short_page(tree, short, site_url, pictures), encoding="utf-8")
        (folder / QR).write_bytes(kept_png(site_url + short.path, kept or Kept()))
