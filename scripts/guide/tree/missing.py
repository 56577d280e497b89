"""What the languages in work still lack, counted: pages, words of the interface, texts of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..languages import FOR_RULES, Language
from ..model.language import paths
from .layout import DATA
from .tree import Tree

LINES = 30
"""The most lines that are told, of all languages together."""
_NEVER_LENT = FOR_RULES | {"months", "made"}
"""Parts of a file of words for which those of no other language stand in."""


def missing(tree: Tree) -> list[str]:
    """A summary of at most ``LINES`` lines; empty where every language is released."""
    languages = tree.in_work
    most = LINES // len(languages) if languages else 0
    return [line for language in languages for line in _cut(list(_of(tree, language)), most)]


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], f"    … and {len(lines) - most + 1} lines more"]


def _of(tree: Tree, language: Language) -> Iterator[str]:
    default = tree.config.default.code
    wanted = [name for code, name in tree.pages if code == default]
    pages = [name for name in tree.names if name in wanted and (language.code, name) not in tree.pages]
    keys = [".".join(path) for path in paths() if path[0] not in _NEVER_LENT]
    words = [key for key in keys if key not in language.words]
    others = tree.language(default).words.keys() - language.words.keys()
    silent = sum(key.partition(".")[0] in FOR_RULES for key in others)
    texts: Counter[str] = Counter()
    for item in tree.loaded:
        texts[_place(item.path)] += item.absent[language.code]
    yield (
        f"{language.code} {language.name} is in work: {len(pages)} of {len(wanted)} pages, {len(words)} of {len(keys)} "
        f"words and {texts.total()} texts are missing and shown in {tree.language(default).name}"
    )
    yield from _counted("page", Counter(name.partition("/")[0] if "/" in name else name for name in pages))
    yield from _counted("word", Counter(key.partition(".")[0] for key in words))
    yield from _counted("text", texts)
    if silent:
        yield f"    {silent} list{'s' * (silent != 1)} that only rules read: without them they find less"


def _counted(what: str, places: Counter[str]) -> Iterator[str]:
    for place, count in places.most_common():
        if count:
            yield f"    {count} {what}{'s' * (count != 1)}: {place}"


def _place(path: str) -> str:
    inside = path.removeprefix(f"{DATA}/")
    return inside.partition("/")[0] if "/" in inside else inside
