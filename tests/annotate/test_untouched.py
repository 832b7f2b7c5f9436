"""What was in the file before: there after."""

import io
import re
import struct
import zipfile

import pytest
from lxml import etree

from kegen.annotate.annotate import Remark, annotate
from kegen.docx.read import read_document
from kegen.output.seal import is_untouched, seal

from .files import (
    MAIN,
    TEXT_BOX,
    TRACKED,
    W,
    at,
    body,
    canonical,
    comments,
    docx,
    ids,
    members,
    names,
    p,
    pack,
    parts,
    read,
    told,
    without_marks,
)


def test_no_remarks_give_the_very_file():
    data = docx(p("một"))
    assert annotate(data, []) is data


def test_what_was_put_in_taken_out_again_gives_the_document():
    inner = (
        p("một", "<w:pPr/>") + TRACKED + TEXT_BOX + "<w:p></w:p>" + f"<w:tbl><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>"
    )
    data = docx(inner)
    out = read(annotate(data, at(*range(7), *range(7))))
    assert len(ids(out)) == 14
    assert without_marks(out) == canonical(read(data))


def test_additions_are_all_that_happens_to_any_part():
    data = docx(p("một") + "<w:p/>", comments(3))
    assert without_marks(read(annotate(data, at(0, 1)))) == canonical(read(data))


def test_names_of_spaces_that_only_an_attribute_speaks_of_stay_with_all_else_that_is_no_element():
    document = body(
        p("một", "<w:pPr>\n  </w:pPr>\n  ") + "<?pi a?><!-- lời --><w:p><w:r><w:t><![CDATA[a & b]]></w:t></w:r></w:p>"
    )
    document = document.replace("><w:body>", ' xmlns:w15="urn:w15" mc:Ignorable="w14 w15"><w:body>')
    out = read(annotate(pack(parts(document)), at(0, 1)))
    assert without_marks(out) == canonical(document)
    assert out.startswith(document[: document.index("<w:body>")])
    assert "<![CDATA[a & b]]>" in out


def test_members_not_concerned_keep_what_they_hold():
    for streamed in (False, True):
        data = pack(parts(body(p("một"))), streamed=streamed)
        before, after = members(data), members(annotate(data, at(0)))
        concerned = {MAIN, "word/_rels/document.xml.rels", "[Content_Types].xml"}
        assert list(after) == [*before, "word/comments.xml"]
        assert {name for name in before if before[name] != after[name]} == concerned
        assert all(after[name][1:] == before[name][1:] for name in before)


def test_members_out_of_order_stay_so():
    data = pack(parts(body(p("một"))))
    start = int.from_bytes(data[-6:-2], "little")
    entries = re.split(rb"(?=PK\x01\x02)", data[start:-22])[1:]
    turned = data[:start] + b"".join(reversed(entries)) + data[-22:]
    out = annotate(turned, at(0))
    assert names(out) == [*reversed(names(data)), "word/comments.xml"]
    assert read(out, "word/styles.xml") == read(data, "word/styles.xml")


def test_the_comment_of_the_archive_stays_and_a_seal_no_longer_holds():
    assert annotate(pack(parts(body(p("một"))), b"ghi tay"), at(0)).endswith(b"\x07\x00ghi tay")
    draft = seal(docx(p("một")))
    assert is_untouched(draft)
    assert not is_untouched(annotate(draft, at(0)))


def test_existing_comments_stay_and_new_ids_go_on_above_them():
    marked = '<w:p><w:commentRangeStart w:id="5"/><w:r><w:t>một</w:t></w:r><w:commentRangeEnd w:id="5"/></w:p>'
    data = docx(marked, comments(2, 5))
    out = annotate(data, at(0))
    assert told(out) == {2: "Cũ 2", 5: "Cũ 5", 6: "Nhận xét 0"}
    old = canonical(read(data, "word/comments.xml"))
    assert canonical(re.sub(r'<w:comment w:id="6".*?</w:comment>', "", read(out, "word/comments.xml"))) == old
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/commentsExtended.xml"):
        assert members(out)[name] == members(data)[name]
    assert marked[:-6] in read(out).replace('<w:commentRangeStart w:id="6"/>', "")


def test_tracked_changes_and_bookmarks_stay():
    data = docx(TRACKED)
    out = read(annotate(data, at(0)))
    assert without_marks(out) == canonical(read(data))
    assert '</w:pPrChange></w:pPr><w:commentRangeStart w:id="0"/><w:bookmarkStart' in out


@pytest.mark.parametrize(
    ("codec", "bom"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
    ],
)
def test_other_encodings_and_byte_order_marks_stay(codec, bom):
    document = body(p("Kế hoạch 😀")).replace("UTF-8", codec[:6].upper())
    data = pack(parts(bom + document.encode(codec)))
    with zipfile.ZipFile(io.BytesIO(annotate(data, at(0)))) as z:
        raw = z.read(MAIN)
    assert raw.startswith(bom + "<?xml".encode(codec))
    out = raw[len(bom) :].decode(codec)
    assert '<w:commentRangeStart w:id="0"/><w:r><w:t>Kế hoạch 😀' in out
    assert without_marks(out) == canonical(document)
    assert out.partition("\r\n")[0] == document.partition("\r\n")[0]


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("US-ASCII", "ascii"),
        ("ascii", "ascii"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1258", "cp1258"),
        ("UTF-32", "utf-32"),
        ("UTF-32", "utf-32-le"),
        ("UTF-7", "utf-7"),
        ("UTF-16", "utf-16"),
    ],
)
def test_comments_in_any_encoding_stay_sound_and_take_vietnamese_letters(name, codec):
    old = comments(3).replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{name}"?>')
    data = pack(parts(body(p("một")), old.encode(codec, "xmlcharrefreplace")))
    with zipfile.ZipFile(io.BytesIO(annotate(data, [Remark(MAIN, 0, "Thể thức “Đặc khu” 😀")]))) as z:
        found = etree.fromstring(z.read("word/comments.xml"))
    assert ["".join(each.itertext()) for each in found.iter(f"{{{W}}}comment")] == ["Cũ 3", "Thể thức “Đặc khu” 😀"]


def test_the_same_input_gives_the_same_bytes():
    data = docx(p("một") + TEXT_BOX, comments(1))
    assert annotate(data, at(0, 1, 2)) == annotate(data, at(0, 1, 2))


def test_sizes_of_64_bits_that_were_not_needed_go():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts(body(p("một"))).items():
            info = zipfile.ZipInfo(name)
            if name == "word/styles.xml":
                info.extra, info.extract_version = struct.pack("<2H2Q", 1, 16, 7, 7), 45
            with z.open(info, "w", force_zip64=True) as member:
                member.write(content if isinstance(content, bytes) else content.encode())
    data = stream.getvalue()
    out = annotate(data, at(0))
    assert without_marks(read(out)) == canonical(read(data))
    assert members(out)["word/styles.xml"][0] == members(data)["word/styles.xml"][0]
    assert b"\x01\x00\x10\x00" in data
    assert b"\x01\x00\x10\x00" not in out


def test_the_marks_of_a_draft_stay():
    start, end = '<w:bookmarkStart w:id="2000000" w:name="_kg_muc_dich"/>', '<w:bookmarkEnd w:id="2000000"/>'
    data = docx(f"<w:p>{start}<w:r><w:t>một</w:t></w:r>{end}</w:p>")
    for each in (data, annotate(data, at(0))):
        (block,) = read_document(each, with_marks=True).blocks
        assert block.marks == ("_kg_muc_dich",)
