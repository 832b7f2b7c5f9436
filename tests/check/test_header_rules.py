"""Quốc hiệu, Tiêu ngữ, issuer, number, place and date: every branch, and what is near a fault but none."""

import copy

import pytest
from lxml import etree

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    planted,
    properties,
    set_paragraph,
    set_runs,
    set_text,
    state,
)

STATE, MOTTO = "CỘNG HÒA", "Độc lập"
BODY, NAME = "ỦY BAN NHÂN DÂN", "XÃ GIA KIỆM"
NUMBER, DATE = "Số:", "Gia Kiệm, ngày"
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


def office(above, name, number="Số: 114/KH-SNV", place="Đồng Nai"):
    """Make the issuer `name` under `above`; only `name` is bold."""

    def edit(root):
        set_text(NAME, name)(root)
        set_text(BODY, above or "X")(root)
        set_text(NUMBER, number)(root)
        set_text(DATE, f"{place}, ngày 03 tháng 6 năm 2026")(root)
        if above:
            set_runs(above, b="0")(root)
        else:
            p = find(root, "X")
            p.getparent().remove(p)

    return edit


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


# --- number and symbol -------------------------------------------------------------------------------------------


def numbered(text):
    return planted(set_text(NUMBER, text))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Số: 05/KH-UBND", []),
        ("Số: 1140/KH-UBND", []),
        ("Số: 114a/KH-UBND", []),
        ("Số:114/KH-UBND", []),
        ("Số:     /KH-UBND", []),
        ("Số: …../KH-UBND", []),
        ("Số: _____/KH-UBND", []),
        ("Số: 114/KH-UBND.VP", []),
        ("Số 114/KH-UBND", ["so-format"]),
        ("Số: XII/KH-UBND", ["so-format"]),
        ("Số: A12/KH-UBND", ["so-format"]),
        ("Số: 114/KH", ["cq-abbr", "so-format"]),
        ("Số: 114/2026/KH-UBND", ["so-format"]),
        ("Số: 114-KH/UBND", ["kh-abbr", "so-format"]),
        ("Số: 5/KH-UBND", ["so-zero"]),
        ("Số: 114 /KH-UBND", ["so-separators"]),
        ("Số: 114/ KH-UBND", ["so-separators"]),
        ("Số: 114/KH -UBND", ["so-separators"]),
        ("Số: 114/KH- UBND", ["so-separators"]),
        ("Số: 114/KH – UBND", ["so-separators"]),
        ("Số: 114/KH—UBND", ["so-separators"]),
        ("Số:     / KH-UBND", ["so-separators"]),
        ("SỐ: 114/KH-UBND", ["so-style"]),
        ("Số: 114/kh-UBND", ["so-style"]),
        ("Số: 114/KH-ubnd", ["cq-abbr", "so-style"]),
        ("Số: 114/TB-UBND", ["kh-abbr"]),
        ("Số: 114/KHUBND", ["kh-abbr", "so-format"]),
        ("Số: 114/KH-HĐND", ["cq-abbr"]),
        ("Số: 114/KH-CTUBND", []),
    ],
)
def test_each_way_of_writing_the_number(text, rules):
    assert errors(numbered(text)) == rules


def test_a_number_that_does_not_break_at_its_hyphen_is_right():
    assert errors(numbered("Số: 114/KH\u2011UBND")) == []


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("so-zero", "Số: 5/KH-UBND", "Số: 05/KH-UBND"),
        ("so-separators", "Số: 114/KH - UBND", "114/KH-UBND"),
        ("so-format", "Số: 114/2026/KH-UBND", "Số: 114/KH-UBND"),
        ("so-style", "SỐ: 114/KH-UBND", "Số: 114/KH-UBND"),
        ("kh-abbr", "Số: 114/TB-UBND", "/KH-…"),
    ],
)
def test_what_to_write_instead_is_told(rule, text, expected):
    (only,) = found(numbered(text), rule)
    assert only.expected == expected


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        ({"sz": "26"}, "pass"),
        ({"sz": "25"}, "fail"),
        ({"sz": "28"}, "fail"),
        ({"b": "1"}, "fail"),
        ({"i": "1"}, "fail"),
    ],
)
def test_the_number_is_of_13_upright_and_light(look, verdict):
    assert state(planted(set_runs(NUMBER, **look)), "so-style") == verdict


