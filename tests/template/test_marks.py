"""Each paragraph and table row of a draft has a mark of its own: a hidden bookmark around what it says."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.docx.model import Table as ReadTable
from kegen.docx.model import paragraphs_in
from kegen.docx.read import read_document
from kegen.plan.model import Column, Paragraph, Table, TableRow
from kegen.template.marks import heads_of, marks_in
from kegen.template.render import render

from .plans import good_annex, good_plan, replace, with_text
from .reading import part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILE = "ke-hoach.yaml"
OLD_FORM = Path(__file__).with_name("old-form.docx")
TABLE = Table(
    (Column("TT"), Column("Việc"), Column("Nơi làm")),
    (
        TableRow(("Nhóm việc một",)),
        TableRow(("1", "Rà soát", "Văn phòng"), task="ra-soat"),
        TableRow(("1", "Rà soát", "Công an"), goes_on=(0, 1)),
        TableRow(("2",)),
        TableRow(("3", "Niêm yết", "")),
        TableRow(("", "", "")),
    ),
    (TableRow(("Đầu bảng",), spans=(3,)),),
)
PLANS = {
    "bare": good_plan(),
    "annex": replace(good_plan(), annexes=(good_annex(), good_annex())),
    "table": replace(good_plan(), body=(*good_plan().body, Paragraph("bang", "", table=TABLE))),
    "twins": with_text(good_plan().body[2].text),
}


class Place(NamedTuple):
    """Where in a plan a mark stands: a block of a part, or a row of a table."""

    part: str
    block: int
    annex: int | None = None
    row: int | None = None
    is_head: bool = False


def marks_of(plan):
    """Every mark of a plan's draft by its name, with where it stands in the plan."""
    names = [re.search(r'w:name="(\w+)"', start)[1] for start, _ in marks_in(plan)]
    return dict(zip(names, places_in(plan), strict=True))


def places_in(plan):
    parts = [(part, None, getattr(plan, part)) for part in ("opening", "body", "closing")]
    parts += [("annex", number, annex.blocks) for number, annex in enumerate(plan.annexes)]
    for name, annex, blocks in parts:
        for at, block in enumerate(blocks):
            if block.table:
                yield from (Place(name, at, annex, row, is_head=True) for row in range(len(heads_of(block.table))))
                yield from (Place(name, at, annex, row) for row in range(len(block.table.rows)))
            else:
                yield Place(name, at, annex)


def found_in(draft):
    """The marks of paragraphs, and those of rows, of a draft as they are read."""
    paragraphs, rows = {}, {}
    for block in read_document(draft, with_marks=True).blocks:
        if isinstance(block, ReadTable):
            rows |= {mark: row for row in block.rows for mark in row.marks}
        else:
            paragraphs |= dict.fromkeys(block.marks, block)
    return paragraphs, rows


def words(text):
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def said_at(plan, place):
    """What a plan says where a mark stands."""
    blocks = getattr(plan, place.part) if place.annex is None else plan.annexes[place.annex].blocks
    block = blocks[place.block]
    if place.row is None:
        return block.text
    return (heads_of(block.table) if place.is_head else block.table.rows)[place.row].cells


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_each_mark_encloses_what_the_plan_says_there(plan):
    paragraphs, rows = found_in(render(plan, profile=FILE))
    for name, place in marks_of(plan).items():
        said = said_at(plan, place)
        if place.row is None:
            assert words(paragraphs[name].text) == said
        elif any(said):
            assert next(cell.text for cell in rows[name].cells if cell.text) in said
    assert set(paragraphs) | set(rows) <= set(marks_of(plan))


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_each_mark_is_there_once_and_ends_behind_its_start(plan):
    root = part(render(plan, profile=FILE))
    order = list(root.iter())
    starts = [e for e in root.iter(f"{W}bookmarkStart") if e.get(f"{W}name").startswith("_kg_")]
    ends = {e.get(f"{W}id"): order.index(e) for e in root.iter(f"{W}bookmarkEnd")}
    assert [e.get(f"{W}name") for e in starts] == [
        name for name, at in marks_of(plan).items() if any(said_at(plan, at))
    ]
    assert len({e.get(f"{W}id") for e in starts}) == len(starts) == len(ends)
    for start in starts:
        inside = order[order.index(start) : ends[start.get(f"{W}id")]]
        assert start.getparent().tag == f"{W}p"
        assert any(e.tag == f"{W}r" for e in inside)


