"""What comes out of a printer: how many sheets, what is folded, which addresses stand on paper."""

from __future__ import annotations

import posixpath
import re

import print_guide
import pytest
from chromium import act, visitor
from guide.tree.addresses import in_language, page_path
from guide.tree.books import page_name
from places import ADDRESSES, PREFIXES, WRITTEN
from playwright.sync_api import expect
from share.qr import read_qr
from trees import networks

SHEETS = 2
TALLEST = 8
_CODE = re.compile(r'<img class="guide-qr" src="([^"]+)"')


@pytest.fixture(scope="module")
def paper(browser):
    """A page for the printer: of the reader's browser, at the width of A4."""
    context = visitor(browser, 680, 1000)
    yield context.new_page()
    context.close()


def sheets(page, address: str) -> int:
    """How many sheets of A4 a page fills."""
    page.goto(address)
    return print_guide.sheets(page.pdf(format="A4", prefer_css_page_size=True))


def _pages(tree) -> list[str]:
    """Every carrier in the default language, the networks in all."""
    default = tree.config.default.code
    return [
        f"{PREFIXES[language]}carriers/{key}/"
        for language in WRITTEN
        for key in (tree.carriers if language == default else networks())
    ]


def test_a_carrier_page_fits_two_sheets(paper, address, real_tree):
    """The tallest pages are printed; on paper, too, the others are shorter."""
    heights = {}
    paper.emulate_media(media="print")
    for path in _pages(real_tree):
        paper.goto(address + path)
        act(paper)
        heights[path] = paper.evaluate("document.documentElement.scrollHeight")
    tallest = sorted(heights, key=heights.get)[-TALLEST:]
    counts = {path: sheets(paper, address + path) for path in tallest}
    assert min(counts.values()) > 0
    assert {path: count for path, count in counts.items() if count > SHEETS} == {}


def test_a_language_that_does_not_exist_is_refused_also_beside_one_that_does(real_tree, tmp_path, monkeypatch, capsys):
    default = real_tree.config.default
    book = tmp_path / page_name(default)
    book.parent.mkdir(parents=True)
    book.touch()
    monkeypatch.setattr(print_guide, "chromium", lambda: pytest.fail("it is printed"))
    monkeypatch.setattr("sys.argv", ["print_guide.py", default.code, "xx", "--site", str(tmp_path)])
    assert print_guide.main() == 1
    assert "error:" in capsys.readouterr().err


OF_ABROAD = "cancel/from-abroad/"
OF_PROSE = (OF_ABROAD, "prepare/documents/", "cards/rental/", "after/problems/", "faq/help/")


