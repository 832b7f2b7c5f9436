"""A unit's own deadline under one that the plan above sets: early enough to sum up what its offices did."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from kegen.dates import PlanDate, parse_date
from kegen.plan.timing import DAYS_TO_SUM_UP

_ONE_DAY = re.compile(
    r"((?:(?:xong|hoàn thành)\s+)?(?:trước|chậm nhất)?\s*(?:ngày\s+)?)(\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE
)


class Moved(NamedTuple):
    """The day that a deadline names and the earlier one in its place; two empty texts where it stays."""

    old: str = ""
    new: str = ""


def moved_day(deadline: str, wording: str, since: PlanDate | None) -> Moved:
    """Return how the day of a deadline moves, which the sentence may name too, in the same figures.

    It stays where the sentence names it in other words: the two would contradict each other.
    """
    own = earlier(deadline, since)
    old, new = _day_in(deadline), _day_in(own)
    if old == new:
        return Moved()
    day, month, _ = (int(each) for each in old.split("/"))
    is_worded = re.search(rf"\b0?{day}(?:\s+tháng\s+|[/.-])0?{month}\b", wording.replace(old, "")) is not None
    return Moved() if is_worded else Moved(old, new)


def _day_in(deadline: str) -> str:
    found = _ONE_DAY.fullmatch(deadline.strip())
    return found[2] if found else ""


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
