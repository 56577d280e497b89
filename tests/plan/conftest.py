"""The data of the plan, made from the real records once."""

from __future__ import annotations

import pytest
from guide.plan.data import write_data
from places import CODES, PREFIXES


@pytest.fixture(scope="session")
def plan_files(real_tree, tmp_path_factory):
    """The files of the plan's data, by language."""
    folder = tmp_path_factory.mktemp("plan")
    write_data(folder, real_tree)
    return {code: folder / PREFIXES[code] / "plan" / "data.json" for code in CODES}
