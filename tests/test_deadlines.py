"""Deadlines as plans write them, read and compared."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.deadlines import Day, Due, has_unreal_day, is_later, read_deadline

READ = {
    "10/5/2026": [(2026, 5, 10)],
    "trước ngày 10-5-2026": [(2026, 5, 10)],
    "10.5.2026.": [(2026, 5, 10)],
    "2026-05-10": [(2026, 5, 10)],
    "Trước ngày 31 tháng 12 năm 2026": [(2026, 12, 31)],
    "trước ngày 05/6 và 05/12": [(0, 6, 5), (0, 12, 5)],
    "10/5 và 20/6/2026": [(2026, 5, 10), (2026, 6, 20)],
    "Quý II/2026": [(2026, 6, 30)],
    "Trong Quý II năm 2026": [(2026, 6, 30)],
    "Quý 2": [(0, 6, 30)],
    "Quý II, III năm 2026": [(2026, 9, 30)],
    "tháng 9/2026": [(2026, 9, 30)],
    "9/2026": [(2026, 9, 30)],
    "Tháng 5 - 12/2026": [(2026, 12, 31)],
    "tháng 2/2028": [(2028, 2, 29)],
    "6 tháng đầu năm 2026": [(2026, 6, 30)],
    "sáu tháng cuối năm": [(0, 12, 31)],
    "Năm 2026": [(2026, 12, 31)],
    "Từ quý II/2026 đến quý IV/2026": [(2026, 12, 31)],
    "Trước ngày 10/5/2026 gửi Sở Nội vụ tổng hợp": [(2026, 5, 10)],
}
REPEATED = {
    "hằng năm": Due(every=("year",)),
    "Hàng quý": Due(every=("quarter",)),
    "Định kỳ 6 tháng, hằng năm": Due(every=("half-year", "year")),
    "hằng quý, 6 tháng, năm": Due(every=("quarter", "half-year", "year")),
    "ngày 05 hằng tháng": Due((Day(0, 0, 5),), ("month",)),
    "trước ngày 15 của tháng cuối quý": Due((Day(0, 0, 15),), ("quarter",)),
    "Trước 05/6 và 05/12 hằng năm": Due((Day(0, 6, 5), Day(0, 12, 5)), ("year",)),
    "Trước 05/12 hằng năm, bắt đầu từ năm 2026": Due((Day(0, 12, 5),), ("year",)),
    "báo cáo 6 tháng trước 05/6, báo cáo năm trước 05/12": Due((Day(0, 6, 5), Day(0, 12, 5)), ("half-year", "year")),
    "29/02 hằng năm": Due((Day(0, 2, 29),), ("year",)),
    "Ngày 31 hằng tháng": Due((Day(0, 0, 31),), ("month",)),
    "Năm 2026 và hằng năm": Due((Day(2026, 12, 31),), ("year",)),
    "Thường xuyên": Due(always=True),
    "Thường xuyên, đột xuất": Due(always=True),
}
UNREAD = [
    "",
    "   ",
    "Kịp thời",
    "Theo hướng dẫn của cấp trên",
    "sau ngày 10/5/2026",
    "15 ngày kể từ ngày 10/5/2026",
    "Từ quý II/2026",
    "31/2/2026",
    "tháng 13/2026",
    "quý V năm 2026",
    "trước 30 ngày",
    "trước ngày bầu cử 10/5/2026",
    "quý 0/2026",
    "31/4/2026",
    "29/02/2027",
    "30/02 hằng năm",
    "Ngày 32 hằng tháng",
    "31/12/9999",
]


@pytest.mark.parametrize(("text", "days"), READ.items())
def test_a_deadline_is_read_into_its_days(text, days):
    assert read_deadline(text) == Due(tuple(Day(*each) for each in days))


@pytest.mark.parametrize(("text", "due"), REPEATED.items())
def test_a_deadline_that_comes_back_is_read(text, due):
    assert read_deadline(text) == due


@pytest.mark.parametrize("text", UNREAD)
def test_words_not_understood_are_no_deadline(text):
    assert read_deadline(text) is None


@pytest.mark.parametrize(
    ("text", "unreal"),
    [("31/4/2026", True), ("10/5 và 29/02/2027", True), ("29/02/2028", False), ("Kịp thời", False), ("", False)],
)
def test_a_day_that_no_calendar_has_is_seen(text, unreal):
    assert has_unreal_day(text) is unreal


@pytest.mark.parametrize("token", [" gửi x", " từ quý", "quý 1, ", "tháng 1, ", "10/5, ", "hằng năm; ", " 06 tháng"])
def test_a_deadline_of_any_length_is_read_in_time_that_grows_with_it(token):
    text = token * (60_000 // len(token)) + " 1"
    started = time.monotonic()
    read_deadline(text)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("child", "parent", "later"),
    [
        ("11/5/2026", "10/5/2026", True),
        ("10/5/2026", "trước ngày 10/5/2026", False),
        ("tháng 5/2026", "10/5/2026", True),
        ("Quý II/2026", "Năm 2026", False),
        ("Năm 2026", "Quý II năm 2026", True),
        ("Năm 2026 và hằng năm", "Quý II năm 2026", True),
        ("10/6 và 10/12", "trước 05/6 và 05/12 hằng năm", True),
        ("trước 01/6 và 10/12", "trước 05/6 và 05/12 hằng năm", True),
        ("trước 01/6 và 01/12", "trước 05/6 và 05/12 hằng năm", False),
        ("trước 10/12 hằng năm", "trước 05/6 và 05/12 hằng năm", True),
        ("trước 01/12 hằng năm", "trước 05/6 và 05/12 hằng năm", None),
        ("ngày 10 hằng tháng", "ngày 05 hằng tháng", True),
        ("ngày 15 tháng cuối quý", "ngày 05 hằng tháng", None),
        ("hằng năm", "hằng quý", True),
        ("hằng quý", "Định kỳ 6 tháng, hằng năm", False),
        ("Kịp thời", "kịp  thời.", False),
        ("Kịp thời", "Quý II/2026", None),
        ("Thường xuyên, đột xuất", "Thường xuyên", False),
        ("Thường xuyên", "hằng năm", None),
        ("hằng năm", "trước 05/12 hằng năm", None),
        ("10/6/2026", "trước 05/6 hằng năm", None),
        ("", "10/6/2026", None),
    ],
)
def test_a_childs_deadline_is_held_against_its_parents(child, parent, later):
    assert is_later(child, parent) is later


dates = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@given(dates, dates)
def test_dated_deadlines_compare_as_their_dates(one, other):
    def written(day):
        return f"trước ngày {day.day:02}/{day.month}/{day.year}"

    assert is_later(written(one), written(other)) is (one > other)


@given(st.text(), st.text())
def test_whatever_is_typed_is_read_or_not_and_never_fails(child, parent):
    assert is_later(child, parent) in {True, False, None}


pieces = st.sampled_from(
    [*READ, *REPEATED, *UNREAD, "và", ",", "trước", "31/12", "năm", "2026", "quý", "hằng", "/", "-"]
)


@given(st.lists(pieces, max_size=6).map(" ".join), st.lists(pieces, max_size=6).map(" ".join))
def test_of_two_deadlines_one_at_most_is_the_later(one, other):
    assert not (is_later(one, other) and is_later(other, one)) or len(read_deadline(one).days) > 1
