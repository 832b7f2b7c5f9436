"""The content: bases, numbering, sizes, indents, gaps, its end; and that all parts are there."""

from itertools import pairwise

import pytest

from tests.check.good import (
    W,
    errors,
    find,
    found,
    good,
    insert_after,
    planted,
    properties,
    remove,
    set_paragraph,
    set_runs,
    set_text,
    state,
    text_of,
)

DASH = "- Tổ chức quán triệt sâu sắc"
"""How the first task of the good document begins."""
CLOSING = "Ủy ban nhân dân xã yêu cầu các cơ quan"
OPENING = "Thực hiện Kế hoạch số 176"
BASE = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def based(*ends, **look):
    """Put bases before the opening, each with its last sign, italic unless told."""

    def edit(root):
        for end in ends:
            insert_before(root, OPENING, BASE + end)
        for p in [p for p in root.iter(f"{W}p") if text_of(p).startswith("Căn cứ")]:
            set_runs_in(p, **{"i": "1", **look})

    return edit


def insert_before(root, start, text):
    insert_after(start, text)(root)
    old = find(root, start)
    old.addprevious(old.getnext())


def set_runs_in(p, **switches):
    holder = p.getparent()
    index = holder.index(p)
    set_runs(text_of(p).strip(), **switches)(wrap(p))
    assert holder.index(p) == index


def wrap(p):
    """Return something whose only paragraph is this one, for edits that look for the first of a text."""

    class Only:
        def iter(self, tag):
            return iter([p]) if tag == f"{W}p" else p.iter(tag)

    return Only()


def small_heading(root):
    set_text("I. MỤC ĐÍCH", "I. Mục đích, yêu cầu")(root)
    set_runs("I. Mục đích", caps="0")(root)


ERRORS = {
    "an upright base": ("cancu-style", based(";", ".", i="0")),
    "a bold base": ("cancu-style", based(";", ".", b="1")),
    "a base without its semicolon": ("cancu-punct", based(".", ".")),
    "a last base with a semicolon": ("cancu-punct", based(";", ";")),
    "a number of Mục left out": ("struct-plan", set_text("II. ", "III. NHIỆM VỤ, GIẢI PHÁP")),
    "a Mục in small letters": ("muc-style", small_heading),
    "a Mục not bold": ("muc-style", set_runs("I. MỤC ĐÍCH", b="0")),
    "a Mục of 16 pt": ("muc-style", set_runs("I. MỤC ĐÍCH", sz="32")),
    "a title of a khoản not bold": ("khoan-title", set_runs("1. Mục đích", b="0")),
    "a title of a khoản in capitals": ("khoan-title", set_text("1. Mục đích", "1. MỤC ĐÍCH")),
    "a title of a khoản in italics": ("khoan-title", set_runs("1. Mục đích", i="1")),
    "a letter that Vietnamese lists do not have": (
        "diem-style",
        lambda root: [
            set_text(DASH, "a) Tổ chức quán triệt sâu sắc các nội dung được giao.")(root),
            insert_after("a) Tổ chức", "f) Triển khai kịp thời các nhiệm vụ được giao.")(root),
        ],
    ),
    "a Mục without a title": ("headings-have-title", set_text("I. MỤC ĐÍCH", "I.")),
    "a paragraph of 12 pt": ("body-size", set_runs(DASH, sz="24")),
    "a paragraph of 15 pt": ("body-size", set_runs(DASH, sz="30")),
    "a paragraph set left": ("body-justify", set_paragraph(OPENING, "jc", val="left")),
    "a paragraph without indent": ("body-indent", set_paragraph(OPENING, "ind", firstLine="0")),
    "a paragraph indented 11.35 mm": ("body-indent", set_paragraph(OPENING, "ind", firstLine="643")),
    "a paragraph indented 20 mm": ("body-indent", set_paragraph(OPENING, "ind", firstLine="1134")),
    "lines closer than single": (
        "body-line",
        set_paragraph(DASH, "spacing", before="0", after="120", line="200", lineRule="auto"),
    ),
    "lines of two": ("body-line", set_paragraph(DASH, "spacing", before="0", after="120", line="480", lineRule="auto")),
    "lines of exactly 14 pt": (
        "body-line",
        set_paragraph(DASH, "spacing", before="0", after="120", line="280", lineRule="exact"),
    ),
    "an end without ./.": ("body-end", set_text(CLOSING, "Ủy ban nhân dân xã yêu cầu các cơ quan thực hiện.")),
    "an end with /. only": ("body-end", set_text(CLOSING, "Ủy ban nhân dân xã yêu cầu các cơ quan thực hiện/.")),
    "an end with ././.": ("body-end", set_text(CLOSING, "Ủy ban nhân dân xã yêu cầu các cơ quan thực hiện././.")),
    "no motto": ("components", remove("Độc lập - Tự do")),
    "no recipients": ("components", lambda root: [remove("Nơi nhận")(root), drop_recipients(root)]),
    "no title": ("components", remove("Triển khai thực hiện Quyết định số 534")),
    "no signer's office": (
        "components",
        lambda root: [remove(each)(root) for each in ("TM. ỦY BAN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An")],
    ),
}


