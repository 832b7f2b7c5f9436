"""Bodies of all kinds, usual and odd: which are read, and that each is read the same whatever was read before it."""

from dataclasses import replace

import pytest

from kegen.check.paper import Paper
from kegen.docx.lines import line_of, lines_of
from kegen.docx.model import Paragraph, Table
from kegen.docx.read import read_document
from kegen.problem import KegenError
from tests.docx_files.make import W, docx, p, read, wrapped

NUMBERED = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
BOX = (
    '<w:r><w:pict><v:rect style="width:99pt;height:22pt"><v:textbox><w:txbxContent>'
    f"{p('DỰ THẢO')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
)
LETTERING = '<w:r><w:pict><v:shape style="width:99pt;height:22pt"><v:textpath string="MẪU"/></v:shape></w:pict></w:r>'
LINE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
    '<a:prstGeom prst="line"/><a:ln><a:prstDash val="dash"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
DEEP = p("<w:smartTag>" * 200 + "<w:r><w:t>một</w:t></w:r>" + "</w:smartTag>" * 200)
CHANGED = '<w:p><w:ins w:author="An"><w:r><w:t>ba</w:t></w:r></w:ins></w:p>'
STYLED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:name w:val="A"/></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:b/></w:rPr></w:style>'
)


def table(inside, properties=""):
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


BODIES = {
    "plain": p("một") + p("hai") + p("một"),
    "fewer": p("một"),
    "moved": p("hai") + p("") + p("một"),
    "numbered": (p("một", properties=IN_LIST) + p("hai")) * 3,
    "numbered-otherwise": p("hai") + p("một", properties=IN_LIST),
    "section": p("một") + f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" + p("một") + SECTION,
    "pages": p("một") + p("<w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>") + p("một"),
    "change-box": f'<w:p><w:ins w:author="An">{BOX}</w:ins></w:p>' + p("DỰ THẢO"),
    "change": p("một") + p('<w:ins w:author="An"><w:r><w:t>hai</w:t></w:r></w:ins>') + p("một"),
    "mark-deleted": p("một", properties="<w:rPr><w:del/></w:rPr>") + p("hai") + p("một"),
    "table": table(p("một") + p("hai")) + p("một"),
    "styled-table": table(p("một") + p("hai"), '<w:tblStyle w:val="T"/>') + p("ba"),
    "no-table": p("hai") + p("ba"),
    "box": p("một") + p("hai", BOX) + p("một"),
    "lettering": p("một") + p(LETTERING) + p("một"),
    "lettering-after-section": f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" + p(LETTERING) + SECTION,
    "line": p(LINE),
    "line-under-other-names": f'<w:sdt xmlns:a="http://x"><w:sdtContent>{p(LINE)}</w:sdtContent></w:sdt>',
    "empty": "<w:p/>" + p("một") + '<w:p w:x="y"/>' + p("hai"),
    "attributes": f'<w:p w:rsidR="00A1"><w:r><w:t>một</w:t></w:r></w:p>{p("hai")}',
    "comment": p("một") + f"<!-- {p('hai')} -->" + p("một"),
    "half-comment": p("một") + "<w:p><!-- </w:p> --></w:p>" + p("hai"),
    "half-instruction": p("một") + "<w:p><?x </w:p> ?></w:p>" + p("hai"),
    "nested": f"<w:p><w:r>{p('một')[:-1]} ></w:r></w:p>",
    "change-nested": f'<w:p><w:ins w:author="An"><w:r>{p("một")}</w:r></w:ins></w:p>',
    "empty-with-an-end": "<w:p/><w:r/></w:p>",
    "nested-empty": '<w:p><w:r><w:p w:x="y"/></w:r></w:p>',
    "cdata": p("một") + "<w:p><w:r><w:t><![CDATA[</w:p><w:p>]]></w:t></w:r></w:p>" + p("hai"),
    "other-names": f'<x:p xmlns:x="http://x">{p("một")}</x:p>' + p("hai"),
    "renamed": f'<w:sdt xmlns:w="http://x">{p("một")}</w:sdt>' + p("hai"),
    "blank-in-end": "<w:p><w:r><w:t>một</w:t></w:r></w:p >" + p("hai") + p("một"),
    "identity": '<w:p xml:id="a"/>' + p('<w:r xml:id="a"><w:t>một</w:t></w:r>'),
    "identity-once": p('<w:r xml:id="b"><w:t>một</w:t></w:r>') + p("hai"),
    "identity-twice": p('<w:r xml:id="b"><w:t>một</w:t></w:r>') * 2,
    "field": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    + p("<w:r><w:instrText>PAGE</w:instrText></w:r>", "một"),
    "deep": "<w:sdt><w:sdtContent>" * 60 + p("một") + "</w:sdtContent></w:sdt>" * 60,
    "deeper": "<w:sdt><w:sdtContent>" * 125 + p("một") + "</w:sdtContent></w:sdt>" * 125,
    "too-deep": "<w:sdt><w:sdtContent>" * 126 + p("một") + "</w:sdtContent></w:sdt>" * 126,
    "deep-within": "<w:sdt><w:sdtContent>" * 30 + DEEP + "</w:sdtContent></w:sdt>" * 30,
    "deep-alone": DEEP + p("một"),
    "address": p("một", "sectPr " * 3000) + p("http://purl.oclc.org/ooxml/drawingml/main"),
    "address-at-end": p("dài " * 9000)
    + '<w:sectPr><w:pgNumType w:fmt="http://purl.oclc.org/ooxml/drawingml/main"/></w:sectPr>',
    "nested-lettering": f'<w:p><w:r><w:p w:x="y"/>{LETTERING}</w:r></w:p>',
    "broken": p("một") + "</w:p>" + p("hai"),
    "broken-within": p("một") + "<w:p><w:r></w:p>" + p("hai"),
    "entity": p("một") + p("&amp;") + p("&x;"),
}


