"""From what people wrote to whole pages: blocks and their words in each language, sources, descriptions, faults."""

import itertools
import re

import pytest
from guide.expand import expand, read_tree
from guide.expand.blocks import BLOCKS, made
from guide.expand.contacts import reach
from guide.expand.ending import (
    bill_words,
    cut_off_words,
    effect_words,
    fee_words,
    month_words,
    notice_words,
    sim_words,
    with_note,
)
from guide.expand.inline import BlockError, Context, cell, table
from guide.model.carrier import CHANNELS, EarlyFee, SimReturnRule, section_id
from guide.model.contact import Contact, Hours
from guide.model.values import Known
from guide.source.markdown import read_page
from guide.tree.read import load_file, read_files
from trees import TODAY, base_tree

LANGUAGES = ("zh", "ja", "en")
# Every block, with arguments it can be made from on the base tree.
ARGUMENTS = {
    "carrier": "docomo",
    "phrase": "bye",
    "letter": "bye",
    "channel-table": "from_abroad",
    "products": "esim",
    "product-details": "esim",
    "claims": "general",
    "phrases": "counter",
}
MORE_RECORDS = {
    "desks": "agency:\n  name: &\n  serves: &\n  contacts:\n    - {id: desk, channel: email, purpose: [billing], "
    "about: &, email: a@example.com, languages: unknown, hours: unknown, sources: [blog-fee]}\n",
    "terms": "line: {word: {zh: 线路, ja: 回線, en: line}, reading: かいせん, romaji: kaisen, meaning: &}\n",
    "phrases": "bye: {group: counter, text: {zh: 解约, ja: 解約, en: Cancel}, reading: かいやく, romaji: kaiyaku}\n",
    "letters": "fields: {who: {kind: text, label: &}}\nletters:\n  bye:\n    title: &\n    lines:\n"
    '      - {zh: "甲 {who}", ja: "乙 {who}", en: "c {who}"}\n',
    "claims": "myth: {article: general, verdict: false, claim: &, holds: &, sources: [blog-fee]}\n",
    "corrections": "slip: {date: 2026-11-01, where: '/carriers/docomo/#costs', wrong: &, right: &, remedy: &, "
    "sources: [blog-fee]}\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The base tree with a record of every kind."""
    root = base_tree(tmp_path_factory.mktemp("tree"))
    for name, text in MORE_RECORDS.items():
        path = root / f"docs/_data/{name}.yml"
        path.write_text(text.replace("&", "{zh: 甲, ja: 乙, en: c}"), encoding="utf-8")
    with (root / "docs/_data/products/travel-esim.yml").open("a", encoding="utf-8") as product:
        product.write("unknown: [{id: price, text: {zh: 甲, ja: 乙, en: c}}]\n")
    return root


@pytest.fixture(scope="module")
def contexts(root):
    """What a block may use, by language."""
    tree = read_tree(root, TODAY)
    return {language: Context(tree, tree.pages[language, "carriers/docomo.md"]) for language in LANGUAGES}


def said(contexts, make):
    """What is made in each language."""
    return tuple(make(contexts[language]) for language in LANGUAGES)


def labelled(contexts, words):
    """``words`` with each ``<id>`` replaced by the label of that id."""
    return tuple(
        re.sub(r"<([a-z-]+)>", lambda match, language=language: contexts[language].label(match[1]), text)
        for language, text in zip(LANGUAGES, words, strict=True)
    )


def block(contexts, text, language="zh"):
    """The lines of one block written on a page of its own."""
    page = read_page("docs/zh/x.md", language, "x.md", f"<!-- block:{text} -->")
    return made(Context(contexts[language].tree, page), page.blocks[0])


def whole(root, text, language="en"):
    """A page that is added to the tree, as readers see it."""
    tree = read_files(root, TODAY)
    load_file(tree, f"docs/{language}/x.md", text)
    return expand(tree).pages[language, "x.md"]


def known(value, **more):
    """A structured value without sources."""
    return Known[object](value=value, confidence="reported", **more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_carrier_is_made_whole_from_a_stub(root, language):
    tree = read_tree(root, TODAY)
    page = tree.pages[language, "carriers/docomo.md"]
    assert len(page.written.lines) < 12
    ids = [heading.id for heading in page.headings]
    assert (ids[0], ids[-1]) == ("docomo", "sources")
    parts = {section_id(field) for field in (*CHANNELS, "prepare", "timing", "costs", "sim", "after", "keep_number")}
    assert page.anchors >= parts | {"glance", "contacts", "disputed", "unknown"}
    assert page.meta.mapping["title"] == tree.carriers["docomo"].record.names[language]
    assert page.meta.mapping["description"] == tree.carriers["docomo"].record.answer[language]


def test_every_line_of_a_whole_page_knows_where_it_is_from(root):
    tree = read_tree(root, TODAY)
    lengths = {item.path: len(item.lines) for item in tree.loaded}
    lengths |= {page.path: len(page.lines) for page in tree.written.values()}
    for page in tree.pages.values():
        assert len(page.origins) == len(page.lines)
        places = [page.at(number) for number in range(1, len(page.lines) + 1)]
        assert all(1 <= place.line <= lengths[place.path] for place in places)


def test_front_matter_of_a_whole_page(root):
    head = "---\ntitle: T\nsource_fingerprint: x\nsource_sections: y\nnote: z\n---\n"
    text = f"{head}\n# T {{#t}}\n\nIt costs {{=docomo.facts.early-fee}}.\n"
    page = whole(root, text)
    assert page.meta.mapping == {"title": "T", "note": "z", "description": "It costs 1,100 yen."}
    assert whole(root, text.replace("note:", "description:")).meta.mapping["description"] == "z"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_can_be_made(contexts, name, language):
    lines = block(contexts, f"{name} {ARGUMENTS.get(name, '')}", language)
    assert lines
    assert not any("\n" in line for line in lines)
    for before, after in itertools.pairwise(lines):
        if before.startswith("|") and after.startswith("|"):
            assert _bars(before) == _bars(after), "rows of a table are equally wide"


def _bars(row):
    return len(re.findall(r"(?<!\\)\|", row))


def test_unknown_block_names_the_known_ones(contexts):
    with pytest.raises(BlockError) as caught:
        block(contexts, "nonsense")
    words, names = str(caught.value).split("; the blocks are ")
    assert words == "there is no block:nonsense"
    assert names.split(", ") == sorted([*BLOCKS, "sources"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("carrier docmo", 'there is no carrier "docmo"'),
        ("carrier", "block:carrier was given 0 arguments"),
        ("carrier docomo online", "block:carrier was given 2 arguments: docomo online"),
        ("channel-table fax", 'no way "fax"; the ways are online'),
        ("products sim", 'no card page "sim"; the pages are physical-sim, esim'),
        ("product-details sim", 'no card page "sim"'),
    ],
)
def test_what_cannot_be_made(contexts, text, words):
    with pytest.raises(BlockError, match=re.escape(words)):
        block(contexts, text)


def test_a_fault_of_ours_is_not_told_as_wrong_arguments(contexts, monkeypatch):
    def faulty(context):
        raise TypeError("ours")

    monkeypatch.setitem(BLOCKS, "keep", faulty)
    with pytest.raises(TypeError, match="ours"):
        block(contexts, "keep")


def test_a_block_that_cannot_be_made_is_empty_and_told(root):
    tree = read_files(root, TODAY)
    load_file(tree, "docs/zh/x.md", "before\n<!-- block:nonsense -->\nafter\n")
    lines = [line for line in expand(tree).pages["zh", "x.md"].lines if line]
    assert lines[-2:] == ["before", "after"]
    ((place, words),) = tree.block_faults
    assert (place.path, place.line) == ("docs/zh/x.md", 2) and words.startswith("there is no block:nonsense")


def test_sources_follow_the_first_reference(root):
    for text, order in (
        ("[^blog-fee] [^nowhere]\n\n<!-- block:carrier docomo -->\n\n[^blog-fee]", ["blog-fee", "docomo-cancel"]),
        ("<!-- block:carrier docomo -->\n\n[^blog-fee]", ["docomo-cancel", "blog-fee"]),
    ):
        page = whole(root, f"{text}\n\n<!-- block:sources -->\n")
        assert re.findall(r"(?m)^\[\^(.+?)\]:", page.text) == order


def test_a_source_in_one_line(root):
    (line,) = sources_of(root, "[^blog-fee]")
    assert line.startswith("[^blog-fee]: [Example blog · blog.example.com](https://blog.example.com/fee) <small")
    assert "June 2026" in line and line.endswith("1 November 2026")


def sources_of(root, text):
    """The lines that the block ``sources`` makes below ``text``."""
    page = whole(root, f"{text}\n\n<!-- block:sources -->\n")
    return [line for number, line in enumerate(page.lines, 1) if number in page.block_lines and line]


def test_no_sources_no_lines(root):
    assert sources_of(root, "text") == []


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, ("0 日元", "0円", "0 yen")),
        (990, ("990 日元", "990円", "990 yen")),
        (1100, ("1,100 日元", "1,100円", "1,100 yen")),
        (1234567, ("1,234,567 日元", "1,234,567円", "1,234,567 yen")),
    ],
)
def test_yen(contexts, amount, words):
    assert said(contexts, lambda context: context.yen(amount)) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-07-01", ("2026年7月1日", "2026年7月1日", "1 July 2026")),
        ("2026-12", ("2026年12月", "2026年12月", "December 2026")),
        ("2026", ("2026年", "2026年", "2026")),
        ("unknown", ("<unknown>",) * 3),
    ],
)
def test_date(contexts, date, words):
    assert said(contexts, lambda context: context.date(date)) == labelled(contexts, words)


