"""The reader of cited documents."""

import pytest

from kegen.check.document_numbers import number_key
from kegen.check.paper import Paper
from kegen.dates import PlanDate
from kegen.docx.lengths import mm
from kegen.docx.model import (
    Document,
    Face,
    Margins,
    Page,
    PageNumbers,
    Paragraph,
    ParagraphFormat,
    Place,
    Run,
    Section,
)
from kegen.docx.read import read_document
from tests.check.good import good

TITLE = "chấn chỉnh lề lối làm việc, nâng cao hiệu quả hoạt động"
KL = f"Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về việc {TITLE}"
QD = f"Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện {KL}"
PAGE = Page(mm(210), mm(297), mm(20), mm(20), mm(30), mm(20))
SECTION = Section(PAGE, PageNumbers(), has_first_page=False, headers=Margins(), footers=Margins())


def cited(*texts):
    """Return the citations of paragraphs."""
    blocks = tuple(
        Paragraph(Place("p", i), (Run(text, Face()),), text, "", ParagraphFormat(), "Normal", Face(), 0, 1)
        for i, text in enumerate(texts)
    )
    return Paper(Document(blocks, (SECTION,), has_even_pages=False)).citations


def one(text):
    found = cited(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "number", "date", "issuer"),
    [
        ("theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
         "Nghị định", "30/2020/NĐ-CP", PlanDate(2020, 3, 5), "Chính phủ"),
        ("Chỉ thị 11-CT/TU ngày 04/01/2026 của Ban Thường vụ Tỉnh ủy", "Chỉ thị", "11-CT/TU", PlanDate(2026, 1, 4),
         "Ban Thường vụ Tỉnh ủy"),
        ("Nghị quyết số 57-NQ/TW", "Nghị quyết", "57-NQ/TW", None, ""),
        ("Chương trình số 65-CTr/TU", "Chương trình", "65-CTr/TU", None, ""),
        ("Công văn số 747/UBND-TH ngày 06/3/2026 của Chủ tịch Ủy ban nhân dân tỉnh về chấn chỉnh lề lối làm việc",
         "Công văn", "747/UBND-TH", PlanDate(2026, 3, 6), "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Luật Tổ chức chính quyền địa phương số 72/2025/QH15", "Luật", "72/2025/QH15", None, ""),
        ("Nghị quyết số 110/2023/QH15 ngày 29/11/2023 của Quốc hội khóa XV", "Nghị quyết", "110/2023/QH15",
         PlanDate(2023, 11, 29), "Quốc hội"),
        ("Kế hoạch số 170/KH-UBND ngày 02/5/2026 của Ủy ban nhân dân (UBND) tỉnh Lạng Sơn về thực hiện",
         "Kế hoạch", "170/KH-UBND", PlanDate(2026, 5, 2), "Ủy ban nhân dân (UBND) tỉnh Lạng Sơn"),
        ("Tờ trình số 12/TTr-SVHTTDL ngày 02/5/2026 của Sở Văn hóa, Thể thao và Du lịch về kinh phí",
         "Tờ trình", "12/TTr-SVHTTDL", PlanDate(2026, 5, 2), "Sở Văn hóa, Thể thao và Du lịch"),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII về đổi mới",
         "Nghị quyết", "18-NQ/TW", PlanDate(2017, 10, 25),
         "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII"),
        ("Kết luận số 137-KL/TW ngày 28/3/2025 của Bộ Chính trị, Ban Bí thư về Đề án sắp xếp", "Kết luận", "137-KL/TW",
         PlanDate(2025, 3, 28), "Bộ Chính trị, Ban Bí thư"),
        ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "Luật", "64/2025/QH15", None, ""),
        ("Pháp lệnh Cảnh vệ số 25/2005/PL-UBTVQH11", "Pháp lệnh", "25/2005/PL-UBTVQH11", None, ""),
        ("Quyết định số 5/QĐ-BNV của Bộ trưởng Bộ Nội vụ ngày 01/02/2026 về quy chế", "Quyết định", "5/QĐ-BNV",
         PlanDate(2026, 2, 1), "Bộ trưởng Bộ Nội vụ"),
    ],
)  # fmt: skip
def test_kind_number_date_and_issuer_are_read(text, kind, number, date, issuer):
    found = one(text)
    assert (found.kind, found.number, found.date, found.issuer) == (kind, number, date, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "camera số 1/A2",
        "năm 2026 - UBND xã",
        "trước ngày 31/3/2026",
        "giai đoạn 2026-2030",
        "1/2 ngày",
        "QCVN 06:2022/BXD",
        "lô 5/Khu A",
        "10-Đường Lê Lợi",
    ],
)
def test_what_is_no_citation_is_left_alone(text):
    assert cited(text) == ()


