"""The Plan as the names a template uses: plain text, sizes chosen, lines measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from kegen.font_widths import Face, width_mm, wrap
from kegen.plan.model import AnnexRow, Header, Note, Paragraph, Plan, TaskAnnex
from kegen.template.balance import balance
from kegen.template.firm import FIRM, firm, firm_title, firm_unit_name, loosened

LEFT_CELL, LEFT_CELL_SMALL, RIGHT_CELL = 59.6, 60.0, 96.0
"""What the header's two cells (62 and 98 mm in the shipped template) hold, so that their texts stand apart."""
WIDE_CELL, WHOLE_ROW = 106.0, 157.0
"""What the wider date cell (108 mm), and number and date together (160 mm), hold."""
TITLE_WIDTH, ANNEX_WIDTH = 160.0, 200.0
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_EMU_PER_MM = 36000
LONGEST, LONGEST_RECIPIENT = 96.0, 60.0
"""What may be kept whole on a line of the body (160 mm) and of the recipients: a line before it is never too empty."""
COLUMNS = (60.0, 42.0, 48.0, 24.0, 31.0)
"""What may be kept whole in a cell of the annex, from the task to the product."""
_LONG_TITLE = 8
"""Words from which on a title takes more than one line."""
_OPEN_BLANK = re.compile(" {6,}")
"""Where a day, month or number is to be written by hand."""
_HEADINGS = frozenset(("muc", "khoan", "nhom", "can-cu"))


class Piece(NamedTuple):
    """A stretch of a paragraph's text and the number of the footnote behind it, 0 for none."""

    text: str
    note: int


class Line(NamedTuple):
    """A paragraph of the body; `last` is true for the one that must stay with the signature."""

    kind: str
    text: str
    last: bool
    pieces: tuple[Piece, ...]
    """Its text as footnotes break it."""


class AnnexView(NamedTuple):
    """The annex with its title and reference broken into even lines."""

    label: str
    title: str
    reference: str
    rows: tuple[AnnexRow, ...]


def context(plan: Plan) -> dict[str, object]:
    """Return every name the template may use, with its value."""
    paragraphs, title = (*plan.opening, *plan.body, *plan.closing), _firm_title(plan.title)
    return {
        **header_values(plan.header),
        "kind": plan.kind,
        "title": title,
        "line_title": _below_longest(wrap(title, TITLE_WIDTH, 14, "bold"), 14, "bold"),
        "body": _lines(paragraphs),
        "notes": tuple(
            enumerate((firm(note.text, LONGEST, 11) for p in paragraphs if p.notes for note in _sorted(p)), 1)
        ),
        "recipients": tuple(firm(each, LONGEST_RECIPIENT, 11) for each in plan.recipients),
        "authority": plan.signature.lines,
        "signer": plan.signature.name,
        **_annex(plan.annex),
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
    return _OPEN_BLANK.sub(" " * 5, number), _OPEN_BLANK.sub(" " * 5, date)


def _annex(annex: TaskAnnex | None) -> dict[str, object]:
    if annex is None:
        return {"annex": None, "line_annex": 0}
    title = _broken(firm(annex.title, LONGEST, 14), ANNEX_WIDTH, 14, "bold")
    reference = _broken(firm(annex.reference, LONGEST, 14), ANNEX_WIDTH, 14, "italic")
    view = AnnexView(annex.label, "\n".join(title), "\n".join(reference), tuple(map(_row, annex.rows)))
    return {"annex": view, "line_annex": _below(reference, 14, "italic")}


def _row(row: AnnexRow) -> AnnexRow:
    return AnnexRow(row.number, *(firm(text, width, 12) for text, width in zip(row[1:], COLUMNS, strict=True)))


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


def _lines(paragraphs: tuple[Paragraph, ...]) -> tuple[Line, ...]:
    number, lines = 1, []
    for at, paragraph in enumerate(paragraphs, 1):
        last = at == len(paragraphs) and paragraph.kind not in _HEADINGS
        text = firm(paragraph.text, LONGEST, 14)
        lines.append(Line(paragraph.kind, text, last, tuple(_pieces(text, paragraph, number))))
        number += len(paragraph.notes)
    return tuple(lines)


def _sorted(paragraph: Paragraph) -> list[Note]:
    return sorted(paragraph.notes, key=lambda note: note.offset)


def _pieces(text: str, paragraph: Paragraph, number: int) -> Iterable[Piece]:
    """Yield the paragraph's text, made firm, cut where the signs of its notes stand."""
    if not paragraph.notes:
        yield Piece(text, 0)
        return
    start = 0
    for count, note in enumerate(_sorted(paragraph)):
        yield Piece(text[start : note.offset], number + count)
        start = max(start, note.offset)
    if start < len(text):
        yield Piece(text[start:], 0)
