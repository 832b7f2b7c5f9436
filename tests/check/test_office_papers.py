"""Papers as offices edit them: what is attached, references inside a paper, sums, counts, hours, addressees."""

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import chosen
from kegen.docx.read import read_document
from tests.check.papers import ARTICLES, decision, headed, left, letter, mid, par, told

CARRIED = "(Ban hành kèm theo Quyết định số 25/QĐ-UBND ngày 12/5/2026 của Ủy ban nhân dân xã Mẫu Sơn)"


def with_rules_attached(*lines, carried=CARRIED):
    """Return a decision that issues a Quy chế with these paragraphs."""
    head = mid("QUY CHẾ") + mid("Tiếp công dân của xã Mẫu Sơn") + mid(carried, bold=False, italic=True)
    return decision(attached=head + "".join(map(par, lines)))


def said(rule, *body):
    return told(letter(body=(*body, "Phòng Kinh tế báo cáo./.")), rule)


# --- what is attached ---------------------------------------------------------------------------------------------

CHAPTERS = (
    "**Điều 1. Phạm vi**",
    "1. Quy chế này quy định việc tiếp công dân.",
    "2. Quy chế này áp dụng đối với công chức.",
    "**Điều 2. Nguyên tắc**",
    "1. Chủ tịch tiếp công dân:",
    "a) Định kỳ;",
    "b) Đột xuất.",
    "2. Thực hiện theo khoản 2 Điều 1 Quy chế này./.",
)


def changed(index, line):
    return (*CHAPTERS[:index], line, *CHAPTERS[index + 1 :])


@pytest.mark.parametrize("rule", ["struct-plan", "diem-style", "ref-article"])
def test_a_right_attachment_is_not_told_of(rule):
    assert told(with_rules_attached(*CHAPTERS), rule) == []


@pytest.mark.parametrize(
    ("rule", "index", "line", "message"),
    [
        ("struct-plan", 3, "**Điều 3. Nguyên tắc**", "Điều 3 không theo thứ tự"),
        ("struct-plan", 2, "3. Quy chế này áp dụng đối với công chức.", "khoản 3. không theo thứ tự"),
        ("diem-style", 6, "c) Đột xuất.", "điểm c) không theo thứ tự"),
        (
            "ref-article",
            7,
            "2. Thực hiện theo khoản 3 Điều 1 Quy chế này./.",
            "nhắc đến “khoản 3 Điều 1 Quy chế này” mà Điều 1 không có khoản ấy",
        ),
        (
            "ref-article",
            7,
            "2. Thực hiện theo điểm c khoản 1 Điều 2 Quy chế này./.",
            "nhắc đến “điểm c khoản 1 Điều 2 Quy chế này” mà khoản 1 Điều 2 không có điểm ấy",
        ),
        (
            "ref-article",
            7,
            "2. Thực hiện theo Điều 9 của Quy chế này./.",
            "nhắc đến “Điều 9 của Quy chế này” mà văn bản không có điều ấy",
        ),
    ],
)
def test_the_numbers_of_an_attachment_are_followed(rule, index, line, message):
    assert told(with_rules_attached(*changed(index, line)), rule) == [message]


def test_the_article_of_the_decision_named_in_its_attachment_is_none_of_the_attachment():
    assert told(with_rules_attached(*changed(7, "2. Theo Điều 3 Quyết định này./.")), "ref-article") == []


def test_a_point_that_is_there_may_be_named():
    assert told(with_rules_attached(*changed(7, "2. Theo điểm b khoản 1 Điều 2 Quy chế này./.")), "ref-article") == []


def test_a_form_after_the_signature_is_no_attachment():
    assert told(with_rules_attached(*changed(3, "**Điều 3. Nguyên tắc**"), carried="Mẫu số 01"), "struct-plan") == []


# --- numbers and references ---------------------------------------------------------------------------------------


def test_a_quotation_that_nobody_closes_does_not_hide_the_numbers_after_it():
    assert said("struct-plan", "1. Phong trào “Ba không.", "2. Hai.", "4. Bốn.") == ["khoản 4. không theo thứ tự"]


