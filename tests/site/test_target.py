"""A site is written only where nothing else is lost, and what MkDocs warns of has a place."""

from __future__ import annotations

import contextlib
import importlib
import itertools
import multiprocessing
import re
import shutil
import socket
import subprocess
import time
from dataclasses import replace
from types import SimpleNamespace

import jinja2
import mkdocs_static_i18n.plugin as i18n
import pytest
from guide import cli, processors
from guide.expand.output import BUILD
from guide.model.finding import Finding, Position
from guide.processors import Alongside
from guide.render import mkdocs
from guide.render.remembered import Remembered
from guide.render.target import MARKER, UnsafeTarget, check_target, replacing
from guide.render.warnings import as_findings, raised
from guide.source.kept import Kept
from guide.source.writing import NotWritten
from guide.tree.layout import CONFIG
from kill_builds import FILLED, STEPS
from places import ROOT


@pytest.fixture
def guide(tmp_path):
    """A folder that looks like the guide, in a folder of its own."""
    root = tmp_path / "guide"
    (root / "docs" / "zh").mkdir(parents=True)
    (root / "docs" / "zh" / "index.md").write_text("kept")
    return root


def fill(root, target, text="new", fail=False):
    with replacing(root, target) as fresh:
        fresh.mkdir()
        (fresh / "index.html").write_text(text)
        if fail:
            raise RuntimeError


@pytest.mark.parametrize(
    "name", [".", "..", "docs", "docs/zh", "docs/new", "overrides", "scripts/x", ".git/x", f"{BUILD}/x"]
)
def test_the_guide_itself_is_never_written_over(guide, name):
    with pytest.raises(UnsafeTarget):
        fill(guide, guide / name)
    assert (guide / "docs" / "zh" / "index.md").read_text() == "kept"


def test_a_folder_with_other_things_a_file_and_a_link_are_refused(guide, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("kept")
    (tmp_path / "file").write_text("kept")
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    (tmp_path / "empty").mkdir()
    for target in (other, tmp_path / "file", tmp_path / "link"):
        with pytest.raises(UnsafeTarget, match="--site-dir"):
            fill(guide, target)
    assert (other / "letter.txt").read_text() == "kept" and (tmp_path / "file").read_text() == "kept"


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "an older site"])
def test_a_new_an_empty_and_an_own_folder_are_written(guide, before):
    target = guide / "site"
    if before == "an empty folder":
        target.mkdir()
    elif before == "an older site":
        fill(guide, target, "old")
        (target / "gone.html").touch()
    fill(guide, target)
    assert {file.name for file in target.iterdir()} == {"index.html", MARKER}
    assert (target / "index.html").read_text() == "new"
    assert {file.name for file in guide.iterdir()} == {"docs", "site"}


def test_the_old_site_stays_when_the_new_one_fails(guide):
    target = guide / "site"
    fill(guide, target, "old")
    with contextlib.suppress(RuntimeError):
        fill(guide, target, fail=True)
    assert (target / "index.html").read_text() == "old"
    assert {file.name for file in guide.iterdir()} == {"docs", "site"}


