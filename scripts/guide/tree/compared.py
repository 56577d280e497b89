"""What the versions of each text said when somebody last compared them.

``docs/_data/compared.txt`` holds it, a line for each record file and each page of the default language: the path, and
short hashes in a row. Of a record, each text has a hash for every language that the line of languages names; of a page,
each passage has one. All words of the interface stand on one line, under their folder, and so do the titles of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ..model.finding import Position
from ..source.writing import write_whole
from ..text.fingerprint import cut, has_own_text, passages, words_hash
from ..text.passages import NO_PROSE
from .layout import COMPARED, WORDS
from .tree import Tree
from .versions import page_versions, written_texts

_HEAD = "# What the versions of texts said when they were last compared. Written by build.py translated, for TR069.\n"
_LANGUAGES = "languages"
TITLES = "titles"
"""The line of the titles of pages."""


@dataclass(frozen=True)
class Side:
    """A text with a hash of its words in each language, in the order of the languages, and where each version is."""

    hashes: tuple[str, ...]
    place: Callable[[str], Position]


@dataclass(frozen=True)
class Changed:
    """A text of which some versions were changed and others were not."""

    changed: tuple[str, ...]
    kept: tuple[str, ...]
    place: Callable[[str], Position]


def compared_languages(tree: Tree) -> list[str]:
    """The languages that were compared; none where nothing was."""
    return tree.compared.get(_LANGUAGES, "").split()


def changed_alone(tree: Tree) -> Iterator[tuple[str, Changed]]:
    """Each text of a record that was changed in some languages and not in the others, with the path of its line."""
    codes = compared_languages(tree)
    if not codes or not {language.code for language in tree.languages} >= set(codes):
        return
    for path, sides in _sides(tree, codes).items():
        record = tree.compared.get(path)
        if record is None or record == "".join("".join(side.hashes) for side in sides):
            continue
        yield from ((path, change) for change in _changes(record, sides, codes))


def _changes(record: str, sides: list[Side], codes: list[str]) -> Iterator[Changed]:
    hashes = cut(record)
    before = [tuple(hashes[start : start + len(codes)]) for start in range(0, len(hashes), len(codes))]
    current = {side.hashes for side in sides}
    known = set(before)
    gone = [old for old in before if old not in current]
    for side in sides:
        if side.hashes in known:
            continue
        # The same text as before is the one that some language still says.
        old = next((old for old in gone if any(map(str.__eq__, old, side.hashes))), None)
        if old:
            pairs = list(zip(codes, old, side.hashes, strict=True))
            changed = tuple(code for code, then, now in pairs if then != now)
            yield Changed(changed, tuple(code for code in codes if code not in changed), side.place)


def _sides(tree: Tree, codes: list[str]) -> dict[str, list[Side]]:
    """Every text of records and of the interface, by the path of its line."""
    found: dict[str, list[Side]] = {}
    for item, path, versions in written_texts(tree):
        if set(codes) <= versions.keys():
            hashes = tuple(words_hash(versions[code]) for code in codes)
            found.setdefault(item.path, []).append(Side(hashes, _place(item.position, path)))
    files = {code: tree.words[code] for code in codes if code in tree.words}
    if len(files) == len(codes):
        shown = {code: dict(item.yaml.texts) for code, item in files.items()}
        for path in shown[codes[0]]:
            if path[0] not in NO_PROSE and all(path in own for own in shown.values()):
                hashes = tuple(words_hash(shown[code][path]) for code in codes)
                place = {code: item.position(path) for code, item in files.items()}
                found.setdefault(WORDS, []).append(Side(hashes, place.__getitem__))
    for model, others in page_versions(tree):
        pages = {page.language: page for page in (model, *others)}
        titles = {code: str(page.meta.mapping.get("title") or "") for code, page in pages.items()}
        if set(codes) <= pages.keys() and all(titles.values()):
            place = {code: pages[code].at(pages[code].title_line) for code in codes}
            hashes = tuple(words_hash(titles[code]) for code in codes)
            found.setdefault(TITLES, []).append(Side(hashes, place.__getitem__))
    return found


def _place(position: Callable[[tuple], Position], path: tuple) -> Callable[[str], Position]:
    return lambda code: position((*path, code))


def write(tree: Tree, wanted: Collection[str] | None = None) -> bool:
    """Record what the versions say now: all, or the lines of the paths ``wanted``. Says whether anything changed."""
    codes = [language.code for language in tree.languages if language.released]
    if compared_languages(tree) != codes:
        wanted = None
    now = {path: "".join("".join(side.hashes) for side in sides) for path, sides in _sides(tree, codes).items()}
    for model, _ in page_versions(tree):
        if has_own_text(model):
            now[model.path] = "".join(part.hash for part in passages(model))
    kept = {path: record for path, record in tree.compared.items() if wanted is not None and path in now}
    rows = kept | {path: record for path, record in now.items() if wanted is None or path in wanted}
    fresh = {_LANGUAGES: " ".join(codes), **dict(sorted(rows.items()))}
    if fresh == tree.compared:
        return False
    write_whole(tree.root / COMPARED, _HEAD + "".join(f"{path} {record}\n" for path, record in fresh.items()))
    return True
