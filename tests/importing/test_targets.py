"""Targets of sentences: number, bound, unit, name, year, scope; in words; and numbers that are none."""

import pytest

from kegen.plan.targets import state_target
from tests.importing.bodies import annex, facts

GOALS = "**II. CHỈ TIÊU"


def targets(*lines, heading=GOALS):
    return facts(heading, *lines).targets


@pytest.mark.parametrize(
    ("text", "comparison", "value", "unit"),
    [
        ("Trên 80% hộ dân dùng nước sạch.", ">=", "80", "%"),
        ("Tối thiểu 98% hồ sơ được trả đúng hạn.", ">=", "98", "%"),
        ("Tỷ lệ che phủ rừng đạt 62,5% trở lên.", ">=", "62,5", "%"),
        ("100% trường học có nhân viên y tế.", "=", "100", "%"),
        ("Tỷ lệ hộ nghèo dưới 3%.", "<=", "3", "%"),
        ("Giảm 10% số vụ tai nạn.", ">=", "10", "%"),
        ("Tỷ lệ trẻ suy dinh dưỡng không quá 8 %.", "<=", "8", "%"),
        ("Trồng ít nhất 500 ha rừng gỗ lớn.", ">=", "500", "ha"),
        ("Mỗi xã xây dựng ít nhất 01 mô hình điểm.", ">=", "01", "mô hình"),
        ("Mỗi năm tổ chức đấu giá từ 05 mỏ cát trở lên.", ">=", "05", "mỏ"),
        ("Thời gian họp không quá 1,5 ngày.", "<=", "1,5", "ngày"),
        ("Đến năm 2030 phấn đấu có 12 sản phẩm OCOP.", "=", "12", "sản phẩm"),
        ("Cuộc họp giao ban không quá ½ ngày.", "<=", "1/2", "ngày"),
        ("Cuộc họp tổng kết không quá 1½ ngày.", "<=", "1,5", "ngày"),
        ("Trồng ít nhất 1.250.000 cây xanh.", ">=", "1250000", "cây"),
    ],
)
def test_a_number_with_its_bound_and_unit(text, comparison, value, unit):
    (found,) = targets(f"- {text}")
    assert (found.comparison, found.value, found.unit) == (comparison, value, unit)
    assert found.name
    assert found.read[0].how == "cau"


def test_several_in_one_sentence_are_each_a_target_with_its_year():
    found = targets("- Tỷ lệ xã đạt chuẩn đạt 20% vào năm 2027, 50% vào năm 2030.")
    assert [(each.value, each.year) for each in found] == [("20", "2027"), ("50", "2030")]
    found = targets("- Đến năm 2030 đạt ít nhất 60% số xã không có tội phạm, riêng năm 2026 đạt ít nhất 25% số xã.")
    assert [(each.value, each.year) for each in found] == [("60", "2030"), ("25", "2026")]


def test_the_year_of_the_heading_is_that_of_its_targets_and_is_read_there():
    (found,) = targets("- Trên 70% chợ có hố rác.", heading="**II. CHỈ TIÊU ĐẾN NĂM 2030")
    assert found.year == "2030"
    assert {each.field: each.how for each in found.read}["year"] == "tieu-de"
    (yearly,) = targets("- Hằng năm, giảm 5% số vụ cháy.", heading="**II. CHỈ TIÊU ĐẾN NĂM 2030")
    assert yearly.year == ""


def test_the_year_before_a_list_is_that_of_all_that_is_listed():
    found = targets("- Phấn đấu trong năm 2026: Họp trực tuyến đạt 60%; giảm 10% số cuộc họp.")
    assert [each.year for each in found] == ["2026", "2026"]


