"""Where a value that does not fit the model is told to stand: at the value itself, also inside a union."""

import pytest
from guide.load.tree import Site, load_file, load_site
from trees import TODAY, base_tree

PATH = "docs/_data/carriers/docomo.yml"


@pytest.fixture
def site(tmp_path) -> Site:
    return load_site(base_tree(tmp_path), TODAY)


def _faults(site: Site, old: str, new: str) -> list[tuple]:
    text = site.carriers["docomo"].text
    assert old in text
    load_file(site, PATH, text.replace(old, new, 1))
    return [fault.path for fault in site.carriers["docomo"].faults]


def test_a_value_of_hours_stands_at_its_own_key(site):
    paths = _faults(site, 'open: "09:00"', 'open: "25:00"')
    assert [path[-2:] for path in paths] == [("hours", "open")]


def test_text_in_memory_leaves_the_disk_alone(site):
    before = (site.root / PATH).read_bytes()
    _faults(site, "id: docomo", "id: docmo")
    load_file(site, PATH, "id: [")
    assert [position.path for position, _ in site.unreadable] == [PATH]
    assert (site.root / PATH).read_bytes() == before
