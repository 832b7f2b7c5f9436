"""Tables, annexes and lists of records are fields of the form; a column goes with its cells, whatever its rows are."""

import json
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from kegen.form.columns import Columns
from kegen.form.desk import edited
from kegen.form.edit import AddEntry, AddItem, AddTable, ClearField, MoveItem, RemoveItem, SetField
from kegen.form.form import make_form
from kegen.form.opened import open_profile
from kegen.form.part import FormPart
from kegen.problem import KegenError
from kegen.yaml_text.change import meant
from tests.form.random_edits import tree_of

HEAD = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
TEXT = (
    HEAD
    + """\
annexes:
  - title: Danh mục          # của Văn phòng
    columns: [stt, Nội dung, {title: Mức, width: "30"}, san-pham]
    heads:
      - ["", Chung, Chung, ""]
    rows:
      - Nhóm thứ nhất
      - ["1", Hồ sơ trực tuyến, "70%", ""]   # theo chỉ tiêu
      - {task: hh-lich-hop, cells: {Mức: "1", san-pham: Lịch}}
      - {wide: [Tổng cộng, "71"], spans: [3, 1]}
    above: [Áp dụng từ Quý III.]
tasks:
  hh-lich-hop:
    points: [Một., [Nhỏ hơn., Nhỏ nữa.], Hai.]
"""
)
ANNEX = ("annexes", 0)


def after(edit, text=TEXT):
    return edited(text.encode(), edit, "x.yaml").decode()


def annex_after(edit):
    return tree_of(after(edit).encode()).plain()["annexes"][0]


def form_of(text, folder):
    opened = open_profile(text.encode(), folder / "x.yaml")
    assert opened.made, opened.problems
    return make_form(opened)


def part_at(form, path) -> FormPart:
    return next(each for each in form.walk() if each.path == path)


def cells(form, row):
    return [(each.title, each.value) for each in part_at(form, (*ANNEX, "rows", row)).fields]


def test_each_cell_is_a_field_named_by_its_column(tmp_path):
    form = form_of(TEXT, tmp_path)
    assert [each.title for each in part_at(form, (*ANNEX, "columns")).inner] == [
        "1. STT",
        "2. Nội dung",
        "3. Mức",
        "4. Sản phẩm",
    ]
    assert cells(form, 0) == [("Chữ trên mọi cột", "Nhóm thứ nhất")]
    assert cells(form, 1)[1:3] == [("Nội dung", "Hồ sơ trực tuyến"), ("Mức", "70%")]
    assert cells(form, 2)[0] == ("Nhiệm vụ", "hh-lich-hop")
    assert ("Mức", "1") in cells(form, 2)
    assert cells(form, 3) == [("STT + Nội dung + Mức", "Tổng cộng"), ("Sản phẩm", "71")]
    assert not any(each.kind == "lines" for each in form.fields())


def test_a_column_comes_with_a_cell_in_every_row():
    table = annex_after(AddItem((*ANNEX, "columns"), "Ghi chú", 2))
    assert table["columns"][2] == "Ghi chú"
    assert table["heads"] == [["", "Chung", "Chung", "Chung", ""]]
    assert table["rows"][1] == ["1", "Hồ sơ trực tuyến", "", "70%", ""]
    assert table["rows"][3] == {"wide": ["Tổng cộng", "71"], "spans": ["4", "1"]}
    last = annex_after(AddItem((*ANNEX, "columns"), "Ghi chú"))
    assert last["rows"][3] == {"wide": ["Tổng cộng", "71", ""], "spans": ["3", "1", "1"]}
    assert last["heads"] == [["", "Chung", "Chung", "", ""]]


def test_a_column_goes_with_its_cells():
    table = annex_after(RemoveItem((*ANNEX, "columns", 2)))
    assert table["columns"] == ["stt", "Nội dung", "san-pham"]
    assert table["heads"] == [["", "Chung", ""]]
    assert table["rows"][1] == ["1", "Hồ sơ trực tuyến", ""]
    assert table["rows"][2] == {"task": "hh-lich-hop", "cells": {"san-pham": "Lịch"}}
    assert table["rows"][3]["spans"] == ["2", "1"]
    assert annex_after(RemoveItem((*ANNEX, "columns", 3)))["rows"][3] == {"wide": ["Tổng cộng"], "spans": ["3"]}


def test_a_column_is_moved_with_its_cells():
    table = annex_after(MoveItem((*ANNEX, "columns", 2), 1))
    assert table["columns"][1] == {"title": "Mức", "width": "30"}
    assert table["rows"][1] == ["1", "70%", "Hồ sơ trực tuyến", ""]
    assert table["rows"][3] == {"wide": ["Tổng cộng", "71"], "spans": ["3", "1"]}
    with pytest.raises(KegenError, match="dòng 4 của bảng có ô gộp"):
        after(MoveItem((*ANNEX, "columns", 3), 0))


