"""Nothing that the guide promises is missing: carriers, questions, claims, sections, sources."""

from __future__ import annotations

import re

from guide.expand.carrier_folds import sources_part
from guide.expand.ending import ROWS
from guide.expand.inline import Context
from guide.expand.ways import languages_read, only_language
from guide.model.phone import read_number
from guide.model.values import UNKNOWN
from guide.tree.loaded import cited, cited_by

# What a friend is sent a link to: every carrier's page has these.
SECTIONS = {"glance", "contacts", "timing", "costs", "from-abroad", "sources"}


def test_every_carrier_has_a_page_with_its_sections_in_every_language(real_tree):
    pages = {name for (_, name), page in real_tree.pages.items() if page.meta.mapping.get("page_type") == "carrier"}
    assert pages == {f"carriers/{key}.md" for key in real_tree.carriers}
    for key in real_tree.carriers:
        for language in real_tree.languages:
            page = real_tree.pages[language.code, f"carriers/{key}.md"]
            assert page.anchors >= SECTIONS, page.path


def test_every_carrier_says_when_and_for_how_much_or_that_it_is_not_known(real_tree):
    for carrier in real_tree.carrier_records:
        for name in type(carrier.ending).model_fields:
            known = getattr(carrier.ending, name)
            assert known.value is not None, (carrier.id, name)
            assert (known.value == UNKNOWN) == (known.confidence == UNKNOWN), (carrier.id, name)


def test_all_that_is_written_of_a_way_stands_on_the_carriers_page(real_tree):
    ways = [(carrier, name, way) for carrier in real_tree.carrier_records for name, way in carrier.channels]
    for language in real_tree.languages:
        for carrier, name, way in ways:
            page = real_tree.pages[language.code, f"carriers/{carrier.id}.md"]
            for text in (way.how, way.hours, way.limits, *(step.text for step in way.steps)):
                written = text and text[language.code]
                assert not written or _longest(written) in page.text, (carrier.id, name, written)


def test_all_that_is_told_of_a_carrier_stands_on_its_page(real_tree):
    for language in real_tree.languages:
        for carrier in real_tree.carrier_records:
            page = real_tree.pages[language.code, f"carriers/{carrier.id}.md"]
            facts = [fact for _, topic in carrier.facts for fact in topic]
            sides = [side for dispute in carrier.disputed for side in dispute.sides]
            gone = (key for key in (carrier.status.value,) if carrier.status.closed)
            texts = [
                *(carrier.answer, carrier.at_hand, carrier.care),
                *(one.text for one in (*facts, *carrier.before, *sides)),
                *(fact.applies_when for fact in facts),
                *(text for dispute in carrier.disputed for text in (dispute.question, dispute.advice)),
                # A desk of several languages is told of once.
                *(contact.about for contact in carrier.contacts if not contact.desk),
                *(known.note for name, known in carrier.ending if name in ROWS),
            ]
            told = [text[language.code] for text in texts if text]
            told += [gap.text[language.code].rstrip("。.") for gap in carrier.unknown]
            told += [language.word(f"labels.status-{key}") for key in gone]
            told += [f"({read_number(contact.number).link})" for contact in carrier.contacts if contact.number]
            told += [contact.email or contact.url for contact in carrier.contacts if not contact.number]
            applying = [fact for fact in facts if fact.applies_when]
            assert page.text.count(language.pair(language.word("labels.applies-when"), "")) == len(applying), page.path
            # The plan has the line chosen already.
            told += [f"?c={carrier.id})"]
            assert [text for text in told if _longest(text) not in page.text] == [], page.path


