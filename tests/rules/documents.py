"""Reads the documents of the rules: ``<family>/<slug>.md``, each a list of small cases with the findings they expect.

A case is a heading, words for people, and fenced blocks that change the base tree (``base.md``). The first line of a
block, its info string, says what it is:

- ``yaml docs/_data/amounts.yml``: a whole file, new or in place of the one of the base; ``docs/*/`` is the folder of
  every language;
- ``markdown docs/zh/about/index.md append``: lines that are added to the end of a file, to a page as a new paragraph;
- ``diff docs/_data/faq.yml``: an edit of a file. ``-`` lines go, ``+`` lines come, others are context, ``@@`` stands
  between two places. What goes and its context must stand in the file exactly once;
- ``remove``: files that go, one a line;
- ``beside``: codes of rules that the toy words of a document break too, and that its cases are not about;
- ``expect``: findings in lines that can hold no mark, one a line: code, path, and how the line begins (else line 1).

After the path may also stand ``later`` (this edit comes after all translations were marked as up to date) and the name
of an encoding. Blocks above the first case belong to every case. A line ends in ``# expect: CT004`` or
``<!-- expect: TR002 -->`` where a finding must stand; ``\\u{200b}`` is a character that cannot be seen.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path

EVERY = "docs/*/"
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`]*)$")
_CASE = re.compile(r"^## (?P<kind>Good|Bad): (?P<title>\S.*)$")
_CODES = r"expect:((?: [A-Z]{2}\d{3})+)"
_MARK = re.compile(rf"\s*(?:# {_CODES}|<!-- {_CODES} -->)$")
_CODE = re.compile(r"[A-Z]{2}\d{3}")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")

Expected = set[tuple[str, int, str]]
"""Path, line and code of each finding."""


class DocumentError(Exception):
    """A document cannot be understood; the message names its file and line."""


@dataclass(frozen=True)
class Line:
    """A line of a file, and the codes of the findings that are expected in it."""

    text: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A fenced block of a document: where it stands, and what it does to which file."""

    place: str
    kind: str
    path: str
    lines: tuple[str, ...]
    later: bool = False
    encoding: str = "utf-8"


@dataclass
class Case:
    """One case: its blocks in their order."""

    document: str
    title: str
    good: bool
    blocks: list[Block] = field(default_factory=list)

    @property
    def name(self) -> str:
        """A short name for the output of a test run."""
        return f"{'good' if self.good else 'bad'}-{'-'.join(re.findall(r'[a-z0-9]+', self.title.lower()))}"


def read_document(text: str, name: str) -> list[Case]:
    """The cases of a document, after one without a title that holds the blocks above them.

    Raises:
        DocumentError: where a heading, a fence or its info string is not understood.
    """
    cases = [Case(name, "", True)]
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        line, place = lines[number], f"{name}:{number + 1}"
        number += 1
        if fence := _FENCE.match(line):
            if fence["fence"] not in lines[number:]:
                raise DocumentError(f"{place}: this block is not closed")
            end = lines.index(fence["fence"], number)
            cases[-1].blocks.append(_block(place, fence["info"].split(), lines[number:end]))
            number = end + 1
        elif line.startswith("##"):
            heading = _CASE.match(line)
            if not heading:
                raise DocumentError(f'{place}: a case begins with "## Good: …" or "## Bad: …"')
            cases.append(Case(name, heading["title"], heading["kind"] == "Good", list(cases[0].blocks)))
            if cases[-1].name in [case.name for case in cases[:-1]]:
                raise DocumentError(f"{place}: a second case of this name")
    return cases


def _block(place: str, info: list[str], lines: list[str]) -> Block:
    if info in (["remove"], ["expect"], ["beside"]):
        return Block(place, info[0], "", tuple(lines))
    if len(info) < 2:
        raise DocumentError(f'{place}: a block says what it is and which file: "diff docs/_data/faq.yml"')
    options = set(info[2:])
    encodings = options - {"append", "later"}
    try:
        encoding = codecs.lookup(encodings.pop()).name if encodings else "utf-8"
    except LookupError as error:
        raise DocumentError(f"{place}: {error}") from error
    kind = "diff" if info[0] == "diff" else "append" if "append" in options else "file"
    return Block(place, kind, info[1], tuple(lines), "later" in options, encoding)


