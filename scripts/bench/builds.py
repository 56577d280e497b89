#!/usr/bin/env python3
"""What a build costs on trees with 1, 4 and 16 times the pages, step by step, beside the stock set-up on the same ones.

The stock set-up is Material with static-i18n and its search, without anything of ours; it makes every page each time.
Ours is built from nothing, then as it stands, then with one sentence more on a page. Every build has a process of its
own. Counted are the time of the processor, which a busy machine lengthens little, the clock, and the peak of memory.
Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from benching import copied_tree
from check import COPY, multiplied
from guide.expand import read_tree
from guide.expand.output import BUILD, EXPANDED
from guide.processors import Alongside
from guide.source.config import read_config
from guide.tree.layout import CONFIG, DOCS

TIMES = (1, 4)
STEPS = {
    "read_tree": "read and expand",
    "run_rules": "rules",
    "write_tree": "write the Markdown",
    "render": "MkDocs",
    "write_books": "books",
    "_pictures": "pictures",
    "write_page_parts": "lists apart, heads, codes",
    "write_indexes": "search index",
    "deliver": "styles and policies",
    "write_offline": "packs for offline",
    "check_site": "check of the site",
}
"""Steps that cost something, by the function that does them."""
REST = "all other steps"
OUTPUT = {"search index": "search/*.json", "packs for offline": "offline/*.pack.json"}
_NAV = re.compile(r"^nav:\n(?:[ -].*\n|\n)+", re.M)
_ENTRY = re.compile(r"([\w/-]+\.md)$", re.M)
# static-i18n takes codes of two letters.
NEW_LANGUAGES = ("ko", "vi", "pt", "id", "ne")
FROM_NOTHING, STOCK = "ours, from nothing", "stock"
SENTENCE = "\n1\n"
"""What a page gets that is changed."""
Steps = dict[str, float]


def main() -> None:
    """Measure and print two tables."""
    if sys.argv[1:2] == ["--inside"]:
        return _inside(Path(sys.argv[2]))
    if sys.argv[1:2] == ["--steps"]:
        return _by_steps(Path(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=TIMES, help="how many copies of the pages a tree has")
    parser.add_argument(
        "--grown",
        type=int,
        nargs=2,
        metavar=("TIMES", "MORE"),
        help="measure the guide beside one with so many times the carriers and so many more languages instead",
    )
    options = parser.parse_args()
    beside: dict[int, dict[str, Steps]] = {}
    steps, pages = {}, {}
    with tempfile.TemporaryDirectory(prefix="guide-build-") as name:
        for times in (1, options.grown[0]) if options.grown else options.times:
            folder = Path(name) / f"tree-{times}"
            if options.grown:
                tree = grown(folder, times, options.grown[1] if times > 1 else 0)
            else:
                tree = _with_navigation(multiplied(folder, times), times)
            build = [sys.executable, __file__, "--inside", str(tree)]
            beside[times] = {FROM_NOTHING: _measured(*build), "ours, nothing new": _measured(*build)}
            with (tree / _longest_page(tree)).open("a", encoding="utf-8") as page:
                page.write(SENTENCE)
            beside[times]["ours, one sentence more"] = _measured(*build)
            pages[times] = len(list((tree / EXPANDED).rglob("*.md")))
            config = stock_config(tree, tree / "stock")
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
            beside[times][STOCK] = _measured(*command)
            shutil.rmtree(tree / BUILD)
            steps[times] = _measured(sys.executable, __file__, "--steps", str(tree))
    print("\n".join(_beside(beside, pages)))
    print()
    print("\n".join(_step_table(steps, pages)))


def _longest_page(tree: Path) -> Path:
    """The longest page that people wrote in the default language of a tree."""
    folder = tree / DOCS / read_config(tree / CONFIG).default.code
    return max(folder.rglob("*.md"), key=lambda page: page.stat().st_size)


def _with_navigation(tree: Path, times: int) -> Path:
    """Name the copied pages in the navigation too, else MkDocs warns of each."""
    config = tree / CONFIG
    text = config.read_text("utf-8")
    nav = _NAV.search(text)
    if nav is None:
        raise SystemExit(f"{CONFIG} has no navigation")
    entries = nav[0].removeprefix("nav:\n").rstrip("\n")
    copies = []
    for name in map(COPY.format, range(1, times)):
        below = _ENTRY.sub(rf"{name}/\1", entries)
        copies.append(f"  - {name}:\n" + re.sub("^", "    ", below, flags=re.M))
    config.write_text(text.replace(nav[0], "\n".join([nav[0].rstrip("\n"), *copies]) + "\n\n"), encoding="utf-8")
    return tree


def grown(target: Path, times: int, languages: int) -> Path:
    """The guide with ``times`` as many carriers, and with more languages, which say what the last one says."""
    copied_tree(target)
    docs, config = target / DOCS, target / CONFIG
    text = config.read_text("utf-8")
    for record in sorted((docs / "_data" / "carriers").glob("*.yml")):
        own = re.compile(rf"(?<=[: ]){re.escape(record.stem)}(?=$| -->)", re.M)
        for number in range(1, times):
            copy = f"{record.stem}-{COPY.format(number)}"
            said = record.read_text("utf-8").replace(f"\nid: {record.stem}\n", f"\nid: {copy}\n")
            record.with_stem(copy).write_text(said, encoding="utf-8")
            for page in docs.glob(f"*/carriers/{record.stem}.md"):
                page.with_stem(copy).write_text(own.sub(copy, page.read_text("utf-8")), encoding="utf-8")
            entry = f"carriers/{record.stem}.md\n"
            text = text.replace(entry, f"{entry}      - carriers/{copy}.md\n", 1)
    last = next(
        language.code for language in reversed(read_config(config).languages) if (docs / language.code).is_dir()
    )
    words = (docs / "_data" / "languages" / f"{last}.yml").read_text("utf-8")
    for code in NEW_LANGUAGES[:languages]:
        shutil.copytree(docs / last, docs / code)
        own_words = re.sub(r"^(tag|name|short): .*$", rf"\1: {code}", words, flags=re.M)
        own_words = re.sub(r"^status: .*$", "status: in-work", own_words, flags=re.M)
        (docs / "_data" / "languages" / f"{code}.yml").write_text(own_words, encoding="utf-8")
        listed = f"        - {{locale: {last}, name: {last}}}\n"
        text = text.replace(listed, f"{listed}        - {{locale: {code}, name: {code}}}\n")
    config.write_text(text, encoding="utf-8")
    return target


def stock_settings(tree: Path) -> dict[str, Any]:
    """What the stock set-up takes over from the configuration of a tree, with Material as it comes."""
    config = yaml.safe_load((tree / CONFIG).read_text("utf-8").replace("!ENV [SITE_URL, ", "[SITE_URL, "))
    kept = ("site_name", "use_directory_urls", "markdown_extensions", "nav", "plugins")
    return {key: config[key] for key in kept} | {"theme": {"name": "material"}, "site_url": "http://127.0.0.1/"}


def stock_config(tree: Path, target: Path) -> Path:
    """Write the configuration beside ``target``, where the stock set-up renders the expanded pages of a tree."""
    config = stock_settings(tree) | {"docs_dir": str(tree / EXPANDED), "site_dir": str(target)}
    config["plugins"] = ["search", *config["plugins"]]
    config["plugins"][1]["i18n"]["reconfigure_search"] = True
    file = target.with_suffix(".yml")
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def _measured(*command: str) -> Steps:
    """Seconds of the processor, of the clock, megabytes at the peak, and what the command printed as JSON."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "http://127.0.0.1/"}
    since = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"this failed: {' '.join(command)}")
        printed.seek(0)
        steps: Steps = json.loads(printed.read().rpartition("\n")[2] or "{}")
    total = used.ru_utime + used.ru_stime
    return steps | {"total": total, "clock": time.perf_counter() - since, "memory": used.ru_maxrss / 1024}


