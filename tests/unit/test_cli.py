"""The command line: exit codes 0 to 3, what is printed where, and what is written."""

import json
import re
import subprocess
import sys

import pytest
from guide import cli
from guide.commands.explain import entries
from guide.commands.schemas import schema_texts
from guide.rules import RULES
from guide.tree.layout import COMPARED
from trees import REPOSITORY, TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

NEW = {"docs/_data/carriers/new-one.yml"} | {f"docs/{language}/carriers/new-one.md" for language in ("zh", "ja", "en")}


@pytest.fixture
def tree(tmp_path):
    """A clean tree."""
    return base_tree(tmp_path / "tree")


@pytest.fixture
def run(tree, capsys):
    """Run a command on the tree: exit code, what went to stdout and to stderr."""

    def _run(command, *arguments):
        code = cli.main([command, "--root", str(tree), *arguments])
        return code, *capsys.readouterr()

    return _run


def check(run, *arguments, today=TODAY):
    """Check the tree as on the day ``today``."""
    return run("check", "--today", str(today), *arguments)


def files(tree):
    """Every file of a tree with its bytes."""
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in tree.rglob("*") if path.is_file()}


def break_link(tree):
    (tree / "docs/zh/about/index.md").write_text("# 关于 {#about}\n\n[坏的](none.md)\n", encoding="utf-8")


def test_clean_tree(run):
    code, out, err = check(run)
    assert (code, err) == (0, "")
    assert out == f"clean: 12 pages in 3 languages, 1 carriers, 1 products, 2 sources, {len(RULES)} rules\n"


def test_findings(run, tree):
    break_link(tree)
    code, out, err = check(run)
    assert (code, err) == (1, "")
    assert "docs/zh/about/index.md:3:6: error LK001 missing-page: " in out
    places = [line.split(":")[0] for line in out.splitlines() if line.startswith("docs/")]
    assert places == sorted(places) and len(places) > 1
    assert re.search(r"\n\d+ findings in \d files; checked 12 pages in 3 languages, .*\n$", out)


def test_what_a_link_should_say_is_told_as_it_is_typed_on_its_page(run, tree):
    page = tree / "docs/en/about/index.md"
    page.write_text(page.read_text("utf-8") + "\n[NTT docomo](../carriers/docmo.md#costs)\n", encoding="utf-8")
    assert "fix: did you mean ../carriers/docomo.md#costs?" in check(run)[1]


def test_a_section_that_is_missing_is_named_where_it_is_written(run, tree):
    page = tree / "docs/zh/about/index.md"
    more = "句子。[^blog-fee]\n\n<!-- block:sources -->\n\n## 卡 {#cards}\n\n句子。\n"
    page.write_text(page.read_text("utf-8") + "\n" + more, encoding="utf-8")
    line = page.read_text("utf-8").split("\n").index("## 卡 {#cards}") + 1
    assert f"fix: add the section of docs/zh/about/index.md:{line}\n" in check(run)[1]


def test_json(run, tree):
    break_link(tree)
    code, out, _ = check(run, "--format", "json")
    found = {(entry["path"], entry["line"], entry["code"]) for entry in json.loads(out)["findings"]}
    assert code == 1
    assert ("docs/zh/about/index.md", 3, "LK001") in found
    code, out, _ = run("check", "--format", "json", "--root", str(base_tree(tree)), "--today", str(TODAY))
    assert (code, json.loads(out)["findings"]) == (0, [])


def test_github(run, tree):
    break_link(tree)
    code, out, _ = check(run, "--format", "github")
    assert code == 1
    assert "::error file=docs/zh/about/index.md,line=3,col=6,title=LK001 missing-page::" in out


