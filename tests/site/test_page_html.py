"""Finished HTML: table labels, language marks, external links, and nothing else changed."""

from __future__ import annotations

import re

import pytest
from guide.expand.inline import plain
from guide.languages import language as kind
from guide.languages import made
from guide.render.finish import finished as finished_in
from guide.render.finish import named
from guide.text.times import timed

MARKS = [
    ("en", "<p>Press 「解約」 now</p>", '<p>Press 「<span lang="ja">解約</span>」 now</p>'),
    ("en", "<p>at ドコモショップ today</p>", '<p>at <span lang="ja">ドコモショップ</span> today</p>'),
    ("zh", "<p>按「解約」再按确定</p>", '<p>按「<span lang="ja">解約</span>」再按确定</p>'),
    ("zh", "<p>去ドコモ门店</p>", '<p>去<span lang="ja">ドコモ</span>门店</p>'),
    ("zh", "<p>解约要本人办</p>", "<p>解约要本人办</p>"),
    (
        "zh",
        "<p>按天计算（日割り），网络密码（暗証番号）</p>",
        '<p>按天计算（<span lang="ja">日割り</span>），网络密码（<span lang="ja">暗証番号</span>）</p>',
    ),
    ("ja", "<p>「解約」を押します</p>", "<p>「解約」を押します</p>"),
    ("en", '<p><span lang="zh-Hant">遠遊卡</span></p>', '<p><span lang="zh-Hant">遠遊卡</span></p>'),
    *(("en", f"<{tag}>解約</{tag}>", f"<{tag}>解約</{tag}>") for tag in ("code", "pre", "script", "style")),
]


def finished(given, language):
    return finished_in(given, kind(language))


@pytest.mark.parametrize(("language", "given", "expected"), MARKS)
def test_japanese_is_marked_where_the_page_is_not_japanese(language, given, expected):
    assert finished(given, language) == expected


def test_words_of_other_languages_that_their_characters_do_not_tell_are_listed():
    japanese = made("ja", {"marked-words": ["zh-Hant: 遠遊卡", "zh-Hans: 保号卡"]})
    marked = '<span lang="zh-Hant">遠遊卡</span>と<span lang="zh-Hans">保号卡</span>'
    link = '<a href="../" aria-label="遠遊卡">{0}</a></nav>'
    frame = "".join(
        f'<nav class="guide-{part}" aria-label="遠遊卡">\n{link}' for part in ("nav", "toc", "next md-grid")
    )
    assert named(frame.format("遠遊卡と保号卡") + "<p>遠遊卡</p>", japanese) == frame.format(marked) + "<p>遠遊卡</p>"
    assert finished_in("<p>遠遊卡</p>", japanese) == '<p><span lang="zh-Hant">遠遊卡</span></p>'


DAY, HOUR = '<time datetime="2026-11-03">{}</time>', '<time datetime="{0}">{0}</time>'
TIMES = [
    ("on 3 November 2026.", f"on {DAY.format('3 November 2026')}."),
    ("in November 2026", 'in <time datetime="2026-11">November 2026</time>'),
    ("31 November 2026, 2026-11-03, 0120-959-472", None),
    ("at 9:05, to 24:00", 'at <time datetime="09:05">9:05</time>, to 24:00'),
    (
        "before 21:10 Japan time",
        f'before <span class="hours" data-close="21:10">{HOUR.format("21:10")} Japan time</span>',
    ),
    (
        "from 9:00 to 24:00 Japan time",
        'from <span class="hours" data-open="09:00" data-close="24:00">'
        '<time datetime="09:00">9:00</time> to 24:00 Japan time</span>',
    ),
    ("09:00–20:00 Japan time", f"{HOUR.format('09:00')}–{HOUR.format('20:00')} Japan time"),
]


@pytest.mark.parametrize(("given", "expected"), TIMES)
def test_dates_and_clock_times_are_for_machines_too(given, expected, real_tree):
    english = real_tree.language("en")
    assert timed(given, english) == (expected or given)
    assert finished_in(f"<p><code>{given}</code></p>", english) == f"<p><code>{given}</code></p>"
    assert not any("datetime" in finished_in(f"<{tag}>{given}</{tag}>", english) for tag in ("pre", "time", "option"))


def test_the_list_of_all_sources_stays_light(real_tree):
    given = '<div class="source-list"><p>3 November 2026</p></div><p>{}</p>'
    done = finished_in(given.format("3 November 2026"), real_tree.language("en"))
    assert done == given.format(DAY.format("3 November 2026"))


def test_marks_that_stand_together_are_printed_as_one():
    mark = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}">{1}</a></sup>'
    run = "".join(mark.format(*one) for one in (("a", 1), ("b", 2), ("c", 3), ("d", 7)))
    back = '<li id="fn:{0}"><p>S&#160;<a class="footnote-backref" href="#fnref:{0}" title="T">↩</a></p></li>'
    notes = "".join(map(back.format, "abcfghde"))
    result = finished(f"<p>Words.{run}</p><p>More.{mark.format('e', 8)}</p><ol>{notes}</ol>", "en")
    assert result.count("<sup") == 2
    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1–3, 7</a>' in result
    # A note knows its source, and leads to where it is named first; one that nothing names leads nowhere.
    assert re.findall(r'<li id="fn:(\d)" data-source="(\w)">', result) == [*zip("12345678", "abcfghde", strict=True)]
    assert re.findall(r'backref" href="#fnref:(\d)"', result) == ["1", "1", "1", "1", "8"]


