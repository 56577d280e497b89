"""A bracket or quotation mark that opens and does not close within its paragraph, or closes what never opened.

Why: the reader cannot see where an aside or a quotation ends, and 「 」 also marks words as Japanese.
Fix: add the missing mark, or remove the one left over. Marks close in the opposite order in which they open.

Bad:  解约（注销要先登录
Good: 解约（注销）要先登录
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "CS004"
SLUG = "paired-marks"
SAVES = "hole"

PAIRS = dict(zip("（(「『“《〈【[〔", "）)」』”》〉】]〕", strict=True))
CLOSING = {close: opening for opening, close in PAIRS.items()}
STRAIGHT = '"'
_MARK = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSING)))}{STRAIGHT}]")
_PAIR = re.compile("|".join(re.escape(opening + close) for opening, close in PAIRS.items()))
# "a) first, b) second" and ":)" open nothing.
_LONE_CLOSING = re.compile(r"(?:^|(?<=[\s，。；、：]))(?:[a-z]|\d{1,2})\)")


def faults(text: str) -> list[tuple[int, str]]:
    """Place and mark of everything in ``text`` that does not pair."""
    marks = "".join(_MARK.findall(text))
    rest = marks.replace(STRAIGHT, "")
    while rest and (shorter := _PAIR.sub("", rest)) != rest:
        rest = shorter
    if not rest and marks.count(STRAIGHT) % 2 == 0:
        return []
    lone = {match.end() - 1 for match in _LONE_CLOSING.finditer(text)}
    opened: list[tuple[int, str]] = []
    wrong = []
    for index, char in enumerate(text):
        if char in PAIRS:
            opened.append((index, char))
        elif char in CLOSING:
            if opened and opened[-1][1] == CLOSING[char]:
                opened.pop()
            elif index not in lone or char != ")":
                # What stands inside is still open: it is the one that lacks its mark.
                if any(mark == CLOSING[char] for _, mark in opened):
                    while opened[-1][1] != CLOSING[char]:
                        wrong.append(opened.pop())
                    opened.pop()
                else:
                    wrong.append((index, char))
    wrong += opened
    straight = [index for index, char in enumerate(text) if char == STRAIGHT]
    if len(straight) % 2:
        wrong.append((straight[-1], STRAIGHT))
    return sorted(wrong)


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every mark without its partner."""
    for passage in tree.passages:
        for index, mark in faults(passage.visible):
            if mark in PAIRS:
                fix = f"add {PAIRS[mark]} or remove {mark}"
                yield Found(passage.at(index), f"{mark} is not closed in this paragraph", fix)
            else:
                partner = CLOSING.get(mark, STRAIGHT)
                yield Found(passage.at(index), f"{mark} closes nothing", f"add {partner} before it or remove {mark}")
