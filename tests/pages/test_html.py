"""The HTML of pages: whole, escaped, to be read aloud and to be jumped in; only what changed is another page."""

import re

import pytest
from lxml import etree, html

from kegen.pages.whole import is_whole_html, pages_css, whole_html

from .sheets import drawn, p, row, run, section, table
from .test_margins import HEADER, LINES, NUMBERS, note, reference

HEADING = '<w:outlineLvl w:val="0"/>'
CENTRED = '<w:jc w:val="center"/>'


def one(body, last=None, **parts):
    (page,) = drawn(body, last, **parts).pages
    return html.fromstring(page.html)


def test_all_that_people_type_is_text():
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; \" ' --&gt;"
    found = whole_html(drawn(p(evil, properties=CENTRED) + p(evil, properties=HEADING)), "<b>&\"'")
    tree = html.fromstring(found)
    assert tree.findall(".//script") == []
    assert tree.findtext(".//title") == "<b>&\"'"
    assert "<script>alert(1)</script> &lt; \" ' -->" in tree.find(".//h1").text_content()
    for outline in tree.findall(".//nav"):
        assert [each.text_content() for each in outline.findall(".//a")] == [
            "<script>alert(1)</script> &lt; \" ' -->"
        ] * 2


def test_a_page_is_well_formed_whatever_stands_on_it():
    body = p("a", run("b", "<w:b/><w:i/><w:u/><w:strike/>"), reference(1)) + table(row("c", "d"))
    for page in drawn(body, section(more=HEADER), header=NUMBERS, footnotes=note(1, "x")).pages:
        etree.fromstring(re.sub(r"(<col [^>]*)>", r"\1/>", page.html))


def test_a_colour_that_is_none_never_reaches_the_style():
    (page,) = drawn(p(run("a", '<w:color w:val="red;x:url(//h)"/><w:highlight w:val="a;b"/>'))).pages
    assert "url" not in page.html
    assert "a;b" not in page.html


def test_paragraphs_bear_their_place_in_the_document_in_tables_too():
    tree = one(p("a") + table(row("b", "c")) + p("d"))
    assert [each.get("data-p") for each in tree.iter() if each.get("data-p")] == ["0", "1", "2", "3"]
    assert drawn(p("a") + p("b")).pages[0].paragraphs == ("0", "1")


def test_a_paragraph_on_two_pages_has_its_place_on_both_and_one_anchor():
    pages = drawn(p(("chữ " * 200).strip())).pages
    assert [page.paragraphs for page in pages] == [("0",)] * len(pages)
    assert len(pages) > 1
    assert sum(page.html.count('id="p0"') for page in pages) == 1


def test_notes_and_margins_are_named_apart_from_the_body():
    (page,) = drawn(p("a", reference(1)), section(more=HEADER), header=NUMBERS, footnotes=note(1, "x")).pages
    assert re.findall(r'data-p="([^"]*)"', page.html) == ["header1:0", "0", "footnotes:0"]


def test_headings_are_headings_and_the_outline_leads_to_them():
    annex = (
        f"<w:p><w:pPr>{section()}</w:pPr></w:p>" + p("Phụ lục I", properties=CENTRED) + p("BẢNG", properties=CENTRED)
    )
    body = p("KẾ HOẠCH", properties=CENTRED) + p("I. VIỆC", properties=HEADING) + p("lời") + annex
    pages = drawn(body)
    assert [(each.level, each.text, each.page) for each in pages.outline] == [
        (1, "KẾ HOẠCH", 1),
        (2, "I. VIỆC", 1),
        (2, "Phụ lục I: BẢNG", 2),
    ]
    tree = html.fromstring(whole_html(pages, "x"))
    for link in tree.findall(".//nav//a"):
        (target,) = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert target.tag in ("h1", "h2")


def test_a_table_of_data_has_headings_with_their_scope_and_one_of_layout_none():
    heads = row("Tên", "Việc", properties="<w:tblHeader/>")
    data, layout = one(table(heads, row("a", "b")) + p("x") + table(row("c", "d"))).findall(".//table")
    assert [each.get("scope") for each in data.findall(".//th")] == ["col", "col"]
    assert (data.get("role"), layout.get("role")) == (None, "presentation")


def test_cells_over_columns_and_rows_are_told_as_such():
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("a")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("b")}</w:tc><w:tc>{p("c")}</w:tc>'
    on = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('d')}</w:tc>"
    cells = one(table(*(f"<w:tr>{each}</w:tr>" for each in (wide, tall, on)))).findall(".//td")
    assert [(cell.get("colspan"), cell.get("rowspan")) for cell in cells] == [
        ("2", None),
        (None, "2"),
        (None, None),
        (None, None),
    ]


def test_each_edge_is_drawn_once():
    edges = "".join(f'<w:{name} w:val="single" w:sz="4"/>' for name in ("top", "left", "bottom", "right", "insideH"))
    borders = f'<w:tblBorders>{edges}<w:insideV w:val="single" w:sz="4"/></w:tblBorders>'
    cells = one(table(row("a", "b"), row("c", "d"), properties=borders)).findall(".//td")
    assert [cell.get("class") for cell in cells] == ["bt bl", "bt bl br", "bt bl bb", "bt bl bb br"]


