"""Quốc hiệu, Tiêu ngữ and the issuer, and the lines under them: every branch, and what is near a fault but none."""

import copy

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    office,
    planted,
    properties,
    set_paragraph,
    set_runs,
    set_text,
    state,
)

STATE, MOTTO = "CỘNG HÒA", "Độc lập"
BODY, NAME = "ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"
DATE = "Gia Kiệm, ngày"
STATE_LINE, MOTTO_LINE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def spaced(start, **how):
    """Give a paragraph its spacing: nothing but what is told."""
    return set_paragraph(start, "spacing", **{"before": "0", "after": "0", "line": "240", "lineRule": "auto", **how})


def blank_after(start, size="26"):
    """Put an empty paragraph after the one that begins so."""

    def edit(root):
        p = find(root, start)
        blank = etree.Element(f"{W}p")
        look = etree.SubElement(etree.SubElement(blank, f"{W}pPr"), f"{W}rPr")
        etree.SubElement(look, f"{W}sz").set(f"{W}val", size)
        p.addnext(blank)

    return edit


def messages(data, rule, **how):
    return [each.message for each in found(data, rule, **how)]


# --- Quốc hiệu và Tiêu ngữ ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG  HÒA XÃ HỘI CHỦ NGHĨA\u00a0VIỆT NAM",
        " CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ",
    ],
)
def test_quoc_hieu_may_have_either_tone_mark_and_any_blanks(text):
    assert errors(planted(set_text(STATE, text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
        "CỘNG HÒA XHCN VIỆT NAM",
        "CHXHCN VIỆT NAM",
    ],
)
def test_a_slip_or_an_abbreviation_in_quoc_hieu_is_told(text):
    data = planted(set_text(STATE, text))
    assert errors(data) == ["qh-text"]
    assert found(data, "qh-text")[0].expected == STATE_LINE


def test_quoc_hieu_in_small_letters_is_a_fault_of_its_style():
    assert errors(planted(set_text(STATE, "Cộng hòa xã hội chủ nghĩa Việt Nam"))) == ["qh-style"]


def test_small_letters_shown_as_capitals_pass_and_small_capitals_do_not():
    small = set_text(STATE, "Cộng hòa xã hội chủ nghĩa Việt Nam")
    assert errors(planted(small, set_runs("Cộng hòa", caps="1"))) == []
    assert state(planted(set_runs(STATE, smallCaps="1")), "qh-style") == "fail"


@pytest.mark.parametrize(
    ("size", "verdict"), [("24", "pass"), ("25", "pass"), ("26", "pass"), ("23", "fail"), ("27", "fail")]
)
def test_quoc_hieu_is_of_12_to_13(size, verdict):
    assert state(planted(set_runs(STATE, sz=size)), "qh-style") == verdict


@pytest.mark.parametrize(
    ("size", "verdict"), [("26", "pass"), ("27", "pass"), ("28", "pass"), ("25", "fail"), ("29", "fail")]
)
def test_tieu_ngu_is_of_13_to_14(size, verdict):
    assert state(planted(set_runs(MOTTO, sz=size)), "tn-style") == verdict


def test_quoc_hieu_at_the_left_is_told():
    def swapped(root):
        row = next(root.iter(f"{W}tr"))
        left, right = row.findall(f"{W}tc")
        for cell, span in ((left, None), (right, left.find(f"{W}tcPr/{W}gridSpan"))):
            for old in cell.findall(f"{W}tcPr/{W}gridSpan"):
                cell.find(f"{W}tcPr").remove(old)
            if span is not None:
                cell.find(f"{W}tcPr").append(copy.deepcopy(span))
        row.append(left)

    assert "Quốc hiệu đặt bên trái trang" in messages(planted(swapped), "qh-style")


@pytest.mark.parametrize(
    "text",
    [
        "Độc lập — Tự do — Hạnh phúc",
        "Độc lập – Tự do - Hạnh phúc",
        "Độc lập- Tự do - Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "Độc lập - tự do - hạnh phúc",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "Độc lập Tự do Hạnh phúc",
        "Độc lập - Tự do - Hạnh phúc.",
    ],
)
def test_tieu_ngu_is_one_fixed_line(text):
    data = planted(set_text(MOTTO, text))
    assert errors(data) == ["tn-text"]
    assert found(data, "tn-text")[0].found == text


def test_a_hyphen_that_does_not_break_is_a_hyphen():
    def unbroken(root):
        run = next(find(root, MOTTO).iter(f"{W}r"))
        for t in list(run.iter(f"{W}t")):
            run.remove(t)
        for index, phrase in enumerate(MOTTO_LINE.split("-")):
            if index:
                etree.SubElement(run, f"{W}noBreakHyphen")
            t = etree.SubElement(run, f"{W}t")
            t.text = phrase
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    assert errors(planted(unbroken)) == []
    assert errors(planted(set_text(MOTTO, MOTTO_LINE.replace("-", "\u2011")))) == []


def test_tieu_ngu_in_capitals_is_a_fault_of_its_style_and_too_wide_for_its_line():
    assert errors(planted(set_text(MOTTO, MOTTO_LINE.upper()))) == ["tn-line", "tn-style"]


@pytest.mark.parametrize("sides", ["left", "right", "both"])
def test_tieu_ngu_is_centred(sides):
    assert errors(planted(set_paragraph(MOTTO, "jc", val=sides))) == ["tn-style"]


def test_tieu_ngu_centred_by_blanks_is_a_warning():
    data = planted(set_paragraph(MOTTO, "jc", val="left"), set_text(MOTTO, f"      {MOTTO_LINE}"))
    assert errors(data) == []
    assert [each.severity for each in found(data, "tn-style")] == ["warning"]


def test_tieu_ngu_only_partly_bold_is_told_as_such():
    def half(root):
        run = next(find(root, MOTTO).iter(f"{W}r"))
        other = copy.deepcopy(run)
        run.find(f"{W}t").text, other.find(f"{W}t").text = "Độc lập - ", "Tự do - Hạnh phúc"
        look = etree.Element(f"{W}rPr")
        etree.SubElement(look, f"{W}b").set(f"{W}val", "0")
        other.insert(0, look)
        run.addnext(other)

    assert messages(planted(half), "tn-style") == ["Tiêu ngữ chưa đậm hết"]


@pytest.mark.parametrize(
    ("edits", "verdict"),
    [
        ((spaced(MOTTO, before="60"),), "pass"),
        ((spaced(MOTTO, before="80"),), "fail"),
        ((spaced(STATE, after="120"),), "fail"),
        ((spaced(MOTTO, line="259"),), "pass"),
        ((spaced(MOTTO, line="276"),), "fail"),
        ((spaced(MOTTO, line="280", lineRule="atLeast"),), "pass"),
        ((spaced(MOTTO, line="400", lineRule="exact"),), "fail"),
        ((blank_after(STATE),), "fail"),
        ((blank_after(STATE, size="4"),), "pass"),
    ],
)
def test_quoc_hieu_and_tieu_ngu_stand_in_single_spacing(edits, verdict):
    data = planted(*edits)
    assert state(data, "qh-tn-spacing") == verdict
    assert errors(data) == ([] if verdict == "pass" else ["qh-tn-spacing"])


def test_a_blank_that_the_style_leaves_out_between_its_own_is_none():
    def same_style(root):
        for p, style in ((find(root, STATE), "KHTieuNgu"), (find(root, MOTTO), "KHTieuNgu")):
            properties(p).find(f"{W}pStyle").set(f"{W}val", style)
            etree.SubElement(properties(p), f"{W}contextualSpacing")

    edits = (same_style, set_runs(STATE, sz="26"), spaced(STATE, after="120"), spaced(MOTTO, before="120"))
    assert state(planted(*edits), "qh-tn-spacing") == "pass"


@pytest.mark.parametrize(
    ("sizes", "verdict"),
    [
        (("26", "28", "28"), "pass"),
        (("24", "26", "26"), "pass"),
        (("24", "28", "26"), "fail"),
        (("26", "26", "26"), "fail"),
    ],
)
def test_sizes_that_do_not_go_together_are_a_warning(sizes, verdict):
    data = planted(*(set_runs(start, sz=size) for start, size in zip((STATE, MOTTO, DATE), sizes, strict=True)))
    assert state(data, "size-consistent") == verdict
    assert errors(data) == []


def test_a_size_that_its_own_rule_tells_is_not_told_as_inconsistent_too():
    data = planted(set_runs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", sz="28"))
    assert state(data, "qh-style") == "fail"
    assert state(data, "size-consistent") == "not_applicable"


# --- lines -------------------------------------------------------------------------------------------------------


def stretched(name, share):
    """Make a drawn line longer or shorter."""

    def edit(root):
        for shape in root.iter():
            if shape.get("name") == name:
                for element in shape.getparent().iter():
                    if element.get("cx"):
                        element.set("cx", str(round(int(element.get("cx")) * share)))

    return edit


def without_line(start):
    """Empty the paragraph of the line that follows a text."""

    def edit(root):
        below = find(root, start).getnext()
        for run in list(below.iter(f"{W}r")):
            run.getparent().remove(run)

    return edit


def dashed(root):
    for stroke in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ln"):
        etree.SubElement(stroke, stroke.tag.replace("}ln", "}prstDash")).set("val", "dash")


def underline(start):
    return set_runs(start, u="single")


def bordered(start, kind="single", left=0, right=0):
    """Give a paragraph a border below, indented from both sides in twips."""

    def edit(root):
        p = find(root, start)
        border = etree.SubElement(etree.SubElement(properties(p), f"{W}pBdr"), f"{W}bottom")
        for name, value in {"val": kind, "sz": "4", "space": "1", "color": "auto"}.items():
            border.set(f"{W}{name}", value)
        indent = etree.SubElement(properties(p), f"{W}ind")
        indent.set(f"{W}left", str(left))
        indent.set(f"{W}right", str(right))

    return edit


def typed(start, row):
    """Type a row of signs into the paragraph below a text."""

    def edit(root):
        without_line(start)(root)
        run = etree.SubElement(find(root, start).getnext(), f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        etree.SubElement(look, f"{W}sz").set(f"{W}val", "26")
        etree.SubElement(run, f"{W}t").text = row

    return edit


@pytest.mark.parametrize(
    ("share", "severity"),
    [(1, ""), (0.92, ""), (1.09, ""), (0.85, "warning"), (1.15, "warning"), (0.5, "error"), (1.4, "error")],
)
def test_the_line_under_tieu_ngu_is_as_long_as_the_text(share, severity):
    told = found(planted(stretched("duong-ke-tieu-ngu", share)), "tn-line")
    assert [each.severity for each in told] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("share", "verdict"), [(1, "pass"), (1.1, "pass"), (1.15, "pass"), (0.6, "fail"), (1.9, "fail"), (3, "fail")]
)
def test_a_wrong_length_under_the_issuer_is_a_warning(share, verdict):
    data = planted(stretched("duong-ke-co-quan", share))
    assert state(data, "cq-line") == verdict
    assert errors(data) == []


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((without_line(MOTTO),), ["dưới Tiêu ngữ không có đường kẻ"]),
        ((without_line(MOTTO), underline(MOTTO)), ["Tiêu ngữ gạch chân chữ thay cho đường kẻ"]),
        ((typed(MOTTO, "-" * 40),), ["dưới Tiêu ngữ là hàng dấu gạch, không phải đường kẻ"]),
        ((typed(MOTTO, "–" * 20),), ["dưới Tiêu ngữ là hàng dấu gạch, không phải đường kẻ"]),
        ((typed(MOTTO, "_" * 26),), []),
        ((typed(MOTTO, "_" * 12),), ["đường kẻ dưới Tiêu ngữ dài chưa đúng"]),
        ((without_line(MOTTO), bordered(MOTTO, left=1220, right=1220)), []),
        ((without_line(MOTTO), bordered(MOTTO)), ["đường kẻ dưới Tiêu ngữ dài chưa đúng"]),
        ((without_line(MOTTO), bordered(MOTTO, "dashed", 1220, 1220)), ["đường kẻ dưới Tiêu ngữ không phải nét liền"]),
    ],
    ids=["none", "underlined", "hyphens", "dashes", "underscores", "few", "border", "wide border", "dashed border"],
)
def test_what_a_line_under_tieu_ngu_may_be_made_of(edits, told):
    data = planted(*edits)
    assert messages(data, "tn-line") == told
    assert errors(data) == (["tn-line"] if told else [])


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((without_line(NAME),), ["dưới tên cơ quan ban hành không có đường kẻ"]),
        ((without_line(NAME), underline(NAME)), ["tên cơ quan ban hành gạch chân chữ thay cho đường kẻ"]),
        ((typed(NAME, "-----------"),), ["dưới tên cơ quan ban hành là hàng dấu gạch, không phải đường kẻ"]),
        ((typed(NAME, "______"),), []),
    ],
    ids=["none", "underlined", "hyphens", "underscores"],
)
def test_what_a_line_under_the_issuer_may_be_made_of(edits, told):
    data = planted(*edits)
    assert messages(data, "cq-line") == told
    assert errors(data) == (["cq-line"] if told else [])