def drop_recipients(root):
    lawful = find(root, "- Lưu: VT").getparent()
    for p in [p for p in lawful.iter(f"{W}p") if text_of(p).startswith("- ")]:
        lawful.remove(p)


@pytest.mark.parametrize("what", ERRORS)
def test_one_fault_is_found_by_its_rule_and_no_other(what):
    rule, edit = ERRORS[what]
    assert errors(planted(edit)) == [rule]


WARNINGS = {
    "a number of khoản left out": ("struct-plan", set_text("2. Yêu cầu", "3. Yêu cầu")),
    "a paragraph all in italics": ("body-size", set_runs(DASH, i="1")),
    "a paragraph of 13 among 14": ("body-size", set_runs(DASH, sz="26")),
    "a paragraph indented by blanks": (
        "body-indent",
        set_text(OPENING, "     Thực hiện Kế hoạch của Ủy ban nhân dân."),
    ),
    "./. on a line of its own": (
        "body-end",
        lambda root: [
            set_text(CLOSING, "Các cơ quan nghiêm túc thực hiện.")(root),
            insert_after("Các cơ quan nghiêm", "./.")(root),
        ],
    ),
    "a bullet for a mark": ("bullets", set_text(DASH, "• Tổ chức quán triệt sâu sắc các nội dung được giao.")),
    "a table of 8 pt": ("tables", set_runs("STT", sz="16")),
}


@pytest.mark.parametrize("what", WARNINGS)
def test_what_may_be_wrong_is_a_warning_and_no_error(what):
    rule, edit = WARNINGS[what]
    data = planted(edit)
    assert [each.severity for each in found(data, rule)][:1] == ["warning"]
    assert errors(data) == []


FINE = {
    "bases": (("cancu-style", "cancu-punct"), based(";", ".")),
    "an indent of 10 mm": (("body-indent",), set_paragraph(OPENING, "ind", firstLine="567")),
    "an indent of 12.3 mm": (("body-indent",), set_paragraph(OPENING, "ind", firstLine="697")),
    "an indent made of left and hanging": (("body-indent",), set_paragraph(OPENING, "ind", left="1080", hanging="360")),
    "a gap above instead of below": (
        ("body-para-gap",),
        lambda root: [
            set_paragraph(DASH, "spacing", before="0", after="0")(root),
            properties(find(root, DASH).getnext()).append(spacing(root, before="120", after="120")),
        ],
    ),
    "exactly 18 pt for 14 pt": (
        ("body-line",),
        set_paragraph(DASH, "spacing", before="0", after="120", line="360", lineRule="exact"),
    ),
    "one line and a half": (("body-line",), set_paragraph(DASH, "spacing", before="0", after="120", line="360")),
    "a remark in italics and brackets": (("body-size",), set_runs("(Có Phụ lục", i="1")),
    "a short heading set left": (("body-justify",), set_paragraph("1. Mục đích", "jc", val="left")),
    "đ) after d)": (
        ("diem-style",),
        lambda root: lettered(root, "abcdđe"),
    ),
}


def spacing(root, **attributes):
    return root.makeelement(f"{W}spacing", {f"{W}{name}": value for name, value in attributes.items()})


def lettered(root, letters):
    set_text(DASH, f"{letters[0]}) Triển khai nhiệm vụ được giao.")(root)
    for last, letter in pairwise(letters):
        insert_after(f"{last}) Triển khai", f"{letter}) Triển khai nhiệm vụ được giao.")(root)


@pytest.mark.parametrize("what", FINE)
def test_what_the_decree_allows_passes(what):
    rules, edit = FINE[what]
    data = planted(edit)
    assert {rule: state(data, rule) for rule in rules} == dict.fromkeys(rules, "pass")
    assert errors(data) == []