def test_only_the_page_that_changed_has_another_digest():
    before, after = (drawn(LINES.replace("x11", last)).pages for last in ("x11", "khác"))
    assert [a.digest == b.digest for a, b in zip(before, after, strict=True)] == [True, False]


def test_a_page_tells_its_number_paper_and_first_words():
    pages = drawn(LINES, section(more=HEADER), header=NUMBERS).pages
    assert [(page.position, page.number, page.is_landscape) for page in pages] == [(1, "1", True), (2, "2", True)]
    assert pages[1].first_words == "x10 x11"


def test_words_of_two_lines_do_not_run_together():
    text = ("mười lăm tháng tám " * 20).strip()
    assert " ".join(one(p(text)).text_content().split()) == text


def test_justified_lines_end_flush_but_the_last_and_firm_blanks_keep_their_width():
    justified = p("ngày\u00a01 " * 40, properties='<w:jc w:val="both"/>')
    lines = one(justified).findall(".//span[@class='l']")
    (last,) = one(justified).findall(".//span[@class='l e']")
    assert all(line.findall("span[@class='f']") for line in lines)
    assert not last.findall("span[@class='f']")


@pytest.mark.parametrize(
    ("leader", "shown"),
    [
        ('w:leader="dot"', ' dot"'),
        ('w:leader="none"', '"'),
        ("", '"'),
        ('w:leader="x"', '"'),
        ('w:leader="heavy"', ' heavy"'),
    ],
)
def test_what_fills_the_way_to_a_stop_is_drawn(leader, shown):
    stop = f'<w:tabs><w:tab w:val="right" w:pos="5000" {leader}/></w:tabs>'
    (page,) = drawn(p("<w:r><w:t>Họ tên</w:t><w:tab/><w:t>12</w:t></w:r>", properties=stop)).pages
    assert f'<span class="tab{shown}' in page.html


def test_many_blanks_stay_as_many():
    assert "Số:\u00a0 \u00a0 /KH" in one(p("Số:    /KH")).text_content()


def test_a_line_drawn_under_a_text_is_there_with_its_length():
    line = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="684000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="line"/><a:ln><a:solidFill/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    (rule,) = one(p(line, properties=CENTRED)).findall(".//span[@class='rule']")
    assert "--w:53.86" in rule.get("style")


@pytest.mark.parametrize("sign", ["http://", "https://", "url(", "@import", "<script"])
def test_the_file_asks_for_nothing_from_outside(sign):
    assert sign not in whole_html(drawn(p("a")), "x")


def test_the_file_says_its_language_and_names_its_parts():
    tree = html.fromstring(whole_html(drawn(LINES), "x"))
    assert tree.get("lang") == "vi"
    assert tree.find(".//main").get("aria-label")
    assert tree.find(".//nav").get("aria-label") == "Mục lục"
    assert [each.get("aria-label") for each in tree.findall(".//section")] == ["Trang 1", "Trang 2"]
    names = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names))


def test_the_outline_is_folded_where_the_pages_have_to_come_first():
    wide, narrow = html.fromstring(whole_html(drawn(LINES), "x")).findall(".//nav")
    assert narrow.find("details") is not None
    assert narrow.find("details").get("open") is None
    assert [each.get("href") for each in wide.findall(".//a")] == [each.get("href") for each in narrow.findall(".//a")]


def test_the_file_is_known_again():
    assert is_whole_html(whole_html(drawn(p("a")), "x").encode())
    assert not is_whole_html(b"<!DOCTYPE html><html></html>")


def test_every_class_that_pages_use_is_styled():
    body = p("a", run("b", '<w:sz w:val="20"/>'), reference(1)) + table(row("c", "d"))
    (page,) = drawn(body, footnotes=note(1, "x")).pages
    used = {name for each in re.findall(r'class="([^"]*)"', page.html) for name in each.split()}
    assert [name for name in used - {"notes", "header", "footer", "e"} if f".{name}" not in pages_css()] == []


@pytest.mark.parametrize("value", ["NaN", "inf", "1e308", "-4", "0", "x", ""])
@pytest.mark.parametrize("name", ["sz", "spacing", "w"])
def test_senseless_sizes_are_passed_over(name, value):
    assert "chữ" in drawn(p(run("chữ", f'<w:{name} w:val="{value}"/>'))).pages[0].text


@pytest.mark.parametrize("value", ["-1", "0", "99999999999", "NaN"])
def test_pages_of_senseless_paper_hold_all_words(value):
    edges = " ".join(f'w:{edge}="{value}"' for edge in ("top", "bottom", "left", "right", "header"))
    last = f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar {edges}/></w:sectPr>'
    pages = drawn(p("một hai") + table(row("ba", "bốn")) + p("năm"), last).pages
    assert " ".join(" ".join(page.text.split()) for page in pages).replace(" ", "") == "mộthaibabốnnăm"