@pytest.mark.parametrize(
    ("today", "strict", "code", "words"),
    [
        ("2026-10-31", False, 1, "error FS006"),
        ("2026-11-01", True, 0, "clean"),
        ("2027-04-30", True, 0, "clean"),
        ("2027-05-01", False, 0, "warning FS009"),
        ("2027-05-01", True, 1, "warning FS009"),
        ("2027-11-02", False, 1, "error FS009"),
    ],
)
def test_today(run, today, strict, code, words):
    found, out, _ = check(run, *["--strict"] * strict, today=today)
    assert found == code
    assert words in out


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_explain(entry, capsys):
    assert cli.main(["check", "--explain", entry.code]) == 0
    out = capsys.readouterr().out
    assert out == f"{entry.code} {entry.slug}\n\n{entry.text}\n"
    for other in (entry.code.lower(), entry.slug):
        assert cli.main(["check", "--explain", other]) == 0
        assert capsys.readouterr().out == out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["check", "extra"],
        ["check", "--fast"],
        ["check", "--format", "xml"],
        ["check", "--today", "tomorrow"],
        ["check", "--today", "2026-02-30"],
        ["check", "--explain", "XX999"],
        ["check", "--root"],
        ["new-carrier"],
        ["serve", "--port", "http"],
    ],
    ids=" ".join,
)
def test_misuse(arguments, capsys):
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and "error: " in err and "Traceback" not in err


@pytest.mark.parametrize("arguments", [[], ["--all", "faq/money.md"], ["none.md"]], ids=" ".join)
def test_confirm_misuse(run, tree, arguments):
    before = files(tree)
    code, out, err = run("confirm", *arguments)
    assert (code, out) == (2, "") and err.startswith("error: ")
    assert files(tree) == before


def test_confirm_of_what_cannot_be_read_says_so(run, tree):
    record = "docs/_data/carriers/docomo.yml"
    (tree / record).write_text("id: [docomo\n", encoding="utf-8")
    code, out, err = run("confirm", record)
    assert (code, out) == (2, "") and err.startswith(f"error: {record}:1:5 cannot be read;")


def test_confirm(run, tree):
    model = tree / "docs/zh/faq/money.md"
    model.write_text(model.read_text(encoding="utf-8").replace("下个月", "下下个月"), encoding="utf-8")
    assert check(run)[1].count("TR005") == 2
    assert run("confirm", "docs/ja/faq/money.md") == (0, "recorded: docs/ja/faq/money.md\n", "")
    assert check(run)[1].count("TR005") == 1
    assert run("confirm", "faq/money.md") == (0, "recorded: docs/en/faq/money.md\n", "")
    assert check(run)[0] == 0
    assert run("confirm", "--all") == (0, f"recorded: {COMPARED}\n", "")
    nothing = (0, "nothing to record: nothing has changed since it was last confirmed\n", "")
    assert run("confirm", "--all") == run("translated", "--all") == nothing


def test_confirm_of_a_record(run, tree):
    record = "docs/_data/carriers/docomo.yml"
    assert run("confirm", "--all")[0] == 0
    text = (tree / record).read_text(encoding="utf-8")
    (tree / record).write_text(text.replace("General support", "General help"), encoding="utf-8")
    assert check(run)[1].count("TR069") == 1
    assert run("confirm", record) == (0, f"recorded: {COMPARED}\n", "")
    assert check(run)[0] == 0


def test_addresses(run, tree):
    code, out, _ = run("addresses")
    assert code == 1 and "not listed: /carriers/docomo/#costs\n" in out
    assert run("addresses", "--write")[0] == 0
    assert run("addresses") == (0, "0 addresses to add; --write adds them\n", "")
    assert check(run)[0] == 0
    for language in ("zh", "ja", "en"):
        page = tree / f"docs/{language}/faq/money.md"
        page.write_text(page.read_text(encoding="utf-8").replace("{#money}", "{#sums}"), encoding="utf-8")
    assert run("addresses", "--write")[1].startswith("added: /faq/money/#sums\n")
    assert "LK004 address-removed: #money was published" in check(run)[1]


