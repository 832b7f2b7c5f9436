"""Comments: where they stand and what they say."""

import io
import re

import pytest
from docx import Document

from kegen.annotate.annotate import Remark, annotate

from .files import MAIN, TEXT_BOX, at, canonical, docx, ids, p, read, told, without_marks


def test_a_comment_spans_its_whole_paragraph_after_the_properties():
    out = read(annotate(docx(p("một") + p("hai", "<w:pPr><w:jc w:val='center'/></w:pPr>")), at(1)))
    assert (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>hai</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>'
    ) in out
    assert p("một") in out


@pytest.mark.parametrize(
    ("alone", "opened"),
    [
        ("<w:p/>", "<w:p>"),
        ("<w:p w14:paraId=\"00000001\" w14:textId='a>b' />", '<w:p w14:paraId="00000001" w14:textId="a&gt;b">'),
    ],
)
def test_a_paragraph_that_stands_alone_is_opened_up(alone, opened):
    out = read(annotate(docx(p("một") + alone), at(1)))
    marks = '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:sz w:val="16"/></w:rPr>'
    assert f'{opened}{marks}<w:commentReference w:id="0"/></w:r></w:p>' in out


def test_properties_that_stand_alone_come_before_the_comment():
    assert '<w:p><w:pPr/><w:commentRangeStart w:id="0"/><w:commentRangeEnd' in read(
        annotate(docx("<w:p><w:pPr/></w:p>"), at(0))
    )


def test_remarks_on_one_paragraph_nest_and_are_read_in_their_order():
    out = annotate(docx(p("một")), [Remark(MAIN, 0, "trước"), Remark(MAIN, 0, "sau")])
    marks = re.findall(r'comment(RangeStart|RangeEnd|Reference) w:id="(\d)"', read(out))
    kinds = ["RangeStart", "RangeStart", "RangeEnd", "Reference", "RangeEnd", "Reference"]
    assert marks == list(zip(kinds, "100011", strict=True))
    assert told(out) == {0: "trước", 1: "sau"}


def test_ids_rise_in_the_order_of_the_document():
    out = annotate(docx(p("một") + p("hai") + p("ba")), at(2, 0, 1))
    assert ids(read(out)) == ["0", "1", "2"]
    assert told(out) == {0: "Nhận xét 0", 1: "Nhận xét 1", 2: "Nhận xét 2"}


def test_a_remark_in_a_text_box_goes_to_the_paragraph_that_holds_the_box():
    data = docx(p("một") + TEXT_BOX + p("cuối"))
    out = read(annotate(data, at(1, 2, 3)))
    last = out.index("</mc:AlternateContent></w:r>")
    assert all(out.index(f'commentReference w:id="{id_}"') > last for id_ in "012")
    assert out.index('commentReference w:id="2"') < out.index("cuối")
    assert out.index('commentRangeStart w:id="2"') < out.index("<mc:AlternateContent>")
    assert without_marks(out) == canonical(read(data))


def test_the_paragraph_after_a_text_box_is_counted_rightly():
    out = read(annotate(docx(TEXT_BOX + p("cuối")), at(3)))
    assert '<w:commentRangeStart w:id="0"/><w:r><w:t>cuối</w:t>' in out


def test_a_box_between_paragraphs_sends_its_remark_to_the_one_before():
    fallback = f"<mc:AlternateContent><mc:Fallback>{p('dự phòng')}</mc:Fallback></mc:AlternateContent>"
    for inner in (fallback + p("một"), p("một") + fallback):
        assert '<w:commentRangeStart w:id="0"/><w:r><w:t>một' in read(annotate(docx(inner), at(0)))


def test_a_cell_that_another_covers_bears_no_comment():
    def cell(text, merge):
        return f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc></w:tr>"

    table = cell("trên", '<w:vMerge w:val="restart"/>') + cell("dưới", "<w:vMerge/>")
    out = read(annotate(docx(f"<w:tbl>{table}</w:tbl>"), at(0, 1)))
    assert '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="0"/><w:r><w:t>trên' in out


def test_a_remark_in_a_header_or_note_goes_to_the_first_paragraph_after_its_own():
    remarks = [Remark("word/header1.xml", 7, "đầu trang"), Remark("word/footnotes.xml", 0, "chú"), *at(0)]
    out = annotate(docx(p("một") + p("hai")), remarks)
    assert told(out) == {0: "Nhận xét 0", 1: "đầu trang", 2: "chú"}
    assert p("hai") in read(out)


def test_paragraphs_in_controls_and_tables_bear_their_own():
    inner = f"<w:sdt><w:sdtContent>{p('một')}</w:sdtContent></w:sdt><w:tbl><w:tr><w:tc>{p('hai')}</w:tc></w:tr></w:tbl>"
    out = read(annotate(docx(inner), at(0, 1)))
    assert '<w:commentRangeStart w:id="0"/><w:r><w:t>một' in out
    assert '<w:commentRangeStart w:id="1"/><w:r><w:t>hai' in out


def test_a_text_may_hold_any_character():
    out = annotate(docx(p("một")), [Remark(MAIN, 0, "a & b < c > \"d\" 'e'\x00\x0b\ud800\ufffe ]]> 😀")])
    [found] = Document(io.BytesIO(out)).comments
    assert found.text == "a & b < c > \"d\" 'e' ]]> 😀"


def test_each_line_becomes_a_paragraph_and_a_tab_stays_one():
    out = annotate(docx(p("một")), [Remark(MAIN, 0, "dòng một\r\n\n  dòng\tba ")])
    [found] = Document(io.BytesIO(out)).comments
    assert [each.text for each in found.paragraphs] == ["dòng một", "", "  dòng\tba "]
