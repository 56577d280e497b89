"""Read a whole tree once: configuration, pages and records, with the place of everything."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from ..languages import IN_WORK, MADE, Language
from ..model.carrier import Carrier
from ..model.finding import Position
from ..model.language import LanguageFile
from ..model.product import Product
from ..model.values import SLUG
from ..source import git, markdown, yaml
from ..source.config import read_config
from ..source.yaml import MAX_BYTES, UnreadableYaml, YamlData
from ..source.yaml_faults import unfinished_merge
from .contents import contents
from .fit import fit
from .layout import ADDRESSES, COMPARED, CONFIG, DOCS, FOLDERS, SHARED, WORDS
from .loaded import Loaded
from .tree import Tree

# A guide that is served is read again at every save, when all its files but one are as they were.
_AS_BEFORE = lru_cache(maxsize=4096)
read_page = _AS_BEFORE(markdown.read_page)
read_yaml = _AS_BEFORE(yaml.read_yaml)
_OTHER_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
"""What other programs call a page, in letters of any size: it would be left out without a word."""
_TEXTS = (".css", ".js", ".json", ".svg")
"""Files beside the pages that the build reads as text."""
# It has no summer time.
_JAPAN = datetime.timezone(datetime.timedelta(hours=9))


class NoTree(Exception):
    """The folder is not a guide: there is nothing to check."""


def day_of_reading() -> datetime.date:
    """Today in Japan, whose day is ahead of that of most machines: what is seen there today is not of the future.

    Where ``SOURCE_DATE_EPOCH`` is set, in seconds, its day there: then two builds of one commit are the same.

    Raises:
        NoTree: where it is no number of seconds, or none that a calendar knows.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return datetime.datetime.now(_JAPAN).date()
    try:
        return datetime.datetime.fromtimestamp(int(seconds), _JAPAN).date()
    except (ValueError, OverflowError, OSError):
        raise NoTree(f'SOURCE_DATE_EPOCH is "{seconds}": give the seconds since 1970, or unset it') from None


def read_files(root: Path, today: datetime.date | None = None) -> Tree:
    """Read the tree at ``root``.

    Raises:
        NoTree: where there is no ``mkdocs.yml`` or ``docs`` folder, or ``mkdocs.yml`` cannot be read.
    """
    before = contents(root)
    tree = _without_files(root, today or day_of_reading())
    tree.contents = before
    # The words of the languages first: they say which languages every text needs.
    for path in sorted(_files(root, tree), key=lambda path: not path.startswith(WORDS)):
        load_file(tree, path)
    return tree


def read_languages(root: Path) -> tuple[Language, ...]:
    """The languages that the tree at ``root`` offers, with their words, and nothing else of it.

    Raises:
        NoTree: as ``read_files`` does.
    """
    tree = _without_files(root, day_of_reading())
    for file in sorted((root / WORDS).glob("*.yml")):
        load_file(tree, f"{WORDS}{file.name}")
    return tree.offered


def _without_files(root: Path, today: datetime.date) -> Tree:
    if not (root / CONFIG).is_file():
        raise NoTree(f"{root / CONFIG} is missing; --root must name a folder with {CONFIG} and {DOCS}/")
    if not (root / DOCS).is_dir():
        raise NoTree(f"{root / DOCS} is missing; --root must name a folder with {CONFIG} and {DOCS}/")
    try:
        config = read_config(root / CONFIG)
    except UnreadableYaml as error:
        raise NoTree(f"{root / CONFIG}:{error.line}:{error.column}: {error}") from None
    return Tree(root, config, today, earlier=partial(git.versions, root))


def load_file(tree: Tree, path: str, text: str | None = None) -> None:
    """Read one file into ``tree``; ``text`` stands in for what the disk holds."""
    parts = path.split("/")
    folders = {language.code for language in tree.offered}
    if len(parts) > 2 and (source := next((own.source for own in tree.offered if own.code == parts[1]), None)):
        fault = f"the pages of {parts[1]} are made from those of {source.code}; edit those, and delete this file"
        tree.unreadable.append((Position(path), fault))
    elif len(parts) > 2 and parts[1] in folders and path.endswith(".md"):
        _load_page(tree, path, parts[1], "/".join(parts[2:]), text)
    elif len(parts) > 2 and parts[1] in folders and path.lower().endswith(_OTHER_PAGES):
        renamed = f"{parts[-1].rpartition('.')[0]}.md"
        tree.unreadable.append((Position(path), f"pages end in .md; rename the file to {renamed}"))
    elif parts[1] == "_data" and path.endswith((".yml", ".yaml")):
        _load_record(tree, path, parts[2:], text)
    elif path == ADDRESSES:
        lines = enumerate((text or _text(tree, path) or "").split("\n"), 1)
        tree.published = {line.strip(): number for number, line in lines if line.startswith("/")}
    elif path == COMPARED:
        rows = ((text if text is not None else _text(tree, path)) or "").split("\n")
        for key, _, record in (row.partition(" ") for row in rows):
            if record and key != "#":
                tree.compared.setdefault(key, []).append(record)
    elif parts[1] not in folders and parts[1] != "_data":
        tree.assets.add("/".join(parts[1:]))
        if path.endswith(_TEXTS):
            _text(tree, path)


