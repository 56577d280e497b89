"""The data of the plan, made from the real records once."""

from __future__ import annotations

import pytest
from guide.plan.data import write_data


@pytest.fixture(scope="session")
def plan_folder(real_tree, tmp_path_factory):
    """A folder with the plan's data in every language."""
    folder = tmp_path_factory.mktemp("plan")
    write_data(folder, real_tree)
    return folder / "plan"
