"""The year of a plan whose date is not known, as far as the plan above tells it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from kegen.plan.model import Plan

_YEAR = re.compile(r"(?:năm\s+|/)(20\d\d)\b")


def year_line(above: Plan) -> str:
    """Return the line that gives the year where the plan above has no date to take it from, "" where it has."""
    if above.issued:
        return ""
    texts = (above.header.place_and_date, above.title, *(each.deadline for each in above.tasks))
    year = next((found[1] for each in texts if (found := _YEAR.search(each))), "")
    return f"date: {year or datetime.now(UTC).year}"
