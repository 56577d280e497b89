#!/usr/bin/env python3
"""The weekly jobs: external links that no longer answer, with all that leans on a dead source, and sources nobody has
looked at for long.

``links`` alone uses the network. Exit codes: 0 nothing to report, 1 a report was written, or the job broke.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from guide.expand import read_tree
from guide.model.reference import LOOK_AGAIN_DAYS
from guide.tree.tree import Citation, Tree
from source_rot import rot_report

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_SECONDS = 20
TRIES = 3
# These answers mean "not for robots" or "not now"; the page may be well.
UNTOLD = frozenset({401, 403, 405, 406, 429, 500, 502, 503, 504, 999})


@dataclass(frozen=True)
class Answer:
    """What an address answered: ``fault`` is empty where it answered well or would not tell."""

    url: str
    fault: str


def addresses(tree: Tree) -> dict[str, str]:
    """Every external address of the records and pages, with the place it stands."""
    found: dict[str, str] = {}
    for place in tree.source_places:
        found.setdefault(place.source.url, str(place.position))
        if place.source.archived:
            found.setdefault(place.source.archived, str(place.at("archived")))
    for page in tree.pages.values():
        for link in page.links:
            if link.target.startswith(("https://", "http://")):
                found.setdefault(link.target, f"{page.path}:{link.line}")
    return found


def ask(url: str, get: Callable = requests.get, wait: Callable[[float], None] = time.sleep) -> Answer:
    """Ask one address, again after a pause where the connection fails."""
    fault = ""
    for attempt in range(TRIES):
        try:
            with get(
                url, timeout=TIMEOUT_SECONDS, stream=True, headers={"User-Agent": "guide-link-check/1.0"}
            ) as response:
                status = response.status_code
            return Answer(url, "" if status < 400 or status in UNTOLD else f"answers {status}")
        except requests.RequestException as error:
            fault = f"cannot be reached ({type(error).__name__})"
            if attempt + 1 < TRIES:
                wait(2**attempt)
    return Answer(url, fault)


def link_report(
    tree: Tree,
    today: datetime.date,
    get: Callable = requests.get,
    wait: Callable[[float], None] = time.sleep,
) -> list[str]:
    """Lines of the report on external links; empty where all answer. One host is asked one address at a time."""
    places = addresses(tree)
    hosts: dict[str, list[str]] = {}
    for url in sorted(places):
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(max_workers=8) as pool:
        groups = pool.map(lambda urls: [ask(url, get, wait) for url in urls], hosts.values())
        faults = {answer.url: answer.fault for group in groups for answer in group if answer.fault}
    sources = {source.url for source in tree.sources.values()}
    links = [f"- {url} {fault} (in {places[url]})" for url, fault in faults.items() if url not in sources]
    return links + ([""] if links else []) + rot_report(tree, faults, today, get)


def freshness_report(tree: Tree, today: datetime.date) -> list[str]:
    """Lines of the report on sources not seen for more than ``LOOK_AGAIN_DAYS`` days; empty where there are none."""
    uses: dict[str, list[Citation]] = {}
    for citation in tree.citations:
        uses.setdefault(citation.id, []).append(citation)
    stale = [place for place in tree.source_places if (today - place.source.seen).days > LOOK_AGAIN_DAYS]
    return [
        f"- {place.id}: seen {place.source.seen}, cited {len(uses.get(place.id, []))} times, "
        f"{place.source.url} ({place.position})"
        for place in sorted(stale, key=lambda place: (place.source.seen, place.id))
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run one job and write its report."""
    parser = argparse.ArgumentParser(prog="weekly.py", description=__doc__.splitlines()[0])
    parser.add_argument("job", choices=["links", "freshness"])
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--output", type=Path, required=True, help="where a report is written, as Markdown")
    options = parser.parse_args(arguments)
    tree = read_tree(options.root)
    lines = link_report(tree, tree.today) if options.job == "links" else freshness_report(tree, tree.today)
    if lines:
        options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} lines to report")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
