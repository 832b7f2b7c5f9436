"""Thời hạn không muộn hơn thời hạn cấp trên giao.

Quy định: hạn báo cáo và hạn hoàn thành của đơn vị bằng hoặc sớm hơn hạn trong văn bản, kế hoạch của cấp trên.
Vì sao: cấp dưới gửi muộn thì cấp trên không kịp tổng hợp; hạn bị sửa tay thường lệch với hạn cấp trên đã giao.
Sai: cấp trên giao báo cáo 6 tháng trước ngày 05/6, văn bản ghi “trước ngày 15/6”.
Đúng: ghi “trước ngày 05/6”, hoặc một ngày sớm hơn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kegen.check.deadlines import PERIODS, Deadline, Period, deadlines_of, planned_deadlines, topic_of
from kegen.check.figures import likeness
from kegen.check.paper import Paper
from kegen.check.rule import NEITHER, Fault, Outcome, Severity, Weight
from kegen.dates import PlanDate, month_digits
from kegen.deadlines import reporting_order

if TYPE_CHECKING:
    from kegen.profile.unit import ReportDays

CITE = "Văn bản chỉ đạo và kế hoạch của cấp trên"
WEIGHT: Weight = "N"
_RESULT = re.compile(r"kết quả|thực hiện", re.IGNORECASE)
"""What the report on a plan is about; a report on something else may be due when it likes."""
_MONTHS = 12
_LEAST_WORDS, _LEAST_TOPIC = 4, 3
_FEW_WORDS, _SHARED = 2, 0.5
"""Fewer words than these tell no matter; of more, this share is alike where the matter is one."""
_ALIKE, _SAME = 0.75, 0.9


def check(paper: Paper) -> Outcome:
    """Hold the reports' days, the other deadlines and the day of issue against those of the profile and the parent."""
    if paper.facts is None and paper.parent is None:
        yield NEITHER
        return
    others = _others(paper)
    for paragraph, deadline in deadlines_of(paper):
        if late := _late(deadline, others):
            yield Fault(paragraph, late.message, deadline.text, late.wish, late.severity)
    yield from _late_issue(paper, others.theirs)


class _Others(NamedTuple):
    """What the deadlines are held against."""

    above: ReportDays | None
    """The days of the reports that the plan above wants, as the profile says."""
    own: ReportDays | None
    """The days of the unit's own reports."""
    theirs: list[Deadline]
    """The deadlines of the plan above."""
    ours: list[Deadline]
    """The deadlines of the plan that the profile makes."""
    about: frozenset[str]
    """What both papers are about, as their titles say: a report without a matter of its own is on that."""


def _others(paper: Paper) -> _Others:
    theirs = [each for _, each in deadlines_of(paper.parent)] if paper.parent else []
    about = frozenset[str]().union(*(_titled(each) for each in (paper, paper.parent) if each))
    if paper.facts is None:
        return _Others(None, None, theirs, [], about)
    profile, plan = paper.facts.profile, paper.facts.plan
    above = profile.parent_plan.reporting if profile.parent_plan else None
    return _Others(above, profile.reporting, theirs, list(planned_deadlines(plan)), about)


def _titled(paper: Paper) -> frozenset[str]:
    return topic_of(" ".join(line.text for line in paper.parts.title))


def _is_of_one_matter(one: frozenset[str], other: frozenset[str], about: frozenset[str]) -> bool:
    """Whether two reports can be on one matter: what the one is about is what the other is about, or the papers."""
    if not one and not other:
        return True
    mine, theirs = one or about, other or about
    fewest = min(len(mine), len(theirs))
    return fewest < _FEW_WORDS or len(mine & theirs) >= fewest * _SHARED


class _Late(NamedTuple):
    message: str
    wish: str
    severity: Severity


