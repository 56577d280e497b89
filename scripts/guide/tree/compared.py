"""What each text and value said when somebody last read it beside its source and its other versions.

``docs/_data/compared.txt`` holds it, a line for each file: the path, a hash of the whole, and in a row a short hash of
every text and value, in the order of the file. The row is looked at where the whole has changed. A change is made in
good faith or in a hurry; the row tells that it was made, and whether all versions were changed or some of them. Whoever
read it again says so with ``build.py confirm``, which writes the line.

Git keeps the lines of both sides when it merges (.gitattributes): what either side has read counts as read, and the
next writing leaves one line.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..languages import FOR_RULES
from ..source.config import Config
from ..source.markdown import Page
from ..source.writing import write_whole
from ..source.yaml import Path as KeyPath
from ..text.fingerprint import cut, differing, file_hash, passages, value_hash, words_hash
from .layout import COMPARED, CONFIG, DATA
from .loaded import Loaded
from .once import once
from .tree import Tree

_HEAD = "# What texts and values said when last confirmed. Written by build.py confirm, for TR069 and FS029.\n"
_LISTED_ELSEWHERE = f"{DATA}/suppressions.yml"
_LOOKED_AT = "seen"


@dataclass(frozen=True)
class RecordText:
    """One text or value of a record, and its version's language where it has others."""

    path: KeyPath
    hash: str
    language: str = ""


def command(tree: Tree, path: str) -> str:
    """The command by which somebody says that a file was read: of a page, with all its versions."""
    names = {page.path: page.name for page in tree.written.values()}
    return f"python3 scripts/build.py confirm {names.get(path, path)}"


def unread(tree: Tree) -> dict[str, str]:
    """The new files, each with the command that records it; none where nothing was recorded yet.

    Of a page that is new in every language, the first version.
    """
    if not tree.compared:
        return {}
    new = [item.path for item in files(tree) if item.path not in tree.compared and texts(tree, item)]
    pages = [page.path for page in _pages(tree) if page.path not in tree.compared]
    first: dict[str, str] = {}
    for path in (*new, *pages):
        first.setdefault(command(tree, path), path)
    return {path: run for run, path in first.items()}


def write(tree: Tree, wanted: Collection[str] | None = None) -> bool:
    """Record what the files say now: all, or those at the paths ``wanted``. Says whether anything changed."""
    now = _records(tree)
    fresh = {path: row for path, row in now.items() if wanted is None or path in wanted}
    for path, rows in tree.compared.items() if wanted is not None else ():
        if path in now and path not in fresh:
            # Of two lines that a merge left, one is written: what both sides have read together.
            fresh[path] = now[path] if len(rows) > 1 and _is_read(tree, path, now[path]) else rows[-1]
    fresh = dict(sorted(fresh.items()))
    if {path: [row] for path, row in fresh.items()} == tree.compared:
        return False
    write_whole(tree.root / COMPARED, _HEAD + "".join(f"{path} {row}\n" for path, row in fresh.items()))
    return True


def as_read(tree: Tree) -> set[str]:
    """The paths of the files that say what they said when they were read."""
    if not tree.compared:
        return set()
    return {path for path, record in _records(tree).items() if _is_read(tree, path, record)}


def _is_read(tree: Tree, path: str, record: str) -> bool:
    """Whether a file says what was recorded for it; ``record`` is its line as it would be written now."""
    return path in tree.compared and not differing_places(tree, path, cut(record.partition(" ")[2]))


def _records(tree: Tree) -> dict[str, str]:
    """The lines as they would be written now, by path."""
    rows = {item.path: (item.text, [text.hash for text in texts(tree, item)]) for item in files(tree)}
    rows |= {page.path: (page.text, [part.hash for part in passages(page)]) for page in _pages(tree)}
    rows[CONFIG] = ("", navigation(tree.config))
    return {path: f"{file_hash(text)} {''.join(row)}" for path, (text, row) in rows.items() if row}


def differing_places(tree: Tree, path: str, now: list[str]) -> list[tuple[int, bool]]:
    """Where the hashes ``now`` of a file differ from all that was recorded for it, by either side of a merge."""
    rows = tree.compared.get(path, [])
    found, *others = [list(differing(cut(row.partition(" ")[2]), now)) for row in rows] or [[]]
    return [place for place in found if all(place in other for other in others)]


def as_recorded(tree: Tree, path: str, text: str) -> bool:
    """Whether the text of a file is what was recorded for it, when sources were seen aside."""
    whole = f"{file_hash(text)} "
    return any(row.startswith(whole) for row in tree.compared.get(path, ()))


def _pages(tree: Tree) -> list[Page]:
    return [page for (code, _), page in tree.written.items() if code in compared_languages(tree)]


def files(tree: Tree) -> list[Loaded]:
    """The records and files of words whose texts are recorded."""
    in_work = {language.code for language in tree.in_work}
    return [item for item in tree.loaded if item.path != _LISTED_ELSEWHERE and item.language not in in_work]


@once
def compared_languages(tree: Tree) -> frozenset[str]:
    """The languages whose versions are compared; what is in work may change alone."""
    return frozenset(language.code for language in tree.languages if language.released)


def texts(tree: Tree, item: Loaded) -> list[RecordText]:
    """The texts and values of a file that are recorded, in its order."""
    codes, in_work = compared_languages(tree), {language.code for language in tree.in_work}
    found = []
    for path, text in item.yaml.texts:
        last = path[-1] if path else ""
        # When somebody looks is what should change; words that rules look for are shown to nobody.
        if last == _LOOKED_AT or (item.language and path[:1] and path[0] in FOR_RULES):
            continue
        # In a file of words a language's code is what its speakers are called by.
        if last in in_work and not item.language:
            continue
        key = ".".join([part for part in path if isinstance(part, str)])
        if item.language in codes or last in codes:
            found.append(RecordText(path, words_hash(key, text), item.language or str(last)))
        else:
            found.append(RecordText(path, value_hash(key, text)))
    return found


def navigation(config: Config) -> list[str]:
    """The short hashes of the pages that the navigation names, in its order."""
    return [value_hash("nav", entry.name) for entry in config.nav]
