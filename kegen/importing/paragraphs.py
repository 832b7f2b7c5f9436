"""The paragraphs of a received plan as a Plan has them: what each is, what stands out in it, its footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kegen.docx.lines import lines_in
from kegen.docx.model import Block, Document
from kegen.docx.model import Paragraph as ReadParagraph
from kegen.importing.entries import Entry
from kegen.importing.pieces import Piece, names_offices
from kegen.importing.tables import table_of
from kegen.importing.words import text_of
from kegen.plan.model import Face, Kind, Note, Paragraph

_HIGH = ("phan", "chuong", "muc", "chu-hoa", "la-ma", "chu-in")
_USUAL: dict[Kind, frozenset[Face]] = {
    "can-cu": frozenset({"nghieng"}),
    "muc": frozenset({"dam"}),
    "khoan": frozenset({"dam"}),
    "tiet": frozenset({"dam"}),
    "nhom": frozenset({"dam"}),
}
"""How paragraphs of a kind look throughout: what stands out in them is something else."""
_DEPTHS: dict[Kind, int] = {"muc": 1, "khoan": 2}
"""The depth that a kind says by itself."""

Notes = Mapping[int, str]
"""The texts of the footnotes by their ids."""


def notes_of(document: Document) -> Notes:
    """Return the texts of the footnotes."""
    return {note.id: "\n".join(_texts(note.blocks)) for note in document.footnotes}


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        texts = [text_of(block)] if isinstance(block, ReadParagraph) else [line.text for line in lines_in(block)]
        yield from (each for each in texts if each)


def opening_paragraph(piece: Piece, notes: Notes) -> Paragraph:
    """Return a paragraph that opens the plan."""
    return paragraph_of(piece, "can-cu" if piece.is_basis else "mo-dau", notes)


def closing_paragraph(piece: Piece, notes: Notes) -> Paragraph:
    """Return a paragraph that closes the plan."""
    return paragraph_of(piece, "doan", notes)


def body_paragraph(piece: Piece, entry: Entry, notes: Notes) -> Paragraph:
    """Return a paragraph of the body under the id of its entry."""
    kind = _kind(piece, entry)
    depth = 0 if entry.depth == _DEPTHS.get(kind) else entry.depth
    return paragraph_of(piece, kind, notes)._replace(id=entry.id, depth=depth)


def table_paragraph(piece: Piece, name: str) -> Paragraph:
    """Return a table of the content."""
    table = table_of(piece.table) if piece.table else None
    return Paragraph("bang", "", id=name, table=table, place=f"bảng dưới {piece.place}")


def paragraph_of(piece: Piece, kind: Kind, notes: Notes) -> Paragraph:
    """Return a paragraph of that kind."""
    return Paragraph(
        kind,
        piece.text,
        notes=notes_in(piece, notes),
        spans=piece.words.spans(_USUAL.get(kind, frozenset())),
        place=piece.place,
    )


def notes_in(piece: Piece, notes: Notes) -> tuple[Note, ...]:
    """Return the footnotes of a paragraph."""
    names = piece.item.paragraph.notes if piece.item else ()
    return tuple(Note(at, notes.get(name, "")) for at, name in zip(piece.words.noted, names, strict=False))


def _kind(piece: Piece, entry: Entry) -> Kind:
    if not entry.depth:
        return "khoan-lien" if piece.series == "so" else "doan"
    if piece.series in _HIGH:
        return "muc"
    if piece.series == "so":
        return "khoan"
    return "nhom" if piece.series == "chu" and names_offices(piece.own) else "tiet"
