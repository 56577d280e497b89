"""What a page is called."""

from __future__ import annotations

from ..source.markdown import Page
from .markup import strip_markup


def heading_of(page: Page) -> str:
    """The first heading of a page as plain text; empty where it has none."""
    return strip_markup(page.headings[0].text)[0] if page.headings else ""


def title_of(page: Page) -> str:
    """What menus and other pages call it: the ``title`` of its front matter, else its first heading, else its file."""
    return str(page.meta.mapping.get("title") or heading_of(page) or page.name)


def head_title_of(page: Page) -> str:
    """What a search engine, a tab or a sent link calls it: the ``head_title`` of its front matter, else its title."""
    return str(page.meta.mapping.get("head_title") or title_of(page))
