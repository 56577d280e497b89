"""Files as a bad disk, a bad editor or a bad day leaves them: a finding that names the file, never a traceback."""

import os
import random
import signal

import pytest
from guide.cli import main
from guide.source.yaml import MAX_BYTES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import TODAY, base_tree

pytestmark = pytest.mark.usefixtures("known_words")

PAGE = "docs/zh/about/index.md"
RECORD = "docs/_data/carriers/docomo.yml"
SOURCES = "docs/_data/sources/example-blog.yml"
CONFIG = "mkdocs.yml"
WORDS = "docs/_data/languages/zh.yml"
PATHS = [PAGE, RECORD, "docs/_data/products/travel-esim.yml", SOURCES, WORDS, "docs/_data/faq.yml", CONFIG]
# What is broken together: what blocks are made from, what they are not made from, and the configuration.
GROUPS = [[RECORD, WORDS], [path for path in PATHS if path not in (RECORD, WORDS, CONFIG)], [CONFIG]]
LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))

CONTENTS = {
    "empty": b"",
    "one newline": b"\n",
    "zeros": bytes(1000),
    "every byte": bytes(range(256)) * 4,
    "random bytes": random.Random(1).randbytes(5000),
    "UTF-16": "标题: 解约\n".encode("utf-16"),
    "Shift-JIS": "標題: 解約の費用\n".encode("shift-jis"),
    "half a character": "标题: 解约".encode()[:-1],
    "a byte order mark alone": b"\xef\xbb\xbf",
    "control characters": b"\x07\x1b[31m\x0c\n",
    "one word": b"word",
    "a list": b"- a\n- b\n",
    "a number": b"1\n",
    "unclosed front matter": b"---\ntitle: x\n",
    "open brackets": b"[" * 5_000,
    "open braces": b"{a: " * 50_000,
    "nested lists": b"- " * 50_000,
    "nested quotes": b"> " * 50_000,
    "nested emphasis": b"*a **b " * 5_000,
    "unclosed links": b"[a](" * 1_000,
    "many blocks": b"<!-- block:carrier docomo -->\n" * 500,
    "a long number": b"# 1 {#about}\n\n" + b"9" * 10_000 + "日元\n".encode(),
    "a bad address": b"# 1 {#about}\n\n<a href='http://[x'>y</a> [z](//[x)\n",
    "aliases": LAUGHS.encode(),
    "itself": b"&a [*a]",
    "nav in itself": b"plugins: [i18n: {languages: [{locale: zh, default: true}]}]\nnav: &a [*a]\n",
    "a tag": b"!!python/object/apply:os.system ['true']\n",
    "huge": b"a" * (MAX_BYTES + 1),
    "many lines": b"a: b\n" * 2_000,
}

# Each is repeated until the page is long: what a pattern could begin to match again and again.
UNITS = (
    " ", "\t", "\n", "\n\n", "[", "![", "[^", "[a](", "[a]: b\n", "{", "{ ", "{: ", "{#", "a {", "<", "<a ", "<p id",
    "<!--", "</", "`", "` ", "*", "**a ", "_a", "~", "> ", "- ", "1. ", "|", "| {#a ", "#", "# {", "!!! note\n    ",
    "「", "（", "“", "a.", "a@", "1", "1-", "0120-", "1,", "年", "1 月", "http://", "tel:", "约", "ー", "word ",
    "A", "\\", "\u200b",
)  # fmt: skip
LENGTH = 40_000
SECONDS = 5


def checked(root, capsys):
    """Check a tree: exit code and everything printed."""
    code = main(["check", "--root", str(root), "--today", str(TODAY)])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def must_name(root, capsys, *paths):
    """Check a tree in which the files at ``paths`` are bad."""
    code, printed = checked(root, capsys)
    assert code in (1, 2), printed
    assert all(path in printed for path in paths)
    assert "Traceback" not in printed


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("paths", GROUPS, ids=["blocks", "others", "configuration"])
def test_content(paths, content, tmp_path, capsys):
    root = base_tree(tmp_path)
    for path in paths:
        (root / path).write_bytes(CONTENTS[content])
    must_name(root, capsys, *paths)


@pytest.fixture
def alarm():
    """Ends a test that hangs, by the time of the processor, which others do not take; regular expressions look for
    signals too."""
    before = signal.signal(signal.SIGPROF, lambda *_: pytest.fail(f"not done within {SECONDS} s"))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_page_of_nothing_takes_no_longer_than_prose(unit, tmp_path, capsys, alarm):
    root = base_tree(tmp_path)
    text = f"# 关于 {{#about}}\n\n甲 {unit * (LENGTH // len(unit))} 乙\n"
    (root / PAGE).write_text(f"---\ntitle: 关于\n---\n\n{text}", encoding="utf-8")
    assert checked(root, capsys)[0] in (0, 1)


