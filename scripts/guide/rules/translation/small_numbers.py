"""A small number that one translation writes in digits and another tells neither in digits nor in a word.

Why: "three wrong entries lock it" and "two wrong entries lock it" cannot both be true; TR004 compares each translation
with the default language only, where the number may be a word.
Fix: write the same number in every version.

Bad:  zh 输错三次, ja 3回間違えると, en two wrong entries
Good: zh 输错三次, ja 3回間違えると, en three wrong entries
"""

from collections.abc import Iterator
from itertools import permutations

from ...model.finding import Found
from ...text.figures import small_figures, untold
from ...tree.aligned import aligned
from ...tree.tree import Tree

CODE = "TR066"
SLUG = "small-numbers"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every small number that another translation does not tell."""
    default = tree.config.default.code
    for text in aligned(tree):
        translations = [code for code in text.texts if code != default]
        if text.free or len(translations) < 2:
            continue
        for one, other in permutations(translations, 2):
            wanted = small_figures(text.texts[one])
            for number in untold(wanted, small_figures(text.texts[other]), text.texts[other]) if wanted else ():
                message = f"lacks the number {number} that {one} has"
                yield Found(text.place(other), message, "write the same number in every version", text.place(one))