def test_the_tick_stands_behind_what_the_carrier_itself_says_and_nothing_else(real_tree):
    seen = set()
    for language in real_tree.languages:
        tick = f">{language.word('labels.official')}<"
        for carrier in real_tree.carrier_records:
            page = real_tree.pages[language.code, f"carriers/{carrier.id}.md"]
            facts = [fact for _, topic in carrier.facts for fact in topic]
            items = [line for line in page.lines if re.match(r"(?:-|\d+\.) ", line)]
            for one in (*facts, *carrier.before):
                own = one.sources and all(real_tree.sources[key].official for key in one.sources)
                expected = bool(own) and one.confidence == "official" and not one.inference
                lines = [line for line in items if _longest(one.text[language.code]) in line]
                assert all((tick in line) == expected for line in lines), (page.path, one.text[language.code])
                seen.add(expected)
        for product in real_tree.product_records:
            page = real_tree.pages[language.code, f"cards/{product.cards[0]}.md"]
            for fact in product.facts:
                for line in page.lines:
                    if line.startswith("- ") and _longest(fact.text[language.code]) in line and tick in line:
                        assert fact.confidence == "official", (page.path, line)
    assert seen == {True, False}


def test_the_oldest_and_the_newest_source_of_a_carrier_are_told(real_tree):
    for language in real_tree.languages:
        for carrier in real_tree.carrier_records:
            page = real_tree.pages[language.code, f"carriers/{carrier.id}.md"]
            days = sorted(source.dated for key in cited(carrier) if (source := real_tree.sources[key]).dated != UNKNOWN)
            told = "\n".join(sources_part(Context(real_tree, page), carrier))
            assert all(language.date(day) in told for day in (*days[:1], *days[-1:])), page.path


def test_every_source_of_what_a_carriers_page_says_stands_on_it(real_tree):
    for carrier in real_tree.carrier_records:
        models = real_tree.carriers[carrier.id].models
        shown = [model for path, model in models if path != ("status",) or carrier.status.closed]
        wanted = {key for model in shown for key in cited_by(model)}
        for language in real_tree.languages:
            page = real_tree.pages[language.code, f"carriers/{carrier.id}.md"]
            assert wanted - {key for key, _, _ in page.footnotes} == set(), page.path


_CORRECTION = re.compile(r'<span id="([^"]+)"></span>')


def test_every_correction_is_told_with_its_day_place_and_sources_the_newest_first(real_tree):
    records = real_tree.corrections
    for language in real_tree.languages:
        _, *found = _CORRECTION.split(real_tree.pages[language.code, "corrections/index.md"].text)
        told = dict(zip(found[::2], found[1::2], strict=True))
        days = [records[key].date for key in told]
        assert told.keys() == records.keys() and days == sorted(days, reverse=True)
        for key, part in told.items():
            record, (path, _, anchor) = records[key], records[key].where.partition("#")
            for text in (record.wrong, record.right, record.remedy):
                assert _longest(text[language.code]) in part, (language.code, key)
            assert language.date(record.date.isoformat()) in part, (language.code, key)
            assert all(f"[^{source}]" in part for source in record.sources), (language.code, key)
            (link,) = re.findall(r" · \[[^\]]+\]\(([^)]*)\)(?:\[\^|$)", part.strip().split("\n\n")[1].split("<br>")[2])
            page, _, leads = link.partition("#")
            assert page.removesuffix(".md").removesuffix("index").strip("./") == path.strip("/"), (key, link)
            assert leads == anchor, (key, link)


def _longest(text):
    """The longest part of a text that stands on its page as it is written: values and addresses are printed."""
    return max(re.split(r"\{[^{}]*\}|\]\([^()]*\)", text), key=len)


def test_every_question_stands_in_every_language(real_tree):
    listed = [key for topic in real_tree.faq for key in topic.questions]
    assert len(listed) == len(set(listed))
    for language in real_tree.languages:
        found = [
            heading.id
            for topic in real_tree.faq
            for heading in real_tree.pages[language.code, f"faq/{topic.id}.md"].headings
            if heading.level == 2 and heading.id != "sources"
        ]
        assert found == listed


def test_every_claim_is_answered_in_every_language(real_tree):
    claims = real_tree.claims
    for language in real_tree.languages:
        page = real_tree.pages[language.code, "claims/index.md"]
        assert set(claims) <= page.anchors
        for claim in claims.values():
            assert claim.holds[language.code] != claim.claim[language.code]


