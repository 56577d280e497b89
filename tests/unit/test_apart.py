"""Long lists of sources: what the link to a list says."""

from __future__ import annotations

import pytest
from guide.render.apart import MOST, joined, parted

NAMED = '<li><span id="source-{}"></span><a href="#">{}</a></li>'


@pytest.fixture
def language(real_tree):
    return next(language for language in real_tree.languages if language.code == "en")


def a_list(names: list[str]) -> str:
    rows = "".join(NAMED.format(number, name) for number, name in enumerate(names))
    return f'<div class="source-list rest"><ul>{rows}</ul></div>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Mobal", "Mobal"),
        ("Mobal · mobal<wbr>.com", "Mobal"),
        ('<span lang="ja">総務省</span> · soumu<wbr>.go<wbr>.jp', '<span lang="ja">総務省</span>'),
    ],
)
def test_the_link_names_the_first_and_the_last_publisher(written, shown, language):
    whole = a_list([written, *["between"] * MOST, "KDDI"])
    page, lists = parted(whole, language)
    assert f"{shown} – KDDI" in page
    assert joined(page, lambda _: lists["notes"]).count("<li>") == whole.count("<li>")
