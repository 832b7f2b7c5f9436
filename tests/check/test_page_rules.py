"""Paper, margins, fonts, colour and page numbers: what lies just inside a rule, and every way to be outside."""

import copy
import io
import unicodedata
import zipfile

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    planted,
    set_paragraph,
    set_runs,
    set_text,
    state,
)

TASK = "- Tổ chức quán triệt sâu sắc"
NUMBERS, FIRST = "word/header1.xml", "word/header2.xml"


def sections(root):
    return list(root.iter(f"{W}sectPr"))


def paper(width, height, index=None):
    """Give all sections, or the one, a paper in twips."""

    def edit(root):
        for number, section in enumerate(sections(root)):
            if index is None or number == index:
                section.find(f"{W}pgSz").set(f"{W}w", str(width))
                section.find(f"{W}pgSz").set(f"{W}h", str(height))

    return edit


def margins(index=0, **edges):
    """Give the margins of one section, in twips."""

    def edit(root):
        for name, value in edges.items():
            sections(root)[index].find(f"{W}pgMar").set(f"{W}{name}", str(value))

    return edit


def test_the_good_document_has_no_error():
    assert errors(good()) == []


@pytest.mark.parametrize(
    ("edit", "told"),
    [(paper(12240, 15840), "216 x 279 mm"), (paper(8391, 11906), "148 x 210 mm"), (paper(16838, 23811), "297 x 420")],
    ids=["Letter", "A5", "A3"],
)
def test_paper_other_than_a4_is_told_and_nothing_else(edit, told):
    data = planted(edit)
    assert errors(data) == ["page-a4"]
    assert told in found(data, "page-a4")[0].found


def test_one_section_on_other_paper_is_told_by_its_number():
    (only,) = found(planted(paper(15840, 12240, index=1)), "page-a4")
    assert only.where.text == "khổ giấy, phần 2"


@pytest.mark.parametrize(("width", "height"), [(11906, 16838), (11907, 16840), (11900, 16830)])
def test_a4_passes_as_word_stores_it(width, height):
    assert state(planted(paper(width, height, index=0)), "page-a4") == "pass"


def test_a_landscape_section_with_a_table_is_allowed_and_a_first_one_is_not():
    assert state(good(), "page-portrait") == "pass"
    lying = planted(paper(16838, 11906, index=0))
    assert [each.severity for each in found(lying, "page-portrait")] == ["error"]


def annex_alone(root):
    """Leave only the annex, as a file of its own."""
    body = root.find(f"{W}body")
    last = find(root, "Phụ lục")
    for child in list(body):
        if child is last:
            return
        body.remove(child)


def test_an_annex_kept_in_a_file_of_its_own_may_lie_and_show_its_first_number():
    data = planted(annex_alone)
    assert state(data, "page-portrait") == "pass"
    assert state(data, "pageno-first-hidden") == "not_applicable"


@pytest.mark.parametrize(
    ("edge", "least", "most"),
    [("top", 1134, 1417), ("bottom", 1134, 1417), ("left", 1701, 1984), ("right", 850, 1134)],
)
def test_a_margin_may_be_half_a_millimetre_off_and_no_more(edge, least, most):
    rule = f"margin-{edge}"
    for width in (least - 27, least, most, most + 28):
        assert state(planted(margins(**{edge: width})), rule) == "pass"
    for width in (least - 30, most + 31):
        assert errors(planted(margins(**{edge: width}))) == [rule]


def test_the_gutter_counts_with_the_left_margin():
    assert state(planted(margins(left=1134, gutter=567)), "margin-left") == "pass"
    assert errors(planted(margins(gutter=567))) == ["margin-left"]


def test_a_margin_is_told_with_a_comma_and_its_section():
    (only,) = found(planted(margins(right=1440)), "margin-right")
    assert only.found == "25,4 mm"
    assert only.expected == "từ 15 đến 20 mm"
    assert only.where.text == "lề phải, phần 1"


def test_margins_of_a_landscape_page_are_practice_only():
    wide = planted(margins(1, top=2000, bottom=850, left=1000, right=2000))
    assert errors(wide) == []
    assert state(wide, "margin-landscape") == "pass"
    narrow = planted(margins(1, left=567))
    assert errors(narrow) == []
    assert [each.found for each in found(narrow, "margin-landscape")] == ["10 mm"]
    upright = planted(paper(11906, 16838, index=1), margins(1, top=1134, bottom=1134, left=1701, right=850))
    assert state(upright, "margin-landscape") == "not_applicable"


