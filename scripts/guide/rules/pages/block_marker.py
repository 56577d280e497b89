"""A generated block is marked wrongly or asks for something that does not exist.

Why: a block that cannot be made leaves a hole in the page.
Fix: write <!-- block:NAME arguments --> alone on its line and close it with <!-- /block -->.

Bad:  <!-- block:contact docomo -->
Good: <!-- block:contacts docomo -->
"""

from ...expand import BlockError, render_block, render_page

CODE = "BL002"
SLUG = "block-marker"


def check(tree):
    """Yield a finding for every marker that does not pair and every block that cannot be made."""
    for page in tree.pages.values():
        for fault in page.block_faults:
            yield page.at(fault.line), fault.message, f"see --explain {CODE}"
        for block, body in render_page(tree, page):
            if body is not None:
                continue
            try:
                render_block(tree, page, block)
            except BlockError as error:
                yield page.at(block.line), str(error), f"see --explain {CODE}"