def test_every_phrase_and_term_stands_on_its_page_in_every_language(real_tree):
    for table, name in (("phrases", "phrases/index.md"), ("terms", "glossary/index.md")):
        for language in real_tree.languages:
            assert set(getattr(real_tree, table)) <= real_tree.pages[language.code, name].anchors


def test_every_product_stands_on_its_card_pages(real_tree):
    for product in real_tree.product_records:
        for card in product.cards:
            for language in real_tree.languages:
                anchors = real_tree.pages[language.code, f"cards/{card}.md"].anchors
                assert f"product-{product.id}" in anchors, f"{product.id} is missing on cards/{card}"


def test_the_list_of_sources_is_whole(real_tree):
    for language in real_tree.languages:
        anchors = real_tree.pages[language.code, "about/sources.md"].anchors
        assert {f"source-{key}" for key in real_tree.sources} <= anchors


def test_public_desks_that_take_no_complaints_are_folded_behind_the_others(real_tree):
    takes = [desk.complaints for desk in real_tree.desks.values()]
    assert {True, False} == set(takes)
    for language in real_tree.languages:
        text = real_tree.pages[language.code, "after/problems.md"].text
        summary = text.index(f"<summary>{language.word('labels.other-desks')}</summary>")
        behind = {key: text.index(f'id="desk-{key}"') > summary for key in real_tree.desks}
        assert behind == {key: not desk.complaints for key, desk in real_tree.desks.items()}, language.code


def test_a_page_on_cancelling_is_not_named_again_below_a_card_that_leads_to_it(real_tree):
    pages = [(language, carrier) for language in real_tree.languages for carrier in real_tree.carrier_records]
    again = 0
    for language, carrier in pages:
        text = real_tree.pages[language.code, f"carriers/{carrier.id}.md"].text
        start = text.index('<span id="contact-') if carrier.contacts else len(text)
        open_cards, _, rest = text[start:].partition("\n\n")
        for url in set(carrier.cancel_pages.values()) - {UNKNOWN}:
            if f"]({url})" in open_cards:
                again += 1
                assert f"]({url})" not in rest.partition("<details")[0], (language.code, carrier.id)
    assert again


def test_desks_of_other_things_stand_behind_those_for_lines(real_tree):
    others = 0
    for carrier in real_tree.carrier_records:
        serves = {f'id="contact-{contact.id}"': contact.serves for contact in carrier.contacts}
        others += sum(one != "lines" for one in serves.values())
        for language in real_tree.languages:
            text = real_tree.pages[language.code, f"carriers/{carrier.id}.md"].text
            shown = [serves[anchor] for anchor in sorted(serves, key=text.index)]
            assert shown == sorted(shown, key=lambda one: one != "lines"), (language.code, carrier.id)
    assert others


def test_the_link_to_a_site_in_another_language_says_so(real_tree):
    # Which it is: that of all its pages that somebody read for the guide.
    japanese = [carrier for carrier in real_tree.carrier_records if _read_in(real_tree, carrier.website) == {"ja"}]
    assert japanese
    for language in real_tree.languages:
        note = language.bracketed(language.word("written-in.ja"))
        for carrier in japanese:
            lines = real_tree.pages[language.code, f"carriers/{carrier.id}.md"].lines
            link = next(line for line in lines if f"]({carrier.website}) <small>" in line)
            assert (f"{note}]({carrier.website})" in link) == (language.code != "ja"), (carrier.id, language.code)


def _read_in(tree, site):
    """The languages of the pages of a site, or below its host, that sources were read from."""
    name = re.sub(r"^https?://(www\.)?|/.*", "", site)
    pages = [s for s in tree.sources.values() if re.search(rf"[./]{re.escape(name)}(/|$)", s.url)]
    return {code for source in pages for code in source.lang}


def test_a_site_that_was_read_in_two_languages_is_said_to_be_in_none(real_tree):
    source = next(s for s in real_tree.sources.values() if s.lang == ["ja"])
    other = source.model_copy(update={"lang": ["en"]})
    assert only_language(languages_read([source]), source.url) == "ja"
    assert only_language(languages_read([source, other]), source.url) is None
    assert only_language({}, source.url) is None
