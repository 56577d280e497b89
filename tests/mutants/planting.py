"""What every kind of fault is made with: the untouched tree, and small edits of pages, records and passages.

A kind is a function of the tree and a random generator. It returns one mutant: a file, its new text, and the code that
must be found and where. Its name is the name of the kind.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from guide.model.finding import Position
from guide.source.markdown import Heading, Page
from guide.source.yaml import read_yaml
from guide.text.markup import OPAQUE
from guide.text.passages import Passage
from guide.text.sentences import spoken
from guide.tree.layout import ADDRESSES, CONFIG
from guide.tree.tree import Loaded, Tree
from guide.tree.versions import sections
from pydantic import BaseModel

T = TypeVar("T")
Place = tuple[str, int]
Key = tuple[str | int, ...]


class NoPlace(Exception):
    """The tree has no place where a fault of this kind can be planted."""


@dataclass(frozen=True)
class Mutant:
    """One fault: the new text of a file, None where it is deleted, and which code must be found where."""

    path: str
    text: str | None
    code: str
    places: frozenset[Place]
    """Any one of them will do: a difference between two files may be told at either."""
    also: tuple[tuple[str, str | None], ...] = ()
    """Further files that change with it, where one fault takes several."""

    @property
    def changes(self) -> tuple[tuple[str, str | None], ...]:
        """Every changed file with its new text."""
        return (self.path, self.text), *self.also

    def wanted(self, code: str, position: Position) -> bool:
        """Whether a finding of ``code`` at ``position`` tells this fault."""
        return code == self.code and (position.path, position.line) in self.places


@dataclass
class Ground:
    """The untouched tree, with the lists that places are drawn from."""

    tree: Tree

    def __post_init__(self) -> None:
        self.files = {page.path: page.text for page in self.site.pages.values()}
        self.files |= {item.path: item.text for item in self.site.loaded}
        for path in (CONFIG, ADDRESSES):
            self.files[path] = (self.site.root / path).read_text(encoding="utf-8")
        self.default = self.site.config.default.code
        self.codes = [language.code for language in self.site.languages]

    @cached_property
    def models(self) -> list[tuple[Loaded, Key, BaseModel]]:
        """Every model of every record, with its file and its path there."""
        return [(item, path, model) for item in self.site.loaded for path, model in item.models]

    @cached_property
    def passages(self) -> list[Passage]:
        """Every passage that stands on one line of its file, letter for letter."""
        return [passage for passage in self.site.passages if self._plain(passage)]

    def _plain(self, passage: Passage) -> bool:
        _, line, column = passage.lines[0]
        words = self.files[passage.path].split("\n")[line - 1]
        return len(passage.lines) == 1 and words.startswith(passage.text, column - 1) and not spoken(passage)

    def sentences(self, *languages: str) -> list[Passage]:
        """The passages that hold sentences: paragraphs, items and texts of records; no titles, cells and names."""
        own = {self.site.shared["phrases"].path} | {item.path for item in self.site.words.values()}
        return [
            passage
            for passage in self.passages
            if passage.kind not in ("heading", "cell")
            and passage.language in languages
            and passage.path not in own
            and passage.field != "names"
        ]

    def page_sentences(self, *languages: str) -> list[Passage]:
        """Of these, the paragraphs and items of pages."""
        return [passage for passage in self.sentences(*languages) if passage.kind != "record"]

    def pages(self, *languages: str) -> list[Page]:
        """The pages of these languages, of all without any."""
        return [page for page in self.site.pages.values() if not languages or page.language in languages]

    def versions(self, page: Page) -> list[Page]:
        """The translations that a finding about ``page`` stands in: itself, or all those of the default language."""
        if page.language != self.default:
            return [page]
        others = [self.site.pages.get((code, page.name)) for code in self.codes if code != self.default]
        return [other for other in others if other]

    def section_places(self, page: Page, line: int) -> frozenset[Place]:
        """Where a difference between the versions is told when ``line`` changes: at the section's heading."""
        heading = section_of(page, line)
        if heading is None:
            return frozenset((other.path, other.title_line) for other in self.versions(page))
        return self.heading_places(page, heading)

    def heading_places(self, page: Page, heading: Heading) -> frozenset[Place]:
        """Where the heading stands in ``page``, or in its translations where ``page`` is their model."""
        others = self.versions(page)
        return frozenset((other.path, own.line) for other in others for own in other.headings if own.id == heading.id)

    def part_places(self, page: Page, line: int) -> frozenset[Place]:
        """Those of ``section_places``, and the part of the section that holds ``line``, in the same versions."""
        found = set(self.section_places(page, line))
        for place, section in enumerate(sections(page)):
            for index, part in enumerate(section.parts):
                if part.line <= line < part.line + max(part.text.count("\n"), 1):
                    found |= {(other.path, sections(other)[place].parts[index].line) for other in self.versions(page)}
        return frozenset(found)


def section_of(page: Page, line: int) -> Heading | None:
    """The heading of the section that holds ``line``."""
    above = [heading for heading in page.headings if heading.line <= line]
    return above[-1] if above else None


def draw(rng: random.Random, candidates: Iterable[T], make: Callable[[T], Mutant | None]) -> Mutant:
    """The first mutant that can be made at one of the candidates, tried in random order.

    Raises:
        NoPlace: where it can be made at none.
    """
    listed = list(candidates)
    for place in rng.sample(range(len(listed)), len(listed)):
        mutant = make(listed[place])
        if mutant is not None:
            return mutant
    raise NoPlace


