"""Dates that must run forward: directive, parent, plan; and reports due no later than the parent's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kegen.dates import PlanDate, days_in, month_digits
from kegen.deadlines import reporting_order
from kegen.plan.problems import ProfileProblems
from kegen.plan.whole_words import whole_words
from kegen.profile.unit import ParentPlan, ReportDays, Reporting
from kegen.vietnamese import fold, lower_first, roman
from kegen.yaml_text.tree import Path

_NO_DAYS = ReportDays()
_LEAST_DAYS = 15
"""So many days at least are left for what is to be done at once."""
_LEAST_OF_YEAR = 30
"""So many days at least are left of the year for what is to be done in it."""
DAYS_TO_SUM_UP = 7
"""How many days before its own report a unit wants those of its offices."""
_MOST_DAYS_TO_SUM_UP = 90
"""A report that the offices owe so many days earlier is on another time."""
_PERIODS = ("half_year", "year")
_SEASONS = {"half_year": ("6 tháng", range(4, 10)), "year": ("năm", (9, 10, 11, 12, 1, 2, 3))}
"""In which months a report may be due."""
_IN_WORDS = ("month", "quarter", "event")
"""The reports whose days are given in words."""
_DAY_OF_PERIOD = r"\b(?:ngày )?(\d{1,2})\b"
_BEFORE_DAY = r"\b(?:trước|chậm nhất|muộn nhất|vào)\b"
_DAYS_IN_YEAR, _COMMON_YEAR = 365, 2026
_MONTHS_IN_QUARTER = 3
_QUARTERS = 4
_LAST_DAY, _LAST_MONTH = 31, 12
_FIRST = PlanDate(2026)
"""The year of a plan of which no date is known at all, which is an error: so the rest can be looked at."""
_DIRECTIVE, _PARENT = "văn bản chỉ đạo", "kế hoạch cấp trên"


class PlanDates(NamedTuple):
    """The date of the directive, and those of the plan above and of the plan, None while nothing is known of them."""

    directive: PlanDate | None
    parent: PlanDate | None
    own: PlanDate | None

    @property
    def issued(self) -> PlanDate:
        """The plan's date as far as it is known: its year at least, else the parent's, else the directive's."""
        return self.own or PlanDate((self.parent or self.directive or _FIRST).year)

    @property
    def earliest(self) -> PlanDate:
        """The first day that the plan may have been issued on, as far as it is known."""
        if self.own is None or not self.own.whole:
            return self.parent if self.parent and not self.parent.before(PlanDate(self.issued.year)) else self.issued
        return self.own

    @property
    def parent_issued(self) -> PlanDate:
        """The first whole date of the parent's, the plan's own and the directive's."""
        return next((date for date in (self.parent, self.own) if date and date.whole), self.directive or self.issued)


class ReportingDays(NamedTuple):
    """When reports are due: the days (`05/6`) of the half year and of the year, None where not set."""

    half_year: str | None
    year: str | None
    month: str | None = None
    """In words, as `quarter` and `event` are: `ngày 20 hằng tháng`."""
    quarter: str | None = None
    event: str | None = None
    units: ReportDays = _NO_DAYS
    """Those by which the unit's own offices report to it, always earlier."""


