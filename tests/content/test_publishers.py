"""Who prints a source is given by name, in every language alike: what kind of page it is stands in a comment."""

import re

ASIDE = re.compile(r"\(([^)]*)\)")


def test_a_publisher_is_a_name(real_tree):
    brands = {key for key, item in real_tree.carriers.items() if item.record} | {"au ID"}
    names = {place.source.publisher for place in real_tree.source_places}
    described = [name for name in names for aside in ASIDE.findall(name) if aside[0].islower() and aside not in brands]
    assert not described
