"""Heads, ends and contents of odd make are found as Word shows them, and what only looks like a part is none."""

import pytest

from kegen.docx.find import find_parts
from kegen.docx.lines import lines_of
from kegen.docx.read import read_document
from tests.docx_files.make import docx, p, run
from tests.docx_files.test_parts import BODY, CENTRE, DATE, END, ISSUER, NUMBER, RECIPIENTS, SIGNED, STATE, TITLE, bold

HEAD_LEFT = bold("UBND TỈNH LÀO CAI") + bold("SỞ CÔNG THƯƠNG") + p("Số: 25/SCT-VP", properties=CENTRE)
HEAD_RIGHT = STATE + p(run("Lào Cai, ngày 12 tháng 5 năm 2026", "<w:i/>"), properties=CENTRE)
TO = p("Kính gửi: Sở Nội vụ.", properties=CENTRE)
TEXT = p("Sở Công Thương tổ chức rà soát hồ sơ đang lưu giữ tại các phòng và giao nộp theo đúng thời hạn quy định.")
LIST = "".join(map(p, ["- Sở Nội vụ;", "- Sở Tài chính."]))


def cell(inside, width=0, span=1):
    own = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{inside or p('')}</w:tc>"


def table(*rows, grid=(), before=0):
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    skipped = f'<w:trPr><w:gridBefore w:val="{before}"/></w:trPr>' if before else ""
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{skipped}{row}</w:tr>' for row in rows)}</w:tbl>"


LETTER_HEAD = table(cell(HEAD_LEFT) + cell(HEAD_RIGHT))


def parts(body):
    return find_parts(read_document(docx(body)))


def texts(lines):
    return [line.text for line in lines]


def body_of(found):
    return [item.line.text for item in found.body]


# --- the head ends where the content begins ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "II. BÁO CÁO GỬI TRƯỚC NGÀY 20 THÁNG 5 NĂM 2026",
        "Thời gian: từ ngày 12 tháng 5 đến ngày 15 tháng 5 năm 2026.",
        "Hạn gửi ngày 20 tháng 5 năm 2026",
    ],
)
def test_a_line_under_the_addressee_is_no_line_of_place_and_date(line):
    found = parts(LETTER_HEAD + TO + p("Đoạn đầu ngắn.") + bold(line, "") + TEXT + END)
    assert found.place_and_date.text == "Lào Cai, ngày 12 tháng 5 năm 2026"
    assert "Đoạn đầu ngắn." in body_of(found)
    assert line in body_of(found)


def test_a_line_of_place_and_date_may_stand_under_the_table_of_the_head():
    head = table(cell(HEAD_LEFT) + cell(STATE)) + p("Lào Cai, ngày 12 tháng 5 năm 2026")
    assert parts(head + TO + TEXT + END).place_and_date.text == "Lào Cai, ngày 12 tháng 5 năm 2026"


def test_the_kind_of_what_comes_with_a_letter_is_not_the_letters():
    found = parts(LETTER_HEAD + TO + TEXT + END + bold("BÁO CÁO") + bold("Kết quả công tác văn thư") + TEXT)
    assert found.kind is None
    assert body_of(found)[-1].startswith("Sở Công Thương")


@pytest.mark.parametrize("kind", ["NGHỊ ĐỊNH", "THÔNG TƯ", "LUẬT", "PHÁP LỆNH"])
def test_the_kind_of_a_legal_normative_act_is_known(kind):
    title = bold(kind) + bold("Về công tác văn thư")
    found = parts(table(cell(ISSUER + NUMBER) + cell(STATE + DATE)) + title + bold("QUY ĐỊNH CHUNG") + BODY + END)
    assert found.kind_name == kind
    assert texts(found.title) == ["Về công tác văn thư"]


