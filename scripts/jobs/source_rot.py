"""What hangs on a source that is gone: every fact that leans on it, a copy in an archive, the day to have looked again.

A dead link is mended by another address; a dead source is an event, since nobody can check any more what it says.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from urllib.parse import urlencode

import requests
from guide.tree.tree import SourcePlace, Tree

AVAILABLE = "https://archive.org/wayback/available?"
"""Tells the copy of a page that is nearest to a moment (https://archive.org/help/wayback_api.php)."""
DAYS = 30
TIMEOUT_SECONDS = 20


def rot_report(tree: Tree, faults: dict[str, str], today: datetime.date, get: Callable = requests.get) -> list[str]:
    """Lines of the report on dead sources, by the fault of each address; empty where all sources answer."""
    lines: list[str] = []
    for place in tree.source_places:
        if place.source.url in faults:
            lines += _of(tree, place, faults[place.source.url], today, get)
    return lines


def _of(tree: Tree, place: SourcePlace, fault: str, today: datetime.date, get: Callable) -> list[str]:
    source = place.source
    facts = [f"- [ ] {cited.position} {cited.field}".rstrip() for cited in tree.citations if cited.id == place.id]
    return [
        f"## {place.id}: {source.url} {fault}",
        "",
        f"Declared in {place.position}, seen {source.seen}: {source.says}",
        "",
        f"Look again by **{today + datetime.timedelta(days=DAYS)}**: find each of these in another source, or write "
        "that it is not known. The address stays as it is until then.",
        "",
        _copy(place, get),
        "",
        *facts,
        "",
    ]


def _copy(place: SourcePlace, get: Callable) -> str:
    if place.source.archived:
        return f"A copy stands beside it: {place.source.archived}"
    found = snapshot(place.source.url, place.source.seen, get)
    return f"A copy to set beside it: `archived: {found}`" if found else "No copy was found in the archive."


def snapshot(url: str, day: datetime.date, get: Callable = requests.get) -> str | None:
    """The address of the archived copy of a page nearest to a day; None where there is none, or nobody answers."""
    try:
        asked = AVAILABLE + urlencode({"url": url, "timestamp": f"{day:%Y%m%d}"})
        with get(asked, timeout=TIMEOUT_SECONDS) as response:
            closest = response.json()["archived_snapshots"]["closest"]
            good = closest["available"] and closest["status"] == "200"
            return str(closest["url"]).replace("http://", "https://", 1) if good else None
    except (requests.RequestException, ValueError, KeyError, TypeError):
        return None
