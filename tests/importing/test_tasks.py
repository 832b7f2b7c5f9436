"""Which entries are tasks: under which headings, lead-ins, labels, closings, papers without sections."""

import pytest

from tests.importing.bodies import facts, rows


def wordings(*lines):
    return [each.wording for each in facts(*lines).tasks]


def test_purpose_requirements_targets_and_background_are_no_tasks():
    lines = (
        "**I. MỤC ĐÍCH, YÊU CẦU",
        "1. Nâng cao nhận thức của người dân.",
        "**II. MỤC TIÊU",
        "- Trên 90% hộ có nước sạch.",
        "**III. NHIỆM VỤ, GIẢI PHÁP",
        "**1. Truyền thông",
        "- Xây dựng chuyên mục trên báo.",
        "**2. Kiểm tra",
        "- Kiểm tra các trạm cấp nước.",
        "**IV. KINH PHÍ",
        "Kinh phí bố trí từ ngân sách địa phương.",
        "**V. TỔ CHỨC THỰC HIỆN",
        "**1. Sở Y tế",
        "Hướng dẫn lấy mẫu nước.",
    )
    assert wordings(*lines) == [
        "Xây dựng chuyên mục trên báo.",
        "Kiểm tra các trạm cấp nước.",
        "Hướng dẫn lấy mẫu nước.",
    ]


def test_goal_and_tasks_within_one_section_are_told_apart():
    lines = (
        "**I. MỤC TIÊU, NHIỆM VỤ",
        "**1. Chuyển đổi số",
        "**a) Mục tiêu",
        "- 100% xã có mạng cáp quang.",
        "**b) Nhiệm vụ",
        "- Kéo cáp đến các thôn.",
    )
    made = facts(*lines)
    assert [each.wording for each in made.tasks] == ["Kéo cáp đến các thôn."]
    assert [each.value for each in made.targets] == ["100"]


def test_a_heading_that_only_names_its_subject_is_under_tasks():
    lines = (
        "**II. NHIỆM VỤ",
        "**1. Đánh giá, xếp loại cán bộ",
        "- Lấy phiếu ý kiến.",
        "**2. Yêu cầu",
        "- Làm đúng luật.",
    )
    assert wordings(*lines) == ["Lấy phiếu ý kiến."]


def test_a_lead_in_is_no_task_and_its_items_are():
    lines = (
        "**I. NHIỆM VỤ",
        "- Trình HĐND tỉnh quyết định:",
        "+ Mức chi cho lớp học.",
        "+ Mức chi cho cán bộ.",
        "- Rà soát lớp học.",
    )
    assert wordings(*lines) == ["Mức chi cho lớp học.", "Mức chi cho cán bộ.", "Rà soát lớp học."]


def test_money_is_a_task_where_somebody_is_told_to_provide_it():
    lines = ("**III. KINH PHÍ", "1. Kinh phí lấy từ ngân sách.", "2. Các sở, ngành bố trí kinh phí trong dự toán.")
    assert wordings(*lines) == ["Các sở, ngành bố trí kinh phí trong dự toán."]


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là Kế hoạch trồng rừng./.",
        "Trong quá trình thực hiện nếu có vướng mắc, báo cáo Sở Y tế./.",
        "UBND tỉnh yêu cầu các sở, ngành nghiêm túc triển khai thực hiện Kế hoạch này./.",
        "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Kế hoạch này./.",
        "(Phân công theo Phụ lục kèm theo)",
    ],
)
def test_a_closing_is_no_task(closing):
    assert wordings("**I. NHIỆM VỤ", "- Trồng rừng.", closing) == ["Trồng rừng."]


def test_a_directive_without_sections_orders_in_its_numbered_paragraphs():
    lines = (
        "Thời gian qua, tình hình cháy rừng phức tạp. Chủ tịch UBND tỉnh yêu cầu:",
        "1. Sở Nông nghiệp và Môi trường chủ trì kiểm tra rừng.",
        "2. Giám đốc các sở:",
        "- Trực ban 24/24 giờ.",
        "- Báo cáo ngay khi có cháy.",
        "3. Chánh Văn phòng UBND tỉnh đôn đốc thực hiện Chỉ thị này./.",
    )
    made = facts(*lines)
    assert [each.lead for each in made.tasks] == [
        "Sở Nông nghiệp và Môi trường",
        "Giám đốc các sở",
        "Giám đốc các sở",
        "Chánh Văn phòng UBND tỉnh",
    ]


