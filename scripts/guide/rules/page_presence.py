"""A page exists in one language and not in another.

Why: where a page is missing the renderer serves the Chinese text under the other language's address.
Mend: write the missing page; the three versions say the same.

Bad:  docs/zh/after/final-bill.md without docs/en/after/final-bill.md
Good: the same path under docs/zh, docs/ja and docs/en
"""

from ..finding import Position
from ..load.tree import DOCS

CODE = "TR001"
SLUG = "page-presence"


def check(site):
    """Yield a finding, at the version that exists, for every version that does not."""
    for name in site.names:
        present = [site.pages[lang.code, name] for lang in site.languages if (lang.code, name) in site.pages]
        unread = {position.path for position, _ in site.unreadable}
        for language in site.languages:
            path = f"{DOCS}/{language.code}/{name}"
            if (language.code, name) in site.pages or path in unread:
                continue
            first = present[0]
            yield Position(first.path, first.title_line), f"{path} is missing", f"write {path} with the same headings"
