"""The days on which no business is done in Japan."""

from __future__ import annotations

import datetime

from holidays import country_holidays

COUNTRY = "JP"
SATURDAY = 5
NEW_YEAR = frozenset([(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)])
"""The New Year closure, as public offices and banks keep it; month and day."""


def closed_weekdays(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """National holidays and the New Year closure between two days, both included, that fall on Monday to Friday."""
    holidays = country_holidays(COUNTRY, years=range(first.year, last.year + 1))
    days = (first + datetime.timedelta(days=count) for count in range((last - first).days + 1))
    return [day for day in days if day.weekday() < SATURDAY and (day in holidays or (day.month, day.day) in NEW_YEAR)]
