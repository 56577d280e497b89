"""What of a page of a made language is its own text: nothing that is marked as of another language."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from guide.languages import made
from guide.render.left_over import left_over, own_text
from places import LANGUAGES

OWN = made("xx", {})


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ('<p>a<b lang="ja">x</b>c</p>', "<p>a|c</p>"),
        ('<p>a<b lang="xx">b</b>c</p>', None),
        ("a<b class=\"y\" lang='ja'>b</b>c", None),
        # One of the same name inside, other elements, and what has no end.
        ('a<b lang="ja">x<b>x</b>x<i>x</i></b>c', "a|c"),
        ('a<b lang="ja">x<b/>x</b>c', "a|c"),
        ('a<B lang="ja">x</b>c<b lang="ja">x</b>d', "a|c|d"),
        ('a<b lang="ja">x<br>x<img alt="</b>">x</b>c', "a|c"),
        ('a<br lang="ja">b', None),
        ('a<b lang="ja">x<i lang="xx">x</i>x</b>c', "a|c"),
        ('a<b lang="ja">x', "a"),
        ('a</b><b title="<i>" lang="ja">x</b>c', "a</b>|c"),
        ('a\n<b lang="ja">x\n\nx</b>c\n', "a\n\n\nc\n"),
    ],
)
def test_what_is_marked_is_left_out(page, own):
    assert own_text(page, OWN) == (page if own is None else own.replace("|", ""))


def test_a_slip_is_told_at_its_line_and_the_first_ones_only():
    language = next(one for one in LANGUAGES if one.source)
    slip = next(one for one in map(chr, range(0x4E00, 0x9FA5)) if list(language.slips(f"{one}。")))
    page = f'<p lang="{language.source.tag}">{slip}\n{slip}</p>\n<p>{slip}。</p>'
    assert [line for line, _ in left_over(page, language)] == [3]
    many = SimpleNamespace(tag=OWN.tag, slips=lambda text: [(place, "") for place in range(len(text))])
    assert 1 < len(list(left_over("a" * 100, many))) < 100