# --- fonts -------------------------------------------------------------------------------------------------------


def fonts(**names):
    """Give the runs of a task fonts, by kind of letter."""

    def edit(root):
        set_runs(TASK, rFonts="Times New Roman")(root)
        for each in find(root, TASK).iter(f"{W}rFonts"):
            for name, value in names.items():
                each.set(f"{W}{name}", value)

    return edit


@pytest.mark.parametrize("text", ["ở", "Ủ Ở", "đ"])
def test_letters_with_marks_alone_are_looked_at(text):
    data = planted(set_text(TASK, text), set_runs(text, rFonts="Arial"))
    assert [each.found for each in found(data, "font-tnr")] == ["Arial"]


def test_only_the_font_of_letters_that_are_there_counts():
    assert errors(planted(fonts(ascii="Arial"))) == ["font-tnr"]
    assert errors(planted(fonts(hAnsi="Arial"))) == ["font-tnr"]
    assert errors(planted(fonts(cs="Arial", eastAsia="SimSun"))) == []


@pytest.mark.parametrize(
    "name", ["Times new roman", "TimesNewRoman", "Times New Roman;serif", '"Times New Roman",serif']
)
def test_names_that_mean_times_new_roman_pass(name):
    assert errors(planted(fonts(ascii=name, hAnsi=name))) == []


@pytest.mark.parametrize(("name", "state_of_font"), [("Arial", "fail"), ("Wingdings", "pass"), ("MS Gothic", "pass")])
def test_signs_that_are_no_letters_may_have_a_font_of_their_own(name, state_of_font):
    sign = "\uf0b7" if name == "Wingdings" else "☐" if name == "MS Gothic" else "a"
    data = planted(set_text(TASK, sign), set_runs(sign, rFonts=name))
    assert state(data, "font-tnr") == state_of_font


THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="{0}"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


def themed(font):
    """Let a task take its font from the theme; "" for a file that lacks the theme."""

    def edit(root):
        set_runs(TASK, rFonts="Times New Roman")(root)
        for each in find(root, TASK).iter(f"{W}rFonts"):
            each.attrib.clear()
            each.set(f"{W}asciiTheme", "minorHAnsi")
            each.set(f"{W}hAnsiTheme", "minorHAnsi")

    def related(root):
        etree.SubElement(root, root[0].tag, Id="rIdTheme", Type=RELATION, Target="theme/theme1.xml")

    data = planted(edit)
    if not font:
        return data
    data = planted(related, part="word/_rels/document.xml.rels", data=data)
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/theme/theme1.xml", THEME.format(font))
    return out.getvalue()


@pytest.mark.parametrize(("font", "verdict"), [("Times New Roman", "pass"), ("Calibri", "fail"), ("", "not_evaluated")])
def test_a_font_of_the_theme_is_looked_up(font, verdict):
    assert state(themed(font), "font-tnr") == verdict


@pytest.mark.parametrize(
    ("name", "is_old"),
    [
        (".VnTime", True),
        (".VnTimeH", True),
        (".VnKoala", True),
        ("VNI-Times", True),
        ("Vnbook", True),
        ("Vivaldi", False),
    ],
)
def test_a_font_of_an_old_encoding_is_told_by_one_rule_only(name, is_old):
    data = planted(set_runs(TASK, rFonts=name))
    assert errors(data) == ["font-unicode" if is_old else "font-tnr"]


def spelt(text):
    return planted(set_text(TASK, text))


def test_letters_apart_from_their_marks_are_told_with_the_word():
    (only,) = found(spelt(unicodedata.normalize("NFD", "- Triển khai các nội dung.")), "font-unicode")
    assert only.message == "chữ “Triển” gõ bằng mã tổ hợp"


def test_one_letter_with_its_tone_apart_is_told():
    assert state(spelt("- Triê\u0309n khai các nội dung."), "font-unicode") == "fail"


