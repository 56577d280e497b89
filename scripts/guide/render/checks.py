"""Checks on the built site (family ST): what only the rendered HTML can show."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..model.finding import Finding, Position
from ..processors import side_by_side
from ..share.short_pages import short_files
from ..source.kept import Kept
from ..tree.addresses import in_language, page_path, page_paths
from ..tree.books import book_files
from ..tree.links import TOP
from ..tree.tree import Tree
from .alternates import alternates
from .apart import list_files, whole
from .codes import (
    ALTERNATES,
    DUPLICATE_ID,
    INLINE_CODE,
    LED_ELSEWHERE,
    LEFT_OVER,
    MISSING_ALT,
    PAGE_HEAD,
    RENDERED_LINK,
    THIRD_PARTY_REQUEST,
    UNMARKED_LANGUAGE,
    SiteCheck,
)
from .delivery.policy import hashes, source_hash
from .left_over import left_over
from .notes import noted
from .redirects import files as redirect_files
from .shape import shape
from .structure.check import check_page
from .structure.html import Stray, Tags
from .structure.parts import Builder, Structure
from .structure.targets import of_address
from .tongues import Foreign, Tongues, foreign

_LOADS = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("video", "poster"),
    ("object", "data"),
    ("embed", "src"),
    ("track", "src"),
    ("input", "src"),
    ("use", "href"),
    ("image", "href"),
    ("body", "background"),
    ("a", "ping"),
}
_SLOTS = "checked"
_SITE = "site/"
MANY = 20
"""What more pages than this have alike comes from what they share, not from the text of each."""
_SETS = ("srcset", "imagesrcset")
_STYLE_URL = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])([^\"')]+)")
_LINK_LOADS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect"})


@dataclass
class HtmlPage:
    """What one rendered page holds. Lines count from 1."""

    path: str
    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    policy: str = ""
    """Its Content-Security-Policy."""
    alternates: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    loads: list[tuple[str, int]] = field(default_factory=list)
    inline: list[tuple[str, int]] = field(default_factory=list)
    no_alt: list[int] = field(default_factory=list)
    led: list[tuple[str, str, int]] = field(default_factory=list)
    """What leads the reader on without being asked: the tag, the address, the line."""
    structure: Structure = field(default_factory=Structure)
    """The parts of the article."""
    stray: list[Stray] = field(default_factory=list)
    """Tags and comments that do not belong into the article."""
    unmarked: list[tuple[str, str, int]] = field(default_factory=list)
    """Words of another language without their mark: the words, the tag they stand under, the line."""


Add = Callable[[HtmlPage, int, SiteCheck, str], None]
"""Adds a finding of a check: page, line, message."""


class _Reader(HTMLParser):
    def __init__(self, page: HtmlPage, characters: Foreign, notes: Sequence[str]):
        super().__init__()
        self.page = page
        self.notes = notes
        self.tongues = Tongues(characters)
        page.unmarked = self.tongues.found
        self.in_title = False
        self.in_svg = 0
        self.article: Tags | None = None
        self.raw: tuple[str, int] | None = None
        """The inline script or stylesheet that is being read, and its line."""
        self.text = ""
        """What was read of it."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        line = self.getpos()[0]
        self.tongues.start(tag, given)
        if self.article:
            self.article.start(tag, given, line)
        elif tag == "article":
            folder = posixpath.dirname(self.page.path)
            builder = Builder()
            self.page.structure = builder.structure
            self.article = Tags(builder, lambda url: of_address(folder, url), self.notes)
            self.page.stray = self.article.faults
        page = self.page
        if tag == "svg":
            self.in_svg += 1
        if tag == "html":
            page.language = given.get("lang", "")
        if tag == "title" and not self.in_svg:
            self.in_title = True
        if tag == "meta" and given.get("name") == "description":
            page.description = given.get("content", "")
        if key := given.get("id"):
            if key in page.ids:
                page.repeated.append((key, line))
            page.ids.setdefault(key, line)
        self._links(tag, given, line)
        if tag == "img" and "alt" not in given:
            page.no_alt.append(line)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/ld+json"):
            self.raw, self.text = (tag, line), ""
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            page.policy = given.get("content", "")
        page.inline += [(f"the inline handler {key}", line) for key in given if key.startswith("on")]
        if "style" in given:
            page.inline.append(("an inline style", line))

    def _links(self, tag: str, given: dict[str, str], line: int) -> None:
        page, kinds = self.page, set(given.get("rel", "").split())
        if tag == "link" and "canonical" in kinds:
            page.canonical = given.get("href", "")
        elif tag == "link" and "alternate" in kinds and "hreflang" in given:
            page.alternates[given["hreflang"]] = given.get("href", "")
        for key, value in given.items():
            if (tag, key) in _LOADS and (tag != "link" or kinds & _LINK_LOADS):
                page.loads.append((value, line))
            elif key in _SETS:
                page.loads += [(one.split()[0], line) for one in value.split(",") if one.strip()]
        if tag in ("a", "area") and "href" in given:
            page.links.append((given["href"], line))
        self._leading(tag, given, line)

    def _leading(self, tag: str, given: dict[str, str], line: int) -> None:
        led = self.page.led
        if tag == "base" and "href" in given:
            led.append(("base", given["href"], line))
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            led.append(("refresh", given.get("content", "").rpartition("=")[2], line))
        for key in ("action", "formaction"):
            if urlsplit(given.get(key, "")).netloc:
                led.append((tag, given[key], line))

    def handle_endtag(self, tag: str) -> None:
        self.tongues.end(tag)
        if self.raw and tag == self.raw[0]:
            self._inline(*self.raw, self.text)
            self.raw = None
        if self.article and tag == "article":
            self.article.finish(self.getpos()[0])
            self.article = None
        elif self.article:
            self.article.end(tag, self.getpos()[0])
        if tag == "title":
            self.in_title = False
        if tag == "svg" and self.in_svg:
            self.in_svg -= 1

    def _inline(self, tag: str, line: int, text: str) -> None:
        # Only what the page's own policy names by its hash; the policy stands before it.
        page, directive = self.page, f"{tag}-src"
        if source_hash(text) not in hashes(page.policy, directive):
            what = "an inline script" if tag == "script" else "an inline stylesheet"
            page.inline.append((f"{what} that the page's policy does not name", line))
        if tag == "style":
            page.loads += [(url.strip(), line) for url in _STYLE_URL.findall(text) if not url.startswith("data:")]

    def handle_comment(self, data: str) -> None:
        if self.article:
            self.article.comment(data)

    def handle_data(self, data: str) -> None:
        line = self.getpos()[0]
        self.tongues.data(data, line)
        if self.raw:
            self.text += data
        if self.article:
            self.article.data(data, line)
        if self.in_title:
            self.page.title += data


