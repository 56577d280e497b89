"""The expanded tree on disk: whole Markdown and the files beside it, for any renderer and for whoever reads it."""

from __future__ import annotations

import re
import shutil
from codecs import BOM_UTF8
from pathlib import Path
from urllib.parse import unquote

from ..source.writing import NotWritten, reason, write_whole
from ..tree.layout import DOCS
from ..tree.tree import Tree
from .fallback import stand_ins

BUILD = ".build"
EXPANDED = f"{BUILD}/docs"
KEPT = f"{BUILD}/kept"
"""What one build leaves for the next: see ``source.kept``."""
_ENCODED = re.compile(r"(?<=\]\()[^\s():]*#(?:[\w-]|%(?:[46][1-9A-F]|[57][0-9A]|3[0-9]|2D|5F))+(?=\))", re.A | re.I)
"""A link inside the guide whose anchor has letters, digits or hyphens in the form of %63."""


def write_tree(tree: Tree, target: Path) -> None:
    """Write the expanded pages and all files beside them below ``target``; what no longer belongs there goes.

    Raises:
        NotWritten: where that is not possible, or ``target`` or its parent is a link.
    """
    for folder in (target, target.parent):
        if folder.is_symlink():
            raise NotWritten(f"{folder} is a link; delete it, the build makes a folder of its own there")
    contents: dict[Path, bytes | Path] = {}
    for page in tree.all_pages:
        contents[target / page.path.removeprefix(f"{DOCS}/")] = _with_plain_anchors(page.text).encode()
    default = tree.config.default.code
    texts = {name: page.text for (language, name), page in tree.pages.items() if language == default}
    for name, text in stand_ins(tree, texts).items():
        contents[target / name] = text.encode()
    for name in sorted(tree.assets):
        source = tree.root / DOCS / name
        if source.is_file():
            contents[target / name] = source
    try:
        _clear(target, contents)
        for path, content in contents.items():
            # Some editors begin a text with a mark of its bytes; inside a page, behind other text, it is a sign.
            _write(path, content if isinstance(content, bytes) else content.read_bytes().removeprefix(BOM_UTF8))
    except OSError as error:
        raise NotWritten(f"{error.filename or target} cannot be read or written ({reason(error)})") from None


def _with_plain_anchors(text: str) -> str:
    # A browser reads #%63osts as #costs; the renderer does not, and warns of it.
    return _ENCODED.sub(lambda match: unquote(match[0]), text) if "%" in text else text


def _clear(target: Path, contents: dict[Path, bytes | Path]) -> None:
    # A folder may stand where a file is to come, and the reverse.
    folders = {folder for path in contents for folder in path.parents}
    for there in sorted(target.rglob("*"), reverse=True):
        if there.is_dir() and not there.is_symlink():
            if there not in folders:
                shutil.rmtree(there)
        elif there not in contents or there.is_symlink():
            there.unlink()


def _write(path: Path, content: bytes) -> None:
    # Unchanged files stay untouched, so that a renderer that watches them sees what changed.
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)