def at_line(path: str, text: str, code: str, line: int) -> Mutant:
    """A mutant whose fault is told on one line of the changed file itself."""
    return Mutant(path, text, code, frozenset({(path, line)}))


def with_lines(text: str, first: int, last: int, *new: str) -> str:
    """``text`` with its lines ``first`` to ``last`` replaced by ``new``; one line more where last is first - 1."""
    lines = text.split("\n")
    return "\n".join([*lines[: first - 1], *new, *lines[last:]])


def edited(tree: Tree, passage: Passage, start: int, end: int, new: str) -> str:
    """The file of ``passage`` with the characters from ``start`` to ``end`` of its text replaced."""
    _, line, column = passage.lines[0]
    words = tree.files[passage.path].split("\n")[line - 1]
    place = column - 1
    changed = words[: place + start] + new + words[place + end :]
    return with_lines(tree.files[passage.path], line, line, changed)


def in_passage(tree: Tree, passage: Passage, start: int, end: int, new: str, code: str) -> Mutant:
    """A fault in the words of a passage, told on its line."""
    return at_line(passage.path, edited(tree, passage, start, end, new), code, passage.lines[0][1])


def words_of(passage: Passage) -> str:
    """The visible words of a passage; code, addresses, quotations and other languages are masked. Same length."""
    return passage.unquoted


def open_places(passage: Passage) -> Iterator[int]:
    """The visible characters of a passage that are its own words."""
    return (index for index, char in enumerate(words_of(passage)) if char != OPAQUE)


def prose(tree: Tree, *languages: str) -> list[tuple[Page, int, str]]:
    """Page, number and text of every line outside front matter, fences, blocks and headings that is not blank."""
    found = []
    for page in tree.pages(*languages):
        headings = {heading.line for heading in page.headings}
        found += [(page, number, line) for number, line in page.prose if line.strip() and number not in headings]
    return found


# Records


def value_at(item: Loaded, path: Key) -> object:
    """The plain value at ``path``."""
    value = item.yaml.data
    for part in path:
        value = value[part]
    return value


def leaves(item: Loaded) -> Iterator[tuple[Key, str]]:
    """Every plain text of a record file with its path."""
    for path in item.yaml.places:
        value = value_at(item, path)
        if isinstance(value, str):
            yield path, value


def with_value(item: Loaded, path: Key, new: str) -> str | None:
    """The file with another value at ``path``; None where the value does not stand beside its key."""
    line, column = item.yaml.place(path)
    old = str(value_at(item, path))
    words = item.text.split("\n")[line - 1]
    key = f"{path[-1]}" if isinstance(path[-1], str) else ""
    start = words.find(old, column - 1 + len(key))
    if start < 0:
        return None
    return with_lines(item.text, line, line, words[:start] + new + words[start + len(old) :])


def at_value(item: Loaded, path: Key, new: str, code: str) -> Mutant | None:
    """A fault in one value of a record, told on its line."""
    text = with_value(item, path, new)
    return text and at_line(item.path, text, code, item.yaml.place(path)[0])


def extent(item: Loaded, path: Key) -> tuple[int, int]:
    """First and last line of the entry at ``path``, in block style."""
    line, column = item.yaml.place(path)
    lines = item.text.split("\n")
    last = line
    for number in range(line + 1, len(lines) + 1):
        words = lines[number - 1]
        indent = len(words) - len(words.lstrip())
        own_list = isinstance(path[-1], int) or words.lstrip().startswith("- ")
        if words.strip() and (indent < column - 1 or indent == column - 1 and not own_list):
            break
        if words.strip():
            last = number
    return line, last


def is_alone(item: Loaded, path: Key) -> bool:
    """Whether the entry at ``path`` begins its line, so that its lines can go without leaving half of another."""
    line, column = item.yaml.place(path)
    words = item.text.split("\n")[line - 1]
    if words.lstrip().startswith("#") or "{" in words[: column - 1] or "[" in words[: column - 1]:
        return False
    before = words[: column - 1].strip()
    return before == ("-" if isinstance(path[-1], int) else "")


def without_entry(item: Loaded, path: Key) -> str | None:
    """The file without the entry at ``path``."""
    if not is_alone(item, path):
        return None
    return with_lines(item.text, *extent(item, path))


def emptied(item: Loaded, path: Key) -> str | None:
    """The file with ``[]`` in place of the list at ``path``."""
    if not is_alone(item, path):
        return None
    first, last = extent(item, path)
    words = item.text.split("\n")[first - 1]
    return with_lines(item.text, first, last, f"{words[: words.index(f'{path[-1]}:')]}{path[-1]}: []")


def place_after(text: str, path: Key) -> int:
    """The line of the value at ``path`` in a changed record file."""
    return read_yaml(text).place(path)[0]


def typo(rng: random.Random, word: str) -> str:
    """``word`` with one letter left out, doubled, or two neighbours exchanged."""
    for _ in range(50):
        index = rng.randrange(len(word) - 1)
        changed = rng.choice(
            (
                word[:index] + word[index + 1 :],
                word[:index] + word[index] + word[index:],
                word[:index] + word[index + 1] + word[index] + word[index + 2 :],
            )
        )
        if changed != word and word[index].isalnum() and word[index + 1].isalnum():
            return changed
    return f"{word}x"
