"""A table as the form prints it: how wide each column is, which cells span more than one, how each cell looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import sqrt
from typing import Literal, NamedTuple

from kegen.font_widths import Face, width_mm
from kegen.plan.model import TWIPS_PER_MM, Column, Span, Table, TableRow
from kegen.template.firm import firm
from kegen.template.marks import Marks, heads_of
from kegen.template.pieces import Piece, pieces_of

PORTRAIT, LANDSCAPE = 9071, 14003
"""What a page of either orientation has between the margins, in twips: 160 and 247 mm."""
_PADDING = 4.0
"""Millimetres of a cell that its text does not have."""
_LONGEST = 60
"""What may be kept whole on a line of a cell, in millimetres."""
_EVEN = 30.0
"""A text up to so many millimetres stands on one line of its column where it can; a longer one on several."""
_SHORT = 25.0
"""A column is centred where none of its texts is longer, in millimetres."""
_NARROW = 709
"""A column up to so many twips, 12.5 mm, holds numbers alone: it grows where no other can."""
_CENTRED = ("number", "lead", "deadline")
_SIZE = 12

Look = Literal["dau", "giua", "trai", "nhom"]
"""How a cell looks: of the head, centred, to the left, the head of a group of rows."""


class CellView(NamedTuple):
    """A cell: its words, how many columns it takes, how wide it is in twips."""

    words: str
    span: int
    width: int
    look: Look
    keep: bool
    """Whether it must stay with what follows the table."""
    merge: Literal["", "restart", "continue"] = ""
    """Whether it begins a cell that goes down over further rows, or goes on with the one above (ECMA-376, 17.4.84)."""
    pieces: tuple[Piece, ...] = ()
    """Its words as what stands out breaks them; none where nothing does."""
    opens: str = ""
    closes: str = ""
    """The elements at which the mark of its row starts and ends, in the cell that says most."""


class RowView(NamedTuple):
    """A row of a table."""

    cells: tuple[CellView, ...]
    opens: str = ""
    closes: str = ""
    """The elements at which its mark starts and ends."""


class TableView(NamedTuple):
    """A table: its width, that of each column, the rows that each page repeats, the others."""

    width: int
    widths: tuple[int, ...]
    heads: tuple[RowView, ...]
    rows: tuple[RowView, ...]


class _Texts(NamedTuple):
    """What a column has to hold, in millimetres: its longest word, its longest text, its title."""

    word: float
    text: float
    title: float


def table_view(table: Table, width: int, *, keep: bool = False) -> TableView:
    """Return the table as wide as the page; `keep`: its last row stays with what follows."""
    columns = _columns(table)
    texts = _measured(table, columns)
    widths = column_widths(columns, texts, width)
    column_looks = [_look(column, each) for column, each in zip(columns, texts, strict=True)]
    last = len(table.rows) - 1 if keep else -1
    rows = [tuple(_cells(row, widths, column_looks, keep=at == last)) for at, row in enumerate(table.rows)]
    heads = _merged_down([list(_cells(row, widths, ["dau"] * len(widths))) for row in heads_of(table)])
    joined = _joined(rows, [row.goes_on for row in table.rows])
    return TableView(width, widths, heads, tuple(joined))


def with_marks(view: TableView, marks: Marks) -> TableView:
    """Return the table with the marks of its rows, taken from those of the draft."""
    return view._replace(heads=_marked(view.heads, marks), rows=_marked(view.rows, marks))


def _marked(rows: Iterable[RowView], marks: Marks) -> tuple[RowView, ...]:
    return tuple(_with_mark(list(row.cells), *next(marks)) for row in rows)


def _with_mark(cells: list[CellView], opens: str, closes: str) -> RowView:
    """Return the row with its mark in the cell that says most, none where none says anything.

    LibreOffice makes points, which edits do not leave in place, of a mark over several cells or around nothing.
    """
    at = max(range(len(cells)), key=lambda at: len(cells[at].words))
    if not cells[at].words:
        return RowView(tuple(cells))
    cells[at] = cells[at]._replace(opens=opens, closes=closes)
    return RowView(tuple(cells), opens, closes)


def _joined(rows: Sequence[Sequence[CellView]], below: Sequence[Collection[int]]) -> Iterator[RowView]:
    """Yield the rows; `below` are the cells of each that are one with the cell above."""
    starts = [list(_starts(row)) for row in rows]
    places = [{own[at] for at in goes_on if at < len(own)} for own, goes_on in zip(starts, below, strict=True)]
    for row, own, on, after in zip(rows, starts, places, [*places[1:], set[int]()], strict=True):
        pairs = zip(own, row, strict=True)
        yield RowView(tuple(_part(each, goes_on=at in on, leads=at in after) for at, each in pairs))


def _part(cell: CellView, *, goes_on: bool, leads: bool) -> CellView:
    if goes_on:
        return cell._replace(words="", merge="continue", pieces=())
    return cell._replace(merge="restart") if leads else cell


def _merged_down(heads: list[list[CellView]]) -> tuple[RowView, ...]:
    """Return the rows of the head with each title as high as the cells above it that say nothing, or the same."""
    places = [_starts(row) for row in heads]
    for column, last in places[-1].items() if heads else ():
        top = len(heads) - 1
        title = heads[top][last]
        while top and (above := _above(heads[top - 1], places[top - 1].get(column), title)):
            top -= 1
            heads[top][places[top][column]] = above._replace(words=title.words, merge="restart", pieces=title.pieces)
        for at in range(top + 1, len(heads)):
            below = heads[at][places[at][column]]
            heads[at][places[at][column]] = below._replace(words="", merge="continue", pieces=())
    return tuple(RowView(tuple(row)) for row in heads)


def _starts(row: Sequence[CellView]) -> dict[int, int]:
    """Return which of the cells begins at a column."""
    starts = accumulate((cell.span for cell in row[:-1]), initial=0)
    return {start: at for at, start in enumerate(starts)}


def _above(row: Sequence[CellView], at: int | None, title: CellView) -> CellView | None:
    """Return the cell above a title, where it is as wide and says nothing else."""
    cell = row[at] if at is not None else None
    return cell if cell and cell.span == title.span and cell.words in ("", title.words) else None


def spans_of(row: TableRow, count: int) -> tuple[int, ...]:
    """Return how many of the columns each cell takes; a lone cell that does not say it takes them all."""
    if row.spans:
        return (*(max(1, span) for span in row.spans), *(1 for _ in row.cells[len(row.spans) :]))
    return (count,) if len(row.cells) == 1 else (1,) * len(row.cells)


def _columns(table: Table) -> list[Column]:
    """Return the columns, with further ones where a row is longer than they say."""
    rows = (*table.heads, *table.rows)
    count = max((sum(spans_of(row, 1)) for row in rows), default=0)
    return [*table.columns, *(Column("") for _ in range(count - len(table.columns)))] or [Column("")]


def _cells(
    row: TableRow, widths: Sequence[int], column_looks: Sequence[Look], *, keep: bool = False
) -> Iterator[CellView]:
    spans, at = spans_of(row, len(widths)), 0
    for words, span, faces in zip(row.cells, spans, _faces(row), strict=False):
        look = column_looks[at] if span == 1 else _wide_look(column_looks[at], span, len(widths))
        width = sum(widths[at : at + span])
        printed = words if look == "dau" else _firm(words, width)
        yield CellView(printed, span, width, look, keep, pieces=tuple(pieces_of(printed, faces)))
        at += span
    for width, look in zip(widths[at:], column_looks[at:], strict=True):
        yield CellView("", 1, width, look, keep)


def _faces(row: TableRow) -> tuple[tuple[Span, ...], ...]:
    """Return what stands out in each cell of the row."""
    return (*row.emphases, *((),) * (len(row.cells) - len(row.emphases)))


def _wide_look(look: Look, span: int, count: int) -> Look:
    """Return how a cell over several columns looks; one over all of them heads a group of rows."""
    return look if look == "dau" else "nhom" if span == count else "giua"


def _firm(words: str, width: int) -> str:
    return firm(words, min(_LONGEST, round(width / TWIPS_PER_MM - _PADDING)), _SIZE)


def _look(column: Column, texts: _Texts) -> Look:
    centred = column.field in _CENTRED if column.field else texts.text <= _SHORT
    return "giua" if centred else "trai"


def _measured(table: Table, columns: Sequence[Column]) -> list[_Texts]:
    """Return what each column has to hold; cells over several columns leave that to the others."""
    texts = [
        _Texts(_longest_word(column.title, "bold"), 0, width_mm(column.title, _SIZE, "bold")) for column in columns
    ]
    asked = [not (column.width and column.field) for column in columns]
    for row in table.rows:
        spans = spans_of(row, len(columns))
        for at, (words, span, faces) in enumerate(zip(row.cells, spans, _faces(row), strict=False)):
            if span > 1:
                break
            if asked[at]:
                face: Face = "bold" if any(each.face == "dam" for each in faces) else "regular"
                longest = max(width_mm(line, _SIZE, face) for line in words.split("\n"))
                word, known = _longest_word(words, face), texts[at]
                texts[at] = known._replace(word=max(known.word, word), text=max(known.text, longest))
    return texts


def _longest_word(text: str, face: Face) -> float:
    return max((width_mm(word, _SIZE, face) for word in text.split()), default=0)


def column_widths(columns: Sequence[Column], texts: Sequence[_Texts], width: int) -> tuple[int, ...]:
    """Return the width of each column in twips, all of them as wide as the page: as they say, else by their texts.

    What a column says of a task is narrower where there is no room, but for its longest word.
    """
    pairs = list(zip(columns, texts, strict=True))
    wanted = [column.width or _wanted(each) for column, each in pairs]
    words = [_twips(each.word) for _, each in pairs]
    least = [
        column.width if column.width and not column.field else min(word, high)
        for (column, _), word, high in zip(pairs, words, wanted, strict=True)
    ]
    room, spare = width - sum(least), sum(wanted) - sum(least)
    if sum(wanted) <= width:
        shares = _grown(columns, wanted, width)
    elif room > 0:
        shares = [low + (high - low) * room / spare for low, high in zip(least, wanted, strict=True)]
    else:
        shares = [each * width / max(sum(least), 1) for each in least]
    edges = [0, *(round(edge) for edge in accumulate(shares))]
    return tuple(right - left for left, right in pairwise(edges))


def _grown(columns: Sequence[Column], wanted: Sequence[float], width: int) -> list[float]:
    """Return the widths with the room that is left shared out: first among columns that say no width and are wide."""
    free = [not column.width or bool(column.field) for column in columns]
    wide = [own and each > _NARROW for own, each in zip(free, wanted, strict=True)]
    grows = next(each for each in (wide, free, [True] * len(columns)) if any(each))
    growing = sum(each for each, grown in zip(wanted, grows, strict=True) if grown)
    factor = 1 + (width - sum(wanted)) / max(growing, 1)
    return [each * factor if grown else each for each, grown in zip(wanted, grows, strict=True)]


def _wanted(texts: _Texts) -> float:
    text = texts.text if texts.text <= _EVEN else sqrt(_EVEN * texts.text)
    return _twips(max(texts.word, text, min(texts.title, _EVEN)))


def _twips(millimetres: float) -> float:
    return (millimetres + _PADDING) * TWIPS_PER_MM


def by_field(table: Table, view: TableView) -> Iterable[dict[str, str]]:
    """Yield the words of each row that has a cell a column, by the fields of the columns, and its mark."""
    for row in view.rows:
        if len(row.cells) == len(table.columns):
            words = {column.field: cell.words for column, cell in zip(table.columns, row.cells, strict=True)}
            yield words | {"opens": row.opens, "closes": row.closes}
