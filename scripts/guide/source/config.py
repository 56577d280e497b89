"""What ``mkdocs.yml`` says of languages and navigation: the only place where either is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .yaml import UnreadableYaml, YamlData, read_yaml


@dataclass(frozen=True)
class Locale:
    """A language as ``mkdocs.yml`` names it: its code, which is its folder, and whether it is the one at the root."""

    code: str
    default: bool
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class NavEntry:
    """One page of the navigation, relative to a language's folder."""

    name: str
    line: int
    column: int


@dataclass(frozen=True)
class Setting:
    """A setting that has another value than the one with which the guide can be built."""

    name: str
    value: str
    wanted: str
    line: int
    column: int


@dataclass(frozen=True)
class Config:
    """The part of ``mkdocs.yml`` that the validator needs."""

    languages: tuple[Locale, ...]
    nav: tuple[NavEntry, ...]
    unfit: tuple[Setting, ...] = ()
    """Settings that stop the build."""
    nav_words: tuple[NavEntry, ...] = ()
    """What the navigation calls its parts: keys whose words stand in the files of the languages."""

    @property
    def default(self) -> Locale:
        """The language at the root of the site."""
        return next(language for language in self.languages if language.default)


def read_config(path: Path) -> Config:
    """Read languages and navigation.

    Raises:
        UnreadableYaml: where the file cannot be read, or names no languages or navigation.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableYaml(str(error).splitlines()[0]) from None
    return parse_config(text)


def parse_config(text: str) -> Config:
    """Languages and navigation in the text of ``mkdocs.yml``.

    Raises:
        UnreadableYaml: as ``read_config``.
    """
    read = read_yaml(text, tags=True)
    top = _mapping(read.data)
    languages = tuple(_languages(top, read))
    if sum(language.default for language in languages) != 1:
        raise UnreadableYaml("the i18n plugin must name its languages, exactly one of them with default: true")
    if "nav" not in top:
        raise UnreadableYaml("nav is missing")
    pages: list[NavEntry] = []
    parts: list[NavEntry] = []
    for is_page, entry in _nav(top["nav"], ("nav",), read):
        (pages if is_page else parts).append(entry)
    return Config(languages, tuple(pages), (*_unfit(read), *_lacking(top, read)), tuple(parts))


_MARKDOWN = "markdown_extensions"
_WANTED: dict[tuple[str | int, ...], str] = {
    ("use_directory_urls",): "true",
    ("docs_dir",): ".build/docs",
    ("theme", "name"): "material",
    ("plugins", 0, "i18n", "docs_structure"): "folder",
    ("plugins", 0, "i18n", "languages", 0, "build"): "true",
}
"""Of settings that may be left out: the one value that they may have. A 0 stands for every place in a list."""


def _unfit(read: YamlData) -> Iterator[Setting]:
    for path, value in read.texts:
        wanted = _WANTED.get(tuple(0 if isinstance(part, int) else part for part in path))
        if wanted is not None and value != wanted:
            yield Setting(str(path[-1]), value, wanted, *read.place(path))


_EXTENSIONS = ("attr_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc")
"""Extensions of Markdown in which every page is written: without one, each page has faults that nobody made there."""


def _lacking(top: dict, read: YamlData) -> Iterator[Setting]:
    named = {name for entry in _listed(top.get(_MARKDOWN)) for name in (entry if isinstance(entry, dict) else [entry])}
    for extension in _EXTENSIONS if named else ():
        if extension not in named:
            yield Setting(_MARKDOWN, f"without {extension}", f"[…, {extension}]", *read.place((_MARKDOWN,)))


def _mapping(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list:
    return value if isinstance(value, list) else []


def _languages(top: dict, read: YamlData) -> Iterator[Locale]:
    for place, plugin in enumerate(_listed(top.get("plugins"))):
        options = _mapping(_mapping(plugin).get("i18n"))
        for index, entry in enumerate(map(_mapping, _listed(options.get("languages")))):
            code = entry.get("locale")
            path = ("plugins", place, "i18n", "languages", index, "locale")
            yield Locale(code if isinstance(code, str) else "", entry.get("default") == "true", *read.place(path))


def _nav(value: object, path: tuple[str | int, ...], read: YamlData) -> Iterator[tuple[bool, NavEntry]]:
    """Whether it is a page, and what stands there: the pages of the navigation, and what its parts are called."""
    if isinstance(value, str):
        if value.endswith(".md"):
            yield True, NavEntry(value, *read.place(path))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _nav(child, (*path, index), read)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield False, NavEntry(str(key), *read.place((*path, key)))
            yield from _nav(child, (*path, key), read)
