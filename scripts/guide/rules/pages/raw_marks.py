"""A mark of Markdown that is left on the screen: struck-out words, a link without its address, bold that is none.

Why: the reader sees signs instead of a link, a box or emphasis, and often misses the words they hide.
Fix: [words](page.md) with nothing between; ** beside letters, its punctuation outside; no ~~ and no \\ at a line's end.

Bad:  [费用][costs]、~~1,100 日元~~、**费用：**收整月
Good: [费用](#costs)、**费用**：收整月
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.commonmark import INDENT
from ...text.passages import Passage
from ...tree.tree import Tree

CODE = "NV064"
SLUG = "raw-marks"
SAVES = "hole"
_BOX_NAMES = "note abstract info tip success question warning failure danger bug example quote"
BOXES = frozenset(_BOX_NAMES.split())
"""The kinds of boxes that the theme's stylesheet knows."""

# What must stand in a text before the pattern is tried, the pattern, and what it finds.
_MARKS = (
    ("~~", re.compile(r"~~"), "struck-through words, which the renderer does not support"),
    ("][", re.compile(r"\[(?!\^)[^\[\]\n]+\]\[(?!\^)[^\[\]\n]*\]"), "a link whose address is defined nowhere"),
    (
        "] (",
        re.compile(r"\[[^\[\]\n]+\]\s\((?=[\w./#-]*(?:\.md|#|https?:)[^()\s]*\))"),
        "a link with a space before its address",
    ),
    ("](", re.compile(r"\]\([^()\s]+\s(?![\"'])[^()]*\)"), "a link with a space in its address"),
    ("](", re.compile(r"\]\((?![^()]*(?:\([^()]*\)[^()]*)*\))"), "a link that is not closed"),
    ("\\", re.compile(r"\\(?:\n|$)"), "a backslash at the end of a line"),
    (
        "{",
        re.compile(r"(?<![\\*_`\w]){:?\s*[.#][\w-][^{}]*\}(?=[^\s|])|(?<=\w)\{\s*\.[\w-]+\s*\}"),
        "attributes of nothing",
    ),
    (":", re.compile(r"^\s*\*\[[^\]]+\]:|^:\s{2,}\S|^:::", re.M), "this looks like a definition, and is not one"),
    ("{", re.compile(r"\{[=!](?![^{}\n]+\})|\{\s+[=!][\w.]|\{\{[=!]"), "a value that is not printed"),
    ("^", re.compile(r"\[\s+\^|\[\^\s|\[\^[^\]\s]*(?:\s[^\]]*\]|$)|\^\["), "this looks like a note, and is not one"),
    ("]（", re.compile(r"\]（[\w./#-]+(?:\.md|#)[\w#-]*）"), "a link in full-width brackets"),
    ("&", re.compile(r"&(?:[a-z]{2,8}|#\d{2,5})(?![\w;])|&amp;amp;"), "a character reference that is not closed"),
)
_MAYBE = re.compile(r"[~\\{\[*&`:^]")
_BOX = re.compile(r"^ *(?:!!!|\?\?\?\+?)(.*)$")
_BOX_RIGHT = re.compile(r'^ (?P<kind>[a-z]+)(?: [a-z -]+)?(?: "[^"]*")?$')
_CODE = re.compile(r"`[^`]*`")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every mark that does not do what it was meant to."""
    fix = f"python3 scripts/build.py check --explain {CODE} shows the forms"
    for passage in tree.written_passages:
        if _MAYBE.search(passage.text):
            for offset, message in sorted(set(_left(passage))):
                yield Found(passage.position(offset), message, fix)
    for page in tree.written.values():
        for number, line in page.open_lines:
            if match := _BOX.match(line):
                form = _BOX_RIGHT.match(match[1])
                if not form or form["kind"] not in BOXES:
                    kinds = ", ".join(sorted(BOXES))
                    yield Found(
                        page.at(number), "no box of this kind, or not in this form", f'!!! kind "title": {kinds}'
                    )
                below = next((text for text in page.lines[number:] if text.strip()), "")
                if len(below) - len(below.lstrip(" ")) < len(line) - len(line.lstrip(" ")) + INDENT:
                    yield Found(page.at(number), "this box is empty", f"indent its text by {INDENT} spaces")


def _left(passage: Passage) -> Iterator[tuple[int, str]]:
    text = passage.text
    if "`" in text:
        text = _CODE.sub(lambda match: f"`{'x' * (len(match[0]) - 2)}`", text)
    for sign, pattern, message in _MARKS:
        for match in pattern.finditer(text) if sign in text else ():
            if sign != "][" or not _defined(passage, match[0]):
                yield match.start(), message
    if text.count("`") % 2:
        yield text.index("`"), "code that is not closed"
    if "**" in text:
        yield from _bold(text)


def _defined(passage: Passage, link: str) -> bool:
    """Whether the page says where a link by reference leads: ``[words][label]`` and ``[label]: address``."""
    words, _, label = link[1:-1].partition("][")
    return passage.page is not None and f"\n[{(label or words).lower()}]: " in passage.page.text.lower()


def _bold(text: str) -> Iterator[tuple[int, str]]:
    marks = [match.start() for match in re.finditer(r"(?<!\\)\*\*", text)]
    if len(marks) % 2:
        yield marks[-1], "bold that is not closed"
        return
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        before, begins = text[first - 1 : first], text[first + 2 : first + 3]
        ends, after = text[last - 1 : last], text[last + 2 : last + 3]
        if begins.isspace() or ends.isspace():
            yield first, "bold with a space inside its marks is not shown as bold"
        elif after.isalnum() and not ends.isalnum() or before.isalnum() and not begins.isalnum():
            yield first, "bold between punctuation and a letter is not shown as bold"