def test_the_year_of_a_plan_that_is_cited_is_no_year_of_the_target():
    assert targets("- 100% việc giao theo Chương trình số 5/CTr-TU của Tỉnh ủy năm 2024 được làm xong.")[0].year == ""


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("90% hộ trên toàn tỉnh có nước sạch.", "toan-dia-ban"),
        ("100% hồ sơ trên địa bàn tỉnh được số hóa.", "chua-ro"),
        ("100% việc trong kế hoạch của tỉnh được làm xong.", "toan-dia-ban"),
        ("Ít nhất 50% số xã, phường không có ma túy.", "toan-dia-ban"),
        ("Mỗi đơn vị có ít nhất 02 sáng kiến.", "tung-don-vi"),
        ("100% xã, phường có trạm truyền thanh.", "tung-don-vi"),
        ("100% cơ quan, đơn vị trên địa bàn tỉnh họp trực tuyến.", "tung-don-vi"),
        ("Trên 95% hồ sơ được số hóa.", "chua-ro"),
        ("100% trường hợp vi phạm bị xử lý.", "chua-ro"),
        ("100% bản đồ được số hóa.", "chua-ro"),
        ("80% số thôn, bản có nhà văn hóa.", "chua-ro"),
        ("80% số thôn, bản trên toàn tỉnh có nhà văn hóa.", "toan-dia-ban"),
        ("Cập nhật 100% dữ liệu vào nền tảng số cấp tỉnh.", "toan-dia-ban"),
        ("Các sở, ban, ngành thực hiện giảm 10% số cuộc họp.", "tung-don-vi"),
        ("Sở Y tế thực hiện giảm 10% số cuộc họp.", "chua-ro"),
        ("Các xã, phường trồng ít nhất 500 ha rừng.", "chua-ro"),
        ("Cuộc họp chuyên đề không quá 1 ngày.", "tung-don-vi"),
        ("Thời gian xử lý trung bình không quá 3 ngày.", "chua-ro"),
    ],
)
def test_the_scope_is_read_where_words_say_it(text, scope):
    assert targets(f"- {text}")[0].scope == scope


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        ("**1. Chỉ tiêu chung toàn tỉnh", "toan-dia-ban"),
        ("**1. Đối với các xã, phường", "tung-don-vi"),
        ("**1. Chỉ tiêu của từng đơn vị", "tung-don-vi"),
        ("**1. Chỉ tiêu về môi trường", "chua-ro"),
    ],
)
def test_the_heading_says_of_whom_a_target_is_where_its_sentence_does_not(heading, scope):
    (found,) = targets(heading, "- Trên 90% chất thải được thu gom.")
    assert found.scope == scope


def test_a_share_that_a_group_is_ordered_to_reach_is_of_each_but_a_number_may_be_of_all():
    share, number = facts(
        "**II. NHIỆM VỤ", "**1. Các sở, ban, ngành", "- Giảm 10% số cuộc họp.", "- Trồng ít nhất 20 ha rừng."
    ).targets
    assert (share.scope, number.scope) == ("tung-don-vi", "chua-ro")
    (own,) = facts("**II. NHIỆM VỤ", "**1. Sở Y tế", "- Giảm 10% số cuộc họp.").targets
    assert own.scope == "chua-ro"


def test_a_number_is_not_taken_for_the_areas_because_the_sentence_before_speaks_of_the_area():
    made = facts("**II. NHIỆM VỤ", "- Đấu giá đất trên địa bàn tỉnh. Phấn đấu mỗi năm tổ chức ít nhất 05 phiên.")
    assert made.targets[0].scope == "chua-ro"
    assert [each.guess for each in made.asks if each.kind == "pham-vi"] == ["toan-dia-ban"]
    own = facts("**II. NHIỆM VỤ", "- Phấn đấu mỗi năm tổ chức ít nhất 05 phiên đấu giá trên địa bàn tỉnh.")
    assert own.targets[0].scope == "toan-dia-ban"


def test_a_scope_and_a_year_say_where_they_were_read():
    shared, each_unit, unclear = targets(
        "**I. CHỈ TIÊU ĐẾN NĂM 2030",
        "- 90% hộ trên toàn tỉnh có nước sạch.",
        "**1. Đối với các xã, phường",
        "- Năm 2027, trên 90% chất thải được thu gom.",
        "**2. Về y tế",
        "- 95% dân số có sổ sức khỏe.",
    )
    at = {name: each.place for name, each in (("shared", shared.read[0]), ("unit", each_unit.read[0]))}
    places = [{each.field: (each.how, each.place) for each in one.read} for one in (shared, each_unit, unclear)]
    assert places[0]["scope"] == ("cau", at["shared"])
    assert places[0]["year"][0] == places[1]["scope"][0] == places[2]["year"][0] == "tieu-de"
    assert places[1]["year"] == ("cau", at["unit"])
    assert places[0]["year"] == places[2]["year"] != places[1]["scope"]
    assert "scope" not in places[2]