def test_a_number_written_twice_is_one_fault():
    articles = (*ARTICLES[:2], "**Điều 2.** Hai nữa.", "**Điều 4.** Thi hành./.")
    assert told(decision(articles=articles), "struct-plan") == ["Điều 2 không theo thứ tự"]


LISTED = ("**Điều 1.** Thành lập Tổ công tác gồm:", "1. Ông A, Tổ trưởng;", "2. Bà B, Tổ phó.", ARTICLES[1])


@pytest.mark.parametrize(
    ("third", "count"),
    [
        ("Các thành viên có tên tại khoản 2 Điều 1 chịu trách nhiệm thi hành./.", 0),
        ("Các thành viên có tên tại khoản 4 Điều 1 chịu trách nhiệm thi hành./.", 1),
        ("Các thành viên có tên tại khoản 4 Điều 1 làm việc kiêm nhiệm./.", 1),
        ("Các thành viên có tên tại Điều 5 chịu trách nhiệm thi hành./.", 1),
        ("Thực hiện theo khoản 4 Điều 1 Nghị định số 30/2020/NĐ-CP./.", 0),
        ("Thực hiện theo quy định tại Điều 9 của Luật Lưu trữ./.", 0),
        ("Thực hiện theo Điều 5, Điều 6 Thể lệ cuộc thi./.", 0),
        ("Thực hiện theo Điều 8 và Điều 9 Bản thỏa thuận./.", 0),
        ("Sửa đổi, bổ sung Điều 9 như sau: “Điều 9. Hiệu lực”./.", 0),
    ],
)
def test_an_article_that_is_named_alone_is_of_the_paper_itself(third, count):
    articles = (*LISTED, f"**Điều 3.** {third}")
    assert len(told(decision(articles=articles), "ref-article")) == count


@pytest.mark.parametrize(
    ("reference", "count"),
    [
        ("khoản 4 Mục I Công văn này", 0),
        ("khoản 4 Mục I Kế hoạch này", 1),
        ("khoản 2 Mục I Kế hoạch này", 0),
        ("khoản 4 Mục I Kế hoạch số 12/KH-UBND", 0),
    ],
)
def test_a_khoan_of_a_section_is_there(reference, count):
    body = ("I. NHIỆM VỤ", "1. Một.", "2. Hai.", "II. THỰC HIỆN", f"1. Phòng Kinh tế thực hiện {reference}.")
    assert len(said("ref-article", *body)) == count


# --- sums and counts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kinh phí là 3.500 triệu đồng, trong đó: ngân sách tỉnh 2.000 triệu đồng, ngân sách xã 1.200 triệu đồng.", 1),
        ("Kinh phí là 3.200 triệu đồng, trong đó: ngân sách tỉnh 2.000 triệu đồng, ngân sách xã 1.200 triệu đồng.", 0),
        ("Kinh phí là 3.500 triệu đồng, trong đó ngân sách 2.000 triệu đồng, nguồn khác là phần còn lại.", 0),
        ("Xã có 1.250 hộ, trong đó 700 hộ khá, 380 hộ trung bình, 120 hộ nghèo.", 1),
        ("Xã có 1.250 hộ, trong đó 120 hộ nghèo, 90 hộ cận nghèo.", 0),
        ("Tổng số 25 người, gồm: 10 người là nữ, 20 người là đảng viên.", 0),
        ("Hỗ trợ 500 nghìn đồng/hộ, gồm 300 nghìn đồng/tháng và 100 nghìn đồng/quý.", 0),
    ],
)
def test_a_total_and_the_parts_told_after_it_agree(text, count):
    assert len(said("sums", text)) == count


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("2. Ngân sách xã: 1.600 triệu đồng.", 0),
        ("2. Ngân sách xã: 1.500 triệu đồng.", 1),
        ("2. Ngân sách xã: 1.500 triệu đồng, trong đó năm 2026 là 900 triệu đồng.", 0),
        ("2. Ngân sách xã: phần còn lại.", 0),
    ],
)
def test_a_total_and_the_list_under_it_agree(last, count):
    total = "Tổng vốn là 5.600 triệu đồng, gồm:"
    assert len(said("sums", total, "1. Ngân sách tỉnh: 4.000 triệu đồng.", last, "Các đơn vị thực hiện.")) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Trong 6 tháng cuối năm, tập trung 03 nhiệm vụ sau:", 1),
        ("Trong 6 tháng cuối năm, tập trung 02 nhiệm vụ sau:", 0),
        ("Thực hiện 05 mục tiêu lớn, 03 nhiệm vụ sau:", 0),
    ],
)
def test_a_length_of_time_beside_a_count_is_no_other_count(sentence, count):
    assert len(said("count-listed", sentence, "- Rà soát hồ sơ;", "- Báo cáo kết quả.")) == count