def unpack_block(files: dict[str, list[Line]], block: Block, languages: tuple[str, ...]) -> None:
    """Do to ``files`` what ``block`` says, which is no ``expect`` and no ``beside``.

    Raises:
        DocumentError: where a file or the place of an edit does not exist, or exists twice.
    """
    if block.kind == "remove":
        for path in block.lines:
            if files.pop(path, None) is None:
                raise DocumentError(f"{block.place}: there is no {path} to remove")
        return
    for path in paths(block.path, languages):
        if block.kind == "file":
            files[path] = [_line(text) for text in (*block.lines, "")]
        elif path not in files:
            raise DocumentError(f"{block.place}: there is no {path} to edit")
        elif block.kind == "append":
            gap = [Line("")] if path.endswith(".md") else []
            files[path] = [*files[path][:-1], *gap, *map(_line, block.lines), files[path][-1]]
        else:
            for hunk in _hunks(block):
                files[path] = _edited(files[path], hunk, f"{block.place}: {path}")


def paths(path: str, languages: tuple[str, ...]) -> list[str]:
    """The files that a path of a document stands for."""
    if not path.startswith(EVERY):
        return [path]
    return [f"docs/{language}/{path.removeprefix(EVERY)}" for language in languages]


def _line(text: str) -> Line:
    mark = _MARK.search(text)
    codes = tuple((mark[1] or mark[2]).split()) if mark else ()
    return Line(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text[: mark.start()] if mark else text), codes)


def _hunks(block: Block) -> list[list[tuple[str, Line]]]:
    hunks: list[list[tuple[str, Line]]] = [[]]
    for number, text in enumerate(block.lines, 1):
        if text.startswith("@@"):
            hunks.append([])
        elif text and text[0] not in "+- ":
            raise DocumentError(f"{block.place}: line {number} of this edit begins with neither +, - nor a space")
        else:
            hunks[-1].append((text[:1] or " ", _line(text[1:])))
    return hunks


def _edited(lines: list[Line], hunk: list[tuple[str, Line]], place: str) -> list[Line]:
    old = [line.text for sign, line in hunk if sign != "+"]
    new = [line for sign, line in hunk if sign != "-"]
    if not old:
        raise DocumentError(f'{place}: this edit names no place; "append" adds to the end')
    texts = [line.text for line in lines]
    found = [start for start in range(len(texts)) if texts[start : start + len(old)] == old]
    if len(found) != 1:
        raise DocumentError(f"{place} holds {len(found) or 'no'} places to edit that read: {old[0]}")
    return [*lines[: found[0]], *new, *lines[found[0] + len(old) :]]


def beside(case: Case) -> set[str]:
    """The codes that the case is not about."""
    return {code for block in case.blocks if block.kind == "beside" for line in block.lines for code in line.split()}


def marked(files: dict[str, list[Line]]) -> Expected:
    """The findings that the marks in ``files`` expect."""
    return {
        (path, number, code)
        for path, lines in files.items()
        for number, line in enumerate(lines, 1)
        for code in line.codes
    }


def quoted(files: dict[str, list[Line]], block: Block) -> Expected:
    """The findings that an ``expect`` block names.

    Raises:
        DocumentError: where no line or more than one begins as it says.
    """
    expected: Expected = set()
    for entry in block.lines:
        code, path, *text = entry.split(maxsplit=2)
        begins = _numbers(files.get(path, []), text[0] if text else None)
        if not _CODE.fullmatch(code) or len(begins) != 1:
            raise DocumentError(f"{block.place}: {len(begins) or 'no'} lines are meant by: {entry}")
        expected.add((path, begins[0], code))
    return expected


def _numbers(lines: list[Line], text: str | None) -> list[int]:
    if text is None:
        return [1]
    return [number for number, line in enumerate(lines, 1) if line.text.strip().startswith(text)]


def documents(folder: Path) -> list[Path]:
    """Every document below ``folder``: those of the rules stand in the folder of their family."""
    return sorted(folder.glob("*/*.md"))
