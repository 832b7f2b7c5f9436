"""When units report."""

import pytest

from tests.importing.bodies import facts


def reporting(text):
    return facts("**V. CHẾ ĐỘ BÁO CÁO", f"- {text}").reporting


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Định kỳ 06 tháng (trước ngày 05/6) và hằng năm (trước ngày 05/12) gửi báo cáo về UBND tỉnh (qua Sở Nội vụ).",
         {"half_year": "05/6", "year": "05/12"}),
        ("Các sở, ngành báo cáo hằng năm trước ngày 10/12 gửi Sở Y tế để tổng hợp.", {"year": "10/12"}),
        ("Các đơn vị báo cáo hằng tháng trước ngày 20 hằng tháng.", {"month": "trước ngày 20 hằng tháng"}),
        ("Định kỳ hằng quý, các xã gửi báo cáo về Công an tỉnh.", {"quarter": "hằng quý"}),
        ("Báo cáo định kỳ hằng năm (trước ngày 15/11) hoặc đột xuất khi có yêu cầu.",
         {"year": "15/11", "event": "đột xuất khi có yêu cầu"}),
    ],
)  # fmt: skip
def test_periods_and_days_are_read(text, days):
    assert reporting(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "Tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Y tế trước ngày 20/12 hằng năm.",
        "Kiểm tra kho hằng tháng.",
        "Báo cáo UBND tỉnh xem xét.",
    ],
)
def test_what_the_issuer_reports_upward_is_no_duty_of_the_units(text):
    assert reporting(text) == {}


def test_a_yearly_report_without_a_day_is_asked():
    made = facts("**V. TỔ CHỨC THỰC HIỆN", "- Các sở báo cáo hằng năm về UBND tỉnh.")
    assert "year" not in made.reporting
    assert ("standing", "year") in [(each.of, each.field) for each in made.asks if each.kind == "thoi-han"]


def test_the_days_of_the_issuers_own_reports_stand_where_the_units_have_none_and_are_asked():
    own = (
        "- Định kỳ 6 tháng (trước ngày 10 tháng 6), hằng năm (trước ngày 10 tháng 12) tham mưu UBND phường báo cáo UBND"
        " tỉnh."
    )
    made = facts("**V. TỔ CHỨC THỰC HIỆN", own)
    assert made.reporting == {"half_year": "10/6", "year": "10/12"}
    assert [(each.field, each.guess) for each in made.asks if each.of == "standing"] == [
        ("half_year", "10/6"),
        ("year", "10/12"),
    ]
    units = "- Các đơn vị gửi báo cáo 6 tháng (trước ngày 01/6) và hằng năm (trước ngày 01/12) về Văn phòng."
    made = facts("**V. TỔ CHỨC THỰC HIỆN", own, units)
    assert made.reporting == {"half_year": "01/6", "year": "01/12"}
    assert not [each for each in made.asks if each.of == "standing"]
