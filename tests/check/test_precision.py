"""Words of right papers that look like faults: names, titles of people, signs; each beside one that is a fault."""

import copy

import pytest
from lxml import etree

from kegen.check.typos import typos_in
from kegen.gazetteer.units import units_of
from tests.check.good import W, find, found, planted, set_text, state
from tests.check.papers import decision, headed, letter, mid, par, told
from tests.docx_files.make import run, wrapped

TASK = "- Tổ chức quán triệt sâu sắc"


def says(rule, text):
    """Return what one rule says of a task with the words in it, once the paper is issued."""
    return [each.expected for each in found(planted(set_text(TASK, f"- Tổ chức {text}.")), rule, mode="issued")]


def below_addressee(paragraph):
    """Return a letter whose content begins with the paragraph."""
    return letter(addressee=mid("Kính gửi: Sở Nội vụ.", bold=False) + paragraph)


def slips(line):
    return [line[each.start : each.end] for each in next(typos_in([line]))]


# --- offices and those who lead them -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "theo đề nghị của Trưởng phòng Văn hóa - Xã hội và Phó Trưởng phòng Kinh tế",
        "họp với các trưởng phòng Tài chính, bộ phận dự phòng Y tế",
        "tập huấn cho cán bộ Y tế, các cơ sở Giáo dục mầm non, các chi hội Nông dân",
        "vận động tại 04 bản (Trung Tâm, Mường Lống 1) và thôn Trung Tâm",
        "giao ông Nguyễn Công An, bà Trần Thị Mai, đồng chí Văn Phòng phụ trách",
    ],
)
def test_titles_of_people_and_names_are_no_offices(text):
    assert says("cap-org", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("theo đề nghị của phòng Văn hóa - Xã hội", "Phòng Văn hóa"),
        ("báo cáo về bộ Y tế", "Bộ Y tế"),
        ("hồ sơ của sở Tài chính", "Sở Tài chính"),
        ("phối hợp với hội Nông dân xã", "Hội Nông dân"),
        ("giao Trung Tâm Y tế khu vực", "Trung tâm"),
        ("giao Chánh Văn Phòng chủ trì", "Văn phòng"),
        ("phối hợp với Bộ Công An", "Công an"),
    ],
)
def test_an_office_in_wrong_capitals_is_told(text, right):
    assert says("cap-org", text) == [right]


# --- words that are no slips -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["XÃ", "PHƯỜNG"])
def test_no_name_of_a_commune_is_a_slip_in_a_head_in_capitals(kind):
    provinces = ("Bắc Ninh", "Lào Cai", "Quảng Trị", "Thanh Hóa", "Hồ Chí Minh", "Đà Nẵng", "Vĩnh Long", "Ninh Bình")
    lines = [f"ỦY BAN NHÂN DÂN {kind} {unit.name.upper()}" for each in provinces for unit in units_of(each)]
    assert [line for line, own in zip(lines, typos_in(lines), strict=True) if own] == []


@pytest.mark.parametrize(
    "line",
    [
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ",
        "Tổ trưởng: ông Y Thanh Niê, buôn Ea Mhăh",
        "UBND xã La Êê đã hoàn thành, xã La Dêê còn chậm",
        "Nền đường Bn = 5,0 m; mặt đường Bm = 3,5 m",
    ],
)
def test_names_and_signs_are_no_slips(line):
    assert slips(line) == []


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("PHÒNG VĂN HÓA - XÃ HÔI", "XÃ HÔI"),
        ("ỦY BAN NHÂN DÂN TỈNH QUẢN TRỊ NỘI VỤ THAM MUƯ", "MUƯ"),
        ("Quỹ Phátt triển xã", "Phátt"),
        ("Các đơn vị thưcj hiện", "thưcj"),
    ],
)
def test_a_slip_beside_them_is_told(line, slip):
    assert slips(line) == [slip]


# --- numbers, kinds and short names ------------------------------------------------------------------------------


def test_a_share_written_with_a_stroke_is_no_blank_number():
    assert says("draft-mark", "nâng tỷ trọng kinh tế số/GRDP đạt 46%") == []
    assert says("draft-mark", "thực hiện theo Kế hoạch số /KH-UBND của Ủy ban nhân dân tỉnh") == ["điền đủ"]


def test_a_notice_of_a_conclusion_is_one_kind():
    assert says("cap-doc", "thực hiện Thông báo kết luận số 212/TB-VPCP của Văn phòng Chính phủ") == []
    assert says("cap-doc", "thực hiện kết luận số 226-KL/TW của Ban Bí thư") == ["Kết luận số 226-KL/TW"]


