"""Read a whole tree once: configuration, pages and records, with the place of everything."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ..finding import Position
from ..model.base import Source
from ..model.carrier import Carrier
from ..model.numbering import NumberingPlan
from ..model.product import Product
from ..model.shared import (
    AmountList,
    ClaimList,
    CompanyGroups,
    DeskList,
    DomainList,
    FaqIndex,
    LabelList,
    PhraseList,
    RedirectMap,
    SearchWords,
    SourceList,
    TermList,
    WordLists,
)
from ..model.style import StyleGuide, SuppressionList
from .config import Config, Language, read_config
from .corpus import Corpus, Form
from .markdown_pages import Page, read_page
from .passages import Passage, page_passages, record_passages
from .yaml_records import UnreadableYaml, YamlData, read_yaml

M = TypeVar("M", bound=BaseModel)

CONFIG = "mkdocs.yml"
DOCS = "docs"
DATA = "docs/_data"
ADDRESSES = f"{DATA}/addresses.txt"
SHARED: dict[str, type[BaseModel]] = {
    "sources": SourceList,
    "amounts": AmountList,
    "desks": DeskList,
    "terms": TermList,
    "phrases": PhraseList,
    "claims": ClaimList,
    "faq": FaqIndex,
    "labels": LabelList,
    "numbering": NumberingPlan,
    "official-domains": DomainList,
    "style": StyleGuide,
    "suppressions": SuppressionList,
    "words": WordLists,
    "redirects": RedirectMap,
    "search": SearchWords,
    "company-groups": CompanyGroups,
}
FOLDERS: dict[str, type[BaseModel]] = {"carriers": Carrier, "products": Product}
MAX_FILE_BYTES = 4_000_000


class NoTree(Exception):
    """The folder is not a guide: there is nothing to check."""


@dataclass(frozen=True)
class ModelFault:
    """A value that does not fit the model, by its path in the file."""

    path: tuple[str | int, ...]
    message: str


@dataclass
class Loaded(Generic[M]):
    """A YAML file: its text, its plain data with places, and the record unless it has faults."""

    path: str
    text: str
    yaml: YamlData
    record: M | None
    faults: list[ModelFault]

    def position(self, path: tuple[str | int, ...] = ()) -> Position:
        """Where the value at ``path`` stands."""
        return Position(self.path, *self.yaml.place(path))

    @cached_property
    def models(self) -> list[tuple[tuple[str | int, ...], BaseModel]]:
        """Every model inside the record, with its path."""
        return list(walk(self.record))


@dataclass(frozen=True)
class SourcePlace:
    """A source and where it is declared."""

    id: str
    source: Source
    item: Loaded
    path: tuple[str, ...]

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


@dataclass(eq=False)
class Site:
    """Everything that was read. Rules look at this and at nothing else."""

    root: Path
    config: Config
    today: datetime.date
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    carriers: dict[str, Loaded[Carrier]] = field(default_factory=dict)
    products: dict[str, Loaded[Product]] = field(default_factory=dict)
    shared: dict[str, Loaded] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)
    published: dict[str, int] = field(default_factory=dict)
    """Published addresses, and the line of the list that names each."""
    unreadable: list[tuple[Position, str]] = field(default_factory=list)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in the order of ``mkdocs.yml``."""
        return self.config.languages

    @cached_property
    def names(self) -> list[str]:
        """Every page name that exists in any language, in the order of the navigation, then by name."""
        known = {name for _, name in self.pages}
        ordered = [entry.name for entry in self.config.nav if entry.name in known]
        return list(dict.fromkeys(ordered + sorted(known)))

    @cached_property
    def loaded(self) -> list[Loaded]:
        """Every YAML record file."""
        return [*self.carriers.values(), *self.products.values(), *self.shared.values()]

    @cached_property
    def carrier_records(self) -> list[Carrier]:
        """The carriers that fit the model, in the order of the navigation."""
        order = {name: place for place, name in enumerate(self.names)}
        records = [item.record for item in self.carriers.values() if item.record]
        return sorted(records, key=lambda c: (order.get(f"carriers/{c.id}.md", len(order)), c.id))

    @cached_property
    def product_records(self) -> list[Product]:
        """The products that fit the model, by id."""
        return [self.products[key].record for key in sorted(self.products) if self.products[key].record]

    def table(self, name: str) -> dict | list:
        """The content of one shared file, empty where it is missing or does not fit."""
        item = self.shared.get(name)
        return item.record.root if item and item.record else {}

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The words of labels.yml: key, then language."""
        return {key: entry.root for key, entry in self.table("labels").items()}

    def says(self, text: str, words: str, language: str) -> bool:
        """Whether ``text`` holds one of the words that ``words.yml`` lists under a key for a language."""
        listed = self.table("words").get(words, {}).get(language, [])
        return any(word.casefold() in text.casefold() for word in listed)

    @cached_property
    def official_domains(self) -> frozenset[str]:
        """Domains that belong to a carrier, a provider or a public body."""
        return frozenset(self.table("official-domains"))

    @cached_property
    def source_places(self) -> list[SourcePlace]:
        """Every declared source, duplicates included."""
        places = []
        for item in [*self.carriers.values(), *self.products.values()]:
            if item.record:
                for key, source in item.record.sources.items():
                    places.append(SourcePlace(key, source, item, ("sources", key)))
        shared = self.shared.get("sources")
        if shared and shared.record:
            for key, source in shared.record.root.items():
                places.append(SourcePlace(key, source, shared, (key,)))
        return places

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by its id."""
        return {place.id: place.source for place in self.source_places}

    @cached_property
    def passages(self) -> list[Passage]:
        """Every stretch of words that readers see, of pages and of records; generated blocks are left out."""
        languages = {language.code for language in self.languages}
        found = [passage for page in self.pages.values() for passage in page_passages(page)]
        for item in self.loaded:
            found += record_passages(item.path, item.text, item.yaml, languages)
        return found

    @cached_property
    def corpora(self) -> dict[str, Corpus]:
        """The passages of each language."""
        return {
            language.code: Corpus([passage for passage in self.passages if passage.language == language.code])
            for language in self.languages
        }

    def matching(self, pattern: re.Pattern, form: Form, *languages: str) -> Iterator[Passage]:
        """The passages of these languages, or of all, in which ``pattern`` may match; see ``Corpus.matching``."""
        for language, corpus in self.corpora.items():
            if not languages or language in languages:
                yield from corpus.matching(pattern, form)

    @cached_property
    def citations(self) -> list[Citation]:
        """Every use of a source id, outside generated blocks."""
        found = []
        for item in self.loaded:
            for path, model in item.models:
                for index, key in enumerate(_cited(model)):
                    found.append(Citation(key, item.position((*path, "sources", index))))
        for page in self.pages.values():
            for key, line, column in page.footnotes:
                if line not in page.block_lines:
                    found.append(Citation(key, Position(page.path, line, column)))
        return found


