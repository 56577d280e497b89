"""The built page of every carrier: its lists as in the record, a way in where it says to go, links that lead on."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser

import pytest
from guide.languages import JAPANESE
from guide.model.carrier import CHANNELS
from guide.model.contact import Hours
from guide.model.values import UNKNOWN
from places import CODES, PREFIXES, WRITTEN
from trees import networks

MOST_DOUBTS = 250
LINES_OF_DOUBT = 0.15
"""Share of the lines of the open part that may tell that something is unknown or may be otherwise."""
APART = "about/sources/"
"""The page that lists what was read."""
OTHER_PAGES = 6


class _Article(HTMLParser):
    """The ordered lists, links and text of the article; footnotes are left out."""

    def __init__(self, html: str):
        super().__init__()
        self.lists: list[int] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self._open: list[int | None] = []
        self.feed(re.sub(r'(?s)<div class="footnote">.*?</div>|<(script|style)\b.*?</\1>', "", _article(html)))

    def handle_starttag(self, tag, attributes):
        if tag in ("ol", "ul"):
            self._open.append(len(self.lists) if tag == "ol" else None)
            if tag == "ol":
                self.lists.append(0)
        elif tag == "li" and self._open and self._open[-1] is not None:
            self.lists[self._open[-1]] += 1
        elif tag == "a":
            self.links.append(dict(attributes).get("href") or "")

    def handle_endtag(self, tag):
        if tag in ("ol", "ul") and self._open:
            self._open.pop()

    def handle_data(self, data):
        self.texts.append(data)


def _article(html: str) -> str:
    return html.split("<article", 1)[1].split("</article>", 1)[0]


def _page(built, language: str, key: str) -> str:
    return (built / PREFIXES[language] / "carriers" / key / "index.html").read_text("utf-8")


def _part(html: str, key: str) -> str:
    """What belongs to a way: the section of its heading, or the item that holds its anchor."""
    start = html.index(f'id="{key}"')
    end = r"<h2|</article>" if html[: html.index(">", start)].rsplit("<", 1)[1].startswith("h2") else r"</li>|<h2"
    return html[start : start + re.search(end, html[start:]).start()]


def _said(tree, language: str, *signs: str) -> re.Pattern[str]:
    """How a language says one of the things its file lists under ``signs``."""
    return re.compile("|".join(words for sign in signs for words in tree.language(language).listed(f"signs.{sign}")))


def _open_lines(html: str) -> list[str]:
    """The lines of an article above its first fold with a heading: paragraphs, items and rows that are not folded."""
    opened = re.split(r'(?s)<details class="fold">\s*<summary>\s*<h2', _article(html), maxsplit=1)[0]
    opened = re.sub(r"(?s)<details.*?</details>|<div class=\"leads\">.*?</div>", "", opened)
    lines = re.split(r"</?(?:p|li|ul|ol|tr|table|thead|tbody|div|h1|h2|h3)\b[^>]*>|<br\s*/?>", opened)
    texts = (" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in lines)
    return [text for text in texts if text]


def _shown(way) -> bool:
    return way.available in ("yes", "partial")


@pytest.mark.parametrize("language", CODES)
def test_every_list_of_steps_is_numbered_and_whole(language, built, real_tree):
    for record in real_tree.carrier_records:
        main = getattr(record.channels, record.main).steps if record.main else []
        others = [
            len(way.steps)
            for name in CHANNELS
            if name != record.main and (way := getattr(record.channels, name)).steps and way.available != UNKNOWN
        ]
        plain = len(record.plain.steps) if record.plain and language == JAPANESE else 0
        expected = [length for length in (len(record.before), len(main), plain, *others) if length]
        assert _Article(_page(built, language, record.id)).lists == expected, record.id


@pytest.mark.parametrize("language", CODES)
def test_the_online_way_links_a_login_or_is_not_known(language, built, real_tree):
    silent = []
    for record in real_tree.carrier_records:
        part = _part(_page(built, language, record.id), "online")
        known = record.portal != UNKNOWN and record.portal.url != UNKNOWN or record.website != UNKNOWN
        if _shown(record.channels.online) and known and not re.search(r'href="(?:https?:|#contact)', part):
            silent.append(record.id)
    assert silent == []


@pytest.mark.parametrize("language", CODES)
def test_the_phone_way_holds_its_number(language, built, real_tree):
    silent = [
        record.id
        for record in real_tree.carrier_records
        if _shown(record.channels.phone) and 'href="tel:' not in _part(_page(built, language, record.id), "phone")
    ]
    assert silent == []


@pytest.mark.parametrize("language", CODES)
def test_where_no_steps_are_known_there_is_a_letter_to_send(language, built, real_tree):
    written_to = [carrier.id for carrier in real_tree.carrier_records if not carrier.main]
    assert written_to
    for key in written_to:
        links = _Article(_page(built, language, key)).links
        assert any(link.endswith("letters/#email") for link in links), key


@pytest.mark.parametrize("language", CODES)
def test_every_carrier_leads_on(language, built, real_tree):
    few = {}
    for key in real_tree.carriers:
        here = f"/{PREFIXES[language]}carriers/{key}/"
        links = [link.split("#")[0] for link in _Article(_page(built, language, key)).links if ":" not in link]
        others = {posixpath.normpath(posixpath.join(here, link)) for link in links if link}
        if len(others) < OTHER_PAGES:
            few[key] = others
    assert few == {}


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("key", networks())
def test_lines_of_doubt_are_few(key, language, built, real_tree):
    lines = _open_lines(_page(built, language, key))
    doubt = _said(real_tree, language, "absent", "doubt")
    doubtful = [line for line in lines if doubt.search(line)]
    assert len(lines) > 20
    assert len(doubtful) / len(lines) < LINES_OF_DOUBT, doubtful


@pytest.mark.parametrize("language", WRITTEN)
def test_doubts_are_few(language, built, real_tree):
    others = tuple(prefix for code, prefix in PREFIXES.items() if prefix and code != language)
    counts = {}
    absent = _said(real_tree, language, "absent")
    for path in built.rglob("index.html"):
        name = path.parent.relative_to(built).as_posix() + "/"
        if not name.startswith(PREFIXES[language]) or (not PREFIXES[language] and name.startswith(others)):
            continue
        html = path.read_text("utf-8")
        if "<article" in html and not name.endswith(APART):
            counts[name] = len(absent.findall("".join(_Article(html).texts)))
    assert len(counts) > 1
    assert sum(counts.values()) < MOST_DOUBTS, sorted(counts.items(), key=lambda entry: -entry[1])[:10]


_CARD = re.compile(r'<li><span id="contact-([\w-]+)"></span>(.*?)</li>', re.S)


def test_hours_are_for_other_time_zones_only_where_one_can_reach_the_desk_from_there(built, real_tree):
    told, silent = set(), set()
    for carrier in real_tree.carrier_records:
        contacts = {contact.id: contact for contact in carrier.contacts if isinstance(contact.hours, Hours)}
        for key, card in _CARD.findall((built / "carriers" / carrier.id / "index.html").read_text("utf-8")):
            if key in contacts:
                (told if "data-close" in card else silent).add((carrier.id, key))
                if "data-close" in card:
                    assert not contacts[key].number or "abroad" in contacts[key].dial_from, (carrier.id, key)
    assert told and silent


@pytest.mark.parametrize("language", WRITTEN)
def test_a_page_opens_with_a_sentence_s_capital_where_no_new_customers_are_taken(built, real_tree, language):
    found = []
    for carrier in real_tree.carrier_records:
        if carrier.status.closed:
            box = _page(built, language, carrier.id).split('<div class="answer">', 1)[1]
            found.append(re.sub("<[^>]+>", "", box.split("</p>", 1)[0])[:1])
    assert found
    assert not [letter for letter in found if letter.islower()]