def test_what_is_counted_has_its_verb_in_the_name():
    found = targets("- Mỗi xã phải có ít nhất 02 vườn ươm cây bản địa.")
    assert [each.name for each in found] == ["Mỗi xã phải có vườn ươm cây bản địa"]


def test_the_product_of_a_row_sets_the_targets_that_its_sentence_does_not():
    titles = ("TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm")
    row = ("1", "Thi đua trồng 90% cây đúng lịch", "Sở Xây dựng", "Mỗi xã có ít nhất 02 vườn ươm; 90% cây đúng lịch")
    made = facts("**II. NHIỆM VỤ", "1. Thi đua trồng 90% cây đúng lịch.", annexes=(annex(titles, row),))
    assert [(each.value, each.scope) for each in made.targets] == [("90", "chua-ro"), ("02", "tung-don-vi")]
    assert made.targets[1].read[0].place == "phụ lục 1, dòng 1, cột 4"


def test_a_number_too_long_to_be_one_is_no_target_and_the_order_stays():
    made = facts("**II. NHIỆM VỤ", "- Mỗi xã trồng ít nhất 12345678901 cây.")
    assert (len(made.tasks), made.targets) == (1, ())


def test_a_target_in_words_has_no_value_and_keeps_its_sentence():
    found = targets("- Trên 80% hộ có nước sạch.", "- Có trợ lý ảo phục vụ người dân.", "- Không có hồ sơ thất lạc.")
    assert [(each.value, each.words) for each in found[1:]] == [
        ("", "Có trợ lý ảo phục vụ người dân"),
        ("", "Không có hồ sơ thất lạc"),
    ]


def test_a_general_goal_is_no_target():
    lines = ("**1. Mục tiêu chung", "- Nâng cao đời sống nhân dân.", "**2. Mục tiêu cụ thể", "- 95% hộ có điện.")
    assert [each.value for each in targets(*lines, heading="**II. MỤC TIÊU")] == ["95"]


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai Nghị định số 118/2025/NĐ-CP ngày 09/6/2025.",
        "Năm 2025 đã trồng 300 ha rừng.",
        "Kinh phí thực hiện 500 triệu đồng.",
        "Gửi báo cáo trước ngày 15/6/2026.",
        "Trả kết quả chậm nhất sau 05 ngày làm việc.",
        "Hướng dẫn tại khoản 3 Điều 14.",
        "Thực hiện giai đoạn 2026 - 2030.",
        "Trực 24/24 giờ.",
        "Hỗ trợ tối đa 50% lãi suất.",
        "Nếu dưới 50% thành viên có mặt thì hoãn họp.",
    ],
)
def test_dates_numbers_of_documents_money_and_the_past_are_no_targets(text):
    assert facts("**II. NHIỆM VỤ", f"- {text}").targets == ()


def test_a_task_with_a_number_stays_a_task_and_sets_a_target():
    made = facts("**II. NHIỆM VỤ", "- Cấp mã định danh cho 100% thửa đất.")
    assert len(made.tasks) == len(made.targets) == 1
    assert made.targets[0].id == f"{made.tasks[0].id}-ct-1"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("90% trạm y tế và 100% kho thuốc được sửa.",
         ["Bảo đảm ít nhất 90% trạm y tế và 100% kho thuốc được sửa.", "Bảo đảm 100% kho thuốc được sửa."]),
        ("Dạy nghề cho người học tại 100% trường và 70% xưởng.",
         ["Dạy nghề cho người học tại trường: 100%.",
          "Dạy nghề cho người học tại 100% trường và xưởng: ít nhất 70%."]),
        ("Tỷ lệ họp trực tuyến đạt tối thiểu 60%.", ["Tỷ lệ họp trực tuyến: ít nhất 60%."]),
        ("Số cuộc họp trực tuyến chiếm ít nhất 60% tổng số cuộc họp.",
         ["Số cuộc họp trực tuyến chiếm tổng số cuộc họp: ít nhất 60%."]),
        ("Giảm 10% số cuộc họp.", ["Giảm số cuộc họp: ít nhất 10%."]),
    ],
)  # fmt: skip
def test_the_name_of_a_target_makes_a_sentence_with_its_figure(text, stated):
    assert [state_target(each) for each in targets(f"- {text}")] == stated


def test_a_long_name_is_whole():
    words = " ".join(["rất dài"] * 50)
    assert targets(f"- 90% số hộ {words} có nước sạch.")[0].name == f"số hộ {words} có nước sạch"
