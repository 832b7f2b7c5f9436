"""Widths are those of Times New Roman; lines break at blanks and nowhere else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.font_widths import width_mm, wrap
from kegen.template.balance import balance

WORDS = st.lists(st.text("abcđươ,", min_size=1, max_size=9), min_size=1, max_size=25).map(" ".join)


@pytest.mark.parametrize(
    ("text", "size", "face", "width"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "bold", 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 13, "bold", 56.1),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", 60.5),
        ("Gia Kiệm, ngày 15 tháng 3 năm 2026", 13, "italic", 69),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 14, "italic", 104),
    ],
)
def test_the_widths_measured_by_others_come_out(text, size, face, width):
    assert width_mm(text, size, face) == pytest.approx(width, abs=0.5)


def test_a_character_the_table_lacks_has_a_width_too():
    assert width_mm("漢", 14) > 0


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 100, 14) == balance("", 100, 14) == [""]


@given(WORDS)
def test_breaking_changes_no_text(text):
    assert " ".join(wrap(text, 60, 14)) == " ".join(balance(text, 60, 14)) == text


@given(WORDS)
def test_no_line_of_several_words_is_wider_than_the_limit(text):
    for line in (*wrap(text, 60, 14), *balance(text, 60, 14)):
        assert " " not in line or width_mm(line, 14) <= 60 + 1e-6


@given(WORDS)
def test_balancing_takes_no_line_more(text):
    assert len(balance(text, 60, 14)) == len(wrap(text, 60, 14))


def test_a_date_and_a_number_stay_on_their_line():
    text = "(Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm)"
    assert balance(text, 200, 14, "italic")[1].startswith("ngày 03 tháng 6 năm 2026")


def test_balanced_lines_may_be_shorter_than_they_could_from_the_first_on():
    text = "ỦY BAN NHÂN DÂN PHƯỜNG TRƯƠNG QUANG TRỌNG"
    assert wrap(text, 62, 13, "bold") == ["ỦY BAN NHÂN DÂN", "PHƯỜNG TRƯƠNG QUANG", "TRỌNG"]
    assert balance(text, 62, 13, "bold") == ["ỦY BAN NHÂN DÂN", "PHƯỜNG TRƯƠNG", "QUANG TRỌNG"]


def test_a_text_of_thousands_of_words_is_broken_in_no_time():
    text = "Nhữ Khê " * 6_000
    start = time.perf_counter()
    assert " ".join(balance(text, 60, 13, "bold")) == text
    assert time.perf_counter() - start < 5