def read_html(path: str, text: str, characters: Foreign | None = None) -> HtmlPage:
    """Read one rendered page; ``characters`` says what is foreign in each language."""
    page = HtmlPage(path)
    reader = _Reader(page, characters or {}, noted(text))
    reader.feed(text)
    reader.close()
    return page


def read_stylesheet(path: str, text: str) -> HtmlPage:
    """Read what one stylesheet loads."""
    lines = enumerate(text.split("\n"), 1)
    return HtmlPage(path, loads=[(url.strip(), number) for number, line in lines for url in _STYLE_URL.findall(line)])


def check_site(target: Path, tree: Tree, site_url: str, kept: Kept | None = None) -> list[Finding]:
    """All findings on the site rendered into ``target`` for the address ``site_url``.

    A page in which an earlier check found nothing is taken from ``kept``.
    """
    books = book_files(tree.offered)
    # A whole guide in one file is made of pages that are read here; the tests look at it.
    paths = sorted({file.relative_to(target).as_posix() for file in target.rglob("*.html")} - books)
    looked = side_by_side(_Looker(target, tree, kept or Kept()).look, paths)
    pages = {page.path: page for page, _ in looked}
    files = {file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()}
    findings = [finding for _, found in looked for finding in found]
    redirects = redirect_files(tree)
    headless = {"404.html"} | redirects | short_files(tree) | list_files(target)

    def add(page: HtmlPage, line: int, check: SiteCheck, message: str) -> None:
        findings.append(_on_site(page.path, line, check, message))

    styles = [read_stylesheet(path, (target / path).read_text("utf-8")) for path in files if path.endswith(".css")]
    for page in [*pages.values(), *styles]:
        for target_url, line in page.links + page.loads:
            _check_link(page, target_url, line, pages, files, site_url, add)
        for url, line in page.loads:
            if urlsplit(url).netloc and not url.startswith(site_url):
                add(page, line, THIRD_PARTY_REQUEST, f"the page loads {url} from another host")
        for key, line in page.repeated:
            add(page, line, DUPLICATE_ID, f'the id "{key}" is used twice')
        for tag, url, line in page.led if page.path not in redirects else ():
            add(page, line, LED_ELSEWHERE, f'<{tag}> leads the reader to "{url}"')
        for what, line in page.inline:
            add(page, line, INLINE_CODE, f"{what} is on the page")
        for line in page.no_alt:
            add(page, line, MISSING_ALT, "an image has no alt text")
        for words, tag, line in page.unmarked:
            add(page, line, UNMARKED_LANGUAGE, f'"{words}" is marked with lang "{tag}"')
    headed = [page for page in pages.values() if page.path not in headless]
    for page in headed:
        _check_head(page, tree, site_url, add)
    # In a language in work, what is missing is meant to be that of the default language.
    in_work = tuple(language.prefix for language in tree.in_work)
    _check_unique([page for page in headed if not page.path.startswith(in_work)], add)
    for path in page_paths(tree):
        for other in alternates(path, site_url, tree.offered):
            if f"{other.path}index.html" not in files:
                add(HtmlPage(f"{other.path}index.html"), 1, RENDERED_LINK, "the page was not rendered")
    return sorted(_told_once(findings))


