"""What is kept for offline reading: the worker, and for each language the list of its files and one pack of them.

A piece of text that stands in several files of a pack stands in it once; the server's compression does the rest. The
worker reads both, see ``docs/assets/js/offline/`` and ``maintaining/decisions/0018-offline.md``.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from functools import partial
from itertools import chain
from pathlib import Path

from ..languages import Language
from ..plan.data import DATA, PAGE
from ..processors import side_by_side
from ..search.index import FOLDER as SEARCH
from ..search.index import INDEX
from ..share.install import MANIFEST
from ..source.kept import Kept
from ..tree.addresses import in_language, page_path, page_paths
from ..tree.short import short_addresses
from ..tree.tree import Tree
from .apart import folders
from .scripts import FOLDER as SCRIPTS
from .scripts import without_comments

FOLDER, WORKER = "offline", "sw.js"
_PARTS = [f"{SCRIPTS}/offline/{name}.js" for name in ("store", "rules", "worker")]
_SHARED = frozenset({".css", ".js", ".svg"})
_IMPORT = re.compile(r"^import [^;]*;\n", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function)\b)", re.M)
# Where pages begin to differ: only a guess, for the pack is right wherever a text is cut.
_CUTS: tuple[str, ...] = (
    "<li",
    "<a ",
    "<div",
    "<p>",
    "<h2",
    "<td",
    "<sup",
    "<span",
    "<section",
    "<nav",
    "<meta",
    "<link",
    "<h3",
)
_CUTS += ("<strong", "<script", "<time", "</a>", "</p>", " · ", 'href="')
_CUTS_BEHIND = ("\n", "}", "; ", '">', "、")
_BETWEEN = "\0"
_HASH = 16


def write_offline(target: Path, tree: Tree, kept: Kept) -> None:
    """Write the worker, lists and packs into the built site at ``target``, which is finished otherwise."""
    (target / WORKER).write_text(worker(tree.root / "docs"), encoding="utf-8")
    (target / _PARTS[-1]).unlink(missing_ok=True)
    folder = target / FOLDER
    folder.mkdir(exist_ok=True)
    shared = [file for file in sorted((target / "assets").rglob("*")) if file.suffix in _SHARED]
    common = {file.relative_to(target).as_posix(): file.read_text("utf-8") for file in shared}

    def write(language: Language) -> None:
        files = common | _own(target, tree, language)
        known = listed(files, leads(tree, language), absent(language))
        (folder / f"{language.code}.list.json").write_text(known, encoding="utf-8")
        pack = partial(packed, files, language.sentence_joint)
        made_from = "\0".join((language.sentence_joint, *chain(*files.items())))
        text = kept.value(f"{FOLDER}/{language.code}", made_from, pack)
        (folder / f"{language.code}.pack.json").write_text(text, encoding="utf-8")

    side_by_side(write, tree.offered)


def worker(docs: Path) -> str:
    """The worker as one classic script: not every browser takes modules there."""
    text = "".join(without_comments((docs / part).read_text("utf-8-sig")) for part in _PARTS)
    return _EXPORT.sub("", _IMPORT.sub("", text))


def _own(target: Path, tree: Tree, language: Language) -> dict[str, str]:
    """The files of one language by path; a page's path is its address."""
    named = [in_language(path, language) for path in page_paths(tree)]
    pages = {path: f"{path}index.html" for own in named for path in (own, *folders(target, own))}
    data = [f"{SEARCH}/{language.code}.{INDEX}", f"{language.prefix}{MANIFEST}"]
    if tree.page(language.code, PAGE) is not None:
        data.append(f"{language.prefix}{posixpath.dirname(PAGE)}/{DATA}")
    return {path: (target / file).read_text("utf-8") for path, file in [*pages.items(), *zip(data, data, strict=True)]}


def leads(tree: Tree, language: Language) -> dict[str, str]:
    """Where the addresses without a language lead in one, by path: the site's first page, and every short address."""
    found = {
        short.path: in_language(page_path(short.page), language) + (f"#{short.anchor}" if short.anchor else "")
        for short in short_addresses(tree)
    }
    return {"": language.prefix} | found if language.prefix else found


def absent(language: Language) -> dict[str, str]:
    """What the worker says of a page that is not saved, with the way to the first one."""
    words = {key: language.word(f"not-found.{name}") for key, name in (("says", "offline"), ("home", "home"))}
    return {"tag": language.tag, **words, "to": language.prefix}


def listed(files: dict[str, str], ways: dict[str, str], said: dict[str, str]) -> str:
    """The list: each file with the hash of its content, where short addresses lead, what is said of what is not saved,
    and a version: the hash of all.
    """
    known = {"files": {path: _hash(text) for path, text in files.items()}, "leads": ways, "absent": said}
    version = _hash(json.dumps(list(known.values())))
    return json.dumps({"version": version, **known}, ensure_ascii=False, separators=(",", ":"))


def packed(files: dict[str, str], joint: str) -> str:
    """The pack: for each path its runs of pieces, then every piece once. ``joint`` stands between two sentences.

    A run is two numbers, the place of its first piece and how many there are; or one below zero: so many that no file
    before it has, which come in their order.
    """
    places: dict[str, int] = {}
    runs: dict[str, list[int]] = {}
    for path, text in files.items():
        own = runs[path] = []
        fresh = known = False
        for piece in _pieces(text, joint):
            place = places.get(piece)
            if place is None:
                places[piece] = len(places)
                own[-1:] = [own[-1] - 1] if fresh else [*own[-1:], -1]
            elif known and own[-2] + own[-1] == place:
                own[-1] += 1
            else:
                own += [place, 1]
            fresh, known = place is None, place is not None
    return _BETWEEN.join([json.dumps(runs, separators=(",", ":")), *places])


def _pieces(text: str, joint: str) -> list[str]:
    for cut in _CUTS:
        text = text.replace(cut, _BETWEEN + cut)
    for cut in (*_CUTS_BEHIND, joint):
        text = text.replace(cut, cut + _BETWEEN)
    return [piece for piece in text.split(_BETWEEN) if piece]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH]