def test_the_line_that_names_the_carrying_paper_is_no_title():
    carrier = [
        run(text, "<w:i/>")
        for text in ("(Ban hành kèm theo Quyết định số /QĐ-UBND", "của Ủy ban nhân dân xã Gia Kiệm)")
    ]
    found = parts(TITLE + "".join(p(each, properties=CENTRE) for each in carrier) + TEXT)
    assert texts(found.title) == ["Triển khai công tác văn thư năm 2026"]
    assert body_of(found) == [
        "Sở Công Thương tổ chức rà soát hồ sơ đang lưu giữ tại các phòng và giao nộp theo đúng thời hạn quy định."
    ]


@pytest.mark.parametrize(
    "subject",
    [
        ["V/v mời họp ngày 20 tháng 5", "năm 2026"],
        ["V/v thực hiện Công điện số 3", "ngày 03 tháng 3 năm 2026"],
        ["Về việc báo cáo quý II năm 2026", "gửi ngày 20 tháng 6"],
    ],
)
def test_a_day_in_the_subject_of_a_letter_is_not_its_date(subject):
    left = HEAD_LEFT + "".join(p(each, properties=CENTRE) for each in subject)
    found = parts(table(cell(left) + cell(HEAD_RIGHT)) + TO + TEXT + END)
    assert found.place_and_date.text == "Lào Cai, ngày 12 tháng 5 năm 2026"
    assert texts(found.letter_subject) == subject


# --- tables of odd make ------------------------------------------------------------------------------------------

LEFT, RIGHT = ISSUER + NUMBER, STATE + DATE
ODD_HEADS = {
    "columns skipped before each row": table(
        cell(ISSUER, 3400) + cell(STATE, 5600), cell(NUMBER, 3400) + cell(DATE, 5600), grid=(108, 3400, 5600), before=1
    ),
    "a narrow empty column at the left": table(
        cell("", 100) + cell(LEFT, 3400) + cell(RIGHT, 5600), grid=(100, 3400, 5600)
    ),
    "a table within the only cell": table(cell(table(cell(LEFT) + cell(RIGHT), grid=(3400, 5600)) + p(""))),
    "the title in the last row": table(cell(LEFT) + cell(RIGHT), cell(TITLE, span=2), grid=(3400, 5600)),
}


