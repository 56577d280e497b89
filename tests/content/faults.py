"""Faults as a tired editor makes them, each planted at a random place of the real tree, all in one copy of it.

A kind is a function of the ground. It edits files that no other fault has touched and returns the code that must be
found and the line where it must stand. Only faults that need the real tree are here: whether a rule finds what it is
for is shown in its document.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from guide.model.contact import Contact
from guide.model.phone import read_number
from guide.source.markdown import Page
from guide.source.yaml import read_yaml
from guide.tree.layout import ADDRESSES, CONFIG, DATA
from guide.tree.loaded import Loaded
from guide.tree.tree import Tree

Place = tuple[str, str, int]
"""The code that must be found, the path and the line."""
Key = tuple[str | int, ...]


@dataclass
class Ground:
    """The real tree, the files as they are changed (None where one is deleted), and which of them are taken."""

    tree: Tree
    rng: random.Random
    files: dict[str, str | None]
    taken: set[str] = field(default_factory=set)

    @property
    def default(self) -> str:
        """The language that the others are translated from."""
        return self.tree.config.default.code

    def shuffled(self, candidates: list) -> list:
        """The candidates in random order."""
        return self.rng.sample(candidates, len(candidates))

    def pages(self, *languages: str) -> Iterator[Page]:
        """Written pages whose versions are all free, in random order; of all languages without any."""
        for page in self.shuffled(
            [page for key, page in self.tree.written.items() if not page.meta.mapping.get("carrier")]
        ):
            versions = self.versions(page)
            free = len(versions) == len(self.tree.languages) and not any(v.path in self.taken for v in versions)
            if free and (not languages or page.language in languages):
                yield page

    def versions(self, page: Page) -> list[Page]:
        """The page in every language, itself included."""
        codes = [language.code for language in self.tree.languages]
        return [self.tree.written[code, page.name] for code in codes if (code, page.name) in self.tree.written]

    def models(self, kind: type) -> Iterator[tuple[Loaded, Key, object]]:
        """Models of one kind in record files that are free, in random order."""
        every = [(item, path, model) for item in self.tree.loaded for path, model in item.models]
        for item, path, model in self.shuffled([entry for entry in every if isinstance(entry[2], kind)]):
            if item.path not in self.taken:
                yield item, path, model

    def numbers(self, *kinds: str) -> Iterator[tuple[Loaded, Key, Contact]]:
        """Contacts with a number of these kinds whose fields stand on lines of their own."""
        for item, path, contact in self.models(Contact):
            if contact.number and read_number(contact.number).kind in kinds and self.alone(item, (*path, "number")):
                yield item, path, contact

    def alone(self, item: Loaded, path: Key) -> bool:
        """Whether the value at ``path`` has a line of its own, so that an edit touches nothing else."""
        line, _ = item.yaml.place(path)
        return bool(re.match(rf"[\s-]*{path[-1]}: ", item.text.split("\n")[line - 1]))

    def with_value(self, item: Loaded, path: Key, new: str, code: str) -> Place:
        """Write ``new`` as the value at ``path``; the fault is told there."""
        line, _ = item.yaml.place(path)
        own = item.text.split("\n")
        key = own[line - 1].index(f"{path[-1]}:")
        return self.edit(item.path, line, line, [f"{own[line - 1][:key]}{path[-1]}: {new}"], code)

    def edit(self, path: str, first: int, last: int, new: list[str], code: str = "", told: int = 0) -> Place:
        """Replace lines of a file; the fault is told on the line ``told``, or on the first."""
        lines = self.files[path].split("\n")
        self.files[path] = "\n".join([*lines[: first - 1], *new, *lines[last:]])
        self.taken.add(path)
        return code, path, told or first

    def after_title(self, page: Page, text: str, code: str) -> Place:
        """Add a paragraph below the heading of the page, and take its versions."""
        line = page.headings[0].line
        self.taken.update(version.path for version in self.versions(page))
        return self.edit(page.path, line + 1, line, ["", text], code, line + 2)

    def prose(self, wanted: str, *languages: str) -> Iterator[tuple[Page, int, re.Match]]:
        """Lines of prose in which a pattern is found."""
        for page in self.pages(*languages):
            headings = {heading.line for heading in page.headings}
            lines = [(n, m) for n, line in page.prose if n not in headings and (m := re.search(wanted, line))]
            if lines:
                yield (page, *self.rng.choice(lines))

    def in_line(self, page: Page, number: int, match: re.Match, new: str, code: str) -> Place:
        """Write ``new`` in place of what was matched in a line of a page, and take its versions."""
        self.taken.update(version.path for version in self.versions(page))
        return self.edit(
            page.path, number, number, [match.string[: match.start()] + new + match.string[match.end() :]], code
        )


# Numbers and desks


def digit_lost(ground: Ground) -> Place:
    """A digit of a phone number is left out."""
    item, path, contact = next(ground.numbers("toll-free"))
    return ground.with_value(item, (*path, "number"), contact.number[:-1], "CT001")


def dialled_from_abroad(ground: Ground) -> Place:
    """A number that rings only in Japan is said to be dialled from abroad."""
    item, path, contact = next(entry for entry in ground.numbers("toll-free") if "abroad" not in entry[2].dial_from)
    line, column = item.yaml.place((*path, "dial_from", 0))
    text = item.text.split("\n")[line - 1]
    ground.edit(
        item.path, line, line, [text[: column - 1] + text[column - 1 :].replace(contact.dial_from[0], "abroad", 1)]
    )
    return "CT004", item.path, item.yaml.place((*path, "number"))[0]


def free_number_charged(ground: Ground) -> Place:
    """A free number is said to cost something."""
    item, path, _ = next(e for e in ground.numbers("toll-free") if ground.alone(e[0], (*e[1], "toll_free")))
    ground.with_value(item, (*path, "toll_free"), "no", "CT005")
    return "CT005", item.path, item.yaml.place((*path, "number"))[0]


def number_of_a_stranger(ground: Ground) -> Place:
    """A carrier has the number of a company that has nothing to do with it."""
    groups = {member: group for group, members in ground.tree.company_groups.items() for member in members}
    carriers = {item.path: key for key, item in ground.tree.carriers.items()}
    found = [entry for entry in ground.numbers("toll-free") if entry[0].path in carriers]
    item, path, contact = found[0]
    own = groups.get(carriers[item.path], carriers[item.path])
    others = (e for e in found if groups.get(carriers[e[0].path], carriers[e[0].path]) != own)
    return ground.with_value(item, (*path, "number"), next(others)[2].number, "CT007")


def unknown_number_typed(ground: Ground) -> Place:
    """A phone number that no record holds is typed into a page."""
    return ground.after_title(next(ground.pages()), f"03-{ground.rng.randrange(3000, 9999)}-0000", "CT006")


# Facts and sources


def source_mistyped(ground: Ground) -> Place:
    """A page cites a source that does not exist."""
    page, number, match = next(ground.prose(r"\[\^[\w-]+\]"))
    return ground.in_line(page, number, match, match[0][:-1] + "-x]", "FS003")


def source_unused(ground: Ground) -> Place:
    """A source is declared that nothing cites."""
    item = next(i for i in ground.shuffled(list(ground.tree.publishers.values())) if i.path not in ground.taken)
    place = ground.rng.choice(sorted(item.record.sources))
    first, column = item.yaml.place(("sources", place))
    lines = item.text.split("\n")
    last = next(
        (n for n in range(first + 1, len(lines)) if len(lines[n - 1]) - len(lines[n - 1].lstrip()) < column), len(lines)
    )
    copy = [
        line.replace(place, f"{place}-x").replace("url: ", "url: https://example.com/?")
        for line in lines[first - 1 : last - 1]
    ]
    return ground.edit(item.path, first, first - 1, copy, "FS004")


def seen_in_the_future(ground: Ground) -> Place:
    """A source was seen on a day that lies ahead."""
    item = next(i for i in ground.shuffled(list(ground.tree.publishers.values())) if i.path not in ground.taken)
    path = ("sources", ground.rng.choice(sorted(item.record.sources)), "seen")
    return ground.with_value(item, path, f"{ground.tree.today.year + 1}-01-01", "FS006")


def key_lost(ground: Ground) -> Place:
    """A carrier's record has lost a field."""
    item = next(i for i in ground.shuffled(list(ground.tree.products.values())) if i.path not in ground.taken)
    line, _ = item.yaml.place(("website",))
    ground.edit(item.path, line, line, [])
    return "FS001", item.path, read_yaml(ground.files[item.path]).place(())[0]


