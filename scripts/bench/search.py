#!/usr/bin/env python3
"""Compare our search with others on the queries of ``tests/search/queries.yml``, in Chromium, and print a table.

Ours and the theme's stock search are asked through their fields. MiniSearch and lunr get our sections, folding and
n-grams, once without and once with our names and synonyms. Pagefind indexes the same pages. MiniSearch and Pagefind are
fetched with npm, so this needs Node and the network; ``make test`` does not.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from benching import ROOT, expand, mkdocs_build, npm_install
from builds import stock_config

sys.path += [str(ROOT / folder) for folder in ("tests", "tests/search", "scripts/jobs")]

from asking import Asker, Figures, Query, percentile, read_queries
from chromium import serve
from guide.expand import read_tree
from guide.render.mkdocs import build_site
from guide.tree.read import read_languages
from headless import chromium
from playwright.sync_api import Browser, Response

LANGUAGES = {language.code: language for language in read_languages(ROOT)}
PACKAGES = {"minisearch": "minisearch@7.2.0", "pagefind": "pagefind@1.5.2"}
Answered = tuple[Figures, list[float], float]
"""How well a search answered, in how many milliseconds each, and how many bytes were fetched."""
Ask = Callable[[str, list[Query]], Answered]
HELD_BACK = ["held", "fresh", "strangers"]
HEAD = """| search | language | first | first three | MRR | silent on nonsense | ms p50 | ms p95 | KB fetched |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
STOCK = """async text => {
  const input = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector("[data-md-component=search-result]");
  let last = performance.now();
  const start = last;
  const watcher = new MutationObserver(() => (last = performance.now()));
  watcher.observe(list, { childList: true, subtree: true, characterData: true });
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("keyup", { bubbles: true }));
  input.dispatchEvent(new Event("input", { bubbles: true }));
  do await new Promise((go) => setTimeout(go, 60)); while (performance.now() - Math.max(last, start + 120) < 180);
  watcher.disconnect();
  const links = [...list.querySelectorAll("a.md-search-result__link")].slice(0, 10).map((link) => link.href);
  return { found: links, took: last - start };
}"""


