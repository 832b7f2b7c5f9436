"""What a Word file says and shows comes out as plain values, whatever way it is written down."""

import pytest

from kegen.docx.lengths import mm, points, read_length, twips
from kegen.docx.lines import line_of
from kegen.docx.model import DrawnLine, Picture, Table, TextBox
from kegen.docx.read import read_document
from tests.docx_files.make import docx, p, read, run, wrapped

TNR = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)


def style(kind, key, characters="", paragraph="", **more):
    based_on, extra = more.get("based_on", ""), more.get("extra", "")
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{extra}><w:name w:val="{key}"/>'
        f'{f"""<w:basedOn w:val="{based_on}"/>""" if based_on else ""}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def face(body, **parts):
    return read(body, **parts).blocks[0].runs[0].face


def test_a_runs_own_font_beats_its_styles():
    assert (
        face(
            p(run("x", TNR), properties='<w:pStyle w:val="A"/>'), styles=style("paragraph", "A", "<w:sz w:val='30'/>")
        ).font
        == "Times New Roman"
    )


def test_a_look_comes_from_the_ancestors_of_a_style():
    styles = style("paragraph", "A", '<w:sz w:val="28"/><w:b/>') + style("paragraph", "B", "<w:i/>", based_on="A")
    found = face(p("x", properties='<w:pStyle w:val="B"/>'), styles=styles)
    assert (found.size, found.bold, found.italic) == (14.0, True, True)


def test_the_default_paragraph_style_reaches_paragraphs_that_name_none():
    styles = style("paragraph", "Normal", '<w:sz w:val="26"/>', '<w:jc w:val="both"/>', extra=' w:default="1"')
    document = read(p("x"), styles=styles)
    assert document.blocks[0].runs[0].face.size == 13.0
    assert document.blocks[0].format.alignment == "both"


def test_document_defaults_come_last():
    styles = DEFAULTS.format('<w:sz w:val="24"/>', '<w:spacing w:after="120"/>')
    document = read(p("x"), styles=styles)
    assert document.blocks[0].runs[0].face.size == 12.0
    assert document.blocks[0].format.spacing.after == points(6)


def test_bold_in_paragraph_and_character_style_cancel_out():
    styles = style("paragraph", "A", "<w:b/>") + style("character", "C", "<w:b/>")
    named = '<w:pStyle w:val="A"/>'
    assert face(p("x", properties=named), styles=styles).bold
    assert not face(p(run("x", '<w:rStyle w:val="C"/>'), properties=named), styles=styles).bold
    assert face(p(run("x", '<w:rStyle w:val="C"/><w:b/>'), properties=named), styles=styles).bold


@pytest.mark.parametrize(
    ("val", "bold"), [("", True), (' w:val="1"', True), (' w:val="0"', False), (' w:val="off"', False)]
)
def test_a_switch_is_on_unless_it_says_off(val, bold):
    assert face(p(run("x", f"<w:b{val}/>"))).bold is bold


THEME = (
    '<a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:font script="Viet" typeface="Times New Roman"/></a:minorFont></a:fontScheme>'
    "</a:themeElements>"
)
THEMED = DEFAULTS.format('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', "")


@pytest.mark.parametrize(("language", "font"), [("en-US", "Calibri"), ("vi-VN", "Times New Roman")])
def test_a_theme_font_is_that_of_the_languages_script(language, font):
    settings = f'<w:themeFontLang w:val="{language}"/>'
    found = face(p("x"), styles=THEMED, theme=THEME, settings=settings)
    assert (found.font, found.font_other) == (font, font)


def test_a_font_named_by_a_run_beats_the_themes():
    assert face(p(run("x", TNR)), styles=THEMED, theme=THEME).font == "Times New Roman"


def test_a_theme_that_is_missing_leaves_the_font_unknown():
    assert face(p("x"), styles=THEMED).font == ""


def test_a_table_style_reaches_its_cells_and_its_first_row():
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = (
        f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:sz w:val="22"/></w:rPr>{first}</w:style>'
    )
    row = f"<w:tr><w:tc>{p('x')}</w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr>{row}{row}</w:tbl>'
    rows = read(table, styles=styles).blocks[0].rows
    faces = [each.cells[0].blocks[0].runs[0].face for each in rows]
    assert [(each.size, each.bold) for each in faces] == [(11.0, True), (11.0, False)]