def value_mistyped(ground: Ground) -> Place:
    """A page prints a value by an address that leads nowhere."""
    carrier = ground.rng.choice(sorted(ground.tree.carriers))
    return ground.after_title(next(ground.pages()), f"{{={carrier}.ending.early-fee}}", "FS011")


def unknown_sum_typed(ground: Ground) -> Place:
    """A sum that no record holds is typed into a page."""
    return ground.after_title(next(ground.pages()), f"{ground.rng.randrange(10**6, 10**7):,} JPY", "CS002")


# Links and addresses


def page_mistyped(ground: Ground) -> Place:
    """A link leads to a page that does not exist."""
    page, number, match = next(ground.prose(r"(?<=\]\()[\w./-]+(?=\.md)"))
    return ground.in_line(page, number, match, f"{match[0]}x", "LK001")


def anchor_mistyped(ground: Ground) -> Place:
    """A link leads to a heading that does not exist."""
    page, number, match = next(ground.prose(r"(?<=\.md#)[\w-]+(?=\))"))
    return ground.in_line(page, number, match, f"{match[0]}-x", "LK002")


def address_lost(ground: Ground) -> Place:
    """A published address is in no page any more: an id is renamed in every language."""
    published = {line.split("#")[-1] for line in ground.files[ADDRESSES].split("\n") if "#" in line}
    for page in ground.pages(ground.default):
        for heading in page.headings[1:]:
            if heading.id in published and "#" + heading.id not in str(ground.tree.redirects):
                for version in ground.versions(page):
                    line = next(h.line for h in version.headings if h.id == heading.id)
                    text = version.lines[line - 1].replace(f"#{heading.id}", f"#{heading.id}-x")
                    ground.edit(version.path, line, line, [text])
                return "LK004", page.path, page.title_line
    raise LookupError


