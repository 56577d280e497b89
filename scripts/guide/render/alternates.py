"""Addresses of one page in every language."""

from __future__ import annotations

from dataclasses import dataclass

from ..languages import Language
from ..tree.addresses import in_language


@dataclass(frozen=True)
class Alternate:
    """The same page in one language: ``path`` from the site's root, ``url`` absolute."""

    tag: str
    name: str
    short: str
    path: str
    url: str
    default: bool


def bare(path: str, languages: tuple[Language, ...]) -> str:
    """The path of a page without its language's folder."""
    first, _, rest = path.partition("/")
    return rest if first in {lang.code for lang in languages if not lang.default} else path


def alternates(path: str, site_url: str, languages: tuple[Language, ...]) -> list[Alternate]:
    """The page at ``path`` in every language, the default language first."""
    common = bare("" if path in (".", "./") else path, languages)
    base = site_url.rstrip("/") + "/"
    return [
        Alternate(
            lang.tag, lang.name, lang.short, in_language(common, lang), base + in_language(common, lang), lang.default
        )
        for lang in languages
    ]