TEXTS = {
    "smart tags": (f'<w:p><w:smartTag w:element="place">{run("Hải")}</w:smartTag>{run(" Phòng")}</w:p>', "Hải Phòng"),
    "links": (f"<w:p><w:hyperlink>{run('cổng')}</w:hyperlink></w:p>", "cổng"),
    "content controls": (f"<w:p><w:sdt><w:sdtContent>{run('ô')}</w:sdtContent></w:sdt></w:p>", "ô"),
    "insertions": (f'<w:p><w:ins w:author="A">{run("thêm")}</w:ins></w:p>', "thêm"),
    "deletions": (f"<w:p>{run('còn')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>", "còn"),
    "moves": (f"<w:p><w:moveFrom>{run('đi')}</w:moveFrom><w:moveTo>{run('đến')}</w:moveTo></w:p>", "đến"),
    "no-break hyphens": ("<w:p><w:r><w:t>226</w:t><w:noBreakHyphen/><w:t>KL</w:t></w:r></w:p>", "226-KL"),
    "tabs": ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb"),
    "line breaks": ("<w:p><w:r><w:t>về</w:t><w:br/><w:t>việc</w:t></w:r></w:p>", "về\nviệc"),
    "hidden text": (p(run("thấy"), run("ẩn", "<w:vanish/>")), "thấy"),
    "soft hyphens": ("<w:p><w:r><w:t>kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r></w:p>", "kếhoạch"),
    "simple fields": (f'<w:p><w:fldSimple w:instr="DATE">{run("21/11")}</w:fldSimple></w:p>', "21/11"),
}


@pytest.mark.parametrize("what", TEXTS)
def test_text_is_read_as_word_shows_it_with(what):
    body, text = TEXTS[what]
    assert read(body).blocks[0].text == text


def test_a_line_keeps_words_apart_that_only_a_break_parts():
    assert line_of(read(TEXTS["line breaks"][0]).blocks[0]).text == "về việc"


def test_decomposed_text_stays_as_it_is_and_its_line_is_composed():
    paragraph = read(p("Kê\u0301 hoa\u0323ch")).blocks[0]
    assert "\u0301" in paragraph.text
    assert line_of(paragraph).text == "Kế hoạch"


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next():
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    blocks = read(p("một ", properties=gone) + p("hai")).blocks
    assert [each.text for each in blocks] == ["một hai"]


def test_tracked_changes_are_told_with_their_author():
    gone = '<w:del w:author="Bình"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    body = f'<w:p><w:ins w:author="An">{run("thêm")}</w:ins>{gone}</w:p>'
    changes = [(each.kind, each.author, each.text) for each in read(body).changes]
    assert changes == [("ins", "An", "thêm"), ("del", "Bình", "bỏ")]


BOX = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
ALTERNATE = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="360000" cy="36000"/>'
    f"<a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>"
    f"{BOX}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_a_text_box_told_in_two_ways_is_read_once():
    (box,) = read(ALTERNATE).blocks[0].shapes
    assert isinstance(box, TextBox)
    assert [each.text for each in box.blocks] == ["DỰ THẢO"]


def test_what_word_cannot_show_is_read_from_the_fallback():
    (box,) = read(ALTERNATE.replace('Requires="wps"', 'Requires="wps unheard"')).blocks[0].shapes
    assert box.blocks[0].text == "DỰ THẢO"


def test_paragraphs_are_counted_as_they_stand_in_the_part_fallbacks_included():
    assert [each.place.ordinal for each in read(ALTERNATE + p("sau")).blocks] == [0, 3]


def line(dash="", extra=""):
    return (
        '<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
        "<wp:posOffset>360000</wp:posOffset></wp:positionH>"
        '<wp:extent cx="1800000" cy="0"/><wp:docPr id="1" name="ke"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        f'<a:prstGeom prst="line"/><a:ln w="9525">{dash}</a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        f"{extra}</wp:anchor></w:drawing></w:r></w:p>"
    )


def test_a_drawn_line_has_its_length_and_place():
    (drawn,) = read(line()).blocks[0].shapes
    assert isinstance(drawn, DrawnLine)
    assert (drawn.length, drawn.left, drawn.solid, drawn.name) == (mm(50), mm(10), True, "ke")


def test_a_dashed_line_is_not_solid():
    assert not read(line('<a:prstDash val="dash"/>')).blocks[0].shapes[0].solid


VML = {
    "line": '<v:line from="0,0" to="72pt,0"/>',
    "connector": '<v:shape type="#_x0000_t32" style="width:72pt;height:0"/>',
    "thin box": '<v:rect style="width:72pt;height:1pt"/>',
}