def test_a_letter_of_plain_paragraphs_orders_where_it_says_who():
    lines = (
        "UBND tỉnh nhận được Công văn số 5/BYT-KH.",
        "Giao Sở Y tế chủ trì rà soát thuốc.",
        "Nhận được văn bản, các đơn vị biết.",
    )
    assert wordings(*lines) == ["Giao Sở Y tế chủ trì rà soát thuốc."]


def test_a_numbered_paragraph_after_a_deeper_list_is_under_no_heading_of_its_own_rank():
    lines = (
        "**III. NHIỆM VỤ",
        "**1. Tuyên truyền",
        "**1.1. Công an tỉnh",
        "- Phát tờ rơi.",
        "1.2. Sở Y tế kiểm tra các trạm cấp cứu trên toàn tuyến quốc lộ, đường tỉnh và các điểm dừng nghỉ đông người.",
        "2. Các sở, ngành: Lồng ghép nội dung vào kế hoạch của mình và báo cáo kết quả về cơ quan thường trực.",
    )
    leads = [each.lead for each in facts(*lines).tasks]
    assert leads == ["Công an tỉnh", "Sở Y tế", "Các sở, ngành"]


def test_facts_on_lines_of_their_own_belong_to_the_task_before():
    lines = (
        "**II. NỘI DUNG",
        "1. Tổ chức hội nghị quán triệt cho cán bộ toàn xã, gồm trưởng thôn và bí thư chi bộ của tất cả các thôn.",
        "- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.",
        "- Đơn vị phối hợp: Văn phòng HĐND và UBND xã; các thôn.",
        "- Thời gian hoàn thành: Quý II/2026.",
        "- Sản phẩm: Báo cáo kết quả hội nghị.",
        "2. Số hóa hồ sơ hộ tịch của các năm trước, bảo đảm khớp đúng với bản giấy đang lưu tại kho của xã.",
        "- Chủ trì: Công chức tư pháp; phối hợp: Công an xã.",
        "- Địa điểm: Trụ sở xã.",
    )
    first, second = facts(*lines).tasks
    assert (first.lead, first.helpers) == ("Phòng Văn hóa - Xã hội", ("Văn phòng HĐND và UBND xã", "Các thôn"))
    assert (first.deadline, first.product) == ("Quý II/2026", "Báo cáo kết quả hội nghị")
    assert {each.field: each.how for each in first.read} == {
        "lead": "nhan", "helpers": "nhan", "deadline": "nhan", "product": "nhan",
    }  # fmt: skip
    assert (second.lead, second.helpers, second.deadline) == ("Công chức tư pháp", ("Công an xã",), "")


def test_a_heading_with_nothing_but_labels_is_the_task():
    lines = (
        "**II. NỘI DUNG",
        "**1. Lễ phát động",
        "- Chủ trì: Sở Y tế.",
        "- Thời gian: tháng 5/2026.",
        "**2. Hội thi",
        "- Chủ trì: Công an tỉnh.",
    )
    assert [(each.wording, each.lead) for each in facts(*lines).tasks] == [
        ("Lễ phát động", "Sở Y tế"),
        ("Hội thi", "Công an tỉnh"),
    ]


def test_a_fact_right_under_a_heading_is_that_of_all_tasks_under_it():
    lines = (
        "**II. NỘI DUNG",
        "**1. Truyền thông",
        "Đơn vị chủ trì: Sở Y tế.",
        "- Làm phim.",
        "- In tờ rơi.",
        "**2. Khác",
        "- Dọn.",
    )
    assert [each.lead for each in facts(*lines).tasks] == ["Sở Y tế", "Sở Y tế", ""]


def test_the_time_of_the_whole_plan_is_no_deadline_of_a_task():
    lines = ("**V. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế kiểm tra.", "2. Thời gian thực hiện Kế hoạch: đến hết năm 2030.")
    assert [each.deadline for each in facts(*lines).tasks] == [""]


def test_every_entry_has_a_role_once():
    made = rows("**I. NHIỆM VỤ", "- Một việc.", "- Chủ trì: Sở Y tế.", "Trên đây là Kế hoạch./.")
    assert [each.role for each in made] == ["heading", "task", "label"]
