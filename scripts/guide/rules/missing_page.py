"""A link leads to a page or file that does not exist.

Why: a reader in a hurry follows it and finds an error page.
Mend: correct the path. It is relative to the file, ends in .md, and stays in the same language.

Bad:  [docomo](../carriers/docmo.md)
Good: [docomo](../carriers/docomo.md)
"""

import difflib

from ..finding import Position
from .links import internal, page_exists

CODE = "LK001"
SLUG = "missing-page"


def check(site):
    """Yield a finding for every relative link without a target."""
    for page in site.pages.values():
        for link in page.links:
            target = internal(page, link)
            if target is None or target.leaves or page_exists(site, page.language, target.name):
                continue
            if target.name.split("/")[0] in {language.code for language in site.languages}:
                continue
            known = [name for language, name in site.pages if language == page.language] + sorted(site.assets)
            close = difflib.get_close_matches(target.name, known, n=1)
            mend = f"did you mean {close[0]}?" if close else "correct the path or remove the link"
            yield Position(page.path, link.line, link.column), f'the link "{link.target}" leads to no page', mend
