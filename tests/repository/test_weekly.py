"""The weekly jobs, without a network."""

from __future__ import annotations

import datetime

import requests
from jobs import weekly


class _Response:
    def __init__(self, status: int):
        self.status_code = status

    def __enter__(self):
        return self

    def __exit__(self, *arguments):
        return None


def _getter(statuses: dict[str, int | Exception]):
    asked: list[str] = []

    def get(url, **options):
        asked.append(url)
        answer = statuses.get(url, 200)
        if isinstance(answer, Exception):
            raise answer
        return _Response(answer)

    get.asked = asked
    return get


def test_a_dead_address_is_reported_with_its_place(real_tree):
    url = next(iter(weekly.addresses(real_tree)))
    report = weekly.link_report(real_tree, _getter({url: 404}), wait=lambda seconds: None)
    assert report == [f"- {url} answers 404 (in {weekly.addresses(real_tree)[url]})"]


def test_an_address_that_refuses_robots_is_not_reported(real_tree):
    url = next(iter(weekly.addresses(real_tree)))
    assert weekly.link_report(real_tree, _getter({url: 403}), wait=lambda seconds: None) == []


def test_a_lost_connection_is_tried_again_and_then_reported():
    get = _getter({"https://a.example/": requests.ConnectionError()})
    pauses: list[float] = []
    answer = weekly.ask("https://a.example/", get, pauses.append)
    assert answer.fault == "cannot be reached (ConnectionError)"
    assert len(get.asked) == weekly.TRIES == len(pauses)


def test_every_source_is_asked(real_tree):
    get = _getter({})
    weekly.link_report(real_tree, get)
    assert {source.url for source in real_tree.sources.values()} <= set(get.asked)


def test_sources_grow_stale_after_the_limit(real_tree):
    newest = max(source.seen for source in real_tree.sources.values())
    oldest = min(source.seen for source in real_tree.sources.values())
    assert weekly.freshness_report(real_tree, oldest + datetime.timedelta(days=weekly.STALE_DAYS)) == []
    report = weekly.freshness_report(real_tree, newest + datetime.timedelta(days=weekly.STALE_DAYS + 1))
    assert len(report) == len(real_tree.sources)