def test_the_closing_sign_makes_no_other_paragraph():
    text = "- Rà soát, tổng hợp, báo cáo kết quả thực hiện theo đúng quy định"
    assert len(told(letter(body=("Đề nghị:", f"{text}.", f"{text}./.")), "repeated-text")) == 1


# --- days and hours -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Họp thứ Tư, ngày 20/5/2026.", 0),
        ("Họp thứ Ba, ngày 20/5/2026.", 1),
        ("Họp ngày 24 tháng 5 năm 2026 (Chủ nhật).", 0),
        ("Họp ngày 24 tháng 5 năm 2026 (thứ Bảy).", 1),
        ("Họp sáng thứ 2 ngày 18/5/2026; lần thứ ba ngày 20/5/2026.", 0),
        ("Họp lúc 8 giờ 75 phút.", 1),
        ("Họp lúc 8 giờ 15 phút, trong 48 giờ, trước 16h30.", 0),
    ],
)
def test_days_of_the_week_and_hours_exist(text, count):
    assert len(said("date-exists", text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Trước ngày 01 tháng 7 năm 2025, tỉnh có 11 đơn vị hành chính cấp huyện.", 0),
        ("Tỉnh có 11 đơn vị hành chính cấp huyện.", 1),
    ],
)
def test_what_was_before_the_two_tiers_may_be_told(text, count):
    assert len(said("two-tier", text)) == count


@pytest.mark.parametrize(("text", "count"), [("tết Nguyên Đán", 1), ("tết Nguyên đán", 0), ("dịp Tết", 0)])
def test_a_feast_has_one_capital(text, count):
    assert len(said("cap-tet", f"Trực trong {text} năm 2026.")) == count


# --- addressees ---------------------------------------------------------------------------------------------------


def set_in(text):
    return left(text, 28).replace("<w:pPr>", '<w:pPr><w:ind w:left="1900"/>')


@pytest.mark.parametrize(
    ("first", "messages"),
    [("- Sở Nội vụ;", []), ("- Sở Nội vụ.", ["cuối dòng nơi nhận dưới “Kính gửi” không có dấu chấm phẩy"])],
)
def test_an_addressee_with_a_full_stop_does_not_end_the_list(first, messages):
    addressee = left("Kính gửi:", 28) + set_in(first) + set_in("- Sở Tài chính.")
    assert told(letter(addressee=addressee), "kg-style") == messages


def test_addressees_at_a_tab_stop_are_one_list():
    stop = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="3400"/></w:tabs>'
    lines = [left(each, 28).replace("<w:pPr>", stop) for each in ("Kính gửi:\tSở Nội vụ;", "\tSở Tài chính.")]
    assert told(letter(addressee="".join(lines)), "kg-style") == ["nơi nhận dưới “Kính gửi” không có gạch đầu dòng (-)"]


# --- ends of paragraphs, brackets ---------------------------------------------------------------------------------