def test_clock(contexts):
    words = ("日本时间 21:10 前", "21:10まで（日本時間）", "before 21:10 Japan time")
    assert said(contexts, lambda context: context.clock("21:10")) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({}, ("{}", "{}", "{}")),
        ({"open": "00:00", "close": "24:00"}, ("<all-day>",) * 3),
        ({"tz": "Asia/Taipei"}, ("{}（<zone-taipei>）", "{}（<zone-taipei>）", "{} (<zone-taipei>)")),
        ({"note": {"zh": "甲", "ja": "乙", "en": "c"}}, ("{}（甲）", "{}（乙）", "{} (c)")),
    ],
)
def test_hours(contexts, hours, words):
    opened = Hours(**{"days": "daily", "open": "09:00", "close": "20:00", "tz": "Asia/Tokyo", **hours})
    joints = ("–", "〜", "–")
    expected = [text.format(f"<days-daily> 09:00{joint}20:00") for text, joint in zip(words, joints, strict=True)]
    assert said(contexts, lambda context: context.hours(opened)) == labelled(contexts, expected)


def test_unknown_hours_and_languages(contexts):
    unknown = labelled(contexts, ("<unknown>",) * 3)
    assert said(contexts, lambda context: context.hours("unknown")) == unknown
    assert said(contexts, lambda context: context.spoken("unknown")) == unknown
    both = said(contexts, lambda context: context.joined([context.word("spoken.ja"), context.word("spoken.zh")]))
    assert said(contexts, lambda context: context.spoken(["ja", "zh"])) == both


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (lambda c: bill_words(c, known(0)), ("解约当月", "解約した月", "the month of the end")),
        (lambda c: bill_words(c, known(2)), ("解约后第 2 个月", "解約の2か月後", "2 months after the end")),
        (lambda c: notice_words(c, known(20)), ("每月 20 日", "毎月20日", "The 20th of each month")),
        (lambda c: notice_words(c, known("last-day")), ("<last-day>",) * 3),
        (lambda c: cut_off_words(c, known("none")), ("",) * 3),
        (
            lambda c: cut_off_words(c, known("21:10")),
            ("日本时间 21:10 前", "21:10まで（日本時間）", "before 21:10 Japan time"),
        ),
        (lambda c: effect_words(c, known("next-day")), ("<effect-next-day>",) * 3),
        (lambda c: month_words(c, known("full")), ("<month-full>",) * 3),
        (
            lambda c: sim_words(c, SimReturnRule(value="required", due_days=14, confidence="reported")),
            ("<sim-required>（14 天内）", "<sim-required>（14日以内）", "<sim-required> (within 14 days)"),
        ),
        (
            lambda c: fee_words(
                c, EarlyFee(value=1100, within_months=12, contracts_from="2025-03-01", confidence="reported")
            ),
            (
                "1,100 日元（签约 12 个月内，2025年3月1日起的合同）",
                "1,100円（契約から12か月以内、2025年3月1日以降の契約）",
                "1,100 yen (within 12 months, contracts from 1 March 2025)",
            ),
        ),
        (
            # The blog was looked at when all within the year had signed since.
            lambda c: fee_words(
                c,
                EarlyFee(
                    value=1100,
                    within_months=12,
                    contracts_from="2025-11-01",
                    confidence="reported",
                    sources=["blog-fee"],
                ),
            ),
            ("1,100 日元（签约 12 个月内）", "1,100円（契約から12か月以内）", "1,100 yen (within 12 months)"),
        ),
        (lambda c: fee_words(c, EarlyFee(value=0, within_months=12, confidence="reported")), ("<fee-none>",) * 3),
    ],
)
def test_values_in_words(contexts, value, words):
    assert said(contexts, lambda context: value(context).split(" <small")[0]) == labelled(contexts, words)


