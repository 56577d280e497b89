"""A finding about a changed text says what the text said, where git knows it; elsewhere it stays as it was."""

import os
import shutil
import subprocess

import pytest
from guide import cli
from guide.expand import read_tree
from guide.rules.facts import changed_fact
from guide.rules.translation import translation_stale, version_changed
from guide.source import git
from guide.tree.compared import write
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

RECORD = "docs/_data/carriers/docomo.yml"
SOURCE = "docs/_data/sources/docomo.yml"
ABOUT = "docs/{}/about/index.md"
SENTENCES = {"zh": "不是任何运营商。", "ja": "どの会社にも属しません。", "en": "No carrier runs this guide."}


def run_git(folder, *arguments):
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments],
        check=True,
        capture_output=True,
    )


def commit(root, message="more"):
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "-m", message)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A tree that was read, inside a repository and below its top."""
    root = base_tree(tmp_path_factory.mktemp("git") / "guide")
    write(read_tree(root, TODAY))
    run_git(root.parent, "init", "--quiet")
    commit(root)
    return root.parent


@pytest.fixture
def root(repository, tmp_path):
    """A copy of that tree with its repository."""
    return shutil.copytree(repository, tmp_path / "repository") / "guide"


def edit(root, path, *pairs):
    text = (root / path).read_text("utf-8")
    for was, now in pairs:
        assert was in text
        text = text.replace(was, now, 1)
    (root / path).write_text(text, "utf-8")


def found(root, rule=changed_fact):
    return list(rule.check(read_tree(root, TODAY)))


def plain(root, rule=changed_fact):
    """Whether what is told is told without what the text said."""
    told = found(root, rule)
    return bool(told) and not any(own.was or own.now for own in told)


CUT_OFF = (RECORD, ('value: "21:10"', 'value: "20:10"'))


def test_a_value_and_what_its_source_says(root):
    edit(root, *CUT_OFF)
    (told,) = found(root)
    assert told.message == "cut_off 21:10 became 20:10; source blog-fee says 21:10"
    assert (told.was, told.now) == ("21:10", "20:10")
    assert told.related.path.endswith("example-blog.yml") and "see whether blog-fee says so" in told.fix


def test_what_a_source_says_is_no_witness_of_itself(root):
    edit(root, SOURCE, ("09:00 to 20:00", "09:00 to 19:00"))
    (told,) = found(root)
    assert told.message == "the time 20:00 became 19:00"
    assert told.was.endswith("09:00 to 20:00") and told.now.endswith("09:00 to 19:00")


def test_all_versions_of_a_text_are_one_finding_and_near_texts_are_several(root):
    edit(root, RECORD, ("综合咨询", "所有问题"), ("総合案内", "すべての質問"), ("General support", "All questions"))
    edit(root, RECORD, ("number: 0120-800-000", "number: 0120-800-001"))
    about, number = found(root)
    assert (about.was, about.now) == ("综合咨询", "所有问题")
    assert number.message == "number 0120-800-000 became 0120-800-001; source docomo-cancel says 0120-800-000"


def test_one_version(root):
    edit(root, RECORD, ("about: {zh: 综合咨询", "about: {zh: 不咨询"))
    (told,) = found(root, version_changed)
    assert told.message == 'a denial came in: "不": this was changed in zh, and not in en and ja'
    assert (told.was, told.now) == ("综合咨询", "不咨询")
    assert not found(root)


def test_a_page_in_one_version_and_its_translations(root):
    edit(root, ABOUT.format("zh"), (SENTENCES["zh"], "是任何运营商。"))
    (told,) = found(root, version_changed)
    assert told.message.startswith('a denial is gone: "不": ')
    stale = found(root, translation_stale)
    assert len(stale) == 2 and all('#about changed; a denial is gone: "不"' in own.message for own in stale)
    assert {(own.was, own.now) for own in stale} == {(SENTENCES["zh"], "是任何运营商。")}


def test_a_page_in_all_versions(root):
    now = {"zh": "是任何运营商。", "ja": "どの会社にも属します。", "en": "A carrier runs this guide."}
    for code, sentence in SENTENCES.items():
        edit(root, ABOUT.format(code), (sentence, now[code]))
    (told,) = found(root)
    assert told.message == 'a denial is gone: "不"'
    assert not found(root, version_changed)


def test_a_version_that_says_more_in_a_section_that_all_changed(root):
    for code, sentence in SENTENCES.items():
        edit(root, ABOUT.format(code), (sentence, f"{sentence}\n\n2026."))
        run_git(root, "add", ".")
    write(read_tree(root, TODAY))
    commit(root)
    for code in SENTENCES:
        edit(root, ABOUT.format(code), ("2026.", "2025."))
    edit(root, ABOUT.format("ja"), (SENTENCES["ja"], "どの会社にも属します。"))
    told = [own.message for rule in (changed_fact, version_changed) for own in found(root, rule)]
    assert told == [
        "the date 2026 became 2025",
        'a denial is gone: "ません": this was changed in ja, and not in zh and en',
    ]


STEPS = (
    "- text: {zh: 登录。, ja: ログインします。, en: Log in.}",
    "- text: {zh: 提交。, ja: 送信します。, en: Submit.}",
)


def with_two_steps(root):
    one, two = (f"      {step}\n        sources: [docomo-cancel]\n" for step in STEPS)
    edit(root, RECORD, (one, one + two))
    write(read_tree(root, TODAY))
    commit(root)
    return one, two


def test_steps_that_changed_places(root):
    one, two = with_two_steps(root)
    edit(root, RECORD, (one + two, two + one))
    (told,) = found(root)
    assert told.message == 'two parts changed places: "登录。" came before "提交。"'
    assert (told.was, told.now) == ("登录。 → 提交。", "提交。 → 登录。")


def test_a_step_that_went_and_one_that_came(root):
    one, two = with_two_steps(root)
    edit(root, RECORD, (two, ""))
    (gone,) = found(root)
    assert gone.message.endswith(" is gone") and (gone.was, gone.now) == ("提交。", "")
    edit(root, RECORD, (one, one + two + two.replace("提交", "保存").replace("送信", "保存").replace("Submit", "Save")))
    (came,) = found(root)
    assert came.message.startswith("this is new") and (came.was, came.now) == ("", "保存。")


def test_what_was_committed_and_never_confirmed(root):
    edit(root, *CUT_OFF)
    commit(root)
    edit(root, RECORD, ("20:10", "19:10"))
    commit(root)
    (told,) = found(root)
    assert (told.was, told.now) == ("21:10", "19:10")


def test_versions_that_cannot_be_read_are_passed_over(root):
    read = (root / RECORD).read_text("utf-8")
    for broken in (b"id: [", b"\xff\xfe", b"id: x\nid: y\n"):
        (root / RECORD).write_bytes(broken)
        commit(root)
    (root / RECORD).write_text(read.replace("21:10", "20:10"), "utf-8")
    (told,) = found(root)
    assert told.was == "21:10"


def test_what_git_never_had(root):
    edit(root, RECORD, ("21:10", "20:10"))
    write(read_tree(root, TODAY))
    edit(root, RECORD, ("20:10", "19:10"))
    assert plain(root)


def test_a_page_that_was_renamed_and_one_that_is_new(root):
    for code in SENTENCES:
        (root / ABOUT.format(code)).rename(root / ABOUT.format(code).replace("index", "us"))
    (root / "docs/_data/redirects.yml").write_text("/prices/: /faq/money/\n", "utf-8")
    told = found(root)
    assert {own.position.path.rpartition("/")[2] for own in told} == {"redirects.yml", "us.md"}
    assert not any(own.was or own.now for own in told)


def test_pages_that_change_places_in_the_navigation(root):
    config = (root / "mkdocs.yml").read_text("utf-8")
    one, other = "  - carriers/docomo.md", "      - faq/money.md"
    config = (
        config.replace(one, "  - x").replace(other, f"    {one}").replace("  - x", other.strip().rjust(len(other) - 4))
    )
    (root / "mkdocs.yml").write_text(config, "utf-8")
    (told,) = found(root)
    assert told.message.startswith("two parts changed places: ") and told.was.endswith(".md")


# Where git gives no answer


def test_an_untouched_tree_asks_git_nothing(root):
    tree = read_tree(root, TODAY)
    tree.earlier = lambda path: pytest.fail("git was asked")
    assert not [own for rule in (changed_fact, version_changed, translation_stale) for own in rule.check(tree)]


def test_no_repository(tmp_path):
    root = base_tree(tmp_path)
    write(read_tree(root, TODAY))
    edit(root, *CUT_OFF)
    assert plain(root)


def test_no_git(root, monkeypatch, tmp_path):
    edit(root, *CUT_OFF)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert plain(root)


def test_the_repository_of_a_hook_is_not_asked(root, tmp_path, monkeypatch):
    other = tmp_path / "other"
    run_git(tmp_path, "init", "--quiet", str(other))
    edit(root, *CUT_OFF)
    for name, value in (("GIT_DIR", other / ".git"), ("GIT_WORK_TREE", other), ("GIT_INDEX_FILE", other / "index")):
        monkeypatch.setenv(name, str(value))
    (told,) = found(root)
    assert told.was == "21:10"


def test_a_worktree_a_shallow_clone_and_a_bare_one(root, tmp_path):
    edit(root, *CUT_OFF)
    commit(root)
    run_git(root, "worktree", "add", "--quiet", str(tmp_path / "beside"), "HEAD")
    (told,) = found(tmp_path / "beside" / "guide")
    assert told.was == "21:10"
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", root.parent.as_uri(), "shallow")
    assert plain(tmp_path / "shallow" / "guide")
    run_git(tmp_path, "clone", "--quiet", "--bare", str(root.parent), "bare.git")
    (root.rename(tmp_path / "bare.git" / "guide"))
    assert plain(tmp_path / "bare.git" / "guide")


NAMES = ("a b'\"$(x).yml", "-n", ":(top)x", "é/日本.md", "*.md", "x\ty", "[a]", "x\\y", "HEAD:x")


def test_any_name_of_a_file(tmp_path):
    folder = tmp_path / "in it"
    run_git(tmp_path, "init", "--quiet")
    for version in ("one", "two"):
        for name in NAMES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(f"{name} {version}", "utf-8")
        commit(tmp_path)
    for name in NAMES:
        assert list(git.versions(folder, name)) == [f"{name} two", f"{name} one"]


def test_names_of_no_file(repository):
    for name in ("", "nothing.md", "x\ny", "../out", "\x00", "\udcff", "x" * 5000):
        assert list(git.versions(repository / "guide", name)) == []


def test_an_answer_that_takes_too_long_is_none(root, tmp_path, monkeypatch):
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 9\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "LONGEST", 0.2)
    with pytest.raises(git.NoAnswer):
        git.ask(root, "status")


# Where it is printed


def test_confirm_prints_what_it_confirms(root, capsys):
    edit(root, *CUT_OFF)
    assert cli.main(["confirm", RECORD, "--root", str(root)]) == 0
    out = capsys.readouterr().out
    assert "cut_off 21:10 became 20:10" in out and "    was: 21:10\n    now: 20:10\n" in out
    assert not found(root)


def test_what_was_known_before_is_not_new(root, capsys):
    edit(root, *CUT_OFF)
    commit(root)
    cli.main(["check", "--root", str(root), "--today", str(TODAY), "--base", "HEAD"])
    out = capsys.readouterr().out
    assert "--- 0 new" in out and "    was: 21:10\n    now: 20:10\n" in out


def test_who_reviews_is_told_what_was_changed_and_confirmed(root, capsys):
    edit(root, *CUT_OFF)
    assert cli.main(["confirm", RECORD, "--root", str(root)]) == 0
    commit(root)

    def told(*more):
        capsys.readouterr()
        code = cli.main(["check", "--root", str(root), "--today", str(TODAY), *more])
        return code, capsys.readouterr().out

    code, out = told()
    assert "FS029" not in out
    again, out = told("--review", "HEAD~1")
    # What was changed stops nothing here: the author has confirmed it.
    assert again == code
    assert "warning FS029" in out and "cut_off 21:10 became 20:10" in out and "    was: 21:10\n    now: 20:10\n" in out
    assert "FS029" not in told("--review", "HEAD")[1]


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "HEAD:docs"])
def test_a_review_beside_no_revision_says_so(revision, root, capsys):
    assert cli.main(["check", "--root", str(root), f"--review={revision}"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"error: --review {revision}:") and len(told.splitlines()) == 1


def test_a_key_of_a_made_language_that_was_renamed(root):
    made = "docs/_data/languages/zh-Hant.yml"
    titles = "made:\n  source: zh\n  titles:\n    about/index.md: 關於"
    (root / made).write_text(f"tag: zh-Hant\nname: 繁體中文\nstatus: made\n{titles}\n", "utf-8")
    write(read_tree(root, TODAY))
    commit(root)
    edit(root, made, ("about/index.md", "about/team.md"))
    tree = read_tree(root, TODAY)
    told = [(found.was, found.now) for found in changed_fact.check(tree) if found.position.path == made]
    assert told == [("關於", ""), ("", "關於")]