def test_the_number_is_centred_under_the_issuer():
    assert errors(planted(set_paragraph(NUMBER, "jc", val="left"))) == ["so-style"]


def kind(name, number):
    return planted(set_text("KẾ HOẠCH", name), set_text(NUMBER, number))


@pytest.mark.parametrize(
    ("name", "number", "verdict"),
    [
        ("THÔNG BÁO", "Số: 114/TB-UBND", "pass"),
        ("THÔNG BÁO", "Số: 114/KH-UBND", "fail"),
        ("TỜ TRÌNH", "Số: 114/TTr-UBND", "pass"),
        ("TỜ TRÌNH", "Số: 114/TT-UBND", "fail"),
        ("CHƯƠNG TRÌNH", "Số: 114/CTr-UBND", "pass"),
        ("CHƯƠNG TRÌNH", "Số: 114/CT-UBND", "fail"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/KH-UBND", "pass"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/KHPH-UBND", "pass"),
        ("KẾ HOẠCH PHỐI HỢP", "Số: 114/QĐ-UBND", "fail"),
    ],
)
def test_the_symbol_begins_with_the_code_of_the_kind(name, number, verdict):
    assert state(kind(name, number), "kh-abbr") == verdict


def test_the_code_of_a_kind_has_its_own_spelling():
    data = kind("TỜ TRÌNH", "Số: 114/TTR-UBND")
    assert [each.expected for each in found(data, "so-style")] == ["TTr"]
    assert state(data, "kh-abbr") == "pass"


def test_a_decision_that_may_be_a_normative_document_has_its_year():
    assert state(kind("QUYẾT ĐỊNH", "Số: 114/2026/QĐ-UBND"), "so-format") == "pass"


def letter(number):
    """Make it a letter: no kind, its subject under the number."""

    def edit(root):
        for start in ("KẾ HOẠCH", "Triển khai thực hiện Quyết định"):
            p = find(root, start)
            p.getparent().remove(p)
        set_text(NUMBER, number)(root)
        subject = copy.deepcopy(find(root, NUMBER))
        find(root, NUMBER).addnext(subject)
        holder = etree.Element("holder")
        holder.append(copy.deepcopy(subject))
        set_text("Số", "V/v triển khai công tác văn thư")(holder)
        subject.getparent().replace(subject, holder[0])

    return planted(edit)


@pytest.mark.parametrize(("number", "verdict"), [("Số: 747/UBND-VP", "not_applicable"), ("Số: 747/CV-UBND", "fail")])
def test_a_letter_has_no_code_of_a_kind(number, verdict):
    assert state(letter(number), "kh-abbr") == verdict


