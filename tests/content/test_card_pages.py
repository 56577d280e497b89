"""The card pages as readers get them: every cell of a product table says something, and every product is explained."""

import re
from typing import get_args

from guide.model.product import CardPage
from guide.tree.loaded import cited

MOST_COLUMNS = 4


def _cards(tree):
    for language in tree.languages:
        for card in get_args(CardPage):
            yield tree.pages[language.code, f"cards/{card}.md"]


def _rows(page):
    """The cells of each row that holds a product."""
    for line in page.text.splitlines():
        if line.startswith("|") and 'id="product-' in line:
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def test_no_cell_of_a_product_is_empty(real_tree):
    rows = [(page.path, row) for page in _cards(real_tree) for row in _rows(page)]
    assert rows, "no product table was found"
    assert [found for found in rows if not all(found[1])] == []


def test_product_tables_fit_a_phone(real_tree):
    wide = [(page.path, row[0]) for page in _cards(real_tree) for row in _rows(page) if len(row) > MOST_COLUMNS]
    assert wide == []


def test_tables_hold_no_source_marks(real_tree):
    marked = [(page.path, row[0]) for page in _cards(real_tree) for row in _rows(page) if "[^" in "".join(row)]
    assert marked == []


def test_the_page_that_owns_a_product_names_its_sources(real_tree):
    for product in real_tree.product_records:
        for language in real_tree.languages:
            page = real_tree.pages[language.code, f"cards/{product.cards[0]}.md"]
            assert set(cited(product)) <= {key for key, _, _ in page.footnotes}, f"{product.id} in {language.code}"
