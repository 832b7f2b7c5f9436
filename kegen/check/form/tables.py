"""Chữ trong bảng.

Quy định: Nghị định không quy định cỡ chữ trong bảng; đây là thông lệ, khác đi không phải là trái quy định.
Vì sao: chữ nhỏ hơn 11 thì khó đọc, lớn hơn 14 thì bảng dài.
Sai: bảng cỡ 8 để vừa một trang.
Đúng: cỡ 11 đến 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.formatting import write_size
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.model import Paragraph, Table

CITE = "Thông lệ soạn thảo văn bản hành chính"
WEIGHT: Weight = "P"
_SPAN = (11.0, 14.0)


def check(paper: Paper) -> Outcome:
    """Look at the tables of content and annexes, one fault a table."""
    tables = paper.parts.all_tables
    if not tables:
        yield Absent("không có bảng")
    for table in tables:
        wrong = next((each for each in _paragraphs(table) if _sizes(each)), None)
        if wrong is not None:
            found = ", ".join(map(write_size, _sizes(wrong)))
            yield Fault(wrong, f"chữ trong bảng cỡ {found}", f"cỡ {found}", "cỡ 11 đến 14")


def _paragraphs(table: Table) -> Iterator[Paragraph]:
    cells = (cell for row in table.rows for cell in row.cells)
    return (block for cell in cells for block in cell.blocks if isinstance(block, Paragraph))


def _sizes(paragraph: Paragraph) -> list[float]:
    """Return the sizes out of the span, of characters that are no raised note signs."""
    faces = {run.face for run in paragraph.runs if run.text.strip() and not run.face.raised}
    return sorted({face.size for face in faces if not _SPAN[0] <= face.size <= _SPAN[1]})