def test_cells_carry_the_label_of_their_column():
    head = "<table><thead><tr><th>A &amp; B</th><th>C</th></tr></thead>"
    table = head + "<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>"
    result = finished(
        table.replace("</th></tr>", "</th><th>D &amp; E</th></tr>").replace("</td></tr>", "</td><td>5</td></tr>"), "en"
    )
    # The first one is what its row is of, and needs no label.
    for row in ("12", "34"):
        assert (
            f'<tr><th scope="row">{row[0]}</th><td data-label="C">{row[1]}</td><td data-label="D &amp; E">5</td></tr>'
            in result
        )
    assert result.count('scope="col"') == 3
    assert result.startswith('<div class="table" tabindex="0">') and result.endswith("</div>")


def test_each_row_and_each_table_begins_anew_and_a_cell_beyond_the_head_has_no_label():
    head = "<table><thead><tr><th>A</th><th>B &amp; C</th></tr></thead>"
    table = head + "<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></tbody></table>"
    result = finished(table + table.replace("B &amp; C", '"D"'), "en")
    for label in ("B &amp; C", "&quot;D&quot;"):
        assert f'<th scope="row">1</th><td data-label="{label}">2</td>' in result
        assert f'<th scope="row">3</th><td data-label="{label}">4</td><td data-label="">5</td>' in result


def test_a_cell_that_says_nothing_is_known():
    head = "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
    result = finished(f"{head}<tbody><tr><td>1–2</td><td>–</td></tr></tbody></table>", "en")
    assert '<th scope="row">1–2</th><td class="nothing" data-label="B">–</td>' in result


def test_the_heading_of_a_fold_is_what_one_taps():
    given = '<details class="fold">\n<h2 id="more">More</h2>\n<p>a</p>\n<h3 id="b">b</h3>\n</details>'
    expected = given.replace('<h2 id="more">More</h2>', '<summary><h2 id="more">More</h2></summary>')
    assert finished(given, "en") == expected
    third, told = (text.replace("h2", "h4").replace("h3", "h5").replace("h4", "h3") for text in (given, expected))
    assert finished(third, "en") == told


def test_other_headings_stay_where_they_are():
    for given in (
        '<details class="fold"><summary>S</summary><h2 id="a">A</h2></details>',
        '<details class="fold"><p>first</p><h2 id="a">A</h2></details>',
        '<details class="fold">first<h2 id="a">A</h2></details>',
        '<details class="fold"></details><h2 id="a">A</h2>',
        '<details><h2 id="a">A</h2></details>',
        '<h2 id="a">A</h2>',
    ):
        assert finished(given, "en") == given


def test_external_links_are_told_apart_and_internal_ones_stay():
    for scheme in ("http", "https"):
        given = f'<a href="{scheme}://www.au.com/"{{}}>au</a><a href="../x/">x</a>'
        assert finished(given.format(""), "en") == given.format(' rel="external"')


def test_phone_numbers_become_links_once():
    given = '<p>0120-959-472, <a href="tel:+81120959472">0120-959-472</a>, 2025-03-01</p>'
    linked = '<a class="tel" href="tel:+81120959472">0120-959-472</a>'
    expected = f'<p>{linked}, <a href="tel:+81120959472">0120-959-472</a>, 2025-03-01</p>'
    assert finished(given, "en") == expected
    for tag in ("code", "pre"):
        assert finished(f"<{tag}>0120-959-472</{tag}>", "en") == f"<{tag}>0120-959-472</{tag}>"


def test_an_end_tag_that_nothing_opened_ends_nothing():
    # The check of the site tells of it; the words behind it are in the code still, and a table has one frame.
    for stray in ("</b>", "</td>", "</th>", "</table>"):
        given = f"<p><code>解約 {stray} 解約 0120-959-472</code> 解約</p>"
        assert finished(given, "en") == given.replace("</code> 解約", '</code> <span lang="ja">解約</span>')


def test_entities_comments_and_void_elements_survive():
    given = '<p>a &lt; b &#38; c<br>d<br/>e<img src="x.svg" alt=""></p><!-- kept -->'
    assert finished(given, "en") == given


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("www.carrier.example/mobile/service", "www<wbr>.carrier<wbr>.example<wbr>/mobile<wbr>/service"),
        ("见desk.metro.tokyo.example。", "见desk<wbr>.metro<wbr>.tokyo<wbr>.example。"),
        ("short.example", "short.example"),
        ("1,100.50 yen, version 1.2.3, e.g. this", "1,100.50 yen, version 1.2.3, e.g. this"),
        ("somebody@mail.carrier.example", "somebody@mail.carrier.example"),
    ],
)
def test_long_addresses_may_break_at_their_joints(given, expected):
    assert finished(f"<p>{given}</p>", "ja") == f"<p>{expected}</p>"
    for tag in ("code", "pre"):
        assert finished(f"<{tag}>{given}</{tag}>", "ja") == f"<{tag}>{given}</{tag}>"


def test_plain_text_of_a_description():
    markdown = '**解约**（注销）见[这里](../x.md#y)[^source]{ .avail }，<span lang="ja">解約</span> `x`'
    assert plain(markdown) == "解约（注销）见这里，解約 x"
