"""Page numbers in the margin, footnotes at the foot."""

from kegen.pages.words import words_of

from .sheets import TALL, laid, p, run, section

PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NUMBERS = p("trang ", PAGE.format("PAGE"), " trên ", PAGE.format("NUMPAGES"))
HEADER = '<w:headerReference w:type="default" r:id="header"/>'
LINES = "".join(p(f"x{at}") for at in range(12))


def tops(pages):
    return [words_of(page).splitlines()[0] for page in pages]


def test_a_page_bears_its_number_and_how_many_there_are():
    pages = laid(LINES, section(more=HEADER), header=NUMBERS)
    assert tops(pages) == ["trang 1 trên 2", "trang 2 trên 2"]


def test_the_first_page_has_the_margin_that_is_its_own():
    last = section(more=HEADER).replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert tops(laid(LINES, last, header=NUMBERS)) == ["x0", "trang 2 trên 2"]


def test_numbers_begin_anew_where_a_section_says_so():
    again = section(more=HEADER).replace("</w:sectPr>", '<w:pgNumType w:start="5" w:fmt="upperRoman"/></w:sectPr>')
    pages = laid(f"{p('a')}<w:p><w:pPr>{section(more=HEADER)}</w:pPr></w:p>{p('b')}", again, header=NUMBERS)
    assert tops(pages) == ["trang 1 trên 2", "trang V trên 2"]


def test_a_simple_field_shows_its_number_too():
    field = p('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>')
    assert tops(laid(LINES, section(more=HEADER), header=field)) == ["1", "2"]


def test_a_field_without_a_result_shows_its_number():
    field = PAGE.format("PAGE").replace("<w:r><w:t>9</w:t></w:r>", "")
    assert tops(laid(LINES, section(more=HEADER), header=p(field))) == ["1", "2"]


def test_a_high_header_pushes_the_text_down():
    (page,) = laid(p("a"), section(more=HEADER), header=p("một") * 4)
    assert page.body_top == 300 + 4 * TALL


def test_a_footer_ends_above_the_edge_it_names():
    footer = '<w:footerReference w:type="default" r:id="footer"/>'
    (page,) = laid(p("a"), section(more=footer), footer=p("chân"))
    assert page.footer[0].top == page.section.page.height.twips - 300 - TALL


def reference(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number, *texts):
    return f'<w:footnote w:id="{number}">{"".join(p(text) for text in texts)}</w:footnote>'


def shown(page):
    return [number for number, _ in page.notes]


def test_a_footnote_stands_at_the_foot_of_the_page_that_refers_to_it():
    body = p("a", reference(7)) + LINES + p("b", reference(3))
    pages = laid(body, footnotes=note(3, "ba") + note(7, "bảy"))
    assert [shown(page) for page in pages] == [[1], [2]]
    assert [words_of(page).splitlines()[-1] for page in pages] == ["1bảy", "2ba"]


def test_the_last_footnote_ends_where_the_text_may_end():
    (page,) = laid(p("a", reference(1)) + p("b", reference(2)), footnotes=note(1, "một", "hai") + note(2, "ba"))
    bottom = page.section.page.height.twips - 1000
    assert [[bottom - placed.top for placed in content] for _, content in page.notes] == [[3 * TALL, 2 * TALL], [TALL]]


def test_a_line_goes_over_with_its_footnote_where_both_do_not_fit():
    body = "".join(p(f"x{at}") for at in range(8)) + p("a", reference(1))
    pages = laid(body, footnotes=note(1, "một"))
    assert [shown(page) for page in pages] == [[], [1]]
    assert words_of(pages[1]).splitlines() == ["a1", "1một"]


def test_a_reference_to_no_footnote_shows_nothing():
    (page,) = laid(p("a", reference(5)))
    assert words_of(page) == "a"


def test_a_sign_stands_where_the_text_refers_to_its_note():
    (page,) = laid(p("trước", reference(1), run(" sau")), footnotes=note(1, "một"))
    assert words_of(page).splitlines()[0] == "trước1 sau"
