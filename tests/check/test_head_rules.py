"""Page, font, page numbers, the head of the document and its title."""

import unicodedata

import pytest

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    planted,
    set_paragraph,
    set_runs,
    set_text,
    state,
    text_of,
)

STATE, MOTTO = "CỘNG HÒA", "Độc lập"
BODY, NAME = "ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"
NUMBER, DATE = "Số:", "Gia Kiệm, ngày"
KIND, TITLE = "KẾ HOẠCH", "Triển khai thực hiện Quyết định"
TASK = "- Tổ chức quán triệt sâu sắc"
WORDS = "- Tổ chức quán triệt sâu sắc các nội dung được giao."


def margin(**edges):
    def edit(root):
        for element in root.iter(f"{W}pgMar"):
            for name, value in edges.items():
                element.set(f"{W}{name}", value)

    return edit


def line_length(name, share):
    """Make a drawn line longer or shorter."""

    def edit(root):
        for shape in root.iter():
            if shape.get("name") == name:
                holder = shape.getparent()
                for element in holder.iter():
                    if element.get("cx"):
                        element.set("cx", str(round(int(element.get("cx")) * share)))

    return edit


def drop_line(name):
    def edit(root):
        for drawing in list(root.iter(f"{W}drawing")):
            if any(each.get("name") == name for each in drawing.iter()):
                run = drawing.getparent()
                while run.tag != f"{W}r":
                    run = run.getparent()
                if run.getparent() is not None:
                    run.getparent().remove(run)

    return edit


def numbers(**facts):
    def edit(root):
        for element in root.iter(f"{W}pgNumType"):
            for name, value in facts.items():
                element.set(f"{W}{name}", value)

    return edit


def no_first_page(root):
    for element in list(root.iter(f"{W}titlePg"))[:1]:
        element.getparent().remove(element)


def lying(index):
    def edit(root):
        size = list(root.iter(f"{W}pgSz"))[index]
        width, height = size.get(f"{W}w"), size.get(f"{W}h")
        size.set(f"{W}w", height)
        size.set(f"{W}h", width)
        margins = list(root.iter(f"{W}pgMar"))[index]
        for name in ("top", "bottom", "left", "right"):
            margins.set(f"{W}{name}", "1134")

    return edit


def apart(root):
    for t in find(root, TASK).iter(f"{W}t"):
        t.text = unicodedata.normalize("NFD", t.text)


