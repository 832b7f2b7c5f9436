"""The parts that hold comments and name each other, however the file spells them."""

import io
import json
import os
import subprocess

import pytest
from docx import Document

from kegen.annotate.annotate import Remark, annotate

from .files import (
    MAIN,
    STRICT,
    W,
    at,
    body,
    comments,
    content_types,
    docx,
    p,
    pack,
    parts,
    read,
    relationships,
    told,
)

VALIDATOR = os.environ.get("KEGEN_OOXML_VALIDATOR", "")


def test_a_file_without_comments_gets_all_that_comments_need():
    out = annotate(docx(p("một")), at(0))
    relationship = (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"'
    )
    assert f'{relationship} Target="comments.xml"/></Relationships>' in read(out, "word/_rels/document.xml.rels")
    override = '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument'
    assert f'{override}.wordprocessingml.comments+xml"/></Types>' in read(out, "[Content_Types].xml")
    assert read(out, "word/comments.xml") == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="kegen" w:initials="kg"><w:p>'
        '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:annotationRef/></w:r>'
        '<w:r><w:t xml:space="preserve">Nhận xét 0</w:t></w:r></w:p></w:comment></w:comments>'
    )


def test_a_main_part_without_relationships_gets_them():
    without = {name: part for name, part in parts(body(p("một"))).items() if name != "word/_rels/document.xml.rels"}
    out = annotate(pack(without), at(0))
    assert [each.text for each in Document(io.BytesIO(out)).comments] == ["Nhận xét 0"]


def test_a_stray_comments_part_is_not_taken_for_the_documents_own():
    out = annotate(pack({**parts(body(p("một"))), "word/Comments.xml": "<x/>"}), at(0))
    assert read(out, "word/Comments.xml") == "<x/>"
    assert told(out, "word/comments1.xml") == {0: "Nhận xét 0"}


def test_a_relationship_to_a_missing_part_is_given_its_part():
    lacking = parts(body(p("một")), comments())
    del lacking["word/comments.xml"]
    data = pack(lacking)
    out = annotate(data, at(0))
    assert told(out) == {0: "Nhận xét 0"}
    assert read(out, "[Content_Types].xml") == read(data, "[Content_Types].xml")


def test_annotating_a_copy_with_remarks_adds_to_them():
    out = annotate(annotate(docx(p("một") + p("hai")), at(0)), at(1))
    assert told(out) == {0: "Nhận xét 0", 1: "Nhận xét 1"}


def test_an_id_that_only_the_text_uses_is_not_taken():
    out = annotate(docx('<w:p><w:r><w:commentReference w:id="9"/></w:r></w:p>'), at(0))
    assert list(told(out)) == [10]


def test_ids_at_the_upper_end_leave_the_free_ones_below():
    out = annotate(docx(p("một"), comments(0, 2**31 - 1)), at(0, 0))
    assert list(told(out)) == [0, 2**31 - 1, 1, 2]


@pytest.mark.parametrize(
    ("old", "start"),
    [
        (f'<w:comments xmlns:w="{W}"/>', f'<w:comments xmlns:w="{W}"><w:comment w:id="0"'),
        (f'<k:comments xmlns:k="{W}"></k:comments>', f'<k:comments xmlns:k="{W}"><k:comment k:id="0"'),
        (f'<comments xmlns="{W}"  />', f'<comments xmlns="{W}"><comment xmlns:w="{W}" w:id="0"'),
    ],
    ids=["tự đóng", "tiền tố khác", "không tiền tố"],
)
def test_a_comments_part_may_be_empty_or_spelled_otherwise(old, start):
    out = annotate(docx(p("một"), old), at(0))
    assert read(out, "word/comments.xml").startswith(start)
    assert [each.text for each in Document(io.BytesIO(out)).comments] == ["Nhận xét 0"]


def test_another_prefix_is_kept_to():
    document = body(p("một")).replace("<w:", "<x:").replace("</w:", "</x:").replace("xmlns:w=", "xmlns:x=")
    out = read(annotate(pack(parts(document)), at(0)))
    assert '<x:p><x:commentRangeStart x:id="0"/><x:r>' in out
    assert '<x:commentReference x:id="0"/></x:r></x:p>' in out


def test_without_a_prefix_the_marks_bring_their_own():
    document = f'<document xmlns="{W}"><body><p><r><t>một</t></r></p><p/></body></document>'
    out = annotate(pack(parts(document)), at(0, 1))
    assert f'<p><commentRangeStart xmlns:w="{W}" w:id="0"/><r><t>một</t></r><commentRangeEnd xmlns:w=' in read(out)
    assert read(out).endswith("</r></p></body></document>")
    assert [each.text for each in Document(io.BytesIO(out)).comments] == ["Nhận xét 0", "Nhận xét 1"]


def test_the_strict_form_gets_strict_names():
    out = annotate(pack(parts(body(p("một"), STRICT))), at(0))
    assert f'<w:comments xmlns:w="{STRICT}">' in read(out, "word/comments.xml")
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in read(
        out, "word/_rels/document.xml.rels"
    )


def test_the_main_part_may_have_another_name():
    moved = {
        "[Content_Types].xml": content_types(("noi dung/van-ban.xml", "document.main")),
        "_rels/.rels": relationships(("x", "officeDocument", "/noi dung/Van-Ban.xml")),
        "noi dung/van-ban.xml": body(p("một")),
    }
    out = annotate(pack(moved), [Remark("noi dung/van-ban.xml", 0, "đây")])
    assert told(out, "noi dung/comments.xml") == {0: "đây"}
    assert 'Target="comments.xml"' in read(out, "noi dung/_rels/van-ban.xml.rels")


def test_python_docx_reads_author_and_text_and_goes_on_editing():
    stream = io.BytesIO()
    document = Document()
    document.add_comment(document.add_paragraph("Một").runs, "đã có", author="Bình", initials="B")
    document.add_paragraph("Hai")
    document.save(stream)
    again = Document(io.BytesIO(annotate(stream.getvalue(), at(1))))
    assert [(each.author, each.initials, each.text) for each in again.comments] == [
        ("Bình", "B", "đã có"),
        ("kegen", "kg", "Nhận xét 1"),
    ]
    assert [each.text for each in again.paragraphs] == ["Một", "Hai"]
    assert again.comments.get(1).timestamp is None


@pytest.mark.validator
@pytest.mark.skipif(not VALIDATOR, reason="KEGEN_OOXML_VALIDATOR không đặt")
def test_the_validator_finds_no_error(tmp_path):
    stream = io.BytesIO()
    document = Document()
    document.add_comment(document.add_paragraph("Một").runs, "đã có", author="Bình", initials="B")
    document.add_table(2, 2)
    document.add_paragraph("Hai", style="Heading 1")
    document.save(stream)
    file = tmp_path / "annotated.docx"
    file.write_bytes(annotate(stream.getvalue(), [*at(*range(6), 0), Remark(MAIN, 0, "nhiều\ndòng\tvà & <")]))
    done = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
