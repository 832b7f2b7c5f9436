"""Lines end where LibreOffice ends them: measured there, word by word, on made-up paragraphs."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.docx.lengths import twips
from kegen.docx.model import Face, Paragraph, ParagraphFormat, Place, Run, Spacing
from kegen.pages.lines import set_paragraph
from kegen.pages.measuring import line_height, single_height, widths_of
from kegen.pages.tabs import Tab

from .sheets import lines, p, run, words

FACE = Face(size=14.0)


def width(text, **look):
    return sum(widths_of(text, FACE._replace(**look)))


def test_a_line_takes_words_up_to_the_last_twip_and_not_one_twip_more():
    text = "mười lăm tháng tám"
    assert lines(p(text), int(width(text)) + 1) == [text]
    assert lines(p(text), int(width(text)) - 1) == ["mười lăm tháng", "tám"]


def test_blanks_at_the_end_of_a_line_take_no_room_and_stay_out_of_it():
    assert lines(p("mười lăm      tám"), int(width("mười lăm")) + 1) == ["mười lăm", "tám"]


@pytest.mark.parametrize("firm", ["a\u00a0b", "a/b", "12/2026", "(a)", "a.b", "a;b", "a’b", "5%"])
def test_no_line_breaks_inside(firm):
    assert lines(p(f"xin {firm}"), int(width("xin ") + width(firm)) - 10) == ["xin", firm]


@pytest.mark.parametrize("open_", ["Thuận-Hóa", "2021–2030", "Xã—hội", "chờ…rồi", "6-12"])
def test_a_line_breaks_behind_a_dash(open_):
    at = next(at for at, sign in enumerate(open_) if not sign.isalnum()) + 1
    assert lines(p(f"xin {open_}"), int(width("xin ") + width(open_)) - 10) == [f"xin {open_[:at]}", open_[at:]]


def test_a_dash_that_begins_a_word_ends_no_line():
    assert lines(p("xin -5"), int(width("xin -5")) - 10) == ["xin", "-5"]


def test_no_line_breaks_behind_a_hyphen_that_word_holds_together():
    paragraph = p("<w:r><w:t>xin QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t></w:r>")
    assert lines(paragraph, int(width("xin QĐ-TTg")) - 10) == ["xin", "QĐ\u2011TTg"]


def test_a_word_of_two_looks_is_one_word():
    assert lines(p("xin gia", run("nhập", "<w:b/>")), int(width("xin gianhập")) - 10) == ["xin", "gianhập"]


def test_bold_letters_take_more_room():
    text = "nhân dân thôn bản"
    assert lines(p(run(text, "<w:b/>")), int(width(text)) + 1) == ["nhân dân thôn", "bản"]


def test_letters_set_closer_take_less_room():
    text = "nhân dân thôn bản"
    assert lines(p(run(text, '<w:spacing w:val="-10"/>')), int(width(text)) - 100) == [text]


def test_a_word_wider_than_the_line_is_cut_where_the_line_ends():
    found = lines(p("nghiêng" * 6), 1500)
    assert "".join(found) == "nghiêng" * 6
    assert all(width(each) <= 1500 for each in found)
    assert all(width(a + b[0]) > 1500 for a, b in itertools.pairwise(found))


def test_the_first_line_has_its_indent():
    text = "một hai ba bốn"
    assert lines(p(text, properties='<w:ind w:firstLine="100"/>'), int(width(text)) + 10) == ["một hai ba", "bốn"]


def test_a_line_break_ends_a_line():
    assert lines(p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>")) == ["a", "b"]


def test_a_line_break_at_the_end_makes_an_empty_line():
    assert lines(p("<w:r><w:t>a</w:t><w:br/></w:r>")) == ["a", ""]


def test_capitals_are_measured_as_they_show():
    assert lines(p(run("xin chào", "<w:caps/>")), int(width("xin chào")) + 5) == ["XIN", "CHÀO"]


def test_hidden_words_take_no_room():
    assert lines(p("a", run(" ẩn", "<w:vanish/>"), " b")) == ["a b"]


PLAIN = ParagraphFormat()


def laid(text, look=PLAIN, breadth=3000):
    paragraph = Paragraph(Place("word/document.xml", 0), (Run(text, FACE),), text, "", look, "Normal", FACE, 0, 0)
    return set_paragraph(paragraph, breadth, twips(720)).lines


def test_a_tab_leads_to_the_next_stop():
    (line,) = laid("a\tb")
    assert line.tabs == (Tab(pytest.approx(720 - width("a"))),)


def test_a_tab_leads_to_the_hanging_indent():
    (line,) = laid("a\tb", ParagraphFormat(left=twips(400), first_line=twips(-400)))
    assert line.tabs == (Tab(pytest.approx(400 - width("a"))),)


@given(st.text(st.sampled_from("aỆ -–—…/\u00a0\t\n.!?(“"), max_size=80), st.integers(1, 4000))
def test_nothing_is_lost_or_moved_and_only_single_signs_are_wider_than_the_line(text, breadth):
    found = laid(text, breadth=breadth)
    kept = "".join(map(words, found))
    assert [sign for sign in kept if sign not in " \t\n"] == [sign for sign in text if sign not in " \t\n"]
    for line in found:
        if "\t" not in words(line):
            assert width(words(line)) <= line.room + 1e-6 or len(words(line)) == 1


@given(
    st.text(st.sampled_from("aỆ -…\u00a0\t\n"), max_size=40),
    st.sampled_from([-40.0, -1.0, 0.0, 90.0]),
    st.sampled_from([-9000, 0, 9000]),
)
def test_nothing_is_lost_with_senseless_spacing_and_indents(text, spacing, indent):
    look = ParagraphFormat(left=twips(indent), first_line=twips(-indent), spacing=Spacing(line=-5.0))
    run = Run(text, FACE._replace(spacing=spacing))
    paragraph = Paragraph(Place("word/document.xml", 0), (run,), text, "", look, "Normal", FACE, 0, 0)
    kept = "".join(map(words, set_paragraph(paragraph, 3000, twips(720)).lines))
    assert [sign for sign in kept if sign not in " \t\n"] == [sign for sign in text if sign not in " \t\n"]


@pytest.mark.parametrize(("size", "height"), [(11, 253), (12, 276), (13, 299), (14, 322), (14.5, 333), (15, 345)])
def test_lines_are_as_high_as_libreoffice_makes_them(size, height):
    assert single_height(size) == height


@pytest.mark.parametrize(
    ("spacing", "height"),
    [
        (Spacing(), 322),
        (Spacing(line=276), 370),
        (Spacing(line=312), 418),
        (Spacing(line=360), 483),
        (Spacing(line=340, rule="exact"), 340),
        (Spacing(line=340, rule="atLeast"), 340),
        (Spacing(line=200, rule="atLeast"), 322),
    ],
)
def test_line_spacing_makes_lines_as_high_as_libreoffice_does(spacing, height):
    assert line_height(322, spacing) == height
