"""Write files so that each is always whole: beside its place first, then in its place in one step."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, zip_longest
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_END = re.compile(r"\r\n|\n|\r")


class NotWritten(Exception):
    """A file or folder could not be written; what was there before is still there. The message says which and why."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Put ``content`` in the place of the file at ``path``, as UTF-8; its folder is made, a link is followed.

    Whoever reads meanwhile, and whoever is interrupted, has the old file or the new one, never a part.

    Raises:
        NotWritten: where that is not possible; the old file stays as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        place = path.resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        # A file that may not be written is left alone, though its folder would let another take its place.
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError(0, "it is read-only")
        handle, name = tempfile.mkstemp(prefix=f".{place.name[:100]}-", suffix=".new", dir=place.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            beside.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
            beside.replace(place)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except (OSError, RuntimeError, ValueError) as error:
        raise NotWritten(f"{path} was not written ({reason(error)}); what was there before is unchanged") from None


def write_edited(path: Path, text: str) -> None:
    """Put ``text``, whose lines end in ``\\n``, in the place of the text file at ``path``: its lines end as they did.

    A line that is new ends as the one before it.

    Raises:
        NotWritten: as ``write_whole``.
    """
    old = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    write_whole(path, "".join(chain.from_iterable(zip_longest(text.split("\n"), _ends(old, text), fillvalue=""))))


def _ends(old: str, text: str) -> Iterator[str]:
    """The end of each line of ``text`` but the last, which has none."""
    before, now, ends = _END.split(old), text.split("\n"), _END.findall(old)
    more = len(now) - len(before)
    changed = next((n for n, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), len(before))
    end = next(iter(ends), "\n")
    for number in range(len(now) - 1):
        # Lines come or go in one place: behind it all have moved, and what is new there has no end of its own.
        place = number if number < changed else number - more
        if place < len(ends) and (number < changed or place >= changed):
            end = ends[place]
        yield end


def reason(error: BaseException) -> str:
    """Why the system refused, in a few words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_at(folder: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except FileNotFoundError:
        return False


@contextmanager
def alone(folder: Path, busy: str) -> Iterator[None]:
    """Hold ``folder``, which is made, for this process alone; others wait, and print ``busy`` first.

    A process that ends in any way lets go. On a system without such locks nobody waits.

    Raises:
        NotWritten: where the folder cannot be made.
    """
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = -1 if sys.platform == "win32" else os.open(folder, os.O_RDONLY)
        except OSError as error:
            raise NotWritten(f"{folder} cannot be made ({reason(error)})") from None
        try:
            if sys.platform != "win32":
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    print(busy, file=sys.stderr, flush=True)
                    fcntl.flock(handle, fcntl.LOCK_EX)
                # Who held it may have taken the folder away when it was done.
                if not _is_at(folder, handle):
                    continue
            yield
            return
        finally:
            if handle >= 0:
                os.close(handle)
