"""What ``mkdocs.yml`` says of languages and navigation: the only place where either is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from .yaml_records import UnreadableYaml, refuse_unbounded


@dataclass(frozen=True)
class Language:
    """A language of the guide. ``code`` is its folder, ``tag`` the BCP 47 tag of its pages."""

    code: str
    tag: str
    name: str
    default: bool


@dataclass(frozen=True)
class NavEntry:
    """One page of the navigation, relative to a language's folder."""

    name: str
    line: int
    column: int


@dataclass(frozen=True)
class Config:
    """The part of ``mkdocs.yml`` that the validator needs."""

    languages: tuple[Language, ...]
    nav: tuple[NavEntry, ...]

    @property
    def default(self) -> Language:
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
    try:
        refuse_unbounded(text, tags=True)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYaml(
            error.problem or "not valid YAML", *((mark.line + 1, mark.column + 1) if mark else ())
        ) from None
    except yaml.YAMLError as error:
        raise UnreadableYaml(str(error).splitlines()[0]) from None
    top = _mapping(node)
    languages = tuple(_languages(top))
    if sum(language.default for language in languages) != 1:
        raise UnreadableYaml("the i18n plugin must name its languages, exactly one of them with default: true")
    if "nav" not in top:
        raise UnreadableYaml("nav is missing")
    return Config(languages, tuple(_nav(top["nav"])))


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _languages(top: dict[str, yaml.Node]):
    plugins = top.get("plugins")
    for plugin in plugins.value if isinstance(plugins, yaml.SequenceNode) else []:
        options = _mapping(_mapping(plugin).get("i18n"))
        listed = options.get("languages")
        for entry in listed.value if isinstance(listed, yaml.SequenceNode) else []:
            keys = {key: value.value for key, value in _mapping(entry).items() if isinstance(value, yaml.ScalarNode)}
            extra = {key: value.value for key, value in _mapping(_mapping(entry).get("extra")).items()}
            code = keys.get("locale", "")
            yield Language(code, extra.get("tag", code), keys.get("name", code), keys.get("default") == "true")


def _nav(node: yaml.Node):
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield NavEntry(node.value, node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _nav(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _nav(value)