def test_lines_that_are_not_solid_are_told():
    assert {"tn-line", "cq-line", "ty-line"} <= set(errors(planted(dashed)))


def test_a_thin_shape_of_any_geometry_is_a_line():
    def flat(root):
        for shape in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom"):
            shape.set("prst", "flowChartProcess")

    assert errors(planted(flat)) == []


# --- the issuer --------------------------------------------------------------------------------------------------


PROVINCE = "UBND THÀNH PHỐ ĐỒNG NAI"


def test_an_office_under_its_committee_has_no_error():
    data = planted(office(PROVINCE, "SỞ NỘI VỤ"), stretched("duong-ke-co-quan", 0.9))
    assert errors(data) == []
    for rule in ("cq-parent", "cq-parent-style", "cq-style", "cq-name-full", "dd-name-local"):
        assert state(data, rule) == "pass"


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"b": "1"}, "tên cơ quan chủ quản in đậm"),
        ({"i": "1"}, "tên cơ quan chủ quản in nghiêng"),
        ({"sz": "28"}, "tên cơ quan chủ quản có cỡ chữ 14"),
        ({"sz": "22"}, "tên cơ quan chủ quản có cỡ chữ 11"),
    ],
)
def test_the_look_of_the_body_above(look, told):
    data = planted(office(PROVINCE, "SỞ NỘI VỤ"), set_runs(PROVINCE, **look))
    assert messages(data, "cq-parent-style") == [told]
    assert errors(data) == ["cq-parent-style"]


