"""The annexes of a plan: the table of its tasks, and what its main text says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.plan.layout import PlanBody
from kegen.plan.model import Annex, Header, Paragraph, Task
from kegen.plan.task_table import TASK_COLUMNS, USUAL_COLUMNS, task_table
from kegen.plan.wording import WordingRenderer

TABLE_TITLE = "Bảng phân công nhiệm vụ"


def reference_line(header: Header, issuer: str, renderer: WordingRenderer) -> str:
    """Return the line under an annex's title that says which plan it comes with (III.1.c)."""
    number = header.number.removeprefix("Số: ")
    date = header.place_and_date.partition(", ")[2]
    return renderer.reworded(f"(Kèm theo Kế hoạch số {_open(number)} {_open(date)} của {issuer})")


def task_annex(reference: str, tasks: Sequence[Task], renderer: WordingRenderer) -> Annex:
    """Return the annex with the table of all tasks."""
    columns = tuple(TASK_COLUMNS[name] for name in USUAL_COLUMNS)
    table = Paragraph("bang", "", table=task_table(columns, tasks))
    return Annex("Phụ lục", renderer.reworded(TABLE_TITLE).upper(), reference, (table,))


def mention(renderer: WordingRenderer) -> Paragraph:
    """Return what the main text of a published plan says of the annex."""
    return Paragraph("doan", renderer.reworded(f"(Có Phụ lục {TABLE_TITLE} kèm theo)."))


_REFERENCE = (
    "Cơ quan chủ trì, cơ quan phối hợp, thời hạn và sản phẩm của từng nhiệm vụ nêu tại Phụ lục kèm theo Kế hoạch này."
)
"""What the main text says of the annex: it must refer to each (III.1.a)."""


def refer_to_annex(body: PlanBody, renderer: WordingRenderer) -> PlanBody:
    """Return the body with the reference to the annex under the first heading I., II. that has tasks under it."""
    tasks, headings = {task.id for task in body.tasks}, [0]
    for index, paragraph in enumerate(body.paragraphs):
        if paragraph.kind == "muc":
            headings.append(index + 1)
        if paragraph.id in tasks and paragraph.kind != "muc":
            break
    at, reference = headings[-1], Paragraph("doan", renderer.reworded(_REFERENCE))
    return body._replace(paragraphs=(*body.paragraphs[:at], reference, *body.paragraphs[at:]))


def _open(text: str) -> str:
    """Return the text with runs of blanks as dots, so that a reader sees what is still open."""
    return re.sub(r" {3,}", " …… ", text).replace("…… /", "……/").strip()
