"""Marks that stand apart: secrecy, urgency, circulation; and what is left of the drafting."""

import io
import zipfile

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    insert_after,
    planted,
    set_runs,
    set_text,
    state,
)

NUMBER, OPENING = "Số:", "Thực hiện Kế hoạch số 176"


def mark(text, **look):
    """Put a mark under the number."""

    def edit(root):
        insert_after(NUMBER, text)(root)
        for name, value in {"sz": "26", "b": "1", **look}.items():
            set_runs(text, **{name: value})(root)

    return edit


def box(text, width, height, frame='<a:ln w="9525"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'):
    """Put a mark into a text box, sizes in mm, anchored at the number."""
    across, down = width * 36_000, height * 36_000
    drawing = f"""<w:r xmlns:w="{W.strip("{}")}"
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
      xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
      <w:drawing><wp:inline><wp:extent cx="{across}" cy="{down}"/><wp:docPr id="99" name="Text Box 99"/><a:graphic>
      <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
      <wps:spPr><a:prstGeom prst="rect"/>{frame}</wps:spPr><wps:txbx><w:txbxContent><w:p>
      <w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
      w:cs="Times New Roman"/><w:b/><w:sz w:val="26"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>
      </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""

    def edit(root):
        find(root, NUMBER).append(etree.fromstring(drawing))

    return edit


def commented():
    """Return the good document with a remark in the margin."""
    comments = (
        f'<w:comments xmlns:w="{W.strip("{}")}"><w:comment w:id="1" w:author="An"><w:p><w:r><w:t>Xem lại</w:t></w:r>'
        "</w:p></w:comment></w:comments>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(good())) as old:
        members = {each: old.read(each) for each in old.namelist()}
    members[name] = members[name].decode().replace("</Relationships>", link).encode()
    members["word/comments.xml"] = comments.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for each, content in members.items():
            new.writestr(each, content)
    return out.getvalue()


def inserted(root):
    """Mark a run as inserted by somebody."""
    run = next(find(root, OPENING).iter(f"{W}r"))
    change = etree.Element(f"{W}ins", {f"{W}id": "7", f"{W}author": "An"})
    run.addprevious(change)
    change.append(run)


@pytest.mark.parametrize("rule", ["mat", "draft-mark"])
def test_the_good_document_bears_no_mark(rule):
    assert state(good(), rule, mode="issued") == "pass"


@pytest.mark.parametrize("rule", ["khan", "scope-mark"])
def test_marks_a_document_may_leave_out_are_not_looked_at(rule):
    assert state(good(), rule) == "not_applicable"


@pytest.mark.parametrize("text", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật"])
def test_a_typed_mark_of_secrecy_is_told_and_nothing_else(text):
    data = planted(mark(text))
    assert errors(data) == ["mat"]
    assert "không được xử lý bằng công cụ này" in found(data, "mat")[0].message


def test_a_mark_of_secrecy_in_a_box_is_told():
    assert errors(planted(box("TỐI MẬT", 30, 8))) == ["mat"]


def test_words_that_only_look_alike_are_no_mark_of_secrecy():
    assert found(planted(mark("MẶT TRẬN")), "mat") == []
    assert found(planted(insert_after(OPENING, "Mật độ dân số, bí mật nhà nước.")), "mat") == []


@pytest.mark.parametrize("look", [{"sz": "24"}, {"b": "0"}, {"i": "1"}])
def test_a_mark_of_urgency_in_a_wrong_look_is_told_and_nothing_else(look):
    assert errors(planted(mark("HỎA TỐC", **look))) == ["khan"]


def test_a_framed_mark_of_urgency_passes():
    data = planted(box("KHẨN", 20, 8))
    assert state(data, "khan") == "pass"
    assert errors(data) == []


@pytest.mark.parametrize("edit", [box("KHẨN", 45, 20), box("KHẨN", 20, 8, "<a:ln><a:noFill/></a:ln>")])
def test_a_wrong_frame_of_a_mark_of_urgency_is_a_warning(edit):
    data = planted(edit)
    assert [each.severity for each in found(data, "khan")] == ["warning"]
    assert errors(data) == []


def test_a_mark_of_circulation_in_a_wrong_look_is_only_mentioned():
    data = planted(mark("LƯU HÀNH NỘI BỘ", sz="24"))
    assert [each.severity for each in found(data, "scope-mark")] == ["info"]
    assert errors(data) == []


@pytest.mark.parametrize("text", ["DỰ THẢO", "DỰ THẢO LẦN 2", "Dự thảo 12/5/2026", "(Dự thảo lần thứ 3)"])
def test_a_mark_of_the_draft_is_told_once_issued_and_not_before(text):
    data = planted(mark(text))
    assert errors(data, mode="issued") == ["draft-mark"]
    assert found(data, "draft-mark") == []


def test_a_mark_of_the_draft_in_a_box_is_told_once_issued():
    assert errors(planted(box("DỰ THẢO", 40, 10)), mode="issued") == ["draft-mark"]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ trình tại Tờ trình số ……/TTr-SNV.",
        "Hội nghị tổ chức trước ngày ... tháng 7 năm 2026.",
        "Hội nghị tổ chức ngày …/…/2026.",
        "Sở Nội vụ trình tại Tờ trình số     /TTr-SNV.",
    ],
)
def test_a_blank_for_number_or_day_is_told_once_issued_and_not_before(text):
    data = planted(insert_after(OPENING, text))
    assert [each.severity for each in found(data, "draft-mark", mode="issued")] == ["error"]
    assert found(data, "draft-mark") == []


@pytest.mark.parametrize("text", ["Giao cho ………… thực hiện.", "Kinh phí ______ đồng."])
def test_another_row_of_points_is_a_warning_once_issued(text):
    data = planted(insert_after(OPENING, text))
    assert [each.severity for each in found(data, "draft-mark", mode="issued")] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Tuyên truyền tại thôn, tổ dân phố…; hội nghị, hội thảo...",
        "Tổng hợp tài liệu, hồ sơ, v.v...",
        "Ghi rõ số/ký hiệu và ngày tháng năm của văn bản.",
        "Góp ý dự thảo văn bản của cấp trên.",
    ],
)
def test_points_that_say_and_so_on_are_no_blanks(text):
    assert found(planted(insert_after(OPENING, text)), "draft-mark", mode="issued") == []


def test_comments_are_told_once_issued_and_not_before():
    assert errors(commented(), mode="issued") == ["draft-mark"]
    assert errors(commented()) == []


def test_tracked_changes_are_told_once_issued_and_not_before():
    data = planted(inserted)
    assert errors(data, mode="issued") == ["draft-mark"]
    assert errors(data) == []


def test_a_commune_with_a_parent_line_is_only_reminded_of_the_custom():
    data = planted(
        set_text("XÃ GIA KIỆM", "ỦY BAN NHÂN DÂN XÃ GIA KIỆM"), set_text("ỦY BAN NHÂN DÂN", "UBND TỈNH ĐỒNG NAI")
    )
    assert [each.severity for each in found(data, "header-commune")] == ["info"]


def test_a_commune_without_a_parent_line_passes():
    assert state(good(), "header-commune") == "pass"
