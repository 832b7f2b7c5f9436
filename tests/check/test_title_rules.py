"""Tên loại and trích yếu: their look, the line under them, and what does not belong there."""

import copy

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    insert_after,
    planted,
    properties,
    set_paragraph,
    set_runs,
    set_text,
    state,
)

KIND, TITLE, NUMBER = "KẾ HOẠCH", "Triển khai thực hiện Quyết định", "Số:"
SHORT = "Triển khai công tác văn thư năm 2026"
DRAWN = "duong-ke-trich-yeu"


def messages(data, rule):
    return [each.message for each in found(data, rule)]


def titled(text=SHORT, *edits):
    """Give the document another title, with a line of its length below."""
    return planted(set_text(TITLE, text), line(27), *edits)


def line(length):
    """Make the line under the title of that many mm."""

    def edit(root):
        for shape in root.iter():
            if shape.get("name") == DRAWN:
                for element in shape.getparent().iter():
                    if element.get("cx"):
                        element.set("cx", str(length * 36_000))

    return edit


def without_line(root):
    below = find(root, TITLE if has(root, TITLE) else SHORT).getnext()
    for run in list(below.iter(f"{W}r")):
        run.getparent().remove(run)


def has(root, start):
    try:
        find(root, start)
    except AssertionError:
        return False
    return True


def no_title(root):
    p = find(root, TITLE)
    p.getparent().remove(p)


def letter(root):
    """Make it a letter: no kind, its subject under the number."""
    for start in (KIND, TITLE):
        p = find(root, start)
        p.getparent().remove(p)
    set_text(NUMBER, "Số: 747/UBND-VP")(root)
    insert_after(NUMBER, "V/v triển khai công tác văn thư năm 2026.")(root)


RULES = ("type-style", "ty-style", "ty-line", "ty-no-vv", "ty-no-period")


@pytest.mark.parametrize("rule", RULES)
def test_the_good_title_passes_and_a_short_one_too(rule):
    assert state(good(), rule) == "pass"
    assert state(titled(), rule) == "pass"


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        ("type-style", "not_applicable"),
        ("ty-style", "not_applicable"),
        ("ty-line", "not_applicable"),
        ("ty-no-vv", "not_applicable"),
        ("ty-no-period", "fail"),
    ],
)
def test_a_letter_has_no_kind_and_its_subject_no_full_stop(rule, verdict):
    data = planted(letter)
    assert state(data, rule) == verdict
    assert errors(data) == []


@pytest.mark.parametrize("rule", ["ty-style", "ty-line", "ty-no-vv", "ty-no-period"])
def test_a_kind_without_a_title_is_told_by_one_rule(rule):
    data = planted(no_title)
    assert state(data, rule) == "not_applicable"
    assert errors(data) == ["components"]


# --- tên loại ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"sz": "26"}, []),
        ({"sz": "27"}, []),
        ({"sz": "28"}, []),
        ({"sz": "24"}, ["tên loại có cỡ chữ 12"]),
        ({"sz": "29"}, ["tên loại có cỡ chữ 14,5"]),
        ({"sz": "32"}, ["tên loại có cỡ chữ 16"]),
        ({"b": "0"}, ["tên loại không đậm"]),
        ({"i": "1"}, ["tên loại in nghiêng"]),
    ],
)
def test_the_look_of_the_kind(look, told):
    data = planted(set_runs(KIND, **look))
    assert messages(data, "type-style") == told
    assert errors(data) == (["type-style"] if told else [])


@pytest.mark.parametrize("side", ["left", "both", "right"])
def test_the_kind_is_centred(side):
    assert errors(planted(set_paragraph(KIND, "jc", val=side))) == ["type-style"]


def test_the_kind_in_small_letters_is_told_and_nothing_else():
    data = planted(set_text(KIND, "Kế hoạch"))
    assert errors(data) == ["type-style"]
    assert [each.expected for each in found(data, "type-style")] == ["KẾ HOẠCH"]


def test_the_kind_in_letters_shown_as_capitals_passes():
    assert errors(planted(set_text(KIND, "Kế hoạch"), set_runs("Kế hoạch", caps="1"))) == []


@pytest.mark.parametrize(("indent", "severities"), [("0", []), ("57", []), ("567", ["warning"])])
def test_an_indented_kind_is_a_warning(indent, severities):
    data = planted(set_paragraph(KIND, "ind", left="0", firstLine=indent))
    assert [each.severity for each in found(data, "type-style")] == severities
    assert errors(data) == []


# --- trích yếu ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"sz": "26"}, []),
        ({"sz": "24"}, ["trích yếu có cỡ chữ 12"]),
        ({"sz": "30"}, ["trích yếu có cỡ chữ 15"]),
        ({"b": "0"}, ["trích yếu không đậm"]),
        ({"i": "1"}, ["trích yếu in nghiêng"]),
    ],
)
def test_the_look_of_the_title(look, told):
    data = titled(SHORT, set_runs(SHORT, **look))
    assert messages(data, "ty-style") == told
    assert errors(data) == (["ty-style"] if told else [])


def test_a_title_in_capitals_is_told():
    data = titled(SHORT.upper(), line(34))
    assert messages(data, "ty-style") == ["trích yếu viết in hoa cả dòng"]
    assert errors(data) == ["ty-style"]


