"""The number and its symbol, the place and the date, and the room they have."""

import copy

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    office,
    planted,
    set_paragraph,
    set_runs,
    set_text,
    state,
)

NAME, NUMBER, DATE = "XÃ GIA KIỆM", "Số:", "Gia Kiệm, ngày"
PROVINCE = "UBND THÀNH PHỐ ĐỒNG NAI"


def messages(data, rule, **how):
    return [each.message for each in found(data, rule, **how)]


# --- number and symbol -------------------------------------------------------------------------------------------


def numbered(text):
    return planted(set_text(NUMBER, text))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Số: 05/KH-UBND", []),
        ("Số: 1140/KH-UBND", []),
        ("Số: 114a/KH-UBND", []),
        ("Số:114/KH-UBND", []),
        ("Số:     /KH-UBND", []),
        ("Số: …../KH-UBND", []),
        ("Số: _____/KH-UBND", []),
        ("Số: 114/KH-UBND.VP", []),
        ("Số 114/KH-UBND", ["so-format"]),
        ("Số: XII/KH-UBND", ["so-format"]),
        ("Số: A12/KH-UBND", ["so-format"]),
        ("Số: 114/KH", ["cq-abbr", "so-format"]),
        ("Số: 114/2026/KH-UBND", ["so-format"]),
        ("Số: 114-KH/UBND", ["kh-abbr", "so-format"]),
        ("Số: 5/KH-UBND", ["so-zero"]),
        ("Số: 114 /KH-UBND", ["so-separators"]),
        ("Số: 114/ KH-UBND", ["so-separators"]),
        ("Số: 114/KH -UBND", ["so-separators"]),
        ("Số: 114/KH- UBND", ["so-separators"]),
        ("Số: 114/KH – UBND", ["so-separators"]),
        ("Số: 114/KH—UBND", ["so-separators"]),
        ("Số:     / KH-UBND", ["so-separators"]),
        ("SỐ: 114/KH-UBND", ["so-style"]),
        ("Số: 114/kh-UBND", ["so-style"]),
        ("Số: 114/KH-ubnd", ["cq-abbr", "so-style"]),
        ("Số: 114/TB-UBND", ["kh-abbr"]),
        ("Số: 114/KHUBND", ["kh-abbr", "so-format"]),
        ("Số: 114/KH-HĐND", ["cq-abbr"]),
        ("Số: 114/KH-CTUBND", []),
    ],
)
def test_each_way_of_writing_the_number(text, rules):
    assert errors(numbered(text)) == rules


def test_a_number_that_does_not_break_at_its_hyphen_is_right():
    assert errors(numbered("Số: 114/KH\u2011UBND")) == []


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("so-zero", "Số: 5/KH-UBND", "Số: 05/KH-UBND"),
        ("so-separators", "Số: 114/KH - UBND", "114/KH-UBND"),
        ("so-format", "Số: 114/2026/KH-UBND", "Số: 114/KH-UBND"),
        ("so-style", "SỐ: 114/KH-UBND", "Số: 114/KH-UBND"),
        ("kh-abbr", "Số: 114/TB-UBND", "/KH-…"),
    ],
)
def test_what_to_write_instead_is_told(rule, text, expected):
    (only,) = found(numbered(text), rule)
    assert only.expected == expected


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        ({"sz": "26"}, "pass"),
        ({"sz": "25"}, "fail"),
        ({"sz": "28"}, "fail"),
        ({"b": "1"}, "fail"),
        ({"i": "1"}, "fail"),
    ],
)
def test_the_number_is_of_13_upright_and_light(look, verdict):
    assert state(planted(set_runs(NUMBER, **look)), "so-style") == verdict


def test_the_number_is_centred_under_the_issuer():
    assert errors(planted(set_paragraph(NUMBER, "jc", val="left"))) == ["so-style"]


def kind(name, number):
    return planted(set_text("KẾ HOẠCH", name), set_text(NUMBER, number))


