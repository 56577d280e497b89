"""MkDocs hooks: words of the languages, each page's other languages, finished HTML. Thin; see guide.render."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.expand.fallback import WRITTEN_IN, noticed
from guide.languages import Language
from guide.render.alternates import alternates
from guide.render.finish import after_opening, finished, named
from guide.render.words import SCRIPT, configure, words_module
from guide.source.yaml import read_yaml
from guide.tree.layout import DATA
from guide.tree.read import read_languages
from guide.tree.short import PHRASES, of_entries, of_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]


@cache
def _languages() -> tuple[Language, ...]:
    return read_languages(ROOT)


@cache
def _by_code() -> dict[str, Language]:
    return {language.code: language for language in _languages()}


@cache
def _entries() -> dict[str, list[str]]:
    """The ids of questions and phrases by the page they stand on: other headings there have no short address."""
    topics, phrases = _shared("faq"), _shared("phrases")
    return {PHRASES: list(phrases)} | {f"faq/{topic['id']}.md": topic["questions"] for topic in topics}


def _shared(name: str) -> Any:
    """The entries of a file that all pages share; none where a guide has no such file."""
    file = ROOT / DATA / f"{name}.yml"
    return read_yaml(file.read_text("utf-8")).data if file.is_file() else []


def _written_in(page: Page, config: MkDocsConfig) -> str:
    """The language a page is written in: of the file that is rendered, which may stand in for a missing one."""
    folder = page.file.src_uri.split("/", 1)[0]
    known = {language.code for language in _languages()}
    return page.meta.get(WRITTEN_IN) or (folder if folder in known else config.theme["language"])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the words of the languages where MkDocs, its plugin and the templates look for them."""
    configure(config, _languages())
    return config


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Label table cells, mark Japanese, name what leaves the site, and say where a page is not translated yet."""
    written, own = _written_in(page, config), config.theme["language"]
    languages = _by_code()
    content = finished(html, languages[written])
    if written == own:
        return content
    return noticed(content, languages[own], languages[written])


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the template the same page in every language, its short address, and the home page in two parts."""
    context["alternates"] = alternates(page.url, config.site_url or "", _languages())
    name = page.file.src_uri.partition("/")[2]
    context["short"], entries = of_page(name), of_entries(name)
    context["short_url"] = f"{(config.site_url or '').rstrip('/')}/{context['short']}" if context["short"] else ""
    context["entries"] = f"{entries}/" if entries else ""
    context["entry_ids"] = _entries().get(name, [])
    if page.meta.get("page_type") == "home":
        context["opening"], context["rest"] = after_opening(page.content or "")
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mark what is in another language in the navigation."""
    return named(output, _by_code()[config.theme["language"]])


def on_post_build(config: MkDocsConfig) -> None:
    """Write the words that scripts show."""
    target = Path(config.site_dir) / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(words_module(_languages()), encoding="utf-8")
