"""A page of a language that is made from another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from ..languages import Language
from ..source.markdown import Page, read_page
from .books import epub_name, page_name
from .layout import DOCS


def titles_made(words: Mapping[str, object]) -> dict[str, str]:
    """Titles of the head among the words of a language, by the name of the page; none where people write it."""
    titles = words.get("made.titles")
    return titles if isinstance(titles, dict) else {}


def made_page(page: Page, language: Language) -> Page:
    """``page`` in a language that is made from its own; each of its lines comes from where that of ``page`` does."""
    lines = language.converted_page(page.text).split("\n")
    origins, blocks = page.origins, page.made
    if title := titles_made(language.words).get(page.name):
        line = f"head_title: {json.dumps(title, ensure_ascii=False)}"
        if "head_title" in page.meta.mapping:
            lines[page.title_line - 1] = line
        else:
            # Behind the line that opens the front matter, which every expanded page has.
            lines.insert(1, line)
            origins = (origins[0], *origins)
            blocks = tuple(replace(block, line=block.line + 1, end_line=block.end_line + 1) for block in blocks)
    text = _with_own_books("\n".join(lines), language)
    made = read_page(f"{DOCS}/{language.code}/{page.name}", language.code, page.name, text)
    made.expanded_from, made.origins, made.made = page.written, origins, blocks
    return made


def _with_own_books(text: str, language: Language) -> str:
    """``text`` with links to the guide of its own language; pages of the default language stand a folder higher."""
    source = language.source
    if source is None:
        return text
    up = "../" if source.default else ""
    for name in (page_name, epub_name):
        text = text.replace(name(source), up + name(language))
    return text
