"""What Word files say outside the body: a difference anywhere is told, and none where there is none."""

import io
import zipfile

import pytest

from kegen.compare.compare import compare_contents
from kegen.compare.of_document import content_of_document
from tests.check.good import good
from tests.docx_files.make import NAMES, p

BOX = (
    f'<w:r><w:pict><v:shape xmlns:v="{NAMES["v"]}" style="width:90pt;height:20pt"><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
NESTED = (
    "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>"
    "<w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
)
GRID = "<w:tbl><w:tblGrid>{}</w:tblGrid>{}</w:tbl>"


def rewritten(change, part="word/document.xml", data=None):
    """Return the good draft with the text of one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or good())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return stream.getvalue()


def replaced(old, new):
    def change(text):
        assert old in text
        return text.replace(old, new, 1)

    return change


def before_the_end(inside):
    def change(text):
        at = text.rindex("<w:sectPr")
        return text[:at] + inside + text[at:]

    return change


def after_the_signature(inside):
    def change(text):
        at = text.rindex("<w:p>", 0, text.index("<w:sectPr"))
        return text[:at] + inside + text[at:]

    return change


def table(*rows):
    def row(texts):
        return f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in texts)}</w:tr>"

    return GRID.format("<w:gridCol/>" * len(rows[0]), "".join(map(row, rows)))


def told(old, new):
    changes = compare_contents(content_of_document(old, "cũ"), content_of_document(new, "mới"))
    return [(each.kind, each.subject, each.where, each.old, each.new) for each in changes]


START, MOTTO = "<w:body>", "Độc lập - Tự do - Hạnh phúc"
TASKS = ("TT", "Nhiệm vụ", "Chủ trì", "Ghi chú"), ("1", "Lập danh mục", "Văn phòng", "khẩn")


@pytest.mark.parametrize(
    ("change", "part", "expected"),
    [
        (after_the_signature(p("Thay thế Kế hoạch số 99.")), "document", ("added", "", "", "Thay thế Kế hoạch số 99.")),
        (replaced(START, START + p("DỰ THẢO LẦN 2")), "document", ("added", "", "", "DỰ THẢO LẦN 2")),
        (replaced(MOTTO, "Độc lập - Tự do"), "document", ("changed", "", MOTTO, "Độc lập - Tự do")),
        (before_the_end(p(BOX.format("BẢN CHÍNH"))), "document", ("added", "khung chữ", "", "BẢN CHÍNH")),
        (before_the_end(NESTED.format("bảng trong bảng")), "document", ("added", "", "", "bảng trong bảng")),
        (replaced("<w:p>", p("MẬT") + "<w:p>"), "header1", ("added", "đầu trang", "", "MẬT")),
    ],
    ids=["after", "before", "motto", "box", "nested", "header"],
)  # fmt: skip
def test_a_difference_outside_the_body_is_told_once(change, part, expected):
    kind, where, old, new = expected
    changed = rewritten(change, f"word/{part}.xml")
    assert told(good(), changed) == [(kind, "other", where, old, new)]
    back = {"added": "removed"}.get(kind, kind)
    assert told(changed, good()) == [(back, "other", where, new, old)]


def test_the_line_that_says_what_an_annex_comes_with_is_compared():
    new = rewritten(replaced("(Kèm theo Kế hoạch", "(Kèm theo Quyết định"))
    assert [each[:2] for each in told(good(), new)] == [("changed", "other")]


@pytest.mark.parametrize("cell", ["Ghi chú", "khẩn"])
def test_columns_that_make_no_fact_of_a_task_are_compared(cell):
    old = rewritten(before_the_end(table(*TASKS)))
    new = rewritten(replaced(f">{cell}<", ">hỏa tốc<"), data=old)
    assert {each[1] for each in told(old, new)} == {"other"}


def test_what_is_a_fact_of_a_task_is_told_once():
    old = rewritten(before_the_end(table(*TASKS)))
    new = rewritten(replaced(">Văn phòng<", ">Công an<"), data=old)
    assert [each[:2] for each in told(old, new)] == [("changed", "lead")]


def test_numbers_that_a_field_counts_are_no_difference():
    field = "<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p>"
    one, other = (rewritten(replaced("<w:p>", field.format(n) + "<w:p>"), "word/header1.xml") for n in (2, 13))
    assert told(one, other) == []


def test_files_alike_have_no_other_difference():
    assert told(good(), good()) == []
    boxes = [rewritten(before_the_end(p(BOX.format(a)) + p(BOX.format(b)))) for a, b in ("MK", "KM")]
    assert told(*boxes) == [], "programs put boxes in any order"
