"""The Plan as the names a template uses: plain text, sizes chosen, lines measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from math import sqrt
from typing import NamedTuple

from kegen.font_widths import Face, width_mm, wrap
from kegen.plan.model import Annex, Header, Paragraph, Plan, Table, tables_of
from kegen.template.balance import balance
from kegen.template.capabilities import TASK_FIELDS
from kegen.template.firm import FIRM, firm, firm_title, firm_unit_name, loosened
from kegen.template.marks import Marks, marks_in
from kegen.template.pieces import Piece, in_order, pieces_of
from kegen.template.table_view import LANDSCAPE, PORTRAIT, TableView, by_field, table_view, with_marks

LEFT_CELL, LEFT_CELL_SMALL, RIGHT_CELL = 59.6, 60.0, 96.0
"""What the header's two cells (62 and 98 mm in the shipped template) hold, so that their texts stand apart."""
WIDE_CELL, WHOLE_ROW = 106.0, 157.0
"""What the wider date cell (108 mm), and number and date together (160 mm), hold."""
TITLE_WIDTH, ANNEX_WIDTH, ANNEX_WIDTH_UPRIGHT = 160.0, 200.0, 150.0
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_EMU_PER_MM = 36000
LONGEST, LONGEST_RECIPIENT = 96.0, 60.0
"""What may be kept whole on a line of the body (160 mm) and of the recipients: a line before it is never too empty."""
_LONG_TITLE = 8
"""Words from which on a title takes more than one line."""
_OPEN_BLANK = " {6,}"
"""Where a day, month or number is to be written by hand."""
_POINT = r"[a-zđ]{1,2}\)|[-–+•]\s"
_NOT_LAST = frozenset(("muc", "khoan", "tiet", "nhom", "can-cu", "bang"))
"""Kinds that keep their own style at the end of the body: headings stay headings, a table has none."""


class Line(NamedTuple):
    """A paragraph; `last` is true for the one that must stay with the signature."""

    kind: str
    text: str
    last: bool
    pieces: tuple[Piece, ...]
    """Its text as footnotes and what stands out break it, () where nothing does."""
    table: TableView | None = None
    ends: bool = False
    """Whether it ends the body or the annex, a table too."""
    opens: str = ""
    closes: str = ""
    """The elements at which its mark starts and ends; a table has none, its rows do."""


class TaskRow(NamedTuple):
    """A task in the table of an annex, for templates that name its columns."""

    number: str
    task: str
    lead: str
    helpers: str
    deadline: str
    product: str
    opens: str
    closes: str
    """The elements at which its mark starts and ends."""


class AnnexView(NamedTuple):
    """An annex with its title and reference broken into even lines."""

    label: str
    title: str
    reference: str
    rows: tuple[TaskRow, ...]
    """Of its first table of tasks."""
    orientation: str
    blocks: tuple[Line, ...]
    line: int
    """How long the line under its head is drawn."""


def context(plan: Plan, *, marked: bool = False) -> dict[str, object]:
    """Return every name the template may use, with its value; the marks are empty but where they are asked for."""
    paragraphs, title = (*plan.opening, *plan.body, *plan.closing), _firm_title(plan.title)
    noted = [each for each in (*paragraphs, *_annexed(plan)) if each.notes]
    marks = marks_in(plan) if marked else repeat(("", ""))
    body = _lines(paragraphs, PORTRAIT, 0, marks, is_body=True)
    annexes = _annexes(plan, sum(len(each.notes) for each in paragraphs), marks)
    of_tasks = next((view for each, view in zip(plan.annexes, annexes, strict=True) if first_task_table(each)), None)
    return {
        **header_values(plan.header),
        "kind": plan.kind,
        "title": title,
        "line_title": _below_longest(wrap(title, TITLE_WIDTH, 14, "bold"), 14, "bold"),
        "body": body,
        "notes": tuple(enumerate((firm(note.text, LONGEST, 11) for p in noted for note in in_order(p.notes)), 1)),
        "recipients": tuple(firm(each, LONGEST_RECIPIENT, 11) for each in plan.recipients),
        "authority": plan.signature.lines,
        "signer": plan.signature.name,
        "annexes": annexes,
        "annex": of_tasks,
        "line_annex": of_tasks.line if of_tasks else 0,
        "document_title": f"{plan.kind} {plan.title}",
        "document_subject": plan.title,
        "document_author": plan.unit_name,
        "document_date": f"{plan.issued}T00:00:00Z" if plan.issued else "",
    }


def _firm_title(title: str) -> str:
    """Return a title that no line break cuts through a name or a number, or leaves with one word on a line."""
    words = firm_title(title, LONGEST, 14).split(" ")
    if len(title.split()) <= _LONG_TITLE or FIRM in words[-1]:
        return " ".join(words)
    tail = -2 if FIRM in words[-2] else -3
    return " ".join((*words[:tail], FIRM.join(words[tail:])))


def header_values(header: Header) -> dict[str, object]:
    """Return the names of the header: small letters where the large ones do not fit between the margins."""
    issuer = [_name_lines(line, LEFT_CELL, 13, "bold") for line in header.issuer]
    small = width_mm(header.place_and_date, 14, "italic") > RIGHT_CELL or _widest(issuer, 13) > LEFT_CELL
    size, left = (12, LEFT_CELL_SMALL) if small else (13, LEFT_CELL)
    if small:
        issuer = [_name_lines(line, left, size, "bold") for line in header.issuer]
    number, place_and_date = _side_by_side(header)
    date_width = width_mm(place_and_date, 13, "italic")
    return {
        "parent": "\n".join(_name_lines(header.parent, left, size)),
        "issuer": tuple("\n".join(lines) for lines in issuer),
        "number": number,
        "place_and_date": place_and_date,
        "header_small": small,
        "date_wide": date_width > RIGHT_CELL,
        "date_widest": date_width > WIDE_CELL,
        "line_issuer": _even(width_mm(issuer[-1][-1], size, "bold") * 0.45),
        "line_motto": _emu(width_mm(MOTTO, 13 if small else 14, "bold")),
    }


