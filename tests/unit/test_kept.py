"""What earlier builds made, and when it is made again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from guide.source import kept as module
from guide.source.kept import Kept, digest_of, slot_named
from guide.source.writing import NotWritten


class Making:
    """Makes another thing each time."""

    def __init__(self):
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return f"thing {self.times}".encode()


@pytest.fixture
def make():
    return Making()


def test_what_is_made_from_the_same_is_made_once(tmp_path, make):
    for _ in range(2):
        assert Kept(tmp_path).content("a/b", "egg", make) == b"thing 1"
    # Something else at the same place takes its place, something at another does not.
    assert Kept(tmp_path).content("a/b", "other egg", make) == b"thing 2"
    assert Kept(tmp_path).content("a/c", "egg", make) == b"thing 3"
    assert Kept(tmp_path).read("a/b", "egg") is None and Kept(tmp_path).read("a/b", "other egg") == b"thing 2"


@pytest.mark.parametrize("left", [b"", b"short", None])
def test_a_part_of_it_is_made_again(left, tmp_path, make):
    Kept(tmp_path).content("a", "egg", make)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1] if left is None else left)
    assert Kept(tmp_path).content("a", "egg", make) == b"thing 2" == Kept(tmp_path).content("a", "egg", make)


def test_another_program_or_library_makes_values_again(tmp_path, make, monkeypatch):
    assert Kept(tmp_path).value("a", "egg", make) == Kept(tmp_path).value("a", "egg", make) == b"thing 1"
    monkeypatch.setattr(module, "program", lambda: "another")
    assert Kept(tmp_path).value("a", "egg", make) == b"thing 2"


def test_what_is_not_worth_it_is_made_again(tmp_path, make):
    for times in (1, 2):
        made = Kept(tmp_path).value("a", "egg", make, worth=lambda value: value != b"thing 1")
        assert made == f"thing {times}".encode()
    assert Kept(tmp_path).value("a", "egg", make) == b"thing 2"
    assert Kept(tmp_path).value("a", "egg", make, worth=bool) == b"thing 2"


def test_a_name_that_is_no_text_is_told_apart_too():
    names = [os.fsdecode(name) for name in (b"\xff.md", b"\xfe.md")]
    assert len({digest_of([(name, b"")]) for name in names}) == len(names)


def test_what_is_named_by_what_it_is_made_from_has_a_place_of_its_own():
    slots = [slot_named("a", "egg"), slot_named("a", "eye"), slot_named("b", "egg")]
    assert len(set(slots)) == len(slots) and slot_named("a", "egg") == slots[0]


def test_names_and_contents_of_things_are_told_apart():
    parted = [[("a", b"bc")], [("ab", b"c")], [("a", b"b"), ("c", b"")], [("a", b""), ("bc", b"")], []]
    assert len({digest_of(things) for things in parted}) == len(parted)


def test_a_program_is_its_code_and_its_libraries(tmp_path, monkeypatch):
    code, libraries = tmp_path / "code", tmp_path / "libraries"
    code.mkdir()
    libraries.mkdir()
    monkeypatch.setattr(module, "_PACKAGE", code)
    monkeypatch.setattr(module.sysconfig, "get_path", lambda _: str(libraries))
    seen = [module.program.__wrapped__()]
    for change in (
        (code / "a.py").touch,
        lambda: (code / "a.py").write_text("1"),
        lambda: (code / "a.py").rename(code / "b.py"),
        lambda: (code / "below").mkdir() or (code / "below" / "c.css").touch(),
        (libraries / "mkdocs-1.0.dist-info").mkdir,
        lambda: (libraries / "mkdocs-1.0.dist-info").rename(libraries / "mkdocs-1.1.dist-info"),
        lambda: monkeypatch.setattr(module.sys, "version", "another"),
    ):
        change()
        seen.append(module.program.__wrapped__())
    (code / "a.pyc").touch()
    assert len(set(seen)) == len(seen) and module.program.__wrapped__() == seen[-1]


def test_what_no_build_used_in_a_month_goes(tmp_path, make):
    for slot in ("old", "below/old", "used"):
        Kept(tmp_path).content(slot, "egg", make)
        os.utime(tmp_path / slot, (0, 0))
    os.utime(tmp_path / "below", (0, 0))
    Kept(tmp_path).content("fresh", "egg", make)
    Kept(tmp_path).read("used", "egg")
    Kept(tmp_path).clear()
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == {"used", "fresh"}


def test_without_a_folder_nothing_is_kept(make):
    nothing = Kept()
    assert [nothing.content("a", "egg", make) for _ in range(2)] == [b"thing 1", b"thing 2"]
    nothing.clear()


def test_where_it_cannot_be_kept_it_is_said(tmp_path, make):
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten):
        Kept(tmp_path / "file").content("a", "egg", make)


def test_what_cannot_be_told_as_used_is_read_all_the_same(tmp_path, make, monkeypatch):
    kept = Kept(tmp_path)
    kept.write("slot", "origin", b"content")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refused)
    assert kept.read("slot", "origin") == b"content"


def test_what_cannot_be_deleted_stays_and_stops_nothing(tmp_path, make, monkeypatch):
    for slot in ("one", "other"):
        Kept(tmp_path).content(slot, "egg", make)
        os.utime(tmp_path / slot, (0, 0))
    unlink = Path.unlink

    def refused(file: Path, **how: bool) -> None:
        if file.name == "one":
            raise PermissionError
        unlink(file, **how)

    monkeypatch.setattr(Path, "unlink", refused)
    Kept(tmp_path).clear()
    assert [file.name for file in tmp_path.iterdir()] == ["one"]