@pytest.mark.parametrize("what", VML)
def test_a_line_in_vml_is_a_line(what):
    (drawn,) = read(f"<w:p><w:r><w:pict>{VML[what]}</w:pict></w:r></w:p>").blocks[0].shapes
    assert isinstance(drawn, DrawnLine)
    assert drawn.length == points(72)


def test_the_words_of_a_watermark_are_read():
    mark = '<v:shape style="width:400pt;height:100pt"><v:textpath string="DỰ THẢO"/></v:shape>'
    (box,) = read(f"<w:p><w:r><w:pict>{mark}</w:pict></w:r></w:p>").blocks[0].shapes
    assert [each.text for each in box.blocks] == ["DỰ THẢO"]


def test_a_picture_is_told_and_not_read():
    picture = '<v:shape style="width:10pt;height:10pt"><v:imagedata/></v:shape>'
    assert isinstance(read(f"<w:p><w:r><w:pict>{picture}</w:pict></w:r></w:p>").blocks[0].shapes[0], Picture)


def lists(*levels):
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>{number}'


def numbered(depth):
    return p("x", properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def test_automatic_numbers_are_counted_as_word_counts_them():
    numbering = lists(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    body = "".join(map(numbered, [0, 1, 1, 2, 2, 0, 1, 2]))
    labels = [each.label for each in read(body, numbering=numbering).blocks]
    assert labels == ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "a)"]


def test_a_number_of_several_levels_names_those_above():
    numbering = lists(("decimal", "%1."), ("decimal", "%1.%2."))
    labels = [each.label for each in read("".join(map(numbered, [0, 1, 1, 0, 1])), numbering=numbering).blocks]
    assert labels == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_bullets_and_their_indents_come_from_the_list():
    paragraph = read(numbered(0), numbering=lists(("bullet", "\uf0b7"))).blocks[0]
    assert paragraph.label == "•"
    assert (paragraph.format.left, paragraph.format.first_line) == (twips(720), twips(-360))


def test_a_paragraph_can_leave_the_list_of_its_style():
    styles = style("paragraph", "L", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    named = '<w:pStyle w:val="L"/>'
    body = p("a", properties=named) + p("b", properties=f'{named}<w:numPr><w:numId w:val="0"/></w:numPr>')
    labels = [each.label for each in read(body, styles=styles, numbering=lists(("decimal", "%1."))).blocks]
    assert labels == ["1.", ""]


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
)
PAGE = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText> PAGE  \\* MERGEFORMAT </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def test_a_section_has_its_paper_margins_and_header():
    (section,) = read(p("x") + SECTION, header=PAGE).sections
    assert (round(section.page.width.mm), round(section.page.left.mm)) == (210, 30)
    assert section.numbers.start == 1
    assert section.has_first_page
    assert section.headers.default[0].fields == ("PAGE",)
    assert section.headers.first == ()


def test_a_section_that_names_no_header_takes_the_one_before():
    body = p("a", properties=SECTION) + p("b") + "<w:sectPr/>"
    document = read(body, header=PAGE)
    assert [each.section for each in document.blocks] == [0, 1]
    assert document.sections[1].headers == document.sections[0].headers


def test_a_file_that_says_nothing_of_its_paper_is_on_letter_as_word_takes_it():
    assert round(read(p("x")).sections[0].page.width.mm) == 216


def test_tables_in_tables_are_read():
    inner = f"<w:tbl><w:tr><w:tc>{p('trong')}</w:tc></w:tr></w:tbl>"
    outer = read(f"<w:tbl><w:tr><w:tc>{inner}{p('ngoài')}</w:tc></w:tr></w:tbl>").blocks[0]
    inside, after = outer.rows[0].cells[0].blocks
    assert isinstance(inside, Table)
    assert (inside.rows[0].cells[0].blocks[0].text, after.text) == ("trong", "ngoài")


def test_cells_know_their_columns_and_borders():
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("a")}</w:tc><w:tc>{p("b")}</w:tc>'
    edges = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="nil"/></w:tblBorders></w:tblPr>'
    table = read(f"<w:tbl>{edges}<w:tr>{cells}</w:tr></w:tbl>").blocks[0]
    assert [(each.column, each.span) for each in table.rows[0].cells] == [(0, 2), (2, 1)]
    assert table.bordered
    assert not read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").blocks[0].bordered


def test_a_deleted_row_is_gone():
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("bỏ")}</w:tc></w:tr>'
    assert len(read(f"<w:tbl>{gone}<w:tr><w:tc>{p('còn')}</w:tc></w:tr></w:tbl>").blocks[0].rows) == 1


