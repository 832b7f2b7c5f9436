"""The annex is there with its own page, or not there at all."""

from kegen.template.render import render

from .plans import TASK, good_annex, good_plan, replace
from .reading import W, part, texts_in


def with_annex(rows=3):
    return render(replace(good_plan(), annexes=(good_annex(rows),)))


def pages_of(draft):
    sizes = [s.find(f"{W}pgSz") for s in part(draft).iter(f"{W}sectPr")]
    return [size.get(f"{W}orient", "portrait") for size in sizes]


def test_without_an_annex_the_only_section_is_portrait():
    draft = render(good_plan())
    assert pages_of(draft) == ["portrait"]
    assert part(draft).find(f"{W}body")[-1].tag == f"{W}sectPr"
    assert texts_in(draft, "KH Phụ lục") == []


def test_with_an_annex_a_landscape_section_follows():
    draft = with_annex()
    assert pages_of(draft) == ["portrait", "landscape"]
    assert part(draft).find(f"{W}body")[-1].tag == f"{W}sectPr"


def test_every_section_starts_at_page_1_and_hides_its_number():
    sections = list(part(with_annex()).iter(f"{W}sectPr"))
    assert len(sections) == 2
    for section in sections:
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.find(f"{W}titlePg") is not None
        types = {ref.get(f"{W}type") for ref in section.iterfind(f"{W}headerReference")}
        assert types == {"default", "first"}


def test_every_page_is_a4_with_the_decrees_margins():
    for section in part(with_annex()).iter(f"{W}sectPr"):
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert {size.get(f"{W}w"), size.get(f"{W}h")} == {"11906", "16838"}
        edges = {edge: int(margin.get(W + edge)) for edge in ("left", "right", "top", "bottom")}
        assert edges == {"left": 1701, "right": 1134, "top": 1134, "bottom": 1134}


def test_the_annex_says_what_it_is():
    draft = with_annex()
    assert texts_in(draft, "KH Phụ lục") == ["Phụ lục"]
    assert texts_in(draft, "KH Tên phụ lục") == ["BẢNG PHÂN CÔNG NHIỆM VỤ"]
    (reference,) = texts_in(draft, "KH Kèm theo")
    assert reference.replace("\n", " ") == good_annex().reference


def test_the_annex_table_repeats_its_head_and_splits_no_row():
    table = list(part(with_annex(5)).iter(f"{W}tbl"))[-1]
    rows = list(table.iterfind(f"{W}tr"))
    assert len(rows) == 6
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_annex_table_holds_every_field_in_its_column():
    table = list(part(with_annex(1)).iter(f"{W}tbl"))[-1]
    head, row = [["".join(c.itertext()) for c in r.iterfind(f"{W}tc")] for r in table.iterfind(f"{W}tr")]
    assert head == ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"]
    assert [text.replace("\u00a0", " ") for text in row] == ["1", *TASK]


def test_no_table_is_followed_by_a_table_or_by_the_end_of_the_page_setup():
    for draft in (render(good_plan()), with_annex()):
        for table in part(draft).iter(f"{W}tbl"):
            assert table.getnext().tag == f"{W}p"


def test_every_cell_ends_in_a_paragraph():
    cells = list(part(with_annex()).iter(f"{W}tc"))
    assert len(cells) > 20
    assert all(cell[-1].tag == f"{W}p" for cell in cells)
