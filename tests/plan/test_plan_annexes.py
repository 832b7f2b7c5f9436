"""Annexes and tables of a profile: their forms, the tasks they name, and what is wrong with them, with its line."""

import pytest

from kegen.plan.model import Span
from tests.annexes import rows_of

TABLE = "  columns: [TT, Chỉ tiêu, Mức]\n  rows:\n  - Nhóm một\n  - ['1', Họp trực tuyến, 60%]\n"
OWN = f"annexes:\n- title: Danh mục chỉ tiêu\n{TABLE}"


def ids(draft, more):
    return [problem.id for problem in draft.problems(more)]


def tables(plan):
    return [block.table for annex in plan.annexes for block in annex.blocks if block.table]


def test_an_annex_of_ones_own_has_its_columns_rows_and_group_rows(draft):
    (annex,) = draft.xa(OWN).annexes
    (block,) = annex.blocks
    assert (annex.label, annex.title, annex.orientation) == ("Phụ lục", "DANH MỤC CHỈ TIÊU", "doc")
    assert annex.reference.startswith("(Kèm theo Kế hoạch số")
    assert [column.title for column in block.table.columns] == ["TT", "Chỉ tiêu", "Mức"]
    assert [row.cells for row in block.table.rows] == [("Nhóm một",), ("1", "Họp trực tuyến", "60%")]


