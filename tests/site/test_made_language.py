"""The pages of a language that is made from another, each of them, beside the page it is made from."""

import json
import re
import zipfile

import pytest
from guide.render.left_over import left_over
from guide.tree.addresses import in_language, page_paths
from guide.tree.books import epub_name, page_name
from places import LANGUAGES

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
    runs = re.finditer(r'<(\w+)\b[^>]*\slang="ja"[^>]*>(.*?)</\1>', article, re.S)
    return re.sub(r"<[^>]+>|\s", "", "".join(run[2] for run in runs))


def test_japanese_words_stay_as_they_are(pages):
    for path, made, source in pages:
        # More may be marked: in its own characters no Japanese word looks like one of the language.
        rest = iter(_japanese(made))
        assert all(character in rest for character in _japanese(source)), path


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


def test_nothing_else_of_it_holds_a_word_that_was_left(language, built):
    files = [
        built / page_name(language), built / language.prefix / "feed.xml", built / language.prefix / "opensearch.xml",
        built / language.prefix / "manifest.webmanifest", built / language.prefix / "plan" / "data.json",
    ]  # fmt: skip
    left = {file.name: list(left_over(file.read_text("utf-8"), language))[:5] for file in files}
    with zipfile.ZipFile(built / epub_name(language)) as book:
        texts = (name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx")))
        left |= {name: list(left_over(book.read(name).decode(), language))[:5] for name in texts}
    assert {name: found for name, found in left.items() if found} == {}


def test_its_search_index_answers_with_its_own_headings(language, built):
    own, source = (
        json.loads((built / "search" / f"{code}.json").read_text("utf-8"))
        for code in (language.code, language.source.code)
    )
    assert own["pages"] == source["pages"] and own["id"] == source["id"]
    assert not [slip for heading in own["heading"] for slip in language.slips(heading)]


def test_its_titles_are_not_those_of_the_source(pages):
    for path, made, source in pages:
        titles = [re.search(r"<title>(.*?)</title>", page, re.S)[1] for page in (made, source)]
        assert titles[0] != titles[1], path