def test_an_unknown_value_is_silent_but_for_its_note(contexts):
    for words in (bill_words, notice_words, cut_off_words, effect_words, month_words):
        assert said(contexts, lambda c, words=words: words(c, known("unknown"))) == ("", "", "")
    value = known("unknown", note={"zh": "甲", "ja": "乙", "en": "c"})
    assert said(contexts, lambda c: with_note(c, value, "")) == ("甲", "乙", "c")


def test_a_note_follows_its_value(contexts):
    value = known(1, note={"zh": "甲", "ja": "乙", "en": "c"})
    assert with_note(contexts["en"], value, "x") == "x. c"
    assert with_note(contexts["zh"], value, "x") == "x。甲"


def test_links_are_relative_and_stay_in_the_language(contexts):
    context = contexts["ja"]
    assert context.link("faq/money.md", "x") == "../faq/money.md#x"
    assert context.link("carriers/docomo.md", "x") == "#x"
    assert context.link("carriers/au.md") == "au.md"


def test_cells():
    assert cell("a | b\n c \\| d") == "a \\| b c \\| d"
    assert table(["a", "b"], [["1", "2|3"]]) == ["| a | b |", "| --- | --- |", "| 1 | 2\\|3 |"]


def test_a_page_among_contacts_is_named_by_its_label_and_its_host(contexts):
    label = {"zh": "网上账户", "ja": "会員ページ", "en": "Account"}
    known = {"purpose": ["cancel"], "about": label, "languages": ["ja"], "hours": "unknown", "sources": []}
    page = Contact(id="page", channel="web", label=label, url="https://www.example.com/a/b?c=1", **known)
    words = said(contexts, lambda context: reach(context, page))
    target = "(https://www.example.com/a/b?c=1){ .tel .site } <small>example.com</small>"
    assert words == tuple(f"[{label[language]}]{target}" for language in LANGUAGES)
    assert said(contexts, lambda context: reach(context, page, large=False))[0] == f"[{label['zh']}]({page.url})"
