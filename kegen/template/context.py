"""The Plan as the names a template uses: plain text, sizes chosen, lines measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from kegen.font_widths import Face, width_mm, wrap
from kegen.plan.model import Annex, AnnexRow, Header, Note, Paragraph, Plan
from kegen.template.balance import balance

LEFT_CELL, RIGHT_CELL = 63.0, 103.0
"""The header's two cells in mm, less a hair each (64 and 103.5 in the shipped template)."""
TITLE_WIDTH, ANNEX_WIDTH = 160.0, 200.0
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_EMU_PER_MM = 36000
_FIRM = "\u00a0"
"""A blank that no line breaks at."""
_LONG_TITLE = 8
"""Words from which on a title takes more than one line."""
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
    paragraphs = (*plan.opening, *plan.body, *plan.closing)
    return {
        **_header(plan.header),
        "kind": plan.kind,
        "title": _firm_title(plan.title),
        "line_title": _below_longest(wrap(plan.title, TITLE_WIDTH, 14, "bold"), 14, "bold"),
        "body": _lines(paragraphs),
        "notes": tuple(enumerate((note.text for p in paragraphs if p.notes for note in _sorted(p)), 1)),
        "recipients": plan.recipients,
        "authority": plan.signature.lines,
        "signer": plan.signature.name,
        **_annex(plan.annex),
        "document_title": f"{plan.kind} {plan.title}",
        "document_subject": plan.title,
        "document_author": plan.unit_name,
        "document_date": f"{plan.issued}T00:00:00Z" if plan.issued else "",
    }


def _firm_title(title: str) -> str:
    """Return a title that no line break cuts through `226-KL/TW` or `đặc khu`, or leaves with one word on a line."""
    for word in ("đặc khu", "thành phố"):
        title = title.replace(f"{word} ", f"{word.replace(' ', _FIRM)} ")
    *words, last = re.sub(r"-(?<=\w-)(?=\w)", "\u2011", title).split(" ")
    tail = _FIRM.join((*words[-2:], last))
    return " ".join((*words[:-2], tail)) if len(words) > _LONG_TITLE else " ".join((*words, last))


def _header(header: Header) -> dict[str, object]:
    small = width_mm(header.place_and_date, 14, "italic") > RIGHT_CELL
    size = 12 if small else 13
    issuer = [balance(line, LEFT_CELL, size, "bold", sense=0.6) for line in header.issuer]
    parent = balance(header.parent, LEFT_CELL, size, sense=0.6)
    return {
        "parent": "\n".join(parent),
        "issuer": tuple("\n".join(lines) for lines in issuer),
        "number": header.number,
        "place_and_date": header.place_and_date,
        "header_small": small,
        "date_wide": width_mm(header.place_and_date, 13, "italic") > RIGHT_CELL,
        "line_issuer": _even(width_mm(issuer[-1][-1], size, "bold") * 0.45),
        "line_motto": _emu(width_mm(MOTTO, 13 if small else 14, "bold")),
    }


def _annex(annex: Annex | None) -> dict[str, object]:
    if annex is None:
        return {"annex": None, "line_annex": 0}
    title = balance(annex.title, ANNEX_WIDTH, 14, "bold")
    reference = balance(annex.reference, ANNEX_WIDTH, 14, "italic")
    view = AnnexView(annex.label, "\n".join(title), "\n".join(reference), annex.rows)
    return {"annex": view, "line_annex": _below(reference, 14, "italic")}


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
        lines.append(Line(paragraph.kind, paragraph.text, last, tuple(_pieces(paragraph, number))))
        number += len(paragraph.notes)
    return tuple(lines)


def _sorted(paragraph: Paragraph) -> list[Note]:
    return sorted(paragraph.notes, key=lambda note: note.offset)


def _pieces(paragraph: Paragraph, number: int) -> Iterable[Piece]:
    if not paragraph.notes:
        yield Piece(paragraph.text, 0)
        return
    start = 0
    for count, note in enumerate(_sorted(paragraph)):
        yield Piece(paragraph.text[start : note.offset], number + count)
        start = max(start, note.offset)
    if start < len(paragraph.text):
        yield Piece(paragraph.text[start:], 0)
