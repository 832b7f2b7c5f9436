"""The annex “Bảng phân công nhiệm vụ”: one row a task (NĐ 30, Phụ lục I, III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.plan.model import Annex, AnnexRow, Header, Paragraph, Task
from kegen.vietnamese import upper_first

MENTION = Paragraph("doan", "(Có Phụ lục Bảng phân công nhiệm vụ kèm theo).")
"""What the main text says of the annex: it must refer to each (III.1.a)."""


def make_annex(header: Header, issuer: str, tasks: Sequence[Task]) -> Annex:
    """Return the annex of the plan under that header."""
    number = header.number.removeprefix("Số: ")
    date = header.place_and_date.partition(", ")[2]
    reference = f"(Kèm theo Kế hoạch số {_open(number)} {_open(date)} của {issuer})"
    rows = tuple(
        AnnexRow(index, task.wording, task.lead, upper_first("; ".join(task.helpers)), task.deadline, task.product)
        for index, task in enumerate(tasks, 1)
    )
    return Annex("Phụ lục", "BẢNG PHÂN CÔNG NHIỆM VỤ", reference, rows)


def _open(text: str) -> str:
    """Return the text with runs of blanks as dots, so that a reader sees what is still open."""
    return re.sub(r" {3,}", " …… ", text).replace("…… /", "……/").strip()
