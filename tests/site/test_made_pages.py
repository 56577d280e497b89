"""The pages of a language that is made from another, each of them, beside the page it is made from."""

import json
import re
import zipfile

import pytest
from guide.languages import JAPANESE
from guide.render.left_over import left_over
from guide.tree.addresses import in_language, page_paths
from guide.tree.books import epub_name, page_name
from places import LANGUAGES

RUN = re.compile(rf'<(\w+)\b[^>]*\slang="{JAPANESE}"[^>]*>(.*?)</\1>', re.S)
MADE_ONES = [language for language in LANGUAGES if language.source is not None]


@pytest.fixture(scope="module", params=MADE_ONES, ids=str)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def pages(language, built, real_tree):
    """Path without language, and the HTML of the page and of the one it is made from."""

    def html(path, own):
        return (built / in_language(path, own) / "index.html").read_text("utf-8")

    return [(path, html(path, language), html(path, language.source)) for path in page_paths(real_tree)]


def _japanese(html: str) -> str:
    article = re.search(r"<article.*?</article>", html, re.S)[0]
    return re.sub(r"<[^>]+>|\s", "", "".join(run[2] for run in RUN.finditer(article)))


def test_japanese_words_stay_as_they_are(pages):
    for path, made, source in pages:
        # More may be marked: in its own characters no Japanese word looks like one of the language.
        rest = iter(_japanese(made))
        assert all(character in rest for character in _japanese(source)), path


def test_no_word_of_the_page_stands_in_what_is_marked_as_japanese(pages):
    for path, made, _ in pages:
        labels = [
            re.findall(r'\s(?:data-label|aria-label|title|alt|placeholder)="([^"]+)"', run[2])
            for run in RUN.finditer(made)
        ]
        assert [label for label in labels if label] == [], path


def test_every_page_says_its_language_and_how_it_was_made(pages, language):
    for path, made, source in pages:
        assert f'<html lang="{language.tag}"' in made, path
        assert made.count(language.words["made.notice"]) == 1 and language.words["made.notice"] not in source, path


def test_pages_have_the_ids_and_links_of_those_they_are_made_from(pages):
    for path, made, source in pages:
        ids = [re.findall(r'\sid="([^"]+)"', page) for page in (made, source)]
        assert ids[0] == ids[1], path
        outside = [re.findall(r'href="(https?://(?!guide\.example)[^"]+)"', page) for page in (made, source)]
        assert outside[0] == outside[1], path


def _without_labels(text: str, source: str) -> str:
    """``text`` without what its source quotes of Japanese screens; where there are no elements, it bears no mark."""
    for label in set(re.findall("「[^「」]+」", source)):
        text = text.replace(label, "")
    return text


def test_nothing_else_of_it_holds_a_word_that_was_left(language, built):
    left = {}
    for name in ("feed.xml", "opensearch.xml", "manifest.webmanifest"):
        text, source = ((built / own.prefix / name).read_text("utf-8") for own in (language, language.source))
        left[name] = list(left_over(_without_labels(text, source), language))[:5]
    left["book"] = list(left_over((built / page_name(language)).read_text("utf-8"), language))[:5]
    with zipfile.ZipFile(built / epub_name(language)) as book:
        for name in (name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))):
            left[name] = list(left_over(book.read(name).decode(), language))[:5]
    assert {name: found for name, found in left.items() if found} == {}


def _strings(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return [text for part in parts for text in _strings(part)]


def test_its_plan_speaks_its_words(language, built):
    own, source = (
        _strings(json.loads((built / one.prefix / "plan" / "data.json").read_text("utf-8")))
        for one in (language, language.source)
    )
    assert len(own) == len(source)
    japanese = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
    for text, old in zip(own, source, strict=True):
        if not japanese.search(bare := _without_labels(text, old)):
            assert list(language.slips(bare)) == [], text


def test_its_search_index_has_the_places_of_its_source_under_its_own_headings(language, built):
    own, source = (
        json.loads((built / "search" / f"{one.code}.json").read_text("utf-8")) for one in (language, language.source)
    )
    assert own["pages"] == source["pages"] and own["id"] == source["id"]
    converted = zip(own["heading"], map(language.converted, source["heading"]), strict=True)
    # Of one or two a term says what they are by the mark of the heading, which is not there.
    assert len([heading for heading, expected in converted if heading != expected]) * 100 < len(own["heading"])


def test_its_titles_are_not_those_of_the_source(pages):
    for path, made, source in pages:
        titles = [re.search(r"<title>(.*?)</title>", page, re.S)[1] for page in (made, source)]
        assert titles[0] != titles[1], path
