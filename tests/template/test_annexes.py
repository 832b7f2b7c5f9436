"""Annexes of any number and form: each on pages of its own, upright or lying, with its own paragraphs and tables."""

import pytest

from kegen.plan.model import Annex, Column, Note, Paragraph, Span, Table, TableRow
from kegen.problem import KegenError
from kegen.template.render import render
from kegen.template.table_view import LANDSCAPE, PORTRAIT, table_view

from .plans import good_annex, good_plan, replace, with_text
from .reading import W, paragraphs, part, problems, texts_in
from .test_annex import pages_of
from .test_notes import marked, notes_of

TABLE = Table(
    (Column("TT"), Column("Nội dung công việc phải làm"), Column("Mức 1"), Column("Mức 2")),
    (
        TableRow(("I. Nhóm một",)),
        TableRow(("1", "Một việc có lời dài hơn hẳn các cột khác của bảng này, để cột rộng hơn", "10%", "20%")),
        TableRow(("2", "Việc hai")),
    ),
    (TableRow(("", "Mức"), spans=(2, 2)),),
)
UPRIGHT = Annex(
    "Phụ lục II",
    "DANH MỤC",
    "(Kèm theo Kế hoạch số 114/KH-UBND)",
    (
        Paragraph("khoan", "1. Phần thứ nhất"),
        Paragraph("doan", "Một câu.", (Note(3, "chú thích bảng"),)),
        Paragraph("bang", "", table=TABLE),
        Paragraph("doan", "Câu cuối./."),
    ),
    "doc",
)


def with_annexes(*annexes):
    return replace(good_plan(), annexes=annexes)


@pytest.mark.parametrize(
    ("annexes", "pages"),
    [
        ((UPRIGHT,), ["portrait", "portrait"]),
        ((good_annex(), UPRIGHT), ["portrait", "landscape", "portrait"]),
        (
            (UPRIGHT, good_annex(), UPRIGHT, good_annex()),
            ["portrait", "portrait", "landscape", "portrait", "landscape"],
        ),
    ],
)
def test_each_annex_has_a_section_of_its_own_orientation(annexes, pages):
    draft = render(with_annexes(*annexes))
    assert pages_of(draft) == pages
    assert part(draft).find(f"{W}body")[-1].tag == f"{W}sectPr"
    for section in part(draft).iter(f"{W}sectPr"):
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"


def test_each_annex_says_its_own_head_and_paragraphs_in_their_styles():
    draft = render(with_annexes(good_annex(), UPRIGHT))
    assert texts_in(draft, "KH Phụ lục") == ["Phụ lục", "Phụ lục II"]
    assert texts_in(draft, "KH Tên phụ lục") == ["BẢNG PHÂN CÔNG NHIỆM VỤ", "DANH MỤC"]
    assert ("KH Khoản", "1. Phần thứ nhất") in paragraphs(draft)
    assert ("KH Đoạn", "Câu cuối./.") in paragraphs(draft)


def test_an_annex_without_a_label_or_a_reference_has_no_empty_line_for_it():
    draft = render(with_annexes(UPRIGHT._replace(label="", reference="")))
    assert texts_in(draft, "KH Phụ lục") == []
    assert texts_in(draft, "KH Kèm theo") == []


def test_notes_of_an_annex_are_numbered_on_from_the_body():
    plan = with_text("một", (Note(3, "của thân"),))
    draft = render(replace(plan, annexes=(UPRIGHT,)))
    assert marked(draft) == ["một[1]", "Một[2] câu."]
    assert notes_of(draft) == {"1": "của thân", "2": "chú thích bảng"}


