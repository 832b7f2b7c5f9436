"""A template made from the form of old, which names the columns of the one table of tasks, goes on working."""

from pathlib import Path

import pytest

from kegen.plan.model import Column, Paragraph, Table, TableRow
from kegen.plan.task_table import TASK_COLUMNS
from kegen.problem import KegenError
from kegen.template.render import render

from .plans import good_annex, good_plan, replace
from .reading import paragraphs, part

OLD = Path(__file__).with_name("old-form.docx")
TABLE = Table((Column("Nội dung"),), (TableRow(("một ô",)),))


@pytest.mark.parametrize("annexes", [(), (good_annex(3),)])
def test_it_prints_the_same_document_as_the_form_of_today(annexes):
    plan = replace(good_plan(), annexes=annexes)
    assert part(render(plan, OLD)).text == part(render(plan)).text
    assert paragraphs(render(plan, OLD)) == paragraphs(render(plan))


def test_it_prints_of_chosen_columns_those_that_are_there():
    annex = good_annex(1)
    (block,) = annex.blocks
    columns = tuple(TASK_COLUMNS[name] for name in ("nhiem-vu", "thoi-han"))
    table = Table(columns, (TableRow(("Việc một", "Quý IV")),))
    plan = replace(good_plan(), annexes=(annex._replace(blocks=(block._replace(table=table),)),))
    texts = [text.replace("\u00a0", " ") for _, text in paragraphs(render(plan, OLD))]
    assert {"Việc một", "Quý IV"} <= set(texts)


@pytest.mark.parametrize(
    "changes",
    [
        {"annexes": (good_annex(1), good_annex(2))},
        {"annexes": (good_annex(1)._replace(blocks=(Paragraph("bang", "", table=TABLE),)),)},
        {"annexes": (good_annex(1)._replace(blocks=(*good_annex(1).blocks, Paragraph("doan", "Ghi chú."))),)},
    ],
    ids=["hai phụ lục", "bảng khác", "đoạn văn"],
)
def test_it_is_refused_for_annexes_it_would_leave_out(changes):
    with pytest.raises(KegenError, match="phụ lục khác"):
        render(replace(good_plan(), **changes), OLD)


def test_it_is_refused_for_a_table_in_the_body_it_would_leave_out():
    plan = good_plan()
    with pytest.raises(KegenError, match="bảng trong thân văn bản"):
        render(replace(plan, body=(*plan.body, Paragraph("bang", "", table=TABLE))), OLD)
