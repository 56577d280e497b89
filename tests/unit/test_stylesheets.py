"""What a page keeps of the stylesheets, of its spaces, and what its policy says."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
import tinycss2
from guide.render.delivery.cascade import weight
from guide.render.delivery.elements import Elements
from guide.render.delivery.markup import collapsed
from guide.render.delivery.names import can_match, names_of, scripted_names
from guide.render.delivery.policy import HEADERS, hashes, page_policy, with_policy, without_policy
from guide.render.delivery.stylesheets import cut, late, read, short_properties
from guide.render.unsent import NotSent
from guide.share.colours import BAR, BAR_AT_NIGHT
from places import ROOT

PAGE = """<html><body><div class="a" id="i" data-x="one"><p lang="ja">…</p><hr><em>…</em></div>
<table><tr><td><i class="b">…</i></td></tr></table></body></html>"""
SCRIPT = """
const made = document.createElement("dialog");
made.className = "shown";
document.body.dataset.someState = "on";
made.hidden = true;
made.append(new Option("a"), '.quoted');
document.querySelector(".asked-for");
"""


def kept(sheet: str, page: str = PAGE, script: str = "", root: str = "../") -> str:
    elements = Elements(page)
    names = names_of(elements).with_scripts(scripted_names([script]))
    return cut([read(sheet, "assets/css/")], lambda one, _: can_match(one, names, elements), root).text


@pytest.mark.parametrize(
    "selector",
    [
        *(".a", "#i", "p", "*", ":root", "body", "html .a > p", "[data-x]", "[data-x=one]", '[data-x^="o"]', "tbody"),
        *(".a:before", ".a:after", '[data-x="1"]'),
        *("p + hr", "hr ~ em", "body > table i.b", ":is(.gone td, .a) > em", "div+table"),
        *(
            ".a:hover::before",
            "p:not(.gone)",
            ":is(.gone, .a) p",
            ":where(p)",
            ".a:has(> p)",
            "p:nth-child(2 of .gone)",
        ),
    ],
)
def test_a_rule_that_can_match_stays(selector):
    shorter = re.sub(r"(?<!:):(before|after)", r"::\1", re.sub(r" ?([>+~,]) ?", r"\1", selector))
    page = PAGE + '<p data-x="1"></p>'
    assert kept(f"{selector} {{ color: red }}", page) == f"{shorter}{{color:red}}"


@pytest.mark.parametrize(
    "selector",
    [
        ".gone",
        "#gone",
        "video",
        ".a.gone",
        ".a > .gone p",
        "[data-y]",
        "[data-x=two]",
        ":is(.gone, i) p",
        "p:has(.gone)",
        *(".b .a", "em > *", "table > tr", ".a ~ em", "hr p", ".a i", ":is(.a, .b) p td"),
    ],
)
def test_a_rule_that_cannot_match_goes(selector):
    assert kept(f"{selector} {{ color: red }}") == ""


def test_of_a_list_of_selectors_those_stay_that_can_match():
    assert kept(".a, .gone, p { color: red }") == ".a,p{color:red}"


@pytest.mark.parametrize(
    "selector", ["dialog", ".shown", "[data-some-state=on]", "[data-x=on]", "[hidden]", "option", ".quoted"]
)
def test_what_a_script_makes_stays(selector):
    assert kept(f"{selector} {{ color: red }}", script=SCRIPT)


@pytest.mark.parametrize("selector", ["dialog .a", ".a > dialog", ".shown td", "td:is(.shown, .gone)"])
def test_where_a_script_puts_what_it_makes_is_not_known(selector):
    assert kept(f"{selector} {{ color: red }}", script=SCRIPT)


def test_what_a_script_looks_for_is_not_what_it_makes():
    assert kept(".asked-for { color: red }", script=SCRIPT) == ""
    for asking in ("querySelectorAll", "closest", "matches", "has", "near", "import", "called"):
        assert kept(".asked-for { color: red }", script=f'made.{asking}(".asked-for")') == "", asking


@pytest.mark.parametrize("condition", ["[data-y]", ":is(.gone, video)", "[data-x=two]"])
def test_what_a_script_makes_has_no_more_than_scripts_and_page_give(condition):
    assert kept(f"dialog{condition} {{ color: red }}", script=SCRIPT) == ""


def test_what_a_script_calls_a_value_is_no_name():
    script = "made.className = `plan-${chosen.kind}`;"
    assert kept(".chosen { color: red } .kind { color: red }", script=script) == ""
    assert kept(".plan- { color: red }", script=script)


def test_conditions_stay_around_what_stays():
    sheet = "@media print { .gone { top: 0 } .a { top: 0 } } @supports (top: 0) { .gone { top: 0 } }"
    assert kept(sheet) == "@media print{.a{top:0}}"


def test_custom_properties_stay_where_they_are_used_directly_or_not():
    sheet = ":root { --a: var(--b); --b: 1px; --c: 2px } .a { top: var(--a) }"
    assert kept(sheet) == ":root{--a:var(--b);--b:1px}.a{top:var(--a)}"


def test_keyframes_stay_where_they_run():
    frames = "@keyframes turn{to{rotate:1turn}}@keyframes other{to{rotate:2turn}}"
    assert kept(f"{frames} .a {{ animation: turn 1s }}") == "@keyframes turn{to{rotate:1turn}}.a{animation:turn 1s}"


def test_important_strings_and_pages_of_paper_stay_as_they_are():
    sheet = '@page { size: A4 } .a::after { content: ", " attr(x); color: red !important }'
    assert kept(sheet) == '@page { size:A4 }.a::after{content:", " attr(x);color:red!important}'


def test_a_place_among_siblings_and_what_has_to_be_there_are_looked_for():
    row = "<table><tr><th>1</th><th>2</th><th>3</th></tr></table>"
    for rule in ("th:nth-child(3)", "table:has(th:nth-child(3)) td", "table:has(> tbody > tr)"):
        assert kept(f"{rule} {{ color: red }}", PAGE + row), rule
    for rule in ("th:nth-child(4)", "table:has(th:nth-child(4)) td", "p:has(dd)"):
        assert kept(f"{rule} {{ color: red }}", PAGE + row) == "", rule
    # A script may bring the third.
    assert kept("table:has(th:nth-child(3)) td { color: red }", PAGE, 'document.createElement("th")')


def test_a_language_is_inherited():
    page = PAGE.replace("<html>", '<html lang="zh-Hans">')
    for rule in ("p:lang(ja)", "div:lang(zh)", "i:lang(zh-Hans)", ":root:lang(zh)", ":lang(zh) p"):
        assert kept(f"{rule} {{ color: red }}", page), rule
    for rule in ("p:lang(zh)", "div:lang(ja)", "i:lang(zh-Hant)", ":root:lang(ja)", ":lang(z)"):
        assert kept(f"{rule} {{ color: red }}", page) == "", rule


def test_values_lose_what_they_do_not_need():
    given = '.a { margin: 10.5em 0.5em calc(1em - 0.25em); font-family: a, "b, 0.5"; background: url(a 0.5.svg) }'
    assert kept(given.replace("a 0.5", "data:a,0.5")) == (
        '.a{margin:10.5em .5em calc(1em - .25em);font-family:a,"b, 0.5";background:url(data:a,0.5)}'.replace(
            "0.5)", "0.5.svg)"
        )
    )


def test_custom_properties_are_short_and_those_of_scripts_keep_their_names():
    given = ":root{--far-fg--light:1;--far-fg:2;--set:3}.x--far-fg{a:var(--far-fg);b:var(--far-fg)}@x(--a)"
    short = short_properties(given, 'style.setProperty("--set", 4)')
    assert short(given) == ":root{--d:1;--b:2;--set:3}.x--far-fg{a:var(--b);b:var(--b)}@x(--c)"


def test_addresses_lead_from_the_page():
    sheet = '.a { background: url("../images/x.svg"), url(y.svg), url("data:image/svg+xml,<svg/>") }'
    expected = 'url("../assets/images/x.svg"),url("../assets/css/y.svg"),url("data:image/svg+xml,<svg/>")'
    assert kept(sheet) == f".a{{background:{expected}}}"


@pytest.mark.parametrize(
    "line",
    [
        *(".b { & p { top: 0 } }", ".b { top 0 }", ".b { : 0 }", ".b { @media print { top: 0 } }"),
        *("[] { top: 0 }", "[=] { top: 0 }", ".b[ { top: 0 }", "@media print { .b { top 0 } }"),
    ],
)
def test_a_stylesheet_that_cannot_be_read_is_refused_with_its_line(line):
    with pytest.raises(NotSent) as caught:
        read(f".a {{ top: 0 }}\n{line}\n", "assets/css/a.css")
    assert (caught.value.path, caught.value.line) == ("assets/css/a.css", 2)


def test_of_spaces_one_stays_and_none_beside_blocks():
    page = "<ul>\n  <li> a <b>b</b> <i>c</i>\n d </li>\n</ul>\n<pre>\n  <b>x</b>\n <p> </pre>\n<p>e</p>"
    assert collapsed(page) == "<ul><li>a <b>b</b> <i>c</i> d</li></ul><pre>\n  <b>x</b>\n <p> </pre><p>e</p>"


def test_a_policy_names_what_is_inside_the_page_and_no_more():
    digest = base64.b64encode(hashlib.sha256(b"let a").digest()).decode()
    policy = page_policy(["let a"], [])
    assert hashes(policy, "script-src") == {f"sha256-{digest}"}
    assert hashes(policy, "style-src") == set()
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy and "data:" not in policy
    assert "img-src 'self' data:;" in page_policy([], [], drawn=True)
    page = '<head><meta charset="utf-8"><title>t</title>'
    assert without_policy(with_policy(page, policy)) == page


def test_no_header_is_looser_than_a_page():
    assert "unsafe" not in str(HEADERS) and "*" not in str(HEADERS)


def test_what_comes_later_brings_the_properties_that_a_page_does_not_have():
    sheet = read(":root { --a: 1px; --b: var(--a); --c: 2px } .shown { top: var(--b) } .a { top: var(--c) }", "")
    asked = {"shown": {".shown"}, "there": {":root", ".a"}}

    def told(kind):
        return lambda selector, condition: selector.text in asked[kind]

    whole = ":root{--a:1px;--b:var(--a)}.shown{top:var(--b)}"

    def sent(there):
        return late([sheet], told("shown"), told("there"), lambda one, other: False, "", frozenset(there))

    assert sent(()) == whole
    assert sent(("--a", "--b")) == ".shown{top:var(--b)}"


def test_of_rules_with_the_same_selectors_the_last_word_is_sent():
    sheet = read(".a, .b { top: 1px; left: 1px } @media print { .a { top: 2px } } .a { top: 3px } .b { left: 4px }", "")

    def every(sheet):
        return cut([sheet], lambda selector, condition: True, "").text

    # The first still says where .b is, and where .a lies; on paper .a is where it is everywhere.
    assert every(sheet) == ".a,.b{top:1px;left:1px}.a{top:3px}.b{left:4px}"
    assert (
        cut([read(".a { top: 1px } .a { top: 2px }", "")], lambda selector, condition: True, "").text == ".a{top:2px}"
    )
    kept = ".a{top:1px!important}.a{top:2px}"
    assert every(read(kept, "")) == kept
    # What sets more sets that too; a list of tags means each of them.
    more = ".a{margin-top:1px;border-radius:1px}.a{margin:0;border:0}.b h1{top:1px}.b :is(h1, h2){top:2px}"
    assert every(read(more, "")) == ".a{border-radius:1px}.a{margin:0;border:0}.b :is(h1,h2){top:2px}"
    listed = ".b h1{top:1px}.b :is(h1, .c){top:2px}"
    assert every(read(listed, "")) == listed.replace(", ", ",")


def test_what_comes_later_does_not_overrule_what_stood_behind_it():
    sheet = read(".late { top: 1px; left: 1px } .shown { top: 2px; color: red } .shown.more { top: 3px }", "")
    meeting = {".late", ".shown"}

    def comes(meet, sheet=sheet):
        late_ones = lambda selector, condition: selector.text == ".late"  # noqa: E731
        return late([sheet], late_ones, lambda selector, condition: selector.text != ".late", meet, "", frozenset())

    assert comes(lambda one, other: {one.text, other.text} == meeting) == ".late{top:1px;left:1px}.shown{top:2px}"
    assert comes(lambda one, other: False) == ".late{top:1px;left:1px}"
    # A size is no family of fonts; what sets both, and what overrules it in the same rule, is both.
    late_size = ".late{font-size:1px}"
    apart = read(late_size + ".shown{font-family:x;font-weight:2}", "")
    assert comes(lambda one, other: True, apart) == late_size
    both = ".shown{font:inherit;font-size:2px;font-weight:2}"
    assert comes(lambda one, other: True, read(late_size + both, "")) == late_size + both


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("a", (0, 0, 1)),
        (".a.b > #c", (1, 2, 0)),
        ("a[b]:hover::before", (0, 2, 2)),
        ("a:after", (0, 0, 2)),
        (":is(a, .b):not(#c) :where(#d)", (1, 1, 0)),
        ("li:nth-child(2)", (0, 1, 1)),
    ],
)
def test_selectors_weigh_what_the_standard_says(selector, expected):
    assert weight(tinycss2.parse_component_value_list(selector)) == expected


def test_the_bar_has_one_colour_in_styles_pictures_and_what_a_browser_draws():
    bars = [BAR, BAR_AT_NIGHT]
    for sheet, name in (("base", "--md-primary-fg-color"), ("not-found", "--bar")):
        text = (ROOT / "docs" / "assets" / "css" / f"{sheet}.css").read_text("utf-8")
        assert re.findall(rf"{name}: (#\w+);", text) == bars, sheet
    assert BAR in (ROOT / "docs" / "assets" / "images" / "favicon.svg").read_text("utf-8")
    files = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "scripts").rglob("*.py")]
    having = {file.name for file in files if any(bar[1:] in file.read_text("utf-8").lower() for bar in bars)}
    assert having == {"colours.py"}
