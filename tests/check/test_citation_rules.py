"""Rules on cited documents: whole at first, short later, right and in accord."""

import pytest

from tests.check.good import errors, find, found, good, insert_after, planted, remove, report, set_text, state

RULES = [
    "cancu-full", "cancu-law", "cite-first", "cite-later", "cite-order", "cite-date-short",
    "cite-consistent", "cite-known", "cite-before-whole", "cite-symbol", "cite-dates-run", "date-exists",
]  # fmt: skip
LAST = "- Đề cao trách nhiệm của người đứng đầu"
PARENT = "Thực hiện Kế hoạch số 176/KH-UBND"
KL = "Kết luận số 226-KL/TW ngày {} của {} về việc {}"
TITLE = "chấn chỉnh lề lối làm việc, nâng cao hiệu quả hoạt động của hệ thống chính trị"
QD = "Quyết định số 534/QĐ-TTg ngày {} của {} về việc ban hành Kế hoạch thực hiện "
PLAN = (
    "Thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân thành phố Đồng Nai về triển khai thực hiện "
)


def opening(qd=("31/3/2026", "Thủ tướng Chính phủ"), kl=("11/12/2025", "Ban Bí thư", TITLE)):
    """Give the first sentence another date, body or title."""
    return set_text(PARENT, PLAN + QD.format(*qd) + KL.format(*kl) + ".")


def said(text):
    """Add a sentence to the body."""
    return insert_after(LAST, f"- {text}")


def based(text):
    """Put bases at the head of the content: the first sentence becomes them."""

    def edit(root):
        first = find(root, PARENT)
        insert_after(
            PARENT, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."
        )(root)
        set_text(PARENT, text)(root)
        assert first is not None

    return edit


@pytest.mark.parametrize("rule", RULES)
def test_the_good_document_passes(rule):
    assert state(good(), rule) in {"pass", "not_applicable"}


ERRORS = [
    (said("Thực hiện trước ngày 31/4/2026."), "date-exists"),
    (said("Thực hiện trước ngày 30 tháng 02 năm 2027."), "date-exists"),
    (said("Thực hiện trong tháng 13/2026."), "date-exists"),
    (opening(kl=("12/11/2025", "Ban Bí thư", TITLE)), "cite-known"),
    (opening(qd=("30/3/2026", "Thủ tướng Chính phủ")), "cite-known"),
    (opening(qd=("31/3/2026", "Chính phủ")), "cite-known"),
    (opening(kl=("11/12/2025", "Bộ Chính trị", TITLE)), "cite-known"),
    (opening(kl=("11/12/2025", "Ban Bí thư", "phát triển kinh tế biển xanh")), "cite-known"),
    (said("Thực hiện Công điện số 968/CD-TTg ngày 16/10/2023 của Thủ tướng Chính phủ về kỷ luật."), "cite-symbol"),
    (said("Thực hiện Kết luận số 227-K-L/TW ngày 12/12/2025 của Ban Bí thư về công tác này."), "cite-symbol"),
    (said("Thực hiện Quyết định số 968/CĐ-TTg ngày 16/10/2023 của Thủ tướng Chính phủ về kỷ luật."), "cite-symbol"),
    (said("Quán triệt Kết luận số 226/KL-TW của Ban Bí thư."), "cite-symbol"),
    (said("Quán triệt Quyết định số 534-QĐ/TTg của Thủ tướng Chính phủ."), "cite-symbol"),
    (said("Tiếp tục thực hiện Quyết định số 534/QĐ/TTg."), "cite-symbol"),
    (opening(qd=("31/3/2025", "Thủ tướng Chính phủ")), "cite-known"),
    (said(f"Quán triệt Kết luận số 262-KL/TW ngày 11/12/2025 của Ban Bí thư về việc {TITLE}."), "cite-known"),
    (said("Thực hiện Kế hoạch số 176/KH-UBND ngày 14/5/2026 của Ủy ban nhân dân thành phố."), "cite-consistent"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "rule"), ERRORS)
def test_what_is_surely_wrong_is_an_error_of_that_rule_alone(edit, rule):
    assert errors(planted(edit)) == [rule]


WARNINGS = [
    (said("Thực hiện Nghị định số 118/2025/NĐ-CP."), "cite-first"),
    (set_text(PARENT, f"Thực hiện {QD.format('31/3/2026', 'Thủ tướng Chính phủ')}Kết luận số 226-KL/TW."),
     "cite-first"),
    (said("Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ."), "cite-first"),
    (said("Tiếp tục thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân thành phố."), "cite-later"),
    (insert_after(PARENT, "Theo Nghị quyết số 76/NQ-CP, Ủy ban nhân dân xã làm như sau."), "cite-before-whole"),
    (said("Thực hiện Quyết định số 9/QĐ-UBND ngày 31/8/2026 của Ủy ban nhân dân thành phố về họp."), "cite-dates-run"),
    (said("Thực hiện Quyết định số 9/QĐ-UBND ngày 01/3/2026 của Ủy ban nhân dân thành phố về thực hiện Chỉ thị số"
          " 5/CT-UBND ngày 01/4/2026 của Chủ tịch Ủy ban nhân dân thành phố về họp."), "cite-dates-run"),
    (said("Thực hiện Quyết định số 866/QĐ-Tg ngày 18/7/2023 của Thủ tướng Chính phủ về khoáng sản."), "cite-symbol"),
    (said("Quán triệt Quyết định số 534/QĐ- TTg."), "cite-symbol"),
    (said("Quán triệt Quyết định số 534 ngày 31/3/2026 của Thủ tướng Chính phủ."), "cite-symbol"),
    (said("Tiếp tục thực hiện Kết luận số 12/TB-VPCP ngày 01/3/2026 của Văn phòng Chính phủ về họp."), "cite-symbol"),
    (said("Quán triệt Quyết định số 543/QĐ-TTg."), "cite-consistent"),
    (said("Theo Nghị định số 42/2023/NĐ-CP."), "cite-consistent"),
    (said("Quán triệt Quyết định số 534/QĐ-TTg ngày 31/3/2025 của Thủ tướng Chính phủ."), "cite-known"),
    (said("Thực hiện Kế hoạch số 176/KH-UBND ngày 04/5/2026 của Sở Nội vụ về việc này."), "cite-consistent"),
    (said("Thực hiện Kế hoạch số 177/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân thành phố Đồng Nai về triển khai thực"
          " hiện Quyết định số 534/QĐ-TTg."), "cite-consistent"),
    (based("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;"), "cancu-law"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "rule"), WARNINGS)
