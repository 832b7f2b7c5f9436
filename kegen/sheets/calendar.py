"""The deadlines of a plan's tasks as a calendar (.ics, RFC 5545) that Outlook, Google Calendar and telephones take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from kegen.dates import days_in
from kegen.deadlines import Day, Due, Every, has_unreal_day, read_deadline
from kegen.extras import extra
from kegen.plan.model import Plan, Task
from kegen.sheets.tasks import describe_task
from kegen.vietnamese import fold

if TYPE_CHECKING:
    from icalendar import vRecur

Recurrence = dict[str, str | int]
_MONTHS_IN_QUARTER = 3
_LAST = -1
"""The last day of a month."""
_SURE_DAY = 28
"""The last day that every month has."""
_LONGEST = 31
_COMMON_YEAR = 2026
_ENDS: tuple[Every, ...] = ("month", "quarter", "year")
"""The periods that end on a sure day."""


class CalendarEntry(NamedTuple):
    """A whole day, once or again and again."""

    uid: str
    first: date
    """The day; of one that comes back, the day from which it does."""
    rule: Recurrence | None
    """When it comes back, in the words of RFC 5545, 3.3.10; None for a day that does not."""
    summary: str
    description: str


class Unplaced(NamedTuple):
    """A task whose deadline has no sure day, and why."""

    task: Task
    reason: str


class Occasions(NamedTuple):
    """What goes into the calendar, and what cannot."""

    entries: tuple[CalendarEntry, ...]
    unplaced: tuple[Unplaced, ...]


def occasions_of(plan: Plan) -> Occasions:
    """Return a day for each deadline that sets one, and the tasks that have none."""
    since = made_on(plan)
    entries: list[CalendarEntry] = []
    unplaced: list[Unplaced] = []
    for task in plan.tasks:
        due = read_deadline(task.deadline)
        reason = _why_not(task, due)
        if due is None or reason:
            unplaced.append(Unplaced(task, reason))
        else:
            entries += _entries(plan, task, due, since)
    return Occasions(tuple(entries), tuple(unplaced))


def made_on(plan: Plan) -> date:
    """Return the plan's date; while it is not whole, the first day of its year."""
    if plan.issued:
        return date.fromisoformat(plan.issued)
    year = re.search(r"năm (\d{4})", plan.header.place_and_date)
    return date(int(year[1]) if year else 2000, 1, 1)


def _why_not(task: Task, due: Due | None) -> str:
    """Return why the deadline sets no day, "" where it does."""
    if not task.deadline:
        return "chưa ghi thời hạn"
    if due is None:
        unreal = has_unreal_day(task.deadline)
        return "thời hạn có ngày không có trên lịch" if unreal else "thời hạn không có ngày"
    if any(not each.year for each in due.days) and not due.every:
        return "thời hạn không ghi năm, cũng không ghi hằng năm"
    if {"month", "quarter"} <= set(due.every) and any(not each.month for each in due.days):
        return "có cả kỳ tháng và kỳ quý, không rõ ngày là của kỳ nào"
    if due.days or (due.every and due.every[0] in _ENDS):
        return ""
    return "việc thường xuyên" if due.always else "định kỳ nhưng không ghi ngày"


def _entries(plan: Plan, task: Task, due: Due, since: date) -> Iterator[CalendarEntry]:
    for number, (first, rule, is_end) in enumerate(_placed(due, since), 1):
        note = "\nKế hoạch không ghi ngày cụ thể: lịch đặt vào ngày cuối kỳ." if is_end else ""
        yield CalendarEntry(
            f"{_name(plan, since)}.{task.id}.{number}@kegen",
            first,
            rule,
            shorten(f"Hạn: {task.wording}", 110, placeholder="…"),
            describe_task(plan, task) + note,
        )


def _placed(due: Due, since: date) -> Iterator[tuple[date, Recurrence | None, bool]]:
    """Yield each day, or the day from which it comes back, with its rule, and whether it is the end of a period."""
    dated = [date(*each) for each in due.days if each.year]
    yield from ((each, None, False) for each in dated)
    undated = [each for each in due.days if not each.year]
    for day in undated:
        yield from ((*each, False) for each in _returning(day, due.every, since))
    if not undated and due.every and due.every[0] in _ENDS:
        start = max((since, *(each + timedelta(1) for each in dated)))
        yield (*_end_of_each(due.every[0], start), True)


def _returning(day: Day, every: tuple[Every, ...], since: date) -> Iterator[tuple[date, Recurrence]]:
    """Yield the rules that bring a day back, as few as Outlook understands: each of one month, or of one day."""
    if day.month:
        yield since, _yearly(day.month, day.day)
    elif "quarter" in every:
        yield _quarterly(day.day, since)
    elif day.day <= _SURE_DAY or day.day == _LONGEST:
        yield since, {"freq": "monthly", "bymonthday": _LAST if day.day == _LONGEST else day.day}
    else:
        yield from ((since, _yearly(month, day.day)) for month in range(1, 13))


def _yearly(month: int, day: int) -> Recurrence:
    """Return the rule of a day of every year; the last of the month where some year does not have it."""
    return {"freq": "yearly", "bymonth": month, "bymonthday": day if day <= days_in(_COMMON_YEAR, month) else _LAST}


def _quarterly(day: int, since: date) -> tuple[date, Recurrence]:
    """Return the rule of a day in the last month of every quarter, and a day of such a month to begin with."""
    month = -(-since.month // _MONTHS_IN_QUARTER) * _MONTHS_IN_QUARTER
    start = since if since.month == month else date(since.year, month, 1)
    rule: Recurrence = {"freq": "monthly", "interval": _MONTHS_IN_QUARTER, "bymonthday": day}
    return start, {**rule, "bymonthday": _LAST} if day == _LONGEST else rule


def _end_of_each(every: Every, since: date) -> tuple[date, Recurrence]:
    """Return the rule of the last day of every month, quarter or year."""
    if every == "quarter":
        return _quarterly(_LONGEST, since)
    if every == "year":
        return since, _yearly(12, _LONGEST)
    return since, {"freq": "monthly", "bymonthday": _LAST}


def _name(plan: Plan, since: date) -> str:
    """Return what tells this plan from any other, also before it has its number."""
    standing = plan.standing
    return fold(f"{standing.directive} {standing.level} {standing.unit} {standing.province} {since.year}")


def write_calendar(name: str, made: date, entries: tuple[CalendarEntry, ...]) -> bytes:
    """Return the calendar of that name, the same bytes for the same entries; raises KegenError without icalendar."""
    with extra("calendar", "ghi tệp lịch"):
        import icalendar  # noqa: PLC0415 - not everyone has it

    calendar = icalendar.Calendar()
    for key, value in (("prodid", "-//kegen//VI"), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", name)):
        calendar.add(key, value)
    for each in entries:
        event = icalendar.Event()
        event.add("uid", each.uid)
        event.add("dtstamp", datetime.combine(made, time(), UTC))
        event.add("dtstart", _first_day(each.first, icalendar.vRecur(each.rule)) if each.rule else each.first)
        if each.rule:
            event.add("rrule", each.rule)
        event.add("summary", each.summary)
        event.add("description", each.description)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _first_day(since: date, rule: vRecur) -> date:
    """Return the first day that the rule itself gives: RFC 5545 leaves open what another would mean."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with icalendar

    text = rule.to_ical().decode()  # type: ignore[no-untyped-call]
    found: datetime = rrulestr(text, dtstart=datetime.combine(since, time()))[0]
    return found.date()
