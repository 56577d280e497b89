"""Where a site may be written, and how a new one takes the place of an old one."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..expand.output import BUILD
from ..source.writing import alone, reason
from ..tree.layout import DOCS

# Stands in every site that was built here; what has none is nobody's to replace.
MARKER = ".built-guide"
_SOURCES = (DOCS, "overrides", "scripts", "tests", "maintaining", "schemas", ".git", ".github", BUILD, ".venv")
_NEW, _OLD = "new", "old"
# Of the system calls that let two folders change places in one step, on Linux and on macOS.
_HERE, _EXCHANGE, _SWAP = -100, 2, 2


class UnsafeTarget(Exception):
    """The folder must not be written to; the message says why and what to do."""


def check_target(root: Path, target: Path) -> None:
    """Make sure that writing a site into ``target`` destroys nothing but an older site of the tree at ``root``.

    Raises:
        UnsafeTarget: where it is a link, a file, the tree, a parent or a source folder of it, or holds other things.
    """
    try:
        _check(root.resolve(), target, target.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise UnsafeTarget(f"{target} cannot be written ({reason(error)}); name another with --site-dir") from None


def _check(tree: Path, target: Path, place: Path) -> None:
    if target.is_symlink():
        raise UnsafeTarget(f"{target} is a link; name the folder itself with --site-dir")
    if any(_same(place, part) for part in (tree, *tree.parents)):
        raise UnsafeTarget(f"{target} holds the guide itself; name another folder with --site-dir")
    for name in _SOURCES:
        if any(_same(part, tree / name) for part in (place, *place.parents)):
            raise UnsafeTarget(f"{target} lies in {name}/ of the guide; name another folder with --site-dir")
    if not place.exists():
        return
    if not place.is_dir():
        raise UnsafeTarget(f"{target} is a file; name a folder with --site-dir")
    if any(place.iterdir()) and not (place / MARKER).is_file():
        raise UnsafeTarget(
            f"{target} is not empty and holds no site that was built here ({MARKER} is missing); "
            "empty it yourself, or name another folder with --site-dir"
        )


def _same(one: Path, other: Path) -> bool:
    # By what is on the disk too: some systems take Docs for docs.
    return one == other or one.exists() and other.exists() and one.samefile(other)


@contextmanager
def replacing(root: Path, target: Path) -> Iterator[Path]:
    """A folder to write a site into, which takes the place of ``target`` at the end; on an error nothing changes.

    At every moment a whole site stands at ``target``, if one stood there: also when the process is killed. What such
    a process left beside it goes. A second process that writes to the same place waits.

    Raises:
        UnsafeTarget: see ``check_target``.
        NotWritten: where the folder beside it cannot be made.
        OSError: where what is left there cannot be deleted, or the new folder cannot take the place.
    """
    check_target(root, target)
    place = target.resolve()
    beside = place.with_name(f".{place.name}.building")
    with alone(beside, f"another build writes to {target}; waiting for it to end (Ctrl-C stops waiting)"):
        fresh, old = beside / _NEW, beside / _OLD
        _clear(place, fresh, old)
        try:
            yield fresh
            fresh.mkdir(exist_ok=True)
            (fresh / MARKER).touch()
            # Somebody may have put something there while the site was being built.
            check_target(root, target)
            _swap(fresh, place, old)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
            # What somebody else put there stays, and the folder with it.
            with suppress(OSError):
                beside.rmdir()


def _clear(place: Path, fresh: Path, old: Path) -> None:
    if (old / MARKER).is_file() and not place.exists():
        old.rename(place)
    for left in (fresh, old):
        if left.exists():
            shutil.rmtree(left)


def _swap(fresh: Path, place: Path, old: Path) -> None:
    if not place.exists():
        fresh.rename(place)
    elif not _exchanged(fresh, place):
        # Not on every system and disk: for a moment nothing stands there, and the next build would put it back.
        place.rename(old)
        try:
            fresh.rename(place)
        except OSError:
            old.rename(place)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if hasattr(system, "renameat2"):
            return system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0
        if hasattr(system, "renamex_np"):
            return system.renamex_np(names[0], names[1], _SWAP) == 0
    except (OSError, TypeError):
        pass
    return False
