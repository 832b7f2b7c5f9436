"""Tables: how high rows are, and where they break, as in LibreOffice."""

from kegen.pages.boxes import TableBox
from kegen.pages.words import words_of

from .sheets import TALL, laid, p, row, section, table

WHOLE = "<w:cantSplit/>"
HEAD = "<w:cantSplit/><w:tblHeader/>"
LINES = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right"))
RULED = f'<w:tblBorders>{LINES}<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>'


def boxes(body, last=None):
    return [[placed.box for placed in page.body if isinstance(placed.box, TableBox)] for page in laid(body, last)]


def heights(*rows, properties=""):
    ((box,),) = boxes(table(*rows, properties=properties))
    return [each.height for each in (*box.heads, *box.rows)], box.height


def said(page):
    return words_of(page).split()


def stack(*texts):
    return "".join(map(p, texts))


def test_a_row_is_as_high_as_its_highest_cell():
    assert heights(row("a", stack("b", "c")), row("a", "b")) == ([2 * TALL, TALL], 3 * TALL)


def test_a_border_makes_each_row_higher_and_the_table_by_the_last_one():
    assert heights(row("a", "b"), row("a", "b"), properties=RULED) == ([TALL + 10, TALL + 10], 2 * TALL + 30)


def test_blanks_before_and_after_count_in_cells():
    cell = p("a", properties='<w:spacing w:before="40" w:after="60"/>')
    assert heights(row(cell, "b"))[1] == TALL + 100


def test_margins_of_cells_count():
    margins = '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/></w:tblCellMar>'
    assert heights(row("a", "b"), properties=margins)[1] == TALL + 120


def test_margins_of_cells_take_of_the_width():
    margins = '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="150" w:type="dxa"/></w:tblCellMar>'
    ((box,),) = boxes(table(row("a", "b"), properties=margins))
    assert [cell.inner_width for cell in box.rows[0].cells] == [1750, 1750]


def test_a_row_may_be_told_to_be_higher():
    assert heights(row("a", "b", properties='<w:trHeight w:val="900"/>'))[1] == 900


def test_a_row_may_be_told_to_be_so_high_and_no_higher():
    exact = '<w:trHeight w:val="200" w:hRule="exact"/>'
    assert heights(row("a", "b", properties=exact))[1] == 200


def test_a_cell_over_two_rows_makes_the_second_one_higher():
    over = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{stack("a", "b", "c")}</w:tc>'
    goes_on = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    rows = [f"<w:tr>{over}<w:tc>{p('x')}</w:tc></w:tr>", f"<w:tr>{goes_on}<w:tc>{p('y')}</w:tc></w:tr>"]
    assert heights(*rows) == ([TALL, 2 * TALL], 3 * TALL)


def test_heading_rows_stand_on_each_page():
    rows = [row("Tên", "Việc", properties=HEAD), *(row(f"a{at}", "b", properties=WHOLE) for at in range(12))]
    pages = laid(table(*rows))
    assert [said(page)[:2] for page in pages] == [["Tên", "Việc"]] * 2
    assert [said(page)[2] for page in pages] == ["a0", "a9"]


def test_a_row_that_must_not_break_goes_over_whole():
    pages = laid("".join(map(p, "123456789")) + table(row("a", stack("b", "c"), properties=WHOLE)))
    assert said(pages[1]) == ["a", "b", "c"]


def test_a_row_that_may_break_does_and_single_lines_may_stand_alone():
    pages = laid("".join(map(p, "123456789")) + table(row("a", stack("b", "c"))))
    assert (said(pages[0])[-2:], said(pages[1])) == (["a", "b"], ["c"])


def test_a_row_higher_than_a_page_breaks_whatever_it_says():
    pages = laid(table(row("a", stack(*"bcdefghijklmnop"), properties=WHOLE)))
    assert [len(said(page)) for page in pages] == [11, 5]


def test_heading_rows_never_stand_alone_at_the_foot():
    rows = [row("Tên", "Việc", properties=HEAD), row("a", "b", properties=WHOLE)]
    pages = laid("".join(map(p, "123456789")) + table(*rows))
    assert said(pages[1]) == ["Tên", "Việc", "a", "b"]


def test_a_row_stays_with_the_next_where_its_first_paragraph_does():
    group = row(p("Nhóm", properties="<w:keepNext/>"), "", properties=WHOLE)
    pages = laid("".join(map(p, "12345678")) + table(row("a", "b"), group, row("c", "d", properties=WHOLE)))
    assert said(pages[1]) == ["Nhóm", "c", "d"]


def test_a_paragraph_above_a_table_that_it_stays_with_goes_over_with_it():
    pages = laid(
        "".join(map(p, "12345678"))
        + p("trên", properties="<w:keepNext/>")
        + table(row("a", stack("b", "c"), properties=WHOLE))
    )
    assert said(pages[1]) == ["trên", "a", "b", "c"]


def test_a_table_may_stand_in_the_middle():
    ((box,),) = boxes(table(row("a", "b"), properties='<w:jc w:val="center"/>'), section(9000))
    assert (box.left, box.width) == (2500, 4000)


def test_a_table_of_no_cells_and_one_without_a_grid_are_set():
    assert laid(table() + table("<w:tr/>") + table(row("a", "b"), widths=()) + p("x"))[0].body
