"""The files as they were when somebody last read them: the newest version that git has of what was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..source.config import Config, parse_config
from ..source.markdown import Page, read_page
from ..source.yaml import UnreadableYaml, read_yaml
from ..text.fingerprint import fingerprint, passages
from .compared import as_recorded, differing_places, navigation, texts
from .layout import CONFIG
from .loaded import Loaded
from .once import once
from .tree import Tree

_READ_IN_FULL = 6
"""Versions of a file whose single texts are compared; of older ones the hash of the whole must be the recorded one."""
_MOST_SEARCHES = 25
"""Files whose older versions are looked through in one run; of others only the newest is."""

F = TypeVar("F", Loaded, Page, Config)


def record_as_read(tree: Tree, item: Loaded) -> Loaded | None:
    """A record or file of words as it was read; None where nobody knows."""

    def read(text: str) -> Loaded:
        return replace(item, text=text, yaml=read_yaml(text), record=None, written=None, faults=[], values={})

    return _newest(
        tree,
        item.path,
        read,
        lambda text: as_recorded(tree, item.path, text),
        lambda own: not differing_places(tree, own.path, [text.hash for text in texts(tree, own)]),
    )


def page_as_read(tree: Tree, page: Page) -> Page | None:
    """A page, as it is written, as it was read; None where nobody knows."""
    return _newest(
        tree,
        page.path,
        _reader(page),
        lambda text: as_recorded(tree, page.path, text),
        lambda own: not differing_places(tree, own.path, [part.hash for part in passages(own)]),
    )


def page_as_translated(tree: Tree, page: Page, recorded: str) -> Page | None:
    """A page as it was when a translation recorded its fingerprint; None where nobody knows."""
    read = _reader(page)
    return _newest(tree, page.path, read, lambda text: fingerprint(read(text)) == recorded, lambda own: False)


def navigation_as_read(tree: Tree) -> Config | None:
    """The configuration when its navigation was last read; None where nobody knows."""
    return _newest(
        tree,
        CONFIG,
        parse_config,
        lambda text: False,
        lambda own: not differing_places(tree, CONFIG, navigation(own)),
    )


def _reader(page: Page) -> Callable[[str], Page]:
    return lambda text: read_page(page.path, page.language, page.name, text)


@once
def _searches(tree: Tree) -> Counter[str]:
    return Counter()


def _newest(
    tree: Tree, path: str, read: Callable[[str], F], whole: Callable[[str], bool], same: Callable[[F], bool]
) -> F | None:
    for age, text in enumerate(tree.earlier(path)):
        if age == 1:
            _searches(tree)[path] += 1
            if len(_searches(tree)) > _MOST_SEARCHES:
                return None
        try:
            if whole(text):
                return read(text)
            if age < _READ_IN_FULL and same(own := read(text)):
                return own
        except (UnreadableYaml, RecursionError):
            continue
    return None
