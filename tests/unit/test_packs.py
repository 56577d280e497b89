"""Packs for offline reading give back their files, and a list has another version when anything of it is another."""

from __future__ import annotations

import itertools
import json

import pytest
from guide.render.offline import listed, packed


def _unpacked(pack: str) -> dict[str, str]:
    """As the worker does it, see ``docs/assets/js/offline/rules.js``."""
    runs, *pieces = pack.split("\0")
    files, fresh = {}, 0
    for path, numbers in json.loads(runs).items():
        text, rest = "", iter(numbers)
        for number in rest:
            first, count = (fresh, -number) if number < 0 else (number, next(rest))
            fresh += count if number < 0 else 0
            text += "".join(pieces[first : first + count])
        files[path] = text
    return files


PAGES = ["".join(f"<p>{letter}</p>" for letter in letters) for letters in ("ab", "ba", "abcb", "", "da", "aaa")]
PAGES += ["<p>a\n \n</p>"]


@pytest.mark.parametrize("pages", list(itertools.permutations(PAGES, 3)), ids=str)
def test_a_pack_gives_back_its_files_and_holds_each_piece_once(pages):
    files = {str(number): text for number, text in enumerate(pages)}
    pack = packed(files, ". ")
    assert _unpacked(pack) == files
    _, *pieces = pack.split("\0")
    assert len(pieces) == len(set(pieces))


def test_pieces_that_follow_each_other_are_one_run():
    texts = {"a": "<p>a<p>b", "b": "<p>a<p>b", "c": "<p>a<p>b<p>c<p>a"}
    runs = json.loads(packed(texts, ". ").split("\0")[0])
    assert runs == {"a": [-2], "b": [0, 2], "c": [0, 2, -1, 0, 1]}


def test_a_list_has_another_version_when_a_file_a_way_or_a_word_is_another():
    parts = ({"a/": "text"}, {"c/a/": "a/"}, {"says": "gone"})
    lists = [listed(*parts), listed({"a/": "other"}, *parts[1:])]
    lists += [listed(*(part | {"x": "y"} if part is one else part for part in parts)) for one in parts]
    assert len({json.loads(one)["version"] for one in lists}) == len(lists)
    assert listed(*parts) == lists[0]
