"""The scripts of the pages as readers get them: without comments, which would cost every reader 8 KB, and whole, with
what they import in them, so that a page, or who acts on it, waits for one file.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

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


class NotGathered(ValueError):
    """Modules that cannot be put into one file as they are; the message says which and why."""


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
    """
    folder = target / FOLDER
    texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.js")}
    called = {_there(name, address) for name, text in texts.items() for _, address in _LATER.findall(text)}
    inside: set[str] = set()
    for whole in sorted({FIRST, SHORT, *called} & texts.keys()):

        def read(name: str, whole: str = whole) -> str:
            inside.update({name} - {whole})
            return texts[name]

        (folder / whole).write_text(without_space(with_its_words(gathered(whole, read))), encoding="utf-8")
    for name in inside - called:
        (folder / name).unlink()


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


def gathered(first: str, read: Callable[[str], str]) -> str:
    """A module with those it imports in front of it, each once, as one module, which exports what the first one does.

    Each names what it imports (``import { a } from "./a.js"``); no name is declared twice. ``first`` and what ``read``
    is asked for are paths from the folder of scripts, ``share/a.js``.

    Raises:
        NotGathered: where they do anything else.
    """
    whole: dict[str, str] = {}
    owners: dict[str, str] = {}

    def add(name: str) -> None:
        text = read(name)
        whole[name] = ""

        def later(match: re.Match) -> str:
            # Named from where the first module stands.
            address = posixpath.relpath(_there(name, match[2]), posixpath.dirname(first) or ".")
            return f'{match[1]}("{address if address.startswith(".") else f"./{address}"}")'

        for _, address in _IMPORT.findall(text):
            if _there(name, address) not in whole:
                add(_there(name, address))
        body = _LATER.sub(later, _IMPORT.sub("", text))
        if other := _OTHER_IMPORT.search(body):
            raise NotGathered(f"{name}: cannot be put into {first}: {other[0]}")
        for declared in _NAME.findall(body):
            if (owner := owners.setdefault(declared, name)) != name:
                raise NotGathered(f"{name}: {declared} is declared in {owner} too, and both go into {first}")
        # At the end: what it imports stands before it.
        del whole[name]
        whole[name] = (body if name == first else _EXPORT.sub("", body)).strip("\n")

    add(first)
    return "\n".join(whole.values()) + "\n"