def grid_of(table):
    return [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def cells_of(row):
    """Return the text, the span and the width of each cell."""
    for cell in row.iterfind(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        yield "".join(cell.itertext()).replace("\u00a0", " "), 1 if span is None else int(span.get(f"{W}val")), width


def test_a_table_has_its_columns_spans_and_repeated_head():
    table = list(part(render(with_annexes(UPRIGHT))).iter(f"{W}tbl"))[-1]
    grid = grid_of(table)
    assert len(grid) == 4
    assert sum(grid) == PORTRAIT
    assert grid[1] > grid[0] + grid[2]
    rows = [list(cells_of(row)) for row in table.iterfind(f"{W}tr")]
    assert [[(text, span) for text, span, _ in row] for row in rows[:3]] == [
        [("", 2), ("Mức", 2)],
        [("TT", 1), ("Nội dung công việc phải làm", 1), ("Mức 1", 1), ("Mức 2", 1)],
        [("I. Nhóm một", 4)],
    ]
    assert [text for text, _, _ in rows[4]] == ["2", "Việc hai", "", ""], "a short row is filled up"
    assert all(sum(width for _, _, width in row) == PORTRAIT for row in rows)
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterfind(f"{W}tr")]
    assert heads == [True, True, False, False, False]


def test_the_widths_that_columns_ask_for_are_shares_of_the_page():
    table = Table((Column("A", 1000), Column("B", 3000)), (TableRow(("a", "b")),))
    assert table_view(table, LANDSCAPE).widths == (3501, 10502)


def test_a_row_longer_than_the_columns_loses_no_cell():
    view = table_view(Table((Column("A"),), (TableRow(("a", "b", "c")),)), PORTRAIT)
    assert [cell.words for cell in view.rows[0].cells] == ["a", "b", "c"]
    assert sum(view.widths) == PORTRAIT


def test_a_table_in_the_body_stands_where_it_is_with_a_paragraph_behind():
    body = (*good_plan().body, Paragraph("bang", "", table=TABLE), Paragraph("doan", "Sau bảng."))
    draft = render(replace(good_plan(), body=body))
    texts = [text for _, text in paragraphs(draft)]
    assert texts.index("I. Nhóm một") < texts.index("Sau bảng.")
    for table in part(draft).iter(f"{W}tbl"):
        assert table.getnext().tag == f"{W}p"


def test_a_plan_without_closing_keeps_its_last_paragraph_with_the_signature():
    draft = render(replace(good_plan(), closing=()))
    assert texts_in(draft, "KH Đoạn cuối") == [good_plan().body[-1].text]


def test_a_table_at_the_end_of_the_body_keeps_its_last_row_with_the_signature():
    body = (*good_plan().body, Paragraph("bang", "", table=TABLE))
    draft = render(replace(good_plan(), body=body, closing=()))
    table = list(part(draft).iter(f"{W}tbl"))[1]
    rows = list(table.iterfind(f"{W}tr"))
    assert [row.find(f".//{W}keepNext") is not None for row in rows][-2:] == [False, True]
    assert texts_in(draft, "KH Sau bảng cuối") == [""]


def test_a_deep_heading_with_a_letter_is_upright_and_one_with_a_number_has_its_own_style():
    body = (Paragraph("tiet", "1.1. Một", depth=3), Paragraph("tiet", "a) Hai", depth=4), Paragraph("doan", "Câu."))
    draft = render(replace(good_plan(), body=body))
    assert ("KH Tiết", "1.1. Một") in paragraphs(draft)
    assert ("KH Nhóm", "a) Hai") in paragraphs(draft)


def runs_of(plan):
    """Return the runs of the last paragraph of the body: text and what it has beyond its paragraph."""
    root = part(render(plan))
    paragraph = next(p for p in root.iter(f"{W}p") if "50 m2" in "".join(p.itertext()).replace("\u00a0", " "))
    for run in paragraph.iterfind(f"{W}r"):
        looks = [e.tag.removeprefix(W) + e.get(f"{W}val", "") for e in run.iterfind(f"{W}rPr/*")]
        yield "".join(run.itertext()).replace("\u00a0", " "), looks


def test_words_stand_out_as_runs_and_no_letter_is_lost():
    spans = (Span(4, 1, "tren"), Span(6, 4, "dam"), Span(8, 6, "nghieng"))
    plan = with_text("50 m2 mỗi phòng", (Note(9, "chú thích"),))
    (*_, last) = plan.body
    runs = list(runs_of(replace(plan, body=(*plan.body[:-1], last._replace(spans=spans)))))
    assert "".join(text for text, _ in runs) == "50 m2 mỗi phòng"
    assert [(text, looks) for text, looks in runs if looks and text] == [
        ("2", ["vertAlignsuperscript"]),
        ("mỗ", ["b", "bCs"]),
        ("i", ["b", "bCs", "i", "iCs"]),
        (" ", ["b", "bCs", "i", "iCs"]),
        ("phòn", ["i", "iCs"]),
    ]


def test_words_of_cells_stand_out_as_runs_and_no_letter_is_lost():
    dam, raised = (Span(0, 4, "dam"),), (Span(4, 1, "tren"),)
    table = Table(
        (Column("Tên"), Column("Mức m2", spans=(Span(5, 1, "tren"),))),
        (
            TableRow(("Cộng lại", "50 m2"), emphases=(dam, raised)),
            TableRow(("Cộng lại", "60 m2"), goes_on=(0,), emphases=(dam, raised)),
            TableRow(("Nhóm chung",), emphases=(dam,)),
        ),
        (TableRow(("", "Mức m2"), emphases=((), ())),),
    )
    root = part(render(with_annexes(UPRIGHT._replace(blocks=(Paragraph("bang", "", table=table),)))))
    found = list(root.iter(f"{W}tbl"))[-1]
    cells = [
        [(text, looks) for run in cell.iter(f"{W}r") if (text := "".join(run.itertext()).replace("\u00a0", " "))
         for looks in ["".join(e.tag.removeprefix(W) + e.get(f"{W}val", "") for e in run.iterfind(f"{W}rPr/*"))]]
        for cell in found.iter(f"{W}tc")
    ]  # fmt: skip
    number = [("50 m", ""), ("2", "vertAlignsuperscript")]
    assert [each for each in cells if each] == [
        [("Tên", "")],
        [("Mức m", ""), ("2", "vertAlignsuperscript")],
        [("Cộng", "bbCs"), (" lại", "")],
        number,
        [("60 m", ""), number[1]],
        [("Nhóm", "bbCs"), (" chung", "")],
    ]


def test_a_column_has_room_for_its_longest_word_in_bold():
    word = "Nghiêngnghiêngnghiêngnghiêng"
    rows = tuple(TableRow((word, "Một việc có lời rất dài " * 12)) for _ in range(2))
    plain = Table((Column("A"), Column("B")), rows)
    bold = plain._replace(rows=(rows[0]._replace(emphases=((Span(0, 3, "dam"),), ())), rows[1]))
    assert table_view(bold, PORTRAIT).widths[0] > table_view(plain, PORTRAIT).widths[0]


def test_what_stands_out_keeps_the_formatting_of_the_templates_run(changed):
    old = '{%p elif p.kind == "doan" %}</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="KHDoan"/></w:pPr><w:r>'
    own = '<w:rPr><w:b w:val="0"/><w:color w:val="000000"/><w:lang w:val="vi-VN"/></w:rPr>'
    plan = with_text("50 m2")
    (*_, last) = plan.body
    plan = replace(plan, body=(*plan.body[:-1], last._replace(spans=(Span(4, 1, "tren"), Span(0, 5, "dam")))))
    draft = render(plan, changed((old, old + own)))
    root = part(draft)
    run = [r for r in root.iter(f"{W}r") if "".join(r.itertext()) == "2"][-1]
    assert [e.tag.removeprefix(W) for e in run.find(f"{W}rPr")] == ["b", "bCs", "color", "vertAlign", "lang"]


def test_a_template_that_prints_no_paragraphs_of_an_annex_is_told(changed):
    template = changed(("{%p for p in annex.blocks %}", "{%p for p in annex.blocks[:1] %}"))
    assert any("đoạn văn trong phụ lục" in message for _, message in problems(template))


def test_a_large_annex_is_within_the_bounds_of_a_draft():
    rows = tuple(TableRow((str(n), "Một việc cần làm cho xong", "Sở Nội vụ", "Quý III")) for n in range(1500))
    annex = UPRIGHT._replace(blocks=(Paragraph("bang", "", table=TABLE._replace(rows=rows)),))
    try:
        draft = render(with_annexes(annex))
    except KegenError as error:
        pytest.fail(str(error))
    assert len(list(list(part(draft).iter(f"{W}tbl"))[-1].iterfind(f"{W}tr"))) == 1502


def test_a_title_goes_up_through_the_cells_above_it_that_say_nothing_or_the_same():
    table = Table(
        (Column("TT"), Column("Tên"), Column("Mức 1"), Column("Mức 2")),
        (TableRow(("1", "a", "b", "c")),),
        (TableRow(("", "Tên", "Mức"), spans=(1, 1, 2)),),
    )
    top, titles = table_view(table, PORTRAIT).heads
    assert [(each.words, each.merge) for each in top.cells] == [("TT", "restart"), ("Tên", "restart"), ("Mức", "")]
    assert [each.merge for each in titles.cells] == ["continue", "continue", "", ""]
    draft = render(with_annexes(UPRIGHT._replace(blocks=(Paragraph("bang", "", table=table),))))
    merged = [each.get(f"{W}val") for each in part(draft).iter(f"{W}vMerge")]
    assert merged == ["restart", "restart", "continue", "continue"]


def test_a_column_of_numbers_is_not_cut_through_its_title_nor_made_wide():
    fields = ("number", "wording", "lead", "helpers", "watcher", "deadline")
    full = Table(
        (*(Column("STT" if each == "number" else "Tên", 680 if each == "number" else 3500, each) for each in fields),),
        (TableRow(("1", "a", "b", "c", "d", "e")),),
    )
    narrow = Table((Column("TT"), Column("Nội dung")), (TableRow(("1", "Một việc")),))
    assert table_view(full, LANDSCAPE).widths[0] > 560
    assert table_view(narrow, PORTRAIT).widths[0] < 709


def test_a_column_has_the_width_that_it_says_where_another_says_none():
    table = Table((Column("Tên"), Column("Số", 1417)), (TableRow(("Đường Một", "180")),))
    assert table_view(table, PORTRAIT).widths[1] == 1417
