"""What is compared of a Word file: the parts that are found in it, and the table of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.compare.content import ContentLine, PlanContent, SourceParagraph, bare, body_lines, recipients_of, signed
from kegen.compare.rest import rest_of
from kegen.compare.tables import row_text, task_columns, task_of
from kegen.docx.find import find_parts
from kegen.docx.lines import Line
from kegen.docx.model import Block, Cell, Paragraph, Row, Table
from kegen.docx.parts import Annex, Parts
from kegen.docx.read import read_document
from kegen.plan.model import Task

_LEVELS = {"phan": 1, "chuong": 2, "dieu": 3, "muc": 4, "khoan": 5, "tiet": 6, "diem": 7}
_COLUMNS = {
    "wording": ("nhiem-vu", "noi-dung", "cong-viec"),
    "lead": ("chu-tri",),
    "helpers": ("phoi-hop",),
    "deadline": ("thoi-han", "thoi-gian", "tien-do", "hoan-thanh"),
    "product": ("san-pham", "ket-qua"),
}
"""What the heading of a column has in it that holds the fact."""


def content_of_document(data: bytes, name: str) -> PlanContent:
    """Return what is compared of the Word file; raises KegenError where it cannot be read."""
    parts = find_parts(read_document(data, name))
    grids: list[Table] = []
    tables: list[Table] = []
    for table in _tables(parts):
        (grids if _columns(table) else tables).append(table)
    return PlanContent(
        singles={
            "number": _text((parts.number,)),
            "date": _text((parts.place_and_date,)),
            "issuer": _text((*parts.parent, *parts.issuer)),
            "title": _text((parts.kind, *parts.title)),
            "signature": signed(tuple(each.text for each in parts.signature), _text((parts.name,))),
            "annex": "; ".join(_text((each.label, *each.title)) for each in parts.annexes),
        },
        bases=tuple(ContentLine("", "base", bare(each.text)) for each in parts.bases),
        body=body_lines((*_paragraphs(parts), *_rest(parts))),
        notes=tuple(
            ContentLine("", "note", text) for note in parts.document.footnotes if (text := _words(note.blocks))
        ),
        recipients=recipients_of(tuple(each.text for each in parts.recipients)),
        tasks=tuple(task for grid in grids for task in _tasks(grid)) if grids else None,
        targets=None,
        chain=None,
        others=rest_of(parts.document, (*_lines(parts), *_paragraphs_compared(parts, grids, tables))),
    )


def _lines(parts: Parts) -> Iterator[Line]:
    """Yield the lines that are compared in a place of their own."""
    singles = (parts.number, parts.place_and_date, parts.kind, parts.name)
    yield from (each for each in singles if each)
    yield from (*parts.parent, *parts.issuer, *parts.title, *parts.signature, *parts.recipients)
    yield from (line for annex in parts.annexes for line in (annex.label, *annex.title))


def _paragraphs_compared(parts: Parts, grids: list[Table], tables: list[Table]) -> Iterator[Paragraph]:
    """Yield the paragraphs that are compared whole: items, rows, what of a table of tasks makes a task."""
    yield from (each.paragraph for each in (*parts.bases, *parts.body))
    yield from (block for annex in parts.annexes for block in _text_of(annex))
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    for grid in grids:
        columns = _columns(grid)
        apart = {id(row) for row in _rows_apart(grid)}
        cells += [
            cell for row in grid.rows[1:] for cell in row.cells if id(row) in apart or cell.column in columns.values()
        ]
    yield from (block for cell in cells for block in cell.blocks if isinstance(block, Paragraph))


def _text_of(annex: Annex) -> Iterator[Paragraph]:
    """Yield the paragraphs of an annex under its head, outside tables."""
    head = {line.paragraph.place for line in (annex.label, *annex.title, *annex.reference)}
    yield from (block for block in annex.blocks if isinstance(block, Paragraph) and block.place not in head)


def _text(lines: Iterable[Line | None]) -> str:
    return " ".join(each.text for each in lines if each)


def _paragraphs(parts: Parts) -> Iterator[SourceParagraph]:
    for each in parts.body:
        yield SourceParagraph("", _LEVELS.get(each.rank, 0) if each.is_heading else 0, each.mark, each.text.strip())


def _rest(parts: Parts) -> Iterator[SourceParagraph]:
    """Yield what stands in tables, a row at a time, that tells no task, and in the annexes outside tables."""
    for table in _tables(parts):
        rows = _rows_apart(table) if _columns(table) else table.rows
        yield from (SourceParagraph("", 0, "", row_text(_words(cell.blocks) for cell in row.cells)) for row in rows)
    for annex in parts.annexes:
        yield from (SourceParagraph("", 0, "", block.shown) for block in _text_of(annex))


def _tables(parts: Parts) -> Iterator[Table]:
    yield from parts.tables
    for annex in parts.annexes:
        yield from (block for block in annex.blocks if isinstance(block, Table))


def _columns(table: Table) -> dict[str, int]:
    """Return which column of the table has which fact of a task; {} for one that is no table of tasks."""
    cells = table.rows[0].cells if table.rows else ()
    found = task_columns(_words(cell.blocks) for cell in cells)
    return {name: cells[at].column for name, at in found.items()}


def _facts(row: Row, columns: dict[str, int]) -> dict[str, str]:
    cells = {cell.column: cell for cell in row.cells}
    return {name: _cell(cells.get(column)) for name, column in columns.items()}


def _tasks(table: Table) -> Iterator[Task]:
    columns = _columns(table)
    for row in table.rows[1:]:
        if (facts := _facts(row, columns))["wording"]:
            yield task_of(facts)


def _rows_apart(table: Table) -> Iterator[Row]:
    """Yield the rows of a table of tasks that tell none: heads of groups."""
    columns = _columns(table)
    yield from (row for row in table.rows[1:] if not _facts(row, columns)["wording"])


def _cell(cell: Cell | None) -> str:
    return _words(cell.blocks) if cell else ""


def _words(blocks: tuple[Block, ...]) -> str:
    return " ".join(each.shown for each in blocks if isinstance(each, Paragraph)).strip()
