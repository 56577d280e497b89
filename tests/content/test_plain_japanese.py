"""The blocks in plain Japanese as readers get them: every character has its reading, and no other language has one."""

import re

from guide.languages import JAPANESE
from guide.text.scripts import HAN

BLOCK = re.compile(r'<div class="plain" markdown>(.*?)</details>', re.S)
READ = re.compile(r"<ruby>.*?</ruby>|<p class=\"phrase\".*?</p>|\]\([^()]*\)")


def test_every_character_has_its_reading(real_tree):
    told = [carrier for carrier in real_tree.carrier_records if carrier.plain]
    assert told, "no carrier is told in plain Japanese"
    for carrier in told:
        page = real_tree.pages[JAPANESE, f"carriers/{carrier.id}.md"]
        block = BLOCK.search(page.text)
        assert block, carrier.id
        assert re.findall(f"[{HAN}]", READ.sub("", block[1])) == [], carrier.id


def test_brands_of_the_networks_have_one(real_tree):
    # Brands that take no new customers are left to the others of their network.
    asked = [
        carrier.id
        for carrier in real_tree.carrier_records
        if carrier.kind in ("mno", "sub-brand", "online-brand") and carrier.status.value == "open" and not carrier.plain
    ]
    assert asked == []


def test_other_languages_have_none(real_tree):
    others = [page for (language, _), page in real_tree.pages.items() if language != JAPANESE]
    assert others and [page.path for page in others if "<ruby>" in page.text] == []