ENTRIES = (
    "1. Thu gom rác tại 12 thôn, xong trước ngày 30/6/2026.",
    "2. Trồng 500 cây xanh dọc đường trục xã.",
    "3. Các thôn báo cáo kết quả trước ngày 10/7/2026.",
)


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ("2. Trồng 500 cây xanh dọc đường trục xã", 1),
        ("2. Trồng 500 cây xanh, tỷ lệ sống đạt 90%", 1),
        ("2. Trồng 500 cây xanh dọc đường trục xã (nếu có)", 1),
        ("2. Trồng 500 cây xanh dọc đường trục xã;", 0),
        ("**2. Trồng 500 cây xanh dọc đường trục xã**", 0),
        ("2. Trồng cây xanh", 0),
    ],
)
def test_an_entry_beside_others_with_marks_has_one(entry, count):
    assert len(said("para-end", ENTRIES[0], entry, ENTRIES[2])) == count


def test_an_entry_that_heads_others_needs_no_mark():
    assert said("para-end", ENTRIES[0], "2. Trồng 500 cây xanh dọc đường trục xã", "- Tháng 6.", "- Tháng 8.") == []


EFFECT = "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND ngày 05/5/2025 của xã"


@pytest.mark.parametrize(("third", "count"), [(EFFECT, 1), (f"{EFFECT}.", 0)])
def test_an_article_ends_with_a_mark(third, count):
    articles = (*ARTICLES[:2], f"**Điều 3.** {third}", "**Điều 4.** Các thành viên chịu trách nhiệm thi hành./.")
    assert len(told(decision(articles=articles), "para-end")) == count


def test_the_paragraphs_of_an_attachment_end_with_marks():
    lines = changed(2, CHAPTERS[2].rstrip("."))
    assert (len(told(with_rules_attached(*lines), "para-end")), told(with_rules_attached(*CHAPTERS), "para-end")) == (
        1,
        [],
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Báo cáo trước ngày 05/6) hằng năm.", 1),
        ("Báo cáo (trước ngày 05/6) hằng năm.", 0),
        ("Thực hiện a), b) và 1.a) như trên.", 0),
    ],
)
def test_a_day_before_a_closing_bracket_is_no_mark_of_a_list(text, count):
    assert len(said("brackets", text)) == count


@pytest.mark.parametrize(
    ("text", "count"), [("của Sở..", 1), ("tỉnh Lâm Đồng..", 1), ("phim, ảnh, v.v..", 0), ("v.v...", 0)]
)
def test_two_full_stops_at_the_end_are_one_too_many(text, count):
    assert len(said("punctuation", f"Công khai trên trang thông tin {text}")) == count


# --- other units --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule", "count"),
    [
        ("Bảo vệ môi trường trên địa bàn xã Thiện Tân.", "other-unit", 1),
        ("Đáp ứng yêu cầu phát triển trên địa bàn xã Thiện Tân.", "other-unit", 1),
        ("Sửa cầu trên địa bàn xã Thiện Tân.", "other-unit", 1),
        ("Hoàn thành chỉ tiêu của phường.", "other-unit", 1),
        ("Giao Ban Chỉ huy Quân sự phường chủ trì.", "other-unit", 1),
        ("Phối hợp với Công an phường lân cận.", "other-unit", 0),
        ("Giao Ban Chỉ huy Quân sự xã chủ trì.", "other-unit", 0),
        ("Quản lý thị trường ở huyện Lộc Bình.", "two-tier", 1),
        ("Khánh thành Trường Tiểu học huyện Lộc Bình.", "two-tier", 0),
        ("Nhiệm kỳ 2026 - 2031, UBND huyện Lộc Bình báo cáo.", "two-tier", 1),
        ("Nhiệm kỳ 2016 - 2021, UBND huyện Lộc Bình báo cáo.", "two-tier", 0),
    ],
)
def test_a_unit_left_over_is_told_and_a_works_or_a_term_that_was_is_not(text, rule, count):
    assert len(said(rule, text)) == count


