"""A text PDF is read as the .docx of the same paper would be."""

import sys
from datetime import date

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.docx.find import find_parts
from kegen.docx.model import Paragraph, Table
from kegen.pdf.document import read_pdf
from kegen.problem import KegenError
from tests.pdf_files.make import LEFT, SIZE, Line, Sheet, Tagged, Text, filling, middle, pdf
from tests.pdf_files.plans import AIM, CELLS, DEED, INDENT, LAST, RECIPIENTS, tagged, untagged

KINDS = {"tagged": tagged, "untagged": untagged}


@pytest.fixture(scope="module", params=KINDS)
def read(request):
    return read_pdf(KINDS[request.param]())


@pytest.fixture(scope="module", params=KINDS)
def stamped(request):
    digits = 13 / 2
    stamps = (
        Text(110 + 6 * digits, 114, "115", 11),
        Text(295 + 14 * digits, 117, "04", 12),
        Text(295 + 25 * digits, 117, "8", 12),
        Text(330, 500, "Người ký: Nguyễn Văn A", 8),
    )
    return read_pdf(KINDS[request.param](*stamps, signed="D:20260804153000+07'00'"))


def texts(read):
    return [block.text for block in read.document.blocks if isinstance(block, Paragraph)]


def cells_of(table):
    return [[" ".join(block.text for block in cell.blocks) for cell in row.cells] for row in table.rows]


def test_tags_are_gone_by_where_there_are_any():
    assert read_pdf(tagged()).is_tagged
    assert not read_pdf(untagged()).is_tagged


def test_paragraphs_come_whole_over_lines_hyphens_and_page_breaks(read):
    body = [item.line.text for item in find_parts(read.document).body]
    assert body == ["I. MỤC ĐÍCH", AIM, "II. TỔ CHỨC THỰC HIỆN", DEED, LAST]


def test_each_paragraph_knows_the_page_it_begins_on(read):
    pages = {block.text: block.page for block in read.document.blocks if isinstance(block, Paragraph)}
    assert (pages[AIM], pages[DEED], pages[LAST]) == (1, 1, 2)
    assert read.document.pages == 2


def test_the_head_in_two_columns_is_found(read):
    parts = find_parts(read.document)
    assert parts.national_title.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert parts.motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert " ".join(line.text for line in parts.issuer) == "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"
    assert parts.number.text == "Số: /KH-UBND"
    assert parts.place_and_date.text == "Lào Cai, ngày tháng năm 2026"
    assert (parts.kind.text, parts.title[0].text) == ("KẾ HOẠCH", "Cải cách hành chính năm 2026")


def test_recipients_stand_beside_the_signature(read):
    parts = find_parts(read.document)
    assert tuple(line.text for line in parts.recipients) == RECIPIENTS
    assert [line.text for line in parts.signature] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert parts.name.text == "Nguyễn Văn A"


def test_a_ruled_table_comes_cell_by_cell(read):
    table = [block for block in read.document.blocks if isinstance(block, Table)][-1]
    assert cells_of(table) == [list(row) for row in CELLS]
    assert table.bordered


def test_an_annex_has_its_label_and_title():
    (annex,) = find_parts(read_pdf(untagged()).document).annexes
    assert (annex.label.text, [line.text for line in annex.title]) == ("Phụ lục", ["PHÂN CÔNG NHIỆM VỤ"])


def test_the_page_number_is_no_paragraph(read):
    assert "2" not in texts(read)


def test_looks_come_with_the_words(read):
    heading = next(block for block in read.document.blocks if isinstance(block, Paragraph) and "MỤC ĐÍCH" in block.text)
    aim = next(block for block in read.document.blocks if isinstance(block, Paragraph) and block.text == AIM)
    assert [run.face.bold for run in heading.runs] == [True]
    assert {(run.face.font, run.face.size, run.face.bold) for run in aim.runs} == {("Times New Roman", 14.0, False)}
    assert (aim.format.first_line.pt, aim.format.left.pt) == (36.0, 0.0)


def test_stamps_over_the_blanks_are_number_and_day(stamped):
    parts = find_parts(stamped.document)
    assert parts.number.text == "Số: 115/KH-UBND"
    assert parts.place_and_date.text == "Lào Cai, ngày 04 tháng 8 năm 2026"
    assert stamped.stamped == (("number", "115"), ("issued", "04"), ("issued", "8"))


def test_a_stamp_elsewhere_is_told_apart_from_the_text(stamped):
    assert [(each.page, each.text) for each in stamped.stray_stamps] == [(1, "Người ký: Nguyễn Văn A")]
    assert not any("Người ký" in text for text in texts(stamped))