@pytest.mark.parametrize("text", ["- Triển khai 37 °C, x̄ = 5 µg.", "- Đạt ≥ 95%.", "- Diện tích 5 m²."])
def test_precomposed_text_passes(text):
    assert state(spelt(text), "font-unicode") == "pass"


# --- colour ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", ["auto", "000000"])
def test_black_passes(colour):
    assert state(planted(set_runs(TASK, color=colour)), "font-black") == "pass"


@pytest.mark.parametrize(("colour", "severity"), [("0A0A0A", "warning"), ("333333", "warning"), ("595959", "error")])
def test_almost_black_is_a_warning_and_grey_an_error(colour, severity):
    data = planted(set_runs(TASK, color=colour))
    assert [each.severity for each in found(data, "font-black")] == [severity]


@pytest.mark.parametrize(("kind", "verdict"), [("yellow", "fail"), ("none", "pass"), ("white", "pass")])
def test_a_highlight_is_told(kind, verdict):
    assert state(planted(set_runs(TASK, highlight=kind)), "font-black") == verdict


def test_a_paragraph_is_told_once_however_many_of_its_runs_are_red():
    def twice(root):
        set_runs(TASK, color="FF0000")(root)
        run = next(find(root, TASK).iter(f"{W}r"))
        run.addnext(copy.deepcopy(run))

    assert len(found(planted(twice), "font-black")) == 1


@pytest.mark.parametrize(("text", "verdict"), [("KHẨN", "pass"), ("HỎA TỐC", "pass"), ("NỘI BỘ", "fail")])
def test_marks_stamped_in_red_may_be_red(text, verdict):
    data = planted(set_text("XÃ GIA KIỆM", text), set_runs(text, color="FF0000"))
    assert state(data, "font-black") == verdict


# --- page numbers ------------------------------------------------------------------------------------------------


def number_look(**switches):
    def edit(root):
        set_runs("2", **switches)(root)

    return edit


@pytest.mark.parametrize(
    ("size", "verdict"), [("26", "pass"), ("28", "pass"), ("25", "fail"), ("24", "fail"), ("30", "fail")]
)
def test_page_numbers_are_13_or_14(size, verdict):
    assert state(planted(number_look(sz=size), part=NUMBERS), "pageno-format") == verdict


def test_an_italic_page_number_is_an_error_and_a_bold_one_a_warning():
    assert errors(planted(number_look(i="1"), part=NUMBERS)) == ["pageno-format"]
    bold = planted(number_look(b="1"), part=NUMBERS)
    assert errors(bold) == []
    assert [each.severity for each in found(bold, "pageno-format")] == ["warning"]


def test_a_page_number_of_another_font_is_told_by_the_rule_of_fonts():
    assert errors(planted(number_look(rFonts="Calibri"), part=NUMBERS)) == ["font-tnr"]


def numbering(index=0, **facts):
    def edit(root):
        section = sections(root)[index]
        element = section.find(f"{W}pgNumType")
        if element is None:
            element = etree.SubElement(section, f"{W}pgNumType")
        for name, value in facts.items():
            element.set(f"{W}{name}", value)

    return edit


@pytest.mark.parametrize("form", ["upperRoman", "lowerLetter", "cardinalText"])
def test_page_numbers_are_arabic(form):
    (only,) = found(planted(numbering(fmt=form)), "pageno-format")
    assert only.found == form


@pytest.mark.parametrize("form", ["decimal", "numberInDash"])
def test_arabic_numbers_pass(form):
    assert state(planted(numbering(fmt=form)), "pageno-format") == "pass"


@pytest.mark.parametrize(("start", "verdict"), [("1", "pass"), ("0", "fail"), ("5", "fail")])
def test_pages_count_from_1(start, verdict):
    assert state(planted(numbering(start=start)), "pageno-format") == verdict


def unnumbered(root):
    for child in list(root):
        for run in list(child.iter(f"{W}r")):
            run.getparent().remove(run)


def test_a_long_document_without_page_numbers_is_told_once():
    data = planted(unnumbered, part=NUMBERS)
    assert errors(data) == ["pageno-place"]
    for rule in ("pageno-format", "pageno-first-hidden", "pageno-appendix"):
        assert state(data, rule) == "not_applicable"


