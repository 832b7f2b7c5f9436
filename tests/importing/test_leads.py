"""Who leads and who helps: by heading, sentence, brackets, label; and who is not taken for either."""

import pytest

from kegen.importing.leads import heading_offices, helpers_in, leads_in
from tests.importing.bodies import facts


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán.", ("Sở Y tế",)),
        ("Giao Sở Xây dựng lập quy hoạch.", ("Sở Xây dựng",)),
        ("Giao cho Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công) tham mưu quy chế.",
         ("Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)",)),
        ("Đề nghị Tòa án nhân dân tỉnh phối hợp xét xử lưu động.", ("Tòa án nhân dân tỉnh",)),
        ("Các sở, ban, ngành và UBND các xã căn cứ nhiệm vụ xây dựng kế hoạch.", ("Các sở, ban, ngành", "UBND các xã")),
        ("Bộ Chỉ huy quân sự tỉnh chỉ đạo các đồn: Chủ trì tuần tra biên giới.", ("Bộ Chỉ huy quân sự tỉnh",)),
        ("Công an tỉnh: Xử lý xe quá tải.", ("Công an tỉnh",)),
        ("Đối với các phòng, đơn vị: Phân công người theo dõi.", ("Các phòng, đơn vị",)),
        ("Rà soát thuốc. Giao Sở Y tế chủ trì tổng hợp.", ("Sở Y tế",)),
        ("Việc thẩm định do Sở Tư pháp chủ trì.", ("Sở Tư pháp",)),
        ("Rà soát bến thủy (Sở Xây dựng chủ trì).", ("Sở Xây dựng",)),
    ],
)  # fmt: skip
def test_a_sentence_names_who_leads(text, leads):
    assert leads_in(text) == leads


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì, phối hợp với Sở Y tế lập dự toán.",
        "Kiểm tra, đôn đốc các sở, ban, ngành.",
        "Yêu cầu các đơn vị hoạt động khoáng sản lắp camera.",
        "Tăng cường phối hợp với Ủy ban Mặt trận Tổ quốc tỉnh.",
        "Tham mưu UBND tỉnh ban hành quy chế.",
        "Phòng, chống cháy rừng: tăng cường tuần tra.",
        "Triển khai Quyết định do Bộ Y tế ban hành.",
    ],
)
def test_a_sentence_that_names_none_gives_none(text):
    assert leads_in(text) == ()


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Giao Văn phòng Sở", ("Văn phòng Sở",)),
        ("Các sở, ban, ngành, địa phương", ("Các sở, ban, ngành, địa phương",)),
        ("Sở Tài chính chủ trì, phối hợp các sở, ban, ngành", ("Sở Tài chính",)),
        ("Trách nhiệm của Công an xã", ("Công an xã",)),
        ("Công tác tuyên truyền", ()),
        ("Phát huy vai trò của Mặt trận Tổ quốc", ()),
    ],
)
def test_a_heading_names_who_leads_what_stands_under_it(text, offices):
    assert heading_offices(text) == offices


@pytest.mark.parametrize(
    ("text", "helpers"),
    [
        (
            "Chủ trì, phối hợp với Thuế tỉnh, Sở Công Thương, Sở Xây dựng kiểm soát sản lượng.",
            ("Thuế tỉnh", "Sở Công Thương", "Sở Xây dựng"),
        ),
        ("Phối hợp chặt chẽ với các cơ quan liên quan trong việc thẩm định.", ("Các cơ quan liên quan",)),
        ("Phối hợp với phòng Quản lý đô thị trong việc cấp phép.", ("Phòng Quản lý đô thị",)),
        ("Phối hợp với cơ quan Thuế, Sở Y tế kiểm tra kho.", ("Cơ quan Thuế", "Sở Y tế")),
        ("Phối hợp với cơ quan để kiểm tra kho.", ()),
        ("Tổ chức phối hợp liên ngành.", ()),
        ("Nâng cao hiệu quả phối hợp giữa các lực lượng.", ()),
    ],
)
def test_those_one_works_with_help(text, helpers):
    assert helpers_in(text) == helpers


def test_each_value_keeps_where_and_how_it_was_read():
    lines = (
        "**II. TỔ CHỨC THỰC HIỆN", "**1. Sở Y tế", "- Lập danh mục thuốc trước ngày 30/9/2026.",
        "**2. Công tác khác", "- Công an tỉnh kiểm tra kho.", "- Vệ sinh môi trường.",
    )  # fmt: skip
    tasks = facts(*lines).tasks
    assert [(each.lead, each.read[0].how) for each in tasks] == [
        ("Sở Y tế", "tieu-de"),
        ("Công an tỉnh", "cau"),
        ("", "khong"),
    ]
    assert {each.field: each.how for each in tasks[0].read}["deadline"] == "cau"
    assert all(each.place for task in tasks for each in task.read)


def test_a_bare_lead_in_names_the_office_for_its_list():
    lines = (
        "**IV. TỔ CHỨC THỰC HIỆN",
        "- Sở Y tế:",
        "+ Cấp thuốc.",
        "- UBND các xã, phường:",
        "+ Lập danh sách.",
        "- Dọn vệ sinh.",
    )
    assert [each.lead for each in facts(*lines).tasks] == ["Sở Y tế", "UBND các xã, phường", ""]


def test_several_offices_are_lead_and_further_leads():
    task = facts("**I. NHIỆM VỤ", "**1. Sở Y tế, Sở Nội vụ", "- Xây dựng đề án.").tasks[0]
    assert (task.lead, task.also_lead) == ("Sở Y tế", ("Sở Nội vụ",))


def test_those_that_a_lead_in_works_with_help_in_all_that_it_opens():
    lines = (
        "**IV. TỔ CHỨC THỰC HIỆN",
        "**1. Sở Xây dựng",
        "- Phối hợp với Công an tỉnh, Sở Y tế kiểm tra:",
        "+ Kho hàng.",
        "+ Bến bãi.",
        "- Trồng cây.",
        "**2. Phối hợp với Thuế tỉnh trong thu phí",
        "- Lập sổ thu.",
    )
    assert [each.helpers for each in facts(*lines).tasks] == [("Công an tỉnh", "Sở Y tế")] * 2 + [()] * 2
