"""The weekly jobs, without a network."""

from __future__ import annotations

import datetime

import requests
from guide.model.reference import LOOK_AGAIN_DAYS
from guide.model.values import ArchivedUrl
from jobs import weekly
from pydantic import TypeAdapter
from source_rot import AVAILABLE, DAYS, snapshot

TODAY = datetime.date(2026, 11, 29)
COPY = "http://web.archive.org/web/20261101000000/https://a.example/"


class _Response:
    def __init__(self, status: int, found: object = None):
        self.status_code = status
        self.found = found

    def json(self):
        return self.found

    def __enter__(self):
        return self

    def __exit__(self, *arguments):
        return None


def _getter(statuses: dict[str, int | Exception], archive: object = None):
    asked: list[str] = []

    def get(url, **options):
        asked.append(url)
        if url.startswith(AVAILABLE):
            return _Response(200, archive)
        answer = statuses.get(url, 200)
        if isinstance(answer, Exception):
            raise answer
        return _Response(answer)

    get.asked = asked
    return get


def _closest(**changed):
    return {"archived_snapshots": {"closest": {"available": True, "status": "200", "url": COPY} | changed}}


def _report(tree, *given):
    return weekly.link_report(tree, TODAY, _getter(*given), wait=lambda seconds: None)


def test_a_dead_link_of_a_page_is_reported_with_its_place(real_tree):
    sources = {source.url for source in real_tree.sources.values()}
    url = next(url for url in weekly.addresses(real_tree) if url not in sources)
    assert _report(real_tree, {url: 404}) == [f"- {url} answers 404 (in {weekly.addresses(real_tree)[url]})", ""]


def test_a_dead_source_is_reported_with_all_that_leans_on_it(real_tree):
    uses = {}
    for citation in real_tree.citations:
        uses.setdefault(citation.id, []).append(citation)
    place = next(
        place
        for place in real_tree.source_places
        if {bool(cited.field) for cited in uses.get(place.id, ())} == {True, False} and not place.source.archived
    )
    report = "\n".join(_report(real_tree, {place.source.url: 404}, _closest()))
    assert report.startswith(f"## {place.id}: {place.source.url} answers 404\n")
    assert str(TODAY + datetime.timedelta(days=DAYS)) in report
    for cited in uses[place.id]:
        assert f"- [ ] {cited.position} {cited.field}".rstrip() in report.split("\n")
    assert report.count("- [ ]") == len(uses[place.id])
    # Beside the address, which nobody is told to replace.
    assert f"`archived: {COPY.replace('http:', 'https:', 1)}`" in report
    assert "url:" not in report


def test_a_copy_that_is_there_is_named_and_asked_for_too(real_tree):
    place = next(place for place in real_tree.source_places if place.source.archived)
    report = "\n".join(_report(real_tree, {place.source.url: 410}, _closest()))
    assert f"A copy stands beside it: {place.source.archived}" in report and COPY not in report
    assert place.source.archived in weekly.addresses(real_tree)


def test_only_a_good_copy_is_offered():
    day = datetime.date(2026, 11, 1)
    found = snapshot("https://a.example/", day, _getter({}, _closest()))
    TypeAdapter(ArchivedUrl).validate_python(found)
    none = (_closest(status="404"), _closest(available=False), {"archived_snapshots": {}}, [], None, "no")
    for archive in none:
        assert snapshot("https://a.example/", day, _getter({}, archive)) is None


def test_an_address_that_refuses_robots_is_not_reported(real_tree):
    url = next(iter(weekly.addresses(real_tree)))
    assert _report(real_tree, {url: 403}) == []


def test_a_lost_connection_is_tried_again_and_then_reported():
    get = _getter({"https://a.example/": requests.ConnectionError()})
    pauses: list[float] = []
    answer = weekly.ask("https://a.example/", get, pauses.append)
    assert answer.fault == "cannot be reached (ConnectionError)"
    # After the last there is nothing to wait for.
    assert len(get.asked) == weekly.TRIES == len(pauses) + 1


def test_every_source_is_asked(real_tree):
    get = _getter({})
    weekly.link_report(real_tree, TODAY, get)
    assert {source.url for source in real_tree.sources.values()} <= set(get.asked)


def test_sources_grow_stale_after_the_limit(real_tree):
    newest = max(source.seen for source in real_tree.sources.values())
    oldest = min(source.seen for source in real_tree.sources.values())
    assert weekly.freshness_report(real_tree, oldest + datetime.timedelta(days=LOOK_AGAIN_DAYS)) == []
    report = weekly.freshness_report(real_tree, newest + datetime.timedelta(days=LOOK_AGAIN_DAYS + 1))
    assert len(report) == len(real_tree.sources)


def test_a_report_is_written_where_there_is_something_to_tell(real_tree, monkeypatch, tmp_path):
    written = tmp_path / "report.md"
    monkeypatch.setattr(weekly, "read_tree", lambda root: real_tree)
    for lines, code in (([], 0), (["- one"], 1)):
        monkeypatch.setattr(weekly, "freshness_report", lambda tree, today, lines=lines: lines)
        assert weekly.main(["freshness", "--output", str(written)]) == code
        assert (written.read_text("utf-8").splitlines() if written.is_file() else []) == lines
