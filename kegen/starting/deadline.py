"""A unit's own deadline under one that the plan above sets: early enough to sum up what its offices did."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kegen.dates import PlanDate, parse_date
from kegen.plan.timing import DAYS_TO_SUM_UP

_ONE_DAY = re.compile(
    r"((?:(?:xong|hoàn thành)\s+)?(?:trước|chậm nhất)?\s*(?:ngày\s+)?)(\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE
)


def earlier(deadline: str, since: PlanDate | None) -> str:
    """Return the deadline so many days before, the same where it is no single day or hardly any time would be left."""
    found = _ONE_DAY.fullmatch(deadline.strip())
    if not found:
        return deadline
    try:
        due = parse_date(found[2])
    except ValueError:
        return deadline
    day = date(due.year, due.month, due.day) - timedelta(DAYS_TO_SUM_UP)
    own = PlanDate(day.year, day.month, day.day)
    if since and not since.before(own):
        return deadline
    return f"{found[1]}{own.written('ngan')}"
