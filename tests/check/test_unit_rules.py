"""Units of government: the two tiers, the provinces, xã, phường and đặc khu by name and kind, names left over."""

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.check.unit_mentions import named_in
from kegen.docx.read import read_document
from tests.check.good import errors, good, planted, set_text, state

RULES = ("two-tier", "provinces-34", "dackhu-13", "unit-exists", "unit-kind", "other-unit")
BODY = "Phối hợp với Phòng Văn hóa - Xã hội"
RECIPIENT = "- Các thôn trên địa bàn xã"
CLOSING = "Ủy ban nhân dân xã yêu cầu"
DATE = "Gia Kiệm, ngày"
OPENING = "Ủy ban nhân dân xã Gia Kiệm ban hành"
AFTER_CITATION = "Thực hiện Kế hoạch số 176/KH-UBND"


def body(text):
    return planted(set_text(BODY, text))


def found(data, rule):
    """Return what that rule alone finds."""
    return list(judge(Paper(read_document(data)), chosen([rule])).findings)


def severities(data, rule):
    return [each.severity for each in found(data, rule)]


@pytest.mark.parametrize("rule", [each for each in RULES if each != "dackhu-13"])
def test_the_good_document_keeps_every_rule_on_units(rule):
    assert state(good(), rule) == "pass"


def test_the_rule_on_special_zones_does_not_apply_where_none_is_named():
    assert state(good(), "dackhu-13") == "not_applicable"


# --- how units are read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "UBND các phường: Yên Bái, Văn Phú, Âu Lâu.",
            [("phuong", "Yên Bái"), ("phuong", "Văn Phú"), ("phuong", "Âu Lâu")],
        ),
        ("UBND các xã, phường: Quy Mông và Sở Công Thương", [("", "Quy Mông")]),
        ("UBND các phường Yên Bái, Công an tỉnh", [("phuong", "Yên Bái")]),
        ("phường Văn Miếu - Quốc Tử Giám", [("phuong", "Văn Miếu - Quốc Tử Giám")]),
        ("UBND xã Ea H’Leo và phường 1 Bảo Lộc", [("xa", "Ea H’Leo"), ("phuong", "1 Bảo Lộc")]),
        ("xã Đam Rông 4, tỉnh Lâm Đồng", [("xa", "Đam Rông 4"), ("tinh", "Lâm Đồng")]),
        ("UBND TP. Hồ Chí Minh", [("thanh-pho", "Hồ Chí Minh")]),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ GIA KIỆM", [("xa", "GIA KIỆM")]),
        ("kinh tế - xã hội, các phường, xã; thị xã Sơn Tây; Hợp tác xã Thanh Long", []),
        ("VP. UBND tỉnh: LĐVP, P. KGVX", []),
        ("UBND xã Phòng Kinh tế", []),
    ],
)
def test_units_are_read_out_of_running_text(text, names):
    assert [(each.kind, each.name) for each in named_in(text)] == names


# --- two-tier ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "- UBND các huyện, thị xã, thành phố;",
        "- Phòng GD&ĐT huyện;",
        "- Phòng Nội vụ huyện Thống Nhất;",
        "- Huyện ủy Thống Nhất (để b/c);",
        "- Thị uỷ;",
        "- Ủy ban nhân dân quận Lê Chân;",
        "- Công an thị xã;",
        "- Các cơ quan cấp huyện;",
    ],
)
def test_a_body_of_a_district_among_the_recipients_is_an_error(text):
    data = planted(set_text(RECIPIENT, text))
    assert "two-tier" in errors(data)
    assert severities(data, "two-tier") == ["error"]


@pytest.mark.parametrize("name", ["HUYỆN THỐNG NHẤT", "UBND HUYỆN THỐNG NHẤT", "PHÒNG NỘI VỤ HUYỆN THỐNG NHẤT"])
def test_a_district_as_issuer_is_an_error(name):
    assert "error" in severities(planted(set_text("XÃ GIA KIỆM", name)), "two-tier")


