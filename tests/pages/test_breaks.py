"""Pages break where LibreOffice breaks them: each rule on a page of ten lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .sheets import TALL, body_lines, laid, long, p, section

KEEP = "<w:keepNext/>"


def counts(body, last=None):
    return [len(each) for each in body_lines(body, last)]


def starts(body, last=None):
    return [each[0].strip("\u00a0") for each in body_lines(body, last)]


def plain(count, name="x"):
    return "".join(p(f"{name}{at}") for at in range(count))


def test_a_page_holds_what_fits_to_the_twip():
    assert counts(plain(10)) == [10]
    assert counts(plain(11)) == [10, 1]


def test_no_single_line_stands_at_the_foot():
    assert starts(plain(9) + long("a", 4)) == ["x0", "a0"]


def test_no_single_line_stands_at_the_top():
    assert starts(plain(7) + long("a", 4)) == ["x0", "a2"]


def test_three_lines_stay_together():
    assert starts(plain(8) + long("a", 3)) == ["x0", "a0"]


def test_single_lines_may_stand_alone_where_the_paragraph_says_so():
    off = '<w:widowControl w:val="0"/>'
    assert starts(plain(9) + long("a", 4, off)) == ["x0", "a1"]


def test_a_paragraph_whose_lines_stay_together_goes_over_whole():
    assert starts(plain(5) + long("a", 6, "<w:keepLines/>")) == ["x0", "a0"]


def test_one_that_no_page_holds_is_broken_all_the_same():
    assert counts(long("a", 25, "<w:keepLines/>")) == [10, 10, 5]


def test_a_heading_goes_over_with_what_it_stands_above():
    assert starts(plain(9) + p("tên", properties=KEEP) + p("lời")) == ["x0", "tên"]


def test_a_chain_of_headings_goes_over_whole():
    chain = p("tên", properties=KEEP) + p("tên con", properties=KEEP)
    assert starts(plain(8) + chain + p("lời")) == ["x0", "tên"]


def test_a_heading_stays_where_two_lines_of_the_next_fit():
    assert counts(plain(7) + p("tên", properties=KEEP) + long("a", 6)) == [10, 4]


def test_a_chain_longer_than_a_page_is_broken():
    assert counts("".join(p(f"k{at}", properties=KEEP) for at in range(14))) == [10, 4]


def test_a_paragraph_that_stays_with_the_next_is_not_broken():
    assert starts(plain(7) + long("a", 4, KEEP) + p("lời")) == ["x0", "a0"]


def test_a_paragraph_may_begin_a_page():
    assert starts(p("a") + p("b", properties="<w:pageBreakBefore/>")) == ["a", "b"]


def test_a_break_inside_a_paragraph_ends_the_page():
    assert starts(p('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>')) == ["a", "b"]


def tops(body):
    return [[placed.top for placed in page.body] for page in laid(body)]


def spaced(name, before=0, after=0, more=""):
    return p(name, properties=f'<w:spacing w:before="{before}" w:after="{after}"/>{more}')


def test_the_wider_of_two_blanks_parts_paragraphs():
    assert tops(spaced("a", after=200) + spaced("b", before=100) + spaced("c", before=50)) == [
        [0, TALL + 200, 2 * TALL + 250]
    ]


def test_paragraphs_of_one_style_that_ask_for_it_have_no_blank_between():
    same = "<w:contextualSpacing/>"
    assert tops(spaced("a", after=200, more=same) + spaced("b", before=100, more=same)) == [[0, TALL]]


def test_the_blank_before_counts_on_the_first_page_and_not_below_a_break_nobody_asked_for():
    first, second = tops("".join(spaced(f"a{at}", before=100) for at in range(9)))
    assert (first[0], second[0]) == (100, 0)


def test_the_blank_before_counts_below_a_break_that_was_asked_for():
    _, second = laid(p("a") + section_break() + spaced("b", before=100))
    assert second.body[0].top == 100


def section_break(**more):
    return f"<w:p><w:pPr>{section(**more)}</w:pPr></w:p>"


def test_the_blank_after_the_last_paragraph_needs_no_room():
    assert counts(plain(9) + spaced("b", after=900)) == [10]


def test_wide_line_spacing_hangs_over_the_foot():
    wide = '<w:spacing w:line="360" w:lineRule="auto"/><w:widowControl w:val="0"/>'
    assert counts(p("a", properties=wide) * 7, section(lines=10)) == [7]


def test_exact_line_spacing_does_not():
    exact = '<w:spacing w:line="483" w:lineRule="exact"/>'
    assert counts(p("a", properties=exact) * 7) == [6, 1]


def test_a_section_begins_a_page_of_its_own_paper():
    pages = laid(p("a") + section_break(paper=(11906, 16838)) + p("b"), section(paper=(16838, 11906)))
    assert [page.section.page.is_landscape for page in pages] == [False, True]


def test_a_continuous_section_goes_on_on_the_page():
    assert counts(p("a") + section_break() + p("b"), section(kind="continuous")) == [3]


def test_a_hidden_empty_paragraph_takes_no_room():
    hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    assert counts(plain(5) + hidden * 3 + plain(5)) == [10]


@pytest.mark.parametrize("properties", ["", KEEP, "<w:keepLines/>", "<w:pageBreakBefore/>"])
@settings(max_examples=30)
@given(st.lists(st.integers(1, 13), max_size=6))
def test_every_line_stands_on_a_page_in_order_and_no_page_is_too_full(properties, sizes):
    body = "".join(long(f"n{at}.", size, properties) for at, size in enumerate(sizes))
    found = body_lines(body)
    assert [line.strip("\u00a0") for page in found for line in page] == [
        f"n{at}.{line}" for at, size in enumerate(sizes) for line in range(size)
    ]
    assert all(len(page) <= 10 for page in found)
    assert all(found) or not sizes