def test_what_may_be_meant_is_a_warning(edit, rule):
    assert [each.severity for each in found(planted(edit), rule)] == ["warning"]


NOTES = [
    (said("Theo Quyết định số 9/QĐ-UBND của Ủy ban nhân dân thành phố ngày 01/3/2026 về họp."), "cite-order"),
    (said("Theo Quyết định số 9/QĐ-UBND ngày 01 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố về họp."),
     "cite-date-short"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "rule"), NOTES)
def test_what_is_custom_only_is_no_fault(edit, rule):
    data = planted(edit)
    assert [each.severity for each in found(data, rule)] == ["info"]
    assert state(data, rule) == "pass"


def test_a_base_without_day_and_issuer_is_found():
    data = planted(based("Căn cứ Nghị định số 09/2019/NĐ-CP;"))
    assert [each.severity for each in found(data, "cancu-full")] == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Kế hoạch số 176/KH-UBND ngày ….../5/2026 của Ủy ban nhân dân thành phố Đồng Nai về triển khai;",
        "Căn cứ Quyết định số 534/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2026 về việc ban hành Kế hoạch;",
        "Căn cứ chức năng, nhiệm vụ được giao;",
    ],
)
def test_a_whole_base_passes(text):
    data = planted(based(text))
    assert found(data, "cancu-full") == found(data, "cancu-law") == []


@pytest.mark.parametrize(
    "text",
    [
        "Quán triệt Kết luận số 226-KL/TW của Ban Bí thư và Quyết định số 534/QĐ-TTg của Thủ tướng Chính phủ.",
        "Quán triệt Quyết định số 534/QĐ-TTg của Thủ tướng.",
        "Trên đây là Kế hoạch triển khai thực hiện Quyết định số 534/QĐ-TTg.",
        "Thực hiện Quyết định số 534/QĐ-TTg ngày 12/5/2017 của Thủ tướng Chính phủ về khai thác khoáng sản.",
        "Thực hiện Kế hoạch số 177/KH-UBND ngày 05/5/2026 của Ủy ban nhân dân thành phố về cải cách hành chính.",
        "QUÁN TRIỆT QUYẾT ĐỊNH SỐ 534/QĐ-TTG.",
        "Thực hiện Nghị định số 63/VBHN-VPCP ngày 02/3/2026 của Văn phòng Chính phủ về công tác văn thư.",
        "Xong trước ngày 29/02/2028, ngày 05/6 và ngày 10 tháng 12 hằng năm; họp không quá 1/2 ngày, tỷ lệ 24/24.",
        "Thực hiện Thông báo kết luận số 12/TB-VPCP ngày 01/3/2026 của Văn phòng Chính phủ về họp.",
        "Thực hiện Quy chế ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 01/3/2026 của Ủy ban nhân dân xã về họp.",
    ],
)
def test_usual_wordings_raise_no_alarm(text):
    assert [each for each in report(planted(said(text))).findings if each.rule in RULES] == []


def test_a_paper_that_cites_nothing_has_nothing_to_look_at():
    data = planted(remove("Thực hiện Kế hoạch số 176"), set_text("Triển khai thực hiện Quyết định", "Họp năm 2026"))
    assert found(data, "cite-known") == []


@pytest.mark.parametrize(
    "day",
    [
        "ngày 31/4",
        "ngày 30 tháng 02",
        "29/02/2027",
        "31 tháng 9 năm 2026",
        "15/13/2026",
        "ngày 29 tháng 02 năm 2027",
        "ngày 31-4-2026",
        "ngày 31.6.2026",
    ],
)
def test_a_day_that_no_calendar_has_is_found_however_it_is_written(day):
    assert len(found(planted(said(f"Xong trước {day}.")), "date-exists")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "trực mỗi ngày 24/24 giờ",
        "thời hạn 36 tháng 6 ngày",
        "tháng lương thứ 13",
        "1/2 ngày",
        "từ ngày 01 tháng 9 năm 1858",
        "ngày 29 tháng 02 năm 2028",
        "ngày 1.2",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text):
    assert found(planted(said(f"Bảo đảm {text}.")), "date-exists") == []


def test_the_papers_own_title_said_again_is_no_citation_at_length():
    title = f"Triển khai thực hiện {QD.format('31/3/2026', 'Thủ tướng Chính phủ')}Kết luận số 226-KL/TW"
    last = insert_after(LAST, f"- Trên đây là Kế hoạch {title[0].lower()}{title[1:]}.")
    data = planted(set_text("Triển khai thực hiện Quyết định", title), last)
    assert found(data, "cite-later") == []