def test_every_name_is_one_that_word_takes():
    long = "một mã rất dài và có dấu " * 4
    plan = with_text("thêm")
    plan = replace(plan, body=(*plan.body, *(Paragraph("doan", f"Đoạn {n}", id=long) for n in range(12))))
    names = list(marks_of(replace(plan, annexes=(good_annex(40),))))
    assert all(re.fullmatch(r"_kg_[A-Za-z0-9_]{1,36}", each) for each in names)
    assert len({each.lower() for each in names}) == len(names)


@given(st.lists(st.text(max_size=50), min_size=1, max_size=6), st.lists(st.text(max_size=50), max_size=6))
def test_names_stay_when_another_part_of_the_plan_changes(ids, others):
    own = tuple(Paragraph("doan", f"Đoạn của mục {each}", id=each) for each in ids)
    before = tuple(Paragraph("doan", f"Đoạn khác {each}", id=f"khac {each}") for each in others)
    plain, more = (replace(good_plan(), body=body, closing=()) for body in (own, before + own))
    told = [name for name, place in marks_of(more).items() if place.part == "body" and place.block >= len(before)]
    assert told == [name for name, place in marks_of(plain).items() if place.part == "body"]


def test_a_number_or_a_list_mark_that_changes_leaves_the_mark():
    heading = Paragraph("nhom", "a) Văn phòng Hội đồng nhân dân")
    later = heading._replace(text="c) Văn phòng Hội đồng nhân dân")
    other = heading._replace(text="a) Phòng Văn hóa")
    one, two, three = (list(marks_of(replace(good_plan(), body=(each,)))) for each in (heading, later, other))
    assert one == two != three


def test_a_template_of_old_marks_paragraphs_and_rows_too():
    plan = replace(good_plan(), annexes=(good_annex(),))
    paragraphs, rows = found_in(render(plan, OLD_FORM, profile=FILE))
    expected = {name for name, place in marks_of(plan).items() if not place.is_head}
    assert set(paragraphs) | set(rows) == expected


def test_what_a_template_prints_twice_is_marked_once(changed):
    text = '<w:r><w:t xml:space="preserve">{{ p.text }}</w:t></w:r></w:p>'
    twice = changed((text, f"{text}<w:p>{text}"))
    names = [e.get(f"{W}name") for e in part(render(good_plan(), twice, profile=FILE)).iter(f"{W}bookmarkStart")]
    assert names == list(marks_of(good_plan()))


def test_a_paragraph_in_which_a_template_prints_several_has_no_mark(changed):
    text = "<w:r><w:t>{% for p in body %}{{ p.text }}; {% endfor %}</w:t></w:r>"
    one = changed(("<w:body>", f"<w:body><w:p>{text}</w:p>"))
    first = next(part(render(good_plan(), one, profile=FILE)).iter(f"{W}p"))
    assert [e.tag for e in first] == [f"{W}r"]


def test_a_draft_made_a_template_leaves_its_own_marks_out(changed):
    own = '<w:bookmarkStart w:id="7" w:name="_kg_cu"/><w:r><w:t>Hết</w:t></w:r><w:bookmarkEnd w:id="7"/>'
    other = own.replace("_kg_cu", "het").replace("7", "8")
    draft = render(good_plan(), changed(("<w:body>", f"<w:body><w:p>{own}</w:p><w:p>{other}</w:p>")), profile=FILE)
    names = [e.get(f"{W}name") for e in part(draft).iter(f"{W}bookmarkStart")]
    assert names == ["het", *marks_of(good_plan())]
    assert len(list(part(draft).iter(f"{W}bookmarkEnd"))) == len(names)


def round_trip(file, folder, *kinds):
    """Save a draft by LibreOffice as one kind after another; return the bytes of the last."""
    for kind in kinds:
        target = folder / kind
        target.mkdir(exist_ok=True)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(target), str(file)], check=True, capture_output=True, timeout=120)
        file = target / f"{file.stem}.{kind}"
    return file.read_bytes()


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("kinds", [("docx",), ("odt", "docx")], ids="-".join)
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_libreoffice_keeps_every_mark_where_it_was(tmp_path, plan, kinds):
    file = tmp_path / "ban.docx"
    draft = render(plan, profile=FILE)
    file.write_bytes(draft)
    saved = round_trip(file, tmp_path, *kinds)
    before, after = found_in(draft), found_in(saved)
    assert {name: words(each.text) for name, each in after[0].items()} == {
        name: words(each.text) for name, each in before[0].items()
    }
    assert {name: [cell.text for cell in row.cells] for name, row in after[1].items()} == {
        name: [cell.text for cell in row.cells] for name, row in before[1].items()
    }
    names = [e.get(f"{W}name") for e in part(saved).iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert not any(each.marks_before for each in paragraphs_in(read_document(saved, with_marks=True).blocks))