def test_several_annexes_are_numbered_and_each_is_named_in_the_main_text(draft):
    plan = draft.xa(f"annex: có\n{OWN}- {{title: Ghi chú chung, above: [Một câu.]}}\n")
    assert [annex.label for annex in plan.annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert [annex.orientation for annex in plan.annexes] == ["ngang", "doc", "doc"]
    assert any("nêu tại Phụ lục I kèm theo" in p.text for p in plan.body)
    assert plan.closing[0].text == "(Có Phụ lục II Danh mục chỉ tiêu; Phụ lục III Ghi chú chung kèm theo)."
    assert plan.annexes[2].blocks[0].text == "Một câu./."


def test_an_annex_that_the_text_names_is_not_named_again(draft):
    more = "tasks: {them-mot: {section: hoi-hop, wording: Thực hiện chỉ tiêu tại Phụ lục kèm theo.}}\n"
    assert len(draft.xa(OWN + more).closing) == 1
    assert len(draft.xa(OWN).closing) == 2


def test_the_reference_and_the_label_can_be_ones_own_or_none(draft):
    plan = draft.xa(f"{OWN}  label: Phụ lục số 1\n  reference: không\n  orientation: ngang\n")
    assert (plan.annexes[0].label, plan.annexes[0].reference, plan.annexes[0].orientation) == (
        "Phụ lục số 1",
        "",
        "ngang",
    )


def test_an_annex_without_columns_is_the_table_of_all_tasks(draft):
    short, long = draft.xa("annex: có\n"), draft.xa("annexes: [{orientation: ngang}]\n")
    assert long.annexes == short.annexes


def test_the_table_of_tasks_has_the_chosen_columns(draft):
    plan = draft.xa("annexes: [{columns: [stt, nhiem-vu, {field: chu-tri, title: Cơ quan}, thoi-han]}]\n")
    (table,) = tables(plan)
    assert [column.title for column in table.columns] == ["STT", "Nhiệm vụ", "Cơ quan", "Thời hạn"]
    assert [row.lead for row in rows_of(plan)] == [task.lead for task in plan.tasks]


ROWS = (
    "annexes:\n- title: Phân công\n  columns: [stt, nhiem-vu, chu-tri, san-pham, Kinh phí]\n  rows:\n"
    "  - I. Nhóm\n  - {task: hh-lich-hop, cells: {Kinh phí: '5', san-pham: Lịch}}\n"
    "  - ['', Việc thêm, Văn phòng, Báo cáo, '']\n"
)


def test_a_row_that_names_a_task_has_its_facts_and_changes_with_it(draft):
    _, row, own = tables(draft.xa(ROWS))[0].rows
    task = next(each for each in draft.xa().tasks if each.id == "hh-lich-hop")
    assert (row.task, row.cells) == ("hh-lich-hop", ("1", task.brief or task.wording, task.lead, "Lịch", "5"))
    assert own.cells == ("2", "Việc thêm", "Văn phòng", "Báo cáo", "")
    changed = draft.xa(ROWS + "tasks: {hh-lich-hop: {wording: Lập lịch họp tháng., lead: dau-moi}}\n")
    assert tables(changed)[0].rows[1].cells[1:3] == ("Lập lịch họp tháng.", "Phòng Văn hóa - Xã hội")


@pytest.mark.parametrize(
    ("old", "new", "id_", "says"),
    [
        ("['', Việc thêm, Văn phòng, Báo cáo, '']", "['', Việc thêm]", "so-o", "2 ô mà bảng có 5 cột"),
        ("task: hh-lich-hop", "task: hh-lich-hp", "nhiem-vu-la", "có phải là “hh-lich-hop”"),
        ("Kinh phí: '5'", "Kinh phi: '5'", "cot-la", "có phải là “Kinh phí”"),
        ("title: Phân công", "label: Phụ lục", None, ""),
        (
            "columns: [stt, nhiem-vu, chu-tri, san-pham, Kinh phí]",
            "columns: [{width: 3}, b, c, d, e]",
            "cot-rong",
            "title",
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_told_with_its_line(draft, old, new, id_, says):
    assert old in ROWS
    text = ROWS.replace(old, new)
    if id_ is None:
        assert draft.xa(text).annexes[0].title == "BẢNG PHÂN CÔNG NHIỆM VỤ"
        return
    problem = next(each for each in draft.problems(text) if each.id == id_)
    assert says in problem.message
    line = next(at for at, each in enumerate(text.splitlines(), 3) if new.split(": ")[0].strip("'[") in each)
    assert problem.place.line == line


def test_an_own_annex_without_a_title_or_rows_is_told(draft):
    assert ids(draft, "annexes: [{columns: [A, B], rows: [[a, b]]}]\n") == ["phu-luc-khong-ten"]
    assert ids(draft, "annexes: [{title: A, columns: [A, B]}]\n") == ["bang-rong"]


BODY = (
    "tasks:\n  bang-mot:\n    section: hoi-hop\n    wording: 'Diện tích 50 m2 mỗi phòng, như sau:'\n"
    "    emphasis: {'m[2]': tren, như sau: dam-nghieng}\n    footnotes: {mỗi phòng: Theo định mức.}\n"
    "    table:\n      columns: [TT, Mức, Mức hai]\n      heads: [['', Chung, Chung]]\n      rows: [['1', a, b]]\n"
)


def test_an_item_of_the_body_has_a_table_below_its_sentence(draft):
    body = draft.xa(BODY).body
    at = next(at for at, each in enumerate(body) if "Diện tích" in each.text)
    table = body[at + 1].table
    assert (body[at + 1].kind, body[at + 1].id) == ("bang", "bang-mot")
    assert table.heads[0].cells == ("", "Chung")
    assert table.heads[0].spans == (1, 2)
    assert table.rows[0].cells == ("1", "a", "b")


def test_an_item_may_be_a_table_alone(draft):
    body = draft.xa("tasks: {bang-hai: {section: hoi-hop, table: {columns: [A, B], rows: [[a, b]]}}}\n").body
    assert [each.kind for each in body if each.id == "bang-hai"] == ["bang"]


def test_words_stand_out_wherever_they_stand_and_notes_behind_their_first(draft):
    paragraph = next(each for each in draft.xa(BODY).body if "Diện tích" in each.text)
    told = {(paragraph.text[span.start :][: span.length], span.face) for span in paragraph.spans}
    assert told == {("2", "tren"), ("như sau", "dam"), ("như sau", "nghieng")}
    (note,) = paragraph.notes
    assert paragraph.text[: note.offset].endswith("mỗi phòng")


def test_words_of_a_heading_and_of_a_point_stand_out(draft):
    sections = "sections: {hoi-hop: {title: Họp CO2 gọn, emphasis: {'CO[2]': duoi}, footnotes: {gọn: Chú thích.}}}\n"
    points = "tasks: {hh-lich-hop: {wording: 'Lịch:', points: [Ý một., Ý hai.], emphasis: {Ý hai: dam}}}\n"
    body = draft.xa(sections + points).body
    heading = next(each for each in body if each.id == "hoi-hop")
    assert [heading.text[span.start] for span in heading.spans] == ["2"]
    assert heading.notes[0].offset == heading.text.index("gọn") + 3
    point = next(each for each in body if "Ý hai" in each.text)
    assert point.spans == (Span(point.text.index("Ý"), 5, "dam"),)
    assert not next(each for each in body if "Ý một" in each.text).spans


def test_words_to_stand_out_that_are_nowhere_are_told(draft):
    assert ids(draft, "tasks: {hh-lich-hop: {emphasis: {chữ không có: dam}}}\n") == ["nhan-manh-khong-cho"]
    assert ids(draft, "tasks: {hh-lich-hop: {footnotes: {chữ không có: x}}}\n") == ["chu-thich-khong-cho"]


def test_a_width_is_in_millimetres_however_it_is_written(draft):
    columns = "[{title: A, width: '20'}, {title: B, width: '12,5'}, {title: C, width: 1/2}, D]"
    (table,) = tables(draft.xa(f"annexes: [{{title: A, columns: {columns}, rows: [[a, b, c, d]]}}]\n"))
    assert [column.width for column in table.columns] == [1134, 709, 28, 0]


def standing_out(table):
    """Return the words that stand out in each row of the table, its titles first."""
    titles = [(column.title, column.spans) for column in table.columns]
    rows = [list(zip(row.cells, row.emphases, strict=False)) for row in (*table.heads, *table.rows)]
    return [
        [(text[span.start :][: span.length], span.face) for text, spans in row for span in spans]
        for row in (titles, *rows)
    ]


FACED = """\
tasks:
  bang-mot:
    section: hoi-hop
    table:
      columns: [Nội dung, Diện tích (m2)]
      rows: [[Trồng hoa, 30 m2], ["^", 5 m2], Tổng cộng]
      emphasis: {'m[2]': tren, hoa: nghieng, Tổng cộng: dam}
"""


def test_words_stand_out_in_every_cell_that_has_them(draft):
    (table,) = (each.table for each in draft.xa(FACED).body if each.table)
    raised = ("2", "tren")
    assert standing_out(table) == [
        [raised],
        [("hoa", "nghieng"), raised],
        [("hoa", "nghieng"), raised],
        [("Tổng cộng", "dam")],
    ]


def test_a_table_without_emphasis_is_as_it_was(draft):
    (table,) = (each.table for each in draft.xa(FACED.partition("      emphasis")[0]).body if each.table)
    assert not any(row.emphases for row in table.rows)
    assert not any(column.spans for column in table.columns)


def test_words_of_an_annex_stand_out_in_its_table_and_around_it(draft):
    inner = "{columns: [A, B], rows: [[chữ to, x]], emphasis: {x: nghieng}}"
    (annex,) = draft.xa(f"{OWN}  above: [Có chữ to., {inner}]\n  emphasis: {{chữ to: dam, 60%: dam}}\n").annexes
    sentence, above, own = annex.blocks
    assert [(span.start, span.length, span.face) for span in sentence.spans] == [(3, 6, "dam")]
    assert standing_out(above.table)[1] == [("chữ to", "dam"), ("x", "nghieng")]
    assert standing_out(own.table)[2] == [("60%", "dam")]


def test_words_of_a_row_that_comes_from_a_task_stand_out_too(draft):
    plan = draft.xa("annexes: [{title: Việc, columns: [nhiem-vu, thoi-han], emphasis: {Thường xuyên: nghieng}}]\n")
    (table,) = tables(plan)
    rows = standing_out(table)[1:]
    assert [bool(each) for each in rows] == ["Thường xuyên" in " ".join(row.cells) for row in table.rows]
    assert any(rows)


@pytest.mark.parametrize(
    "text",
    [
        FACED.replace("hoa: nghieng", "chữ lạ: nghieng"),
        f"{OWN}  emphasis: {{chữ lạ: dam}}\n",
        "closing: Hết.\nclosing_emphasis: {chữ lạ: dam}\n",
        "closing: khong\nclosing_emphasis: {chữ lạ: dam}\n",
    ],
)
def test_words_to_stand_out_that_no_cell_and_no_closing_has_are_told_at_their_line(text, draft):
    (problem,) = [each for each in draft.problems(text) if each.id == "nhan-manh-khong-cho"]
    assert "không có chữ “chữ lạ”" in problem.message
    assert "chữ lạ" in text.splitlines()[problem.place.line - 3]
