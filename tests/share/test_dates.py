"""The dates that sitemap, feeds and linked data tell are those on which sources were seen."""

from guide.share.dates import newest, page_dates
from guide.tree.loaded import cited_by


def test_a_page_has_the_day_of_its_newest_source(real_tree):
    changed = page_dates(real_tree)
    for carrier in real_tree.carrier_records:
        keys = {key for _, model in real_tree.carriers[carrier.id].models for key in cited_by(model)}
        seen = max(real_tree.sources[key].seen for key in keys)
        assert changed[f"carriers/{carrier.id}.md"] >= seen
        assert changed["carriers/index.md"] >= changed[f"carriers/{carrier.id}.md"]


def test_a_page_with_notes_has_the_day_of_its_own_not_of_the_pages_below(real_tree):
    changed = page_dates(real_tree)
    notes: dict[str, set[str]] = {}
    for page in real_tree.pages.values():
        if "carrier" not in page.meta.mapping:
            notes.setdefault(page.name, set()).update(key for key, _, _ in page.footnotes)
    for name, keys in notes.items():
        if keys:
            assert changed[name] == newest(real_tree, keys), name
        elif not name.endswith("index.md"):
            assert name not in changed


def test_the_days_are_those_of_sources_and_none_is_to_come(real_tree):
    days = {source.seen for source in real_tree.sources.values()}
    changed = page_dates(real_tree)
    assert set(changed.values()) <= days and max(changed.values()) <= real_tree.today
    assert changed["index.md"] == max(changed.values())


def test_no_source_no_day(real_tree):
    assert newest(real_tree, set()) is None and newest(real_tree, {"no-such-source"}) is None
