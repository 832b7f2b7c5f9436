"""Each kind of paragraph takes its own Word style, in the Plan's order."""

from typing import get_args

import pytest

from kegen.plan.model import Kind, Paragraph
from kegen.template.render import render

from .plans import BODY, good_plan, replace
from .reading import W, paragraphs, part, style_names

STYLES = {
    "can-cu": "KH Căn cứ",
    "mo-dau": "KH Mở đầu",
    "muc": "KH Mục",
    "khoan": "KH Khoản",
    "tiet": "KH Tiết",
    "khoan-lien": "KH Khoản liền",
    "nhom": "KH Nhóm",
    "doan": "KH Đoạn",
}


def style(name, draft=None):
    root = part(draft or render(good_plan()), "word/styles.xml")
    return next(s for s in root.iter(f"{W}style") if s.find(f"{W}name").get(f"{W}val") == name)


def value(element, path):
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val", "on")


def test_every_kind_has_its_style():
    assert set(STYLES) | {"bang"} == set(get_args(Kind))
    plan = replace(good_plan(), body=tuple(Paragraph(kind, f"văn bản {kind}") for kind in STYLES))
    found = {text: name for name, text in paragraphs(render(plan))}
    assert {kind: found[f"văn bản {kind}"] for kind in STYLES} == STYLES


def test_the_paragraphs_stand_in_the_plans_order():
    plan = good_plan()
    texts = [text for _, text in paragraphs(render(plan))]
    wanted = [p.text for p in (*plan.opening, *plan.body, *plan.closing)]
    assert [text for text in texts if text in wanted] == wanted


def test_only_the_last_paragraph_is_kept_with_the_signature():
    plan = good_plan()
    last = [text for name, text in paragraphs(render(plan)) if name == "KH Đoạn cuối"]
    assert last == [plan.closing[-1].text]
    assert value(style("KH Đoạn cuối"), "pPr/keepNext") == "on"
    assert value(style("KH Đoạn"), "pPr/keepNext") == "0"


def test_a_heading_that_ends_the_body_stays_a_heading():
    draft = render(replace(good_plan(), body=BODY[:1], closing=()))
    assert ("KH Mục", BODY[0].text) in paragraphs(draft)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "KH Mục",
            {"pPr/keepNext": "on", "pPr/outlineLvl": "0", "rPr/b": "on", "rPr/caps": "on", "rPr/sz": "28"},
        ),
        ("KH Khoản", {"pPr/keepNext": "on", "pPr/outlineLvl": "1", "rPr/b": "on", "rPr/caps": None}),
        ("KH Tiết", {"pPr/keepNext": "on", "pPr/outlineLvl": "2", "rPr/b": "on", "rPr/i": "0", "rPr/caps": None}),
        ("KH Khoản liền", {"pPr/keepNext": "0", "pPr/outlineLvl": None, "rPr/b": "0"}),
        ("KH Nhóm", {"pPr/keepNext": "on", "pPr/outlineLvl": "2", "rPr/b": "0", "rPr/i": "0"}),
        ("KH Căn cứ", {"rPr/i": "on", "rPr/b": "0", "pPr/jc": "both"}),
        ("KH Đoạn", {"rPr/sz": "28", "pPr/jc": "both"}),
        ("KH Tên loại", {"rPr/sz": "28", "rPr/b": "on", "pPr/jc": "center"}),
        ("KH Nơi nhận", {"rPr/sz": "24", "rPr/b": "on", "rPr/i": "on", "pPr/jc": "left"}),
        ("KH Danh sách nhận", {"rPr/sz": "22", "rPr/b": "0", "rPr/i": "0"}),
        ("KH Họ tên", {"rPr/sz": "28", "rPr/b": "on", "pPr/jc": "center"}),
        ("KH Phụ lục", {"rPr/sz": "28", "rPr/b": "on", "pPr/jc": "center"}),
        ("KH Số trang", {"rPr/sz": "28", "rPr/b": "0", "rPr/i": "0", "pPr/jc": "center"}),
    ],
)
def test_a_style_is_what_the_decree_asks(name, facts):
    found = style(name)
    assert {path: value(found, path) for path in facts} == facts


def test_body_text_is_indented_and_apart_as_the_decree_asks():
    for name in STYLES.values():
        own = style(name).find(f"{W}pPr")
        assert own.find(f"{W}ind").get(f"{W}firstLine") == "720"
        spacing = own.find(f"{W}spacing")
        assert (spacing.get(f"{W}after"), spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == (
            "120",
            "240",
            "auto",
        )


def test_the_font_is_times_new_roman_and_black_by_default_and_no_theme_is_used():
    draft = render(good_plan())
    defaults = part(draft, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert set(defaults.find(f"{W}rFonts").attrib.values()) == {"Times New Roman"}
    assert defaults.find(f"{W}color").get(f"{W}val") == "000000"
    assert defaults.find(f"{W}lang").get(f"{W}val") == "vi-VN"
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml"):
        fonts = [v for e in part(draft, name).iter(f"{W}rFonts") for v in e.attrib.values()]
        assert set(fonts) <= {"Times New Roman"}


def test_every_style_a_draft_uses_is_defined():
    draft = render(good_plan())
    used = {e.get(f"{W}val") for e in part(draft).iter(f"{W}pStyle", f"{W}rStyle")}
    assert len(used) > 10
    assert used <= set(style_names(draft))