def test_a_district_in_the_signature_is_an_error():
    assert "error" in severities(planted(set_text("KT. CHỦ TỊCH", "CHỦ TỊCH UBND HUYỆN")), "two-tier")


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với UBND huyện tổ chức thực hiện.",
        "Báo cáo Phòng Giáo dục và Đào tạo kết quả thực hiện.",
        "Phối hợp với Phòng Tài chính - Kế hoạch huyện bố trí kinh phí.",
        "Tuyên truyền trên địa bàn huyện.",
        "Tổ chức hội nghị tại thị trấn Dầu Giây.",
        "Phối hợp với UBND thành phố Biên Hòa thực hiện.",
        "Phối hợp với Kho bạc Nhà nước huyện thực hiện.",
        "Phối hợp với Tòa án nhân dân huyện.",
        "Tăng cường quản lý nhà nước của UBND huyện.",
    ],
)
def test_a_district_in_running_text_is_a_warning(text):
    data = body(text)
    assert severities(data, "two-tier") == ["warning"]
    assert errors(data) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện mô hình chính quyền địa phương 02 cấp, không tổ chức cấp huyện.",
        "Việc bỏ cấp huyện không làm gián đoạn công việc.",
        "Tiếp nhận hồ sơ từ UBND huyện Thống Nhất (cũ).",
        "Theo Quyết định số 12/2023/QĐ-UBND ngày 05/6/2023 của UBND huyện Thống Nhất về phân cấp.",
        "Kết quả năm 2024 của UBND huyện Thống Nhất.",
        "Đồng chí nguyên Chủ tịch huyện Thống Nhất.",
        "Tuyến đường huyện và đường liên huyện; bác sĩ Nguyễn Văn Huyện.",
        "Phối hợp với Công ty cổ phần huyện Thống Nhất.",
        "Giao lưu với huyện Ba Tháp, nước Lào.",
        "Tổ chức phòng, chống tham nhũng tại phường, xã.",
        "UBND thành phố Đồng Nai chỉ đạo.",
    ],
)
def test_what_is_said_of_the_past_or_is_no_district_passes(text):
    assert found(body(text), "two-tier") == []


def test_a_paper_of_before_the_two_tiers_is_let_be():
    data = planted(set_text(DATE, "Gia Kiệm, ngày 03 tháng 6 năm 2025"), set_text(BODY, "Báo cáo UBND huyện."))
    assert state(data, "two-tier") == "not_applicable"


def test_a_school_may_keep_the_name_of_its_district():
    data = planted(set_text("ỦY BAN NHÂN DÂN", "TRƯỜNG PTDTNT THCS"), set_text("XÃ GIA KIỆM", "HUYỆN BA BỂ"))
    assert "error" not in severities(data, "two-tier")


@pytest.mark.parametrize("text", ["- Phòng giao dịch NHCSXH huyện Ba Bể;", "- Phòng khám đa khoa huyện Ba Bể;"])
def test_what_is_no_body_of_the_district_is_a_warning_among_the_recipients(text):
    assert severities(planted(set_text(RECIPIENT, text)), "two-tier") == ["warning"]


def test_without_a_date_the_two_tiers_are_not_judged():
    assert state(planted(set_text(DATE, "Gia Kiệm")), "two-tier") == "not_evaluated"


# --- provinces-34 ------------------------------------------------------------------------------------------------


def test_a_merged_province_among_the_recipients_is_an_error_and_its_successor_is_told():
    data = planted(set_text(RECIPIENT, "- UBND tỉnh Yên Bái;"))
    assert errors(data) == ["provinces-34"]
    assert found(data, "provinces-34")[0].expected == "tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Phối hợp với tỉnh Bình Dương.", "thành phố Hồ Chí Minh"),
        ("Phối hợp với tỉnh Hoà Bình.", "tỉnh Phú Thọ"),
        ("Phối hợp với tỉnh Bà Rịa - Vũng Tàu.", "thành phố Hồ Chí Minh"),
        ("Phối hợp với tỉnh Thừa Thiên Huế.", "thành phố Huế"),
        ("Theo chỉ đạo của UBND tỉnh Đồng Nai.", "thành phố Đồng Nai"),
        ("Phối hợp với thành phố Bắc Ninh.", "tỉnh Bắc Ninh"),
        ("Phối hợp với thành phố Lạng Sơn.", "tỉnh Lạng Sơn"),
    ],
)
def test_a_province_that_is_no_more_or_of_another_kind_is_a_warning_in_running_text(text, right):
    data = body(text)
    assert [each.expected for each in found(data, "provinces-34")] == [right]
    assert errors(data) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với tỉnh Bắc Ninh, tỉnh Quảng Ninh và TP. Hồ Chí Minh.",
        "Theo Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND tỉnh Đồng Nai.",
        "Hợp nhất tỉnh Yên Bái và tỉnh Lào Cai; địa bàn tỉnh Bình Dương (cũ).",
        "Theo Nghị quyết số 12/2022/NQ-HĐND của HĐND tỉnh Bình Phước.",
        "Phường Hòa Bình, phường Yên Bái và tỉnh lộ 5.",
        "Trường Cao đẳng Nghề tỉnh Yên Bái phối hợp đào tạo.",
    ],
)
def test_a_province_rightly_named_passes(text):
    assert found(body(text), "provinces-34") == []


