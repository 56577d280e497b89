"""The tree that was read, and questions about it that many ask, each answered once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..languages import JAPANESE, MADE, Language, made
from ..model.carrier import Carrier, Portal
from ..model.finding import Position
from ..model.language import LanguageFile, PlainWords
from ..model.product import Product
from ..model.reference import Publisher, Source
from ..source.config import Config
from ..source.markdown import Page
from ..text.passages import Passage, page_passages, record_passages
from ..text.spoken import FIGURE
from .layout import DATA, DOCS
from .loaded import Loaded, cited_by
from .made import made_page
from .tables import Tables

# A key at the depth at which a file of sources declares them.
_KEY = re.compile(r"^ {1,8}([a-z0-9-]+):", re.M)


@dataclass(frozen=True)
class SourcePlace:
    """A source and where it is declared."""

    id: str
    source: Source
    item: Loaded[Publisher]

    @property
    def path(self) -> tuple[str, ...]:
        """Its path in the file."""
        return ("sources", self.id)

    @property
    def position(self) -> Position:
        """Where its id stands."""
        return self.at()

    def at(self, *keys: str) -> Position:
        """Where the value at ``keys`` inside the source stands."""
        return self.item.position((*self.path, *keys))


@dataclass(frozen=True)
class Citation:
    """A use of a source id: in a record, or as a footnote of a page."""

    id: str
    position: Position
    field: str = ""
    """What leans on it in a record, as its path there and its id; empty on a page."""


@dataclass(eq=False)
class Tree(Tables):
    """Everything that was read. Rules look at this and at nothing else."""

    root: Path
    config: Config
    today: datetime.date
    contents: str = ""
    """What ``tree.contents`` said before it was read; empty where nobody asked."""
    written: dict[tuple[str, str], Page] = field(default_factory=dict)
    """Each page as its file has it, by language and name."""
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    """Each page as readers see it: blocks filled, values printed; see ``guide.expand``."""
    carriers: dict[str, Loaded[Carrier]] = field(default_factory=dict)
    products: dict[str, Loaded[Product]] = field(default_factory=dict)
    publishers: dict[str, Loaded[Publisher]] = field(default_factory=dict)
    words: dict[str, Loaded[LanguageFile]] = field(default_factory=dict)
    """The files of words, by language."""
    shared: dict[str, Loaded] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)
    published: dict[str, int] = field(default_factory=dict)
    """Published addresses, and the line of the list that names each."""
    compared: dict[str, list[str]] = field(default_factory=dict)
    """What versions said when they were last compared, by path: hashes in a row; see ``tree.compared``.

    A merge of two branches leaves the lines of both.
    """
    earlier: Callable[[str], Iterator[str]] = field(default=lambda path: iter(()))
    """The earlier texts of the file at a path, the newest first; none where nobody keeps them."""
    unreadable: list[tuple[Position, str]] = field(default_factory=list)
    reference_faults: list[tuple[Position, str, str]] = field(default_factory=list)
    """Place, what is wrong and how to mend it, of each value that cannot be printed."""
    block_faults: list[tuple[Position, str]] = field(default_factory=list)
    """Blocks that cannot be made, and why."""
    follows: dict[tuple[Position, str], str] = field(default_factory=dict)
    """Of those faults that follow from a lost file, by place and words: the path of that file."""
    unread: dict[str, str] = field(default_factory=dict)
    """The texts of record files that are no YAML, by their path."""

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages that are written, in the order of ``mkdocs.yml``; the default language's words stand in."""
        return tuple(language for language in self.offered if language.source is None)

    @cached_property
    def offered(self) -> tuple[Language, ...]:
        """The languages that readers may choose, in the order of ``mkdocs.yml``: the written ones and those made."""
        words = {code: item.words for code, item in self.words.items()}
        code = self.config.default.code
        found = {code: made(code, words.get(code, {}), default=True)}
        # What is made comes behind what it is made from.
        for locale in sorted(self.config.languages, key=lambda locale: "made.source" in words.get(locale.code, {})):
            own = words.get(locale.code, {})
            if not locale.default:
                source = found.get(str(own.get("made.source"))) if own.get("status") == MADE else None
                found[locale.code] = made(locale.code, own, fallback=found[code], source=source)
        return tuple(found[locale.code] for locale in self.config.languages)

    def forget_languages(self) -> None:
        """Read the languages again when they are next asked for: a file of words has changed."""
        for answer in ("languages", "offered", "made"):
            self.__dict__.pop(answer, None)

    def language(self, code: str) -> Language:
        """The language ``code``, written or made."""
        return next(language for language in self.offered if language.code == code)

    @property
    def all_pages(self) -> list[Page]:
        """Every page that is rendered: those that are written, and those of languages that are made."""
        return [*self.pages.values(), *self.made.values()]

    @property
    def in_work(self) -> list[Language]:
        """The languages that need not be complete."""
        return [language for language in self.languages if not language.released]

    def page(self, language: str, name: str) -> Page | None:
        """The page that a reader of ``language`` gets: the default language's where one in work has none."""
        page = self.pages.get((language, name)) or self.made.get((language, name))
        if page is None and any(other.code == language for other in self.in_work):
            page = self.pages.get((self.config.default.code, name))
        return page

    @cached_property
    def made(self) -> dict[tuple[str, str], Page]:
        """The pages of the languages that are made from another, by language and name, once the tree is expanded."""
        return {
            (language.code, name): made_page(page, language)
            for language in self.offered
            if language.source is not None
            for (code, name), page in self.pages.items()
            if code == language.source.code
        }

    @cached_property
    def names(self) -> list[str]:
        """Every page name that exists in any language, in the order of the navigation, then by name."""
        known = {name for _, name in self.written}
        ordered = [entry.name for entry in self.config.nav if entry.name in known]
        return list(dict.fromkeys(ordered + sorted(known)))

    @cached_property
    def loaded(self) -> list[Loaded]:
        """Every YAML record file."""
        return [
            *self.carriers.values(),
            *self.products.values(),
            *self.publishers.values(),
            *self.words.values(),
            *self.shared.values(),
        ]

    @property
    def own_files(self) -> list[Loaded[Any]]:
        """Every file of a carrier or product."""
        return [*self.carriers.values(), *self.products.values()]

    @cached_property
    def carrier_records(self) -> list[Carrier]:
        """The carriers that fit the model, in the order of the navigation."""
        order = {name: place for place, name in enumerate(self.names)}
        records = [item.record for item in self.carriers.values() if item.record]
        return sorted(records, key=lambda c: (order.get(f"carriers/{c.id}.md", len(order)), c.id))

    @cached_property
    def product_records(self) -> list[Product]:
        """The products that fit the model, by id."""
        return [record for key in sorted(self.products) if (record := self.products[key].record)]

    @cached_property
    def lost(self) -> dict[str, str]:
        """The carriers, products and shared files of which nothing can be used, and where each is to be mended.

        That is its own file, or, where there is none, the first page that is made from it.
        """
        files: list[tuple[str, Loaded]] = [*self.carriers.items(), *self.products.items(), *self.shared.items()]
        found = {key: item.path for key, item in files if item.written is None}
        for position, _ in self.unreadable:
            folder, _, name = position.path.removeprefix(f"{DATA}/").rpartition("/")
            if position.path.startswith(DATA) and folder in ("carriers", "products", ""):
                found[name.removesuffix(".yml")] = position.path
        for page in sorted(self.written.values(), key=lambda page: page.language != self.config.default.code):
            key = page.meta.mapping.get("carrier")
            if isinstance(key, str) and key not in self.carriers:
                found.setdefault(key, page.path)
        return found

    @cached_property
    def absent(self) -> dict[str, Page]:
        """The pages that a released language lacks, by path, each with the first version that another language has.

        What a language in work lacks is told once, behind the findings; what could not be read is not absent.
        """
        unread = {position.path for position, _ in self.unreadable}
        found = {}
        for name in self.names:
            present = [page for language in self.languages if (page := self.pages.get((language.code, name)))]
            for language in self.languages if present else ():
                path = f"{DOCS}/{language.code}/{name}"
                if language.released and (language.code, name) not in self.pages and path not in unread:
                    found[path] = present[0]
        return found

    def folder(self, name: str) -> dict[str, Loaded]:
        """The files of one folder of records, by their names without the ending."""
        folders: dict[str, dict[str, Any]] = {
            "carriers": self.carriers,
            "products": self.products,
            "sources": self.publishers,
            "languages": self.words,
        }
        return folders[name]

    def filler(self, language: str) -> list[tuple[re.Pattern, str]]:
        """Words of a language that say nothing, and what to write instead."""
        item = self.words.get(language)
        entries = item.record.filler if item and item.record else []
        return [(re.compile(entry.words), entry.write) for entry in entries]

    @property
    def plain_words(self) -> PlainWords | None:
        """What texts in plain Japanese need, from the file of Japanese."""
        item = self.words.get(JAPANESE)
        return item.record.plain if item and item.record else None

    def known_names(self, language: str) -> list[str]:
        """Names with a space or mark of their own: of carriers, products and accounts, and those of style.yml."""
        names = set(self.style.names)
        records: list[Carrier | Product] = [*self.carrier_records, *self.product_records]
        for record in records:
            names.add(self.language(language).text(record.names))
            if isinstance(record, Carrier) and isinstance(record.portal, Portal):
                names.add(record.portal.name)
        return sorted(name for name in names if re.search(r"[^\w]", name))

    def line(self, position: Position) -> str:
        """The line of the file that ``position`` names; empty where there is none."""
        page = self._page(position.path)
        lines = page.lines if page else next((i.lines for i in self.loaded if i.path == position.path), [])
        return lines[position.line - 1] if position.line <= len(lines) else ""

    def section(self, position: Position) -> str | None:
        """The id of the heading whose section holds ``position``."""
        page = self._page(position.path)
        above = [heading.id for heading in page.headings if heading.line <= position.line] if page else []
        return above[-1] if above else None

    def _page(self, path: str) -> Page | None:
        return next((page for page in self.written.values() if page.path == path), None)

    def says(self, text: str, words: str, language: str) -> bool:
        """Whether ``text`` holds one of the words that the file of a language lists among its signs.

        A text in a language that the tree has not says nothing; another rule tells it.
        """
        own = next((own for own in self.offered if own.code == language), None)
        listed = own.listed(f"signs.{words}") if own else ()
        return any(word.casefold() in text.casefold() for word in listed)

    def told(self, text: str, verdict: str, language: str) -> re.Match | None:
        """Where ``text`` says the thing that a language's file lists regular expressions for under ``verdicts``.

        A text in a language that the tree has not says nothing; another rule tells it.
        """
        key = (verdict, language)
        if key not in self._verdicts:
            own = next((own for own in self.languages if own.code == language), None)
            listed = own.listed(f"verdicts.{verdict}") if own else []
            self._verdicts[key] = [re.compile(entry) for entry in listed]
        return next((found for pattern in self._verdicts[key] if (found := pattern.search(text))), None)

    @cached_property
    def _verdicts(self) -> dict[tuple[str, str], list[re.Pattern]]:
        return {}

    @cached_property
    def official_domains(self) -> frozenset[str]:
        """Domains that belong to a carrier, a provider or a public body."""
        return frozenset(self.domains)

    @cached_property
    def source_places(self) -> list[SourcePlace]:
        """Every declared source, by file; an id that two files declare stands there twice."""
        return [
            SourcePlace(key, source, item)
            for item in self.publishers.values()
            if item.record
            for key, source in item.record.whole_sources.items()
        ]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by its id."""
        return {place.id: place.source for place in self.source_places}

    @cached_property
    def unfit_sources(self) -> frozenset[str]:
        """Ids declared in files that do not fit the model: nothing is known of these, but they are not missing."""
        files = (item.yaml.mapping for item in self.publishers.values() if not item.record)
        maps = (data.get("sources") for data in files)
        declared = {key for mapping in maps if isinstance(mapping, dict) for key in mapping}
        unread = (text for path, text in self.unread.items() if path.startswith(f"{DATA}/sources/"))
        return frozenset(declared.union(*(_KEY.findall(text) for text in unread)))

    @cached_property
    def passages(self) -> list[Passage]:
        """Every stretch of words that readers see, of pages and of records, its values printed; blocks are left out."""
        return list(self._passages(self.pages, written=False))

    @cached_property
    def written_passages(self) -> list[Passage]:
        """The same passages as they stand in the files, values by their address."""
        return list(self._passages(self.written, written=True))

    def _passages(self, pages: dict[tuple[str, str], Page], written: bool) -> Iterator[Passage]:
        languages = {language.code for language in self.languages}
        for page in pages.values():
            yield from page_passages(page)
        for item in self.loaded:
            # The words of a language that mkdocs.yml does not name are shown to nobody.
            if not item.language or item.language in languages:
                values = {} if written else item.values
                yield from record_passages(item.path, item.text, item.yaml, languages, values, item.language)

    def passages_in(self, *languages: str) -> list[Passage]:
        """The passages of these languages."""
        return [passage for passage in self.passages if passage.language in languages]

    @cached_property
    def typed_passages(self) -> list[Passage]:
        """The written passages in which a figure is typed; the words of the interface are not prose."""
        words = {item.path for item in self.words.values()}
        return [p for p in self.written_passages if p.path not in words and FIGURE.search(p.typed)]

    @cached_property
    def citations(self) -> list[Citation]:
        """Every use of a source id, outside generated blocks."""
        found = []
        for item in self.loaded:
            for path, model in item.models:
                for index, key in enumerate(cited_by(model)):
                    words = [".".join(str(part) for part in path), str(getattr(model, "id", ""))]
                    found.append(Citation(key, item.position((*path, "sources", index)), " ".join(words).strip()))
        for page in self.pages.values():
            for key, line, column in page.footnotes:
                if line not in page.block_lines:
                    found.append(Citation(key, page.at(line, column)))
        return found
