"""Each rule finds exactly what its document marks, and nothing else."""

import pytest
from guide.rules import RULES
from rules.documents import beside
from rules.harness import all_cases, findings, lay
from trees import WORDS, base_tree

CODES = {rule.SLUG: rule.CODE for rule in RULES}
CASES = [pytest.param(document.stem, case, id=f"{document.stem}-{case.name}") for document, case in all_cases()]


@pytest.mark.parametrize(("slug", "case"), CASES)
def test_case(slug, case, tmp_path, request):
    if not any(block.path.startswith(WORDS) for block in case.blocks):
        request.getfixturevalue("known_words")
    expected = lay(case, tmp_path)
    if case.good:
        assert not expected, "a good case marks nothing"
    else:
        assert CODES[slug] in {code for _, _, code in expected}, f"a bad case marks {CODES[slug]} at least once"
    aside = beside(case)
    assert CODES[slug] not in aside
    assert {found for found in findings(tmp_path) if found[2] not in aside} == expected


def test_base_is_clean(tmp_path):
    assert findings(base_tree(tmp_path)) == set()
