"""A source whose address tells of another language, time, company or host than the source itself and its uses.

Why: two addresses that were exchanged, a year with its digits turned or a host with one letter wrong open, if anything,
another page; the fact above keeps its number and nobody can look it up again.
Fix: open the address, and correct it or the field beside it. Looked at are folders of languages on official sites and
the script of the words in the address; its date; the carriers that it names, of which the source, or what cites it,
must speak; a publisher called like a company, on a page that is not official; and hosts that differ by one letter.

Bad:  url: https://blog.example/2012/12/linemo-kaiyaku/ with dated: 2021-12, cited by povo alone
Good: url: https://blog.example/2021/12/povo-kaiyaku/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from ...languages import EDITORS, JAPANESE, PAGES
from ...model.finding import Found
from ...model.reference import Source
from ...model.values import UNKNOWN
from ...tree.companies import Companies, companies
from ...tree.loaded import cited_by
from ...tree.noted import noted
from ...tree.tree import SourcePlace, Tree

CODE = "FS038"
SLUG = "source-address"
SAVES = "rumour"

_KANA, _HAN = re.compile("[\u3041-\u30ff]"), re.compile("[\u3400-\u9fff]")
_HAN_WRITTEN = PAGES.keys() - {EDITORS}
"""Of the languages of pages, those that write Chinese characters."""
_DATE = re.compile(r"(?<!\d)(20[0-3]\d)[/-]?(0[1-9]|1[0-2])(?!\d)(?:[/-]?(?:0[1-9]|[12]\d|3[01])(?!\d))?")
_LATER = 12
"""Months by which a page may be newer than its address: it was revised."""
_JAPANESE = re.compile(r"\.(?:or|ne|go|ac|lg|ad|gr|ed)\.(?!jp$)[a-z]{2}$")
"""Second levels that only Japan and few other countries have; no source of those is known."""
_SHORTEST = 2
_NO_LETTER = re.compile(r"[^a-z0-9\u3040-\u9fff]+")


def check(tree: Tree) -> Iterator[Found]:
    """Yield a finding for every field of a source that its address contradicts."""
    if tree.unfit_sources:
        return
    known = companies(tree)
    named = _named_in_uses(tree, known)
    alike = _alike(tree)
    for place in tree.source_places:
        source = place.source
        for field, message in (
            *_language(source),
            *_time(source),
            *_company(tree, known, place, named.get(place.id, "")),
            *_publisher(known, place),
            *_spelt(place, alike),
        ):
            yield Found(place.at(field), message, "open the address, and correct it or the fields beside it")


def _host(source: Source) -> str:
    try:
        return (urlsplit(source.url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@cache
def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).replace("_", "-")
    except ValueError:
        return ""


def _language(source: Source) -> Iterator[tuple[str, str]]:
    """A folder of a language, or words in a script, that none of the source's languages has."""
    spoken = {str(code).partition("-")[0] for code in source.lang} - {UNKNOWN}
    path = _path(source.url)
    folders = PAGES.keys() & path.lower().split("/")
    if spoken and source.official and folders and not folders & spoken:
        yield (
            "lang",
            f"its address is in a folder of {' and '.join(sorted(folders))}, it is said to be in {_of(spoken)}",
        )
    elif spoken and (_KANA.search(path) and JAPANESE not in spoken or _HAN.search(path) and not spoken & _HAN_WRITTEN):
        yield "lang", f"its address is written in other letters than {_of(spoken)}"


def _of(codes: set[str]) -> str:
    return " and ".join(sorted(codes))


def _time(source: Source) -> Iterator[tuple[str, str]]:
    """A date in the address after the source's own, or long before it."""
    if source.dated == UNKNOWN:
        return
    year, _, rest = source.dated.partition("-")
    for match in _DATE.finditer(unquote(source.url)):
        there = int(match[1]) * 12 + int(match[2])
        first = int(year) * 12 + int(rest[:2] or 1)
        last = int(year) * 12 + int(rest[:2] or 12)
        if there > last or there + _LATER < first:
            yield "dated", f"dated {source.dated}, its address is of {match[1]}-{match[2]}"


def _named_in_uses(tree: Tree, known: Companies) -> dict[str, str]:
    """By source: the records that cite it, by id, and the words around its uses, in small letters."""
    words: dict[str, list[str]] = {}
    for item in tree.loaded:
        if item.record is None or item.language:
            continue
        own = getattr(item.record, "id", "")
        for _, model in item.models:
            if keys := cited_by(model):
                texts = [getattr(model, name) for name in type(model).model_fields]
                said = [str(text.get(EDITORS, "")) for text in texts if isinstance(text, dict)]
                for key in keys:
                    words.setdefault(key, []).extend((own, *known.all_words(own), *said))
    for run in noted(tree):
        for key, _, _ in run.notes:
            words.setdefault(key, []).extend((run.text, run.passages[0].path))
    return {key: "\n".join(said).lower() for key, said in words.items()}


def _company(tree: Tree, known: Companies, place: SourcePlace, uses: str) -> Iterator[tuple[str, str]]:
    """Carriers in the address of which neither the source nor its uses speak."""
    path = _path(place.source.url)
    records = [item.record.id for item in tree.own_files if item.record]
    there = known.named(path, records)
    there = {key: words for key, words in there.items() if any(len(word) > _SHORTEST for word in words)}
    about = f"{uses}\n{place.source.says}".lower()
    groups = {word for key in there for word in known.all_words(key)}
    if there and not any(word in about for word in groups):
        yield "url", f"its address is about {', '.join(sorted(there))}, of which neither it nor what cites it speaks"


def _publisher(known: Companies, place: SourcePlace) -> Iterator[tuple[str, str]]:
    """A page that is not official and bears the name of a company, which neither its file nor its host does."""
    name, source = place.source.publisher.lower(), place.source
    if source.official or not any(name in words for words in known.words.values()):
        return
    about = _NO_LETTER.sub("", f"{_stem(place)}{_host(source)}")
    if not known.on(_host(source)) and not any(part in about for part in _NO_LETTER.split(name)):
        yield "publisher", f"{source.publisher} is a company of the guide, this page is not official"


def _spelt(place: SourcePlace, alike: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """A host one letter off another, unless its own file is called like it; a Japanese one that does not end in jp."""
    host = _host(place.source)
    if _JAPANESE.search(host):
        yield "url", f'the host "{host}" ends in no country that has such names'
        return
    if _stem(place) in {host, host.partition(".")[0]}:
        return
    if other := next((other for other in alike.get(host, ()) if other != host), ""):
        yield "url", f'the host "{host}" is one letter off {other}'


def _stem(place: SourcePlace) -> str:
    """The name of the file of a source."""
    return place.at("url").path.rpartition("/")[2].removesuffix(".yml")


def _alike(tree: Tree) -> dict[str, list[str]]:
    """By host that is no official domain: those that differ by one letter, which is changed, missing or exchanged."""
    hosts = {_host(source) for source in tree.sources.values()} - {""}
    forms: dict[str, set[str]] = {}
    for host in hosts | set(tree.domains):
        for form in {host, *(host[:n] + host[n + 1 :] for n, char in enumerate(host) if char.isalnum())}:
            forms.setdefault(form, set()).add(host)
    found: dict[str, list[str]] = {}
    for same in forms.values():
        for host in same & hosts - set(tree.domains) if len(same) > 1 else ():
            found.setdefault(host, []).extend(sorted(same - {host}))
    return found
