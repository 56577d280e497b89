"""What a machine can mend safely: text forms and spaces. Nothing else changes, and no text is lost.

A rule that can mend has ``fix(text, language, names)``: Markdown inline text in, the same text mended out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..expand import read_tree
from ..rules import RULES
from ..rules.prose.spacing import fix_beside_value, gaps, trailing
from ..rules.prose.unicode_form import INVISIBLE, ODD_SPACE
from ..source.writing import write_edited
from ..source.yaml import UnreadableYaml, read_yaml
from ..text.fingerprint import WHOLE, fingerprint, recorded
from ..text.passages import LONGEST, Passage
from ..tree.compared import as_read, write
from ..tree.layout import COMPARED
from ..tree.tree import Tree
from ..tree.versions import page_versions

FIXES = tuple(rule.fix for rule in RULES if hasattr(rule, "fix"))
ROUNDS = 4
"""A mend may make room for another."""
_SHOWN = 12


def fix_tree(root: Path, today: date | None = None) -> Iterator[str]:
    """Mend the tree at ``root``; yield a line for everything that changed."""
    tree = read_tree(root, today)
    current = {
        (model.path, page.path)
        for model, others in page_versions(tree)
        for page in others
        if page.written.meta.mapping.get(WHOLE) == fingerprint(model)
    }
    read = as_read(tree)
    for mended in (fixed_files, fixed_beside_values):
        for path, old, new in mended(tree):
            write_edited(root / path, new)
            yield from _differences(path, old, new)
        tree = read_tree(root, today)
    # Spaces and forms of characters say nothing: what was up to date stays so.
    for model, others in page_versions(tree):
        for page in others:
            if (model.path, page.path) in current and page.written.meta.mapping.get(WHOLE) != fingerprint(model):
                write_edited(root / page.path, recorded(model, page))
                yield f"recorded: {page.path}"
    if tree.compared and write(tree, read):
        yield f"recorded: {COMPARED}"


def fixed_files(tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Path, old text and mended text of every file whose own text can be mended."""
    names = {language.code: tree.known_names(language.code) for language in tree.languages}
    passages: dict[str, list[Passage]] = {}
    for passage in tree.written_passages:
        passages.setdefault(passage.path, []).append(passage)
    for page in tree.written.values():
        new = _fixed(page.text, passages.get(page.path, []), names)
        prose = {number for number, _ in page.prose}
        ends = [number for number in trailing(new.split("\n"), breaks=True) if number in prose]
        new = _without_line_ends(new, ends)
        if new != page.text and _bare(new) == _bare(page.text):
            yield page.path, page.text, new
    for item in tree.loaded:
        new = _fixed(item.text, passages.get(item.path, []), names)
        new = _without_line_ends(new, trailing(new.split("\n"), breaks=False))
        if new != item.text and _same_data(item.text, new):
            yield item.path, item.text, new


def fixed_beside_values(tree: Tree) -> Iterator[tuple[str, str, str]]:
    """As ``fixed_files``: the spaces beside values, which only their printed words tell."""
    found: dict[str, set[tuple[int, int, bool]]] = {}
    for passage, index, missing in gaps(tree):
        place = passage.at(index)
        found.setdefault(place.path, set()).add((place.line, place.column, missing))
    texts = {page.path: page.text for page in tree.written.values()} | {item.path: item.text for item in tree.loaded}
    for path, places in found.items():
        lines = texts[path].split("\n")
        for line, column, missing in sorted(places, reverse=True):
            lines[line - 1] = fix_beside_value(lines[line - 1], column, missing)
        new = "\n".join(lines)
        same = _same_data(texts[path], new) if path.endswith((".yml", ".yaml")) else _bare(texts[path]) == _bare(new)
        if new != texts[path] and same:
            yield path, texts[path], new


def _fixed(text: str, passages: list[Passage], names: dict[str, list[str]]) -> str:
    lines = text.split("\n")
    edits: list[tuple[int, int, str, str]] = []
    for passage in passages:
        if len(passage.text) == LONGEST:
            continue
        fixed = passage.text
        for _ in range(ROUNDS):
            for fix in FIXES:
                fixed = fix(fixed, passage.language, names[passage.language])
        # Folded over several lines of YAML, a text has no lines of its own: it is left to its editor.
        old, new = passage.text.split("\n"), fixed.split("\n")
        if fixed != passage.text and len(old) == len(new) == len(passage.lines):
            for (_, line, column), before, after in zip(passage.lines, old, new, strict=True):
                edits.append((line, column, before, after))
    for line, column, before, after in sorted(edits, reverse=True):
        words = lines[line - 1]
        if words.startswith(before, column - 1):
            lines[line - 1] = words[: column - 1] + after + words[column - 1 + len(before) :]
    return "\n".join(lines)


def _without_line_ends(text: str, numbers: list[int]) -> str:
    lines = text.split("\n")
    for number in numbers:
        lines[number - 1] = lines[number - 1].rstrip()
    return "\n".join(lines)


def _bare(text: str) -> str:
    # What must not change: everything but spaces, invisible characters and the form of composition.
    return unicodedata.normalize("NFC", re.sub(r"[ \t]", "", ODD_SPACE.sub("", INVISIBLE.sub("", text))))


def _same_data(old: str, new: str) -> bool:
    try:
        return _bared(read_yaml(old).data) == _bared(read_yaml(new).data)
    except UnreadableYaml:
        return False


def _bared(node: object) -> object:
    if isinstance(node, dict):
        return {key: _bared(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_bared(value) for value in node]
    return _bare(node) if isinstance(node, str) else node


def _differences(path: str, old: str, new: str) -> Iterator[str]:
    for number, (before, after) in enumerate(zip(old.split("\n"), new.split("\n"), strict=True), 1):
        if before != after:
            start = next(
                (i for i, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(after)
            )
            begin, end = max(start - _SHOWN, 0), start + _SHOWN
            yield f"corrected: {path}:{number}:{start + 1}: {before[begin:end]!r} is now {after[begin:end]!r}"