FILES = {
    name: docx(body, styles=STYLED, numbering=NUMBERED, header=p("một", properties=IN_LIST) + CHANGED, footer=p("hai"))
    for name, body in BODIES.items()
}


TWO_SECTIONS = f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>"
REFERENCE = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'


def outcome(data):
    """Return all that reading says of a file, or why it cannot be read."""
    try:
        document = read_document(data, "tệp")
    except KegenError as refused:
        return str(refused)
    paper = Paper(document)
    return repr(document), document, paper.parts, paper.passages


def test_only_what_is_not_well_formed_or_nests_too_deep_is_refused():
    refused = {name for name, data in FILES.items() if isinstance(outcome(data), str)}
    assert refused == {
        "too-deep",
        "broken",
        "broken-within",
        "empty-with-an-end",
        "deep-within",
        "identity",
        "identity-twice",
        "entity",
    }


def test_a_file_is_read_the_same_whatever_was_read_before_it():
    first = {name: outcome(data) for name, data in FILES.items()}
    for name in reversed(FILES):
        assert outcome(FILES[name]) == first[name], name


@pytest.mark.parametrize("body", [p("một") + REFERENCE, TWO_SECTIONS + REFERENCE, p(LETTERING) + REFERENCE])
@pytest.mark.parametrize("header", [p("một"), p("một", properties=IN_LIST), CHANGED])
def test_headers_that_count_or_tell_changes_are_read_with_the_sections_that_name_them(body, header):
    document = read_document(docx(body, numbering=NUMBERED, header=header, footer=header))
    last = document.sections[-1].headers.default
    assert [line.text for line in lines_of(last)] == [
        "1. một" if IN_LIST in header else "ba" if "ba" in header else "một"
    ]
    assert [each.author for each in document.changes] == ["An"] * (header is CHANGED)


USUAL = wrapped("w:document", f"<w:body>{p('một')}{p('hai')}</w:body>")
MAINS = {
    "paragraph-before-body": (wrapped("w:document", p("ba") + f"<w:body>{p('một')}{p('hai')}</w:body>"), "một hai"),
    "paragraph-after-body": (wrapped("w:document", f"<w:body>{p('một')}</w:body>{p('hai')}"), "một"),
    "two-bodies": (wrapped("w:document", f"<w:body>{p('một')}</w:body><w:body>{p('hai')}</w:body>"), "một"),
    "two-prefixes": (USUAL.replace("xmlns:w=", f'xmlns:x="{W}" xmlns:w=').replace("w:body", "x:body"), "một hai"),
    "strict": (USUAL.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"), "một hai"),
    "declared": (f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{USUAL}", "một hai"),
    "byte-order-mark": (f"\ufeff{USUAL}", "một hai"),
    "comment": (USUAL.replace("<w:document", "<!-- <w:p> --><w:document"), "một hai"),
    "another-root": (USUAL.replace("w:document", "w:doc"), "một hai"),
}


@pytest.mark.parametrize("name", MAINS)
def test_main_parts_of_unusual_form_are_read(name):
    main, text = MAINS[name]
    blocks = read_document(docx("", main=main)).blocks
    assert " ".join(block.text for block in blocks) == text


def test_the_names_of_another_language_are_no_words_names():
    with pytest.raises(KegenError, match="thân văn bản"):
        read_document(docx("", main=USUAL.replace(W, "http://x")))


def test_a_header_of_two_sections_is_two_headers_that_look_the_same():
    reference = '<w:headerReference w:type="default" r:id="header"/>'
    body = f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr></w:p><w:sectPr>{reference}</w:sectPr>"
    one, two = (section.headers.default[0] for section in read(body, header=p("một")).sections)
    assert one == replace(two, section=one.section)
    assert one is not two


def test_the_same_words_under_other_styles_look_otherwise():
    body = p("một")
    bold = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    faces = [read(body, styles=styles).blocks[0].runs[0].face.bold for styles in ("", bold, "", bold)]
    assert faces == [False, True, False, True]


def test_equal_paragraphs_of_one_document_are_two_objects_with_two_places():
    blocks = read(p("một") * 3).blocks
    assert len({id(each) for each in blocks}) == 3
    assert [each.place.ordinal for each in blocks] == [0, 1, 2]
    assert blocks == read(p("một") * 3).blocks


def paragraphs_in(blocks):
    for block in blocks:
        if isinstance(block, Table):
            yield from (each for row in block.rows for cell in row.cells for each in paragraphs_in(cell.blocks))
        else:
            yield block
            for shape in block.shapes:
                yield from paragraphs_in(getattr(shape, "blocks", ()))


@pytest.mark.parametrize("name", ["plain", "table", "box", "numbered", "lettering"])
def test_a_line_holds_the_very_paragraph_of_its_document(name):
    blocks = read_document(FILES[name]).blocks
    own = {id(each) for each in paragraphs_in(blocks)}
    assert all(id(line.paragraph) in own for line in lines_of(blocks))
    assert all(line_of(each).paragraph is each for each in blocks if isinstance(each, Paragraph))
