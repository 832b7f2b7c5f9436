"""Dates that must run forward: directive, parent, plan; and reports due no later than the parent's."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.profile.unit import Reporting

Days = tuple[str | None, str | None]
"""The days by which the reports of the half year and of the year are due."""
_UNSAID = Reporting()


def check_dates(case: Case) -> None:
    """Note a parent earlier than the directive, a plan earlier than its parent, and a parent that is missing."""
    parent, date = case.profile.parent_plan, case.profile.date
    if parent is None and case.tier != "cap-tinh" and not case.told(("parent_plan",)):
        case.key_error(
            ("parent_plan",),
            "thieu",
            "thiếu parent_plan (kế hoạch cấp trên), ví dụ: parent_plan: {number: 176/KH-UBND, date: 04/5/2026}",
        )
    links = [("văn bản chỉ đạo", case.directive_date)]
    if parent and parent.date:
        if parent.date.before(case.directive_date):
            _early(case, ("parent_plan", "date"), "ngày của kế hoạch cấp trên", *links[0])
        links.append(("kế hoạch cấp trên", parent.date))
    for name, other in reversed(links):
        if date and date.before(other):
            _early(case, ("date",), "ngày ban hành", name, other)
            return


def _early(case: Case, path: tuple[str, ...], what: str, name: str, other: object) -> None:
    written = other.written("ngan")  # type: ignore[attr-defined]
    case.error(path, "ngay-nguoc", f"{what} sớm hơn {name} ({written}); hãy kiểm tra lại hai ngày này")


def reporting_days(case: Case) -> Days:
    """Return the days (`05/6`) by which the reports of the half year and the year are due, None where not set."""
    half_year, year = (_due(case, name) for name in ("half_year", "year"))
    return half_year, year


def _due(case: Case, name: str) -> str | None:
    own: str | None = getattr(case.profile.reporting, name)
    parent = (case.profile.parent_plan and case.profile.parent_plan.reporting) or _UNSAID
    theirs: str | None = getattr(parent, name)
    if own and theirs and _order(own) > _order(theirs):
        case.error(
            ("reporting", name),
            "han-muon",
            f"hạn báo cáo {own} muộn hơn hạn của cấp trên ({theirs}); hãy ghi {theirs} hoặc sớm hơn",
        )
    default: str | None = getattr(case.defaults.reporting, name)
    if case.above and theirs and (default is None or _order(default) > _order(theirs)):
        default = theirs
    return own or default


def _order(day: str) -> tuple[int, int]:
    date, month = day.split("/")
    return int(month), int(date)