def test_the_city_in_short_is_no_city_of_a_province():
    assert says("two-tier", "báo cáo UBND TP.HCM, UBND TP. HCM") == []
    assert len(says("two-tier", "báo cáo UBND thành phố Thủ Đức")) == 1


def test_an_office_with_its_tone_mark_elsewhere_is_told_once():
    text = "giao Phòng Văn hóa - Xã hội, Phòng Văn hoá - Xã hội, Phòng Văn hóa - Xã hội thực hiện"
    assert says("office-spelling", text) == []
    assert len(says("tone-mixed", text)) == 1


# --- citations, deadlines, other units ---------------------------------------------------------------------------


def test_a_joint_circular_has_the_symbols_of_several_bodies():
    joint = (
        "Thông tư liên tịch số 01/2014/TTLT-BNV-BTC ngày 10/01/2014 của Bộ trưởng Bộ Nội vụ và Bộ trưởng Bộ Tài chính"
    )
    alone = "Thông tư số 01/2024/TT-BTC ngày 10/01/2024 của Bộ trưởng Bộ Nội vụ"
    assert says("cite-issuer", f"thực hiện {joint} hướng dẫn chế độ phụ cấp") == []
    assert says("cite-issuer", f"thực hiện {alone} hướng dẫn chế độ phụ cấp") == ["Bộ Tài chính"]


def test_two_documents_may_share_what_is_told_once():
    tail = "ngày 20/5/2026 của UBND tỉnh về điều chỉnh dự toán"
    assert says("cite-first", f"theo Báo cáo số 120/BC-UBND và Tờ trình số 45/TTr-UBND {tail}") == []
    assert len(says("cite-first", f"theo Báo cáo số 120/BC-SNV và Tờ trình số 45/TTr-UBND {tail}")) == 1
    assert len(says("cite-first", f"theo Báo cáo số 120/BC-UBND, đồng thời Tờ trình số 45/TTr-UBND {tail}")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("chi trả, hoàn thành việc hỗ trợ các đối tượng có quyết định trước ngày 31/12/2025", 0),
        ("kiểm tra các việc mà Đoàn kiểm tra yêu cầu hoàn thành trước ngày 30/4/2026", 0),
        ("chi trả, hoàn thành việc hỗ trợ các đối tượng trước ngày 31/12/2025", 1),
    ],
)
def test_the_day_of_another_thing_is_no_deadline(text, count):
    assert len(says("deadline-past", text)) == count


def test_neighbours_named_one_after_the_other_are_no_leftover():
    text = "UBND xã Thống Nhất, UBND xã Thiện Tân, UBND phường Long Khánh quản lý vùng giáp ranh"
    assert says("other-unit", text) == []
    assert len(says("other-unit", "thực hiện. UBND xã Thiện Tân quản lý địa bàn")) == 1


@pytest.mark.parametrize("name", ["Đông Hòa", "Định Công", "Ấm Thượng"])
def test_another_unit_is_named_by_its_name_with_whatever_letter_that_begins(name):
    assert says("other-unit", f"phối hợp với UBND phường {name} kiểm tra") == []
    assert len(says("other-unit", "phối hợp với UBND phường kiểm tra")) == 1


def test_a_numbered_heading_over_points_needs_no_stop():
    heading = "1. Đổi mới phương thức làm việc, đẩy mạnh cải cách hành chính và ứng dụng công nghệ thông tin"
    points = par("a) Rà soát hồ sơ, tài liệu đang lưu giữ tại các phòng, các đơn vị;") + par("b) Lập danh mục hồ sơ.")
    other = "Rà soát hồ sơ, tài liệu đang lưu giữ tại các phòng, các đơn vị thuộc Ủy ban nhân dân xã."
    others = "".join(par(f"{number}. {other}") for number in range(2, 7))
    assert told(below_addressee(par(heading) + points + others), "para-end") == []
    assert len(told(below_addressee(par(heading) + others), "para-end")) == 1


# --- looks for which the decree has no row -----------------------------------------------------------------------


def test_a_short_heading_in_italics_is_a_hint_and_a_whole_paragraph_a_warning():
    heading, whole = par("1.1. Sản xuất nông nghiệp", italic=True), par("Các thôn rà soát hồ sơ.", italic=True)
    severities = [[each.severity for each in found(below_addressee(one), "body-size")] for one in (heading, whole)]
    assert severities == [["info"], ["warning"]]


def test_headings_under_a_letter_need_no_capitals():
    parts = par("**A. NHIỆM VỤ**") + par("**I. Phát triển mạng lưới**") + par("**B. BÁO CÁO**")
    assert told(below_addressee(parts), "muc-style") == []
    assert told(below_addressee(par("**I. Phát triển mạng lưới**")), "muc-style") == ["tiêu đề mục chưa viết in hoa"]