def source_typed(ground: Ground) -> Place:
    """The address of a source is typed into a page instead of being cited."""
    source = ground.rng.choice(
        [s for s in ground.tree.sources.values() if s.url.startswith("https://") and "(" not in s.url]
    )
    return ground.after_title(next(ground.pages()), f"[X]({source.url})", "LK006")


def nav_entry_lost(ground: Ground) -> Place:
    """A page is not in the navigation any more."""
    lines = ground.files[CONFIG].split("\n")
    for page in ground.pages(ground.default):
        found = [n for n, line in enumerate(lines, 1) if line.rstrip().endswith((f" {page.name}", f'"{page.name}"'))]
        if len(found) == 1:
            ground.taken.update(version.path for version in ground.versions(page))
            ground.edit(CONFIG, found[0], found[0], [])
            return "NV001", page.path, page.title_line
    raise LookupError


# Translations


def page_missing(ground: Ground) -> Place:
    """A translation of a page is missing."""
    page = next(ground.pages(ground.default))
    for version in ground.versions(page):
        ground.taken.add(version.path)
        if version is not page:
            ground.files[version.path] = None
    return "TR001", page.path, page.title_line


def heading_id_changed(ground: Ground) -> Place:
    """A heading has another id in a translation."""
    page = next(p for p in ground.pages() if p.language != ground.default and len(p.headings) > 2)
    ground.taken.update(version.path for version in ground.versions(page))
    heading = page.headings[-1]
    text = page.lines[heading.line - 1].replace(f"#{heading.id}", f"#{heading.id}-x")
    return ground.edit(page.path, heading.line, heading.line, [text], "TR002")


