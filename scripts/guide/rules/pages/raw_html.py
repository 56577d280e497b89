"""A tag that is not closed, closes nothing, or is no element of a page's text; a comment that is published.

Why: a browser takes <号码> or <number> for a tag and hides it, an open tag changes the rest of the page, and everybody
can read a comment. <base> changes where every link of the page leads, <meta> can lead the reader away, and what loads
from another host tells it who reads what.
Fix: write （号码） in place of angle brackets, close what you open in the same paragraph, give a <div> with Markdown
the attribute markdown, and remove the comment.

Bad:  请报出<号码>。 <!-- TODO -->
Good: 请报出○（号码）。
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.markdown import Page
from ...text.elements import BLOCK, HEAD, INLINE, VOID
from ...tree.tree import Tree

CODE = "NV065"
SLUG = "raw-html"
SAVES = "hole"

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[^\s<>/=!?\d\"'][^\s<>/=\"']{0,40})(?P<rest>(?:\s[^<>]*)?/?)>")
_NO_END = re.compile(r"</?[a-z]+(?:\s[^<>\n]*)?(?=<|$)")
_ADDRESS = re.compile(r"<(?:https?:|mailto:|tel:|[\w.+-]+@)", re.I)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|-->", re.S)
_BLOCK_MARK = re.compile(r"<!--\s*/?block[:\s]")
_MARKDOWN = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6})\s|\*\*\S|\]\([^()\s]+\)|^<!--\s*block:")
_OF_ITS_OWN = re.compile(r"\s(?:on[a-z]+|style)\s*=", re.I)
_FROM_ELSEWHERE = re.compile(r"\s(?:src|srcset|poster|data|background)\s*=\s*[\"']?(?:https?:)?//", re.I)
_CODE = re.compile(r"`[^`]*`")
_HOLDING = ("div", "summary", "details", "section")
"""Elements that hold paragraphs: what is in them is raw to their end, unless they say otherwise."""


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every tag and comment that does not belong."""
    for passage in tree.written_passages:
        if "<" in passage.text or "-->" in passage.text:
            text = _without_code(passage.text)
            for offset, message, fix in _inline_faults(text):
                yield Found(passage.position(offset), message, fix)
            if not passage.page:
                for offset, message, fix in _refused(text):
                    yield Found(passage.position(offset), message, fix)
                for offset in _comments(text):
                    yield Found(passage.position(offset), "a comment is published", "remove it")
    for page in tree.written.values():
        yield from _block_faults(page)


def _inline_faults(text: str) -> Iterator[tuple[int, str, str]]:
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if _ADDRESS.match(match[0]) or name in BLOCK:
            continue
        if name in HEAD:
            yield match.start(), f"{match[0]} belongs to the head of a page, and acts on all of it", "remove it"
        elif name not in INLINE and name not in VOID:
            yield match.start(), f"{match[0]} is not an HTML tag and may be hidden", "write it without angle brackets"
        elif match["close"]:
            if name not in [other for other, _ in opened]:
                yield match.start(), f"{match[0]} closes nothing", "remove it"
            else:
                del opened[max(index for index, (other, _) in enumerate(opened) if other == name)]
        elif name not in VOID and not match["rest"].endswith("/"):
            opened.append((name, match.start()))
    # The last one: what stands before it often waits for the same end.
    for name, offset in dict(opened).items():
        yield offset, f"<{name}> is not closed in its paragraph", f"write </{name}>"
    for match in _NO_END.finditer(text):
        yield match.start(), f'the tag "{match[0]}" has no end', "write > behind it"


def _block_faults(page: Page) -> Iterator[Found]:
    opened: list[tuple[str, int, int]] = []
    for number, line in page.open_lines:
        if "<" not in line and "-->" not in line:
            continue
        text = _without_code(line)
        for offset in _comments(text):
            yield Found(page.at(number, offset + 1), "a comment is published", "remove it")
        for offset, message, fix in _refused(text):
            yield Found(page.at(number, offset + 1), message, fix)
        for match in _TAG.finditer(text):
            name = match["name"].lower()
            if name not in BLOCK or match["rest"].endswith("/") or name in VOID:
                continue
            if not match["close"]:
                closed = f"</{name}" in text[match.end() :]
                if "markdown" not in match["rest"] and not closed and _raw_below(page, number, name):
                    message = f"the Markdown in this <{name}> is shown as it is written"
                    yield Found(page.at(number, match.start() + 1), message, f"write <{name} markdown>")
                opened.append((name, number, match.start() + 1))
            elif opened and opened[-1][0] == name:
                opened.pop()
            else:
                yield Found(
                    page.at(number, match.start() + 1), f"{match[0]} closes nothing here", "close what you open"
                )
    for name, number, column in opened:
        yield Found(page.at(number, column), f"<{name}> is not closed", f"write </{name}>")


def _refused(text: str) -> Iterator[tuple[int, str, str]]:
    """What a page's own policy refuses: the build says so too, of the page that it made."""
    for match in _TAG.finditer(text):
        if _OF_ITS_OWN.search(match["rest"]):
            message = f"<{match['name']}> has a style or script of its own, which the site refuses"
            yield match.start(), message, "remove it; styles stand in docs/assets/css/"
        if _FROM_ELSEWHERE.search(match["rest"]):
            yield match.start(), f"<{match['name']}> loads something from another host", "remove it, or link the page"


def _raw_below(page: Page, number: int, name: str) -> bool:
    """Whether Markdown stands between the line ``number`` and the end of the element; blank lines do not end it."""
    for line in page.lines[number:]:
        if _MARKDOWN.search(line):
            return True
        if f"</{name}" in line or not line.strip() and name not in _HOLDING:
            return False
    return False


def _comments(text: str) -> Iterator[int]:
    yield from (match.start() for match in _COMMENT.finditer(text) if not _BLOCK_MARK.match(match[0]))


def _without_code(text: str) -> str:
    return _CODE.sub(lambda match: f"`{'x' * (len(match[0]) - 2)}`", text)
