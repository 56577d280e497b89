"""The checks of the built site: code, slug and what ``--explain`` prints. The work is in ``checks``."""

from __future__ import annotations

from typing import NamedTuple


class SiteCheck(NamedTuple):
    """One check: ``text`` is what a rule has as its docstring."""

    code: str
    slug: str
    text: str


RENDERED_LINK = SiteCheck(
    "ST001",
    "rendered-link",
    """A link, image, script or style of a rendered page, or a file that a stylesheet loads, is not there.

Why: only the built site shows what templates, raw HTML and the renderer's own rules made of a link.
Fix: correct the link in the page, in the block's data or in overrides/; raw HTML needs the address, not the .md file.

Bad:  <a href="../cancel/shop.md">
Good: [shop](../cancel/shop.md)
""",
)
DUPLICATE_ID = SiteCheck(
    "ST002",
    "duplicate-id",
    """An id stands twice on a rendered page.

Why: a link to it leads to the first place only, and a screen reader ties labels to the wrong element.
Fix: rename one of the two; ids of the frame stand in overrides/.

Bad:  ## Costs {#costs} and <span id="costs"></span>
Good: ## Costs {#costs}
""",
)
THIRD_PARTY_REQUEST = SiteCheck(
    "ST003",
    "third-party-request",
    """A rendered page loads something from another host.

Why: the guide promises that opening a page tells nobody else.
Fix: put the file into docs/assets/, or do without it.

Bad:  <script src="https://cdn.example/x.js"></script>
Good: <script type="module" src="assets/js/guide.js"></script>
""",
)
INLINE_CODE = SiteCheck(
    "ST004",
    "inline-code",
    """A rendered page carries an inline script, style or event handler.

Why: a strict content security policy refuses them, and so does a careful reader's browser.
Fix: move it into a file under docs/assets/.

Bad:  <p style="color: red">
Good: <p class="warning">
""",
)
PAGE_HEAD = SiteCheck(
    "ST005",
    "page-head",
    """The language, title or description of a rendered page is missing, wrong or that of another page.

Why: search engines and previews show them, and a screen reader reads the page in that language.
Fix: correct title and first paragraph of the page; the language comes from mkdocs.yml.

Bad:  <html lang="ja"> on an English page
Good: <html lang="en">
""",
)
ALTERNATES = SiteCheck(
    "ST006",
    "alternates",
    """The canonical address of a rendered page or its addresses in other languages are wrong.

Why: search engines send a reader to the wrong language, or to a page that does not exist.
Fix: see overrides/main.html; addresses are absolute, name every language, and x-default is the default language.

Bad:  <link rel="alternate" hreflang="ja" href="../ja/">
Good: <link rel="alternate" hreflang="ja" href="https://guide.example/ja/">
""",
)
MISSING_ALT = SiteCheck(
    "ST007",
    "missing-alt",
    """An image of a rendered page has no alt text.

Why: who cannot see it, or waits for it on a bad network, learns nothing.
Fix: say what the image says; alt="" where it only decorates.

Bad:  <img src="card.svg">
Good: <img src="card.svg" alt="A card with the number on its back">
""",
)

SITE_CHECKS = (
    RENDERED_LINK,
    DUPLICATE_ID,
    THIRD_PARTY_REQUEST,
    INLINE_CODE,
    PAGE_HEAD,
    ALTERNATES,
    MISSING_ALT,
)
