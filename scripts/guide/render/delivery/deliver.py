"""Make every page of a built site whole in its first response: its styles and first script inside, its policy."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from ...processors import processors, side_by_side
from ...source.kept import Kept, digest_of
from ...text.scripts import HAN
from ...tree.layout import CONFIG
from ..scripts import FIRST, FOLDER, by_selector, without_words
from ..unsent import NotSent
from .elements import Elements
from .headers import write_headers
from .markup import collapsed, plain, valid
from .names import Names, can_match, names_of, on_page, scripted_names
from .policy import page_policy, with_policy
from .selectors import Selector
from .stylesheets import Stylesheet, cut, late, read, short_properties, still, whole

THEME = "assets/stylesheets/"
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
# Run before the first paint and are shorter than a request.
SCHEME = "assets/js/scheme.js"
HOURS = "assets/js/local-hours.js"
SENT = "assets/js/plan/sent.js"
_FIRST = re.compile(rf'<script src="[^"]*?({"|".join(map(re.escape, (SCHEME, HOURS, SENT)))})"></script>')
_EXPORT = re.compile(r"^export (?=function )", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)
# Where the second of them writes.
_NO_SPAN = r"(?:(?!</?span\b).)*"
_HOURS = re.compile(rf'(<span class="hours"[^>]*>{_NO_SPAN}(?:<span\b{_NO_SPAN}</span>{_NO_SPAN})*)(?=</span>)', re.S)
_GAP = re.compile(rf"(?<=<own-hours></own-hours>)</span> (?=[{HAN}])")
# For paper; goes into the stylesheet of what comes later.
PRINT = "assets/css/print.css"
# What nobody sees before the reader acts, and paper: a script asks for it then, without scripts the end of the page
# does; kept by the browser for every other page.
LATER = "assets/css/later.css"
_SLOTS, _SHEETS = "delivered", "stylesheets"
_SHARED = frozenset({".css", ".js", ".svg"})
LIST_STYLES = "assets/css/notes-*.css"
"""Stylesheets of lists that stand apart."""
# Paper, and what a few have set in their system: nothing moves before they act.
_SETTINGS = re.compile(r"@media (?:print|\(prefers-reduced-motion)")
# What opens when one asks for it, and what the foot says of what is kept.
_CALLED = re.compile(r"\.phrase-view|\.plan-sheet|\.guide-offline ")
# What a pointer is on. Where a rule says that it is not, it is seen. Where the keyboard is, the link past the frame and
# what one writes into have to be seen at once.
_ACTS = re.compile(r":(?:hover|active|focus(?!-visible)(?<!input:focus)(?<!skip:focus))")
_NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
# The worker makes nothing on a page.
_NO_NAMES = "assets/js/offline/worker.js"
# A reader unfolds without any script.
_BY_READER = frozenset({"open"})
# Material's own scripts are not shipped; what only they fill stays empty.
_EMPTY = re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.S)
# A sign of a few strokes is shorter than a request.
_LOGO = re.compile(r'<img src="[^"]*?(assets/images/logo\.svg)" alt="(?:logo)?"(?: width="24" height="24")?>')
# Lists that a script brings from a page of their own into another.
APART = 'class="md-typeset notes-page"'
TO_LIST = 'class="apart"'
_BROUGHT = frozenset({"footnote", "source-list"})
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_INLINE = re.compile(r"<script>(.*?)</script>", re.S)


@dataclass(frozen=True)
class _Page:
    """A page as it is sent, with what it asks of the site."""

    text: str
    asked: Asked
    inlined: frozenset[str]
    """The scripts that are inside it."""
    beside: dict[str, str]
    """Stylesheets of its own, by path."""


def deliver(target: Path, kept: Kept) -> None:
    """Rewrite the pages of the site at ``target``; files that are inside every page now go.

    Raises:
        NotSent: where a stylesheet or a script that pages are made of is not there, or cannot be read.
    """
    sheets = dict(_stylesheets(target, kept))
    for path in (PRINT, SCHEME, f"{FOLDER}/{FIRST}"):
        _there(target, path)
    printed = sheets.pop(PRINT)
    styles, shared = Styles(sheets, Scripts(target)), _shared(target)
    pages = list(enumerate(sorted(target.rglob("*.html"))))
    parts = processors()

    def rewrite(share: list[tuple[int, Path]]) -> tuple[Asked, set[str]]:
        asked, inlined = Asked(), set[str]()
        for number, file in share:
            page = file.read_text("utf-8")
            slot = f"{_SLOTS}/{file.relative_to(target).as_posix()}"
            made_from = f"{shared} {number}\n{page}"
            made = kept.value(slot, made_from, partial(_delivered, page, number, target, styles))
            file.write_text(made.text, encoding="utf-8")
            for path, text in made.beside.items():
                (target / path).write_text(text, encoding="utf-8")
            asked.add(made.asked)
            inlined |= made.inlined
        return asked, inlined

    first = set[str]()
    for asked, inlined in side_by_side(rewrite, [pages[part::parts] for part in range(parts)]):
        styles.asked.add(asked)
        first |= inlined
    for path in [*first, *sheets]:
        (target / path).unlink()
    (target / PRINT).unlink()
    for folder in {target / path.rpartition("/")[0] for path in sheets}:
        if not any(folder.iterdir()):
            folder.rmdir()
    (target / LATER).parent.mkdir(parents=True, exist_ok=True)
    (target / LATER).write_text(styles.later() + whole(printed), encoding="utf-8")
    write_headers(target)


def _shared(target: Path) -> str:
    """A digest of what pages are made from beside themselves: styles, scripts and the logo."""
    files = sorted(file for file in target.rglob("*") if file.suffix in _SHARED)
    return digest_of((file.relative_to(target).as_posix(), file.read_bytes()) for file in files)


def _delivered(page: str, number: int, target: Path, styles: Styles) -> _Page:
    """A page as it is sent."""
    first, beside = set[str](), dict[str, str]()

    def inside(match: re.Match) -> str:
        first.add(match[1])
        script = _EXPORT.sub("", _there(target, match[1]).read_text("utf-8"))
        return f"<script>{_INDENT.sub('', script).strip()}</script>"

    page = valid(plain(_EMPTY.sub("", page)))
    page = _LOGO.sub(lambda match: _drawn(_there(target, match[1])), page)
    page = _GAP.sub('<span class="gap"> </span></span>', _HOURS.sub(r"\1<own-hours></own-hours>", page))
    page = collapsed(page)
    # A page that asks for no stylesheet, as a book, is made by no template and brings its own.
    strange = {*_INLINE.findall(page), *_STYLE.findall(page)} if _LINK.search(page) else set[str]()
    page, asked = styles.inside(page, number)
    page = _FIRST.sub(inside, page)
    if APART in page:
        page, beside = _beside(page)
    # What a template brings by itself no policy names: no browser runs it, and the check of the site tells of it. The
    # styles that come later hold signs of their own.
    scripts, sheets = ([text for text in kind.findall(page) if text not in strange] for kind in (_INLINE, _STYLE))
    page = with_policy(page, page_policy(scripts, sheets, drawn=LATER in page))
    return _Page(page, asked, frozenset(first), beside)


def _there(target: Path, path: str) -> Path:
    """A file that pages are made of, if it is there."""
    if not (target / path).is_file():
        raise NotSent(path, "this file is not there, and pages are made of it")
    return target / path


@cache
def _drawn(picture: Path) -> str:
    drawing = picture.read_text("utf-8").strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return drawing.replace("<svg", '<svg width="24" height="24" aria-hidden="true"', 1)


def _beside(page: str) -> tuple[str, dict[str, str]]:
    """A page with a link to its styles in place of them, and these by path: a script reads it on a page whose policy
    knows none."""
    [style] = _STYLE.findall(page)
    [root] = re.findall(rf'href="([^"]*){re.escape(LATER)}"', page)
    name = LIST_STYLES.replace("*", hashlib.sha256(style.encode()).hexdigest()[:8])
    return _STYLE.sub(f'<link rel="stylesheet" href="{root}{name}">', page), {name: style}


def _stylesheets(target: Path, kept: Kept) -> Iterator[tuple[str, Stylesheet]]:
    texts = {file: file.read_text("utf-8") for file in sorted(target.rglob("*.css"))}
    short = short_properties("".join(texts.values()), _read(set(target.rglob("*.js"))))
    for file, text in texts.items():
        path = file.relative_to(target).as_posix()
        css = short(text)
        sheet = kept.value(f"{_SHEETS}/{path}", css, partial(read, css, path))
        yield path, still(sheet) if path.startswith(THEME) else sheet


@cache
def _waits(selector: Selector, condition: str) -> bool:
    """Whether a rule is for paper, or for when the reader acts."""
    if _SETTINGS.search(condition) or _CALLED.search(selector.text):
        return True
    return _ACTS.search(_NOT.sub("", selector.text)) is not None


class Scripts:
    """What the scripts of a page may make: before the first paint, when something on it calls for them, or ever."""

    def __init__(self, target: Path):
        called = by_selector(target)
        some = set[Path]().union(*called.values())
        first = _names({target / SCHEME, target / FOLDER / FIRST})
        always = _names(set(target.rglob("*.js")) - some - {target / _NO_NAMES})
        parts = {selector: _names(files) for selector, files in called.items()}
        self.called = list(called)
        self._now = cache(lambda selectors: scripted_names([first, *map(parts.__getitem__, selectors)]))
        self._ever = cache(lambda selectors: scripted_names([always, *map(parts.__getitem__, selectors)]))

    def of(self, elements: Elements) -> tuple[Names, Names]:
        """The names on a page with those that its scripts add at once, and with those that they ever add."""
        there = names_of(elements)
        selectors = tuple(one for one in self.called if on_page(one, there))
        now, ever = self._now(selectors), self._ever(selectors)
        now = replace(now, scripted=now.scripted | _BY_READER, properties=ever.properties)
        return there.with_scripts(now), there.with_scripts(ever)


def _names(scripts: set[Path]) -> str:
    return without_words(_read(scripts))


def _read(files: set[Path]) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(files))


Asking = tuple[int, str]
"""The number of a selector, and the condition it stands under."""


@dataclass
class Asked:
    """What pages ask of the stylesheets of a site, by number: it can be handed from one process to another."""

    shown: set[Asking] = field(default_factory=set)
    late: set[Asking] = field(default_factory=set)
    of_lists: set[Asking] = field(default_factory=set)
    """Of lists that are brought in."""
    with_lists: set[Asking] | None = None
    """What every page has that lists are brought into."""
    forms: dict[int, set[tuple[str, frozenset[str]]]] = field(default_factory=lambda: defaultdict(set))
    """What each selector meets on any page, by tag and classes."""
    named: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By path of a stylesheet: the first page that names it, and where on that page."""
    there: frozenset[str] | None = None
    """The custom properties of every page."""

    def add(self, other: Asked) -> None:
        """Add what other pages ask."""
        self.shown |= other.shown
        self.late |= other.late
        self.of_lists |= other.of_lists
        self.with_lists = _common(self.with_lists, other.with_lists)
        self.there = _common(self.there, other.there)
        for number, forms in other.forms.items():
            self.forms[number] |= forms
        for path, place in other.named.items():
            self.named[path] = min(place, self.named.get(path, place))