def test_a_document_in_the_title_of_another_knows_its_holder():
    parent = f"Thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của UBND tỉnh về triển khai thực hiện {QD}."
    outer, middle, inner = cited(parent)
    assert (outer.inside, middle.inside, inner.inside) == (None, outer, middle)
    assert outer.is_whole
    assert middle.is_whole
    assert inner.is_whole


def test_a_document_after_a_comma_stands_for_itself():
    first, inner, second = cited(
        f"Thực hiện {QD}, Kế hoạch số 144/KH-UBND ngày 21/4/2026 của UBND thành phố về việc đó."
    )
    assert (first.inside, inner.inside, second.inside) == (None, first, None)
    assert first.subject.endswith("nâng cao hiệu quả hoạt động")
    assert inner.end <= second.start


def test_a_short_name_goes_to_its_document_and_is_no_mention():
    whole, alias = cited(f"Thực hiện {KL} (sau đây gọi tắt là Kết luận số 226-KL/TW).")
    assert whole.short == "Kết luận số 226-KL/TW"
    assert alias.is_alias
    assert (
        one("Chỉ thị số 11-CT/TU ngày 04/01/2026 của Tỉnh ủy về đất đai (viết tắt là Chỉ thị 11)").short == "Chỉ thị 11"
    )


def test_the_kind_of_a_list_goes_for_all_of_it():
    found = cited("các Nghị định số 30/2020/NĐ-CP, số 09/2019/NĐ-CP và 42/2022/NĐ-CP")
    assert [each.kind for each in found] == ["Nghị định"] * 3
    said = [each.passage.line.text[each.start : each.end] for each in found]
    assert said == ["Nghị định số 30/2020/NĐ-CP", "09/2019/NĐ-CP", "42/2022/NĐ-CP"]


def test_what_follows_for_other_reasons_is_no_subject():
    assert one("Kế hoạch số 144/KH-UBND ngày 21/4/2026 của UBND thành phố xác định nhiệm vụ").subject == ""
    assert one("Quyết định số 534/QĐ-TTg được tổ chức thực hiện").subject == ""


def test_an_issuer_of_the_next_clause_is_not_taken():
    first, second = cited("tại Kết luận số 226-KL/TW, của Thủ tướng Chính phủ tại Quyết định số 534/QĐ-TTg")
    assert (first.issuer, second.issuer) == ("", "")


def test_a_blank_or_impossible_date_is_said_but_no_date():
    blank = one("Kế hoạch số 12/KH-UBND ngày .../5/2026 của UBND tỉnh về việc này")
    assert (bool(blank.date_text), blank.date) == (True, None)
    assert one("Kế hoạch số 12/KH-UBND ngày 31/4/2026").date is None


def test_typographic_dashes_are_read():
    assert one("Kết luận số 226\u2011KL/TW").key == number_key("226-KL/TW")


@pytest.mark.parametrize("number", ["226 -KL/TW", "226- KL/TW", "226/KL-TW", "226-K-L/TW", "226-KL/TƯ"])
def test_slips_of_the_signs_leave_a_number_what_it_is(number):
    found = one(f"Kết luận số {number} của Ban Bí thư")
    assert (found.number, found.key) == (number, number_key("226-KL/TW"))


def test_numbers_of_other_documents_stay_apart():
    numbers = ["12/KH-UBND", "12/KH-UBNDT", "1/2012/KH-UBND", "12/DA-UBND", "12/ĐA-UBND", "226-KL/TU", "226-KL/TW"]
    assert len({number_key(each) for each in numbers}) == len(numbers)


def test_the_number_of_the_paper_itself_is_no_citation():
    assert number_key("114/KH-UBND") not in {each.key for each in Paper(read_document(good())).citations}


def test_the_good_document_cites_these_documents():
    found = {each.key for each in Paper(read_document(good())).citations}
    numbers = ("176/KH-UBND", "534/QĐ-TTg", "226-KL/TW", "76/NQ-CP", "09/2019/NĐ-CP", "42/2022/NĐ-CP")
    assert found == {number_key(each) for each in numbers}
