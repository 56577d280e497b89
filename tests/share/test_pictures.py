"""Pictures of links and posters: on the built site each is there, right, light, and named by its content."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from guide.expand import read_tree
from guide.expand.inline import plain
from guide.share.heads import preview
from guide.share.pictures import fonts, made, poster, words
from guide.share.pictures.cards import (
    SQUARE,
    WIDE,
    Card,
    MultilingualCard,
    square,
    square_of_several,
    wide,
    wide_of_several,
)
from guide.share.pictures.made import POSTER, write_pictures
from guide.share.pictures.setting import NoRoom, Style, set_text
from guide.share.pictures.words import sentences, voice
from guide.share.short_pages import short_files
from guide.source.kept import Kept
from guide.text.titles import heading_of
from guide.tree.addresses import in_language, page_path
from guide.tree.short import short_addresses
from PIL import Image
from places import ADDRESSES
from trees import TODAY, base_tree

from share.qr import codes, read_qr

HOME = ADDRESSES["root"]
# In bytes.
MOST, POSTER_MOST = 60_000, 120_000
_META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+|guide-poster)" content="([^"]*)">')


def _told(file):
    """What the head of a page tells apps: key and content, in order."""
    return [(key, unescape(content)) for key, content in _META.findall(file.read_text("utf-8"))]


def _pictures(told):
    """Address, width, height and words of each picture."""
    found = []
    for key, content in told:
        if key == "og:image":
            found.append({key: content})
        elif key.startswith("og:image:"):
            found[-1][key] = content
    return found


@pytest.fixture(scope="module")
def heads(built, real_tree):
    """Language, name of the page, and what its head tells."""
    return [
        (language, name, _told(built / in_language(page_path(name), language) / "index.html"))
        for language in real_tree.offered
        for name in real_tree.names
    ]


def _check(built, told):
    pictures = _pictures(told)
    assert [(int(one["og:image:width"]), int(one["og:image:height"])) for one in pictures] == [WIDE, SQUARE]
    for one in pictures:
        assert one["og:image"].startswith(HOME) and one["og:image:alt"]
        file = built / one["og:image"].removeprefix(HOME)
        data = file.read_bytes()
        assert len(data) < MOST, file
        assert file.stem == hashlib.sha256(data).hexdigest()[: len(file.stem)] and len(file.stem) >= 16
        with Image.open(file) as picture:
            assert picture.size == (int(one["og:image:width"]), int(one["og:image:height"]))
    told = dict(reversed(told))
    assert told["og:image"] == told["twitter:image"] and told["og:image:alt"] == told["twitter:image:alt"]
    assert told["twitter:card"] == "summary_large_image"


def test_every_page_has_its_two_pictures(heads, built, real_tree):
    for language, name, told in heads:
        _check(built, told)
        page = real_tree.page(language.code, name)
        assert heading_of(page) in dict(reversed(told))["og:image:alt"]


def test_every_page_tells_apps_what_it_is(heads):
    for language, name, told in heads:
        told = dict(told)
        assert told["og:type"] == "article" and told["og:locale"] == language.locale, name
        assert told["og:title"] and told["og:description"] and told["og:url"].startswith(HOME)


def test_pages_with_other_words_have_other_pictures(heads):
    wide = [dict(reversed(told))["og:image"] for _, _, told in heads]
    assert len(set(wide)) == len(wide)


def test_a_carriers_picture_says_its_answer(heads, real_tree):
    answers = {f"carriers/{carrier.id}.md": carrier.answer for carrier in real_tree.carrier_records}
    for _, name, told in heads:
        if name in answers:
            assert dict(told)["og:description"] in dict(reversed(told))["og:image:alt"]


def test_every_short_address_has_pictures_without_scripts(built, real_tree):
    for path in short_files(real_tree):
        told = _told(built / path)
        _check(built, told)
        assert dict(told)["og:url"] == HOME + path.removesuffix("index.html")
        assert dict(told)["og:title"] and dict(told)["og:description"]


def test_nothing_else_lies_among_the_pictures(built, heads, real_tree):
    told = [told for _, _, told in heads] + [_told(built / path) for path in short_files(real_tree)]
    named = {one["og:image"].rpartition("/")[2] for own in told for one in _pictures(own)}
    assert {file.name for file in (built / made.FOLDER).iterdir()} == named


def test_every_carrier_has_a_poster_whose_code_is_its_short_address(built, heads, real_tree):
    for carrier in real_tree.carrier_records:
        file = built / "c" / carrier.id / POSTER
        assert file.stat().st_size < POSTER_MOST
        with Image.open(file) as picture:
            assert picture.size == poster.SIZE
        assert read_qr(file.read_bytes())[1] == [f"{HOME}c/{carrier.id}/"]
        # As small as a phone shows it in a chat.
        with Image.open(file) as picture:
            small = picture.convert("L").resize((360, 480))
            assert codes(small) == [f"{HOME}c/{carrier.id}/"]
    posters = {name: dict(told).get("guide-poster") for _, name, told in heads}
    assert {name for name, path in posters.items() if path} == {
        f"carriers/{carrier.id}.md" for carrier in real_tree.carrier_records
    }
    for language, name, told in heads:
        if path := dict(told).get("guide-poster"):
            assert (built / in_language(page_path(name), language) / path).is_file()


def test_what_did_not_change_is_not_drawn_again(tmp_path):
    root = base_tree(tmp_path / "tree")
    kept, folder = Kept(tmp_path / "kept"), tmp_path / "kept" / "pictures"
    first = write_pictures(tmp_path / "one", kept, read_tree(root, TODAY), HOME)
    times = {file: file.stat().st_ino for file in folder.iterdir()}
    assert write_pictures(tmp_path / "two", kept, read_tree(root, TODAY), HOME) == first
    assert {file: file.stat().st_ino for file in folder.iterdir()} == times
    page = min(path for path in root.glob("docs/*/*/*.md") if re.search("^# ", path.read_text("utf-8"), re.M))
    page.write_text(re.sub(r"^# ", "# 1 ", page.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    write_pictures(tmp_path / "three", kept, read_tree(root, TODAY), HOME)
    fresh = {file for file in folder.iterdir() if file not in times}
    assert 1 <= len(fresh) <= 4


@pytest.mark.parametrize("what", ["the code that draws", "what takes the Japanese face"])
def test_what_is_drawn_in_another_way_is_drawn_again(what, tmp_path, monkeypatch):
    tree, kept = read_tree(base_tree(tmp_path / "tree"), TODAY), Kept(tmp_path / "kept")
    write_pictures(tmp_path / "one", kept, tree, HOME)
    before = set((tmp_path / "kept" / "pictures").iterdir())
    if what == "the code that draws":
        monkeypatch.setattr(made, "_code", lambda: [("cards.py", b"other")])
    else:
        # A long pattern: shown as text it is cut off.
        language = next(language for language in tree.offered if len(repr(language.japanese)) > 200)
        monkeypatch.setattr(type(language), "japanese", re.compile(f"{language.japanese.pattern}|other"))
    write_pictures(tmp_path / "two", kept, tree, HOME)
    assert len(set((tmp_path / "kept" / "pictures").iterdir())) == 2 * len(before)


def test_without_the_font_it_is_said_and_links_show_the_icon(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "_faces", dict)
    fonts.font.cache_clear()
    with pytest.raises(fonts.NoFont, match="fonts-noto-cjk"):
        write_pictures(tmp_path / "site", Kept(tmp_path / "kept"), read_tree(base_tree(tmp_path / "tree"), TODAY), HOME)
    assert not (tmp_path / "site").exists() and not (tmp_path / "kept").exists()
    assert "icon-512.png" in preview((), HOME)


def _shown(picture, card, **changed):
    """Whether words of a card are on its picture: with others it is another one."""
    return _drawn(picture, card) != picture(replace(card, **changed))


@cache
def _drawn(picture, card):
    return picture(card)


def test_what_has_no_room_on_a_card_is_cut_and_not_left_out(real_tree):
    own = voice(real_tree, real_tree.languages[0])
    long = "word " * 120
    card = Card(guide=long, guide_short=long, title="t", answer=(), keys=(), name="n", voice=own)
    several = MultilingualCard(names=(), lines=tuple((f"{n}", long, own) for n in range(12)), guides=((long, own),))
    assert _shown(wide, card, guide=" ")
    assert _shown(square, card, guide_short=" ")
    assert _shown(wide_of_several, several, guides=((" ", own),))
    assert _shown(wide_of_several, several, lines=tuple((f"{n}", ".", own) for n in range(12)))


@pytest.fixture(scope="module")
def cards_of(real_tree):
    """The words of a carrier's pictures, short address and poster."""
    carrier = next(one for one in real_tree.carrier_records if one.keys and one.headline)
    page = real_tree.page(real_tree.languages[0].code, f"carriers/{carrier.id}.md")
    short = next(one for one in short_addresses(real_tree) if one.page == page.name)
    said = words.poster(real_tree, carrier, f"{HOME}{short.path}", TODAY)
    return carrier, words.card(real_tree, real_tree.languages[0], page), words.several(real_tree, short), said