@pytest.mark.parametrize(
    ("above", "name", "verdict"),
    [
        ("UBND XÃ GIA KIỆM", "PHÒNG KINH TẾ", "pass"),
        ("ỦY BAN NHÂN DÂN XÃ GIA KIỆM", "PHÒNG VĂN HÓA - XÃ HỘI", "pass"),
        ("UBND TỈNH", "SỞ NỘI VỤ", "fail"),
        ("ỦY BAN NHÂN DÂN", "PHÒNG KINH TẾ", "fail"),
        ("UBND XÃ", "PHÒNG KINH TẾ", "fail"),
        ("", "SỞ NỘI VỤ", "fail"),
        ("", "PHÒNG KINH TẾ", "fail"),
        ("", "PHÒNG THƯƠNG MẠI VÀ CÔNG NGHIỆP VIỆT NAM", "not_evaluated"),
        ("", "SỞ NỘI VỤ TỈNH LÀO CAI", "not_evaluated"),
        ("", "TRƯỜNG TIỂU HỌC GIA KIỆM", "not_evaluated"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "not_applicable"),
    ],
)
def test_whose_name_stands_above(above, name, verdict):
    assert state(planted(office(above, name)), "cq-parent") == verdict


def test_one_name_in_two_lines_has_no_body_above_even_if_one_is_not_bold():
    data = planted(set_runs(BODY, b="0"))
    assert errors(data) == ["cq-style"]
    assert state(data, "cq-parent") == "not_applicable"


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"b": "0"}, "tên cơ quan ban hành không đậm"),
        ({"i": "1"}, "tên cơ quan ban hành in nghiêng"),
        ({"sz": "28"}, "tên cơ quan ban hành có cỡ chữ 14"),
        ({"sz": "22"}, "tên cơ quan ban hành có cỡ chữ 11"),
    ],
)
def test_the_look_of_the_issuer(look, told):
    data = planted(set_runs(BODY, **look), set_runs(NAME, **look))
    assert messages(data, "cq-style") == [told, told]
    assert errors(data) == ["cq-style"]