def _name_lines(line: str, limit: float, size: float, face: Face = "regular") -> list[str]:
    """Return a line of the header as lines of the cell, the name of a unit whole: PHƯỜNG / TRƯƠNG QUANG TRỌNG."""
    return _broken(firm_unit_name(line, WHOLE_ROW, size), limit, size, face, sense=0.6)


def _broken(text: str, limit: float, size: float, face: Face, sense: float = 0.15) -> list[str]:
    """Return a text as its lines, in which nothing needs to be firm any more."""
    return [loosened(each) for each in balance(text, limit, size, face, sense)]


def _widest(issuer: list[list[str]], size: float) -> float:
    return max(width_mm(line, size, "bold") for lines in issuer for line in lines)


def _side_by_side(header: Header) -> tuple[str, str]:
    """Return the number and the date line, with less room for what is written by hand where they would touch."""
    number, date = header.number, header.place_and_date
    if width_mm(number, 13) + width_mm(date, 13, "italic") <= WHOLE_ROW:
        return number, date
    return re.sub(_OPEN_BLANK, " " * 5, number), re.sub(_OPEN_BLANK, " " * 5, date)


def first_task_table(annex: Annex) -> Table | None:
    """Return the first table of the annex that tells tasks."""
    return next((each for each in tables_of(annex.blocks) if any(c.field == "wording" for c in each.columns)), None)


def _annexed(plan: Plan) -> Iterator[Paragraph]:
    yield from (block for annex in plan.annexes for block in annex.blocks)


def _annexes(plan: Plan, notes: int, marks: Marks) -> tuple[AnnexView, ...]:
    """Return the annexes; so many footnotes stand before them."""
    views = []
    for annex in plan.annexes:
        views.append(_annex(annex, notes, marks))
        notes += sum(len(each.notes) for each in annex.blocks)
    return tuple(views)


def _annex(annex: Annex, notes: int, marks: Marks) -> AnnexView:
    upright = annex.orientation == "doc"
    width = ANNEX_WIDTH_UPRIGHT if upright else ANNEX_WIDTH
    title = _broken(firm(annex.title, LONGEST, 14), width, 14, "bold")
    reference = _broken(firm(annex.reference, LONGEST, 14), width, 14, "italic") if annex.reference else []
    line = _below(reference, 14, "italic") if reference else _below(title, 14, "bold")
    blocks = _lines(annex.blocks, PORTRAIT if upright else LANDSCAPE, notes, marks)
    of_tasks = first_task_table(annex)
    rows: list[dict[str, str]] = []
    for each in tables_of(annex.blocks):
        view = next(block.table for block, own in zip(blocks, annex.blocks, strict=True) if own.table is each)
        rows = [*by_field(each, view)] if each is of_tasks and view else rows
    tasks = tuple(TaskRow(*(row.get(name, "") for name in (*TASK_FIELDS, "opens", "closes"))) for row in rows)
    return AnnexView(annex.label, "\n".join(title), "\n".join(reference), tasks, annex.orientation, blocks, line)


def _below(lines: list[str], size: float, face: Face) -> int:
    """Return 1/3 to 1/2 of both the last and the longest line (NĐ 30, Phụ lục I, II.5.b)."""
    widths = [width_mm(line, size, face) for line in lines]
    return _emu(0.41 * sqrt(widths[-1] * max(widths)))


def _below_longest(lines: list[str], size: float, face: Face) -> int:
    """Return 1/3 to 1/2 of the longest line: where Word breaks the lines, the last may be a single word."""
    return _even(0.38 * max(width_mm(line, size, face) for line in lines))


def _even(millimetres: float) -> int:
    """Return the nearest half millimetre, for a line that only has to be about so long: fewer that differ by a hair."""
    return _emu(round(millimetres * 2) / 2)


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)


def _shown_kind(paragraph: Paragraph) -> str:
    """Return the kind whose style a paragraph takes: a deep heading with a) or a dash is upright (II.6.đ)."""
    return "nhom" if paragraph.kind == "tiet" and re.match(_POINT, paragraph.text) else paragraph.kind


def _lines(
    paragraphs: tuple[Paragraph, ...], width: int, notes: int, marks: Marks, *, is_body: bool = False
) -> tuple[Line, ...]:
    """Return the paragraphs on a page so wide in twips; so many footnotes stand before them."""
    number, lines = notes + 1, []
    for at, paragraph in enumerate(paragraphs, 1):
        ends = at == len(paragraphs)
        last = is_body and ends and paragraph.kind not in _NOT_LAST
        text = firm(paragraph.text, LONGEST, 14)
        table = None
        if paragraph.table:
            table = with_marks(table_view(paragraph.table, width, keep=is_body and ends), marks)
        pieces: tuple[Piece, ...] = ()
        if paragraph.spans or paragraph.notes:
            pieces = tuple(pieces_of(text, paragraph.spans, paragraph.notes, number))
        mark = ("", "") if table else next(marks)
        lines.append(Line(_shown_kind(paragraph), text, last, pieces, table, ends, *mark))
        number += len(paragraph.notes)
    return tuple(lines)
