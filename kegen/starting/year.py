"""The date of the plan above, and the year of a plan whose date is not known, as far as the one above tells it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from kegen.dates import PlanDate, parse_date
from kegen.plan.model import Plan

_LAST = "12"
"""The month: a unit under a plan of December issues its own in the next year."""
_YEAR = re.compile(r"(?:năm\s+|/)(20\d\d)\b")


def issue_date(above: Plan) -> PlanDate | None:
    """Return when the plan was issued, None where it does not say it."""
    try:
        return parse_date(above.issued) if above.issued else None
    except ValueError:
        return None


def year_line(above: Plan) -> str:
    """Return the line that gives the year where that of the plan above is not known, or not the unit's, else ""."""
    if above.issued:
        return f"date: {int(above.issued[:4]) + 1}" if above.issued[5:7] == _LAST else ""
    texts = (above.header.place_and_date, above.title, *(each.deadline for each in above.tasks))
    year = next((found[1] for each in texts if (found := _YEAR.search(each))), "") or str(datetime.now(UTC).year)
    is_next = re.search(rf"tháng\s+{_LAST}\s+năm\s+{year}", above.header.place_and_date)
    return f"date: {int(year) + 1 if is_next else year}"
