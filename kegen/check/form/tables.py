"""Chữ trong bảng.

Quy định: Nghị định không quy định cỡ chữ trong bảng; đây là thông lệ, khác đi không phải là trái quy định.
Vì sao: chữ nhỏ hơn 11 thì khó đọc, lớn hơn 14 thì bảng dài.
Sai: bảng cỡ 8 để vừa một trang.
Đúng: cỡ 11 đến 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.deadlines import tables_of
from kegen.check.looks import written
from kegen.check.paper import Paper, lines
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.document.lines import Line
from kegen.document.model import Paragraph, Table

CITE = "Thông lệ soạn thảo văn bản hành chính"
WEIGHT: Weight = "P"
_SPAN = (11.0, 14.0)


def check(paper: Paper) -> Outcome:
    """Look at the tables of content and annexes, one fault a table."""
    if not paper.once(_has_tables):
        yield Absent("không có bảng")
    for table in tables_of(paper) if any(paper.told(lines, _is_odd)) else ():
        wrong = next((each for each in _paragraphs(table) if _sizes(each)), None)
        if wrong is not None:
            found = ", ".join(map(written, _sizes(wrong)))
            yield Fault(wrong, f"chữ trong bảng cỡ {found}", f"cỡ {found}", "cỡ 11 đến 14")


def _has_tables(paper: Paper) -> bool:
    return any(True for _ in tables_of(paper))


def _is_odd(line: Line) -> bool:
    """Whether a line, in a table or not, has characters of a size out of the span."""
    return bool(_sizes(line.paragraph))


def _paragraphs(table: Table) -> Iterator[Paragraph]:
    cells = (cell for row in table.rows for cell in row.cells)
    return (block for cell in cells for block in cell.blocks if isinstance(block, Paragraph))


def _sizes(paragraph: Paragraph) -> list[float]:
    """Return the sizes out of the span, of characters that are no raised note signs."""
    faces = {run.face for run in paragraph.runs if run.text.strip() and not run.face.raised}
    return sorted({face.size for face in faces if not _SPAN[0] <= face.size <= _SPAN[1]})
