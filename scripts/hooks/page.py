"""MkDocs hooks: each page's other languages, and finished HTML. Thin; the work is in guide.render."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.render.alternates import alternates
from guide.render.finish import after_opening, finished
from guide.source.config import read_config

_languages: dict[str, tuple] = {}


def _of(config) -> tuple:
    path = config.config_file_path
    if path not in _languages:
        _languages[path] = read_config(Path(path)).languages
    return _languages[path]


def on_page_content(html, page, config, files):
    """Label table cells, mark Japanese, and name what leaves the site."""
    return finished(html, config.theme["language"])


def on_page_context(context, page, config, nav):
    """Give the template the same page in every language, and the home page in two parts."""
    context["alternates"] = alternates(page.url, config.site_url, _of(config))
    if page.meta.get("page_type") == "home":
        context["opening"], context["rest"] = after_opening(page.content)
    return context
