"""A plan saved by `kegen resolve --output` is read back as it was, or refused with the place that is wrong."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kegen
from kegen.plan.model import Annex, Column, LeftOut, Link, Note, Paragraph, PlanIdentity, Span, Table, TableRow
from kegen.plan.saved import dump, is_saved_plan, parse_plan, read_plan
from kegen.problem import Invalid
from kegen.shipped import profiles_folder
from kegen.vietnamese import normalise
from kegen.yaml_text.text import clean

SHIPPED = sorted(profiles_folder().glob("*.yaml"))


def plan_of(path):
    return kegen.resolve(kegen.load(path))._replace(warnings=())


PROVINCE = plan_of(profiles_folder() / "mau-tinh.yaml")


@pytest.fixture(scope="module")
def nhu_khe():
    return plan_of(profiles_folder() / "xa-nhu-khe.yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_plan_comes_back_as_it_was_saved(path):
    plan = plan_of(path)
    assert parse_plan(dump(plan).encode(), "tinh.plan.yaml").plan == plan


letters = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
words = st.text(letters, min_size=1, max_size=8).map(normalise).map(clean).filter(bool)
texts = st.lists(words, min_size=1, max_size=30).map(" ".join)


@given(texts, texts)
@settings(deadline=None, max_examples=40)
def test_any_words_come_back_as_they_were_saved(one, other):
    plan = PROVINCE._replace(
        title=one,
        body=(Paragraph("doan", other, (Note(1, one),), "y-mot"),),
        left_out=(LeftOut("y-hai", one, other),),
        standing=PlanIdentity(level="tinh", unit=one, chain=(Link("a", other, "", "", one, other),)),
    )
    assert parse_plan(dump(plan).encode(), "x").plan == plan


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (r"^kind: .*", "kind: [a]", "kind"),
        (r"^title:", "tieu_de:", "tieu_de"),
        (r"^  value: '60'", "  value: nhiều", "targets.1.value"),
        (r"^  comparison: '>='", "  comparison: hơn", "targets.1.comparison"),
        (r"^- id: hop-truc-tuyen", "- id: 'a: {b}'", "targets.1.id"),
        (r"^tasks:\n- id: [a-z-]*", "tasks:\n- id: 'a: {b}'", "tasks.1.id"),
        (r"^issued: .*", "issued: 31/02/2026", "issued"),
        (r"^  level: xa", "  level: huyen", "standing.level"),
        (r"^    date: '2026-03-31'", "    date: hôm qua", "standing.chain.2.date"),
        (r"^  half_year: .*", "  half_year: 31/6", "standing.half_year"),
        (r"^- kind: muc$", "- kind: chuong", "body.1.kind"),
    ],
)
def test_a_file_changed_to_something_no_plan_has_is_told_with_its_place(nhu_khe, old, new, where):
    text, count = re.subn(old, new, dump(with_facts(nhu_khe)), count=1, flags=re.MULTILINE)
    assert count == 1
    with pytest.raises(Invalid) as refused:
        parse_plan(text.encode(), "tinh.plan.yaml")
    (problem,) = refused.value.problems
    assert problem.id == "khong-la-ke-hoach"
    assert f"“{where}”" in problem.message
    assert problem.place.line > 1 or where == "tieu_de"


def with_facts(plan):
    return plan._replace(standing=plan.standing._replace(half_year="05/6"))


def test_a_profile_is_no_saved_plan():
    with pytest.raises(Invalid, match="khong-la-ke-hoach"):
        read_plan(profiles_folder() / "mau-xa.yaml")


def test_a_saved_plan_is_known_by_its_name(tmp_path):
    assert is_saved_plan(tmp_path / "tinh-x.plan.yaml")
    assert not is_saved_plan(tmp_path / "tinh-x.yaml")


OLD_ANNEX = """\
annex:
  label: Phụ lục
  title: BẢNG PHÂN CÔNG NHIỆM VỤ
  reference: (Kèm theo Kế hoạch)
  rows:
  - number: 1
    task: Việc một
    lead: Sở Nội vụ
    deadline: Quý III
  - number: 2
    task: Việc hai
    lead: Sở Tài chính
    helpers: Các sở
    product: Báo cáo
"""


def test_a_plan_that_an_earlier_version_saved_has_its_annex():
    plan = parse_plan((dump(PROVINCE) + OLD_ANNEX).encode(), "x").plan
    (annex,) = plan.annexes
    assert (annex.label, annex.title, annex.orientation) == ("Phụ lục", "BẢNG PHÂN CÔNG NHIỆM VỤ", "ngang")
    table = annex.blocks[0].table
    assert [column.field for column in table.columns] == ["number", "wording", "lead", "helpers", "deadline", "product"]
    assert [row.cells for row in table.rows] == [
        ("1", "Việc một", "Sở Nội vụ", "", "Quý III", ""),
        ("2", "Việc hai", "Sở Tài chính", "Các sở", "", "Báo cáo"),
    ]
    assert plan._replace(annexes=()) == PROVINCE._replace(annexes=())


def test_rows_of_an_old_annex_are_those_of_the_tasks_where_there_are_as_many():
    text = dump(PROVINCE._replace(tasks=PROVINCE.tasks[:2])) + OLD_ANNEX
    table = parse_plan(text.encode(), "x").plan.annexes[0].blocks[0].table
    assert [row.task for row in table.rows] == [task.id for task in PROVINCE.tasks[:2]]


def test_what_is_wrong_in_an_old_annex_is_told_with_its_place():
    text = dump(PROVINCE) + OLD_ANNEX.replace("number: 2", "number: hai")
    with pytest.raises(Invalid) as refused:
        parse_plan(text.encode(), "x")
    assert "annex.rows.2.number" in refused.value.problems[0].message


def test_annexes_tables_and_spans_come_back_as_they_were_saved():
    heads = (TableRow(("", "Mức"), spans=(1, 2)),)
    rows = (TableRow(("I. Nhóm",)), TableRow(("", "hai\ndòng", ""), "viec-mot"))
    table = Table((Column("TT", 600), Column("B"), Column("C", 0, "lead")), rows, heads)
    blocks = (Paragraph("bang", "", table=table, place="trang 2"), Paragraph("doan", "a", spans=(Span(0, 1, "tren"),)))
    plan = PROVINCE._replace(body=(*PROVINCE.body, *blocks), annexes=(Annex("", "A", "", blocks, "doc"),))
    assert parse_plan(dump(plan).encode(), "x").plan == plan
