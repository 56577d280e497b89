"""axe-core finds nothing on one page of each kind, in each language, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = {
    "home": "",
    "carrier": "carriers/au/",
    "comparison": "carriers/",
    "cards": "cards/short-term/",
    "topic": "cancel/from-abroad/",
    "faq": "faq/money/",
    "phrases": "phrases/",
    "claims": "claims/",
    "glossary": "glossary/",
    "sources": "about/sources/",
}
PREFIXES = {"zh": "", "ja": "ja/", "en": "en/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", sorted(PREFIXES))
def test_no_violation(language, kind, scheme, open_page):
    page = open_page(
        PREFIXES[language] + KINDS[kind], width=360 if kind in ("carrier", "faq") else 1280, color_scheme=scheme
    )
    results = Axe().run(page)
    told = [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})" for v in results.response["violations"]]
    assert told == []