def test_comments_stay_where_a_column_changes():
    for edit in (AddItem((*ANNEX, "columns"), "Ghi chú", 0), RemoveItem((*ANNEX, "columns", 1))):
        assert "# của Văn phòng" in after(edit)
        assert "# theo chỉ tiêu" in after(edit)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (SetField((*ANNEX, "rows", 1, 2), "75%"), '"70%"', '"75%"'),
        (SetField((*ANNEX, "rows", 1, 2), ""), '"70%"', '""'),
        (ClearField((*ANNEX, "rows", 1, 2)), '"70%"', '""'),
        (SetField((*ANNEX, "rows", 3, "wide", 0), "Cộng"), "Tổng cộng", "Cộng"),
        (SetField((*ANNEX, "heads", 0, 1), "Riêng"), '["", Chung,', '["", Riêng,'),
        (SetField((*ANNEX, "columns", 1, "title"), "Việc"), "stt, Nội dung", "stt, Việc"),
        (SetField((*ANNEX, "columns", 1, "width"), "50"), "stt, Nội dung", "stt, {title: Nội dung, width: 50}"),
        (SetField((*ANNEX, "columns", 3, "title"), "Kết quả"), "san-pham]", "{field: san-pham, title: Kết quả}]"),
        (SetField((*ANNEX, "columns", 2, "width"), ""), ', width: "30"', ""),
        (RemoveItem((*ANNEX, "rows", 0)), "      - Nhóm thứ nhất\n", ""),
        (AddItem((*ANNEX, "below"), "Hết."), "above: [Áp dụng từ Quý III.]\n", None),
    ],
)
def test_an_edit_of_a_table_is_a_splice_of_the_text(edit, old, new):
    assert TEXT.count(old) == 1
    assert after(edit) == TEXT.replace(old, f"{old}    below: [Hết.]\n" if new is None else new)


def test_the_cells_of_a_task_go_by_the_new_name_of_their_column():
    table = annex_after(SetField((*ANNEX, "columns", 2, "title"), "Mức đạt"))
    assert table["rows"][2]["cells"] == {"Mức đạt": "1", "san-pham": "Lịch"}
    assert not form_problems(after(SetField((*ANNEX, "columns", 2, "title"), "Mức đạt")))


def form_problems(text):
    return [each for each in open_profile(text.encode(), Path("x.yaml")).problems if each.severity.value == "error"]


def test_columns_that_nobody_wrote_are_written_once_one_is_changed():
    usual = HEAD + "annexes: [{title: Phân công}]\n"
    table = tree_of(after(AddItem((*ANNEX, "columns"), "Kinh phí"), usual).encode()).plain()["annexes"][0]
    assert table["columns"] == ["stt", "nhiem-vu", "chu-tri", "phoi-hop", "thoi-han", "san-pham", "Kinh phí"]
    fewer = tree_of(after(RemoveItem((*ANNEX, "columns", 3)), usual).encode()).plain()["annexes"][0]
    assert fewer["columns"] == ["stt", "nhiem-vu", "chu-tri", "thoi-han", "san-pham"]
    named = tree_of(after(SetField((*ANNEX, "columns", 2, "title"), "Nơi làm"), usual).encode()).plain()["annexes"][0]
    assert named["columns"][2] == {"field": "chu-tri", "title": "Nơi làm"}


@pytest.mark.parametrize(
    "edit",
    [
        AddTable(("annexes",), ("Việc", "Mức"), "Danh mục khác"),
        AddTable(("annexes",), (), "Phân công"),
        AddTable(("tasks", "hh-lich-hop", "table"), ("Việc", "nhiem-vu")),
        AddTable(("annexes", 0, "above"), ("Việc", "Mức")),
    ],
)
def test_a_new_table_is_right_from_the_first(edit):
    assert not form_problems(after(edit))


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (AddTable(("annexes",), (" ",)), "ít nhất một cột"),
        (ClearField((*ANNEX, "columns", 1, "title")), "cần có tên"),
        (SetField((*ANNEX, "columns", 1, "title"), " "), "cần có tên"),
        (RemoveItem((*ANNEX, "columns", 9)), "không còn cột này"),
        (AddEntry(("documents",), " "), "chưa có mã"),
    ],
)
def test_what_would_leave_no_table_is_refused(edit, why):
    with pytest.raises(KegenError, match=why):
        after(edit)