def test_the_issuer_in_small_letters_is_told():
    assert messages(planted(set_text(NAME, "Xã Gia Kiệm")), "cq-style") == ["tên cơ quan ban hành chưa viết in hoa"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("UBND XÃ GIA KIỆM", "ỦY BAN NHÂN DÂN XÃ GIA KIỆM"),
        ("VĂN PHÒNG HĐND VÀ UBND", "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN"),
    ],
)
def test_an_abbreviation_in_the_issuers_name_is_a_warning_with_the_whole_name(text, whole):
    data = planted(office("", text, "Số: 114/KH-UBND", "Gia Kiệm"))
    assert [(each.severity, each.expected) for each in found(data, "cq-name-full")] == [("warning", whole)]


@pytest.mark.parametrize(
    ("edit", "verdict"),
    [
        (spaced(NAME), "pass"),
        (spaced(NAME, before="120"), "fail"),
        (spaced(BODY, after="120"), "fail"),
        (spaced(NAME, line="360"), "fail"),
        (blank_after(BODY), "fail"),
    ],
)
def test_the_lines_of_the_names_stand_in_single_spacing(edit, verdict):
    data = planted(edit)
    assert state(data, "cq-spacing") == verdict
    assert errors(data) == ([] if verdict == "pass" else ["cq-spacing"])
