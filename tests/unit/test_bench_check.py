"""The larger trees of the benchmark: more pages whose links still lead somewhere, so the work per page is real."""

from bench_check import multiplied
from guide.load.tree import load_site
from guide.rules import cross_language_link, missing_anchor, missing_page


def test_copies_are_pages_whose_links_stay_among_themselves(tmp_path, real_site):
    site = load_site(multiplied(tmp_path, 2))
    assert set(site.pages) == {
        (language, folder + name) for language, name in real_site.pages for folder in ("", "copy-1/")
    }
    for rule in (missing_page, missing_anchor, cross_language_link):
        assert list(rule.check(site)) == []
    blocks = [block.name for page in site.pages.values() for block in page.blocks]
    assert blocks.count("all-sources") == len(site.languages)
    page, copy = site.pages["en", "cancel/shop.md"], site.pages["en", "copy-1/cancel/shop.md"]
    assert [link.target for link in copy.links] == [link.target for link in page.links] != []
