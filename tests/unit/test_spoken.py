"""Times and sums as people say them."""

import pytest
from guide.text.spoken import spoken_sums, spoken_times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("最晚在晚上九点前提交", "21:00"),
        ("下午 9 点半以后", "21:30"),
        ("21 点 10 分前", "21:10"),
        ("午後9時まで", "21:00"),
        ("21時10分を過ぎると", "21:10"),
        ("朝は9時から", "09:00"),
        ("before 9 pm Japan time", "21:00"),
        ("from 10 a.m.", "10:00"),
        ("晚上十一点", "23:00"),
    ],
)
def test_a_time(text, value):
    assert [figure.value for figure in spoken_times(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["24時間受付", "9 小时", "有 3 点要注意", "台湾時間の0時で数える", "21:10", "5 apps", "時期", "一時休止", "3時点"],
)
def test_no_time(text):
    assert spoken_times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("最大で2.2万円", 22_000),
        ("3千円です", 3_000),
        ("千百円です", 1_100),
        ("一千一百日元", 1_100),
        ("1万5千円", 15_000),
        ("两万日元", 20_000),
        ("三百三十円", 330),
    ],
)
def test_a_sum(text, value):
    assert [figure.value for figure in spoken_sums(text)] == [str(value)]


@pytest.mark.parametrize("text", ["1万円", "数千円", "几百日元", "1,100円", "千円札", "百万"])
def test_no_sum(text):
    assert spoken_sums(text) == []