@pytest.mark.parametrize("path", PATHS)
def test_truncated(path, tmp_path, capsys):
    root = base_tree(tmp_path)
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    for number in range(0, len(lines) - 2, max(1, len(lines) // 8)):
        # A file cut off in a remark between two parts may be a whole one.
        number += next(n for n, line in enumerate(lines[number:]) if number == 0 or not line.lstrip().startswith("#"))
        cut = "\n".join([*lines[:number], lines[number][: len(lines[number]) // 2]])
        (root / path).write_text(cut, encoding="utf-8")
        must_name(root, capsys, path)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("index.md", "in a circle or nowhere"),
        ("nowhere.md", "in a circle or nowhere"),
        ("/etc/passwd", "out of the tree"),
        ("../../../..", "out of the tree"),
        ("..", "out of the tree"),
    ],
)
@pytest.mark.parametrize(
    "path", [PAGE, "docs/zh/loop", "docs/_data/carriers/index.yml", "docs/assets/loop", "docs/loop"]
)
def test_link(path, target, words, tmp_path, capsys):
    root = base_tree(tmp_path)
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to((root / path).name if target == "index.md" else target)
    must_name(root, capsys, path)
    assert words in checked(root, capsys)[1]


def test_link_inside_the_tree_is_read(tmp_path, capsys):
    root = base_tree(tmp_path)
    (root / "docs/en/about/index.md").rename(root / "about-en.md")
    (root / "docs/en/about/index.md").symlink_to(root / "about-en.md")
    assert checked(root, capsys)[0] == 0


@pytest.mark.parametrize("path", [CONFIG, "docs"])
def test_link_in_a_circle_instead_of_the_tree(path, tmp_path, capsys):
    (base_tree(tmp_path) / path).rename(tmp_path / "away")
    (tmp_path / path).symlink_to(path)
    code, printed = checked(tmp_path, capsys)
    assert code == 2 and f"{tmp_path / path} is missing" in printed


@pytest.mark.parametrize("path", PATHS)
def test_pipe(path, tmp_path, capsys):
    root = base_tree(tmp_path)
    (root / path).unlink()
    os.mkfifo(root / path)
    must_name(root, capsys, path)


@pytest.mark.parametrize("path", [PAGE, RECORD, SOURCES, WORDS, CONFIG])
def test_folder_instead_of_a_file(path, tmp_path, capsys):
    root = base_tree(tmp_path)
    (root / path).unlink()
    (root / path).mkdir()
    code, printed = checked(root, capsys)
    assert code == (2 if path == CONFIG else 1)
    assert "Traceback" not in printed


@pytest.mark.parametrize("name", [b"\xff.md", "标题 (1).md".encode(), b"a\nb.md", b"%0A.md"])
def test_odd_name(name, tmp_path, capsys):
    root = base_tree(tmp_path)
    with open(os.path.join(os.fsencode(root), b"docs", b"zh", name), "wb") as file:
        file.write(b"# T\n")
    for form in ("text", "json", "github"):
        assert main(["check", "--root", str(root), "--today", str(TODAY), "--format", form]) == 1
    assert "TR002" in capsys.readouterr().out


def test_the_mark_that_some_editors_write_before_a_text_is_not_part_of_it(tmp_path, capsys):
    root = base_tree(tmp_path)
    for path in root.rglob("*"):
        if path.suffix in (".md", ".yml", ".txt"):
            path.write_bytes("\ufeff".encode() + path.read_bytes())
    assert checked(root, capsys)[0] == 0


@pytest.mark.parametrize("name", ["own.css", "own.js", "own.json", "own.svg"])
def test_a_text_beside_the_pages_that_is_no_utf_8_is_told_at_its_line(name, tmp_path, capsys):
    root = base_tree(tmp_path)
    (root / "docs" / "assets" / name).write_bytes(b"\n/* \xe9 */\n")
    must_name(root, capsys, f"docs/assets/{name}")
    assert f"docs/assets/{name}:2:" in checked(root, capsys)[1]


def test_line_ends_of_all_systems(tmp_path, capsys):
    root = base_tree(tmp_path)
    for path in root.rglob("*"):
        if path.suffix in (".md", ".yml"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert checked(root, capsys)[0] == 0
    (root / PAGE).write_bytes("# 关于 {#about}\r\r收 9,999 日元\r".encode())
    assert f"{PAGE}:3:3: error CS002" in checked(root, capsys)[1]


several = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@several
@given(
    st.sampled_from(PATHS),
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")),
)
def test_anything_in_a_file(tmp_path, capsys, path, content):
    root = base_tree(tmp_path)
    (root / path).write_bytes(content)
    must_name(root, capsys, path)


@several
@given(st.sampled_from(PATHS), st.data())
def test_a_slip_of_the_hand(tmp_path, capsys, path, data):
    root = base_tree(tmp_path)
    text = (root / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    typed = data.draw(st.text("[](){}#*&!:|>'\"-<^/ \n\t0129円yen万あ", max_size=6))
    (root / path).write_text(text[:start] + typed + text[end:], encoding="utf-8")
    code, printed = checked(root, capsys)
    assert code in (0, 1, 2), printed