def _files(root: Path, tree: Tree) -> Iterator[str]:
    real_root = root.resolve()

    def unread(error: OSError) -> None:
        place = Position(Path(error.filename).relative_to(root).as_posix())
        tree.unreadable.append((place, f"the folder cannot be read: {error.strerror}"))

    for folder, subfolders, files in os.walk(root / DOCS, onerror=unread):
        subfolders.sort()
        for name in subfolders:
            if name.endswith((".md", ".yml", ".yaml")) and not (Path(folder) / name).is_symlink():
                place = Position((Path(folder) / name).relative_to(root).as_posix())
                tree.unreadable.append((place, "a folder where a file should be; rename or delete it"))
        for name in sorted(files + [n for n in subfolders if (Path(folder) / n).is_symlink()]):
            full = Path(folder) / name
            path = full.relative_to(root).as_posix()
            if full.is_symlink():
                try:
                    inside = full.resolve(strict=True).is_relative_to(real_root)
                except (OSError, RuntimeError):
                    inside = False
                if not inside or full.is_dir():
                    tree.unreadable.append(
                        (Position(path), "a link that leads out of the tree, in a circle or nowhere")
                    )
                    continue
            yield path


def _text(tree: Tree, path: str) -> str | None:
    full = tree.root / path
    try:
        if not full.is_file():
            raise OSError("not a regular file")
        if full.stat().st_size > MAX_BYTES:
            raise OSError(f"larger than {MAX_BYTES} bytes")
        return full.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        tree.unreadable.append((Position(path, line, column), "not UTF-8 text; save the file as UTF-8"))
    except OSError as error:
        tree.unreadable.append((Position(path), f"the file cannot be read: {error.strerror or error}"))
    return None


def _load_page(tree: Tree, path: str, language: str, name: str, text: str | None) -> None:
    text = _text(tree, path) if text is None else text
    if text is None:
        return
    if unmerged := unfinished_merge(text):
        tree.unreadable.append((Position(path, *unmerged[1]), unmerged[0]))
        return
    try:
        page = read_page(path, language, name, text)
        _ = page.headings
    except UnreadableYaml as error:
        tree.unreadable.append((Position(path, error.line, error.column), f"front matter: {error}"))
    except RecursionError:
        tree.unreadable.append((Position(path), "nested too deeply to be read"))
    else:
        tree.written[language, name] = page


def _load_record(tree: Tree, path: str, parts: list[str], text: str | None) -> None:
    stem = parts[-1].rsplit(".", 1)[0]
    if len(parts) == 2 and parts[0] in FOLDERS:
        model = FOLDERS[parts[0]]
    elif len(parts) == 1 and stem in SHARED:
        model = SHARED[stem]
    else:
        known = [f"{name}.yml" for name in SHARED] + [f"{name}/<id>.yml" for name in FOLDERS]
        tree.unreadable.append((Position(path), f"no such record file; the guide knows {', '.join(known)}"))
        return
    records = tree.folder(parts[0]) if len(parts) == 2 else tree.shared
    if path.endswith(".yaml"):
        tree.unreadable.append((Position(path), f"records end in .yml; rename the file to {stem}.yml"))
        return
    text = _text(tree, path) if text is None else text
    if text is None:
        return
    try:
        data = read_yaml(text)
    except UnreadableYaml as error:
        tree.unreadable.append((Position(path, error.line, error.column), str(error)))
        tree.unread[path] = text
        return
    if records is tree.words:
        _load_words(tree, stem, path, text, data)
        return
    released = [language.code for language in tree.languages if language.released]
    in_work = [language.code for language in tree.languages if not language.released]
    # The file name is the id: where another stands inside, FS002 tells it, and nothing else goes wrong.
    named = model in (Carrier, Product) and isinstance(data.data, dict) and "id" in data.data
    content = {**data.mapping, "id": stem} if named and re.fullmatch(SLUG, stem) else data.data
    # That such a language is not built is told once, where its words stand.
    unbuilt = tree.words.keys() - {language.code for language in tree.offered}
    record, faults, absent = fit(model, content, released, in_work, unbuilt)
    records[stem] = Loaded(path, text, data, model, record, faults, record, absent=absent)


def _load_words(tree: Tree, code: str, path: str, text: str, data: YamlData) -> None:
    record, faults, _ = fit(LanguageFile, data.data, ())
    tree.words[code] = item = Loaded(path, text, data, LanguageFile, record, faults, record, language=code)
    tree.forget_languages()
    status = data.mapping.get("status")
    complete = next((language.released for language in tree.languages if language.code == code), status != IN_WORK)
    # What a made language's file lacks is made from another's.
    if not complete or status == MADE:
        item.faults = [fault for fault in faults if not fault.missing]