def shortened(root):
    annex = find(root, "Phụ lục")
    body = root.find(f"{W}body")
    for child in list(body)[list(body).index(annex) :]:
        if child.tag != f"{W}sectPr":
            body.remove(child)
    for p in list(root.iter(f"{W}p")):
        if p.getparent() is body and len("".join(p.itertext())) > 150:
            body.remove(p)


def test_whether_a_short_document_needs_a_number_its_file_must_tell():
    short = planted(shortened, data=planted(unnumbered, part=NUMBERS))
    assert state(short, "pageno-place") == "not_evaluated"

    def laid_out(root):
        run = list(root.iter(f"{W}r"))[-1]
        run.insert(0, etree.Element(f"{W}lastRenderedPageBreak"))

    assert state(planted(laid_out, data=short), "pageno-place") == "fail"


def placed(**shape):
    """Give the number's paragraph properties: `jc="right"`, `framePr={"xAlign": "center"}`."""

    def edit(root):
        for name, value in shape.items():
            set_paragraph("2", name, **(value if isinstance(value, dict) else {"val": value}))(root)

    return edit


@pytest.mark.parametrize(
    ("shape", "verdict"),
    [
        ({"jc": "center"}, "pass"),
        ({"jc": "right"}, "fail"),
        ({"jc": "left"}, "fail"),
        ({"jc": "left", "framePr": {"xAlign": "center", "wrap": "around"}}, "pass"),
        ({"jc": "left", "framePr": {"xAlign": "right", "wrap": "around"}}, "fail"),
        ({"jc": "left", "framePr": {"x": "5600", "wrap": "around"}}, "not_evaluated"),
    ],
)
def test_the_number_is_in_the_middle(shape, verdict):
    assert state(planted(placed(**shape), part=NUMBERS), "pageno-place") == verdict


@pytest.mark.parametrize(("tabs", "verdict"), [(1, "pass"), (2, "fail")])
def test_one_tab_leads_to_the_middle_and_two_to_the_right(tabs, verdict):
    def tabbed(root):
        set_paragraph("2", "jc", val="left")(root)
        run = next(root.iter(f"{W}r"))
        for _ in range(tabs):
            tab = copy.deepcopy(run)
            for child in list(tab):
                tab.remove(child)
            etree.SubElement(tab, f"{W}tab")
            run.addprevious(tab)

    assert state(planted(tabbed, part=NUMBERS), "pageno-place") == verdict


def to_the_foot(root):
    """Turn the headers of all sections into footers."""
    for each in list(root.iter(f"{W}headerReference")):
        each.tag = f"{W}footerReference"


def test_a_number_in_the_foot_is_told_once():
    data = planted(to_the_foot)
    assert errors(data) == ["pageno-place"]
    assert [each.message for each in found(data, "pageno-place")] == ["số trang đặt ở chân trang"]


def test_a_number_on_the_first_page_is_told_where_it_stands():
    def shown(root):
        with zipfile.ZipFile(io.BytesIO(good())) as archive:
            other = etree.fromstring(archive.read(NUMBERS))
        for child in list(root):
            root.remove(child)
        root.extend(other)

    data = planted(shown, part=FIRST)
    assert errors(data) == ["pageno-first-hidden"]


def join_sections(root):
    """Let the annex go on in the section of the document."""
    for p in root.iter(f"{W}pPr"):
        section = p.find(f"{W}sectPr")
        if section is not None:
            p.remove(section)


def test_an_annex_in_the_section_of_the_document_goes_on_with_its_numbers():
    assert state(planted(join_sections), "pageno-appendix") == "fail"


def test_an_annex_whose_section_shows_no_number_has_none_to_begin_anew():
    def bare(root):
        section = sections(root)[-1]
        section.find(f"{W}pgNumType").attrib.pop(f"{W}start")
        for each in section.findall(f"{W}headerReference"):
            if each.get(f"{W}type") == "default":
                first = next(r for r in section.findall(f"{W}headerReference") if r.get(f"{W}type") == "first")
                for name, value in first.attrib.items():
                    if name.endswith("}id"):
                        each.set(name, value)

    assert errors(planted(bare)) == []


def test_a_document_without_annex_has_no_rule_for_its_numbers():
    assert state(planted(shortened), "pageno-appendix") == "not_applicable"