def _inside(tree: Path) -> None:
    """Build a tree in this process as ``build`` does, whatever is found."""
    from guide.commands.findings_once import findings_once
    from guide.gc_pause import gc_paused
    from guide.render import mkdocs

    with gc_paused():
        read = read_tree(tree)
        rules = Alongside(partial(findings_once, read, read.contents))
        # Copied pages have findings, such as two pages of one carrier; they are built all the same.
        mkdocs.build_site(read, tree / "site", faulty=True)
        rules.result()


def _by_steps(tree: Path) -> None:
    """Build a tree in this process, one step after the other, and print what each took, in seconds of the processor."""
    from guide.commands import findings_once
    from guide.gc_pause import gc_paused
    from guide.render import mkdocs

    taken: Steps = dict.fromkeys(STEPS.values(), 0.0)

    def timed(step: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def inner(*arguments: Any, **named: Any) -> Any:
            since = _used()
            try:
                return run(*arguments, **named)
            finally:
                taken[STEPS[step]] += _used() - since
                taken[f"memory of {STEPS[step]}"] = _own_memory()

        return inner

    for step in STEPS.keys() - {"read_tree"}:
        module = mkdocs if hasattr(mkdocs, step) else findings_once
        setattr(module, step, timed(step, getattr(module, step)))
    with gc_paused():
        read = timed("read_tree", read_tree)(tree)
        findings_once.run_rules(read)
        mkdocs.build_site(read, tree / "site", faulty=True)
    for step, pattern in OUTPUT.items():
        taken[f"bytes of {step}"] = sum(file.stat().st_size for file in (tree / "site").glob(pattern))
    print("\n" + json.dumps(taken), end="")


def _used() -> float:
    """Seconds of the processor of this process and of those that have worked for it."""
    return sum(os.times()[:4])


def _own_memory() -> float:
    """Megabytes of this process now, without files that are only looked into, such as fonts. On Linux."""
    status = Path("/proc/self/status").read_text("utf-8")
    found = re.search(r"^RssAnon:\s*(\d+)", status, re.M)
    return int(found[1]) / 1024 if found else 0.0


def _beside(beside: dict[int, dict[str, Steps]], pages: dict[int, int]) -> Iterator[str]:
    yield "| times | pages | set-up | seconds | ms per page | of stock | of the processor | of stock | MB |"
    yield "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for times, count in pages.items():
        stock = beside[times][STOCK]
        for name, taken in beside[times].items():
            clock, total = taken["clock"], taken["total"]
            beside_stock = f"{clock / stock['clock']:.2f} | {total:.1f} | {total / stock['total']:.2f}"
            per_page = f"{clock / count * 1000:.0f}"
            yield f"| {times} | {count} | {name} | {clock:.1f} | {per_page} | {beside_stock} | {taken['memory']:.0f} |"


def _step_table(ours: dict[int, Steps], pages: dict[int, int]) -> Iterator[str]:
    """Each step at each size; growth is the time per page beside that of the smallest tree."""
    first, last = next(iter(ours)), list(ours)[-1]
    yield f"| step | {' | '.join(f'{times} ×, s' for times in ours)} | growth per page | own MB at its end, {last} × |"
    yield f"| --- | {'---: | ' * len(ours)}---: | ---: |"
    known = {step: {times: taken[step] for times, taken in ours.items()} for step in STEPS.values()}
    known[REST] = {times: taken["total"] - sum(taken[step] for step in STEPS.values()) for times, taken in ours.items()}
    for step, taken in known.items():
        growth = taken[last] / pages[last] / max(taken[first] / pages[first], 1e-9)
        own = f"{ours[last][f'memory of {step}']:.0f}" if step != REST else ""
        yield f"| {step} | {' | '.join(f'{taken[times]:.1f}' for times in ours)} | {growth:.2f} | {own} |"
    for step in OUTPUT:
        sizes = {times: taken[f"bytes of {step}"] / 1000 for times, taken in ours.items()}
        growth = sizes[last] / pages[last] / max(sizes[first] / pages[first], 1e-9)
        yield f"| KB of {step} | {' | '.join(f'{sizes[times]:.0f}' for times in ours)} | {growth:.2f} | |"


if __name__ == "__main__":
    main()
