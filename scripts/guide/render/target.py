"""Where a site may be written, and how a new one takes the place of an old one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..tree.layout import DOCS

# Stands in every site that was built here; what has none is nobody's to replace.
MARKER = ".built-guide"
_SOURCES = (DOCS, "overrides", "scripts", "tests", ".git", ".github")


class UnsafeTarget(Exception):
    """The folder must not be written to; the message says why and what to do."""


def check_target(root: Path, target: Path) -> None:
    """Make sure that writing a site into ``target`` destroys nothing but an older site of the tree at ``root``.

    Raises:
        UnsafeTarget: where it is a link, a file, the tree, a parent or a source folder of it, or holds other things.
    """
    tree, place = root.resolve(), target.resolve()
    if target.is_symlink():
        raise UnsafeTarget(f"{target} is a link; name the folder itself with --site-dir")
    if place == tree or place in tree.parents:
        raise UnsafeTarget(f"{target} holds the guide itself; name another folder with --site-dir")
    for name in _SOURCES:
        source = tree / name
        if place == source or source in place.parents:
            raise UnsafeTarget(f"{target} lies in {name}/, which people write; name another folder with --site-dir")
    if not place.exists():
        return
    if not place.is_dir():
        raise UnsafeTarget(f"{target} is a file; name a folder with --site-dir")
    if any(place.iterdir()) and not (place / MARKER).is_file():
        raise UnsafeTarget(
            f"{target} is not empty and holds no site that was built here ({MARKER} is missing); "
            "empty it yourself, or name another folder with --site-dir"
        )


@contextmanager
def replacing(root: Path, target: Path) -> Iterator[Path]:
    """A folder to write a site into, which takes the place of ``target`` at the end; on an error nothing changes.

    Raises:
        UnsafeTarget: see ``check_target``; also where the folder beside ``target`` cannot be written.
    """
    check_target(root, target)
    place = target.resolve()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    except OSError as error:
        raise UnsafeTarget(f"{target} cannot be written ({error.strerror})") from None
    try:
        fresh, old = beside / "new", beside / "old"
        yield fresh
        (fresh / MARKER).touch()
        # Somebody may have put something there while the site was being built.
        check_target(root, target)
        if place.exists():
            place.rename(old)
        try:
            fresh.rename(place)
        except OSError:
            if old.exists():
                old.rename(place)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
