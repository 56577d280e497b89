"""What is written is always whole: on a full disk, in a read-only place, while others write, when it is killed."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from guide import cli
from guide.expand import read_tree
from guide.expand.output import write_tree
from guide.source import writing
from guide.source.writing import NotWritten, alone, write_edited, write_whole
from guide.tree.layout import DATA, DOCS
from places import ROOT
from trees import TODAY, base_languages, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

PAGE = "docs/zh/faq/money.md"
WRITERS = {
    "fix": (["check", "--fix", "--today", str(TODAY)], PAGE),
    "confirm": (["translated", "--all"], "docs/ja/faq/money.md"),
    "addresses": (["addresses", "--write"], "docs/_data/addresses.txt"),
    "schemas": (["schemas", "--write"], "schemas/carrier.schema.json"),
    "rules": (["rules", "--write"], "maintaining/rules.md"),
    "new-carrier": (["new-carrier", "new-one"], "mkdocs.yml"),
}


@pytest.fixture
def tree(tmp_path):
    """A tree in which every writer has something to write."""
    root = base_tree(tmp_path / "tree")
    page = root / PAGE
    page.write_text(page.read_text("utf-8").replace("下个月", "下下个月") + "\n句子。 \n", "utf-8")
    (root / "docs/_data/addresses.txt").write_text("/gone/\n")
    for path in ("schemas/carrier.schema.json", "maintaining/rules.md"):
        (root / path).parent.mkdir()
        (root / path).write_text("<!-- rules -->\nold\n<!-- /rules -->\n" if path.endswith("md") else "{}\n")
    return root


def contents(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("step", ["mkstemp", "replace"])
def test_a_writer_that_is_refused_says_so_and_leaves_everything_whole(tree, name, step, monkeypatch, capsys):
    arguments, path = WRITERS[name]
    before = contents(tree)

    def refused(*_, **__):
        raise OSError(28, "No space left on device")

    if step == "mkstemp":
        monkeypatch.setattr(writing.tempfile, "mkstemp", refused)
    else:
        monkeypatch.setattr(Path, "replace", refused)
    assert cli.main([arguments[0], "--root", str(tree), *arguments[1:]]) == cli.MISUSE
    printed = capsys.readouterr()
    assert "No space left on device" in printed.err and "Traceback" not in printed.err
    assert contents(tree) == before
    monkeypatch.undo()
    cli.main([arguments[0], "--root", str(tree), *arguments[1:]])
    assert contents(tree)[path] != before[path]


def test_a_file_too_large_for_the_disk_leaves_the_old_one(tmp_path):
    file = tmp_path / "file"
    file.write_text("old")
    code = (
        "import resource, signal, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\nfrom guide.source.writing import NotWritten, write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_whole(Path(sys.argv[2]), 'x' * 100_000)\nexcept NotWritten as error:\n    print(error)\n"
    )
    command = [sys.executable, "-c", code, str(ROOT / "scripts"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "was not written" in done.stdout and file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_mode_and_link_stay(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink() and file.read_text() == "new" and file.stat().st_mode & 0o777 == 0o640
    write_whole(tmp_path / "folder" / "other", b"\x00")
    assert (tmp_path / "folder" / "other").read_bytes() == b"\x00"


@pytest.mark.parametrize("name", ["fix", "confirm"])
def test_a_page_keeps_its_line_ends(tree, name, capsys):
    arguments, path = WRITERS[name]
    file = tree / path
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    cli.main([arguments[0], "--root", str(tree), *arguments[1:]])
    after = file.read_bytes()
    assert after != before and after.count(b"\n") == after.count(b"\r\n") > 3


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        ("a\r\nb\rc\nd", "a\nB\nc\nD", "a\r\nB\rc\nD"),
        ("a\r\nb\nc\r\n", "a\nnew\nb\nc\n", "a\r\nnew\r\nb\nc\r\n"),
        ("a\nb\r\nc\nd\r\n", "a\nd\n", "a\nd\r\n"),
        ("a\r\nb", "new\na\nb\nnew\n", "new\r\na\r\nb\r\nnew\r\n"),
        ("a", "a\nb\n", "a\nb\n"),
        ("", "a\nb\n", "a\nb\n"),
    ],
)
def test_what_is_edited_keeps_the_end_of_each_line(tmp_path, old, text, new):
    file = tmp_path / "file"
    file.write_bytes(old.encode())
    write_edited(file, text)
    assert file.read_bytes() == new.encode()


def test_a_read_only_file_and_a_folder_in_its_place_are_left_alone(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr(writing.os, "access", lambda *_: False)
    with pytest.raises(NotWritten, match="read-only"):
        write_whole(file, "new")
    monkeypatch.undo()
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotWritten):
        write_whole(tmp_path / "folder", "new")
    assert file.read_text() == "old" and {path.name for path in tmp_path.iterdir()} == {"file", "folder"}


def test_the_second_waits_for_the_first_and_says_so(tmp_path, capsys):
    order = []

    def second():
        with alone(tmp_path / "lock", "busy"):
            order.append("second")

    with alone(tmp_path / "lock", "busy"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
    thread.join(5)
    assert order == ["first", "second"] and capsys.readouterr().err == "busy\n"


@pytest.mark.parametrize("path", [PAGE, "docs/_data/faq.yml"])
def test_a_list_of_addresses_that_cannot_be_read_is_not_written_over(tree, path, capsys):
    file = tree / "docs/_data/addresses.txt"
    file.write_bytes(b"/gone/\n\xff\n")
    assert cli.main(["addresses", "--write", "--root", str(tree)]) == cli.MISUSE
    assert file.read_bytes() == b"/gone/\n\xff\n" and "addresses.txt" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["docs", ".", "docs/zh", ".."])
def test_show_writes_all_pages_only_where_a_site_may_stand(tree, folder, capsys):
    before = contents(tree)
    assert cli.main(["show", "--root", str(tree), "--all", str(tree / folder)]) == cli.MISUSE
    assert "--all" in capsys.readouterr().err and contents(tree) == before


def test_show_writes_all_pages_twice(tree, tmp_path):
    for _ in range(2):
        assert cli.main(["show", "--root", str(tree), "--all", str(tmp_path / "out")]) == cli.CLEAN
    assert {path.parent.name for path in (tmp_path / "out").glob("*/index.md")} == set(base_languages())


def test_files_beside_the_pages_are_copied_wherever_the_guide_lies(tmp_path):
    root = base_tree(tmp_path / DATA / "guide")
    picture = root / DOCS / "assets" / "picture.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text("<svg/>")
    write_tree(read_tree(root, TODAY), tmp_path / "out" / "docs")
    assert (tmp_path / "out" / "docs" / "assets" / picture.name).read_text() == "<svg/>"


def test_a_tree_is_written_anew_over_whatever_stands_there(tmp_path):
    root, out = base_tree(tmp_path / "guide"), tmp_path / "out" / "docs"
    page = root / PAGE
    page.write_text(page.read_text("utf-8") + "\n[a](#%63osts) [b](#%E8%A7%A3) [c](https://a.example/%63)\n", "utf-8")
    tree = read_tree(root, TODAY)
    write_tree(tree, out)
    whole = contents(out)
    written = out / page.relative_to(root / DOCS)
    assert "[a](#costs) [b](#%E8%A7%A3) [c](https://a.example/%63)" in written.read_text("utf-8")
    # A folder where a file is to come and the reverse, a link, and what is there too many.
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept").touch()
    untouched, *rest = sorted(file for file in out.rglob("*.md") if file != written)
    left = untouched.stat().st_ino
    written.unlink()
    written.mkdir()
    (written / "a").touch()
    rest[0].unlink()
    rest[0].symlink_to(other / "kept")
    (out / "more" / "deep").mkdir(parents=True)
    (out / "more" / "deep" / "a").touch()
    (out / "linked").symlink_to(other)
    (out / "more.md").touch()
    write_tree(tree, out)
    assert contents(out) == whole and untouched.stat().st_ino == left
    assert not rest[0].is_symlink() and (other / "kept").read_bytes() == b""
    assert {path.name for path in out.iterdir()} == {path.parts[0] for path in map(Path, whole)}


@pytest.mark.parametrize("link", ["out", "out/docs"])
def test_a_tree_is_not_written_through_a_link(tmp_path, link):
    tree = read_tree(base_tree(tmp_path / "guide"), TODAY)
    (tmp_path / "other").mkdir()
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "other")
    with pytest.raises(NotWritten, match="is a link"):
        write_tree(tree, tmp_path / "out" / "docs")
    assert list((tmp_path / "other").iterdir()) == []


def test_output_without_room_is_told():
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as out:
        command = [sys.executable, str(ROOT / "scripts/build.py"), "check", "--explain", "LK001"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == cli.MISUSE and "Traceback" not in done.stderr and "the output" in done.stderr