@pytest.mark.parametrize(
    ("above", "name", "number", "verdict"),
    [
        (PROVINCE, "SỞ NỘI VỤ", "Số: 114/KH-SNV", "not_evaluated"),
        (PROVINCE, "SỞ NỘI VỤ", "Số: 114/KH-UBND", "fail"),
        (PROVINCE, "VĂN PHÒNG ỦY BAN NHÂN DÂN", "Số: 114/KH-UBND", "not_evaluated"),
        ("", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-UBND", "not_evaluated"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-HĐND", "pass"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-TT.HĐND", "pass"),
        ("", "HỘI ĐỒNG NHÂN DÂN XÃ GIA KIỆM", "Số: 114/KH-UBND", "fail"),
    ],
)
def test_the_symbol_ends_with_the_issuers_own_abbreviation(above, name, number, verdict):
    assert state(planted(office(above, name, number)), "cq-abbr") == verdict


def test_numbers_of_a_year_are_kept_in_a_register_not_in_a_file():
    assert state(good(), "so-restart") == "not_evaluated"


# --- place and date ----------------------------------------------------------------------------------------------


def dated(text):
    return planted(set_text(DATE, text))


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Gia Kiệm, ngày 03 tháng 6 năm 2026", []),
        ("Xã Gia Kiệm, ngày 03 tháng 6 năm 2026", []),
        ("Gia Kiệm, ngày 10 tháng 12 năm 2026", []),
        ("Gia Kiệm, ngày 10 tháng 02 năm 2027", []),
        ("Gia Kiệm, ngày … tháng … năm 2026", []),
        ("Gia Kiệm, ngày ..... tháng 6 năm 20…", []),
        ("Gia Kiệm, ngày    tháng    năm 2026", []),
        ("Gia Kiệm, ngày 3 tháng 6 năm 2026", ["dd-zero"]),
        ("Gia Kiệm, ngày 03 tháng 2 năm 2027", ["dd-zero"]),
        ("Gia Kiệm ngày 03 tháng 6 năm 2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03/6/2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03-6-2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 31 tháng 6 năm 2026", ["date-exists"]),
        ("Gia Kiệm, ngày 03 tháng 13 năm 2026", ["date-exists"]),
        ("Gia Kiệm, ngày 03 tháng sáu năm 2026", ["dd-date-full"]),
        ("Gia Kiệm, ngày 03 tháng 6 năm 26", ["dd-date-full"]),
        ("GIA KIỆM, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("gia Kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("Gia kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("xã Gia Kiệm, ngày 03 tháng 6 năm 2026", ["dd-style"]),
        ("Đồng Nai, ngày 03 tháng 6 năm 2026", ["dd-name-local"]),
        ("Gia Kiêm, ngày 03 tháng 6 năm 2026", ["dd-name-local"]),
        ("……, ngày 03 tháng 6 năm 2026", []),
    ],
)
def test_each_way_of_writing_place_and_date(text, rules):
    assert errors(dated(text)) == rules


def test_a_month_with_a_nought_too_many_is_a_warning_and_the_right_one_told():
    data = dated("Gia Kiệm, ngày 03 tháng 06 năm 2026")
    assert errors(data) == []
    assert [(each.severity, each.expected) for each in found(data, "dd-zero")] == [("warning", "tháng 6")]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("dd-date-full", "Gia Kiệm ngày 03 tháng 6 năm 2026", "Gia Kiệm, ngày 03 tháng 6 năm 2026"),
        ("dd-zero", "Gia Kiệm, ngày 3 tháng 6 năm 2026", "ngày 03"),
        ("dd-style", "GIA KIỆM, ngày 03 tháng 6 năm 2026", "Gia Kiệm"),
        ("dd-style", "xã Gia kiệm, ngày 03 tháng 6 năm 2026", "Xã Gia Kiệm"),
        ("dd-name-local", "Đồng Nai, ngày 03 tháng 6 năm 2026", "Gia Kiệm"),
    ],
)
def test_the_right_place_and_date_are_told(rule, text, expected):
    (only,) = found(dated(text), rule)
    assert only.expected == expected


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        ({"sz": "26"}, "pass"),
        ({"sz": "28"}, "pass"),
        ({"sz": "24"}, "fail"),
        ({"sz": "30"}, "fail"),
        ({"i": "0"}, "fail"),
        ({"b": "1"}, "fail"),
    ],
)
def test_the_date_is_of_13_to_14_slanted_and_light(look, verdict):
    assert state(planted(set_runs(DATE, **look)), "dd-style") == verdict


def test_the_date_is_centred():
    assert errors(planted(set_paragraph(DATE, "jc", val="right"))) == ["dd-style"]


def test_a_date_in_another_row_than_the_number_is_a_warning():
    def lower(root):
        row = list(root.iter(f"{W}tr"))[1]
        below = copy.deepcopy(row)
        row.addnext(below)
        upper_left, upper_right = row.findall(f"{W}tc")
        lower_left = below.findall(f"{W}tc")[0]
        for cell in (upper_right, lower_left):
            for run in list(cell.iter(f"{W}r")):
                run.getparent().remove(run)
        assert upper_left is not None

    data = planted(lower)
    assert errors(data) == []
    assert messages(data, "dd-style") == ["địa danh và thời gian không cùng dòng với số, ký hiệu"]


