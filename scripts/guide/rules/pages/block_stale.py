"""A generated block differs from what its data makes.

Why: the Markdown is read in the repository too; it must say what the data says, in every language.
Fix: run python scripts/build.py blocks --write. To change what it says, change the data.

Bad:  a phone number corrected by hand inside a block
Good: the number corrected in docs/_data, then blocks --write
"""

from ...expand import render_page

CODE = "BL001"
SLUG = "block-stale"


def check(tree):
    """Yield a finding for every block whose body is not what the data makes now."""
    for page in tree.pages.values():
        if page.block_faults:
            continue
        for block, body in render_page(tree, page):
            if body is not None and tuple(body) != block.body:
                pairs = zip(body, block.body, strict=False)
                offset = next((i for i, (new, old) in enumerate(pairs) if new != old), min(len(body), len(block.body)))
                yield (
                    page.at(min(block.line + 1 + offset, block.end_line)),
                    f"block:{block.name} differs from its data from this line on",
                    "run python scripts/build.py blocks --write",
                )