def soon(issued: PlanDate) -> str:
    """Return by when work that begins with the plan is due: in its quarter, or in the next where that is nearly over.

    While the month is not known no quarter is sure to lie ahead.
    """
    if not issued.month:
        return "Trong 30 ngày kể từ ngày ban hành Kế hoạch"
    end = -(-issued.month // _MONTHS_IN_QUARTER) * _MONTHS_IN_QUARTER
    left = days_in(issued.year, end) - (issued.day or _LAST_DAY) if issued.month == end else _LEAST_DAYS
    quarter, year = end // _MONTHS_IN_QUARTER, issued.year
    if left < _LEAST_DAYS:
        quarter, year = (1, year + 1) if quarter == _QUARTERS else (quarter + 1, year)
    return f"Quý {roman(quarter)} năm {year}"


def working_year(issued: PlanDate) -> int:
    """Return the year in which the plan's work is to be done: its own, or the next where hardly any of it is left."""
    left = days_in(issued.year, _LAST_MONTH) - (issued.day or _LAST_DAY)
    return issued.year + (issued.month == _LAST_MONTH and left < _LEAST_OF_YEAR)


_DAY, _PERIOD = re.compile(r"\d|ngày ", re.IGNORECASE), re.compile(r"(?:quý|năm|tháng|tuần) ", re.IGNORECASE)


def by(deadline: str) -> str:
    """Return a deadline as a sentence goes on with it: `trước 10/5/2026`, `trong quý III năm 2026`."""
    before = "trước " if _DAY.match(deadline) else "trong " if _PERIOD.match(deadline) else ""
    return before + lower_first(deadline)


def check_dates(dates: PlanDates, problems: ProfileProblems) -> None:
    """Note a parent earlier than the directive, a plan earlier than its parent or the directive, and no date at all."""
    if not (dates.own or dates.parent or dates.directive):
        message = "chưa biết kế hoạch của năm nào; hãy ghi ít nhất năm, ví dụ date: 2026"
        problems.key_error(("date",), "thieu", message)
    if dates.parent and dates.directive and dates.parent.before(dates.directive):
        what = "ngày của kế hoạch cấp trên"
        _note_early(("parent_plan", "date"), what, (_DIRECTIVE, "parent_plan.date"), dates.directive, problems)
    for name, other in (((_PARENT, "date và parent_plan.date"), dates.parent), ((_DIRECTIVE, "date"), dates.directive)):
        if other and dates.own and dates.own.before(other):
            _note_early(("date",), "ngày ban hành", name, other, problems)
            break


def _note_early(path: Path, what: str, other: tuple[str, str], date: PlanDate, problems: ProfileProblems) -> None:
    """Note a date earlier than that of the other document, which is named with the keys to look at."""
    name, keys = other
    message = f"{what} sớm hơn {name} ({date.written('ngan')}); hãy kiểm tra lại hai ngày này (khóa {keys})"
    problems.error(path, "ngay-nguoc", message)


def reporting_days(
    own: Reporting, parent: ReportDays | None, usual: ReportDays, problems: ProfileProblems
) -> ReportingDays:
    """Return the profile's days, else the usual ones of the level, no later than the parent's; notes later ones.

    The offices report so many days before their unit does.
    """
    days, units, usual = {}, {}, no_later(usual, parent)
    _note_odd_season(own, ("reporting",), problems)
    if parent:
        _note_odd_season(parent, ("parent_plan", "reporting"), problems)
    for name in _PERIODS:
        mine, theirs, default = (getattr(each, name) for each in (own, parent or _NO_DAYS, usual))
        if mine and theirs and _is_after(mine, theirs, name):
            message = f"hạn báo cáo {mine} muộn hơn hạn của cấp trên ({theirs}); hãy ghi {theirs} hoặc sớm hơn"
            problems.error(("reporting", name), "han-muon", message)
        days[name] = mine or default
        units[name] = _units_day(own.units, name, days[name], problems)
    for name in _IN_WORDS:
        mine, theirs, default = (getattr(each, name) for each in (own, parent or _NO_DAYS, usual))
        if mine and theirs and _is_later_day(mine, theirs):
            message = f"hạn báo cáo “{mine}” muộn hơn hạn của cấp trên (“{theirs}”); hãy ghi hạn ấy hoặc sớm hơn"
            problems.error(("reporting", name), "han-muon", message)
        days[name] = mine or default
        units[name] = _units_words(own.units, name, days[name], problems)
    return ReportingDays(**days, units=ReportDays(**units))


def _units_words(own: ReportDays | None, name: str, due: str | None, problems: ProfileProblems) -> str | None:
    """Return when the offices report, in the profile's words; notes a day that is later than the unit's own."""
    asked = getattr(own, name) if own else None
    if asked and due and _is_later_day(asked, due):
        message = f"các đơn vị báo cáo “{asked}”, muộn hơn hạn của đơn vị (“{due}”); hãy ghi ngày sớm hơn"
        problems.error(("reporting", "units", name), "han-muon", message)
    return asked


def _is_later_day(own: str, theirs: str) -> bool:
    """Whether one day of a period is surely later than the other: both are one day, and all else is said alike."""
    days = [re.findall(_DAY_OF_PERIOD, each) for each in (own, theirs)]
    frames = [fold(re.sub(_BEFORE_DAY, "", re.sub(_DAY_OF_PERIOD, "", each.lower()))) for each in (own, theirs)]
    return all(len(each) == 1 for each in days) and frames[0] == frames[1] and int(days[0][0]) > int(days[1][0])


def note_unprinted(own: Reporting, tier: str, printed: str, problems: ProfileProblems) -> None:
    """Note the days of the profile that no sentence of the plan tells."""
    paths: list[tuple[Path, ReportDays | None]] = [(("reporting",), own)]
    if tier != "cap-tinh":  # where they are wrong in any case
        paths.append((("reporting", "units"), own.units))
    for path, days in paths:
        for name in (*_PERIODS, *_IN_WORDS):
            if (day := getattr(days, name, None)) and day not in printed:
                message = f"không câu nào nêu hạn báo cáo “{day}”; hãy thêm một ý nêu hạn ấy, hoặc bỏ dòng này"
                problems.warn((*path, name), "thua", message)


def note_unprinted_above(own: Reporting, parent: ParentPlan | None, printed: str, problems: ProfileProblems) -> None:
    """Note the reports by month, by quarter and on an event that the plan above wants and no sentence tells."""
    for name in _IN_WORDS:
        day = getattr(parent.reporting, name) if parent and parent.reporting else None
        if day and not getattr(own, name) and day not in printed:
            message = f"cấp trên yêu cầu báo cáo “{day}” mà không câu nào nêu; hãy thêm một ý nêu hạn ấy"
            problems.warn(("parent_plan", "reporting", name), "thieu-bao-cao", message)


def _units_day(own: ReportDays | None, name: str, due: str | None, problems: ProfileProblems) -> str | None:
    """Return the day by which the offices report, in time for the report that is due; notes one that is not."""
    asked, path = getattr(own, name) if own else None, ("reporting", "units", name)
    if asked and not due:
        message = (
            f"chưa có hạn báo cáo của chính đơn vị; hãy ghi thêm reporting: {{{name}: ngày/tháng}}, muộn hơn {asked}"
        )
        problems.error(path, "thieu", message)
    elif asked and due and not 0 < _days_between(asked, due) < _MOST_DAYS_TO_SUM_UP:
        message = (
            f"các đơn vị báo cáo trước ngày {asked}, không khớp với hạn của đơn vị ({due}); hãy ghi ngày sớm hơn hạn"
            f" ấy, trong vòng {_MOST_DAYS_TO_SUM_UP} ngày"
        )
        problems.error(path, "han-muon", message)
    return asked or (due and _earlier(due))


def _date(day: str) -> date:
    month, number = _month_and_day(day)
    return date(_COMMON_YEAR, month, min(number, days_in(_COMMON_YEAR, month)))


def _days_between(first: str, second: str) -> int:
    """Return how many days of the year go from one to the other, over New Year's Eve too."""
    return (_date(second) - _date(first)).days % _DAYS_IN_YEAR


def _earlier(day: str) -> str:
    """Return the day by which the offices report, that their unit may by this one."""
    before = _date(day) - timedelta(DAYS_TO_SUM_UP)
    return f"{before.day:02}/{month_digits(before.month)}"


def no_later(usual: ReportDays, parent: ReportDays | None) -> ReportDays:
    """Return the usual days, the parent's where those are earlier or nothing is usual."""
    days = {}
    for name in _PERIODS:
        default, theirs = getattr(usual, name), getattr(parent or _NO_DAYS, name)
        days[name] = theirs if theirs and (default is None or _is_after(default, theirs, name)) else default
    for name in _IN_WORDS:
        default, theirs = getattr(usual, name), getattr(parent or _NO_DAYS, name)
        is_in_time = default and (not theirs or _is_later_day(theirs, default))
        days[name] = default if is_in_time else theirs
    return ReportDays(**days)


def _month_and_day(day: str) -> tuple[int, int]:
    date, month = day.split("/")
    return int(month), int(date)


def _is_after(one: str, other: str, name: str) -> bool:
    """Whether one day of the report of that name is later than the other."""
    mine, theirs = (reporting_order(*_month_and_day(each), of_year=name == "year") for each in (one, other))
    return mine > theirs


def _note_odd_season(own: ReportDays, path: Path, problems: ProfileProblems) -> None:
    """Note a report of the half year that is not due in mid-year, and one of the year that is: they were exchanged."""
    for name, (what, months) in _SEASONS.items():
        day = getattr(own, name)
        if day and _month_and_day(day)[0] not in months:
            message = f"hạn báo cáo {what} ghi {day}; hãy xem lại half_year (6 tháng) và year (năm) có đổi chỗ không"
            problems.warn((*path, name), "ky-bao-cao", message)


def note_edited_days(edits: Mapping[str, str], path: Path, days: ReportingDays, problems: ProfileProblems) -> None:
    """Note changes of words that change the day of a report in one place, while others go on telling the old one."""
    keys = {getattr(days.units, name): f"units: {{{name}: …}}" for name in _PERIODS}
    keys |= {getattr(days, name): f"{name}: …" for name in _PERIODS}
    for old, new in edits.items():
        changed = [key for day, key in keys.items() if day and _tells(old, day) and not _tells(new, day)]
        if changed:
            message = f"hạn báo cáo trong “{old}” in ở nhiều chỗ theo reporting; hãy ghi reporting: {{{changed[0]}}}"
            problems.key_error((*path, old), "thua", f"{message}, bỏ dòng này")


def _tells(text: str, day: str) -> bool:
    return re.search(whole_words(day), text) is not None
