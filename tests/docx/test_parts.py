"""The parts of a document are found on any layout: cells, tabs, line breaks, nothing at all."""

import pytest
from tests.document.make import docx, p, run

from kegen.docx.find import find_parts
from kegen.docx.read import read_document
from tests.check.good import good, planted, set_runs

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
ITALIC = "<w:i/>"


def cell(*paragraphs):
    return f"<w:tc>{''.join(paragraphs) or p('')}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def bold(text, properties=CENTRE):
    return p(run(text, BOLD), properties=properties)


ISSUER = bold("ỦY BAN NHÂN DÂN") + bold("XÃ GIA KIỆM")
STATE = bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + bold("Độc lập - Tự do - Hạnh phúc")
NUMBER = p("Số: 12/KH-UBND", properties=CENTRE)
DATE = p(run("Gia Kiệm, ngày 05 tháng 3 năm 2026", ITALIC), properties=CENTRE)
TITLE = bold("KẾ HOẠCH") + bold("Triển khai công tác văn thư năm 2026")
BODY = (
    p("Thực hiện Nghị định số 30/2020/NĐ-CP, Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
    + bold("I. MỤC ĐÍCH")
    + p("- Làm tốt./.")
)
RECIPIENTS = "".join(map(p, ["Nơi nhận:", "- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, VP."]))
SIGNED = bold("TM. ỦY BAN NHÂN DÂN") + bold("CHỦ TỊCH") + p("") + bold("Nguyễn Văn An")
END = table(cell(RECIPIENTS) + cell(SIGNED))


def tabbed(left, right, look=""):
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{left}</w:t><w:tab/><w:t>{right}</w:t></w:r></w:p>"


HEADS = {
    "two cells": table(cell(ISSUER, NUMBER) + cell(STATE, DATE)),
    "two rows": table(cell(ISSUER) + cell(STATE), cell(NUMBER) + cell(DATE)),
    "an empty cell between": table(cell(ISSUER, NUMBER) + cell() + cell(STATE, DATE)),
    "tabs": tabbed("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD)
    + tabbed("XÃ GIA KIỆM", "Độc lập - Tự do - Hạnh phúc", BOLD)
    + tabbed("Số: 12/KH-UBND", "Gia Kiệm, ngày 05 tháng 3 năm 2026"),
    "line breaks": table(
        cell(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>XÃ GIA KIỆM</w:t></w:r></w:p>", NUMBER
        )
        + cell(STATE, DATE)
    ),
    "many blanks for a break": table(cell(bold("ỦY BAN NHÂN DÂN            XÃ GIA KIỆM"), NUMBER) + cell(STATE, DATE)),
    "one under the other": STATE + ISSUER + NUMBER + DATE,
    "a table in a content control": "<w:sdt><w:sdtContent>"
    + table(cell(ISSUER, NUMBER) + cell(STATE, DATE))
    + "</w:sdtContent></w:sdt>",
}


def parts(body):
    return find_parts(read_document(docx(body)))


def texts(lines):
    return [line.text for line in lines]


@pytest.mark.parametrize("layout", HEADS)
def test_the_head_is_found_with(layout):
    found = parts(HEADS[layout] + TITLE + BODY + END)
    assert texts(found.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"]
    assert found.parent == ()
    assert found.national_title.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert found.motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert found.number.text == "Số: 12/KH-UBND"
    assert found.place_and_date.text == "Gia Kiệm, ngày 05 tháng 3 năm 2026"
    assert found.kind_name == "KẾ HOẠCH"
    assert texts(found.title) == ["Triển khai công tác văn thư năm 2026"]


def tabbed_end():
    rows = [
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("- UBND tỉnh;", "CHỦ TỊCH"),
        ("- Các phòng;", " "),
        ("- Lưu: VT, VP.", "Nguyễn Văn An"),
    ]
    return "".join(tabbed(*row) for row in rows)


ENDS = {
    "two cells": END,
    "signature above": SIGNED + RECIPIENTS,
    "tabs": tabbed_end(),
    "a remark where the seal goes": table(
        cell(RECIPIENTS)
        + cell(bold("TM. ỦY BAN NHÂN DÂN"), bold("CHỦ TỊCH"), p("(Đã ký,"), p("đóng dấu)"), bold("Nguyễn Văn An"))
    ),
    "authority in small letters": table(
        cell(RECIPIENTS) + cell(bold("TM. Ủy ban nhân dân"), bold("Chủ tịch"), bold("Nguyễn Văn An"))
    ),
    "a name in capitals": table(
        cell(RECIPIENTS) + cell(bold("TM. ỦY BAN NHÂN DÂN"), bold("CHỦ TỊCH"), bold("NGUYỄN VĂN AN"))
    ),
}


@pytest.mark.parametrize("layout", ENDS)
def test_the_end_is_found_with(layout):
    found = parts(HEADS["two cells"] + TITLE + BODY + ENDS[layout])
    assert found.recipients_label.text == "Nơi nhận:"
    assert texts(found.recipients) == ["- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, VP."]
    assert [text.upper() for text in texts(found.signature)] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert found.name.text.upper() == "NGUYỄN VĂN AN"
    assert found.closing.text == "Làm tốt./."


def test_a_signature_without_recipients_is_found():
    found = parts(HEADS["two cells"] + TITLE + BODY + SIGNED)
    assert (texts(found.signature), found.name.text) == (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn An")
    assert found.recipients_label is None


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        (["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG"], ["UBND TỈNH LÀO CAI"], ["SỞ CÔNG THƯƠNG"]),
        (["UBND XÃ GIA KIỆM", "PHÒNG KINH TẾ"], ["UBND XÃ GIA KIỆM"], ["PHÒNG KINH TẾ"]),
        (["UBND TỈNH AN GIANG", "UBND XÃ MỸ ĐỨC"], ["UBND TỈNH AN GIANG"], ["UBND XÃ MỸ ĐỨC"]),
        (["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ"], [], ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ"]),
        (["ỦY BAN NHÂN DÂN TỈNH LÀO CAI"], [], ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI"]),
        (
            ["VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"],
            [],
            ["VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"],
        ),
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG", "TRƯƠNG QUANG TRỌNG"], [], ["ỦY BAN NHÂN DÂN", "PHƯỜNG", "TRƯƠNG QUANG TRỌNG"]),
        (["UBND XÃ GIA KIỆM", "TRƯỜNG MẦM NON"], ["UBND XÃ GIA KIỆM"], ["TRƯỜNG MẦM NON"]),
    ],
)
def test_the_body_above_is_told_from_the_issuer_whether_or_not_both_are_bold(lines, parent, issuer):
    head = table(cell(*map(bold, lines), NUMBER) + cell(STATE, DATE))
    found = parts(head + TITLE + BODY + END)
    assert (texts(found.parent), texts(found.issuer)) == (parent, issuer)


def test_a_line_that_is_not_bold_over_bold_ones_is_the_body_above():
    head = table(cell(p("TỔNG CÔNG TY A"), bold("XÍ NGHIỆP B"), NUMBER) + cell(STATE, DATE))
    assert texts(parts(head + TITLE + BODY + END).parent) == ["TỔNG CÔNG TY A"]


def test_a_letter_has_a_subject_under_its_number_and_an_addressee():
    head = table(cell(ISSUER, p("Số: 7/UBND-VP"), p("V/v rà soát các cuộc họp")) + cell(STATE, DATE))
    found = parts(head + p("Kính gửi: Các phòng.") + p("Ủy ban nhân dân xã yêu cầu như sau./.") + END)
    assert found.kind is None
    assert texts(found.letter_subject) == ["V/v rà soát các cuộc họp"]
    assert found.addressee.text == "Kính gửi: Các phòng."
    assert found.closing.text.endswith("./.")


def test_bases_are_told_from_the_rest():
    bases = "".join(map(p, ["Căn cứ Luật A ngày 16 tháng 6 năm 2025;", "Theo đề nghị của Văn phòng."]))
    found = parts(HEADS["two rows"] + TITLE + bases + BODY + END)
    assert [each.text[:7] for each in found.bases] == ["Căn cứ ", "Theo đề"]
    assert found.body[0].text.startswith("Thực hiện")


MARKS = {
    "Phần I": ("phan", "Phần I"),
    "Chương II. QUY ĐỊNH": ("chuong", "Chương II"),
    "Điều 1. Phạm vi": ("dieu", "Điều 1."),
    "IV. TỔ CHỨC": ("muc", "IV."),
    "I.MỤC ĐÍCH": ("muc", "I."),
    "2. Yêu cầu": ("khoan", "2."),
    "2.1. Về họp": ("tiet", "2.1."),
    "đ) Phòng Kinh tế": ("diem", "đ)"),
    "- Rà soát": ("gach", "-"),
    "– Rà soát": ("gach", "–"),
    "+ Rà soát": ("cong", "+"),
    "Rà soát": ("doan", ""),
    "15.000 đồng": ("doan", ""),
    "31/12/2026 là hạn": ("doan", ""),
    "Phần mềm dùng chung": ("doan", ""),
}


@pytest.mark.parametrize("text", MARKS)
def test_a_paragraph_is_what_its_mark_says(text):
    (item,) = parts(HEADS["two cells"] + TITLE + p(text) + END).body
    assert (item.rank, item.mark) == MARKS[text]


def test_a_title_over_several_lines_ends_where_the_content_begins():
    title = bold("KẾ HOẠCH") + bold("Triển khai Chỉ thị số 11-CT/TU") + bold("của Ban Thường vụ Tỉnh ủy") + p("")
    found = parts(HEADS["two cells"] + title + BODY + END)
    assert texts(found.title) == ["Triển khai Chỉ thị số 11-CT/TU", "của Ban Thường vụ Tỉnh ủy"]
    assert found.body[0].text.startswith("Thực hiện")


@pytest.mark.parametrize("label", ["Phụ lục", "Phụ lục I", "PHỤ LỤC 2", "Phụ lục số 01"])
def test_an_annex_begins_at_its_label(label):
    annex = (
        p(label, properties=CENTRE) + bold("BẢNG PHÂN CÔNG") + p("(Kèm theo Kế hoạch số 12/KH-UBND)", properties=CENTRE)
    )
    (found,) = parts(HEADS["two cells"] + TITLE + BODY + END + annex + p("Nội dung phụ lục")).annexes
    assert found.label.text == label
    assert texts(found.title) == ["BẢNG PHÂN CÔNG"]
    assert texts(found.reference) == ["(Kèm theo Kế hoạch số 12/KH-UBND)"]
    assert len(found.blocks) == 4


def test_a_sentence_about_an_annex_begins_none():
    assert parts(HEADS["two cells"] + TITLE + BODY + END + p("Phụ lục kèm theo gồm 03 trang")).annexes == ()


UNDER = {
    "underscores": (p("_______", properties=CENTRE), "underscores", True),
    "dashes": (p("-------", properties=CENTRE), "dashes", False),
    "a border": (p("", properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'), "border", True),
    "a dotted border": (p("", properties='<w:pBdr><w:bottom w:val="dotted"/></w:pBdr>'), "border", False),
}


@pytest.mark.parametrize("what", UNDER)
def test_what_is_drawn_under_the_motto_is_told(what):
    body, how, solid = UNDER[what]
    head = table(cell(ISSUER, NUMBER) + cell(STATE, body, DATE))
    found = parts(head + TITLE + BODY + END)
    assert [(each.how, each.solid) for each in found.under_motto] == [(how, solid)]
    assert found.under_issuer == ()


def test_underlined_words_are_no_drawn_line():
    state = bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p(
        run("Độc lập - Tự do - Hạnh phúc", '<w:b/><w:u w:val="single"/>')
    )
    found = parts(table(cell(ISSUER, NUMBER) + cell(state, DATE)) + TITLE + BODY + END)
    assert [each.how for each in found.under_motto] == ["underlined"]


def test_the_lines_of_a_draft_are_found_where_they_belong():
    found = find_parts(read_document(good()))
    for lines in (found.under_motto, found.under_issuer, found.under_title):
        assert [each.how for each in lines] == ["shape"]


def test_letters_without_marks_are_still_found():
    head = table(
        cell(bold("BO TAI CHINH"), p("So: 12/BTC-TCCB"))
        + cell(
            bold("CONG HOA XA HOI CHU NGHIA VIET NAM"),
            bold("Doc lap - Tu do - Hanh phuc"),
            p("Ha Noi, ngay 5 thang 3 nam 2026"),
        )
    )
    found = parts(
        head
        + p("Kinh gui: Bo Xay dung.")
        + p("De nghi./.")
        + table(cell(p("Noi nhan:"), p("- Nhu tren;")) + cell(bold("BO TRUONG"), bold("Nguyen Van A")))
    )
    assert found.motto is not None
    assert found.number.text == "So: 12/BTC-TCCB"
    assert found.recipients_label is not None
    assert found.name.text == "Nguyen Van A"


def test_the_name_of_an_office_is_no_number():
    found = parts(HEADS["two cells"] + TITLE + p("Sở Nội vụ/Sở Tài chính phối hợp.") + END)
    assert found.number.text == "Số: 12/KH-UBND"


def test_a_text_that_is_no_administrative_document_has_no_parts():
    found = parts(p("Một bài thơ") + p("Trời xanh mây trắng."))
    assert (found.kind, found.number, found.national_title, found.signature, found.annexes) == (
        None,
        None,
        None,
        (),
        (),
    )
    assert [each.text for each in found.body] == ["Một bài thơ", "Trời xanh mây trắng."]


def test_an_empty_file_has_no_parts():
    assert parts("").body == ()


def test_capitals_by_formatting_count_as_capitals():
    data = planted(set_runs("KẾ HOẠCH", caps="1"))
    assert find_parts(read_document(data)).kind_name == "KẾ HOẠCH"


def test_signs_of_no_width_part_no_words():
    (item,) = parts(HEADS["two cells"] + TITLE + p("- Rà\u200b soát\ufeff các cuộc họp.") + END).body
    assert item.text == "Rà soát các cuộc họp."


@pytest.mark.parametrize("kind", ["KẾ HOẠCH.", "KẾ HOẠCH:", "KẾ HOẠCH"])
def test_a_kind_is_found_with_a_stop_after_it(kind):
    title = bold(kind) + bold("Triển khai công tác văn thư năm 2026")
    assert parts(HEADS["two cells"] + title + BODY + END).kind is not None
