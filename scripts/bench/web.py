#!/usr/bin/env python3
"""The guide beside Material, Starlight and VitePress as they come, and the bare text, on a phone with a bad network.

All are made from the pages of the default language, served by one nginx over HTTP/2 with what brotli packed, and
visited in turns, so that a slow minute of the machine meets all of them. Needs npm, the network, nginx and Chromium,
and takes half an hour. Prints Markdown: medians, and by how much ours differs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

from benching import ROOT

sys.path.append(str(ROOT / "scripts" / "jobs"))

from guide.expand import read_tree
from guide.languages import Language
from guide.render.mkdocs import build_site
from guide.tree.read import read_languages
from headless import chromium, executable
from hosting import Log, hosted
from nginx import NoNginx, pack
from playwright.sync_api import Browser
from rivals import PROJECT, Article, articles, bare, material, starlight, vitepress
from visits import LATENCY, PHONE, RATE, SLOWED, Search, Visit, visit

OURS, FLOOR = "ours", "bare"
PAGES = ("", "carriers/docomo/", "faq/money/", "cancel/phone/")
"""What is visited, in this order and round again: each one's second page is the next."""
QUERY = "docomo"
"""A name that every tool finds in every language, whatever it knows of words."""
SEARCHES = {
    OURS: Search("label[for=search-header]", "#search-header", "[role=option]"),
    "Material": Search(
        "label.md-header__button[for=__search]", "[data-md-component=search-query]", "a.md-search-result__link"
    ),
    "Starlight": Search("button[data-open-modal]", ".pagefind-ui__search-input", ".pagefind-ui__result-link"),
    "VitePress": Search("#local-search button", "#localsearch-input", ".VPLocalSearchBox .result"),
}
COLUMNS = {
    "bytes": ("KB", 1000, 1),
    "requests": ("requests", 1, 0),
    "first": ("first paint, s", 1000, 2),
    "largest": ("largest paint, s", 1000, 2),
    "blocked": ("blocked, ms", 1, 0),
    "shifted": ("shift", 1, 3),
    "second": ("second page, s", 1000, 2),
    "second_bytes": ("its KB", 1000, 1),
    "search": ("search to first result, s", 1000, 2),
    "search_bytes": ("its KB", 1000, 1),
}
"""What a table shows: heading, by what the value is divided, and digits."""
Figures = dict[str, float]
Measured = dict[str, dict[str, Figures]]
"""Medians by page and tool."""


def main() -> None:
    """Build all, visit all, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each page of each tool is visited")
    parser.add_argument("--site", type=Path, help="our site where it is built already, from the same tree")
    parser.add_argument("--floor", action="store_true", help="ours and the bare text alone: more rounds in less time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-web-") as name:
        folder = Path(name)
        site = options.site or _built(folder / "built")
        languages = read_languages(ROOT)
        language = next(language for language in languages if language.default)
        others = tuple(other for other in languages if other is not language)
        pages = articles(site, language, others)
        sites = _sites(site, pages, language, others, folder, (OURS, FLOOR) if options.floor else (*SEARCHES, FLOOR))
        with hosted(sites, folder) as (addresses, log), chromium() as browser:
            print(f"{_setting(browser, len(pages), options.rounds)}\n", flush=True)
            measured = _visited(browser, log, addresses, pages, options.rounds)
    for path, tools in measured.items():
        print("\n".join(_table(path, tools)), end="\n\n")
    print("\n".join(_ratios(measured)))


def _built(target: Path) -> Path:
    build_site(read_tree(ROOT), target)
    return target


def _sites(
    site: Path,
    pages: dict[str, Article],
    language: Language,
    others: tuple[Language, ...],
    folder: Path,
    wanted: tuple[str, ...],
) -> dict[str, Path]:
    """What is ``wanted`` for the comparison, by name, packed."""
    # Nobody here asks for other languages, books and packs, and compressing them would take long.
    left = {*(other.code for other in others), "download", "offline"}
    makers: dict[str, Callable[[], Path]] = {
        OURS: lambda: shutil.copytree(site, folder / OURS, ignore=lambda at, _: left if Path(at) == site else set()),
        "Material": lambda: material(language, folder / "material"),
        "Starlight": lambda: starlight(pages, language, folder / "starlight"),
        "VitePress": lambda: vitepress(pages, language, folder / "vitepress"),
        FLOOR: lambda: bare(pages, language, folder / FLOOR),
    }
    sites = {name: make() for name, make in makers.items() if name in wanted}
    for built in sites.values():
        pack(built)
    return sites


def _visited(browser: Browser, log: Log, addresses: dict[str, str], pages: dict[str, Article], rounds: int) -> Measured:
    """Medians of all visits; a second page and a search are part of every second round."""
    visits: dict[str, dict[str, list[Visit]]] = {path: {name: [] for name in addresses} for path in PAGES}
    for turn in range(rounds):
        for path, then in zip(PAGES, (*PAGES[1:], PAGES[0]), strict=True):
            for name, address in addresses.items():
                second = (address + then, pages[then].title) if turn % 2 == 1 else None
                search = SEARCHES.get(name) if turn % 2 == 1 else None
                visits[path][name].append(visit(browser, log, address + path, second, search, QUERY))
    return {path: {name: _medians(found) for name, found in tools.items()} for path, tools in visits.items()}


def _medians(visits: list[Visit]) -> Figures:
    """Of each value that some visit has."""
    values = [asdict(found) for found in visits]
    known = {key: [found[key] for found in values if found[key] is not None] for key in COLUMNS}
    return {key: statistics.median(found) for key, found in known.items() if found}


def _setting(browser: Browser, pages: int, rounds: int) -> str:
    npm = json.loads((PROJECT / "package.json").read_text("utf-8"))["dependencies"]
    versions = [f"mkdocs-material {metadata.version('mkdocs-material')}", *(f"{name} {npm[name]}" for name in npm)]
    return (
        f"{', '.join(versions)}; {pages} pages each; {Path(executable() or '').name} {browser.version}; "
        f"{PHONE['width']} px, {LATENCY} ms, {RATE / 1000:.0f} kbit/s, CPU slowed {SLOWED} times, cold; "
        f"medians of {rounds}, of a second page and a search of {rounds // 2}"
    )


def _table(path: str, tools: dict[str, Figures]) -> Iterator[str]:
    yield f"| `/{path}` | {' | '.join(heading for heading, _, _ in COLUMNS.values())} |"
    yield f"| --- |{' ---: |' * len(COLUMNS)}"
    for name, figures in tools.items():
        shown = COLUMNS.items()
        values = (f"{figures[key] / unit:.{digits}f}" if key in figures else "" for key, (_, unit, digits) in shown)
        yield f"| {name} | {' | '.join(values)} |"


def _ratios(measured: Measured) -> Iterator[str]:
    """Ours as a part of each other tool's, bytes and paints."""
    kept = ("bytes", "first", "largest")
    others = [name for name in next(iter(measured.values())) if name != OURS]
    yield f"| ours / others: {', '.join(kept)} | {' | '.join(others)} |"
    yield f"| --- |{' ---: |' * len(others)}"
    for path, tools in measured.items():
        cells = []
        for name in others:
            parts = (tools[OURS][key] / max(tools[name][key], 1e-9) for key in kept)
            cells.append(", ".join(f"{part:.2f}" for part in parts))
        yield f"| `/{path}` | {' | '.join(cells)} |"


if __name__ == "__main__":
    try:
        main()
    except NoNginx as error:
        sys.exit(f"error: {error}")
