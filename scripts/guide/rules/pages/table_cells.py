"""A row of a table with more or fewer cells than its head.

Why: what is beyond the head is not shown at all, and a | inside a cell moves all others one column to the right.
Fix: give every row as many cells as the head; write \\| for a bar inside a cell.

Bad:  | 运营商 | 费用 |⏎| --- | --- |⏎| au | 0 日元 | 官方 | (⏎ is the end of a line)
Good: | 运营商 | 费用 |⏎| --- | --- |⏎| au | 0 日元（官方） |
"""

import re
from collections.abc import Iterator

from ...model.finding import Found
from ...tree.tree import Tree

CODE = "NV061"
SLUG = "table-cells"
SAVES = "hole"

_BAR = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`[^`]*`")
_RULER = re.compile(r"^\s*\|[\s|:-]+\|\s*$")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every row whose cells are not those of its head."""
    for page in tree.written.values():
        rows: list[tuple[int, str]] = []
        for number, line in [*page.open_lines, (0, "")]:
            if line.lstrip().startswith("|"):
                rows.append((number, line))
                continue
            if rows:
                yield from ((Found(page.at(at), message, fix)) for at, message, fix in _faults(rows))
            rows = []


def _faults(rows: list[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    head, line = rows[0]
    if len(rows) < 2 or not _RULER.match(rows[1][1]):
        yield (
            head,
            "a table without the line of dashes below its head is not shown as a table",
            "write | --- | --- | below the head",
        )
        return
    columns = _cells(line)
    for number, row in rows[1:]:
        if (cells := _cells(row)) != columns:
            fix = "give it as many cells as the head, and write \\| for a bar inside a cell"
            yield number, f"this row has {cells} cells and the head of its table {columns}", fix


def _cells(row: str) -> int:
    return len(_BAR.split(_CODE.sub("", row).strip().removeprefix("|").removesuffix("|")))
