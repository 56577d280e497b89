"""The scripts of the pages as readers get them: without comments, which would cost every reader 8 KB, and whole, with
what they import in them, so that a page, or who acts on it, waits for one file.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Container, Mapping
from pathlib import Path

from .unsent import NotSent

FOLDER = "assets/js"
FIRST = "guide.js"
# That of an address without a language, see share/short_pages.
SHORT = "share/short.js"
# Only comments that have their lines to themselves (and types): what looks like one inside a string or a pattern stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)[ \t]*\n", re.M)
# Types stand inside lines, and look like nothing that a script would say.
_TYPE = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")
_IMPORT = re.compile(r"^import \{\s*(\w+(?:,\s+\w+)*),?\s*\} from \"(\.[\w./-]+\.js)\";\n", re.M)
_OTHER_IMPORT = re.compile(r"^(?:import|export)\b(?! (?:async )?(?:function|class|const|let) ).*", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.M)
_CALLED = re.compile(r"\b(?:has|near)\(\"([^\"]+)\", \(\) => called\(\"\./([\w/-]+\.js)\"\)")
_LATER = re.compile(r"\b(import|called)\(\"(\.[\w./-]+\.js)\"\)")
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.M)
_SPACE = re.compile(r"^\s+", re.M)


# As ``words.py`` writes them, and as scripts show one: words.copy, wordsOf(own).inOwnLanguage.
_WORDS = re.compile(r"^const WORDS = (\{.*?\});$", re.M | re.S)
_SHOWN = re.compile(r"\bwords(?:Of\(\w+\))?\.(\w+)")


def strip_comments(target: Path) -> None:
    """Take the comments out of every script of a rendered site."""
    for file in (target / FOLDER).rglob("*.js"):
        file.write_text(without_comments(file.read_text("utf-8")), encoding="utf-8")


def without_comments(script: str) -> str:
    """The script without the comments that fill whole lines, and without types."""
    return _TYPE.sub("", _COMMENT.sub("", script))


def without_space(script: str) -> str:
    """The script without indents and empty lines; one in which a text in backticks spans lines stays as it is."""
    return script if any(line.count("`") % 2 for line in script.splitlines()) else _SPACE.sub("", script)


def at_once(target: Path) -> list[tuple[str, Path]]:
    """The scripts that a page asks for by itself where something is on it, each with the selector of that."""
    folder = target / FOLDER
    return [(selector, folder / name) for selector, name in _CALLED.findall((folder / FIRST).read_text("utf-8"))]


def by_selector(target: Path) -> dict[str, set[Path]]:
    """The scripts that work on what a selector names, called for at once or by those; of a folder, all of it."""
    called: dict[str, set[Path]] = {}
    for selector, file in at_once(target):
        alone = file.parent == target / FOLDER
        called.setdefault(selector, set()).update([file] if alone else file.parent.rglob("*.js"))
    return called


def gather_scripts(target: Path) -> None:
    """Put what they import into the first script of every page and into those that are called for, in a rendered site.

    What nothing asks for by itself then is not sent.

    Raises:
        NotSent: where one imports what is not there, or cannot be put into another.
    """
    folder = target / FOLDER
    texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.js")}
    called: set[str] = set()
    for name, text in texts.items():
        for _, address in _LATER.findall(text):
            called.add(_known(_there(name, address), texts, name, address))
    inside: set[str] = set()
    for whole in sorted({FIRST, SHORT} & texts.keys() | called):
        script, held = gathered(whole, texts)
        inside |= held - {whole}
        (folder / whole).write_text(without_space(with_its_words(script)), encoding="utf-8")
    for name in inside - called:
        (folder / name).unlink()


def _known(wanted: str, known: Container[str], name: str, address: str) -> str:
    """The path ``wanted``, for which the script ``name`` asks by ``address``, where there is such a script."""
    if wanted not in known:
        raise NotSent(f"{FOLDER}/{name}", f"there is no {FOLDER}/{wanted}", near=f'"{address}"')
    return wanted


def _there(name: str, address: str) -> str:
    """What an address in a script names, from the folder of scripts."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def with_its_words(script: str) -> str:
    """A script that holds the words of all scripts with only those that it shows, of every language."""
    shown = set(_SHOWN.findall(script))

    def fewer(match: re.Match) -> str:
        words = {
            tag: {key: word for key, word in all_words.items() if key in shown}
            for tag, all_words in json.loads(match[1]).items()
        }
        return f"const WORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};"

    return _WORDS.sub(fewer, script, count=1)


def without_words(script: str) -> str:
    """The script without the words of all scripts: what readers read names nothing on a page."""
    return _WORDS.sub("", script)


def gathered(first: str, modules: Mapping[str, str]) -> tuple[str, set[str]]:
    """A module with those it imports in front of it, each once, as one module, which exports what the first one does.

    Each names what it imports (``import { a } from "./a.js"``); no name is declared twice. ``first`` and the names of
    ``modules`` are paths from the folder of scripts, ``share/a.js``. With it come the paths of all that are in it.

    Raises:
        NotSent: where they do anything else, or import what is not there.
    """
    whole: dict[str, str] = {}
    owners: dict[str, str] = {}

    def add(name: str) -> None:
        text = modules[name]
        whole[name] = ""

        def later(match: re.Match) -> str:
            # Named from where the first module stands.
            address = posixpath.relpath(_there(name, match[2]), posixpath.dirname(first) or ".")
            return f'{match[1]}("{address if address.startswith(".") else f"./{address}"}")'

        for _, address in _IMPORT.findall(text):
            if (wanted := _known(_there(name, address), modules, name, address)) not in whole:
                add(wanted)
        body = _LATER.sub(later, _IMPORT.sub("", text))
        if other := _OTHER_IMPORT.search(body):
            raise NotSent(f"{FOLDER}/{name}", f"this cannot be put into {first}: {other[0]}", near=other[0])
        for declared in _NAME.findall(body):
            if (owner := owners.setdefault(declared, name)) != name:
                message = f"{declared} is declared in {owner} too, and both go into {first}"
                raise NotSent(f"{FOLDER}/{name}", message, near=f" {declared}")
        # At the end: what it imports stands before it.
        del whole[name]
        whole[name] = (body if name == first else _EXPORT.sub("", body)).strip("\n")

    add(first)
    return "\n".join(whole.values()) + "\n", set(whole)