@pytest.mark.parametrize(
    ("date", "name", "right"),
    [
        ("ngày 02 tháng 3 năm 2026", "THÀNH PHỐ ĐỒNG NAI", "tỉnh Đồng Nai"),
        ("ngày 03 tháng 6 năm 2026", "TỈNH ĐỒNG NAI", "thành phố Đồng Nai"),
        ("ngày 21 tháng 9 năm 2026", "TỈNH BẮC NINH", "thành phố Bắc Ninh"),
        ("ngày 03 tháng 6 năm 2026", "TỈNH YÊN BÁI", "tỉnh Lào Cai"),
    ],
)
def test_a_province_wrong_in_the_head_is_an_error(date, name, right):
    data = planted(set_text("XÃ GIA KIỆM", name), set_text(DATE, f"Bắc Ninh, {date}"))
    told = [each for each in found(data, "provinces-34") if each.severity == "error"]
    assert [each.expected for each in told] == [right]


def test_a_kind_is_not_judged_where_the_day_is_blank_in_the_year_of_change():
    data = planted(
        set_text(DATE, "Gia Kiệm, ngày      tháng      năm 2026"), set_text(BODY, "Báo cáo UBND tỉnh Đồng Nai.")
    )
    assert found(data, "provinces-34") == []


# --- dackhu-13 ---------------------------------------------------------------------------------------------------


def test_a_special_zone_that_is_none_is_told_with_the_nearest():
    data = body("Phối hợp với UBND đặc khu Thổ Chu, tỉnh An Giang.")
    assert [each.expected for each in found(data, "dackhu-13")] == ["đặc khu Thổ Châu"]
    assert errors(data) == []


@pytest.mark.parametrize("text", ["UBND đặc khu Phú Quốc.", "Mô hình đặc khu Thâm Quyến.", "đặc khu kinh tế"])
def test_special_zones_rightly_named_pass(text):
    assert found(body(text), "dackhu-13") == []


# --- unit-exists -------------------------------------------------------------------------------------------------


def test_an_issuer_with_a_wrong_tone_mark_is_an_error():
    data = planted(set_text("XÃ GIA KIỆM", "XÃ GIA KIÊM"))
    assert "unit-exists" in errors(data)
    assert found(data, "unit-exists")[0].expected == "xã Gia Kiệm"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Phối hợp với UBND xã Gia Kiêm.", "xã Gia Kiệm"),
        ("Phối hợp với UBND xã Thiên Tân, tỉnh Lạng Sơn.", "xã Thiện Tân"),
        ("Phối hợp với UBND các phường: Long Khánh, Bình Lôc.", "phường Bình Lộc"),
        ("Phối hợp với UBND xã Hùng Tráng Mới.", "tên xã, phường theo danh mục của tỉnh"),
    ],
)
def test_a_unit_that_does_not_exist_is_told(text, right):
    data = body(text)
    assert [each.expected for each in found(data, "unit-exists")] == [right]
    assert errors(data) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với UBND xã Thống Nhất, phường Long Khánh.",
        "Đoàn công tác của xã Nhữ Khê, tỉnh Tuyên Quang.",
        "Đoàn công tác của phường Lê Chân (Hải Phòng).",
        "Địa bàn xã Gia Tân 1 (cũ).",
        "Trường Tiểu học xã Gia Tân Một.",
        "xã Gia Tân 3, huyện Thống Nhất",
        "UBND xã Chủ trì; xã Anh hùng; phường Văn minh đô thị; xã hội",
        "Sáp nhập xã Quang Trung Mới vào xã Gia Kiệm.",
    ],
)
def test_units_that_exist_or_existed_pass(text):
    assert found(body(text), "unit-exists") == []