def test_minutes_are_signed_by_who_chairs():
    assert "không thấy quyền hạn, chức vụ người ký" not in told(decision(signature=("CHỦ TRÌ",)), "components")


def under_the_annex(text):
    """Put a paragraph after the table of the annex."""

    def edit(root):
        table = list(root.iter(f"{W}tbl"))[-1]
        table.addnext(etree.fromstring(wrapped("w:p", run(text))))

    return edit


def with_a_table(closing):
    """Put other words in the place of the closing, and the table of the annex behind or before them."""

    def edit(root):
        end = find(root, "Ủy ban nhân dân xã yêu cầu")
        table = copy.deepcopy(list(root.iter(f"{W}tbl"))[-1])
        set_text("Ủy ban nhân dân xã yêu cầu", closing)(root)
        (end.addnext if closing.endswith(":") else end.addprevious)(table)

    return edit


@pytest.mark.parametrize(
    ("closing", "verdict", "count"),
    [("Các chỉ tiêu cụ thể như sau:", "not_evaluated", 0), ("Các cơ quan thực hiện.", "fail", 1)],
)
def test_content_that_ends_in_a_table_is_not_asked_for_the_closing_sign(closing, verdict, count):
    draft = planted(with_a_table(closing))
    assert (state(draft, "body-end"), len(found(draft, "body-end"))) == (verdict, count)


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("(Ký, ghi rõ họ tên)", 0),
        ("Tổng số: ….. người.", 0),
        ("Ghi chú: số liệu tính đến ngày 31/5/2026.", 0),
        ("Nguyễn Văn Mẫu", 0),
        ("Các phòng rà soát hồ sơ và báo cáo kết quả.", 1),
    ],
)
def test_forms_and_notes_at_the_end_of_an_annex_need_no_closing_sign(last, count):
    assert len(found(planted(under_the_annex(last)), "body-end")) == count


@pytest.mark.parametrize(
    ("base", "count"),
    [
        ("Căn cứ Nghị quyết Hội nghị viên chức, người lao động năm học 2025 - 2026.", 0),
        ("Căn cứ Nghị quyết của Hội đồng nhân dân xã về dự toán ngân sách năm 2026.", 1),
    ],
)
def test_a_meeting_of_staff_gives_its_resolution_no_number(base, count):
    assert len(told(decision(bases=(base,)), "cancu-full")) == count


# --- kinds that the decree does not list, or gives no title -------------------------------------------------------

ABOUT = "Việc chấp hành pháp luật"


@pytest.mark.parametrize("kind", ["KẾT LUẬN THANH TRA", "DANH SÁCH", "LỊCH TIẾP CÔNG DÂN", "GIẤY XÁC NHẬN", "THƯ CÔNG"])
@pytest.mark.parametrize("rule", ["components", "cv-subject", "kg-style", "misspelt", "kh-abbr"])
def test_a_kind_that_is_not_listed_is_no_letter(kind, rule):
    assert told(headed(kind, "KL-TTr", ABOUT), rule) == []


@pytest.mark.parametrize(
    ("kind", "symbol", "count"),
    [
        ("GIẤY GIỚI THIỆU", "GGT-TTr", 0),
        ("DANH SÁCH", "DS-TTr", 0),
        ("PHIẾU GỬI", "PG-TTr", 0),
        ("BÁO CÁO", "BC-TTr", 1),
    ],
)
def test_some_kinds_have_nothing_under_them(kind, symbol, count):
    assert told(headed(kind, symbol), "components").count("không thấy trích yếu dưới tên loại") == count


def test_a_letter_without_its_parts_is_still_one():
    assert len(told(letter(subject="", addressee=""), "cv-subject")) == 1


def test_the_code_of_a_kind_goes_on_with_its_title():
    assert told(headed("QUY CHẾ", "QCPH-TTr", "Phối hợp công tác giữa các phòng"), "kh-abbr") == []
    assert len(told(headed("QUY CHẾ", "QCPH-TTr", "Làm việc của Thanh tra tỉnh"), "kh-abbr")) == 1


def test_a_standing_deputy_of_a_council_is_a_hint():
    own = (
        ("TM. HỘI ĐỒNG", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    )
    papers = [headed("BÁO CÁO", "BC-TTr", ABOUT, signature=each) for each in own]
    assert [[each.severity for each in found(one, "sign-title-official")] for one in papers] == [["info"], ["warning"]]


def test_where_somebody_was_born_may_be_no_more():
    assert says("provinces-34", "ghi nơi sinh: tỉnh Nam Định; quê quán tỉnh Hà Nam") == []
    assert len(says("provinces-34", "báo cáo UBND tỉnh Nam Định")) == 1
