"""A generated block is marked wrongly or asks for something that does not exist.

Why: a block that cannot be made leaves a hole in the page.
Mend: write <!-- block:NAME arguments --> alone on its line and close it with <!-- /block -->.

Bad:  <!-- block:contact docomo -->
Good: <!-- block:contacts docomo -->
"""

from ..blocks import BlockError, render_block, render_page
from ..finding import Position

CODE = "BL002"
SLUG = "block-marker"


def check(site):
    """Yield a finding for every marker that does not pair and every block that cannot be made."""
    for page in site.pages.values():
        for fault in page.block_faults:
            yield Position(page.path, fault.line), fault.message, f"see --explain {CODE}"
        for block, body in render_page(site, page):
            if body is not None:
                continue
            try:
                render_block(site, page, block)
            except BlockError as error:
                yield Position(page.path, block.line), str(error), f"see --explain {CODE}"