ERRORS = {
    "a wide left margin": ("margin-left", margin(left="2040")),
    "a narrow left margin": ("margin-left", margin(left="1440")),
    "a narrow top margin": ("margin-top", margin(top="850")),
    "a wide bottom margin": ("margin-bottom", margin(bottom="1700")),
    "a wide right margin": ("margin-right", margin(right="1440")),
    "a first page that lies": ("page-portrait", lying(0)),
    "another font": ("font-tnr", set_runs(TASK, rFonts="Arial")),
    "another font in the head": ("font-tnr", set_runs(STATE, rFonts="Cambria")),
    "another font in the annex": ("font-tnr", set_runs("STT", rFonts="Calibri")),
    "letters apart from their marks": ("font-unicode", apart),
    "a font of an old encoding": ("font-unicode", set_runs(TASK, rFonts=".VnTime")),
    "red letters": ("font-black", set_runs(TASK, color="FF0000")),
    "blue letters": ("font-black", set_runs(TASK, color="0563C1")),
    "letters on yellow": ("font-black", set_runs(TASK, highlight="yellow")),
    "Roman page numbers": ("pageno-format", numbers(fmt="upperRoman")),
    "numbers from 2": ("pageno-format", lambda root: next(root.iter(f"{W}pgNumType")).set(f"{W}start", "2")),
    "a number on the first page": ("pageno-first-hidden", no_first_page),
    "an annex whose pages go on": (
        "pageno-appendix",
        lambda root: list(root.iter(f"{W}pgNumType"))[-1].attrib.pop(f"{W}start"),
    ),
    "a slip in Quốc hiệu": ("qh-text", set_text(STATE, "CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM")),
    "Quốc hiệu of 14 pt": ("qh-style", set_runs(STATE, sz="28")),
    "Quốc hiệu not bold": ("qh-style", set_runs(STATE, b="0")),
    "Quốc hiệu in italics": ("qh-style", set_runs(STATE, i="1")),
    "a long dash in Tiêu ngữ": ("tn-text", set_text(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
    "Tiêu ngữ without blanks": ("tn-text", set_text(MOTTO, "Độc lập-Tự do-Hạnh phúc")),
    "small letters in Tiêu ngữ": ("tn-text", set_text(MOTTO, "Độc lập - tự do - hạnh phúc")),
    "Tiêu ngữ of 15 pt": ("tn-style", set_runs(MOTTO, sz="30")),
    "Tiêu ngữ not bold": ("tn-style", set_runs(MOTTO, b="0")),
    "Tiêu ngữ set left": ("tn-style", set_paragraph(MOTTO, "jc", val="left")),
    "no line under Tiêu ngữ": ("tn-line", drop_line("duong-ke-tieu-ngu")),
    "a short line under Tiêu ngữ": ("tn-line", line_length("duong-ke-tieu-ngu", 0.5)),
    "Quốc hiệu and Tiêu ngữ far apart": (
        "qh-tn-spacing",
        set_paragraph(MOTTO, "spacing", before="120", after="0", line="240", lineRule="auto"),
    ),
    "Tiêu ngữ in one line and a half": (
        "qh-tn-spacing",
        set_paragraph(MOTTO, "spacing", before="0", after="0", line="360", lineRule="auto"),
    ),
    "an issuer of 14 pt": ("cq-style", set_runs(NAME, sz="28")),
    "an issuer set left": ("cq-style", set_paragraph(NAME, "jc", val="left")),
    "no line under the issuer": ("cq-line", drop_line("duong-ke-co-quan")),
    "an issuer's lines far apart": (
        "cq-spacing",
        set_paragraph(NAME, "spacing", before="0", after="0", line="360", lineRule="auto"),
    ),
    "a number of one digit": ("so-zero", set_text(NUMBER, "Số: 5/KH-UBND")),
    "a number of letters": ("so-format", set_text(NUMBER, "Số: IV/KH-UBND")),
    "a number of 14 pt": ("so-style", set_runs(NUMBER, sz="28")),
    "a bold number": ("so-style", set_runs(NUMBER, b="1")),
    "a number in italics": ("so-style", set_runs(NUMBER, i="1")),
    "blanks in the symbol": ("so-separators", set_text(NUMBER, "Số: 114/KH - UBND")),
    "a long dash in the symbol": ("so-separators", set_text(NUMBER, "Số: 114/KH–UBND")),
    "the code of another kind": ("kh-abbr", set_text(NUMBER, "Số: 114/QĐ-UBND")),
    "no code of the kind": ("kh-abbr", set_text(NUMBER, "Số: 114/UBND-VP")),
    "the symbol of a department": ("cq-abbr", set_text(NUMBER, "Số: 114/KH-SNV")),
    "the place of another unit": ("dd-name-local", set_text(DATE, "Trảng Bom, ngày 03 tháng 6 năm 2026")),
    "no comma after the place": ("dd-date-full", set_text(DATE, "Gia Kiệm ngày 03 tháng 6 năm 2026")),
    "a day of one digit": ("dd-zero", set_text(DATE, "Gia Kiệm, ngày 3 tháng 6 năm 2026")),
    "an upright date": ("dd-style", set_runs(DATE, i="0")),
    "a bold date": ("dd-style", set_runs(DATE, b="1")),
    "a place in capitals": ("dd-style", set_text(DATE, "GIA KIỆM, ngày 03 tháng 6 năm 2026")),
    "a kind of 16 pt": ("type-style", set_runs(KIND, sz="32")),
    "a kind not bold": ("type-style", set_runs(KIND, b="0")),
    "a kind set left": ("type-style", set_paragraph(KIND, "jc", val="left")),
    "a title not bold": ("ty-style", set_runs(TITLE, b="0")),
    "a title of 12 pt": ("ty-style", set_runs(TITLE, sz="24")),
    "a title in italics": ("ty-style", set_runs(TITLE, i="1")),
    "no line under the title": ("ty-line", drop_line("duong-ke-trich-yeu")),
    "V/v under the kind": ("ty-no-vv", set_text(TITLE, "V/v triển khai công tác văn thư năm 2026")),
}


@pytest.mark.parametrize("what", ERRORS)
def test_one_fault_is_found_by_its_rule_and_no_other(what):
    rule, edit = ERRORS[what]
    assert errors(planted(edit)) == [rule]


WARNINGS = {
    "an abbreviated issuer": ("cq-name-full", set_text(BODY, "UBND")),
    "a long line under the issuer": ("cq-line", line_length("duong-ke-co-quan", 2)),
    "a long line under the title": ("ty-line", line_length("duong-ke-trich-yeu", 2.5)),
    "a month with a nought too many": ("dd-zero", set_text(DATE, "Gia Kiệm, ngày 03 tháng 06 năm 2026")),
    "sizes that do not go together": ("size-consistent", set_runs(MOTTO, sz="26")),
    "a title with a full stop": ("ty-no-period", set_text(TITLE, "Triển khai công tác văn thư năm 2026.")),
    "letters almost black": ("font-black", set_runs(TASK, color="0D0D0D")),
    "a cell too narrow": (
        "header-table",
        lambda root: [
            cell.set(f"{W}w", "4200")
            for cell in next(root.iter(f"{W}tbl")).iter(f"{W}tcW")
            if int(cell.get(f"{W}w")) > 5000
        ],
    ),
}


@pytest.mark.parametrize("what", WARNINGS)
def test_what_may_be_wrong_is_a_warning_and_no_error(what):
    rule, edit = WARNINGS[what]
    data = planted(edit)
    assert [each.severity for each in found(data, rule)][:1] == ["warning"]
    assert errors(data) == []


FINE = {
    "margins at their ends": margin(top="1134", bottom="1417", left="1984", right="850"),
    "margins a hair off, as Word stores them": margin(top="1133", bottom="1418", left="1701", right="851"),
    "HOÀ for HÒA": set_text(STATE, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "a line a little off": line_length("duong-ke-tieu-ngu", 1.08),
    "January with a nought": set_text(DATE, "Gia Kiệm, ngày 03 tháng 01 năm 2027"),
    "letters black by number": set_runs(TASK, color="000000"),
    "a number not given yet": set_text(NUMBER, "Số:         /KH-UBND"),
    "a date not given yet": set_text(DATE, "Gia Kiệm, ngày      tháng      năm 2026"),
}


@pytest.mark.parametrize("what", FINE)
def test_what_the_decree_allows_has_no_error(what):
    assert errors(planted(FINE[what])) == []


RULES = [
    *("page-a4", "page-portrait", "margin-top", "margin-bottom", "margin-left", "margin-right", "margin-landscape"),
    *("font-tnr", "font-unicode", "font-black", "size-consistent", "pageno-format", "pageno-place"),
    *("pageno-first-hidden", "pageno-appendix", "qh-text", "qh-style", "tn-text", "tn-style", "tn-line"),
    *("qh-tn-spacing", "cq-name-full", "cq-style", "cq-line", "cq-spacing", "so-format", "so-zero", "so-style"),
    *("so-separators", "kh-abbr", "cq-abbr", "dd-name-local", "dd-date-full", "dd-zero", "dd-style", "header-table"),
    *("type-style", "ty-style", "ty-line", "ty-no-vv", "ty-no-period"),
]


@pytest.mark.parametrize("rule", RULES)
def test_the_good_document_passes(rule):
    assert state(good(), rule) == "pass"


@pytest.mark.parametrize("rule", ["cq-parent", "cq-parent-style", "so-blank-draft"])
def test_a_rule_whose_subject_is_absent_does_not_apply(rule):
    assert state(good(), rule) == "not_applicable"


def test_what_no_file_can_tell_is_not_evaluated():
    assert state(good(), "so-restart") == "not_evaluated"
    assert state(good(), "dd-full-name") == "not_evaluated"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (set_text(NUMBER, "Số:         /KH-UBND"), "văn bản ban hành chưa có số"),
        (set_text(DATE, "Gia Kiệm, ngày      tháng      năm 2026"), "văn bản ban hành chưa đủ ngày, tháng, năm"),
    ],
)
def test_blanks_are_an_error_once_issued(edit, told):
    data = planted(edit)
    assert state(data, "so-blank-draft") == "not_applicable"
    assert [each.message for each in found(data, "so-blank-draft", mode="issued")] == [told]


def department(above, name):
    """Make the issuer a department under a body."""

    def edit(root):
        set_text(NAME, name)(root)
        set_text(BODY, above)(root)
        set_text(NUMBER, "Số: 114/KH-SNV")(root)
        set_text(DATE, "Đồng Nai, ngày 03 tháng 6 năm 2026")(root)

    return edit


def test_a_body_above_in_bold_is_told():
    data = planted(department("UBND THÀNH PHỐ ĐỒNG NAI", "SỞ NỘI VỤ"))
    assert [each.message for each in found(data, "cq-parent-style")] == ["tên cơ quan chủ quản in đậm"]
    light = planted(department("UBND THÀNH PHỐ ĐỒNG NAI", "SỞ NỘI VỤ"), set_runs("UBND THÀNH PHỐ", b="0"))
    assert state(light, "cq-parent-style") == "pass"
    assert state(light, "cq-parent") == "pass"


def test_a_body_above_without_its_place_is_told():
    data = planted(department("UBND TỈNH", "SỞ NỘI VỤ"), set_runs("UBND TỈNH", b="0"))
    assert state(data, "cq-parent") == "fail"


def test_a_department_under_nobody_is_told():
    def alone(root):
        department("X", "SỞ NỘI VỤ")(root)
        p = find(root, "X")
        p.getparent().remove(p)

    assert state(planted(alone), "cq-parent") == "fail"


@pytest.mark.parametrize(
    ("unit", "place", "verdict"),
    [
        ("PHƯỜNG LÊ CHÂN", "Lê Chân", "fail"),
        ("PHƯỜNG LÊ CHÂN", "Phường Lê Chân", "not_applicable"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "Hồ Chí Minh", "fail"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh", "not_applicable"),
        ("THÀNH PHỐ ĐỒNG NAI", "Đồng Nai", "pass"),
    ],
)
def test_a_place_named_after_a_person_keeps_its_unit_word(unit, place, verdict):
    data = planted(set_text(NAME, unit), set_text(DATE, f"{place}, ngày 03 tháng 6 năm 2026"))
    assert state(data, "dd-full-name") == verdict
    assert state(data, "dd-name-local") == "pass"


def test_a_page_number_in_the_foot_is_told():
    parts = [name for name in ("word/header1.xml", "word/header2.xml") if has_number(name)]
    assert parts, "the good draft has a header with a page number"
    off_centre = planted(set_header_alignment, part=parts[0])
    assert errors(off_centre) == ["pageno-place"]
    small = planted(small_number, part=parts[0])
    assert errors(small) == ["pageno-format"]


def has_number(part):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(good())) as z:
        return part in z.namelist() and b"PAGE" in z.read(part)


def set_header_alignment(root):
    for p in root.iter(f"{W}p"):
        set_paragraph(text_of(p), "jc", val="right")(root)


def small_number(root):
    for p in root.iter(f"{W}p"):
        set_runs(text_of(p), sz="20")(root)


def test_a_landscape_page_without_a_table_is_warned_of():
    def bare(root):
        tables = list(root.iter(f"{W}tbl"))
        tables[-1].getparent().remove(tables[-1])

    data = planted(bare)
    assert [each.severity for each in found(data, "page-portrait")] == ["warning"]


def test_a_landscape_page_with_narrow_margins_is_warned_of():
    def narrow(root):
        list(root.iter(f"{W}pgMar"))[-1].set(f"{W}bottom", "400")

    data = planted(narrow)
    assert [each.severity for each in found(data, "margin-landscape")] == ["warning"]
    assert errors(data) == []


def test_a_font_from_a_style_is_judged_like_one_of_the_run():
    def styled(root):
        for fonts in root.iter(f"{W}rFonts"):
            for name in ("ascii", "hAnsi"):
                fonts.set(f"{W}{name}", "Cambria")

    assert "font-tnr" in errors(planted(styled, part="word/styles.xml"))


UNDERSCORES = "_" * 26


@pytest.mark.parametrize(("row", "verdict"), [(UNDERSCORES, "pass"), ("-" * 40, "fail")])
def test_a_row_of_underscores_is_a_line_and_a_row_of_dashes_is_none(row, verdict):
    def typed(root):
        motto = find(root, MOTTO)
        below = motto.getnext()
        for run in list(below.iter(f"{W}r")):
            run.getparent().remove(run)
        run = below.makeelement(f"{W}r")
        text = run.makeelement(f"{W}t")
        text.text = row
        run.append(text)
        below.append(run)

    data = planted(typed, set_runs(row, sz="28"))
    assert state(data, "tn-line") == verdict


@pytest.mark.parametrize(
    ("unit", "place", "verdict"),
    [
        ("XÃ EA H’LEO", "Ea H'Leo", "pass"),
        ("XÃ M'ĐRẮK", "M’Đrắk", "pass"),
        ("XÃ EA H’LEO", "Ea H'Lêo", "fail"),
        ("XÃ GIA KIỆM", "Gia Kiêm", "fail"),
    ],
)
def test_a_place_is_compared_mark_by_mark_but_for_the_kind_of_apostrophe(unit, place, verdict):
    data = planted(set_text(NAME, unit), set_text(DATE, f"{place}, ngày 03 tháng 6 năm 2026"))
    assert state(data, "dd-name-local") == verdict


@pytest.mark.parametrize(("number", "verdict"), [("Số : 114/KH-UBND", "pass"), ("Số 114/KH-UBND", "fail")])
def test_the_number_wants_its_colon_wherever_it_stands(number, verdict):
    assert state(planted(set_text(NUMBER, number)), "so-format") == verdict


@pytest.mark.parametrize("font", ["Times New Roman Bold", "TimesNewRomanPSMT", "times new roman"])
def test_other_names_of_the_font_are_the_font(font):
    assert state(planted(set_runs(TASK, rFonts=font)), "font-tnr") == "pass"