def test_what_a_killed_build_leaves_is_no_file_of_the_repository_and_is_cleaned_away(guide):
    with replacing(guide, guide / "site") as fresh:
        name = fresh.parent.name
    ignored = subprocess.run(["git", "check-ignore", "--quiet", f"{name}/new/index.html"], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    [cleaned] = re.findall(r"^clean:\n\trm -rf (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert name in cleaned.split()


def test_what_comes_while_the_site_is_built_is_not_lost(guide):
    target = guide / "site"
    with pytest.raises(UnsafeTarget), replacing(guide, target) as fresh:
        fresh.mkdir()
        target.mkdir()
        (target / "letter.txt").write_text("kept")
    assert (target / "letter.txt").read_text() == "kept"


def test_build_refuses_with_a_message(capsys):
    assert cli.main(["build", "--site-dir", str(ROOT / "docs")]) == cli.MISUSE
    printed = capsys.readouterr()
    assert "docs" in printed.err and "--site-dir" in printed.err and not printed.out
    check_target(ROOT, ROOT / "a-folder-that-is-not-there")


@pytest.mark.parametrize("port", ["0", "99999", "-1", "http", "８０００"])
def test_a_port_that_is_none_is_refused(port, capsys):
    assert cli.main(["serve", "--port", port]) == cli.MISUSE
    assert "port" in capsys.readouterr().err


def test_a_taken_port_is_told_before_anything_is_built(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == cli.MISUSE
    assert f"port {port} cannot be used" in capsys.readouterr().err


def test_a_warning_of_the_renderer_has_the_place_it_means(real_tree):
    page = next(page for page in real_tree.pages.values() if page.links and "block:" not in page.text)
    link = page.links[0]
    said = f"Doc file '{page.language}/{page.name}' contains a link '{link.target}', but the target is not found."
    (finding,) = as_findings(real_tree, [said, said])
    number = next(n for n, line in enumerate(page.lines, 1) if link.target in line)
    assert finding.position.path == page.at(number).path and finding.position.line == page.at(number).line
    (other,) = as_findings(real_tree, ["Something else is wrong"])
    assert other.position.path == "mkdocs.yml" and "Something else" in other.message


def _build_for_ever(guide, target):
    for number in itertools.count():
        with replacing(guide, target) as fresh:
            fresh.mkdir()
            for name in range(10):
                (fresh / f"{name}.html").write_text(str(number))


def test_a_whole_site_stands_there_whenever_a_build_is_killed(guide):
    target = guide / "site"
    fill(guide, target)
    for name in range(10):
        (target / f"{name}.html").write_text("before")
    for turn in range(40):
        build = multiprocessing.get_context("fork").Process(target=_build_for_ever, args=(guide, target))
        build.start()
        time.sleep(0.005 + turn * 0.0013)
        build.kill()
        build.join()
        assert (target / MARKER).is_file()
        assert len({(target / f"{name}.html").read_text() for name in range(10)}) == 1
    fill(guide, target)
    assert {file.name for file in guide.iterdir()} == {"docs", "site"}


def test_the_steps_at_which_builds_are_killed_are_those_of_the_build():
    # `make kill-builds` kills whole builds at each; that takes half an hour.
    for step, module in STEPS.items():
        assert callable(getattr(importlib.import_module(module), step)), step
    assert set(FILLED) <= set(STEPS)


def test_what_a_killed_build_left_is_put_back_where_folders_cannot_change_places(guide, monkeypatch):
    monkeypatch.setattr("guide.render.target._exchanged", lambda *_: False)
    target = guide / "site"
    fill(guide, target, "old")
    (guide / ".site.building").mkdir()
    target.rename(guide / ".site.building" / "old")
    with contextlib.suppress(RuntimeError):
        fill(guide, target, fail=True)
    assert (target / "index.html").read_text() == "old"
    fill(guide, target)
    assert (target / "index.html").read_text() == "new"
    assert {file.name for file in guide.iterdir()} == {"docs", "site"}


@pytest.mark.parametrize("exchanging", [True, False])
def test_what_a_killed_build_left_beside_a_whole_site_goes(guide, monkeypatch, exchanging):
    if not exchanging:
        monkeypatch.setattr("guide.render.target._exchanged", lambda *_: False)
    target = guide / "site"
    fill(guide, target, "old")
    for left in ("old", "new"):
        shutil.copytree(target, guide / ".site.building" / left)
    fill(guide, target)
    assert (target / "index.html").read_text() == "new"
    assert {file.name for file in guide.iterdir()} == {"docs", "site"}


@pytest.mark.parametrize("name", ["/", "file/site", "x" * 300, "circle/site", "into/new"])
def test_odd_places_are_refused_in_words(guide, tmp_path, name):
    (tmp_path / "file").write_text("kept")
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "into").symlink_to(guide / "docs")
    with pytest.raises((UnsafeTarget, NotWritten)):
        fill(guide, tmp_path / name)
    assert {file.name for file in (guide / "docs").iterdir()} == {"zh"}


def test_a_site_with_findings_does_not_replace_the_old_one(guide, monkeypatch):
    fault = Finding(Position("site/index.html"), "ST001", "rendered-link", "x")
    for name in ("write_tree", "_finish"):
        monkeypatch.setattr(mkdocs, name, lambda *_: None)
    monkeypatch.setattr(
        mkdocs, "render", lambda tree, fresh, kept: ((fresh.mkdir(), (fresh / "new.html").touch()) and "/", set())
    )
    found = []
    monkeypatch.setattr(mkdocs, "check_site", lambda *_: found)
    tree, target = SimpleNamespace(root=guide), guide / "site"
    fill(guide, target, "old")
    found.append(fault)
    assert mkdocs.build_site(tree, target).findings == [fault]
    assert (target / "index.html").read_text() == "old"
    assert mkdocs.build_site(tree, target, faulty=True).findings == [fault]
    assert (target / "new.html").is_file()


@pytest.mark.parametrize("others", [1, 2])
def test_what_the_rules_find_meanwhile_prevents_a_build(others, guide, monkeypatch):
    monkeypatch.setattr(processors, "processors", lambda: others)
    for name in ("write_tree", "_finish"):
        monkeypatch.setattr(mkdocs, name, lambda *_: None)
    monkeypatch.setattr(mkdocs, "render", lambda tree, fresh, kept: (fresh.mkdir() or "/", set()))
    monkeypatch.setattr(mkdocs, "check_site", lambda *_: [])
    tree, target = SimpleNamespace(root=guide), guide / "site"
    fill(guide, target, "old")
    fault = Finding(Position("docs/zh/index.md"), "LK001", "missing-page", "x")
    harmless = replace(fault, may_build=True)
    with pytest.raises(mkdocs.Prevented):
        mkdocs.build_site(tree, target, rules=Alongside(lambda: [harmless, fault]))
    assert (target / "index.html").read_text() == "old"
    rules = Alongside(lambda: [harmless])
    monkeypatch.setattr(mkdocs, "check_site", lambda *_: {}["missing"])
    for found, error in (([fault], mkdocs.Prevented), ([harmless], KeyError)):
        with pytest.raises(error):
            mkdocs.build_site(tree, target, rules=Alongside(lambda found=found: found))
    monkeypatch.setattr(mkdocs, "check_site", lambda *_: [])
    mkdocs.build_site(tree, target, rules=rules)
    assert not (target / "index.html").exists() and rules.result() == rules.result() == [harmless]


def test_a_full_disk_is_told_and_the_old_site_stays(guide, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device", "page.html")

    monkeypatch.setattr(mkdocs, "write_tree", full)
    target = guide / "site"
    fill(guide, target, "old")
    with pytest.raises(NotWritten, match=r"page.html \(No space left on device\)"):
        mkdocs.build_site(SimpleNamespace(root=guide), target)
    assert (target / "index.html").read_text() == "old"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Config value 'site_url': it is empty", "site_url:"),
        ("Config value 'plugins': The \"i18n\" plugin is not installed", "i18n"),
        (
            "A reference to 'cancel/shop.md' is included in the 'nav' configuration, which is not found",
            "cancel/shop.md",
        ),
    ],
)
def test_a_warning_of_the_configuration_has_its_line(real_tree, said, words):
    (finding,) = as_findings(real_tree, [said])
    line = (ROOT / CONFIG).read_text("utf-8").split("\n")[finding.position.line - 1]
    assert finding.position.path == CONFIG and words in line


def test_a_wrong_setting_of_the_environment_is_mended_there(real_tree, monkeypatch):
    wrong = "Config value 'site_url': it is empty"
    monkeypatch.delenv("SITE_URL", raising=False)
    (of_file,) = as_findings(real_tree, [wrong])
    monkeypatch.setenv("SITE_URL", "nope")
    (of_environment,) = as_findings(real_tree, [wrong])
    assert of_environment.position == of_file.position
    assert "SITE_URL=nope" in of_environment.fix and "SITE_URL" not in of_file.fix


def test_a_slip_in_a_stylesheet_is_told_at_its_line_as_no_fault_of_the_build(guide):
    for folder in (guide / "docs", guide / "site"):
        style = folder / "assets" / "css" / "faulty.css"
        style.parent.mkdir(parents=True)
        style.write_text(".a { top: 0 }\n.b { top 0 }\n")
    with pytest.raises(mkdocs.RenderFailed, match="faulty.css") as failed:
        mkdocs.deliver_whole(guide / "site", SimpleNamespace(root=guide), Kept())
    [finding] = failed.value.findings
    assert (finding.position.path, finding.position.line) == ("docs/assets/css/faulty.css", 2)


def test_a_fault_of_a_template_has_its_line(guide):
    (guide / "overrides").mkdir()
    (guide / "overrides" / "main.html").write_text("<p>\n{% if %}\n")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(guide / "overrides"), autoescape=True)
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        environment.get_template("main.html")
    position = raised(SimpleNamespace(root=guide, pages={}), caught.value, "words").position
    assert (position.path, position.line) == ("overrides/main.html", 2)


def test_what_fails_in_the_process_of_a_language_is_told_with_its_place(guide, monkeypatch):
    (guide / "overrides").mkdir()
    (guide / "overrides" / "main.html").write_text("<p>\n{% if %}\n")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(guide / "overrides"), autoescape=True)
    built = guide / "built"

    def build(language: str) -> None:
        if language == "faulty":
            environment.get_template("main.html")
        with built.open("a") as file:
            file.write(language)

    monkeypatch.setattr(i18n, "build", build)
    monkeypatch.setattr(mkdocs, "processors", lambda: 2)
    tree, remembered = SimpleNamespace(root=guide, pages={}), Remembered(Kept(), "", lambda: True)
    with mkdocs.other_languages(tree, remembered):
        for language in "abcd":
            i18n.build(language)
    assert sorted(built.read_text()) == ["a", "b", "c", "d"]
    with (
        pytest.raises(mkdocs.RenderFailed, match="TemplateSyntaxError") as failed,
        mkdocs.other_languages(tree, remembered),
    ):
        for language in ("a", "faulty", "b"):
            i18n.build(language)
    [finding] = failed.value.findings
    assert (finding.position.path, finding.position.line) == ("overrides/main.html", 2)
    assert i18n.build is build
