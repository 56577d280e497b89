"""How findings are printed: one snapshot of each format, and the escapes of GitHub's commands."""

import json

import pytest
from guide.model.finding import Finding, Position, stopping
from guide.report import FORMATS, summary

PLAIN = Finding(Position("docs/zh/a.md", 3, 7), "LK001", "missing-page", 'the link "x" leads to no page')
FULL = Finding(
    Position("docs/_data/a, b:c.yml", 12, 1),
    "FS009",
    "source-age",
    "100% 旧\nof it",
    "look again",
    Position("docs/zh/b.md", 4, 2),
    "warning",
)
CHANGED = Finding(Position("docs/en/a.md", 5), "FS029", "changed-fact", "18:00 became 17:00", "look", was="18:00")
CHECKED = "2 pages"

TEXT = """\
docs/zh/a.md:3:7: error LK001 missing-page: the link "x" leads to no page
docs/_data/a, b:c.yml:12:1: warning FS009 source-age: 100% 旧
of it
    related: docs/zh/b.md:4:2   fix: look again
2 findings (1 warning) in 2 files; checked 2 pages"""

GITHUB = """\
::error file=docs/zh/a.md,line=3,col=7,title=LK001 missing-page::the link "x" leads to no page
::warning file=docs/_data/a%2C b%3Ac.yml,line=12,col=1,title=FS009 source-age::100%25 旧%0Aof it%0Alook again
2 findings (1 warning) in 2 files; checked 2 pages"""

JSON = {
    "findings": [
        {
            "path": "docs/zh/a.md",
            "line": 3,
            "column": 7,
            "severity": "error",
            "code": "LK001",
            "slug": "missing-page",
            "message": 'the link "x" leads to no page',
            "was": "",
            "now": "",
            "fix": "",
            "related": None,
            "cause": None,
        },
        {
            "path": "docs/_data/a, b:c.yml",
            "line": 12,
            "column": 1,
            "severity": "warning",
            "code": "FS009",
            "slug": "source-age",
            "message": "100% 旧\nof it",
            "was": "",
            "now": "",
            "fix": "look again",
            "related": "docs/zh/b.md:4:2",
            "cause": None,
        },
    ],
    "summary": "2 findings (1 warning) in 2 files; checked 2 pages",
}


def test_text():
    assert FORMATS["text"]([PLAIN, FULL], CHECKED) == TEXT


def test_github():
    assert FORMATS["github"]([PLAIN, FULL], CHECKED) == GITHUB


def test_json():
    printed = FORMATS["json"]([PLAIN, FULL], CHECKED)
    assert json.loads(printed) == JSON
    assert "旧" in printed


def test_what_a_changed_text_said_stands_above_what_it_says():
    head = "docs/en/a.md:5:1: error FS029 changed-fact: 18:00 became 17:00"
    told = [head, "    was: 18:00", "    now: (nothing)", "    fix: look"]
    assert FORMATS["text"]([CHANGED], CHECKED).split("\n")[:-1] == told
    assert (
        FORMATS["github"]([CHANGED], CHECKED)
        .split("\n")[0]
        .endswith("::18:00 became 17:00%0Awas: 18:00%0Anow: (nothing)%0Alook")
    )
    (found,) = json.loads(FORMATS["json"]([CHANGED], CHECKED))["findings"]
    assert (found["was"], found["now"], found["fix"]) == ("18:00", "", "look")


@pytest.mark.parametrize("bad", ["\r\n::stop-commands::x", "%0A::error::x", "a,b:c%"])
def test_github_escapes_cannot_be_broken_out_of(bad):
    finding = Finding(Position(bad), "LK001", "missing-page", bad, bad, was=bad, now=bad)
    line, last = FORMATS["github"]([finding], CHECKED).split("\n")
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert "\r" not in line
    assert [pair.split("=")[0] for pair in properties.split(",")] == ["file", "line", "col", "title"]
    assert _unescaped(properties.split(",")[0]) == f"file={bad}"
    assert _unescaped(message) == f"{bad}\nwas: {bad}\nnow: {bad}\n{bad}"
    assert last.startswith("1 finding in 1 file;")


def _unescaped(text):
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ([], "clean: 2 pages"),
        ([PLAIN], "1 finding in 1 file; checked 2 pages"),
        ([PLAIN, PLAIN], "2 findings in 1 file; checked 2 pages"),
        ([FULL, FULL], "2 findings (2 warnings) in 1 file; checked 2 pages"),
    ],
)
def test_summary(findings, words):
    assert summary(findings, CHECKED) == words
    assert FORMATS["text"](findings, CHECKED).split("\n")[-1] == words


def test_what_stops():
    assert not stopping([]) and not stopping([], strict=True)
    assert stopping([FULL, PLAIN])
    assert not stopping([FULL]) and stopping([FULL], strict=True)


def test_order_is_by_place_then_code():
    later = Finding(Position("docs/zh/a.md", 10), "CT001", "x", "m")
    assert sorted([later, PLAIN, FULL]) == [FULL, PLAIN, later]