def test_paragraphs_closer_than_6_pt_are_told():
    def edit(root):
        for start in (DASH,):
            p = find(root, start)
            for each in (p, p.getnext()):
                own = properties(each)
                for old in own.findall(f"{W}spacing"):
                    own.remove(old)
                own.append(spacing(root, before="0", after="0"))

    data = planted(edit)
    assert errors(data) == ["body-para-gap"]
    assert found(data, "body-para-gap")[0].found == "0 pt"


def test_letters_out_of_the_vietnamese_order_are_told():
    data = planted(lambda root: lettered(root, "abcde"))
    assert errors(data) == ["diem-style"]
    assert found(data, "diem-style")[0].expected == "đ)"


def test_a_letter_far_off_may_be_a_list_cut_in_two():
    data = planted(lambda root: lettered(root, "abg"))
    assert errors(data) == []
    assert [each.severity for each in found(data, "diem-style")] == ["warning"]


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        ("cancu-optional", "not_applicable"),
        ("cancu-style", "not_applicable"),
        ("cancu-punct", "not_applicable"),
        ("struct-plan", "pass"),
        ("muc-style", "pass"),
        ("khoan-title", "pass"),
        ("khoan-plain", "pass"),
        ("diem-style", "not_applicable"),
        ("phan-style", "not_applicable"),
        ("dieu-style", "not_applicable"),
        ("headings-have-title", "pass"),
        ("body-size", "pass"),
        ("body-justify", "pass"),
        ("body-indent", "pass"),
        ("body-para-gap", "pass"),
        ("body-line", "pass"),
        ("body-end", "not_evaluated"),
        ("bullets", "pass"),
        ("tables", "pass"),
        ("components", "pass"),
        ("no-extra-form", "pass"),
    ],
)
def test_the_good_document_has_its_verdict(rule, verdict):
    assert state(good(), rule) == verdict


def test_bases_are_allowed_and_not_demanded():
    assert state(planted(based(";", ".")), "cancu-optional") == "pass"


LONG = (
    "1. " + "Các cơ quan, đơn vị tổ chức thực hiện Kế hoạch này, định kỳ báo cáo kết quả về Văn phòng để tổng hợp; " * 4
)


def numbered(root):
    set_text("1. Mục đích", LONG.strip("; ") + ".")(root)
    set_runs("1. Các cơ quan", b="0")(root)


def test_a_numbered_sentence_is_no_title():
    data = planted(numbered)
    assert state(data, "khoan-plain") == "pass"
    assert errors(data) == []


def test_a_numbered_sentence_all_in_bold_is_told():
    data = planted(numbered, set_runs("1. Các cơ quan", b="1"))
    assert errors(data) == ["khoan-plain"]


def test_a_numbered_sentence_all_in_italics_is_told():
    data = planted(numbered, set_runs("1. Các cơ quan", i="1"))
    assert found(data, "khoan-plain")


PART = {
    "pass": [set_paragraph("Phần I", "jc", val="center"), set_paragraph("Phần I", "ind", firstLine="0")],
    "fail": [set_paragraph("Phần I", "jc", val="left")],
}


@pytest.mark.parametrize("verdict", PART)
def test_a_phan_stands_in_the_middle(verdict):
    def titled(root):
        insert_after("I. MỤC ĐÍCH", "MỤC ĐÍCH, YÊU CẦU")(root)
        set_text("I. MỤC ĐÍCH", "Phần I")(root)
        set_runs("Phần I", caps="0")(root)
        for start in ("Phần I", "MỤC ĐÍCH, YÊU CẦU"):
            set_paragraph(start, "jc", val="center")(root)

    assert state(planted(titled, *PART[verdict]), "phan-style") == verdict


@pytest.mark.parametrize(
    ("text", "bold", "verdict"), [("Điều 1.", "1", "pass"), ("Điều 1:", "1", "fail"), ("Điều 1.", "0", "fail")]
)
def test_an_article_has_a_full_stop_and_is_bold(text, bold, verdict):
    article = set_text("1. Mục đích", f"{text} Phạm vi điều chỉnh")
    assert state(planted(article, set_runs(text, b=bold)), "dieu-style") == verdict


def test_a_plan_without_the_usual_sections_gets_a_hint_only():
    data = planted(set_text("I. MỤC ĐÍCH", "I. QUAN ĐIỂM"), set_text("1. Mục đích", "1. Quan điểm"))
    hints = found(data, "no-extra-form")
    assert [each.severity for each in hints] == ["info"]
    assert errors(data) == []


def test_a_file_without_a_head_is_told_once_as_perhaps_an_annex():
    def headless(root):
        body = root.find(f"{W}body")
        body.remove(body.find(f"{W}tbl"))

    data = planted(headless)
    assert [each.severity for each in found(data, "components")] == ["warning"]
