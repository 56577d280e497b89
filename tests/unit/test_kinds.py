"""What kind of change a text went through: the cases stand in ``kinds.md``, in three languages."""

import re
from pathlib import Path

import pytest
from guide.expand import read_tree
from guide.model.finding import Position
from guide.rules.told_change import told_change
from guide.tree.change import Changed, Edit
from guide.tree.kinds import KINDS, kinds
from trees import TODAY, base_languages, base_tree

DOCUMENT = Path(__file__).with_name("kinds.md")
ROW = re.compile(r"^\| (?P<code>\S+) \| ?(?P<was>.*?) \| ?(?P<now>.*?) \| (?P<told>.+) \|$")


def cases():
    kind = ""
    for line in DOCUMENT.read_text("utf-8").split("\n"):
        kind = line.removeprefix("## ") if line.startswith("## ") else kind
        row = ROW.match(line)
        if row and row["code"] not in ("language", "---"):
            yield pytest.param(kind, *row.groups(), id=f"{kind}-{row['code']}-{row['now'][:12]}")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return read_tree(base_tree(tmp_path_factory.mktemp("tree")), TODAY)


def changed(code, was, now, **more):
    edit = Edit(code, was, now) if code in base_languages() else Edit("", was, now, code)
    return Changed(Position("x.yml"), edits=(edit,), **more)


@pytest.mark.parametrize(("kind", "code", "was", "now", "told"), list(cases()))
def test_kind(tree, kind, code, was, now, told):
    change = changed(code, was, now)
    assert told_change(tree, change).message.startswith(told)
    assert kinds(tree, change)[0].kind.name == kind


def test_every_kind_has_a_case():
    named = re.findall(r"^## (.+)$", DOCUMENT.read_text("utf-8"), re.M)
    assert named == list(KINDS)


def test_the_gravest_comes_first(tree):
    told = told_change(tree, changed("en", "You cannot cancel before 18:00.", "You can cancel after 17:00."))
    assert [part[:10] for part in told.message.split("; ")] == ["a denial i", '"before" b', "the time 1"]


def test_versions_are_named_where_not_all_changed_alike(tree):
    edits = (
        Edit("zh", "受理到 18:00。", "受理到 17:00。"),
        Edit("ja", "18:00まで受け付けます。", "17:00まで受け付けます。"),
        Edit("en", "They answer until 18:00.", "They do not answer until 17:00."),
    )
    told = told_change(tree, Changed(Position("x.yml"), edits=edits))
    assert told.message == 'a denial came in: "not" in en alone; the time 18:00 became 17:00'
    assert (told.was, told.now) == edits[2][1:3]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("until 20:00 on", "until 19:00 on", "; source docomo-cancel says 20:00"),
        ("until 19:00 on", "until 20:00 on", "; source docomo-cancel says 20:00"),
        ("until 18:00 on", "until 19:00 on", ""),
        ("from 09:00 on", "from 20:00 on", ""),
        ("call 0120-800-000 first", "call 0120-800-009 first", "; source docomo-cancel says 0120-800-000"),
        ("you cancel by phone", "you cancel by chat", '; source docomo-cancel says "phone"'),
        ("on 1 July 2025", "on 1 July 2026", ""),
    ],
)
def test_what_the_sources_say(tree, was, now, said):
    told = told_change(tree, changed("en", was, now, sources=("nowhere", "docomo-cancel")))
    assert told.message.partition(";")[1:] == (said[:1], said[1:])
    assert told.source == ("docomo-cancel" if said else "")


def test_sources_that_disagree_are_both_named(tree, monkeypatch):
    for key, time in (("one", "18:00"), ("other", "17:00")):
        monkeypatch.setitem(tree.sources, key, tree.sources["docomo-cancel"].model_copy(update={"says": time}))
    told = told_change(tree, changed("en", "until 18:00", "until 17:00", sources=("other", "one")))
    assert told.message.endswith("; source one says 18:00, source other says 17:00")


def test_a_long_text_is_cut_around_the_change(tree):
    for code, word in (("en", "word "), ("zh", "字"), ("ja", "言葉")):
        filler = word * 60
        told = told_change(tree, changed(code, f"{filler}18:00{filler}", f"{filler}17:00{filler}"))
        assert "18:00" in told.was and "17:00" in told.now
        assert len(told.was) + len(told.now) <= 160
        assert told.was.startswith("…") and told.was.endswith("…")


def test_of_many_places_the_gravest_is_shown(tree):
    filler = " and so on and on" * 12
    was = f"A nice card.{filler}. You cannot pay it.{filler}."
    told = told_change(tree, changed("en", was, was.replace("nice", "neat").replace("cannot", "can")))
    assert "cannot pay" in told.was and "can pay" in told.now


def test_characters_that_nobody_sees_are_not_printed(tree):
    told = told_change(tree, changed("en", "Pay 5 \u202eyen\n\x1b[2J now.", "Pay 6 \u202eyen\n\x1b[2J now."))
    assert told.message.isprintable() and told.was.isprintable() and told.now.isprintable()


@pytest.mark.parametrize(
    "text", ["7" * 5000, "1:" * 200, "「" * 200, "(" * 200, "²", "٣ days", "-".join("1" * 500), "[^x]" * 99]
)
def test_garbage_is_told_as_anything_else(tree, text):
    for code in (*base_languages(), "value", "sources"):
        for was, now in ((text, "x 8 y"), ("x 8 y", text), (text, f"{text} 9"), (text, "")):
            assert told_change(tree, changed(code, was, now, sources=("docomo-cancel",))).message