def _told_once(findings: list[Finding]) -> Iterator[Finding]:
    """The findings; what is wrong in the same words on many pages stands in their frame, and is told once."""
    alike: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.code, finding.message].append(finding)
    for group in alike.values():
        if len(group) <= MANY or not all(finding.position.path.startswith(_SITE) for finding in group):
            yield from group
        else:
            first = min(group)
            message = f"{first.message}; so it is at {len(group) - 1} other places"
            yield replace(
                first, message=message, fix="correct it where they share it: overrides/, mkdocs.yml or docs/assets/"
            )


class _Looker:
    """Looks at single pages: what they hold, and what is wrong with each by itself."""

    def __init__(self, target: Path, tree: Tree, kept: Kept):
        self._target, self._kept = target, kept
        self._shape = shape(tree).text
        self._characters = foreign(tree.offered)
        self._made = [language for language in tree.offered if language.source is not None]
        self._written = {
            f"{in_language(page_path(name), language)}index.html": (written, language.prefix)
            for language in tree.offered
            for (code, name), written in [*tree.pages.items(), *tree.made.items()]
            if code == language.code
        }

    def look(self, path: str) -> tuple[HtmlPage, list[Finding]]:
        """A page of the site, without the parts of its article, and the findings on these."""
        file = self._target / path
        text, own = whole(file), file.read_text("utf-8")
        written, _ = self._written.get(path, (None, ""))
        made_from = "\0".join((self._shape, written.text if written else "", own, text))
        look = partial(self._looked, path, own, text)
        # A finding has its place in a record or page, which may move there.
        return self._kept.value(f"{_SLOTS}/{path}", made_from, look, worth=lambda looked: not looked[1])

    def _looked(self, path: str, own: str, text: str) -> tuple[HtmlPage, list[Finding]]:
        page = read_html(path, text, self._characters)
        findings = [
            _on_site(path, line, LEFT_OVER, message)
            for language in self._made
            if path.startswith(language.prefix)
            for line, message in left_over(own, language)
        ]
        written, prefix = self._written.get(path, (None, ""))
        if written:
            folder = path.removesuffix("index.html")
            findings += check_page(written, page.structure, page.stray, folder, prefix)
        page.structure, page.stray = Structure(), []
        return page, findings


def _on_site(path: str, line: int, check: SiteCheck, message: str) -> Finding:
    return Finding(Position(f"{_SITE}{path}", line), check.code, check.slug, message)


def _check_link(
    page: HtmlPage, url: str, line: int, pages: dict[str, HtmlPage], files: set[str], site_url: str, add: Add
) -> None:
    # Most links are notes of the same page; the next most leave the site.
    if url.startswith("#") and len(url) > 1:
        if unquote(url[1:]) not in page.ids | {TOP: 1}:
            add(page, line, RENDERED_LINK, f'"{url}": there is no {unquote(url)}')
        return
    if url.startswith(("https://", "http://", "tel:")) and not url.startswith(site_url):
        return
    prefix = urlsplit(site_url).path
    parts = urlsplit(prefix + url.removeprefix(site_url) if url.startswith(site_url) else url)
    if parts.scheme or parts.netloc:
        return
    path = unquote(parts.path)
    if path.startswith("/"):
        if not f"{path}/".startswith(prefix):
            add(page, line, RENDERED_LINK, f'"{url}" leads out of the site, which is below {prefix}')
            return
        target = path.removeprefix(prefix).lstrip("/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    target = "" if target == "." else target
    if path.endswith("/") or target == "" or path in (".", ".."):
        target = posixpath.join(target, "index.html")
    if target not in files:
        add(page, line, RENDERED_LINK, f'"{url}" leads to nothing')
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids | {TOP: 1}:
        add(page, line, RENDERED_LINK, f'"{url}": there is no #{unquote(parts.fragment)}')


def _check_head(page: HtmlPage, tree: Tree, site_url: str, add: Add) -> None:
    path = page.path.removesuffix("index.html")
    expected = alternates(path, site_url, tree.offered)
    own = next((other for other in expected if other.path == path), None)
    if own is None:
        add(page, 1, PAGE_HEAD, "the page belongs to no language")
        return
    if page.language != own.tag:
        add(page, 1, PAGE_HEAD, f'html lang is "{page.language}", expected "{own.tag}"')
    for name in ("title", "description"):
        if not getattr(page, name).strip():
            add(page, 1, PAGE_HEAD, f"the {name} is empty")
    if page.canonical != own.url:
        add(page, 1, ALTERNATES, f'canonical is "{page.canonical}", expected "{own.url}"')
    wanted = {other.tag: other.url for other in expected} | {"x-default": next(o.url for o in expected if o.default)}
    if page.alternates != wanted:
        add(page, 1, ALTERNATES, f"hreflang is {page.alternates}, expected {wanted}")


def _check_unique(pages: list[HtmlPage], add: Add) -> None:
    for name in ("title", "description"):
        seen: dict[str, HtmlPage] = {}
        for page in pages:
            value = getattr(page, name).strip()
            if value:
                if value in seen:
                    add(page, 1, PAGE_HEAD, f"the {name} is the same as that of {seen[value].path}")
                seen.setdefault(value, page)
