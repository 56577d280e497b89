"""Which texts and values are not as somebody read them, and what they said then where git still knows it.

Where it does not, changes that stand near each other are told as one: nobody can say what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.finding import Position
from ..source.yaml import Path as KeyPath
from ..source.yaml import YamlData
from .before import navigation_as_read, record_as_read
from .change import NEAR, Changed, Edit, How, apart
from .changed_pages import of_pages
from .compared import RecordText, as_recorded, compared_languages, differing_places, files, navigation, texts
from .layout import CONFIG
from .loaded import Loaded
from .once import once
from .paired import exchanged, matched, paired
from .tree import Tree
from .versions import page_versions

_JOINT = " · "
"""Between the texts of a part that came or went as a whole."""


@dataclass
class _File:
    """What changed in a file: the texts that stand there now, and the places behind those that are gone."""

    item: Loaded
    changed: dict[KeyPath, RecordText] = field(default_factory=dict)
    gone: list[KeyPath] = field(default_factory=list)
    edits: dict[KeyPath, Edit] = field(default_factory=dict)
    """What the changed texts said; empty where nobody knows."""
    wholes: dict[KeyPath, KeyPath] = field(default_factory=dict)
    """Of a text in a part that is new: the path of the part."""
    others: list[tuple[KeyPath, How, tuple[Edit, ...]]] = field(default_factory=list)
    """Parts that went or moved: what is nearest now, what became of them, and what they say."""


@once
def changes(tree: Tree) -> list[Changed]:
    """Every text and value that is not as it was read, by file."""
    if not tree.compared:
        return []
    found = [*_of_records(tree), *_of_navigation(tree)]
    for model, others in page_versions(tree):
        found += of_pages(tree, model.written, [page.written for page in others])
    return found


# The navigation


def _of_navigation(tree: Tree) -> Iterator[Changed]:
    nav = tree.config.nav
    differing = differing_places(tree, CONFIG, navigation(tree.config))
    before = navigation_as_read(tree) if differing else None
    if before is None:
        lines = [nav[index].line for index, _ in differing]
        yield from (Changed(Position(CONFIG, line)) for line in apart(lines))
        return
    names, was = [entry.name for entry in nav], [entry.name for entry in before.nav]
    for index, how, old, now in _rows(was, names):
        yield Changed(Position(CONFIG, nav[index].line), edits=(Edit("", old, now, "nav"),), how=how)


def _rows(was: list[str], now: list[str]) -> Iterator[tuple[int, How, str, str]]:
    """What became of the rows of a list: the place now, and what stood and stands there."""
    pairs = matched(was, now, str)
    for _, one, other in exchanged(pairs):
        yield one, "moved", *((now[other], now[one]) if one < other else (now[one], now[other]))
    last = 0
    for first, second in pairs:
        last = last if second is None else second
        old, new = "" if first is None else was[first], "" if second is None else now[second]
        if old != new:
            yield last, "gone" if second is None else "new" if first is None else "edited", old, new


# Records and files of words


def _of_records(tree: Tree) -> Iterator[Changed]:
    found: dict[str, _File] = {}
    for item in files(tree):
        if item.path not in tree.compared or as_recorded(tree, item.path, item.text):
            continue
        own = texts(tree, item)
        if differing := differing_places(tree, item.path, [text.hash for text in own]):
            found[item.path] = _known(tree, item, own) or _unknown(item, own, differing)
    words = {item.language: found.get(item.path) for item in tree.loaded if item.language in compared_languages(tree)}
    for file in found.values():
        yield from _of_file(tree, file, words)


def _unknown(item: Loaded, own: list[RecordText], differing: list[tuple[int, bool]]) -> _File:
    """What the hashes alone tell."""
    file = _File(item)
    for place, there in differing:
        index = int(place)
        if there:
            file.changed[own[index].path] = own[index]
        else:
            file.gone.append(own[index].path if own else ())
    return file


def _known(tree: Tree, item: Loaded, own: list[RecordText]) -> _File | None:
    """What the text that was read tells; None where nobody has it."""
    before = record_as_read(tree, item)
    if before is None:
        return None
    file, now = _File(item), {text.path: text for text in own}
    was = {text.path: text for text in texts(tree, before)}
    for pair in paired(before.yaml, item.yaml):
        if pair.moved:
            if _inside(pair.path, now):
                file.others.append((pair.path, "moved", _each(tree, item, pair.path, pair.was, pair.now)))
        elif isinstance(pair.was, str) and isinstance(pair.now, str):
            if pair.path in now and (pair.old not in was or was[pair.old].hash != now[pair.path].hash):
                file.changed[pair.path] = now[pair.path]
                file.edits[pair.path] = Edit(now[pair.path].language, pair.was, pair.now, _called(pair.path))
        else:
            for path in _inside(pair.path, now) if pair.now is not None else ():
                file.changed[path] = now[path]
                file.wholes[path] = pair.path
            if pair.was is not None and _inside(pair.old, was):
                file.others.append((pair.path, "gone", _each(tree, item, pair.old, pair.was, None)))
            file.edits |= {path: Edit(now[path].language, "", "") for path in file.wholes if path not in file.edits}
    return file if file.edits or file.others else None


def _inside(part: KeyPath, paths: Iterable[KeyPath]) -> list[KeyPath]:
    return [path for path in paths if path[: len(part)] == part]


def _called(path: KeyPath) -> str:
    """What a value is called in its record."""
    keys = [key for key in path if isinstance(key, str)]
    return keys[-2] if keys[-1:] == ["value"] and len(keys) > 1 else keys[-1] if keys else ""


def _each(tree: Tree, item: Loaded, path: KeyPath, was: object, now: object) -> tuple[Edit, ...]:
    """What two parts say in each language; where they say nothing in any, their values."""
    before, after = _said(tree, item, path, was), _said(tree, item, path, now)
    # Texts also stand in files of languages that are made from another, or that nothing names yet.
    order = ["", *(own.code for own in tree.languages)]
    codes = sorted(before.keys() | after.keys(), key=lambda code: (code not in order, (*order, code).index(code)))
    return tuple(Edit(code, before.get(code, ""), after.get(code, ""), _called(path)) for code in codes)


def _said(tree: Tree, item: Loaded, path: KeyPath, part: object) -> dict[str, str]:
    codes = compared_languages(tree)
    found: dict[str, list[str]] = {}
    for inside, text in YamlData(part).texts:
        last = (*path, *inside)[-1]
        found.setdefault(item.language or (str(last) if last in codes else ""), []).append(text)
    if len(found) > 1:
        found.pop("", None)
    return {code: _JOINT.join(own) for code, own in found.items()}


def _of_file(tree: Tree, file: _File, words: Mapping[str, _File | None]) -> Iterator[Changed]:
    item = file.item
    told: set[KeyPath] = set()
    alike: list[KeyPath] = []
    for path, text in file.changed.items():
        changed, kept = _versions(tree, item, path, text, words, file)
        if not kept:
            alike.append(path)
        elif path not in told and item.language in ("", changed[0]):
            versions = {code: path if item.language else (*path[:-1], code) for code in changed}
            told |= {*versions.values()}
            of_files = [words.get(code) if item.language else file for code in changed]
            edits = (own.edits.get(versions[code]) for code, own in zip(changed, of_files, strict=True) if own)
            found = tuple(edit for edit in edits if edit and (edit.was or edit.now))
            yield Changed(
                item.position(path), changed, kept, _version_at(tree, item, path, kept[0]), _sources(item, path), found
            )
    if file.edits or file.others:
        yield from _each_told(tree, file, alike)
        return
    lines: list[int] = []
    for path in sorted([*file.gone, *alike], key=lambda path: item.position(path).line):
        place = item.position(path)
        if not lines or place.line - lines[-1] > NEAR:
            yield Changed(place, sources=_sources(item, path))
        lines.append(place.line)


def _each_told(tree: Tree, file: _File, alike: list[KeyPath]) -> Iterator[Changed]:
    """What changed in all versions alike, came, went or moved: each text and part for itself."""
    item = file.item
    units: dict[tuple[KeyPath, How], list[Edit]] = {}
    for path in alike:
        whole = file.wholes.get(path)
        if whole is not None:
            units[whole, "new"] = list(_each(tree, item, whole, None, _at(item.yaml.data, whole)))
        else:
            edit = file.edits[path]
            unit = path[:-1] if edit.language and not item.language else path
            units.setdefault((unit, "edited"), []).append(edit)
    parts = [(path, how, tuple(edits)) for (path, how), edits in units.items()] + file.others
    for path, how, edits in sorted(parts, key=lambda part: item.position(part[0]).line):
        yield Changed(item.position(path), sources=_sources(item, (*path, "")), edits=edits, how=how)


def _at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


def _versions(
    tree: Tree, item: Loaded, path: KeyPath, text: RecordText, words: Mapping[str, _File | None], file: _File
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages in which the text at ``path`` was changed, and those in which it stayed."""
    if not text.language:
        return (), ()
    if item.language:
        there = [code for code in words if path in tree.words[code].yaml.places]
        changed = [code for code in there if (own := words[code]) and path in own.changed]
    else:
        there = [code for code in sorted(compared_languages(tree)) if (*path[:-1], code) in item.yaml.places]
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
        elif not as_recorded(tree, item.path, item.text):
            own = texts(tree, item)
            places = [own[at].path for at, _ in differing_places(tree, item.path, [text.hash for text in own])]
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
