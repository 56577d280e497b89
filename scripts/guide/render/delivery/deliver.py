"""Make every page of a built site whole in its first response: its styles and first script inside, its policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..scripts import by_selector
from .headers import write_headers
from .markup import collapsed, valid
from .names import Names, names_of, scripted_names
from .policy import page_policy, with_policy
from .stylesheets import Stylesheet, cut, on_page, read, still, whole

THEME = "assets/stylesheets/"
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
# Runs before the first paint and is shorter than a request.
_FIRST = re.compile(r'<script src="[^"]*?(assets/js/scheme\.js)"></script>')
# For paper only: fetched after all else, and kept by the browser for every other page.
PRINT = "assets/css/print.css"
# Material's own scripts are not shipped; what only they fill stays empty.
_EMPTY = re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.S)
# A sign of a few strokes is shorter than a request.
_LOGO = re.compile(r'<img src="[^"]*?(assets/images/logo\.svg)" alt="(?:logo)?"(?: width="24" height="24")?>')
_INLINE = re.compile(r"<script>(.*?)</script>", re.S)


def deliver(target: Path) -> None:
    """Rewrite the pages of the site at ``target``; files that are inside every page now go."""
    sheets = dict(_stylesheets(target))
    printed = sheets.pop(PRINT)
    scripts = Scripts(target)
    first: set[Path] = set()

    def inside(match: re.Match) -> str:
        file = target / match[1]
        first.add(file)
        return f"<script>{file.read_text('utf-8').strip()}</script>"

    for file in sorted(target.rglob("*.html")):
        page = valid(_EMPTY.sub("", file.read_text("utf-8")))
        page = _LOGO.sub(lambda match: _drawn(target / match[1]), page)
        page = _FIRST.sub(inside, _styled(collapsed(page), sheets, scripts))
        styles = re.findall(r"<style>(.*?)</style>", page, re.S)
        policy = page_policy(_INLINE.findall(page), styles)
        file.write_text(with_policy(page, policy), encoding="utf-8")
    for file in [*first, *(target / path for path in sheets)]:
        file.unlink()
    for folder in {target / path.rpartition("/")[0] for path in sheets}:
        if not any(folder.iterdir()):
            folder.rmdir()
    (target / PRINT).write_text(whole(printed), encoding="utf-8")
    write_headers(target)


@cache
def _drawn(picture: Path) -> str:
    drawing = picture.read_text("utf-8").strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return drawing.replace("<svg", '<svg width="24" height="24" aria-hidden="true"', 1)


def _stylesheets(target: Path) -> Iterator[tuple[str, Stylesheet]]:
    for file in sorted(target.rglob("*.css")):
        path = file.relative_to(target).as_posix()
        sheet = read(file.read_text("utf-8"), path.rpartition("/")[0] + "/")
        yield path, still(sheet) if path.startswith(THEME) else sheet


class Scripts:
    """What the scripts of a page may make: those of every page, and those that something on it calls for."""

    def __init__(self, target: Path):
        called = by_selector(target)
        some = set[Path]().union(*called.values())
        self.always = _read(set(target.rglob("*.js")) - some)
        self.called = {selector: _read(files) for selector, files in called.items()}
        self.names = cache(lambda selectors: scripted_names([self.always, *map(self.called.__getitem__, selectors)]))

    def of(self, page: str) -> Names:
        """The names on a page, with those that its scripts may add."""
        there = names_of(page)
        return there.with_scripts(self.names(tuple(one for one in self.called if on_page(one, there))))


def _read(files: set[Path]) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(files))


def _styled(page: str, sheets: dict[str, Stylesheet], scripts: Scripts) -> str:
    links = list(_LINK.finditer(page))
    if not links:
        return page
    style = cut([sheets[link[2]] for link in links if link[2] in sheets], scripts.of(page), links[0][1])
    on_paper = [f'<link rel="stylesheet" href="{link[1]}{PRINT}" media="print">' for link in links if link[2] == PRINT]
    start, end = links[0].span()
    return _LINK.sub("", page[:start]) + f"<style>{style}</style>" + "".join(on_paper) + _LINK.sub("", page[end:])