@pytest.mark.parametrize(
    ("above", "name", "place", "verdict"),
    [
        ("UBND XÃ GIA KIỆM", "PHÒNG VĂN HÓA - XÃ HỘI", "Gia Kiệm", "pass"),
        ("UBND XÃ GIA KIỆM", "PHÒNG VĂN HÓA - XÃ HỘI", "Đồng Nai", "fail"),
        ("UBND TỈNH LÀO CAI", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Lào Cai", "pass"),
        ("UBND TỈNH LÀO CAI", "SỞ NỘI VỤ", "Yên Bái", "fail"),
        ("SỞ Y TẾ TỈNH LÀO CAI", "TRUNG TÂM Y TẾ KHU VỰC SA PA", "Sa Pa", "not_evaluated"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("", "LIÊN MINH HỢP TÁC XÃ TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("", "ỦY BAN NHÂN DÂN PHƯỜNG PHƯƠNG LIỄU", "Phương Liễu", "pass"),
        ("", "ỦY BAN NHÂN DÂN PHƯỜNG HỘI AN ĐÔNG", "Hội An Đông", "pass"),
        ("", "ỦY BAN NHÂN DÂN XÃ XÀ PHIÊN", "Xà Phiên", "pass"),
        ("", "ỦY BAN NHÂN DÂN XÃ GIA KIỆM, TỈNH ĐỒNG NAI", "Gia Kiệm", "pass"),
        ("", "BỘ TÀI CHÍNH", "Hà Nội", "not_evaluated"),
        ("", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ GIA KIỆM", "Gia Kiệm", "pass"),
    ],
)
def test_the_place_is_that_of_the_unit_the_issuer_names(above, name, place, verdict):
    assert state(planted(office(above, name, place=place)), "dd-name-local") == verdict


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("PHƯỜNG LÊ CHÂN", "Phường Lê Chân"),
        ("XÃ CƯ M’GAR", "Cư M’gar"),
        ("TỈNH ĐẮK LẮK", "Đắk Lắk"),
    ],
)
def test_the_right_place_is_told_as_the_date_line_names_it(name, expected):
    data = planted(office("", f"ỦY BAN NHÂN DÂN {name}", "Số: 114/KH-UBND"))
    assert [each.expected for each in found(data, "dd-name-local")] == [expected]


@pytest.mark.parametrize(
    ("unit", "place", "verdict"),
    [
        ("PHƯỜNG LÊ CHÂN", "Lê Chân", "fail"),
        ("PHƯỜNG LÊ CHÂN", "phường Lê Chân", "not_applicable"),
        ("PHƯỜNG 2 BẢO LỘC", "2 Bảo Lộc", "fail"),
        ("PHƯỜNG 2 BẢO LỘC", "Phường 2 Bảo Lộc", "not_applicable"),
        ("TỈNH LÀO CAI", "Lào Cai", "pass"),
        ("XÃ GIA KIỆM", "Gia Kiệm", "not_evaluated"),
    ],
)
def test_the_place_keeps_its_unit_word_where_the_decree_says_so(unit, place, verdict):
    assert (
        state(planted(set_text(NAME, unit), set_text(DATE, f"{place}, ngày 03 tháng 6 năm 2026")), "dd-full-name")
        == verdict
    )


ISSUED = {"mode": "issued"}


@pytest.mark.parametrize(
    ("start", "text", "verdict"),
    [
        (NUMBER, "Số: 114/KH-UBND", "pass"),
        (NUMBER, "Số:      /KH-UBND", "fail"),
        (NUMBER, "Số: ……/KH-UBND", "fail"),
        (DATE, "Gia Kiệm, ngày    tháng 6 năm 2026", "fail"),
        (DATE, "Gia Kiệm, ngày 03 tháng … năm 2026", "fail"),
        (DATE, "Gia Kiệm, ngày 03 tháng 6 năm 20…", "fail"),
    ],
)
def test_a_paper_that_is_issued_has_its_number_and_date(start, text, verdict):
    data = planted(set_text(start, text))
    assert state(data, "so-blank-draft") == "not_applicable"
    assert state(data, "so-blank-draft", **ISSUED) == verdict
    assert ("so-blank-draft" in errors(data, **ISSUED)) is (verdict == "fail")


def test_a_date_that_does_not_exist_is_told_once_when_issued_too():
    assert errors(dated("Gia Kiệm, ngày 31 tháng 6 năm 2026"), **ISSUED) == ["date-exists"]


# --- the table ---------------------------------------------------------------------------------------------------


def cells(width):
    """Give the right cells of the header a width in twips."""

    def edit(root):
        for cell in next(root.iter(f"{W}tbl")).iter(f"{W}tcW"):
            if int(cell.get(f"{W}w")) > 5000:
                cell.set(f"{W}w", str(width))

    return edit


@pytest.mark.parametrize(
    ("width", "severities"), [(5868, []), (5670, []), (5200, ["warning"]), (3000, ["warning"] * 3)]
)
def test_a_line_wider_than_its_cell_is_a_warning(width, severities):
    data = planted(cells(width))
    assert [each.severity for each in found(data, "header-table")] == severities
    assert errors(data) == []
