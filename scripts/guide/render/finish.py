"""Finish the HTML of a page: tables, folds, language marks, phone links, external links, long web addresses."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import NamedTuple

from ..expand.inline import NOTHING
from ..languages import Language
from ..model.phone import PRINTED_NUMBER, read_number
from ..text.elements import VOID
from ..text.marks import marked
from ..text.times import timed
from .notes import one_mark

# A web address that is printed, longer than a line of a narrow phone may be, and where it may break.
_ADDRESS = re.compile(r"(?<![\w.@/-])(?=[\w./-]{20})[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[\w.-]*)*", re.A)
_AS_TYPED = frozenset(["code", "pre", "script", "style", "time", "option"])
# The list of all sources is heavy as it is; for programs there is a file of them.
_UNTIMED = "source-list"
_FRAME = re.compile(r'<nav class="guide-(?:nav|toc|next)\b.*?</nav>', re.S)
_NAME = re.compile(r"(?<=>)[^<>]*\w[^<>]*(?=</)")
_JOINT = re.compile(r"(?<=[A-Za-z0-9])(?=[./][A-Za-z0-9])")


def after_opening(page: str) -> tuple[str, str]:
    """The HTML of a page's content, cut behind its first paragraph."""
    opening, end, rest = page.partition("</p>")
    return opening + end, rest


def finished(page: str, language: Language) -> str:
    """The HTML of a page's content in its language, finished."""
    writer = _Finisher(language)
    writer.feed(one_mark(page))
    writer.close()
    return "".join(writer.out)


def named(page: str, language: Language) -> str:
    """A whole page with what is in another language marked in the navigation, where headings have lost their marks."""
    return _FRAME.sub(lambda part: _NAME.sub(lambda name: marked(name[0], language), part[0]), page)


def _dialled(match: re.Match) -> str:
    number = read_number(match[0])
    return match[0] if number.kind == "invalid" else f'<a class="tel" href="{number.link}">{match[0]}</a>'


def _breakable(match: re.Match) -> str:
    return _JOINT.sub("<wbr>", match[0])


class _Open(NamedTuple):
    """An element that is open: whether its language is its own, and whether times in it stay as they are."""

    tag: str
    marked: bool
    untimed: bool


class _Finisher(HTMLParser):
    def __init__(self, language: Language):
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.language = language
        self.open: list[_Open] = []
        self.labels: list[str] = []
        self.in_head_cell = False
        self.column = 0
        self.cell = 0
        """Where what is in the last cell begins in ``out``."""
        self.fold_opens = False
        """A fold has just begun, and nothing has come in it yet."""
        self.fold_heading = ""

    @property
    def marked(self) -> bool:
        return any(element.marked for element in self.open)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        text = self.get_starttag_text() or ""
        if tag in ("h2", "h3") and self.fold_opens:
            # Markdown knows no summary: the heading that begins a fold is what one taps.
            self.out.append("<summary>")
            self.fold_heading = tag
        self.fold_opens = tag == "details" and "fold" in str(given.get("class")).split()
        if tag == "table":
            self.labels = []
            self.out.append('<div class="table" tabindex="0">')
        elif tag == "tr":
            self.column = 0
        elif tag == "th":
            self.in_head_cell = True
            self.labels.append("")
            text = text.replace("<th", '<th scope="col"', 1)
        elif tag == "td" and self.column == 0:
            # What a row is of: Markdown knows no heads of rows.
            text = text.replace("<td", '<th scope="row"', 1)
            self.column += 1
        elif tag == "td":
            label = self.labels[self.column] if self.column < len(self.labels) else ""
            text = text.replace("<td", f'<td data-label="{html.escape(html.unescape(label), quote=True)}"', 1)
            self.column += 1
        elif tag == "a" and str(given.get("href", "")).startswith(("http://", "https://")):
            # Pages open in the same window, and their policy tells nobody where the reader comes from.
            text = text[:-1] + ' rel="external">'
        if tag not in VOID:
            own = "lang" in given or tag in ("code", "pre", "script", "style")
            self.open.append(_Open(tag, own, tag in _AS_TYPED or _UNTIMED in str(given.get("class")).split()))
        self.out.append(text)
        if tag == "td":
            self.cell = len(self.out)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.open):
            # It ends nothing: that is told by the check of the site, and what is open stays open.
            self.out.append(f"</{tag}>")
            return
        while self.open.pop().tag != tag:
            pass
        if tag == "th":
            self.in_head_cell = False
        self.fold_opens = False
        if tag == "td" and "".join(self.out[self.cell :]).strip() == NOTHING:
            # On a phone each cell has a line of its own, with its label: this one says nothing.
            self.out[self.cell - 1] = self.out[self.cell - 1].replace("<td", '<td class="nothing"', 1)
        self.out.append("</th>" if tag == "td" and self.column == 1 else f"</{tag}>")
        if tag == self.fold_heading:
            self.out.append("</summary>")
            self.fold_heading = ""
        if tag == "table":
            self.out.append("</div>")

    def handle_data(self, data: str) -> None:
        self.fold_opens = self.fold_opens and not data.strip()
        if self.in_head_cell:
            self.labels[-1] += data
        if not self.marked:
            data = marked(data, self.language)
        if not any(element.untimed for element in self.open):
            data = timed(data, self.language)
        if not any(element.tag in ("a", "code", "pre") for element in self.open):
            data = PRINTED_NUMBER.sub(_dialled, data)
        if not any(element.tag in ("code", "pre") for element in self.open):
            data = _ADDRESS.sub(_breakable, data)
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, text: str) -> None:
        if self.in_head_cell:
            self.labels[-1] += text
        self.out.append(text)

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")