def test_the_last_column_and_the_last_row_stay():
    small = HEAD + "annexes: [{title: A, columns: [Một], rows: [[a]]}]\n"
    for edit in (RemoveItem((*ANNEX, "columns", 0)), RemoveItem((*ANNEX, "rows", 0))):
        with pytest.raises(KegenError, match="chỉ còn một"):
            after(edit, small)


def test_cells_are_made_one_and_single_again(tmp_path):
    offers = {each.words: each.edit for each in part_at(form_of(TEXT, tmp_path), (*ANNEX, "rows", 1)).offers}
    merged = after(offers["Gộp ô 2 và 3"])
    row = {"wide": ["1", "Hồ sơ trực tuyến 70%", ""], "spans": ["1", "2", "1"]}
    assert tree_of(merged.encode()).plain()["annexes"][0]["rows"][1] == row
    again = {each.words: each.edit for each in part_at(form_of(merged, tmp_path), (*ANNEX, "rows", 1)).offers}
    apart = tree_of(after(again["Tách ô 2"], merged).encode()).plain()["annexes"][0]["rows"][1]
    assert apart == ["1", "Hồ sơ trực tuyến 70%", "", ""]


def test_points_are_lines_with_smaller_ones_under_them(tmp_path):
    found = next(each for each in form_of(TEXT, tmp_path).fields() if each.path == ("tasks", "hh-lich-hop", "points"))
    assert (found.kind, found.value) == ("levels", ("Một.", "> Nhỏ hơn.", "> Nhỏ nữa.", "Hai."))
    odd = TEXT.replace("Một.,", '"> Một.",')
    kinds = {each.kind for each in form_of(odd, tmp_path).fields() if each.path[-1:] == ("points",) and each.is_typed}
    assert kinds == {"lines"}


def test_documents_and_targets_are_added_under_a_key_once():
    new = after(AddEntry(("documents",), "nq-09", {"number": "09-NQ/TU", "kind": "Nghị quyết"}))
    assert "documents:\n  nq-09:" in new or "documents: {nq-09:" in new
    with pytest.raises(KegenError, match="đã có mã “nq-09”"):
        after(AddEntry(("documents",), "nq-09"), new)


def test_lines_of_the_opening_are_texts_and_records(tmp_path):
    text = HEAD + "bases: {lines: [{verb: Thực hiện, cite: [cap-tren]}, Xét tình hình xã.]}\n"
    form = form_of(text, tmp_path)
    record, alone = part_at(form, ("bases", "lines")).inner
    assert [(each.title, each.value) for each in record.fields if each.is_typed] == [
        ("Động từ", "Thực hiện"),
        ("Văn bản viện dẫn", ("cap-tren",)),
    ]
    assert alone.fields[0].value == "Xét tình hình xã."
    words = [each.words for each in part_at(form, ("bases", "lines")).adds]
    assert words == ["Thêm đoạn văn", "Thêm dòng gồm động từ và các văn bản"]


@st.composite
def tables(draw):
    """A table of any kind of rows, with one change of its columns."""
    count = draw(st.integers(2, 5))
    cell = st.sampled_from(["", "a", "b", "^", "Nội dung dài"])
    cells = st.lists(cell, min_size=count, max_size=count)
    spans = st.sampled_from([[1] * count, [count], [1, count - 1], [count - 1, 1]])
    wide = spans.flatmap(
        lambda each: st.fixed_dictionaries({"wide": st.just(["x"] * len(each)), "spans": st.just(each)})
    )
    task = st.fixed_dictionaries({"task": st.just("t"), "cells": st.just({"Cột 1": "riêng"})})
    rows = draw(st.lists(cells | wide | task | st.just("Nhóm"), min_size=1, max_size=5))
    table = {
        "columns": [f"Cột {at}" for at in range(count)],
        "heads": draw(st.lists(cells, max_size=2)),
        "rows": rows,
    }
    kind = draw(st.sampled_from(["add", "remove", "move"]))
    return table, kind, draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))


@given(tables())
def test_every_row_has_a_cell_for_every_column_whatever_is_done_with_columns(drawn):
    table, kind, at, to = json.loads(json.dumps(drawn))  # no row is the same object as another
    columns = Columns(table, ())
    made = {
        "add": lambda: columns.add("Mới", at),
        "remove": lambda: columns.remove(at),
        "move": lambda: columns.move(at, to),
    }
    try:
        changes = made[kind]()
    except KegenError:  # a cell over several columns is in the way
        reject()
    for change in changes:
        table = meant(table, change)
    count = len(table["columns"])
    for row in (*table.get("heads", []), *table["rows"]):
        if isinstance(row, list):
            assert len(row) == count
        elif "spans" in row:
            assert sum(map(int, row["spans"])) == count
            assert len(row["wide"]) == len(row["spans"])
        elif "cells" in row:
            assert set(row["cells"]) <= set(table["columns"])