def test_a_title_that_begins_small_is_a_warning():
    data = titled("triển khai công tác văn thư năm 2026")
    assert [(each.severity, each.expected) for each in found(data, "ty-style")] == [("warning", SHORT)]
    assert errors(data) == []


@pytest.mark.parametrize("side", ["left", "both"])
def test_the_title_is_centred(side):
    assert errors(titled(SHORT, set_paragraph(SHORT, "jc", val=side))) == ["ty-style"]


def test_each_paragraph_of_a_title_is_looked_at():
    two = (insert_after(SHORT, "trên địa bàn xã Gia Kiệm"), set_runs("trên địa bàn", b="0"))
    assert messages(titled(SHORT, *two), "ty-style") == ["trích yếu không đậm"]
    assert errors(titled(SHORT, two[0])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V/v triển khai công tác văn thư năm 2026", SHORT),
        ("v/v: triển khai công tác văn thư năm 2026", SHORT),
        ("V/v. Triển khai công tác văn thư năm 2026", SHORT),
    ],
)
def test_vv_belongs_to_letters_only(text, expected):
    data = titled(text)
    assert errors(data) == ["ty-no-vv"]
    assert [each.expected for each in found(data, "ty-no-vv")] == [expected]


@pytest.mark.parametrize("text", ["Về việc triển khai công tác văn thư năm 2026", "Về công tác văn thư năm 2026"])
def test_ve_viec_in_full_is_right(text):
    assert state(titled(text), "ty-no-vv") == "pass"


@pytest.mark.parametrize(
    ("sign", "verdict"), [(".", "fail"), (";", "fail"), (",", "fail"), ("", "pass"), ("...", "pass")]
)
def test_a_sign_at_the_end_of_the_title_is_a_warning(sign, verdict):
    data = titled(SHORT + sign)
    assert state(data, "ty-no-period") == verdict
    assert "ty-no-period" not in errors(data)
    assert [each.expected for each in found(data, "ty-no-period")] == ([SHORT] if verdict == "fail" else [])


# --- the line under it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "verdict"), [(27, "pass"), (37, "pass"), (43, "pass"), (18, "fail"), (60, "fail"), (85, "fail")]
)
def test_a_line_of_another_length_is_a_warning(length, verdict):
    data = titled(SHORT, line(length))
    assert state(data, "ty-line") == verdict
    assert errors(data) == []


@pytest.mark.parametrize("length", [30, 58, 75])
def test_under_a_title_of_several_lines_the_line_may_go_by_any_of_them(length):
    assert state(planted(line(length)), "ty-line") == "pass"


def test_no_line_under_the_title_is_told():
    data = planted(without_line)
    assert errors(data) == ["ty-line"]
    assert messages(data, "ty-line") == ["dưới trích yếu không có đường kẻ"]


def test_underlined_letters_are_no_line():
    data = titled(SHORT, without_line, set_runs(SHORT, u="single"))
    assert messages(data, "ty-line") == ["trích yếu gạch chân chữ thay cho đường kẻ"]
    assert errors(data) == ["ty-line"]


def typed(row):
    def edit(root):
        without_line(root)
        below = find(root, SHORT).getnext()
        run = etree.SubElement(below, f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}sz").set(f"{W}val", "26")
        etree.SubElement(run, f"{W}t").text = row

    return edit


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("_" * 14, []),
        ("-" * 20, ["dưới trích yếu là hàng dấu gạch, không phải đường kẻ"]),
        ("—" * 8, ["dưới trích yếu là hàng dấu gạch, không phải đường kẻ"]),
        ("*****", ["dưới trích yếu là hàng dấu gạch, không phải đường kẻ"]),
    ],
)
def test_underscores_make_a_line_and_dashes_do_not(row, told):
    data = titled(SHORT, typed(row))
    assert messages(data, "ty-line") == told
    assert errors(data) == (["ty-line"] if told else [])


def test_a_dashed_line_is_told():
    def dash(root):
        for shape in root.iter():
            if shape.get("name") == DRAWN:
                for stroke in shape.getparent().iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ln"):
                    etree.SubElement(stroke, stroke.tag.replace("}ln", "}prstDash")).set("val", "sysDot")

    assert messages(planted(dash), "ty-line") == ["đường kẻ dưới trích yếu không phải nét liền"]


def test_a_line_that_hangs_on_the_first_paragraph_of_the_content_counts():
    def moved(root):
        below = find(root, TITLE).getnext()
        run = next(below.iter(f"{W}r"))
        find(root, "Thực hiện Kế hoạch số 176").insert(1, copy.deepcopy(run))
        below.getparent().remove(below)

    assert state(planted(moved), "ty-line") == "pass"


def test_a_border_under_the_title_is_a_line():
    def border(root):
        without_line(root)
        own = properties(find(root, SHORT))
        edge = etree.SubElement(etree.SubElement(own, f"{W}pBdr"), f"{W}bottom")
        for name, value in {"val": "single", "sz": "4", "space": "1", "color": "auto"}.items():
            edge.set(f"{W}{name}", value)
        indent = etree.SubElement(own, f"{W}ind")
        indent.set(f"{W}left", "3600")
        indent.set(f"{W}right", "3600")

    assert errors(titled(SHORT, border)) == []
