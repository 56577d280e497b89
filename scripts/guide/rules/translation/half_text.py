"""A version of a text that is far shorter than all others: part of a step or sentence is missing.

Why: what is missing is a condition, a price or a warning that the readers of one language do not get.
Fix: write what is missing, or leave it out of the others too. Words of a screen in 「 」 and what explains them do not
count.

Bad:  zh 关掉数据漫游，换回自己的卡，再删除旧卡。 · en Switch roaming off.
Good: zh 关掉数据漫游，换回自己的卡，再删除旧卡。 · en Switch roaming off, put your own SIM back and delete the old one.
"""

import re
from collections.abc import Iterator
from statistics import median

from ...model.finding import Found
from ...tree.aligned import Aligned, aligned
from ...tree.tree import Tree

CODE = "TR064"
SLUG = "half-text"
RATIO = 0.52
"""A version shorter than this part of every other is told …"""
FEWER = 0.72
"""… or than this part, where it has fewer sentences than they have …"""
LEAST = 36
"""… where at least so many bytes of the default language are missing."""
LONG_ENOUGH = 60
"""Shorter texts say nothing of how the languages compare."""
MANY = 50
"""From so many texts on their lengths say how the languages compare; before, they count alike."""
_QUOTED = re.compile(r"[「“]([^「」“”]*)[」”](?:（[^（）]*）|\s?\([^()]*\))?")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every version that is much shorter than all others."""
    default = tree.config.default.code
    rows = []
    for text in aligned(tree):
        if not text.free and default in text.plain:
            quoted = [{match[1] for match in _QUOTED.finditer(plain)} for plain in text.plain.values()]
            screen = set.intersection(*quoted)
            sizes = {code: _size(plain, screen) for code, plain in text.plain.items()}
            rows.append((text, sizes))
    scale = _scale(default, [sizes for _, sizes in rows])
    for text, sizes in rows:
        even = {code: size / scale.get(code, 1) for code, size in sizes.items()}
        for code, size in even.items():
            other = min(value for key, value in even.items() if key != code)
            ratio = FEWER if _fewer_sentences(text, code) else RATIO
            if size < ratio * other and other - size >= LEAST:
                share = round(100 * size / other)
                message = f"this version is {share} % as long as the others are"
                yield Found(text.place(code), message, "write what is missing in it")


def _fewer_sentences(text: Aligned, code: str) -> bool:
    """Whether the version has fewer sentences than all others, which have the same number of them."""
    counts = {key: text.sentences(key) for key in text.texts}
    others = {count for key, count in counts.items() if key != code}
    return len(others) == 1 and counts[code] < min(others)


def _size(plain: str, screen: set[str]) -> int:
    """Bytes, of which a Han character or kana has three; words of a screen and what explains them are left out."""
    if screen:
        plain = _QUOTED.sub(lambda match: "" if match[1] in screen else match[0], plain)
    return len(plain.encode())


def _scale(default: str, rows: list[dict[str, int]]) -> dict[str, float]:
    """How many bytes of each language say what one of the default language says."""
    shares: dict[str, list[float]] = {}
    for sizes in rows:
        for code, size in sizes.items() if sizes[default] >= LONG_ENOUGH else ():
            shares.setdefault(code, []).append(size / sizes[default])
    return {code: median(values) if len(values) >= MANY else 1 for code, values in shares.items()}