def _cited(model: BaseModel) -> list[str]:
    sources = getattr(model, "sources", None)
    return sources if isinstance(sources, list) else []


def walk(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """Every model inside ``value``, with its path, depth first."""
    if isinstance(value, BaseModel):
        root = getattr(value, "root", None) if "root" in type(value).model_fields else None
        if root is not None:
            yield from walk(root, path)
            return
        yield path, value
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from walk(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from walk(child, (*path, index))


def load_site(root: Path, today: datetime.date | None = None) -> Site:
    """Read the tree at ``root``.

    Raises:
        NoTree: where there is no ``mkdocs.yml`` or ``docs`` folder, or ``mkdocs.yml`` cannot be read.
    """
    if not (root / CONFIG).is_file():
        raise NoTree(f"{root / CONFIG} is missing; --root must name a folder with {CONFIG} and {DOCS}/")
    if not (root / DOCS).is_dir():
        raise NoTree(f"{root / DOCS} is missing; --root must name a folder with {CONFIG} and {DOCS}/")
    try:
        config = read_config(root / CONFIG)
    except UnreadableYaml as error:
        raise NoTree(f"{root / CONFIG}:{error.line}:{error.column}: {error}") from None
    site = Site(root, config, today or datetime.date.today())
    for path in _files(root, site):
        load_file(site, path)
    return site


def load_file(site: Site, path: str, text: str | None = None) -> None:
    """Read one file of the tree into ``site``; ``text`` stands in for what the disk holds."""
    parts = path.split("/")
    folders = {language.code for language in site.languages}
    if len(parts) > 2 and parts[1] in folders and path.endswith(".md"):
        _load_page(site, path, parts[1], "/".join(parts[2:]), text)
    elif parts[1] == "_data" and path.endswith((".yml", ".yaml")):
        _load_record(site, path, parts[2:], text)
    elif path == ADDRESSES:
        lines = enumerate((text or _text(site, path) or "").split("\n"), 1)
        site.published = {line.strip(): number for number, line in lines if line.startswith("/")}
    elif parts[1] not in folders and parts[1] != "_data":
        site.assets.add("/".join(parts[1:]))


def _files(root: Path, site: Site) -> Iterator[str]:
    real_root = root.resolve()
    for folder, subfolders, files in os.walk(root / DOCS):
        subfolders.sort()
        for name in sorted(files + [n for n in subfolders if (Path(folder) / n).is_symlink()]):
            full = Path(folder) / name
            path = full.relative_to(root).as_posix()
            if full.is_symlink():
                try:
                    inside = full.resolve(strict=True).is_relative_to(real_root)
                except (OSError, RuntimeError):
                    inside = False
                if not inside or full.is_dir():
                    site.unreadable.append(
                        (Position(path), "a link that leads out of the tree, in a circle or nowhere")
                    )
                    continue
            yield path


def _text(site: Site, path: str) -> str | None:
    full = site.root / path
    try:
        if not full.is_file():
            raise OSError("not a regular file")
        if full.stat().st_size > MAX_FILE_BYTES:
            raise OSError(f"larger than {MAX_FILE_BYTES} bytes")
        return full.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        site.unreadable.append((Position(path, line, column), "not UTF-8 text; save the file as UTF-8"))
    except OSError as error:
        site.unreadable.append((Position(path), f"the file cannot be read: {error.strerror or error}"))
    return None


def _load_page(site: Site, path: str, language: str, name: str, text: str | None) -> None:
    text = _text(site, path) if text is None else text
    if text is None:
        return
    try:
        page = read_page(path, language, name, text)
        _ = page.headings
    except UnreadableYaml as error:
        site.unreadable.append((Position(path, error.line, error.column), f"front matter: {error}"))
    except RecursionError:
        site.unreadable.append((Position(path), "nested too deeply to be read"))
    else:
        site.pages[language, name] = page


def _load_record(site: Site, path: str, parts: list[str], text: str | None) -> None:
    stem = parts[-1].rsplit(".", 1)[0]
    if len(parts) == 2 and parts[0] in FOLDERS:
        model = FOLDERS[parts[0]]
    elif len(parts) == 1 and stem in SHARED:
        model = SHARED[stem]
    else:
        known = [f"{name}.yml" for name in SHARED] + [f"{name}/<id>.yml" for name in FOLDERS]
        site.unreadable.append((Position(path), f"no such record file; the guide knows {', '.join(known)}"))
        return
    records = getattr(site, parts[0]) if len(parts) == 2 else site.shared
    if path.endswith(".yaml"):
        site.unreadable.append((Position(path), f"records end in .yml; rename the file to {stem}.yml"))
        return
    text = _text(site, path) if text is None else text
    if text is None:
        return
    try:
        data = read_yaml(text)
    except UnreadableYaml as error:
        site.unreadable.append((Position(path, error.line, error.column), str(error)))
        return
    records[stem] = Loaded(path, text, data, *_fit(model, data.data, site))


def _fit(model: type[M], data: object, site: Site) -> tuple[M | None, list[ModelFault]]:
    try:
        context = {"languages": [language.code for language in site.languages]}
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        return None, _collapsed(error, data)


def _collapsed(error: ValidationError, data: object) -> list[ModelFault]:
    # A union reports once per member; one place gets one finding.
    messages: dict[tuple, list[str]] = {}
    for entry in error.errors(include_url=False, include_context=False):
        path = _existing(entry["loc"], data, missing=entry["type"] == "missing")
        messages.setdefault(path, [])
        text = entry["msg"].removeprefix("Value error, ")
        if text not in messages[path]:
            messages[path].append(text)
    # What one member of a union says inside the value is nearer than "should be unknown" about all of it.
    inner = {path[:size] for path in messages for size in range(len(path))}
    return [ModelFault(path, " or ".join(texts)) for path, texts in messages.items() if path not in inner]


def _existing(location: tuple, data: object, missing: bool) -> tuple:
    path, current = [], data
    for part in location:
        if (
            isinstance(current, dict)
            and part in current
            or isinstance(current, list)
            and isinstance(part, int)
            and part < len(current)
        ):
            current = current[part]
        elif missing and part == location[-1]:
            path.append(part)
            break
        else:
            continue  # the name of a member of a union is no part of the file
        path.append(part)
    return tuple(path)