@pytest.mark.parametrize(
    ("name", "number", "verdict"),
    [
        ("THÔNG BÁO", "Số: 114/TB-UBND", "pass"),
        ("THÔNG BÁO", "Số: 114/KH-UBND", "fail"),
        ("TỜ TRÌNH", "Số: 114/TTr-UBND", "pass"),
        ("TỜ TRÌNH", "Số: 114/TT-UBND", "fail"),
        ("CHƯƠNG TRÌNH", "Số: 114/CTr-UBND", "pass"),
        ("CHƯƠNG TRÌNH", "Số: 114/CT-UBND", "fail"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/KH-UBND", "pass"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/KHPH-UBND", "pass"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/QĐ-UBND", "fail"),
    ],
)
def test_the_symbol_begins_with_the_code_of_the_kind(name, number, verdict):
    assert state(kind(name, number), "kh-abbr") == verdict


def test_the_code_of_a_kind_has_its_own_spelling():
    data = kind("TỜ TRÌNH", "Số: 114/TTR-UBND")
    assert [each.expected for each in found(data, "so-style")] == ["TTr"]
    assert state(data, "kh-abbr") == "pass"


def test_a_decision_that_may_be_a_normative_document_has_its_year():
    assert state(kind("QUYẾT ĐỊNH", "Số: 114/2026/QĐ-UBND"), "so-format") == "not_applicable"


def letter(number):
    """Make it a letter: no kind, its subject under the number."""

    def edit(root):
        for start in ("KẾ HOẠCH", "Triển khai thực hiện Quyết định"):
            p = find(root, start)
            p.getparent().remove(p)
        set_text(NUMBER, number)(root)
        subject = copy.deepcopy(find(root, NUMBER))
        find(root, NUMBER).addnext(subject)
        holder = etree.Element("holder")
        holder.append(copy.deepcopy(subject))
        set_text("Số", "V/v triển khai công tác văn thư")(holder)
        subject.getparent().replace(subject, holder[0])

    return planted(edit)


@pytest.mark.parametrize(("number", "verdict"), [("Số: 747/UBND-VP", "not_applicable"), ("Số: 747/CV-UBND", "fail")])
def test_a_letter_has_no_code_of_a_kind(number, verdict):
    assert state(letter(number), "kh-abbr") == verdict


@pytest.mark.parametrize(
    ("above", "name", "number", "verdict"),
    [
        (PROVINCE, "SỞ NỘI VỤ", "Số: 114/KH-SNV", "not_evaluated"),
        (PROVINCE, "SỞ NỘI VỤ", "Số: 114/KH-UBND", "fail"),
        (PROVINCE, "VĂN PHÒNG ỦY BAN NHÂN DÂN", "Số: 114/KH-UBND", "not_evaluated"),
        ("", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-UBND", "not_evaluated"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-HĐND", "pass"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-TT.HĐND", "pass"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-UBND", "fail"),
    ],
)
def test_the_symbol_ends_with_the_issuers_own_abbreviation(above, name, number, verdict):
    assert state(planted(office(above, name, number)), "cq-abbr") == verdict


def test_numbers_of_a_year_are_kept_in_a_register_not_in_a_file():
    assert state(good(), "so-restart") == "not_evaluated"


# --- place and date ----------------------------------------------------------------------------------------------


def dated(text):
    return planted(set_text(DATE, text))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Gia Kiệm, ngày 03 tháng 6 năm 2026", []),
        ("Xã Gia Kiệm, ngày 03 tháng 6 năm 2026", []),
        ("Gia Kiệm, ngày 10 tháng 12 năm 2026", []),
        ("Gia Kiệm, ngày 10 tháng 02 năm 2027", []),
        ("Gia Kiệm, ngày … tháng … năm 2026", []),
        ("Gia Kiệm, ngày ..... tháng 6 năm 20…", []),
        ("Gia Kiệm, ngày    tháng    năm 2026", []),
        ("Gia Kiệm, ngày 3 tháng 6 năm 2026", ["dd-zero"]),
        ("Gia Kiệm, ngày 03 tháng 2 năm 2027", ["dd-zero"]),
        ("Gia Kiệm ngày 03 tháng 6 năm 2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03/6/2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03-6-2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 31 tháng 6 năm 2026", ["date-exists"]),
        ("Gia Kiệm, ngày 03 tháng 13 năm 2026", ["date-exists"]),
        ("Gia Kiệm, ngày 03 tháng sáu năm 2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03 tháng 6 năm 26", ["dd-date-full"]),
        ("GIA KIỆM, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("gia Kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("Gia kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("xã Gia Kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("Gia Kiệm, ngày 03  tháng 6  năm 2026", []),
        ("Đồng Nai, ngày 03 tháng 6 năm 2026", ["dd-name-local"]),
        ("Gia Kiêm, ngày 03 tháng 6 năm 2026", ["dd-name-local"]),
        ("……, ngày 03 tháng 6 năm 2026", []),
    ],
)
def test_each_way_of_writing_place_and_date(text, rules):
    assert errors(dated(text)) == rules


def test_a_month_with_a_nought_too_many_is_a_warning_and_the_right_one_told():
    data = dated("Gia Kiệm, ngày 03 tháng 06 năm 2026")
    assert errors(data) == []
    assert [(each.severity, each.expected) for each in found(data, "dd-zero")] == [("warning", "tháng 6")]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("dd-date-full", "Gia Kiệm ngày 03 tháng 6 năm 2026", "Gia Kiệm, ngày 03 tháng 6 năm 2026"),
        ("dd-zero", "Gia Kiệm, ngày 3 tháng 6 năm 2026", "ngày 03"),
        ("dd-style", "GIA KIỆM, ngày 03 tháng 6 năm 2026", "Gia Kiệm"),
        ("dd-style", "xã Gia kiệm, ngày 03 tháng 6 năm 2026", "Xã Gia Kiệm"),
        ("dd-style", "đặc khu Gia Kiệm, ngày 03 tháng 6 năm 2026", "Đặc khu Gia Kiệm"),
        ("dd-name-local", "Đồng Nai, ngày 03 tháng 6 năm 2026", "Gia Kiệm"),
    ],
)
def test_the_right_place_and_date_are_told(rule, text, expected):
    (only,) = found(dated(text), rule)
    assert only.expected == expected


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        ({"sz": "26"}, "pass"),
        ({"sz": "28"}, "pass"),
        ({"sz": "24"}, "fail"),
        ({"sz": "30"}, "fail"),
        ({"i": "0"}, "fail"),
        ({"b": "1"}, "fail"),
    ],
)
def test_the_date_is_of_13_to_14_slanted_and_light(look, verdict):
    assert state(planted(set_runs(DATE, **look)), "dd-style") == verdict


