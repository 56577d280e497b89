"""Addresses of a page in every language."""

from guide.languages import made
from guide.render.alternates import alternates, bare

LANGUAGES = (
    made("zh", {"tag": "zh-Hans", "name": "简体中文"}, default=True),
    made("ja", {"tag": "ja", "name": "日本語"}),
    made("en", {"tag": "en", "name": "English"}),
)


def test_a_path_in_every_language_below_a_sub_path():
    found = alternates("ja/carriers/au/", "https://owner.example/name", LANGUAGES)
    assert [other.path for other in found] == ["carriers/au/", "ja/carriers/au/", "en/carriers/au/"]
    assert [other.url for other in found][1] == "https://owner.example/name/ja/carriers/au/"
    assert [other.tag for other in found if other.default] == ["zh-Hans"]


def test_the_home_page():
    assert [other.path for other in alternates(".", "https://a.example/", LANGUAGES)] == ["", "ja/", "en/"]


def test_a_path_that_only_begins_like_a_language_is_left_alone():
    assert bare("japan/x/", LANGUAGES) == "japan/x/"
