"""What each text and value said when somebody last read it beside its source and its other versions.

``docs/_data/compared.txt`` holds it, a line for each file: the path, a hash of the whole, and in a row a short hash of
every text and value, in the order of the file. The row is looked at where the whole has changed. A change is made in
good faith or in a hurry; the row tells that it was made, and whether all versions were changed or some of them. Whoever
read it again says so with ``build.py confirm``, which writes the line.

Git keeps the lines of both sides when it merges (.gitattributes): what either side has read counts as read, and the
next writing leaves one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..languages import FOR_RULES
from ..model.finding import Position
from ..source.markdown import Page
from ..source.writing import write_whole
from ..source.yaml import Path as KeyPath
from ..text.fingerprint import (
    WHOLE,
    Part,
    cut,
    differing,
    file_hash,
    fingerprint,
    has_own_text,
    passages,
    value_hash,
    words_hash,
)
from .layout import COMPARED, CONFIG, DATA
from .loaded import Loaded
from .once import once
from .tree import Tree
from .versions import page_versions

_HEAD = "# What texts and values said when last confirmed. Written by build.py confirm, for TR069 and FS029.\n"
_LISTED_ELSEWHERE = f"{DATA}/suppressions.yml"
_LOOKED_AT = "seen"
_NEAR = 5
"""Lines within which changes are told as one."""


@dataclass(frozen=True)
class Changed:
    """A text or value that is not as it was read. ``changed`` and ``kept`` name its versions by language."""

    place: Position
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """The versions that stayed; empty where all were changed, or where there is one."""
    other: Position | None = None
    sources: tuple[str, ...] = ()
    """The sources on which it rests."""


@dataclass(frozen=True)
class _Text:
    """One text or value of a record, and its version's language where it has others."""

    path: KeyPath
    hash: str
    language: str = ""


@dataclass
class _File:
    """What changed in a file: the texts that stand there now, and the places behind those that are gone."""

    item: Loaded
    changed: dict[KeyPath, _Text] = field(default_factory=dict)
    gone: list[KeyPath] = field(default_factory=list)


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
    new = [item.path for item in _files(tree) if item.path not in tree.compared and _texts(tree, item)]
    pages = [page.path for page in _pages(tree) if page.path not in tree.compared]
    first: dict[str, str] = {}
    for path in (*new, *pages):
        first.setdefault(command(tree, path), path)
    return {path: run for run, path in first.items()}


@once
def changes(tree: Tree) -> list[Changed]:
    """Every text and value that is not as it was read, near ones as one, by file."""
    if not tree.compared:
        return []
    found = [*_of_records(tree), *_of_navigation(tree)]
    for model, others in page_versions(tree):
        found += _of_pages(tree, model.written, [page.written for page in others])
    return found


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
    return path in tree.compared and not _differing(tree, path, cut(record.partition(" ")[2]))


def _records(tree: Tree) -> dict[str, str]:
    """The lines as they would be written now, by path."""
    rows = {item.path: (item.text, [text.hash for text in _texts(tree, item)]) for item in _files(tree)}
    rows |= {page.path: (page.text, [part.hash for part in passages(page)]) for page in _pages(tree)}
    rows[CONFIG] = ("", _navigation(tree))
    return {path: f"{file_hash(text)} {''.join(row)}" for path, (text, row) in rows.items() if row}


def _differing(tree: Tree, path: str, now: list[str]) -> list[tuple[int, bool]]:
    """Where the hashes ``now`` of a file differ from all that was recorded for it, by either side of a merge."""
    rows = tree.compared.get(path, [])
    found, *others = [list(differing(cut(row.partition(" ")[2]), now)) for row in rows] or [[]]
    return [place for place in found if all(place in other for other in others)]


def _as_recorded(tree: Tree, path: str, text: str) -> bool:
    whole = f"{file_hash(text)} "
    return any(row.startswith(whole) for row in tree.compared.get(path, ()))


def _pages(tree: Tree) -> list[Page]:
    return [page for (code, _), page in tree.written.items() if code in _codes(tree)]


def _files(tree: Tree) -> list[Loaded]:
    in_work = {language.code for language in tree.in_work}
    return [item for item in tree.loaded if item.path != _LISTED_ELSEWHERE and item.language not in in_work]


@once
def _codes(tree: Tree) -> frozenset[str]:
    """The languages whose versions are compared; what is in work may change alone."""
    return frozenset(language.code for language in tree.languages if language.released)


def _texts(tree: Tree, item: Loaded) -> list[_Text]:
    codes, in_work = _codes(tree), {language.code for language in tree.in_work}
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
            found.append(_Text(path, words_hash(key, text), item.language or str(last)))
        else:
            found.append(_Text(path, value_hash(key, text)))
    return found


def _navigation(tree: Tree) -> list[str]:
    return [value_hash("nav", entry.name) for entry in tree.config.nav]


def _of_navigation(tree: Tree) -> Iterator[Changed]:
    nav = tree.config.nav
    lines = [nav[index].line for index, _ in _differing(tree, CONFIG, _navigation(tree))]
    yield from (Changed(Position(CONFIG, line)) for line in _apart(lines))


def _apart(lines: list[int]) -> list[int]:
    """The lines that do not stand near the one before."""
    lines = sorted(set(lines))
    return [line for before, line in zip([-_NEAR, *lines], lines, strict=False) if line - before > _NEAR]


