"""Deadlines as days of a calendar: the day, when it comes back, and what has no day."""

from datetime import date, datetime, time

import icalendar
import pytest
from dateutil.rrule import rrulestr

from kegen.dates import days_in
from kegen.plan.model import Task
from kegen.sheets.calendar import CalendarEntry, made_on, occasions_of, write_calendar
from kegen.template.template_check import trial_plan

PLAN = trial_plan()._replace(issued="2026-06-03")


def placed(deadline, plan=PLAN):
    task = Task("viec", "Làm, xong; “việc”", "Phòng A", ("phòng B",), deadline, "Báo cáo", "", "")
    return occasions_of(plan._replace(tasks=(task,)))


def events(deadline, plan=PLAN):
    data = write_calendar("Lịch", made_on(plan), placed(deadline, plan).entries)
    calendar = icalendar.Calendar.from_ical(data)
    return [
        (each["dtstart"].dt, each["rrule"].to_ical().decode() if "rrule" in each else "")
        for each in calendar.walk("vevent")
    ]


@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        ("10/7/2026", [(date(2026, 7, 10), "")]),
        ("Quý II năm 2026", [(date(2026, 6, 30), "")]),
        (
            "Trước 05/6 và 05/12 hằng năm",
            [
                (date(2026, 6, 5), "FREQ=YEARLY;BYMONTHDAY=5;BYMONTH=6"),
                (date(2026, 12, 5), "FREQ=YEARLY;BYMONTHDAY=5;BYMONTH=12"),
            ],
        ),
        ("Trước 01/6 hằng năm", [(date(2027, 6, 1), "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=6")]),
        ("ngày 05 hằng tháng", [(date(2026, 6, 5), "FREQ=MONTHLY;BYMONTHDAY=5")]),
        ("ngày 31 hằng tháng", [(date(2026, 6, 30), "FREQ=MONTHLY;BYMONTHDAY=-1")]),
        ("ngày 15 tháng cuối quý", [(date(2026, 6, 15), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15")]),
        ("hằng tháng", [(date(2026, 6, 30), "FREQ=MONTHLY;BYMONTHDAY=-1")]),
        ("hằng quý", [(date(2026, 6, 30), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")]),
        ("hằng năm", [(date(2026, 12, 31), "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=12")]),
        (
            "Năm 2026 và hằng năm",
            [(date(2026, 12, 31), ""), (date(2027, 12, 31), "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=12")],
        ),
    ],
)
def test_a_deadline_is_in_the_calendar(deadline, days):
    assert events(deadline) == days
    assert not placed(deadline).unplaced


def days_of(deadline, years=(2027, 2028), plan=PLAN):
    """Return every day that the calendar sets in those years."""
    start, end = datetime(years[0], 1, 1), datetime(years[1], 12, 31)  # noqa: DTZ001 - whole days
    found = []
    for first, rule in events(deadline, plan):
        at = datetime.combine(first, time())
        found += rrulestr(rule, dtstart=at).between(start, end, inc=True) if rule else [at]
    return sorted(f"{each.day}/{each.month}/{each.year % 100}" for each in found)


def last_days(months, day, years=(2027, 2028)):
    return sorted(f"{min(day, days_in(y, m))}/{m}/{y % 100}" for y in years for m in months)


@pytest.mark.parametrize("day", [1, 15, 28, 29, 30, 31])
@pytest.mark.parametrize("issued", ["2026-01-01", "2026-05-30", "2026-06-29", "2026-12-31"])
def test_a_day_that_a_month_does_not_have_is_its_last(day, issued):
    plan = PLAN._replace(issued=issued)
    assert days_of(f"Ngày {day} hằng tháng", plan=plan) == last_days(range(1, 13), day)
    assert days_of(f"Trước ngày {day} của tháng cuối quý", plan=plan) == last_days((3, 6, 9, 12), day)
    assert not placed(f"Ngày {day} hằng tháng", plan).unplaced


def test_the_29th_of_february_comes_every_year():
    assert days_of("29/02 hằng năm") == ["28/2/27", "29/2/28"]
    assert days_of("Trước 28/02 hằng năm") == ["28/2/27", "28/2/28"]


@pytest.mark.parametrize("issued", ["2026-03-31", "2026-04-01", "2026-06-30", "2026-11-15"])
def test_ends_of_periods_come_in_their_months(issued):
    plan = PLAN._replace(issued=issued)
    assert days_of("Hằng quý", plan=plan) == last_days((3, 6, 9, 12), 31)
    assert days_of("Hằng tháng", plan=plan) == last_days(range(1, 13), 31)
    assert days_of("Hằng năm", plan=plan) == ["31/12/27", "31/12/28"]
    assert all(each.first >= date.fromisoformat(issued) for each in placed("Hằng quý", plan).entries)


@pytest.mark.parametrize(
    "deadline", [*(f"ngày {day} hằng tháng" for day in range(1, 32)), "hằng quý", "29/02 hằng năm", "hằng năm"]
)
def test_every_rule_is_one_that_outlook_holds(deadline):
    for _, rule in events(deadline):
        parts = dict(each.split("=") for each in rule.split(";"))
        assert "," not in parts.get("BYMONTH", "") + parts["BYMONTHDAY"]
        assert "BYSETPOS" not in parts
    names = [each.uid for each in placed(deadline).entries]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "deadline",
    [
        *("31/4/2026", "30/02/2026", "29/02/2027", "Trước ngày 31 tháng 9 hằng năm", "30/02 hằng năm"),
        *("Ngày 32 hằng tháng", "Ngày 0 hằng tháng", "31/12/9999", "Năm 9999 và hằng năm", "31/12/0001"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(deadline):
    assert events(deadline) == []
    assert [each.reason for each in placed(deadline).unplaced] == ["thời hạn có ngày không có trên lịch"]


def test_a_day_of_months_and_of_quarters_at_once_is_told():
    assert events("ngày 25 hằng tháng, ngày 15 tháng cuối quý") == []
    assert "không rõ ngày" in placed("ngày 25 hằng tháng, ngày 15 tháng cuối quý").unplaced[0].reason


@pytest.mark.parametrize(
    ("deadline", "reason"),
    [
        ("", "chưa ghi thời hạn"),
        ("Kịp thời", "thời hạn không có ngày"),
        ("Thường xuyên", "việc thường xuyên"),
        ("Định kỳ 6 tháng, hằng năm", "định kỳ nhưng không ghi ngày"),
        ("Trước 05/6", "thời hạn không ghi năm, cũng không ghi hằng năm"),
    ],
)
def test_a_deadline_without_a_sure_day_is_told_and_not_in_the_calendar(deadline, reason):
    assert events(deadline) == []
    assert [each.reason for each in placed(deadline).unplaced] == [reason]


def test_a_day_taken_from_the_end_of_a_period_says_so():
    assert "ngày cuối kỳ" in placed("hằng năm").entries[0].description
    assert "ngày cuối kỳ" not in placed("10/7/2026").entries[0].description


def test_a_plan_without_its_date_starts_with_its_year():
    plan = PLAN._replace(issued="", header=PLAN.header._replace(place_and_date="Nhữ Khê, ngày     tháng     năm 2027"))
    assert events("hằng tháng", plan)[0][0] == date(2027, 1, 31)


def test_an_entry_keeps_its_name_when_the_number_comes():
    later = PLAN._replace(standing=PLAN.standing._replace(symbol="99/KH-UBND"))
    names = [[each.uid for each in placed("05/6 và 05/12 hằng năm", plan).entries] for plan in (PLAN, later)]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_any_text_stands_in_a_calendar_as_it_was():
    text = "a\\b; c, d\nđường ệ “x” " + "dài " * 60
    data = write_calendar("Lịch", date(2026, 6, 3), (CalendarEntry("1@kegen", date(2026, 6, 5), None, text, text),))
    event = icalendar.Calendar.from_ical(data).walk("vevent")[0]
    assert str(event["description"]) == text
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_the_same_deadlines_are_the_same_calendar():
    entries = placed("Trước 05/6 và 05/12 hằng năm").entries
    assert len({write_calendar("Lịch", date(2026, 6, 3), entries) for _ in range(3)}) == 1