def test_every_word_of_a_card_is_on_its_picture(cards_of):
    _, card, several, said = cards_of
    one, *others = several.lines
    assert _shown(wide, card, guide=card.guide_short) and _shown(wide, card, title=card.name + card.title)
    assert _shown(wide, card, answer=card.answer[::-1] * 2) and _shown(square, card, name=card.guide)
    (name, value), *others_below = card.keys
    for other in ((value, value), (name, name)):
        assert _shown(wide, card, keys=(other, *others_below))
    assert _shown(square, card, guide_short=card.name)
    assert _shown(wide_of_several, several, names=several.names[1:])
    for changed in ((one[0], one[0], one[2]), (one[1], one[1], one[2])):
        assert _shown(wide_of_several, several, lines=(changed, *others))
    assert square_of_several(several) != square_of_several(replace(several, names=several.names[1:]))
    assert square_of_several(several) != square_of_several(replace(several, names=()))
    assert _shown(poster.poster, said, address=HOME) and _shown(poster.poster, said, day="")
    assert _shown(poster.poster, said, code=said.code[::-1])
    first, *rest = said.said
    for field in ("guide", "title", "answer", "scan"):
        other = replace(first, **{field: getattr(rest[0], field)})
        assert _shown(poster.poster, said, said=(other, *rest)), field
    # Of the same length, so that nothing else moves.
    other = replace(first, answer=first.answer[:-1] + first.answer[-2])
    assert _shown(poster.poster, said, said=(other, *rest))