def step_lost(ground: Ground) -> Place:
    """A translation lacks a step; told at the heading of its section."""
    for page, number, _ in ground.prose(r"^2\. "):
        if page.language != ground.default:
            ground.taken.update(version.path for version in ground.versions(page))
            ground.edit(page.path, number, number, [])
            return "TR003", page.path, max(h.line for h in page.headings if h.line < number)
    raise LookupError


def translation_stale(ground: Ground) -> Place:
    """A sentence is added in the default language alone; told at the fingerprint of a translation."""
    page = next(ground.pages(ground.default))
    other = next(version for version in ground.versions(page) if version is not page)
    ground.after_title(page, page.first_paragraph, "")
    return (
        "TR005",
        other.path,
        next(n for n, line in enumerate(other.lines, 1) if line.startswith("source_fingerprint")),
    )


def paragraph_left(ground: Ground) -> Place:
    """A paragraph of the default language is left in the last language."""
    page = next(ground.pages(ground.tree.languages[-1].code))
    model = ground.tree.written[ground.default, page.name]
    return ground.after_title(page, re.sub(r"[「“].*?[」”]", "", model.first_paragraph), "TR006")


def question_lost(ground: Ground) -> Place:
    """A question of the FAQ is not in its list."""
    path = f"{DATA}/faq.yml"
    topic = ground.rng.choice(ground.tree.faq)
    page = ground.tree.written[ground.default, f"faq/{topic.id}.md"]
    key = ground.rng.choice(topic.questions)
    lines = ground.files[path].split("\n")
    number = next(n for n, line in enumerate(lines, 1) if re.search(rf"\b{key}(?![\w-])", line))
    ground.edit(path, number, number, [re.sub(rf"(, {key}(?![\w-])|\b{key}(?![\w-]),? ?)", "", lines[number - 1])])
    ground.taken.add(page.path)  # told there, so no other fault may move its lines
    return "FQ001", page.path, next(h.line for h in page.headings if h.id == key)


# Words


def invisible_character(ground: Ground) -> Place:
    """A character that cannot be seen has come with a copied word."""
    page, number, match = next(ground.prose(r"^[^\W\d_]{4}"))
    return ground.in_line(page, number, match, f"{match[0][:2]}\u200b{match[0][2:]}", "CS003")


def term_avoided(ground: Ground) -> Place:
    """A word that the glossary replaces stands in a page."""
    terms = [t for t in ground.tree.terms.values() if t.avoid.get(ground.default)]
    word = ground.rng.choice(ground.rng.choice(terms).avoid[ground.default])
    return ground.after_title(next(ground.pages(ground.default)), word, "TM001")


def affiliate_link(ground: Ground) -> Place:
    """A link pays somebody."""
    return ground.after_title(next(ground.pages()), "[X](https://example.com/?aff=1)", "AD001")


KINDS: tuple[Callable[[Ground], Place], ...] = (
    question_lost,
    nav_entry_lost,
    page_missing,
    address_lost,
    step_lost,
    heading_id_changed,
    source_mistyped,
    page_mistyped,
    anchor_mistyped,
    translation_stale,
    paragraph_left,
    invisible_character,
    unknown_number_typed,
    unknown_sum_typed,
    value_mistyped,
    source_typed,
    term_avoided,
    affiliate_link,
    digit_lost,
    number_of_a_stranger,
    dialled_from_abroad,
    free_number_charged,
    key_lost,
    seen_in_the_future,
    source_unused,
)
