"""Reading the sections of a page, folding characters, and shortening texts."""

from __future__ import annotations

from guide.search.folding import fold, variants
from guide.search.sections import Section, read_sections
from guide.search.shorten import Shortener

PAGE = """<nav>menu</nav><article>
<h1 id="x">Title</h1>
<p>Opening<sup><a class="footnote-ref" href="#fn:a">1</a></sup> words <small class="sure official">official</small>.</p>
<h2 id="costs">Costs</h2><table><thead><tr><th scope="col">Carrier</th></tr></thead><tbody>
<tr><th scope="row"><a href="../../carriers/au/">au</a></th><td>7 yen</td></tr>
<tr><th scope="row">Other</th><td>9 yen</td></tr>
<tr><th scope="row"><span id="product-a"></span><strong>Card A</strong></th><td>Ends by itself</td></tr></tbody></table>
<p>After the table.</p>
<h2 id="sources">Sources</h2><div class="footnote"><ol><li>A source</li></ol></div></article>"""


def test_sections_hold_what_answers_and_nothing_else():
    found = {section.id: section for section in read_sections("cards/", PAGE)}
    assert list(found) == ["x", "costs", "product-a"]
    assert (found["x"].heading, found["x"].text) == ("Title", "Opening words .")
    # Rows about a carrier are on its own page.
    assert found["costs"].text == "Other · 9 yen After the table."
    assert (found["product-a"].heading, found["product-a"].text, found["product-a"].title) == (
        "Card A",
        "Ends by itself",
        "Title",
    )


def test_furigana_is_no_part_of_the_words():
    page = '<article><h1 id="x">Title</h1><p><ruby>解約<rt>かいやく</rt></ruby>します。</p></article>'
    assert [section.text for section in read_sections("x/", page)] == ["解約します。"]


def test_folding_makes_scripts_equal():
    assert fold("ＤＯＣＯＭＯ") == "docomo"
    assert fold("ドコモ") == fold("どこも") == fold("ﾄﾞｺﾓ")
    assert fold("軟銀") == fold("软银")
    assert fold("樂天") == fold("楽天") == fold("乐天")
    assert fold("kyōsei") == "kyosei"


def test_the_table_of_variants_holds_only_what_is_used():
    characters, plain = variants({"软", "银"})
    assert dict(zip(characters, plain, strict=True)) == {"軟": "软", "銀": "银"}


def test_short_texts_keep_openings_numbers_and_what_is_new():
    whole = "First words here. 0120-000-000 · First words again here, and a rare passkey is asked."
    sections = [
        Section("carriers/x/", "", "a", "", 2, text=whole),
        Section("carriers/x/", "", "b", "", 2, text="First words here."),
    ]
    shortener = Shortener(sections)
    assert shortener.shortened(len(shortener)) == [whole.replace(" ·", ""), "First words here."]
    assert shortener.shortened(1) == [
        "First words here. 0120-000-000 … and a rare passkey is asked.",
        "First words here.",
    ]
    assert shortener.shortened(0) == ["First words here. 0120-000-000", "First words here."]


def test_a_point_inside_a_name_ends_no_sentence():
    text = "Opening. Use povo2.0 or Y!mobile now! 使用povo2.0。Y!mobile也可以。"
    shortener = Shortener([Section("faq/x/", "", "a", "", 2, text=text), Section("faq/x/", "", "b", "", 2, text="B.")])
    (shortened, _) = shortener.shortened(len(shortener))
    assert "povo2.0 or Y!mobile now" in shortened and "使用povo2.0" in shortened and "Y!mobile也" in shortened
