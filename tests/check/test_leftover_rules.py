"""What is left over in a text: places to be filled in."""

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.docx.read import read_document
from tests.check.good import errors, good, planted, set_text, state

BODY = "Phối hợp với Phòng Văn hóa - Xã hội"
RECIPIENT = "- Các thôn trên địa bàn xã"
RULE = "leftover-blank"

SURE = [
    "Giao […] chủ trì thực hiện.",
    "Giao [...] chủ trì thực hiện.",
    "Giao [tên đơn vị] chủ trì thực hiện.",
    "Tỷ lệ đạt xx% trở lên.",
    "Hoàn thành trong năm 20xx.",
    "Giao Phòng xxx chủ trì.",
    "Thời hạn hoàn thành: ???",
    "Giao {{ don_vi }} chủ trì.",
    "{% if co_phu_luc %}Có phụ lục kèm theo.",
    "Giao <tên cơ quan> chủ trì.",
    "Giao «Don_vi» chủ trì.",
    "Lorem ipsum dolor sit amet.",
    "Thực hiện theo Error! Reference source not found.",
    "Thực hiện theo Lỗi! Không tìm thấy nguồn tham chiếu.",
    "Click or tap here to enter text.",
    "Giao ...tên đơn vị... chủ trì thực hiện.",
    "Giao …(ghi rõ cơ quan)… chủ trì thực hiện.",
]
LIKELY = [
    "Giao Phòng ABC chủ trì.",
    "Căn cứ Kế hoạch số XX/KH-UBND.",
    "TODO: bổ sung số liệu.",
    "Chương trình <<Tết sum vầy>>.",
    "Giao Phòng XXX chủ trì.",
    "Giao [Phòng Kinh tế] chủ trì.",
    "Kinh phí 120 triệu đồng (kiểm tra lại).",
    "Kinh phí thực hiện (chờ số liệu của Phòng Kinh tế).",
    "Tổ chức tại xã A trong quý III.",
]
RIGHT = [
    "Nghị quyết Đại hội lần thứ XXX của Đảng bộ.",
    "Báo cáo số …… ngày …/…/2026 của Ủy ban nhân dân xã.",
    "Đạt từ 60% (< 80% và > 50%) trở lên.",
    "Gửi về hộp thư <vanphong@giakiem.gov.vn>.",
    "Đăng trên Facebook, Zalo,... và các trang khác.",
    "Phối hợp với xã A Lưới 1, thành phố Huế; xã Ea H’Leo.",
    "Ông Nguyễn Văn An chủ trì (nếu có).",
    "Chống «lợi ích nhóm»; theo tinh thần “đổi mới [...] hiệu quả” của Nghị quyết.",
    "Người dân cần gì??",
]


def body(text):
    return planted(set_text(BODY, text))


def severities(data, **how):
    return [each.severity for each in judge(Paper(read_document(data), **how), chosen([RULE])).findings]


def test_the_good_document_has_nothing_left_to_fill_in():
    assert state(good(), RULE) == "pass"
    assert severities(good(), mode="issued") == []


@pytest.mark.parametrize("text", SURE)
def test_a_place_to_fill_in_is_a_warning_in_a_draft_and_an_error_once_issued(text):
    data = body(text)
    assert set(severities(data)) == {"warning"}
    assert set(severities(data, mode="issued")) == {"error"}


@pytest.mark.parametrize("text", LIKELY)
def test_what_is_likely_a_place_to_fill_in_is_a_warning_in_either_mode(text):
    data = body(text)
    assert severities(data) == ["warning"]
    assert severities(data, mode="issued") == ["warning"]


@pytest.mark.parametrize("text", RIGHT)
def test_dots_signs_and_names_that_only_look_alike_pass(text):
    assert severities(body(text)) == []


def test_a_form_in_an_annex_is_never_an_error():
    data = planted(set_text("Hội nghị, tài liệu quán triệt", "[tên sản phẩm]"))
    assert severities(data, mode="issued") == ["warning"]


def test_nobody_as_signer_is_told_once():
    assert severities(planted(set_text("Nguyễn Văn An", "Nguyễn Văn A"))) == ["warning"]


def test_one_place_is_told_once():
    assert severities(planted(set_text(RECIPIENT, "- [tên đơn vị];"))) == ["warning"]


def test_places_to_fill_in_are_no_error_of_any_other_rule():
    assert errors(body("Giao [tên đơn vị] chủ trì, đạt xx%.")) == []