def main() -> None:
    """Build everything, ask everything, print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", nargs="+", default=HELD_BACK, help="sets of queries to ask")
    options = parser.parse_args()
    queries = {
        language: [query for name in options.sets for query in sets[name]] for language, sets in read_queries().items()
    }
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as name, chromium() as browser:
        folder = Path(name)
        ours, stock = _our_site(folder / "ours"), _stock_site(folder / "stock")
        _add_rivals(ours, folder)
        rows = [("ours", lambda *given: _ask_ours(browser, ours, *given))]
        rows.append(("Material's stock search", lambda *given: _ask_stock(browser, stock, *given)))
        for rival in ("lunr", "minisearch"):
            for words, label in (("0", "n-grams"), ("1", "n-grams, our names and synonyms")):
                rows.append((f"{rival}, {label}", _asker_of(browser, ours, rival, words)))
        rows.append(("Pagefind", _asker_of(browser, ours, "pagefind", "0")))
        print(f"\n{' and '.join(options.sets)}, {_versions()}\n\n{HEAD}")
        for label, ask in rows:
            for language in LANGUAGES:
                figures, times, size = ask(language, queries[language])
                print(
                    f"| {label} | {language} | {figures.within(1):.1%} | {figures.within(3):.1%} "
                    f"| {figures.reciprocal_rank:.2f} | {figures.silence:.0%} | {statistics.median(times):.1f} "
                    f"| {percentile(times, 0.95):.1f} | {size / 1000:.0f} |",
                    flush=True,
                )


def _versions() -> str:
    theme = f"mkdocs-material {metadata.version('mkdocs-material')}"
    return f"{date.today()}: {theme}, lunr of mkdocs {metadata.version('mkdocs')}, {', '.join(PACKAGES.values())}"


def _our_site(target: Path) -> Path:
    build_site(read_tree(ROOT), target)
    return target


def _stock_site(target: Path) -> Path:
    """The same pages with the theme as it comes: its templates, scripts and search plugin."""
    expand(ROOT)
    mkdocs_build(stock_config(ROOT, target), "--quiet", check=True)
    return target


def _add_rivals(tree: Path, folder: Path) -> None:
    """Put the rivals beside our site: bench.html and what it loads."""
    import mkdocs

    modules = npm_install(folder, *PACKAGES.values())
    (tree / "bench").mkdir()
    shutil.copytree(modules / "minisearch", tree / "bench" / "minisearch")
    lunr = Path(mkdocs.__file__).parent / "contrib" / "search" / "templates" / "search" / "lunr.js"
    shutil.copy(lunr, tree / "bench" / "lunr.js")
    binary = modules / ".bin" / "pagefind"
    command = [str(binary), "--site", str(tree), "--root-selector", "article", "--exclude-selectors", ".footnote"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copy(Path(__file__).with_suffix(".js"), tree / "bench.js")
    page = '<!doctype html><html lang="{}"><script type="module" src="bench.js"></script></html>'
    for language in LANGUAGES:
        tag = LANGUAGES[language].tag.lower()
        (tree / f"bench-{language}.html").write_text(page.format(tag), encoding="utf-8")


def _ask_ours(browser: Browser, tree: Path, language: str, queries: list[Query]) -> Answered:
    server, address = serve(tree)
    page = browser.new_page()
    page.goto(address + LANGUAGES[language].prefix + "carriers/au/")
    asker = Asker(page, address + LANGUAGES[language].prefix)
    asker.ask("esim")
    figures = Figures()
    for query, answers in zip(queries, asker.ask_all([query.text for query in queries]), strict=True):
        figures.add(query, answers)
    asker.times()
    asker.type([query.text for query in queries[::2]])
    times, size = asker.times(), asker.bytes
    page.close()
    server.shutdown()
    return figures, times, size


def _ask_stock(browser: Browser, tree: Path, language: str, queries: list[Query]) -> Answered:
    server, address = serve(tree)
    home = address + LANGUAGES[language].prefix
    page = browser.new_page()
    size: list[Response] = []
    page.on("response", lambda response: size.extend([response] if "search" in response.url else []))
    page.goto(home + "carriers/au/")
    page.locator("[data-md-component=search-query]").focus(timeout=5000)
    page.wait_for_timeout(3000)
    figures, times = Figures(), []
    for query in queries:
        answer = page.evaluate(STOCK, query.text)
        times.append(answer["took"])
        # Results of another language keep its folder and so match nothing.
        figures.add(query, [_bare(link, home) for link in answer["found"]])
    fetched = sum(map(_sent, size))
    page.close()
    server.shutdown()
    return figures, times, fetched


def _bare(link: str, home: str) -> str:
    parts = urlsplit(link)
    return f"{parts.scheme}://{parts.netloc}{parts.path}".removeprefix(home) + f"#{parts.fragment}"


def _asker_of(browser: Browser, tree: Path, rival: str, words: str) -> Ask:
    def ask(language: str, queries: list[Query]) -> Answered:
        server, address = serve(tree)
        page = browser.new_page()
        size: list[Response] = []
        kept = "lunr.js" if rival == "lunr" else "minisearch" if rival == "minisearch" else "pagefind/"
        page.on("response", lambda response: size.extend([response] if kept in response.url else []))
        home = f"/{LANGUAGES[language].prefix}"
        page.goto(f"{address}bench-{language}.html?rival={rival}&language={language}&words={words}&home={home}")
        own = page.evaluate("window.ready")
        figures, times = Figures(), []
        for query in queries:
            answer = page.evaluate("text => window.ask(text)", query.text)
            times.append(answer["took"])
            figures.add(query, [link if "#" in link else link + "#" for link in answer["found"]])
        fetched = own + sum(map(_sent, size))
        page.close()
        server.shutdown()
        return figures, times, fetched

    return ask


def _sent(response: Response) -> int:
    body = response.body()
    return len(body) if body[:2] == b"\x1f\x8b" else len(gzip.compress(body, 6))


if __name__ == "__main__":
    main()
