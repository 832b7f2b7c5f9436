"""Footnotes stand where the plan says, numbered through; without any, only the separators are left."""

from kegen.plan.model import Note, Paragraph
from kegen.template.render import render

from .plans import good_plan, replace, with_text
from .reading import W, part, texts_in


def notes_of(draft):
    root = part(draft, "word/footnotes.xml")
    return {n.get(f"{W}id"): "".join(n.itertext()).strip() for n in root if n.get(f"{W}type") is None}


def marked(draft):
    """Return the last body paragraph with each footnote's id in brackets where its number stands."""
    found = [p for p in part(draft).iter(f"{W}p") if p.find(f".//{W}footnoteReference") is not None]
    signs = {f"{W}t": lambda e: e.text or "", f"{W}footnoteReference": lambda e: f"[{e.get(f'{W}id')}]"}
    return ["".join(signs[e.tag](e) for e in p.iter(*signs)) for p in found]


def test_a_note_stands_behind_its_offset():
    draft = render(with_text("một hai ba.", (Note(3, "thứ nhất"), Note(7, "thứ hai"))))
    assert marked(draft) == ["một[1] hai[2] ba."]
    assert notes_of(draft) == {"1": "thứ nhất", "2": "thứ hai"}


def test_notes_are_numbered_through_the_whole_plan():
    plan = with_text("một", (Note(3, "hai & <b>"),))
    plan = replace(plan, opening=(Paragraph("can-cu", "Căn cứ Luật", (Note(0, "một"),)),))
    draft = render(plan)
    assert marked(draft) == ["[1]Căn cứ Luật", "một[2]"]
    assert notes_of(draft) == {"1": "một", "2": "hai & <b>"}


def test_notes_given_out_of_order_are_put_in_order():
    draft = render(with_text("một hai", (Note(7, "sau"), Note(3, "trước"))))
    assert marked(draft) == ["một[1] hai[2]"]
    assert notes_of(draft) == {"1": "trước", "2": "sau"}


def test_two_notes_at_one_place_both_stand():
    draft = render(with_text("một", (Note(3, "a"), Note(3, "b"))))
    assert marked(draft) == ["một[1][2]"]


def test_a_note_behind_the_end_stands_at_the_end():
    assert marked(render(with_text("một", (Note(99, "a"),)))) == ["một[1]"]


def test_without_notes_only_the_separators_are_left():
    draft = render(good_plan())
    assert notes_of(draft) == {}
    assert marked(draft) == []
    assert len(part(draft, "word/footnotes.xml")) == 2


def test_a_note_changes_no_text():
    assert texts_in(render(with_text("một hai", (Note(3, "x"),))), "KH Đoạn")[-1] == "một hai"


def test_the_last_paragraph_can_have_a_note():
    plan = replace(good_plan(), closing=(Paragraph("doan", "Hết./.", (Note(3, "x"),)),))
    assert marked(render(plan)) == ["Hết[1]./."]
