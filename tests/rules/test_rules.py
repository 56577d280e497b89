"""Each rule finds exactly what its fixtures mark, and nothing else."""

import pytest
from guide.rules import RULES
from rules.harness import RULES_FOLDER, case_folders, findings, unpack
from trees import base_tree

CODES = {rule.SLUG: rule.CODE for rule in RULES}


@pytest.mark.parametrize("case", case_folders(), ids=lambda case: str(case.relative_to(RULES_FOLDER)))
def test_case(case, tmp_path):
    expected = unpack(case, tmp_path)
    code = CODES[case.parent.name]
    if case.name.startswith("ok"):
        assert not expected, "an ok case marks nothing"
    else:
        assert code in {found for _, _, found in expected}, f"a bad case marks {code} at least once"
    assert findings(tmp_path) == expected


def test_base_is_clean(tmp_path):
    assert findings(base_tree(tmp_path)) == set()
