"""The checks of the built site: code, slug and what ``--explain`` prints. The work is in ``checks``."""

from __future__ import annotations

from typing import NamedTuple


class SiteCheck(NamedTuple):
    """One check: ``text`` is what a rule has as its docstring."""

    code: str
    slug: str
    text: str
    saves: str | None = None
    """What it saves the reader from, where that is not what its family does."""


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
    """An id is used twice on a rendered page.

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

Why: the guide promises that opening a page informs nobody else.
Fix: put the file into docs/assets/, or do without it.

Bad:  <script src="https://cdn.example/x.js"></script>
Good: <script type="module" src="assets/js/guide.js"></script>
""",
)
INLINE_CODE = SiteCheck(
    "ST004",
    "inline-code",
    """A rendered page carries an inline script, style or event handler that its own policy does not name by its hash.

Why: the page's content security policy refuses it. The build names what it puts into pages itself, and nothing else.
Fix: move it into a file under docs/assets/.

Bad:  <p style="color: red">
Good: <p class="warning">
""",
    "being-sold",
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

Why: a reader who cannot see it, or who waits for it on a bad network, learns nothing.
Fix: say what the image says; alt="" where it only decorates.

Bad:  <img src="card.svg">
Good: <img src="card.svg" alt="A card with the number on its back">
""",
)
RENDERED_OTHERWISE = SiteCheck(
    "ST008",
    "rendered-otherwise",
    """A list, table, heading, link, footnote, code, box or text is rendered as something else than was written.

Why: the checks and GitHub read the Markdown one way and the renderer another; a list of steps without its numbers or a
row without its last cell is wrong where no other rule looks.
Fix: a blank line before and after every list and table; four spaces for what belongs to an item; "1." and "-" for
items; ``{#id}`` behind a space at the end of a heading; as many cells as the table has columns, ``\\|`` for a bar.

Bad:  Bring these:
      - the SIM card
Good: Bring these:

      - the SIM card
""",
)
RAW_MARK = SiteCheck(
    "ST009",
    "raw-mark",
    """A mark of Markdown or HTML is left on the screen.

Why: the reader sees signs instead of a link, a footnote, a box or emphasis, and often misses the words they hide.
Fix: correct the mark; where the sign itself is meant, write it as code or with a backslash.

Bad:  [the form][nowhere]
Good: [the form](../cancel/online.md)
""",
)
PAGE_OUTLINE = SiteCheck(
    "ST010",
    "page-outline",
    """A page has no or two headings of level 1, skips a level, or has a heading with nothing below.

Why: a reader with a screen reader moves from heading to heading, and a heading with nothing below promises something
that is not there.
Fix: one ``#`` at the top, ``##`` for sections, ``###`` below them; write the section, or leave out its heading.

Bad:  ## Costs {#costs}
      #### Fees {#fees}
Good: ## Costs {#costs}
      ### Fees {#fees}
""",
)
STRAY_HTML = SiteCheck(
    "ST011",
    "stray-html",
    """A tag is not closed, closes nothing or is no element of HTML, or a comment is published.

Why: a browser guesses what was meant; words in angle brackets vanish, and everybody can read a comment.
Fix: close the tag, write ``&lt;`` for a bracket that is meant, and keep remarks out of the page.

Bad:  dial <number>
Good: dial the number
""",
)
RENDERER_WARNING = SiteCheck(
    "ST012",
    "renderer-warning",
    """MkDocs or a plugin warned while it rendered the site.

Why: a link, an anchor or a page of the navigation is not there, or the configuration says what MkDocs does not know.
Fix: correct what the warning names; a site with warnings is not built.

Bad:  nav: - cancel/shopp.md
Good: nav: - cancel/shop.md
""",
)
UNSENT = SiteCheck(
    "ST013",
    "unsent-file",
    """A stylesheet or a script of ``docs/assets`` cannot be put into the pages as it is.

Why: each page gets the rules and modules it needs and no more, so the build has to understand every line of them.
Fix: a rule is ``selectors { property: value }``, in ``@media`` at most; a module imports by name, from files that are
there, what no other module of the same page declares.

Bad:  .note { .button { color: red } }
Good: .note .button { color: red }
""",
)
LED_ELSEWHERE = SiteCheck(
    "ST060",
    "led-elsewhere",
    """A rendered page changes the base of its links, leads on by itself, or sends a form to another host.

Why: the reader is taken away without having asked, or what is typed is sent to somebody else.
Fix: a link that the reader may follow. Only the page of an old address leads on by itself.

Bad:  <meta http-equiv="refresh" content="0; url=https://example.com/">
Good: <a href="https://example.com/">the form of the company</a>
""",
    saves="being-sold",
)

LEFT_OVER = SiteCheck(
    "ST061",
    "left-over",
    """A page of a language that is made from another still has a word or a character of that one.

Why: readers of Traditional Chinese are held up by words of the mainland, and by half a page in other characters.
Fix: a term under made: in the file of the language; words of a third language need their mark, names a line under kept.

Bad:  <p>看視頻</p>
Good: <p>看影片</p>
""",
)

UNMARKED_LANGUAGE = SiteCheck(
    "ST062",
    "unmarked-language",
    """Words of another language stand on a rendered page without their ``lang``.

Why: a screen reader reads them in the voice of the page, so that nobody understands; the browser takes the wrong font.
Fix: 「 」 around what stands on a Japanese screen, else ``<span lang="zh-Hant">…</span>``; names of pages in the
navigation have the marks of their headings. Titles and attributes hold no elements and are not looked at.

Bad:  tap 解約 at the bottom
Good: tap <span lang="ja">解約</span> at the bottom
""",
    "effort",
)

SITE_CHECKS = (
    RENDERED_LINK,
    DUPLICATE_ID,
    THIRD_PARTY_REQUEST,
    INLINE_CODE,
    PAGE_HEAD,
    ALTERNATES,
    MISSING_ALT,
    RENDERED_OTHERWISE,
    RAW_MARK,
    PAGE_OUTLINE,
    STRAY_HTML,
    RENDERER_WARNING,
    UNSENT,
    LED_ELSEWHERE,
    LEFT_OVER,
    UNMARKED_LANGUAGE,
)
