"""Hand the words of the languages to the renderer: to its configuration, its templates, and the browser."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..languages import Language
from ..share.colours import BAR, BAR_AT_NIGHT
from ..tree.books import epub_name, page_name

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SCRIPT = "assets/js/words.js"
_MODULE = """// Words that only scripts show, by the language of the page. Made from docs/_data/languages/.
const WORDS = {words};

export const wordsOf = (language) => WORDS[language] ?? WORDS[{default}];
export const words = wordsOf(document.documentElement.lang);
"""


def words_module(languages: Sequence[Language]) -> str:
    """The module ``words.js``: what only scripts show, in every language."""
    words = {language.tag: _for_scripts(language) for language in languages}
    default = next(language.tag for language in languages if language.default)
    return _MODULE.format(words=json.dumps(words, ensure_ascii=False, indent=2), default=json.dumps(default))


def _for_scripts(language: Language) -> dict[str, str]:
    """The words of a language by their names in scripts, and how it joins words: # stands for each."""
    words = {_camel(key): word for key, word in language.section("scripts").items()}
    return words | {"pair": language.pair("#", "#"), "joint": language.joined(["#", "#"]).strip("#")}


def _camel(key: str) -> str:
    return re.sub(r"-(\w)", lambda match: match[1].upper(), key)


def for_templates(language: Language, languages: Sequence[Language]) -> dict[str, object]:
    """What templates find under ``config.extra``: tag and prefix of the language, words of the frame, all languages.

    The colours of the bar are there too.
    """
    return {
        "bar": {"light": BAR, "dark": BAR_AT_NIGHT},
        "tag": language.tag,
        "prefix": language.prefix,
        "locale": language.locale,
        "book": page_name(language),
        "epub": epub_name(language),
        "words": _named(language.section("frame")),
        "pair": language.pair("#", "#").split("#"),
        "made": language.words.get("made.notice", ""),
        "theme_words": language.words.get("made.theme", {}),
        "languages": [
            {"tag": other.tag, "prefix": other.prefix, "not_found": _named(other.section("not-found"))}
            for other in languages
        ],
    }


def _named(section: dict[str, str]) -> dict[str, str]:
    return {key.replace("-", "_"): word for key, word in section.items()}


def configure(config: MkDocsConfig, languages: Sequence[Language]) -> None:
    """Give names, navigation and words to the configuration of MkDocs and of its plugin for languages."""
    by_code = {language.code: language for language in languages}
    for entry in config.plugins["i18n"].config.languages:
        language = by_code[entry.locale]
        entry.name = language.name
        entry.site_name = language.word("site.name")
        entry.site_description = language.word("site.description")
        entry.nav_translations = language.section("navigation")
        entry.extra = for_templates(language, languages)
