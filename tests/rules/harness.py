"""Lays the case of a document over the base tree, and says what the rules find there."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from guide.expand import read_tree
from guide.rules import run_rules
from guide.tree.compared import write
from guide.tree.layout import COMPARED
from rules.documents import Block, Case, Expected, Line, documents, marked, quoted, read_document, unpack_block
from trees import TODAY, base_languages, base_tree, record_translations

RULES_FOLDER = Path(__file__).parent

Files = dict[str, list[Line]]


def cases(document: Path) -> list[Case]:
    """The cases of one document."""
    return read_document(document.read_text("utf-8"), document.relative_to(RULES_FOLDER).as_posix())[1:]


def all_cases() -> list[tuple[Path, Case]]:
    """Every case of every rule, with its document."""
    return [(document, case) for document in documents(RULES_FOLDER) for case in cases(document)]


def lay(case: Case, root: Path) -> Expected:
    """Lay ``case`` over the base tree at ``root`` and return the findings that it expects.

    Translations are marked as up to date, so that a case holds nothing but what it is about. Where a case brings the
    record of what files say, all are recorded as they are before its later changes.
    """
    base_tree(root)
    files = _read(root)
    touched = _change(root, files, [block for block in case.blocks if not block.later])
    if any(path.endswith(".md") for path in touched):
        record_translations(root)
    if COMPARED in files:
        write(read_tree(root, TODAY))
    for path in (path for path in files if path.endswith(".md")):
        files[path] = _carried(files[path], (root / path).read_text("utf-8"))
    _change(root, files, [block for block in case.blocks if block.later])
    expected = marked(files)
    for block in case.blocks:
        if block.kind == "expect":
            expected |= quoted(files, block)
    return expected


def findings(root: Path) -> Expected:
    """What the rules find in the tree at ``root``."""
    found = run_rules(read_tree(root, TODAY))
    return {(finding.position.path, finding.position.line, finding.code) for finding in found}


def _read(root: Path) -> Files:
    return {
        path.relative_to(root).as_posix(): list(_lines(path.read_text("utf-8")))
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@cache
def _lines(text: str) -> tuple[Line, ...]:
    return tuple(map(Line, text.split("\n")))


def _change(root: Path, files: Files, blocks: list[Block]) -> set[str]:
    """Do what the blocks say, in ``files`` and on disk. Returns the paths of the files that are new or differ."""
    before = dict(files)
    encodings = {}
    for block in blocks:
        if block.kind not in ("expect", "beside"):
            unpack_block(files, block, base_languages())
            encodings[block.path] = block.encoding
    for path in before.keys() - files.keys():
        (root / path).unlink()
    touched = {path for path, lines in files.items() if before.get(path) is not lines}
    for path in touched:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(line.text for line in files[path])
        (root / path).write_bytes(text.encode(encodings.get(path, "utf-8")))
    return touched


def _carried(lines: list[Line], text: str) -> list[Line]:
    """The lines of ``text`` with the marks of those that were there before."""
    new = [Line(line) for line in text.split("\n")]
    before, after = [line.text for line in lines], [line.text for line in new]
    for start, other, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        new[other : other + size] = lines[start : start + size]
    return new