def test_the_date_is_centred():
    assert errors(planted(set_paragraph(DATE, "jc", val="right"))) == ["dd-style"]


def test_a_date_in_another_row_than_the_number_is_a_warning():
    def lower(root):
        row = list(root.iter(f"{W}tr"))[1]
        below = copy.deepcopy(row)
        row.addnext(below)
        upper_left, upper_right = row.findall(f"{W}tc")
        lower_left = below.findall(f"{W}tc")[0]
        for cell in (upper_right, lower_left):
            for run in list(cell.iter(f"{W}r")):
                run.getparent().remove(run)
        assert upper_left is not None

    data = planted(lower)
    assert errors(data) == []
    assert messages(data, "dd-style") == ["địa danh và thời gian không cùng dòng với số, ký hiệu"]


@pytest.mark.parametrize(
    ("above", "name", "place", "verdict"),
    [
        ("UBND XÃ GIA KIỆM", "PHÒNG VĂN HÓA - XÃ HỘI", "Gia Kiệm", "pass"),
        ("UBND XÃ GIA KIỆM", "PHÒNG VĂN HÓA - XÃ HỘI", "Đồng Nai", "fail"),
        ("UBND TỈNH LÀO CAI", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Lào Cai", "pass"),
        ("UBND TỈNH LÀO CAI", "SỞ NỘI VỤ", "Yên Bái", "fail"),
        ("SỞ Y TẾ TỈNH LÀO CAI", "TRUNG TÂM Y TẾ KHU VỰC SA PA", "Sa Pa", "not_evaluated"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("", "LIÊN MINH HỢP TÁC XÃ TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("", "ỦY BAN NHÂN DÂN PHƯỜNG PHƯƠNG LIỄU", "Phương Liễu", "pass"),
        ("", "ỦY BAN NHÂN DÂN PHƯỜNG HỘI AN ĐÔNG", "Hội An Đông", "pass"),
        ("", "ỦY BAN NHÂN DÂN XÃ XÀ PHIÊN", "Xà Phiên", "pass"),
        ("", "ỦY BAN NHÂN DÂN XÃ GIA KIỆM, TỈNH ĐỒNG NAI", "Gia Kiệm", "pass"),
        ("", "BỘ TÀI CHÍNH", "Hà Nội", "not_evaluated"),
        ("", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ GIA KIỆM", "Gia Kiệm", "pass"),
    ],
)
def test_the_place_is_that_of_the_unit_the_issuer_names(above, name, place, verdict):
    assert state(planted(office(above, name, place=place)), "dd-name-local") == verdict


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("PHƯỜNG LÊ CHÂN", "Phường Lê Chân"),
        ("XÃ CƯ M’GAR", "Cư M’gar"),
        ("TỈNH ĐẮK LẮK", "Đắk Lắk"),
    ],
)
def test_the_right_place_is_told_as_the_date_line_names_it(name, expected):
    data = planted(office("", f"ỦY BAN NHÂN DÂN {name}", "Số: 114/KH-UBND"))
    assert [each.expected for each in found(data, "dd-name-local")] == [expected]


@pytest.mark.parametrize(
    ("unit", "place", "verdict"),
    [
        ("PHƯỜNG LÊ CHÂN", "Lê Chân", "fail"),
        ("PHƯỜNG LÊ CHÂN", "phường Lê Chân", "not_applicable"),
        ("PHƯỜNG 2 BẢO LỘC", "2 Bảo Lộc", "fail"),
        ("PHƯỜNG 2 BẢO LỘC", "Phường 2 Bảo Lộc", "not_applicable"),
        ("TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("XÃ GIA KIỆM", "Gia Kiệm", "not_evaluated"),
    ],
)
def test_the_place_keeps_its_unit_word_where_the_decree_says_so(unit, place, verdict):
    assert (
        state(planted(set_text(NAME, unit), set_text(DATE, f"{place}, ngày 03 tháng 6 năm 2026")), "dd-full-name")
        == verdict
    )


ISSUED = {"mode": "issued"}


@pytest.mark.parametrize(
    ("start", "text", "verdict"),
    [
        (NUMBER, "Số: 114/KH-UBND", "pass"),
        (NUMBER, "Số:      /KH-UBND", "fail"),
        (NUMBER, "Số: ……/KH-UBND", "fail"),
        (DATE, "Gia Kiệm, ngày    tháng 6 năm 2026", "fail"),
        (DATE, "Gia Kiệm, ngày 03 tháng … năm 2026", "fail"),
        (DATE, "Gia Kiệm, ngày 03 tháng 6 năm 20…", "fail"),
    ],
)
def test_a_paper_that_is_issued_has_its_number_and_date(start, text, verdict):
    data = planted(set_text(start, text))
    assert state(data, "so-blank-draft") == "not_applicable"
    assert state(data, "so-blank-draft", **ISSUED) == verdict
    assert ("so-blank-draft" in errors(data, **ISSUED)) is (verdict == "fail")


def test_a_date_that_does_not_exist_is_told_once_when_issued_too():
    assert errors(dated("Gia Kiệm, ngày 31 tháng 6 năm 2026"), **ISSUED) == ["date-exists"]


# --- the table ---------------------------------------------------------------------------------------------------


def cells(width):
    """Give the right cells of the header a width in twips."""

    def edit(root):
        for cell in next(root.iter(f"{W}tbl")).iter(f"{W}tcW"):
            if int(cell.get(f"{W}w")) > 5000:
                cell.set(f"{W}w", str(width))

    return edit


@pytest.mark.parametrize(
    ("width", "severities"), [(5868, []), (5670, []), (5200, ["warning"]), (3000, ["warning"] * 3)]
)
def test_a_line_wider_than_its_cell_is_a_warning(width, severities):
    data = planted(cells(width))
    assert [each.severity for each in found(data, "header-table")] == severities
    assert errors(data) == []
