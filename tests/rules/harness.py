"""The fixtures of the rules: small overlays on the base tree, with the expected findings marked in place.

A case is ``<slug>/ok`` or ``<slug>/bad-…``. Its files replace those of ``_base``; ``REMOVED`` lists files of the base
to delete; a line ends in ``# expect: CT004`` (YAML, front matter) or ``<!-- expect: TR002 -->`` (Markdown) where a
finding must stand, and ``EXPECT`` lists ``path:line CODE`` where no comment can. ``docs/every/`` stands for the folder
of each language. The runner fills the blocks of every page that the case does not bring itself, so that a case about
data holds nothing but data, and marks every translation as up to date, except for the rule that is about that.
"""

from __future__ import annotations

import re
from pathlib import Path

from guide.expand import read_tree
from guide.rules import run_rules
from trees import TODAY, base_tree, fill_blocks, record_translations

RULES_FOLDER = Path(__file__).parent
NOT_FILES = {"REMOVED", "EXPECT"}
EVERY = "docs/every/"
LANGUAGES = ("zh", "ja", "en")
_CODES = r"expect:((?: [A-Z]{2}\d{3})+)"
_MARKER = re.compile(rf"\s*(?:# {_CODES}|<!-- {_CODES} -->)$")

Found = set[tuple[str, int, str]]


def case_folders() -> list[Path]:
    """Every case of every rule."""
    return sorted(
        case for rule in RULES_FOLDER.iterdir() if rule.is_dir() and rule.name[0] not in "._" for case in rule.iterdir()
    )


def unpack(case: Path, root: Path) -> Found:
    """Lay ``case`` over the base tree at ``root`` and return what its markers expect."""
    base_tree(root)
    expected: Found = set()
    brought = set()
    for file in sorted(path for path in case.rglob("*") if path.is_file()):
        name = file.relative_to(case).as_posix()
        if name in NOT_FILES:
            continue
        content, marks = _without_markers(file.read_bytes())
        for path in [name.replace(EVERY, f"docs/{language}/") for language in LANGUAGES] if EVERY in name else [name]:
            brought.add(path)
            expected |= {(path, line, code) for line, code in marks}
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    for path in _listed(case / "REMOVED"):
        (root / path).unlink()
    for entry in _listed(case / "EXPECT"):
        place, code = entry.split()
        path, line = place.rsplit(":", 1)
        expected.add((path, int(line), code))
    if any(not path.endswith(".md") for path in brought):
        fill_blocks(root, leave=brought)
    if case.parent.name == "translation-stale" or not any(path.endswith(".md") for path in brought):
        return expected
    moved = record_translations(root)
    return {(path, _moved(line, *moved.get(path, (0, 0))), code) for path, line, code in expected}


def findings(root: Path) -> Found:
    """What the rules find in the tree at ``root``."""
    found = run_rules(read_tree(root, TODAY))
    return {(finding.position.path, finding.position.line, finding.code) for finding in found}


def _moved(line: int, start: int, lines: int) -> int:
    return line + lines if line >= start else line


def _without_markers(content: bytes) -> tuple[bytes, set[tuple[int, str]]]:
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return content, set()
    marks = set()
    for number, line in enumerate(lines, 1):
        marker = _MARKER.search(line)
        if marker:
            marks |= {(number, code) for code in (marker[1] or marker[2]).split()}
            lines[number - 1] = line[: marker.start()]
    return "\n".join(lines).encode("utf-8"), marks


def _listed(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")[:-1] if file.is_file() else []