def test_an_issuer_with_a_namesake_elsewhere_is_no_error():
    data = planted(set_text("XÃ GIA KIỆM", "XÃ THIỆN TÂN"))
    assert "error" not in severities(data, "unit-exists")


def test_a_unit_of_another_province_without_its_province_is_only_hinted_at():
    assert severities(body("Phối hợp với UBND xã Nhữ Khê."), "unit-exists") == ["info"]


def test_without_a_province_units_are_not_looked_up():
    data = planted(
        set_text("XÃ GIA KIỆM", "XÃ TÂN AN"),
        set_text(AFTER_CITATION, "Thực hiện chỉ đạo của cấp trên."),
        set_text(OPENING, "Ủy ban nhân dân xã ban hành Kế hoạch."),
        set_text("(Kèm theo", "(Kèm theo Kế hoạch số 114/KH-UBND)"),
    )
    assert state(data, "unit-exists") == "not_evaluated"


# --- unit-kind ---------------------------------------------------------------------------------------------------


def test_an_issuer_of_the_wrong_kind_is_an_error():
    data = planted(set_text("XÃ GIA KIỆM", "PHƯỜNG GIA KIỆM"))
    assert "error" in severities(data, "unit-kind")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Phối hợp với UBND xã Long Thành.", "phường Long Thành"),
        ("Phối hợp với UBND xã Lê Chân, thành phố Hải Phòng.", "phường Lê Chân"),
        ("Phối hợp với UBND phường Gia Kiệm.", "xã Gia Kiệm"),
        ("Phối hợp với UBND đặc khu Gia Kiệm.", "xã Gia Kiệm"),
    ],
)
def test_a_unit_called_by_another_kind_is_told(text, right):
    assert [each.expected for each in found(body(text), "unit-kind")] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với UBND phường Long Thành.",
        "Theo Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã Long Thành.",
        "UBND các xã, phường: Long Thành, Gia Kiệm.",
        "UBND xã Long Thành (cũ).",
    ],
)
def test_a_unit_called_by_its_kind_passes(text):
    assert found(body(text), "unit-kind") == []


def test_a_xa_of_before_its_change_is_still_one():
    data = planted(set_text(DATE, "Gia Kiệm, ngày 02 tháng 3 năm 2026"), set_text(BODY, "UBND xã Long Thành."))
    assert found(data, "unit-kind") == []


# --- other-unit --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức tuyên truyền trên địa bàn xã Thống Nhất.",
        "Ủy ban nhân dân xã Thống Nhất ban hành Kế hoạch triển khai thực hiện.",
        "UBND xã Thống Nhất yêu cầu các cơ quan, đơn vị thực hiện.",
        "Các cơ quan, đơn vị thuộc UBND xã Thống Nhất thực hiện.",
        "Tổ chức tuyên truyền trên địa bàn phường.",
        "Báo cáo UBND phường kết quả thực hiện.",
        "Tổ chức tuyên truyền trên địa bàn phường Lê Chân, thành phố Hải Phòng.",
    ],
)
def test_the_name_of_another_unit_where_the_paper_speaks_of_itself_is_told(text):
    data = body(text)
    assert severities(data, "other-unit") == ["warning"]
    assert errors(data) == []


def test_another_units_paper_in_the_line_of_an_annex_is_a_warning():
    data = planted(set_text("(Kèm theo", "(Kèm theo Kế hoạch số 25/KH-UBND của Ủy ban nhân dân xã Thống Nhất)"))
    assert severities(data, "other-unit") == ["warning"]


def test_another_unit_as_issuer_of_this_paper_in_the_line_of_the_annex_is_an_error():
    data = planted(set_text("(Kèm theo", "(Kèm theo Kế hoạch số 114/KH-UBND của Ủy ban nhân dân xã Thống Nhất)"))
    assert "error" in severities(data, "other-unit")


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với UBND xã Thống Nhất thực hiện.",
        "Tuyên truyền trên địa bàn xã Gia Kiệm.",
        "Theo Kế hoạch của UBND xã Thống Nhất về việc phối hợp trên địa bàn xã Thống Nhất.",
        "Phối hợp trên địa bàn xã, phường lân cận; UBND các phường giáp ranh.",
        "UBND phường, xã lân cận.",
        "Địa bàn xã Quang Trung (cũ) nay là xã Gia Kiệm.",
    ],
)
def test_other_units_named_for_a_reason_pass(text):
    assert found(body(text), "other-unit") == []