@pytest.mark.parametrize("command", [[], ["check"], ["show"], ["build"], ["serve"], ["confirm"], ["new-carrier"]])
def test_help(command, capsys):
    assert cli.main([*command, "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: build.py")


@pytest.mark.parametrize("command", [["check"], ["schemas"], ["show", "index.md"], ["build"], ["new-carrier", "x"]])
@pytest.mark.parametrize("missing", ["mkdocs.yml", "docs", "everything"])
def test_missing_tree(command, missing, tmp_path, capsys):
    if missing == "docs":
        (tmp_path / "mkdocs.yml").write_text("nav: []\n")
    elif missing == "mkdocs.yml":
        (tmp_path / "docs").mkdir()
    root = tmp_path / "none" if missing == "everything" else tmp_path
    assert cli.main([command[0], "--root", str(root), *command[1:]]) == 2
    out, err = capsys.readouterr()
    assert out == "" and str(root) in err and "is missing" in err


def test_internal_error(run, monkeypatch):
    monkeypatch.setattr(RULES[0], "check", lambda tree: 1 / 0)
    code, _, err = check(run)
    assert code == 3
    assert "ZeroDivisionError" in err and "internal error" in err


def test_build_does_not_render_what_has_findings(run, tree):
    break_link(tree)
    code, out, err = run("build")
    assert code == 1
    assert "LK001" in out and "not rendered" in err
    assert not (tree / "site").exists()


def test_the_script_itself(tree):
    command = [sys.executable, REPOSITORY / "scripts" / "build.py", "check", "--root", tree, "--today", str(TODAY)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd="/")
    assert (done.returncode, done.stderr) == (0, "")
    break_link(tree)
    assert subprocess.run(command, capture_output=True, cwd="/").returncode == 1


def test_schemas(run, tree):
    before = files(tree)
    code, out, _ = run("schemas")
    assert code == 1 and out.startswith("differs: schemas/") and files(tree) == before
    assert run("schemas", "--write")[0] == 0
    written = files(tree)
    assert {path: written[path] for path in before} == before
    assert set(written) - set(before) == set(schema_texts(tree))
    assert run("schemas")[0] == 0


@pytest.mark.parametrize(("language", "words"), [([], "1,100 日元"), (["--lang", "en"], "1,100 yen")])
def test_show(run, language, words):
    code, out, err = run("show", "carriers/docomo.md", *language)
    assert (code, err) == (0, "")
    assert words in out and "{=" not in out and "block:" not in out


def test_show_what_cannot_be_made(run, tree):
    (tree / "docs/_data/carriers/docomo.yml").write_text("id: [docomo\n", encoding="utf-8")
    code, _, err = run("show", "carriers/docomo.md")
    assert code == 1 and "is not whole" in err and "check" in err


def test_show_what_is_not_there(run):
    code, out, err = run("show", "none.md")
    assert (code, out) == (2, "") and err.startswith("error: ")


def test_new_carrier(run, tree):
    before = set(files(tree))
    code, out, err = run("new-carrier", "new-one")
    assert (code, err) == (0, "")
    assert set(files(tree)) - before == NEW
    assert all(f"written: {path}\n" in out for path in NEW)
    assert "written: mkdocs.yml\n" in out
    assert "new-one" in (tree / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", sorted(NEW))
def test_new_carrier_overwrites_nothing(run, tree, there):
    (tree / there).write_text("mine\n")
    before = files(tree)
    code, out, err = run("new-carrier", "new-one")
    assert (code, out) == (2, "")
    assert there in err
    assert files(tree) == before


@pytest.mark.parametrize("id", ["New", "a_b", "../a", "a/b", "a b", "a-", "", "a\n", "新"])
def test_new_carrier_refuses_what_is_no_id(run, tree, id):
    before = files(tree)
    code, out, err = run("new-carrier", id)
    assert (code, out) == (2, "")
    assert "is not an id" in err
    assert files(tree) == before
