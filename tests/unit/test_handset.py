"""Handset-return programmes: what is not known is left out, months, fees and ways are told in the page's language."""

import pytest
from guide.expand import read_tree
from guide.expand.handset import programme_details, programme_row, programmes_table
from guide.expand.inline import Context
from guide.model.handset import ReturnProgramme
from guide.model.values import UNKNOWN
from trees import TODAY, base_tree

FIELDS = ("payments", "opens", "best_until", "closes", "arrives_by", "fee", "fault_fee", "without_line")
WAYS = ("in_shop", "by_post", "from_abroad", "by_whom")


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    """A page of the base tree, in the default language."""
    tree = read_tree(base_tree(tmp_path_factory.mktemp("tree")), TODAY)
    return Context(tree, tree.pages["zh", "carriers/docomo.md"])


def _programme(**known) -> ReturnProgramme:
    values = {
        field: {
            "value": known.get(field, UNKNOWN),
            "confidence": known.get(f"{field}_confidence", "reported" if field in known else UNKNOWN),
        }
        for field in FIELDS + WAYS
    }
    return ReturnProgramme(id="back", name="返却", **values)


def _carrier(context, *programmes):
    return context.carrier("docomo").model_copy(update={"return_programmes": list(programmes)})


def test_a_carrier_without_a_programme_has_no_row(context):
    assert programme_row(context, _carrier(context)) == ""


def test_what_is_not_known_is_left_out(context):
    assert programme_details(context, _programme()) == "**「返却」**"


def test_the_row_names_month_and_fee(context):
    row = programme_row(context, _carrier(context, _programme(best_until=23, fee=22000)))
    assert context.words.phrase("give-back-by-month", n=23) in row
    assert context.words.phrase("return-costs", amount=context.words.phrase("up-to", amount=context.yen(22000))) in row
    assert "prepare/money.md#return-programme" in row


def test_the_row_says_whether_the_line_may_end_first(context):
    programme = _programme(best_until=23, without_line="yes", without_line_confidence="disputed")
    may = context.label("avail-yes") + context.bracketed(context.label("disputed"))
    assert context.pair(context.label("without-line"), may) in programme_row(context, _carrier(context, programme))
    assert context.label("without-line") not in programme_row(context, _carrier(context, _programme(best_until=23)))


def test_the_row_says_that_nothing_goes_back_from_abroad(context):
    refused = context.pair(context.label("channel-from-abroad"), context.label("avail-no"))
    for answer, told in (("no", True), ("yes", False), (UNKNOWN, False)):
        programme = _programme(best_until=23, without_line="yes", from_abroad=answer)
        assert (refused in programme_row(context, _carrier(context, programme))) is told


@pytest.mark.parametrize(
    ("opens", "best", "phrase", "values"),
    [
        (13, 25, "months-of-purchase", {"first": 13, "last": 25}),
        (25, 25, "month-of-purchase", {"n": 25}),
        (UNKNOWN, 25, "return-by-month", {"n": 25}),
    ],
)
def test_months(context, opens, best, phrase, values):
    known = {"best_until": best} | ({} if opens == UNKNOWN else {"opens": opens})
    assert context.words.phrase(phrase, **values) in programme_details(context, _programme(**known))


def test_the_details_begin_with_the_number_of_payments(context):
    words = programme_details(context, _programme(payments=48, by_post="yes"))
    assert words.startswith(f"**「返却」**<br>{context.words.phrase('in-payments', n=48)} · ")


def test_a_fee_of_nothing_and_a_disputed_yes_are_told(context):
    words = programme_details(context, _programme(fee=0, without_line="yes", without_line_confidence="disputed"))
    assert context.label("fee-none") in words
    assert context.label("avail-yes") + context.bracketed(context.label("disputed")) in words


def test_the_table_has_a_row_for_each_programme(context, monkeypatch):
    carrier = _carrier(context, _programme(best_until=23), _programme(opens=1, by_post="yes"))
    item = context.tree.carriers["docomo"]
    monkeypatch.setattr(item, "record", carrier)
    rows = [line for line in programmes_table(context) if line.startswith("| [")]
    assert len(rows) == 2
    assert context.label("by-post") in rows[1]
