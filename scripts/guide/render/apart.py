"""Long lists of sources stand in a page of their own beside the page they belong to: ``notes/``, ``notes2/``.

The page itself keeps a link, which leads there without scripts; ``docs/assets/js/notes.js`` brings the list in where
the reader opens it or follows a mark.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

from ..languages import Language
from ..tree.addresses import in_language, page_paths, relative
from ..tree.tree import Tree

FOLDER = "notes"
MOST = 8
"""Sources that a page keeps in itself."""
_LIST = re.compile(r'<div class="(?:footnote|source-list rest)">.*?</div>', re.S)
_PLACE = re.compile(r'<p class="apart"[^>]*><a href="([^"]+)">(?:(?!</a>).)*</a></p>')
_HREF = re.compile(r'(?<= href=")([^"]*)(?=")')
_ELSEWHERE = re.compile(r"[a-z]+:", re.I)
_ID = re.compile(r'<(?:li|span) id="((?:fn:|source-)[^"]+)"')
_LINK_INTO = re.compile(r'(?<= href=")#([^"]+)(?=")')
_CANONICAL = re.compile(r'<link rel="?canonical"? href="([^"]+)"')
_HEAD = re.compile(r'<link rel="stylesheet"[^>]*>|<script src=[^>]*></script>')
_ADDRESS = re.compile(r'(?<=[fc]=")([^"]*)(?=")')
_BODY = re.compile(r"<body[^>]*>")
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.S)
_TAG = re.compile(r"<[^>]+>")
# A name in Japanese stands in a span of its language, and a domain behind the name has places to break.
_PUBLISHER = re.compile(r'<span id="source-[^"]*"></span><a href=[^>]*>((?:(?!</a>).)*?)(?: · (?:(?!</a>).)*)?</a>')
_PAGE = """<!doctype html>
<html lang="{tag}" class="no-js"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>{title} – {heading}</title>
<link rel="icon" href="{root}assets/images/favicon.svg" type="image/svg+xml">
{head}</head>{body}<main class="md-typeset notes-page"><p><a href="../">{heading}</a></p><h1>{title}</h1>
{list}</main></body></html>
"""


def write_apart(target: Path, tree: Tree, language: Language) -> None:
    """Part the long lists of every page of a language in the built site at ``target``."""
    for path in page_paths(tree):
        own = in_language(path, language)
        file = target / own / "index.html"
        if not file.is_file():
            continue
        page, lists = parted(file.read_text("utf-8"), language)
        for folder, found in lists.items():
            there = target / own / folder / "index.html"
            there.parent.mkdir(exist_ok=True)
            there.write_text(_page(page, f"{own}{folder}/", found, language), encoding="utf-8")
        if lists:
            file.write_text(page, encoding="utf-8")


def parted(page: str, language: Language) -> tuple[str, dict[str, str]]:
    """The page with links in place of its long lists, and those by the folder of their page."""
    lists: dict[str, str] = {}
    own = _CANONICAL.search(page)

    def apart(match: re.Match) -> str:
        count = len(_ID.findall(match[0]))
        if count <= MOST:
            return match[0]
        folder = f"{FOLDER}{len(lists) + 1 if lists else ''}"
        lists[folder] = match[0]
        words = language.word("labels.sources-apart").format(count=count)
        if "source-list" in match[0]:
            publishers = _PUBLISHER.findall(match[0])
            words = language.pair(words, f"{publishers[0]} – {publishers[-1]}")
        # On paper nobody can follow a link: the stylesheet for print writes the address out.
        paper = f' data-at="{own[1]}{folder}/"' if own else ""
        return f'<p class="apart"{paper}><a href="{folder}/">{words}</a></p>'

    page = _LIST.sub(apart, page)
    return _turned(page, {key: folder for folder, found in lists.items() for key in _ID.findall(found)}), lists


def _turned(page: str, folders: dict[str, str]) -> str:
    def there(match: re.Match) -> str:
        return f"{folders[match[1]]}/#{match[1]}" if match[1] in folders else match[0]

    return _LINK_INTO.sub(there, page)


def joined(page: str, read: Callable[[str], str]) -> str:
    """The page with its lists in it again; ``read`` is asked for pages by their address from it."""

    def back(match: re.Match) -> str:
        found = _LIST.search(read(f"{match[1]}index.html"))
        return _HREF.sub(_from_above, found[0]) if found else match[0]

    full = _PLACE.sub(back, page)
    return re.sub(rf'(?<= href="){FOLDER}\d*/(?=#)', "", full) if full != page else page


def whole(file: Path) -> str:
    """A page of the built site with its lists in it again."""
    return joined(file.read_text("utf-8"), lambda path: (file.parent / path).read_text("utf-8"))


def list_files(target: Path) -> set[str]:
    """The pages that ``write_apart`` wrote, relative to the built site."""
    found = (file.relative_to(target) for file in target.rglob(f"{FOLDER}*/index.html"))
    return {file.as_posix() for file in found}


def folders(target: Path, path: str) -> list[str]:
    """The pages of lists beside the page at ``path`` of the built site, as addresses from its root."""
    return [f"{path}{there.name}/" for there in sorted((target / path).glob(f"{FOLDER}*")) if there.is_dir()]


def _from_below(match: re.Match) -> str:
    return match[0] if _ELSEWHERE.match(match[0]) else f"../{match[0]}"


def _from_above(match: re.Match) -> str:
    return match[0].removeprefix("../")


def _page(page: str, path: str, found: str, language: Language) -> str:
    heading = _HEADING.search(page)
    head = "".join(_HEAD.findall(page.partition("</head>")[0]))
    return _PAGE.format(
        tag=language.tag,
        title=html.escape(language.word("labels.section-sources")),
        heading=_TAG.sub("", heading[1] if heading else "").strip(),
        root=relative("", path),
        head=_ADDRESS.sub(_from_below, head),
        body=(_BODY.search(page) or [""])[0],
        list=_HREF.sub(_from_below, found),
    )