@pytest.mark.parametrize("layout", ODD_HEADS)
def test_the_head_is_found_in(layout):
    title = "" if layout == "the title in the last row" else TITLE
    found = parts(ODD_HEADS[layout] + title + BODY + END)
    assert texts(found.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"]
    assert (found.number.side, found.place_and_date.side) == ("left", "right")
    assert texts(found.title) == ["Triển khai công tác văn thư năm 2026"]


def test_a_cell_alone_in_its_row_at_the_right_is_at_the_right():
    head = table(cell(LEFT, 3400) + cell(STATE, 5600), grid=(3400, 5600))
    lower = table(cell(DATE, 5600), grid=(3400, 5600), before=1)
    assert parts(head + lower + TITLE + BODY + END).place_and_date.side == "right"


ODD_ENDS = {
    "a table within the only cell": table(cell(table(cell(RECIPIENTS) + cell(SIGNED)) + p(""))),
    "a table within the right cell": table(cell(RECIPIENTS) + cell(table(cell(SIGNED)) + p(""))),
    "a table beside an empty cell": table(cell(table(cell(RECIPIENTS) + cell(SIGNED)) + p("")) + cell("")),
}


@pytest.mark.parametrize("layout", ODD_ENDS)
def test_the_signature_is_found_in(layout):
    found = parts(table(cell(LEFT) + cell(RIGHT)) + TITLE + BODY + ODD_ENDS[layout])
    assert texts(found.recipients) == ["- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, VP."]
    assert (texts(found.signature), found.name.text) == (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn An")


@pytest.mark.parametrize("name", ["Nơi nhận hồ sơ", "Nơi nhận kết quả"])
def test_a_column_whose_name_only_begins_so_is_no_list_of_recipients(name):
    data = table(cell(p("TT")) + cell(p(name)), cell(p("1")) + cell(p("Sở Nội vụ")))
    found = parts(table(cell(LEFT) + cell(RIGHT)) + TITLE + BODY + data + END)
    assert texts(found.recipients) == ["- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, VP."]
    assert len(found.tables) == 1


def test_minutes_are_signed_by_chair_and_secretary():
    signed = table(cell(bold("THƯ KÝ") + bold("Trần Văn Ba")) + cell(bold("CHỦ TỌA") + p("") + bold("Nguyễn Văn An")))
    found = parts(table(cell(LEFT) + cell(RIGHT)) + bold("BIÊN BẢN") + BODY + signed + RECIPIENTS)
    assert texts(found.signature)[:1] == ["THƯ KÝ"]
    assert body_of(found)[-1] == "- Làm tốt./."


# --- whom a letter goes to ---------------------------------------------------------------------------------------

SET_IN = '<w:ind w:left="2500"/>'
BREAKS = "<w:p><w:r><w:t>Kính gửi:</w:t><w:br/><w:t>- Sở Nội vụ;</w:t><w:br/><w:t>- Sở Tài chính.</w:t></w:r></w:p>"
ADDRESSED = {
    "a list": p("Kính gửi:") + LIST,
    "a list that begins on the line": p("Kính gửi: - Sở Y tế;") + LIST,
    "line breaks": BREAKS,
    "a table": table(cell(p("Kính gửi:")) + cell(LIST)),
    "no marks, in the middle": p("Kính gửi:")
    + p("Sở Nội vụ;", properties=CENTRE)
    + p("Sở Tài chính.", properties=CENTRE),
    "no marks, set in": p("Kính gửi:") + p("Sở Nội vụ;", properties=SET_IN) + p("Sở Tài chính.", properties=SET_IN),
    "a blank line between": p("Kính gửi:") + p("") + LIST,
}


@pytest.mark.parametrize("layout", ADDRESSED)
def test_addressees_are_no_paragraphs_of_the_content_in(layout):
    found = parts(LETTER_HEAD + ADDRESSED[layout] + TEXT + END)
    assert [each.strip("- ;.") for each in texts(found.addressees)] == ["Sở Nội vụ", "Sở Tài chính"]
    assert [each for each in body_of(found) if not each.startswith("Kính gửi")] == [
        "Sở Công Thương tổ chức rà soát hồ sơ đang lưu giữ tại các phòng và giao nộp theo đúng thời hạn quy định."
    ]


@pytest.mark.parametrize("text", ["- Rà soát hồ sơ;", "Rà soát hồ sơ đang lưu giữ."])
def test_what_stands_under_an_ended_list_is_content(text):
    assert text in body_of(parts(LETTER_HEAD + p("Kính gửi: Sở Nội vụ.") + p(text) + TEXT + END))


# --- what a paper stands on --------------------------------------------------------------------------------------

LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
ORDER = "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh về công tác văn thư"


def bases(*lines):
    found = parts(table(cell(LEFT) + cell(RIGHT)) + TITLE + "".join(map(p, lines)) + BODY + END)
    return [item.text for item in found.bases]


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ chức năng, nhiệm vụ được giao, Sở Công Thương xây dựng Kế hoạch công tác văn thư, cụ thể như sau:",
        "Căn cứ nội dung trên, đề nghị Sở Nội vụ tổng hợp./.",
        "Căn cứ các nội dung nêu trên, Sở Công Thương kính đề nghị Sở Nội vụ xem xét.",
        f"{ORDER}, Ủy ban nhân dân xã ban hành Kế hoạch công tác văn thư năm 2026.",
        "Sau khi xem xét, Sở Công Thương xây dựng Kế hoạch công tác văn thư, cụ thể như sau:",
    ],
)
def test_a_sentence_that_only_begins_as_a_base_is_none(sentence):
    assert bases(sentence) == []
    assert bases(LAW, sentence) == [LAW]