# --- offices that are no more -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Giao Sở Kế hoạch và Đầu tư tham mưu.", ["Sở Tài chính"]),
        ("Báo cáo Bộ Lao động - Thương binh và Xã hội.", ["Bộ Nội vụ"]),
        ("Phối hợp với Sở TN&MT, Sở TN&MT.", ["Sở Nông nghiệp và Môi trường"]),
        ("Giao Sở Tài chính tham mưu.", []),
        ("Sở Kế hoạch và Đầu tư trước đây đã bàn giao hồ sơ.", []),
        ("Theo Công văn số 12/SKHĐT-TH ngày 05/6/2024 của Sở Kế hoạch và Đầu tư về một việc.", []),
    ],
)
def test_an_office_that_was_merged_into_another_is_told(text, right):
    paper = letter(body=(text, "Phòng Kinh tế báo cáo./."))
    findings = judge(Paper(read_document(paper), mode="issued"), chosen(["office-gone"])).findings
    assert [each.expected for each in findings] == right


# --- slips of figures and names in running text -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "count"),
    [
        ("date-exists", "Hoàn thành trong Quý V năm 2026.", 1),
        ("date-exists", "Hoàn thành trong Quý IV/2026.", 0),
        ("date-exists", "Báo cáo trước ngày 15/6/20226.", 1),
        ("date-exists", "Báo cáo trước ngày 15/6/2026, Công văn số 15/6/2026/CV.", 0),
        ("misspelt", "Ủy ban nhân dân xã xã Mẫu Sơn.", 1),
        ("misspelt", "Hợp tác xã xã Mẫu Sơn, nông thôn thôn Nà Mìu.", 0),
        ("punctuation", "Kinh phí 50.00.000 đồng.", 1),
        ("punctuation", "Kinh phí 50.000.000 đồng, tỷ lệ 1:500.", 0),
        ("punctuation", "Các phòng:Kinh tế triển khai.", 1),
        ("punctuation", "Các phòng: Kinh tế triển khai.", 0),
        ("sums", "Số tiền 150.000.000 đồng (Một trăm sáu mươi triệu đồng).", 1),
        ("sums", "Số tiền 150.000.000 đồng (bằng chữ: Một trăm năm mươi triệu đồng chẵn./.).", 0),
        ("sums", "Số tiền 1.205.040 đồng (Một triệu hai trăm lẻ năm nghìn không trăm bốn mươi đồng).", 0),
        ("sums", "Số tiền 150.000.000 đồng (năm nay chi một nửa, còn lại do xã vận động đóng góp bằng đồng).", 0),
        ("two-tier", "Triển khai tại 65 xã, phường, thị trấn.", 1),
        ("two-tier", "Thực hiện dân chủ ở xã, phường, thị trấn.", 0),
        ("two-tier", "Giao Phòng Tài nguyên và Môi trường thẩm định.", 1),
        ("cap-unit-plain", "Họp tại Hội trường UBND Xã Mẫu Sơn.", 1),
        ("cap-unit-plain", "Họp tại Hội trường UBND xã Mẫu Sơn.", 0),
    ],
)
def test_slips_of_figures_and_names(rule, text, count):
    assert len(said(rule, text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Giao Phòng Kinh tế - Hạ tầng và Đô thị; Phòng Kinh tế, Hạ tầng và Đô thị phối hợp.", 1),
        ("Giao Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Kinh tế, Phòng Văn hóa - Xã hội phối hợp.", 0),
    ],
)
def test_an_office_joined_by_a_comma_and_by_a_dash_is_one(text, count):
    assert len(said("office-spelling", text)) == count


@pytest.mark.parametrize(("word", "count"), [("Sửa đổi", 0), ("Thực hiện", 1)])
def test_what_a_title_changes_need_not_be_told_again(word, count):
    own = par("Quyết định số 45/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã còn hiệu lực.")
    paper = headed("BÁO CÁO", "BC-TTr", f"{word} Quy chế ban hành kèm theo Quyết định số 45/QĐ-UBND", own=(own,))
    assert len(told(paper, "cite-first")) == count
