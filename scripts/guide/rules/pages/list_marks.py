"""A list, table or indented line that the renderer reads as something else than it looks like; two lists in a row.

Why: a list glued to a paragraph is one long line on the screen, a sub-item indented by two is no sub-item, and lines
indented by four become code. Steps lose their numbers. Of two lists without words between, nobody can tell what the
second one is.
Fix: a blank line before a list or table; sub-items and further paragraphs of an item indented by four; "1." and "- ";
words between two lists.

Bad:  先看这些：⏎- 卡 (⏎ is the end of a line)
Good: 先看这些：⏎⏎- 卡
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...source.commonmark import INDENT
from ...source.markdown import Page
from ...tree.tree import Tree

CODE = "NV060"
SLUG = "list-marks"
SAVES = "hole"

_ITEM = re.compile(r"^(?P<indent> *)(?P<mark>[-*+]|(?P<number>\d{1,9})(?P<dot>[.)]))[ \t]+(?P<words>\S.*)$")
# What people write for a list in other programs.
_NO_MARK = re.compile(
    r"^\s*(?:[・•●◦▪■◆‣–—－＊＋](?=\s|\w)|[①-⑳]|[＃｜＞]|\d{1,2}(?:[、．]|\.(?=[^\s\d]))|-(?=[^\s|-])|\t)"
)
_ODD_SPACE = re.compile(r"^\s*(?:[-*+]|\d{1,9}\.|#{1,6})[^\S \t]")
_EMPTY_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s*$")
_BODY = re.compile(r"^ *(?:!!!|\?\?\?\+?|\[\^[^\]\s]+\]:)")
# What may stand directly above a list or table: a heading, a box, a marker of a block, a tag.
_ABOVE = re.compile(r"^ *(?:#{1,6} |!!!|\?\?\?|<|\[\^)")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every line whose place or mark makes it something else."""
    for page in tree.written.values():
        for line, message, fix in _faults(page):
            yield Found(page.at(line), message, fix)


def _faults(page: Page) -> Iterator[tuple[int, str, str]]:
    above, base, in_list, last_indent, fresh = "", 0, False, 0, True
    numbered: dict[int, bool] = {}
    for number, line in page.open_lines:
        if not line.strip():
            above, fresh = "", True
            continue
        indent = len(line) - len(line.lstrip(" "))
        if _BODY.match(line):
            base, in_list = indent + INDENT, False
            above, fresh = line, False
            continue
        if indent < base:
            base = indent // INDENT * INDENT
            in_list = in_list and indent >= INDENT
        item, odd = _ITEM.match(line), None
        depth = indent - base
        if _EMPTY_ITEM.match(line):
            yield number, "an item without words", "write it, or remove it"
        elif _NO_MARK.match(line):
            yield number, "this does not begin an item, heading, row or quotation", 'write "- ", "1. ", "## " or "| "'
        elif odd := _ODD_SPACE.match(line):
            yield number, "the space behind this mark is no ordinary one: the mark is shown as it is", "type it anew"
        if item:
            yield from _item(number, item, above, in_list, depth, last_indent)
            numbered = {place: kind for place, kind in numbered.items() if place <= depth} if in_list else {}
            if not above and numbered.setdefault(depth, bool(item["number"])) != bool(item["number"]):
                yield number, "a list directly behind another one", "write between them what the second one is"
            numbered[depth] = bool(item["number"])
            in_list, last_indent = True, depth
        elif line.lstrip().startswith("|"):
            if above and not above.lstrip().startswith("|") and not _ABOVE.match(above):
                yield number, "a table directly below text is not shown as a table", "leave a blank line before it"
            if not line.rstrip().endswith("|"):
                yield number, "a row of a table that does not end in |", "end the row with |"
            in_list = False
        elif depth >= INDENT and not in_list:
            yield number, "a line indented by four is shown as code", "begin it at the margin"
        elif depth == 0 and fresh:
            # The items below belong to one whose mark only looks like it.
            in_list, last_indent = bool(odd), 0
        above, fresh = line, False


def _item(
    number: int, item: re.Match, above: str, in_list: bool, depth: int, last: int
) -> Iterator[tuple[int, str, str]]:
    blank = "leave a blank line before it"
    if item["dot"] == ")":
        yield number, f'"{item["mark"]}" does not begin a list item', f'write "{item["number"]}."'
    elif above and not _ITEM.match(above) and not _ABOVE.match(above) and not in_list:
        yield number, "a list directly below text is not shown as a list", blank
    elif item["number"] and not in_list and item["number"] != "1":
        yield number, f"a numbered list that begins at {item['number']}", "begin it with 1."
    if item["words"].startswith(("[ ]", "[x]", "[X]")):
        yield number, "a checkbox, which the renderer does not support", "write the item without it"
    if depth % INDENT:
        yield number, f"an item indented by {depth} is not shown as a sub-item", "indent it by four"
    elif depth > last + INDENT or depth and not in_list:
        yield number, f"an item indented by {depth} is shown as code", "indent it by four"
    other = _ITEM.match(above)
    alike = not other or len(other["indent"]) != len(item["indent"]) or bool(other["number"]) == bool(item["number"])
    if not alike:
        yield number, "a numbered item among bullets, or the reverse", "give the list one kind of mark"
