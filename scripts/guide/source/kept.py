"""What earlier builds made, kept below ``.build/kept/``: what is made from the same is not made again."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from .writing import write_whole

_DAYS = 30
_DIGEST = hashlib.sha256().digest_size
_PACKAGE = Path(__file__).resolve().parents[1]
T = TypeVar("T")


class Kept:
    """Slots in a folder, each with what was made last at a place, and from what; one unused for a month goes.

    Processes that work side by side may share it, each with slots of its own. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None = None):
        self._folder = folder

    def read(self, slot: str, made_from: str) -> bytes | None:
        """What is kept at ``slot``, a path, if it was made from this and is whole; else None."""
        if self._folder is None:
            return None
        file = self._folder / slot
        try:
            data = file.read_bytes()
        except OSError:
            return None
        origin, content_digest, content = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
        # A computer that went down may have left a part of it.
        if origin != _digest(made_from.encode()) or content_digest != _digest(content):
            return None
        # Another process may have deleted it, or its folder may be read-only.
        with suppress(OSError):
            os.utime(file)
        return content

    def write(self, slot: str, made_from: str, content: bytes) -> None:
        """Keep ``content`` at ``slot`` in place of what was there.

        Raises:
            NotWritten: where it cannot be kept.
        """
        if self._folder is not None:
            write_whole(self._folder / slot, _digest(made_from.encode()) + _digest(content) + content)

    def content(self, slot: str, made_from: str, make: Callable[[], bytes]) -> bytes:
        """What ``make`` makes from what ``made_from`` tells, made only where it is not kept.

        Raises:
            NotWritten: where it cannot be kept.
        """
        content = self.read(slot, made_from)
        if content is None:
            content = make()
            self.write(slot, made_from, content)
        return content

    def value(self, slot: str, made_from: str, make: Callable[[], T], worth: Callable[[T], bool] | None = None) -> T:
        """As ``content``, of any value that can be pickled; a changed program or library makes it again.

        With ``worth``, only what it says yes to is kept.

        Raises:
            NotWritten: where it cannot be kept.
        """
        made_from = f"{program()}\n{made_from}"
        if data := self.read(slot, made_from):
            known: T = pickle.loads(data)
            return known
        value = make()
        if worth is None or worth(value):
            self.write(slot, made_from, pickle.dumps(value, 5))
        return value

    def clear(self) -> None:
        """Delete what no build used in a month; what cannot be deleted stays, which harms no build."""
        limit = time.time() - _DAYS * 86_400
        for file in self._folder.rglob("*") if self._folder else ():
            # Another process may be putting a new one in its place, or the folder may be somebody else's.
            with suppress(OSError):
                if file.is_file() and file.stat().st_mtime < limit:
                    file.unlink()


@cache
def program() -> str:
    """What tells this program from any other that may make something else: its code, Python and the libraries."""
    code = (file for file in sorted(_PACKAGE.rglob("*")) if file.is_file() and file.suffix != ".pyc")
    libraries = sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return digest_of(
        [
            ("", sys.version.encode()),
            *((file.relative_to(_PACKAGE).as_posix(), file.read_bytes()) for file in code),
            *((library.name, b"") for library in libraries),
        ]
    )


def digest_of(things: Iterable[tuple[str, bytes]]) -> str:
    """A digest of things, each with its name and content, in their order."""
    digest = hashlib.sha256()
    for name, content in things:
        # The name of a file may be no text.
        digest.update(f"\n{len(name)} {len(content)} {name}\n".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()


def slot_named(folder: str, made_from: str) -> str:
    """A slot in a folder that is named by what is made: another of the same place does not take it."""
    return f"{folder}/{_digest(made_from.encode()).hex()[:32]}"


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