@pytest.mark.parametrize("path", [*(f"carriers/{key}/" for key in networks()), *OF_PROSE])
def test_on_paper_stand_the_addresses_of_other_sites(path, paper, address):
    paper.goto(f"{address}{path}")
    act(paper)
    # A long list of sources is printed where the reader has opened it.
    listed = paper.locator(".apart a")
    if listed.count() and listed.is_visible():
        listed.click()
        paper.locator("article .footnote").wait_for()
    paper.emulate_media(media="print")
    shown = paper.evaluate(
        """() => [...document.querySelectorAll("article a[href^='http']")].filter((link) => link.checkVisibility())
          .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
    )
    assert shown
    # Chromium gives the rule or what came of it.
    assert [href for href, content in shown if "attr(href)" not in content and href not in content] == []
    # Beside the whole address its host is no news.
    said_twice = paper.evaluate(
        """() => [...document.querySelectorAll("article a[href^='http'] + *")]
          .filter((beside) => beside.checkVisibility())
          .filter((beside) => beside.previousElementSibling.host.endsWith(beside.textContent))
          .map((beside) => beside.textContent)
          .filter(Boolean)"""
    )
    assert said_twice == []


def test_a_list_of_sources_that_is_elsewhere_is_printed_with_its_address(paper, address):
    """Where the reader has not opened it, paper has to say where it is."""
    path = OF_PROSE[0]
    paper.goto(f"{address}{path}")
    act(paper)
    place = paper.locator(".apart")
    paper.emulate_media(media="print")
    where, told = place.evaluate("place => [place.dataset.at, getComputedStyle(place, '::after').content]")
    assert where.endswith(f"/{path}{place.locator('a').get_attribute('href')}")
    assert "attr(data-at)" in told or where in told


def test_a_long_day_of_the_plan_begins_on_the_first_sheet(paper, address):
    """Kept in one piece, it left that sheet empty."""
    paper.emulate_media(media="null")
    paper.goto(f"{address}plan/?c={networks()[0]}&at=abroad")
    day = paper.locator(".plan-day").first
    day.wait_for()
    act(paper)
    paper.emulate_media(media="print")
    broken = "one => getComputedStyle(one).breakInside"
    assert (day.evaluate(broken), day.locator("li").first.evaluate(broken)) == ("auto", "avoid")
    # One of a few things is not torn from its date.
    assert paper.locator(".plan-day").last.evaluate(broken) == "avoid"
    # What cannot be tapped, and has no address on paper, is not there.
    links = paper.locator(".plan-marks a:visible").evaluate_all("all => all.map((one) => one.protocol)")
    assert links and set(links) <= {"https:", "http:", "tel:", "mailto:"}
    assert not paper.locator(".plan-given").is_visible()
    # Nor what is true on this device or this day alone.
    assert paper.locator(".plan-when small").count()
    assert not paper.locator(".plan-when small, .plan-days > .plan-hint").filter(visible=True).count()
    paper.emulate_media(media="null")


def test_a_printed_plan_bears_no_code(paper, address):
    """That of its page leads to questions without answers."""
    paper.emulate_media(media="null")
    paper.goto(f"{address}plan/?c={networks()[0]}&at=japan&d=open&keep=no&phone=own")
    act(paper)
    paper.locator(".plan-result").wait_for()
    paper.emulate_media(media="print")
    code = paper.locator("img.guide-qr")
    assert code.count() == 1
    expect(code).not_to_be_visible()
    # Where there is no plan to see, it is the page's.
    paper.emulate_media(media="null")
    paper.locator(".plan-given > summary").click()
    paper.locator(".plan-given .plan-change").first.click()
    paper.emulate_media(media="print")
    expect(code).to_be_visible()
    paper.emulate_media(media="null")


def test_numbers_that_are_folded_are_printed(paper, address):
    paper.goto(f"{address}carriers/{networks()[0]}/")
    act(paper)
    shown = "all => all.map((one) => one.checkVisibility({contentVisibilityAuto: true}))"
    numbers = paper.locator("details.fold .contacts a.tel")
    paper.emulate_media(media="null")
    screen = numbers.evaluate_all(shown)
    paper.emulate_media(media="print")
    assert screen and not any(screen)
    # The styles of paper are on their way.
    expect(numbers.last).to_be_visible()
    assert all(numbers.evaluate_all(shown))
    assert not paper.locator("summary", has=paper.locator("xpath=../div[@class='contacts']")).is_visible()


def test_no_clock_of_whoever_prints_is_printed(browser, address):
    context = visitor(browser, 680, 1000, timezone_id="Europe/Berlin")
    page = context.new_page()
    page.goto(f"{address}{OF_ABROAD}")
    told = page.locator("own-hours:not(:empty)")
    expect(told.first).to_be_visible()
    act(page)
    page.emulate_media(media="print")
    assert told.count()
    expect(told.filter(visible=True)).to_have_count(0)
    context.close()


def test_of_a_closed_fold_its_line_is_printed(paper, address):
    paper.goto(f"{address}carriers/{networks()[0]}/")
    act(paper)
    paper.emulate_media(media="print")
    folds = paper.locator("details.fold:not(:has(> .contacts))")
    folds.last.evaluate("fold => { fold.open = true; }")
    shown = folds.evaluate_all(
        "all => all.map((fold) => [fold.open, fold.querySelector('summary').checkVisibility(),"
        " fold.lastElementChild.checkVisibility({contentVisibilityAuto: true})])"
    )
    assert any(not opened for opened, _, _ in shown)
    assert all(line and inside == opened for opened, line, inside in shown), shown


def test_a_printed_page_has_the_code_of_its_short_address_or_its_own(paper, address, real_tree):
    carrier = real_tree.carrier_records[0].id
    for path, code_of in ((f"carriers/{carrier}/", f"c/{carrier}/"), *((own, own) for own in OF_PROSE[:1])):
        paper.emulate_media(media="null")
        paper.goto(f"{address}{path}")
        # Nobody has touched the page: the styles of paper come for the print itself.
        pdf = paper.pdf(format="A4", prefer_css_page_size=True)
        assert b"/Subtype /Image" in pdf
        act(paper)
        paper.emulate_media(media="print")
        code = paper.locator("img.guide-qr")
        assert code.evaluate("image => image.src") == f"{address}{code_of}qr.png" and code.is_visible()
        assert f"/{code_of}" in paper.locator(".guide-here").inner_text()
        paper.emulate_media(media="screen")
        assert not code.is_visible()


def test_every_page_bears_a_code_and_it_is_read_as_its_address(built, real_tree):
    home = ADDRESSES["root"]
    for language in real_tree.offered:
        for name in real_tree.names:
            path = in_language(page_path(name), language)
            code = _CODE.search((built / path / "index.html").read_text("utf-8"))
            assert code, path
            picture = posixpath.normpath(posixpath.join(path, code[1]))
            assert (built / picture).is_file(), path
            # A code takes a moment to read: those of one language, each kind of page once, tell of all.
            if language.default and name.endswith("index.md"):
                assert read_qr((built / picture).read_bytes())[1] == [home + picture.removesuffix("qr.png")]


KINDS = ("", f"carriers/{networks()[0]}/", "phrases/", f"plan/?c={networks()[0]}&at=abroad")


@pytest.mark.parametrize("path", KINDS)
def test_nothing_dark_is_printed(path, paper, address):
    """Colours are printed as they are: a dark box costs ink, and its links were black on it."""
    paper.emulate_media(media="null", color_scheme="dark")
    paper.goto(f"{address}{path}")
    act(paper)
    paper.emulate_media(media="print", color_scheme="dark")
    dark = paper.evaluate(
        """() => [...document.body.querySelectorAll("*")].filter((one) => {
          const seen = one.checkVisibility({opacityProperty: true}) && one.offsetWidth > 1;
          const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number);
          return seen && alpha > .5 && Math.max(red, green, blue) < 128;
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    paper.emulate_media(media="null", color_scheme="null")
    assert dark == []


def test_beside_a_letter_nothing_is_printed_on_its_sheet(paper, address):
    """The headings of the next letter and the foot of the guide stood on what is sent to a carrier."""
    paper.emulate_media(media="null")
    paper.goto(f"{address}letters/")
    act(paper)
    paper.emulate_media(media="print")
    tops, others = paper.evaluate(
        """() => [[".letter"], [":not(.letter)", ".md-footer *", ".guide-qr"]].map((kinds, second) =>
          [...document.querySelectorAll(kinds.map((kind) => kind.startsWith(":") ? `article > ${kind}` : kind).join())]
            .filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect()[second ? "bottom" : "top"]))"""
    )
    assert len(tops) == paper.locator(".letter").count() and others
    assert max(others) <= min(tops)


@pytest.mark.parametrize(("path", "alone"), [("letters/", ".letter"), ("phrases/", ".phrase")])
def test_what_is_printed_alone_to_be_handed_over_bears_no_code(path, alone, paper, address):
    """The code lay on the frame of the card."""
    paper.emulate_media(media="null")
    paper.goto(f"{address}{path}")
    act(paper)
    paper.goto(f"{address}{path}#{paper.locator(alone).last.get_attribute('id')}")
    paper.emulate_media(media="print")
    assert paper.locator(f"{alone}:target").is_visible()
    assert not paper.locator("img.guide-qr").is_visible()


# How high a page is whose foot is the first thing that its sheet has no room for, somewhere in between, in millimetres.
NEARLY_FULL = range(235, 275, 3)
_SHEET = re.compile(rb"/Type\s*/Page\b(?!s).*?endobj", re.DOTALL)


def test_no_sheet_holds_nothing_but_the_foot(paper, address):
    """The last words before it come with it."""
    paper.emulate_media(media="null")
    paper.goto(f"{address}{OF_PROSE[0]}")
    act(paper)
    paper.evaluate(
        """async () => {
          const tall = document.createElement("p");
          const last = document.createElement("p");
          const picture = new Image(20, 20);
          picture.src = document.querySelector(".guide-qr").src;
          await picture.decode();
          tall.id = "tall";
          last.append(picture);
          document.querySelector(".guide-qr").remove();
          document.querySelector("article").replaceChildren(tall, last);
        }"""
    )
    lasts = []
    for height in NEARLY_FULL:
        paper.evaluate("height => { tall.style.height = `${height}mm`; }", height)
        printed = _SHEET.findall(paper.pdf(format="A4", prefer_css_page_size=True))
        lasts.append((len(printed), b"/XObject" in printed[-1]))
    # Both are met: the foot on the first sheet, and on a second one.
    assert {count for count, _ in lasts} == {1, 2}
    assert all(picture for _, picture in lasts), lasts
