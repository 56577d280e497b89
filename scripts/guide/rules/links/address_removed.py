"""An address that was published is gone, and nothing leads from it to its new place.

Why: friends have sent each other links to pages and headings; a dead link is all they get.
Fix: bring the page or the id back, or name its new place in docs/_data/redirects.yml. An id stays alive with
<span id="old"></span> at its new place on the page. docs/_data/addresses.txt lists what was published.

Bad:  ## Fees {#fees} where the list of addresses has /carriers/docomo/#costs
Good: the same, and in redirects.yml: /carriers/docomo/#costs: /carriers/docomo/#fees
"""

from collections.abc import Iterator

from ...model.finding import Found, Position
from ...tree.addresses import addresses
from ...tree.layout import ADDRESSES, DOCS
from ...tree.tree import Tree

CODE = "LK004"
SLUG = "address-removed"


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every published address without a page, an id or a redirect."""
    present, redirects = addresses(tree), tree.redirects
    for address, line in tree.published.items():
        path = address.partition("#")[0]
        if address in present or address in redirects or path in redirects:
            continue
        listed = Position(ADDRESSES, line)
        if address != path and path not in present:
            continue  # the page itself is gone, and that is a finding of its own
        fix = f"bring it back, or add a line with its new place to {DOCS}/_data/redirects.yml, like {address}: /cancel/"
        if address == path:
            yield Found(listed, f"the page {address} was published and is gone", fix)
        else:
            page = tree.pages[tree.config.default.code, present[path]]
            message = f"#{address.partition('#')[2]} was published and is gone from {path}"
            yield Found(page.at(page.title_line), message, fix, listed)
