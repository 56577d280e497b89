"""Japan's numbering plan, as far as the guide needs it: what kind of number it is and who can dial it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

import phonenumbers
from pydantic import RootModel, StringConstraints

from .values import Listed, NonEmpty, Record, Slug, Table

Kind = Literal["short-code", "toll-free", "navi-dial", "ip-phone", "landline", "mobile", "foreign", "invalid"]
HOME = "JP"
_HOME_CODE = 81
# Digits in groups joined by hyphens, or by spaces or brackets, starting like a Japanese or international number.
PRINTED_NUMBER = re.compile(
    r"(?<![\w./-])(?:\+\d{1,3}[- ]?)?\(?0?\d{1,4}\)?(?:[-‐–][0-9]{2,4}){2,3}(?![\w-])"
    r"|(?<![\w./+-])0(?:\d{9,10}|\d{2,4}-\d{6})(?![\w-])"
    r"|(?<![\w./+:-])(?:\+\d{1,3} \d{1,4}|0\d{1,4}|\(0\d{1,4}\))"
    r"(?: ?\(\d{1,4}\) ?\d{3,4}|[ -]\d{2,4}[ -]\d{3,4})(?![\w-])",
    re.A,
)


class ShortCode(Record):
    """A three-digit number that works only from the handsets of the carriers named."""

    carriers: Listed[Slug]
    about: NonEmpty
    sources: Listed[Slug]


class NumberingPlan(RootModel[Table[Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")], ShortCode]]):
    """``numbering.yml``: short codes, by number. An empty ``carriers`` list means every network."""


@dataclass(frozen=True)
class Number:
    """A number as printed, with its kind and the target of a ``tel:`` link."""

    printed: str
    kind: Kind
    link: str

    @property
    def dialable_from_abroad(self) -> bool:
        """Whether the plan lets the number be reached from outside Japan."""
        return self.kind in ("landline", "mobile", "ip-phone", "foreign")

    @property
    def toll_free(self) -> bool | None:
        """Whether the caller pays nothing; None where the plan alone does not say."""
        if self.kind == "toll-free":
            return True
        return False if self.kind in ("navi-dial", "ip-phone", "landline", "mobile") else None


@lru_cache(4096)
def read_number(printed: str) -> Number:
    """Sort a printed number by Japan's plan (library phonenumbers; short codes by their three digits)."""
    digits = phonenumbers.normalize_digits_only(printed)
    # The library reads letters as keys of the dial, so that 0120-XXX-XXX would be a number.
    if any(char.isalpha() for char in printed):
        return Number(printed, "invalid", f"tel:{digits}")
    if printed == digits and len(printed) == 3:
        return Number(printed, "short-code", f"tel:{printed}")
    try:
        parsed = phonenumbers.parse(printed, HOME)
    except phonenumbers.NumberParseException:
        return Number(printed, "invalid", f"tel:{digits}")
    # 0077 and 0088 are prefixes of Japanese carriers; such a number has no international form.
    domestic = digits.startswith("00") and not printed.startswith("+")
    link = (
        f"tel:{digits}"
        if domestic
        else f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"
    )
    if not phonenumbers.is_valid_number(parsed):
        return Number(printed, "invalid", link)
    if parsed.country_code != _HOME_CODE:
        return Number(printed, "foreign", link)
    kinds: dict[int, Kind] = {
        phonenumbers.PhoneNumberType.TOLL_FREE: "toll-free",
        phonenumbers.PhoneNumberType.UAN: "navi-dial",
        phonenumbers.PhoneNumberType.VOIP: "ip-phone",
        phonenumbers.PhoneNumberType.MOBILE: "mobile",
        phonenumbers.PhoneNumberType.FIXED_LINE: "landline",
    }
    # Pagers (020) and premium lines (0990) are in the plan, and nothing a reader should dial.
    return Number(printed, kinds.get(phonenumbers.number_type(parsed), "invalid"), link)