def _late(deadline: Deadline, others: _Others) -> _Late | None:
    return (
        _late_report(deadline, others)
        or _late_deed(deadline, others.theirs, "văn bản cấp trên", "error")
        or _late_deed(deadline, others.ours, "hồ sơ của đơn vị", "warning")
    )


def _late_report(deadline: Deadline, others: _Others) -> _Late | None:
    """A report due later than the parent wants it; of several days the parent names, later than the last is sure."""
    if not deadline.period:
        return None
    asked = [each for each in others.theirs if each.period == deadline.period]
    ordered = [each.order for each in asked if _is_of_one_matter(deadline.topic, each.topic, others.about)]
    is_general = _is_of_one_matter(deadline.topic, frozenset(), others.about)
    ordered += _day(others.above, deadline.period) if is_general else []
    own = _day(others.own, deadline.period) if is_general else []
    what = f"hạn báo cáo {PERIODS[deadline.period]} muộn hơn hạn"
    if ordered and deadline.order > max(ordered):
        sure = _RESULT.search(deadline.statement) is not None
        return _Late(f"{what} cấp trên giao", _by(max(ordered)), "error" if sure else "warning")
    if ordered and deadline.order > min(ordered):
        return _Late(f"{what} cấp trên giao", _by(min(ordered)), "warning")
    if own and deadline.order > own[0]:
        return _Late(f"{what} trong hồ sơ của đơn vị", _by(own[0]), "warning")
    return None


def _day(reporting: ReportDays | None, period: Period) -> list[tuple[int, int]]:
    """Return the day, month first, that is set for the report, in a list; an empty list where none is."""
    written = (reporting.half_year if period == "half_year" else reporting.year) if reporting else None
    if written is None:
        return []
    day, month = written.split("/")
    return [reporting_order(int(month), int(day), of_year=period == "year")]


def _by(order: tuple[int, int]) -> str:
    month = (order[0] - 1) % _MONTHS + 1
    return f"trước ngày {order[1]:02}/{month_digits(month)} hoặc sớm hơn"


def _late_deed(deadline: Deadline, others: Iterable[Deadline], whose: str, most: Severity) -> _Late | None:
    """Another thing, said in the same words there, that is due later here; sure only where the words are the same."""
    same = [pair for each in others if (pair := (_likeness(deadline, each), each))[0] >= _ALIKE]
    if not all(deadline.is_later(each) for _, each in same):
        return None  # a sentence may also tell the later day of the report that sums these up
    same = [pair for pair in same if not pair[1].period]
    if not same:
        return None
    alike, closest = max(same, key=lambda each: each[0])
    message = f"thời hạn muộn hơn thời hạn của cùng việc trong {whose}"
    return _Late(message, closest.text, most if alike >= _SAME else "warning")


def _likeness(one: Deadline, other: Deadline) -> float:
    alike = likeness(one.done, other.done).score if len(one.done) >= _LEAST_WORDS else 0.0
    if alike < _ALIKE:
        return alike
    mine, theirs = one.topic, other.topic
    if min(len(mine), len(theirs)) < _LEAST_TOPIC:
        return 0.0  # two orders to report have all their words alike and need not be about one thing
    return min(likeness(mine, theirs).score, alike)


def _late_issue(paper: Paper, theirs: Iterable[Deadline]) -> Iterator[Fault]:
    """A plan issued after the day by which the parent wants the plans of the level below."""
    line, date = paper.parts.place_and_date, paper.date
    above = paper.parent.date if paper.parent else None
    if line is None or date is None or not paper.is_plan:
        return
    for each in theirs:
        due = PlanDate(each.year or (above.year if above else 0), each.month, each.day)
        if _wants_plan(each) and due.year and due.before(date):
            message = "ngày ban hành muộn hơn hạn cấp trên giao ban hành kế hoạch"
            yield Fault(line, message, date.written("ngan"), each.text, "warning")
            return


def _wants_plan(deadline: Deadline) -> bool:
    return not deadline.period and "ban hành kế hoạch" in deadline.statement.casefold()
