"""A tab after the mark of a line is the gap after the mark; any other tab sets texts side by side."""

import pytest

from kegen.docx.lines import lines_of

from .make import p, read


def lines(text):
    tabbed = "<w:tab/>".join(f'<w:t xml:space="preserve">{each}</w:t>' for each in text.split("\t"))
    return [(each.text, each.side) for each in lines_of(read(p(f"<w:r>{tabbed}</w:r>")).blocks)]


@pytest.mark.parametrize("mark", ["-", "–", "+", "•", "*", "1.", "12)", "a)", "đ)", "IV."])
@pytest.mark.parametrize("before", ["", "\t", "  "])
def test_a_tab_after_a_mark_is_its_gap(mark, before):
    assert lines(f"{before}{mark}\tUBND tỉnh (để b/c);") == lines(f"{mark} UBND tỉnh (để b/c);")


@pytest.mark.parametrize(
    "text",
    ["ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI", "Lưu: VT.\tNguyễn Văn An", "Nơi nhận:\tCHỦ TỊCH", "- Lưu: VT.\tCHỦ TỊCH"],
)
def test_any_other_tab_sets_two_texts_side_by_side(text):
    left, right = text.split("\t")
    assert lines(text) == [(left, "left"), (right, "right")]


def test_after_the_gap_of_a_mark_a_second_tab_parts_the_line():
    assert lines("-\tLưu: VT.\tNguyễn Văn An") == [("- Lưu: VT.", "left"), ("Nguyễn Văn An", "right")]