S = TypeVar("S", set[Asking], frozenset[str])


def _common(one: S | None, other: S | None) -> S | None:
    """What two share; of nothing yet, the other."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


class Styles:
    """The stylesheets of a site, parted between its pages and what comes later."""

    def __init__(self, sheets: dict[str, Stylesheet], scripts: Scripts):
        self._sheets, self._scripts = sheets, scripts
        selectors = [selector for sheet in sheets.values() for selector in sheet.selectors]
        self._number = {selector: number for number, selector in enumerate(selectors)}
        self.asked = Asked()

    def inside(self, page: str, number: int) -> tuple[str, Asked]:
        """The page with the styles of what it shows inside, and a link to the others, if it has any, at its end; and
        what it asks.

        ``number`` is the place of the page among all.

        Raises:
            NotSent: where the page names a stylesheet that is not there.
        """
        links, asked = list(_LINK.finditer(page)), Asked()
        if not links:
            return page, asked
        elements = Elements(page)
        now, ever = self._scripts.of(elements)

        brought = elements.within(_BROUGHT) if APART in page else set()
        # A page without the theme, as that for what does not exist, has its few rules whole, and none of others.
        alone = not any(link[2].startswith(THEME) for link in links)

        numbers = self._number
        here: set[Asking] = set()
        possible = now.possible | ever.possible

        def shown(selector: Selector, condition: str) -> bool:
            # Most rules of the theme name what no page of the guide has.
            if not selector.names <= possible:
                return False
            seen = (alone or not _waits(selector, condition)) and can_match(selector, now, elements)
            if seen or can_match(selector, ever, elements):
                asking = numbers[selector], condition
                (here if seen else asked.late).add(asking)
                met = elements.met(selector.chain)
                asked.forms[asking[0]].update(element.form for element in met)
                if met and met <= brought:
                    asked.of_lists.add(asking)
            return seen

        named = [link[2] for link in links if link[2] != PRINT]
        if missing := [path for path in named if path not in self._sheets]:
            raise NotSent(missing[0], f"there is no such stylesheet, and pages name it: in a template, or in {CONFIG}")
        for place, path in enumerate(named):
            asked.named.setdefault(path, (number, place))
        sheets = [self._sheets[path] for path in named]
        # The styles of lists stand in files that few readers fetch, so they may set what none of their own rules uses.
        every = frozenset().union(*(sheet.properties for sheet in sheets)) if APART in page else frozenset()
        style = cut(sheets, shown, links[0][1], now.properties | every)
        asked.shown |= here
        if TO_LIST in page:
            asked.with_lists = _common(asked.with_lists, here)
        if not alone:
            asked.there = _common(asked.there, style.properties)
        start, end = links[0].span()
        page = _LINK.sub("", page[:start]) + f"<style>{style.text}</style>" + _LINK.sub("", page[end:])
        if alone:
            return page, asked
        later = f'<link rel="stylesheet" href="{links[0][1]}{LATER}">'
        # A list of sources has no script that would ask for them.
        later = later if APART in page else f"<noscript>{later}</noscript>"
        return page.replace("</body>", f"{later}</body>"), asked

    def later(self) -> str:
        """The rules that some page asked for and none shows at once."""
        root = "../" * LATER.count("/")
        asked, numbers = self.asked, self._number
        lists = asked.of_lists - (asked.with_lists or set())

        def wanted(selector: Selector, condition: str) -> bool:
            asking = numbers[selector], condition
            return asking in asked.late or asking in lists

        def setting(selector: Selector, condition: str) -> bool:
            return (numbers[selector], condition) in asked.shown

        order = sorted(asked.named, key=lambda path: asked.named[path])
        return late(
            [self._sheets[path] for path in order], wanted, setting, self._meet, root, asked.there or frozenset()
        )

    def _meet(self, one: Selector, other: Selector) -> bool:
        """Whether two selectors mean the same part of one element, on some page."""
        if one.part != other.part:
            return False
        forms, numbers = self.asked.forms, self._number
        return not forms[numbers[one]].isdisjoint(forms[numbers[other]])
