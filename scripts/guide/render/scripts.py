"""The scripts of the pages as readers get them: without comments, which would cost every reader 8 KB, and the first
one whole, so that a page waits for one file; so is what comes when a reader acts.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

FOLDER = "assets/js"
FIRST = "guide.js"
WHOLE = (FIRST, "acted.js")
"""The scripts that hold what they import."""
# Only comments that have their lines to themselves (and types): what looks like one inside a string or a pattern stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)[ \t]*\n", re.M)
# Types stand inside lines, and look like nothing that a script would say.
_TYPE = re.compile(r"/\*\* @type \{[^*\n]*\} \*/ ?")
_IMPORT = re.compile(r"^import \{ (\w+(?:, \w+)*) \} from \"(\.[\w./-]+\.js)\";\n", re.M)
_OTHER_IMPORT = re.compile(r"^(?:import|export)\b(?! (?:async )?(?:function|class|const|let) ).*", re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.M)
_CALLED = re.compile(r"\b(?:has|near)\(\"([^\"]+)\"(?:\)\)|, \(\) =>)\s*\{?\s*import\(\"\./([\w/-]+\.js)\"\)")
_LATER = re.compile(r"\bimport\(\"(\.[\w./-]+\.js)\"\)")
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.M)


# As ``words.py`` writes them, and as scripts show one: words.copy, wordsOf(own).inOwnLanguage.
_WORDS = re.compile(r"^const WORDS = (\{.*?^\});$", re.M | re.S)
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


def by_selector(target: Path) -> dict[str, set[Path]]:
    """The scripts that a page calls for where something is on it, by the selector of that; of a folder, all of it."""
    folder = target / FOLDER
    called: dict[str, set[Path]] = {}
    for selector, name in _CALLED.findall((folder / FIRST).read_text("utf-8")):
        file = folder / name
        called.setdefault(selector, set()).update([file] if file.parent == folder else file.parent.rglob("*.js"))
    return called


def gather_scripts(target: Path) -> None:
    """Put what the scripts that are to be whole import into them, in a rendered site."""
    folder = target / FOLDER
    for whole in WHOLE:
        text = with_its_words(gathered(whole, lambda name: (folder / name).read_text("utf-8")))
        (folder / whole).write_text(text, encoding="utf-8")


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


def gathered(first: str, read: Callable[[str], str]) -> str:
    """A module with those it imports in front of it, each once, as one module.

    Each names what it imports (``import { a } from "./a.js"``); no name is declared twice. ``read`` is asked for paths
    beside the first module, ``share/a.js``.

    Raises:
        NotGathered: where they do anything else.
    """
    whole: dict[str, str] = {}
    owners: dict[str, str] = {}

    def add(name: str) -> None:
        text = read(name)
        whole[name] = ""

        def there(address: str) -> str:
            return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))

        for _, address in _IMPORT.findall(text):
            if there(address) not in whole:
                add(there(address))
        # What is imported later is named from where the first module stands.
        body = _LATER.sub(lambda match: f'import("./{there(match[1])}")', _IMPORT.sub("", text))
        if other := _OTHER_IMPORT.search(body):
            raise NotGathered(f"{name}: cannot be put into {first}: {other[0]}")
        for declared in _NAME.findall(body):
            if (owner := owners.setdefault(declared, name)) != name:
                raise NotGathered(f"{name}: {declared} is declared in {owner} too, and both go into {first}")
        # At the end: what it imports stands before it.
        del whole[name]
        whole[name] = _EXPORT.sub("", body).strip("\n")

    add(first)
    return "\n".join(whole.values()) + "\n"