def test_footnotes_and_comments_are_read_without_words_own_lines():
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote><w:footnote w:id="2">{p("Lời chú")}</w:footnote>'
    )
    comments = f'<w:comment w:id="0" w:author="An">{p("Xem lại")}</w:comment>'
    document = read('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=notes, comments=comments)
    assert document.blocks[0].notes == (2,)
    assert [(each.id, each.blocks[0].text) for each in document.footnotes] == [(2, "Lời chú")]
    assert [(each.author, each.text) for each in document.comments] == [("An", "Xem lại")]


def test_pages_are_known_where_word_left_its_marks():
    body = p("a") + f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{run('b')}</w:p>" + p("c")
    assert [each.page for each in read(body).blocks] == [1, 1, 2]
    assert [each.page for each in read(p("a")).blocks] == [0]


def test_a_page_is_not_told_where_more_follows_the_last_mark_than_a_page_holds():
    mark = f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{run('b')}</w:p>"
    full, long = p("chữ " * 1400), p("chữ " * 1600)
    assert [each.page for each in read(mark + full + p("c") + mark + p("d")).blocks] == [1, 2, 2, 2, 3]
    assert [each.page for each in read(mark + long + p("c") + mark + p("d")).blocks] == [1, 2, 0, 0, 0]


def test_a_footnote_stands_on_the_page_of_its_sign_an_endnote_on_the_last():
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    first, second = ('<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>')
    body = f"<w:p>{run('a')}{first}</w:p><w:p>{broken}{run('b')}{second}</w:p><w:p>{broken}{run('c')}</w:p>"
    notes = "".join(f'<w:footnote w:id="{number}">{p("x")}</w:footnote>' for number in (1, 2))
    document = read(body, footnotes=notes, endnotes=f'<w:endnote w:id="1">{p("y")}</w:endnote>')
    assert [(each.blocks[0].text, each.blocks[0].page) for each in document.footnotes] == [("x", 1), ("x", 2), ("y", 3)]
    (unknown,) = read(f"<w:p>{first}</w:p>", footnotes=f'<w:footnote w:id="1">{p("x")}</w:footnote>').footnotes
    assert unknown.blocks[0].page == 0


def test_the_strict_form_is_read_like_the_usual_one():
    data = docx(p("chữ"))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = f"<w:document xmlns:w='{usual.decode()}'><w:body>{p('chữ')}</w:body></w:document>"
    strict = docx("", main=main.replace(usual.decode(), "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert read_document(strict).blocks[0].text == read_document(data).blocks[0].text


def test_xml_in_utf_16_is_read():
    root = wrapped("w:document", f"<w:body>{p('Đặc khu')}</w:body>")
    main = f'<?xml version="1.0" encoding="UTF-16"?>{root}'
    assert read_document(docx("", main=main.encode("utf-16"))).blocks[0].text == "Đặc khu"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("720", twips(720)),
        ("12.7mm", mm(12.7)),
        ("36pt", points(36)),
        ("", None),
        ("x", None),
        (None, None),
        ("1e999", None),
    ],
)
def test_lengths_are_read_with_and_without_a_unit(text, length):
    assert read_length(text) == length


def test_lengths_know_their_units():
    assert (twips(567).mm, points(6).twips, mm(25.4).pt) == (pytest.approx(10, abs=0.01), 120, 72)


SPACINGS = {
    '<w:spacing w:line="360"/>': (360, "auto"),
    '<w:spacing w:line="400" w:lineRule="exact"/>': (400, "exact"),
    '<w:spacing w:line="400" w:lineRule="atLeast"/>': (400, "atLeast"),
    "": (240, "auto"),
}


@pytest.mark.parametrize("properties", SPACINGS)
def test_line_spacing_comes_with_its_rule(properties):
    spacing = read(p("x", properties=properties)).blocks[0].format.spacing
    assert (spacing.line, spacing.rule) == SPACINGS[properties]


def test_an_alignment_or_a_line_rule_that_word_does_not_know_states_nothing():
    known = read(p("x", properties='<w:jc w:val="thaiDistribute"/><w:spacing w:lineRule="exact"/>')).blocks[0].format
    assert (known.alignment, known.spacing.rule) == ("distribute", "exact")
    wild = '<w:jc w:val="0"/><w:spacing w:line="360" w:lineRule="ố"/>'
    unknown = read(p("x", properties=wild)).blocks[0].format
    assert (unknown.alignment, unknown.spacing.rule, unknown.spacing.line) == ("left", "auto", 360)