@pytest.mark.parametrize(
    "line",
    [
        f"{ORDER}.",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 03/3/2026.",
        "Căn cứ Quyết định số 9/QĐ-UBND ngày 01/02/2026 quy định chức năng, nhiệm vụ, quyền hạn của Sở Nội vụ.",
    ],
)
def test_the_last_base_is_one(line):
    assert bases(LAW, line) == [LAW, line]


def test_what_is_carried_out_between_two_bases_is_one_of_them_and_after_them_it_is_not():
    between = "Thực hiện Kế hoạch số 3/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh;"
    assert bases(LAW, between, f"{ORDER}.") == [LAW, between, f"{ORDER}."]
    assert bases(LAW, f"{ORDER}.", between) == [LAW, f"{ORDER}."]


def test_a_base_far_down_under_running_text_is_none():
    assert bases("Sở Nội vụ nhận được Công văn số 12/UBND-VP.", f"{ORDER}.") == []


# --- what another document says ----------------------------------------------------------------------------------


def quoted(*paragraphs):
    found = parts(LETTER_HEAD + TO + "".join(paragraphs) + TEXT + END)
    return [item.line.text for item in found.body if item.is_quoted]


FIRST, SECOND = "1. Tài liệu được quản lý tập trung.", "2. Việc sử dụng phải đúng mục đích."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([p("Luật quy định:"), p(f"“{FIRST}"), p(f"{SECOND}”.")], [f"“{FIRST}", f"{SECOND}”."]),
        ([p(f"Luật quy định: “{FIRST}"), p(f"{SECOND}”")], [f"{SECOND}”"]),
        ([p(f"“{FIRST}”"), p(SECOND)], [f"“{FIRST}”"]),
        ([p('Luật quy định: "a) Một;'), p('b) Hai."'), p(SECOND)], ['b) Hai."']),
        ([p("Điều 5 Luật Lưu trữ quy định:"), p(run(FIRST, "<w:i/>")), p(SECOND)], [FIRST]),
        ([p("Các việc cần làm:"), p(run(FIRST, "<w:i/>"))], []),
        ([p("Gồm “một dấu không đóng:"), p(FIRST), p(SECOND)], []),
        ([p("Gọi là “văn thư” và “lưu trữ”."), p(FIRST)], []),
    ],
)
def test_a_quotation_is_told_from_the_papers_own_words(paragraphs, expected):
    assert quoted(*paragraphs) == expected


# --- tabs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark", ["-", "–", "+", "•", "▪", "\uf0b7", "1.", "1.1.", "(1)", "a)", "đ)", "II.", "Điều 3.", "o"]
)
def test_a_tab_after_a_mark_sets_nothing_side_by_side(mark):
    body = f"<w:p><w:r><w:t>{mark}</w:t><w:tab/><w:t>Rà soát hồ sơ</w:t></w:r></w:p>"
    lines = list(lines_of(read_document(docx(body)).blocks))
    assert [(line.side, line.text) for line in lines] == [("whole", f"{mark} Rà soát hồ sơ")]


def test_a_tab_between_words_does():
    body = "<w:p><w:r><w:t>Nơi nhận:</w:t><w:tab/><w:t>CHỦ TỊCH</w:t></w:r></w:p>"
    assert [line.side for line in lines_of(read_document(docx(body)).blocks)] == ["left", "right"]


# --- stops of tabs -----------------------------------------------------------------------------------------------


def stops(*tabs):
    each = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in tabs)
    return f"<w:tabs>{each}</w:tabs>"


def test_stops_of_tabs_come_together_and_one_may_be_taken_away():
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="header"/><w:pPr>'
        f"{stops(('right', 9360), ('center', 4680))}</w:pPr></w:style>"
    )
    own = f'<w:pStyle w:val="H"/>{stops(("clear", 9360), ("start", 720))}'
    paragraph = read_document(docx(p("một", properties=own), styles=style)).blocks[0]
    assert [(round(stop.at.twips), stop.kind) for stop in paragraph.format.tabs] == [(720, "left"), (4680, "center")]
