"""Dates that must run forward: directive, parent, plan; and reports due no later than the parent's."""

from __future__ import annotations

from typing import NamedTuple

from kegen.dates import PlanDate
from kegen.plan.problems import ProfileProblems
from kegen.profile.unit import ParentPlan, Reporting
from kegen.yaml_text.tree import Path

_NO_DAYS = Reporting()
_DIRECTIVE, _PARENT = "văn bản chỉ đạo", "kế hoạch cấp trên"


class PlanDates(NamedTuple):
    """The date of the directive, and those of the plan above and of the plan, None while nothing is known of them."""

    directive: PlanDate
    parent: PlanDate | None
    own: PlanDate | None

    @property
    def issued(self) -> PlanDate:
        """The plan's date as far as it is known: its year at least, else the parent's, else the directive's."""
        return self.own or PlanDate((self.parent or self.directive).year)

    @property
    def parent_issued(self) -> PlanDate:
        """The first whole date of the parent's, the plan's own and the directive's."""
        return next((date for date in (self.parent, self.own) if date and date.whole), self.directive)


class ReportingDays(NamedTuple):
    """The days (`05/6`) by which the reports of the half year and of the year are due, None where not set."""

    half_year: str | None
    year: str | None


def check_dates(dates: PlanDates, problems: ProfileProblems) -> None:
    """Note a parent earlier than the directive, and a plan earlier than its parent or the directive."""
    if dates.parent and dates.parent.before(dates.directive):
        what = "ngày của kế hoạch cấp trên"
        _note_early(("parent_plan", "date"), what, (_DIRECTIVE, "parent_plan.date"), dates.directive, problems)
    for other, date in (((_PARENT, "date và parent_plan.date"), dates.parent), ((_DIRECTIVE, "date"), dates.directive)):
        if date and dates.own and dates.own.before(date):
            _note_early(("date",), "ngày ban hành", other, date, problems)
            break


def _note_early(path: Path, what: str, other: tuple[str, str], date: PlanDate, problems: ProfileProblems) -> None:
    """Note a date earlier than that of the other document, which is named with the keys to look at."""
    name, keys = other
    message = f"{what} sớm hơn {name} ({date.written('ngan')}); hãy kiểm tra lại hai ngày này (khóa {keys})"
    problems.error(path, "ngay-nguoc", message)


def check_parent(parent: ParentPlan | None, tier: str, problems: ProfileProblems) -> None:
    """Note that a plan below the province names no plan above."""
    if parent is None and tier != "cap-tinh" and not problems.unreadable(("parent_plan",)):
        problems.key_error(
            ("parent_plan",),
            "thieu",
            "thiếu parent_plan (kế hoạch cấp trên), ví dụ: parent_plan: {number: 176/KH-UBND, date: 04/5/2026}",
        )


def reporting_days(
    own: Reporting, parent: Reporting | None, usual: Reporting, problems: ProfileProblems
) -> ReportingDays:
    """Return the profile's days, else the usual ones of the level; notes days later than the parent's."""
    days = {}
    for name in ReportingDays._fields:
        mine, theirs, default = (getattr(each, name) for each in (own, parent or _NO_DAYS, usual))
        if mine and theirs and _order(mine) > _order(theirs):
            message = f"hạn báo cáo {mine} muộn hơn hạn của cấp trên ({theirs}); hãy ghi {theirs} hoặc sớm hơn"
            problems.error(("reporting", name), "han-muon", message)
        days[name] = mine or default
    return ReportingDays(**days)


def no_later(usual: Reporting, parent: Reporting | None) -> Reporting:
    """Return the usual days, the parent's where those are earlier or nothing is usual."""
    days = {}
    for name in ReportingDays._fields:
        default, theirs = getattr(usual, name), getattr(parent or _NO_DAYS, name)
        days[name] = theirs if theirs and (default is None or _order(default) > _order(theirs)) else default
    return Reporting(**days)


def _order(day: str) -> tuple[int, int]:
    date, month = day.split("/")
    return int(month), int(date)