def _of_records(tree: Tree) -> Iterator[Changed]:
    files: dict[str, _File] = {}
    for item in _files(tree):
        if item.path not in tree.compared or _as_recorded(tree, item.path, item.text):
            continue
        texts = _texts(tree, item)
        files[item.path] = file = _File(item)
        for index, there in _differing(tree, item.path, [text.hash for text in texts]):
            if there:
                file.changed[texts[index].path] = texts[index]
            else:
                file.gone.append(texts[index].path if texts else ())
    words = {item.language: files.get(item.path) for item in tree.loaded if item.language in _codes(tree)}
    for file in files.values():
        yield from _of_file(tree, file, words)


def _of_file(tree: Tree, file: _File, words: dict[str, _File | None]) -> Iterator[Changed]:
    item = file.item
    told: set[KeyPath] = set()
    alike: list[KeyPath] = list(file.gone)
    for path, text in file.changed.items():
        changed, kept = _versions(tree, item, path, text, words, file)
        if not kept:
            alike.append(path)
        elif path not in told and item.language in ("", changed[0]):
            told |= {(*path[:-1], code) for code in changed} if not item.language else {path}
            yield Changed(item.position(path), changed, kept, _version_at(tree, item, path, kept[0]))
    lines: list[int] = []
    for path in sorted(alike, key=lambda path: item.position(path).line):
        place = item.position(path)
        if not lines or place.line - lines[-1] > _NEAR:
            yield Changed(place, sources=_sources(item, path))
        lines.append(place.line)


def _versions(
    tree: Tree, item: Loaded, path: KeyPath, text: _Text, words: dict[str, _File | None], file: _File
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages in which the text at ``path`` was changed, and those in which it stayed."""
    if not text.language:
        return (), ()
    if item.language:
        there = [code for code in words if path in tree.words[code].yaml.places]
        changed = [code for code in there if (own := words[code]) and path in own.changed]
    else:
        there = [code for code in sorted(_codes(tree)) if (*path[:-1], code) in item.yaml.places]
        changed = [code for code in there if (*path[:-1], code) in file.changed]
    return tuple(changed), tuple(code for code in there if code not in changed)


def _version_at(tree: Tree, item: Loaded, path: KeyPath, code: str) -> Position:
    return tree.words[code].position(path) if item.language else item.position((*path[:-1], code))


@once
def fresh_sources(tree: Tree) -> frozenset[str]:
    """The sources that were added or changed since their files were read."""
    fresh: set[str] = set()
    for item in tree.publishers.values():
        if item.path not in tree.compared:
            fresh.update(place.id for place in tree.source_places if place.item is item)
        elif not _as_recorded(tree, item.path, item.text):
            texts = _texts(tree, item)
            places = [texts[index].path for index, _ in _differing(tree, item.path, [text.hash for text in texts])]
            fresh.update(str(path[1]) for path in places if path[:1] == ("sources",) and len(path) > 1)
    return frozenset(fresh)


def _sources(item: Loaded, path: KeyPath) -> tuple[str, ...]:
    """The sources that the nearest part around ``path`` names; of a source, itself."""
    around: list[Any] = [item.yaml.data]
    for key in path[:-1]:
        around.append(around[-1][key])
    for value in reversed(around):
        listed = value.get("sources") if isinstance(value, dict) else None
        if isinstance(listed, list):
            return tuple(key for key in listed if isinstance(key, str))
        if isinstance(listed, dict):
            return tuple(str(key) for key in path[1:2])
    return ()


def _of_pages(tree: Tree, model: Page, others: list[Page]) -> Iterator[Changed]:
    others = [page for page in others if page.path in tree.compared]
    if model.path not in tree.compared:
        return
    parts = {page.language: _changed_parts(tree, page) for page in (model, *others)}
    if not any(parts.values()):
        return
    current, own_text = fingerprint(model), has_own_text(model)
    in_step = [not own_text or page.meta.mapping.get(WHOLE) == current for page in others]
    sections = {code: {part.id for part in found} for code, found in parts.items()}
    alike: list[Part] = []
    for page, follows in zip((model, *others), (True, *in_step), strict=True):
        # Whoever recorded one translation has seen this text; TR005 asks for the others. It tells a translation, too,
        # that is behind.
        if (page is model and any(in_step) and not all(in_step)) or not follows:
            continue
        for part in parts[page.language]:
            kept = tuple(code for code, ids in sections.items() if part.id not in ids)
            if kept:
                changed = tuple(code for code in sections if code not in kept)
                other = _twin(page, model if page is not model else others[0], part)
                yield Changed(page.at(part.line), changed if page is model else (page.language,), kept, other)
            elif page is model:
                alike.append(part)
    for line in _apart([part.line for part in alike]):
        noted = [key for key, number, _ in model.footnotes if line <= number <= line + _NEAR]
        yield Changed(model.at(line), sources=tuple(dict.fromkeys(noted)))


def _changed_parts(tree: Tree, page: Page) -> list[Part]:
    if _as_recorded(tree, page.path, page.text):
        return []
    now = passages(page)
    return [now[index] for index, _ in _differing(tree, page.path, [part.hash for part in now])] if now else []


def _twin(page: Page, other: Page, part: Part) -> Position | None:
    """Where the version of a passage stands on another page: the one at the same place of its section."""
    own = [p.line for p in passages(page) if p.id == part.id]
    theirs = [p.line for p in passages(other) if p.id == part.id]
    return other.at(theirs[min(own.index(part.line), len(theirs) - 1)]) if theirs else None