def test_a_stamp_over_a_number_that_is_there_does_not_change_it():
    number = Text(110, 115, "Số: 12/KH-UBND", 13)
    sheet = Sheet((number, *filling(AIM, INDENT, 234)), (Text(150, 115, "99", 13),))
    read = read_pdf(pdf(sheet))
    assert texts(read)[0] == "Số: 12/KH-UBND"
    assert [each.text for each in read.stray_stamps] == ["99"]


def test_a_stamp_is_put_in_once_though_it_lies_there_twice():
    stamp = Text(110 + 6 * 13 / 2, 114, "115", 11)
    read = read_pdf(untagged(stamp, stamp._replace(x=stamp.x + 1)))
    assert find_parts(read.document).number.text == "Số: 115/KH-UBND"
    assert [each.text for each in read.stray_stamps if each.text != "115"] == []


def test_the_day_of_a_signature_is_given_beside_the_document(stamped, read):
    assert [each.day for each in stamped.signatures] == [date(2026, 8, 4)]
    assert read.signatures == ()


def test_a_signature_without_a_day_has_none():
    assert [each.day for each in read_pdf(untagged(signed="hôm nay".encode().hex())).signatures] == [None]


def test_the_label_of_a_list_leads_its_words_and_a_note_stands_apart():
    lines = [
        Text(121, 100, "a)"),
        Text(140, 100, "Một việc phải làm"),
        Text(85, 700, "Lời chú", 10),
        Text(266, 100, "ngay."),
    ]
    item = Tagged(
        "LI", (Tagged("Lbl", ((0, 0),)), Tagged("LBody", (Tagged("P", ((0, 1), Tagged("Note", ((0, 2),)), (0, 3))),)))
    )
    sheet = Sheet(tuple(line._replace(mark=at) for at, line in enumerate(lines)))
    read = read_pdf(pdf(sheet, tags=(Tagged("Document", (Tagged("L", (item,)),)),)))
    assert texts(read) == ["a) Một việc phải làm ngay."]
    assert [block.text for note in read.document.footnotes for block in note.blocks] == ["Lời chú"]


def test_tags_that_leave_out_words_are_not_gone_by():
    lines = filling(AIM, INDENT, 100)
    sheet = Sheet((lines[0]._replace(mark=0), *lines[1:]))
    read = read_pdf(pdf(sheet, tags=(Tagged("Document", (Tagged("P", ((0, 0),)),)),)))
    assert not read.is_tagged
    assert texts(read) == [AIM]


def test_cells_that_go_on_below_keep_their_place_in_a_tagged_table():
    words = ("TT", "Việc", "1", "Một", "Hai")
    sheet = Sheet(tuple(Text(91 + 200 * (at % 2), 100 + 20 * at, word, mark=at) for at, word in enumerate(words)))
    cells = [Tagged("TD", (Tagged("P", ((0, at),)),), rows=2 if at == 2 else 1) for at in range(5)]
    table = Tagged(
        "Table", (Tagged("TR", tuple(cells[:2])), Tagged("TR", tuple(cells[2:4])), Tagged("TR", (cells[4],)))
    )
    read = read_pdf(pdf(sheet, tags=(Tagged("Document", (table,)),)))
    assert cells_of(read.document.blocks[0]) == [["TT", "Việc"], ["1", "Một"], ["", "Hai"]]
    assert [cell.continues for cell in read.document.blocks[0].rows[2].cells] == [True, False]


def test_the_checker_judges_it_like_any_document(read):
    verdicts = judge(Paper(read.document), all_rules()).verdicts
    assert set(verdicts) == {rule.id for rule in all_rules()}


def test_a_missing_library_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(KegenError, match=r'pip install "kegen\[pdf\]"'):
        read_pdf(untagged())


def test_paragraphs_without_indents_end_where_the_next_word_would_have_fitted():
    lines = (*filling("Một câu ngắn.", LEFT, 100), *filling(AIM, LEFT, 118), *filling(LAST, LEFT, 118 + 18 * 5))
    assert texts(read_pdf(pdf(Sheet(lines)))) == ["Một câu ngắn.", AIM, LAST]


def test_a_raised_digit_is_raised_and_its_footnote_stands_apart():
    note = (Line(LEFT, 700, LEFT + 144, 700), Text(LEFT, 712, "1", 6), Text(LEFT + 5, 716, "Ghi chú của chữ ấy.", 10))
    sign = Text(INDENT + 13 * SIZE / 2, 95, "1", 8)
    sheet = Sheet((Text(INDENT, 100, "Chữ có chú giải"[:13]), sign, *filling(AIM, INDENT, 130), *note))
    read = read_pdf(pdf(sheet))
    assert [run.face.raised for run in read.document.blocks[0].runs] == ["", "superscript"]
    assert [block.text for note in read.document.footnotes for block in note.blocks] == ["Ghi chú của chữ ấy."]
    assert texts(read)[1:] == [AIM]