def test_the_lines_below_an_answer_are_those_of_the_page(cards_of, real_tree):
    carrier, card, several, _ = cards_of
    rows = real_tree.page(real_tree.languages[0].code, f"carriers/{carrier.id}.md").lines
    assert card.keys
    for name, value in card.keys:
        assert [row for row in rows if name in row and plain(row).count(value)], name
    assert [line for _, line, _ in several.lines] == [plain(one.text(carrier.headline)) for one in real_tree.offered]
    assert [name for name, _ in several.names] == list(dict.fromkeys(map(_name(carrier), real_tree.offered)))


def _name(carrier):
    return lambda language: language.text(carrier.names)


def test_a_poster_whose_words_have_no_room_is_not_drawn_and_that_is_said(tmp_path, monkeypatch, capfd):
    tree = read_tree(base_tree(tmp_path / "tree"), TODAY)
    carrier = tree.carrier_records[0]
    drawn = made.words.poster(tree, carrier, f"{HOME}c/{carrier.id}/", TODAY)
    assert poster.poster(drawn)
    long = "word " * 300
    for field in ("guide", "title", "answer", "scan"):
        with pytest.raises(NoRoom, match="word word"):
            poster.poster(replace(drawn, said=(*drawn.said[1:], replace(drawn.said[0], **{field: long}))))
    with pytest.raises(NoRoom, match="word word"):
        poster.poster(replace(drawn, address=long))
    monkeypatch.setattr(made.words, "poster", lambda *_: replace(drawn, address=long))
    pictures = write_pictures(tmp_path / "site", Kept(tmp_path / "kept"), tree, HOME)
    assert pictures.posters == {} and not list((tmp_path / "site").rglob(POSTER))
    assert pictures.of_pages and f"note: {carrier.id} has no poster" in capfd.readouterr().err


WIDTH = 1080


def test_lines_hold_the_whole_text_and_begin_with_no_closing_mark(real_tree):
    for language in real_tree.offered:
        own = voice(real_tree, language)
        for carrier in real_tree.carrier_records:
            text = plain(language.text(carrier.answer))
            for size in (34, 54, 80):
                block = set_text(text, own, Style(size), WIDTH, 99)
                lines = ["".join(part for part, _ in line) for line in block.lines]
                assert "".join("".join(lines).split()) == "".join(text.split())
                assert all(block.width(line) <= WIDTH for line in block.lines)
                assert not [line for line in lines if line[0] in "、。，．：；？！）」』” ,.;:)"], lines
                assert not [line for line in lines if line[-1] in "（「『“ "], lines


def test_japanese_words_take_the_japanese_face(real_tree):
    for language in real_tree.offered:
        own = voice(real_tree, language)
        if language.japanese:
            assert "".join(part for part, _ in own.runs("a「アプリ」b")) == "a「アプリ」b"
            assert ("アプリ", own.japanese_region) in list(own.runs("a「アプリ」b"))


def test_a_text_falls_into_its_sentences(real_tree):
    for language in real_tree.offered:
        for carrier in real_tree.carrier_records:
            text = language.text(carrier.answer)
            assert "".join(sentences(text, language)) == text