def test_a_table_over_a_page_break_is_one_and_its_head_is_not_repeated():
    def rows(down, *cells):
        levels = [down + 24 * at for at in range(len(cells) + 1)]
        lines = (*(Line(85, at, 540, at) for at in levels), *(Line(x, down, x, levels[-1]) for x in (85, 200, 540)))
        return (
            *lines,
            *(Text((91, 206)[at % 2], levels[at // 2] + 16, word, 12) for at, word in enumerate(sum(cells, ()))),
        )

    head, one, two = ("TT", "Việc"), ("1", "Rà soát"), ("2", "Tập huấn")
    read = read_pdf(pdf(Sheet(rows(700, head, one)), Sheet(rows(60, head, two))))
    (table,) = read.document.blocks
    assert cells_of(table) == [list(row) for row in (head, one, two)]
    assert [row.is_header for row in table.rows] == [True, False, False]


def test_cells_that_lines_do_not_part_are_one():
    edges = (Line(85, 100, 540, 100), Line(85, 124, 540, 124), Line(85, 148, 540, 148), Line(85, 100, 85, 148))
    inner = (Line(540, 100, 540, 148), Line(300, 124, 300, 148))
    words = (Text(91, 116, "Nhóm việc", 12), Text(91, 140, "Một", 12), Text(306, 140, "Hai", 12))
    (table,) = read_pdf(pdf(Sheet((*edges, *inner, *words)))).document.blocks
    assert [[(cell.column, cell.span) for cell in row.cells] for row in table.rows] == [[(0, 2)], [(0, 1), (1, 1)]]


def test_a_page_on_its_side_is_a_section_of_its_own():
    wide = Sheet((Text(300, 100, "Phụ lục"),), width=842, height=595)
    read = read_pdf(pdf(Sheet(filling(AIM, INDENT, 100)), wide))
    assert [section.page.is_landscape for section in read.document.sections] == [False, True]
    assert read.document.blocks[-1].section == 1


def test_a_page_that_lies_on_its_side_is_read_upright():
    read = read_pdf(pdf(Sheet(filling(f"{AIM} {LAST}", INDENT, 100), turn=90)))
    assert texts(read) == [f"{AIM} {LAST}"]
    assert not read.document.sections[0].page.is_landscape


def test_a_scanned_page_among_others_is_told():
    read = read_pdf(pdf(Sheet(filling(AIM, INDENT, 100)), Sheet((), image=True)))
    assert read.scanned == (2,)
    assert texts(read) == [AIM]


REFUSED = {
    "scan": (pdf(Sheet((), image=True)), "bản quét hoặc ảnh chụp"),
    "scan read by a machine": (pdf(Sheet((Text(100, 100, AIM, mode=3),), image=True)), "máy nhận dạng"),
    "old letters": (pdf(Sheet((Text(100, 100, "KÕ ho¹ch c¶i c¸ch hµnh chÝnh", font="O"),))), "TCVN3"),
    "unknown letters": (pdf(Sheet((Text(100, 100, "\ue001\ue002\ue003"),))), "bảng mã"),
    "password": (pdf(Sheet((Text(100, 100, AIM),)), encrypted=True), "mật khẩu"),
    "cut": (untagged()[:300], "bị hỏng"),
    "no PDF": (b"PK\3\4", "không phải là tệp PDF"),
    "empty": (b"", "không phải là tệp PDF"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_gets_one_sentence(name):
    data, words = REFUSED[name]
    with pytest.raises(KegenError, match=words) as refused:
        read_pdf(data, "176-KH-UBND.pdf")
    message = str(refused.value)
    assert message.startswith("176-KH-UBND.pdf: ")
    assert "hãy" in message
    assert "\n" not in message


def test_an_old_font_whose_letters_are_unicode_is_read():
    assert texts(read_pdf(pdf(Sheet((Text(100, 100, "Kế hoạch cải cách", font="O"),))))) == ["Kế hoạch cải cách"]


def test_a_centred_title_of_several_lines_is_one_until_a_line_ends_early():
    one, two = "Về việc tăng cường quản lý, khai thác, sử dụng, bảo vệ khoáng", "sản chưa khai thác"
    title = (Text(middle(one), 130, one, font="B"), Text(middle(two), 148, two, font="B"))
    sheet = Sheet((*title, *filling(AIM, INDENT, 200), *filling(LAST, INDENT, 300)))
    assert texts(read_pdf(pdf(sheet)))[0] == f"{one} {two}"
