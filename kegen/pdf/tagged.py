"""A tagged PDF read by its structure tree, which tells paragraphs, tables and notes (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from kegen.docx.lengths import points
from kegen.docx.model import Block, Cell, Note, Row, Table, TextBox
from kegen.pdf.assembly import Assembly
from kegen.pdf.frames import Frame, frames_of
from kegen.pdf.lines import TextLine, lines_in_order
from kegen.pdf.pages import Glyph, Page, Pages, Tag
from kegen.pdf.paragraphs import Stretch, cut_into_paragraphs, with_breaks
from kegen.pdf.running import Foot, foot_of
from kegen.pdf.tag_grids import edges_of, placed_cells, rows_of

_BLOCKS = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H"}
    | {"H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "L", "LI"}
)
_APART = ("Table", "Note", "Figure")
"""What stands apart from the text around it."""
_MOST_COLUMNS = 63
_COVERED = 0.9
"""Tags that leave out more of the letters than this are not gone by."""
_ENDS = (".", ";", ":", "!", "?")
_RULED = 6.0
_CLOSE = 0.5

Kind = Literal["text", "label", "end", "apart"]


class _Event(NamedTuple):
    """What one meets on the way through the tree."""

    kind: Kind
    page: int = 0
    glyphs: tuple[Glyph, ...] = ()
    tag: Tag | None = None


class _Marks:
    """The characters of each marked content, by page and mark."""

    def __init__(self, pages: Sequence[Page]) -> None:
        found: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for index, page in enumerate(pages):
            for glyph in page.glyphs:
                if glyph.mark >= 0:
                    found[index, glyph.mark].append(glyph)
        self._found = found

    def events(self, tag: Tag, *, in_label: bool = False) -> Iterator[_Event]:
        """Yield what is in an element, in order."""
        label = in_label or tag.kind == "Lbl"
        if tag.kind in _BLOCKS:
            yield _Event("end")
        for kid in tag.kids:
            if isinstance(kid, Tag):
                if kid.kind in _APART:
                    yield _Event("apart", tag=kid)
                else:
                    yield from self.events(kid, in_label=label)
            elif kid is not None and kid in self._found:
                yield _Event("label" if label else "text", kid[0] + 1, tuple(self._found[kid]))
        if tag.kind in _BLOCKS:
            yield _Event("end")


def covers(pages: Pages) -> bool:
    """Whether the tags take in what the pages say."""
    marks = set(_contents(pages.tree))
    letters = [
        (index, glyph.mark) in marks for index, page in enumerate(pages.pages) for glyph in page.glyphs
        if not glyph.is_blank
    ]  # fmt: skip
    return pages.is_tagged and sum(letters) >= _COVERED * len(letters) > 0


def _contents(tag: Tag) -> Iterator[tuple[int, int]]:
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _contents(kid)
        elif kid is not None:
            yield kid


def tagged_blocks(pages: Pages) -> tuple[Assembly, tuple[Block, ...], tuple[Note, ...]]:
    """Return the paragraphs and tables of the tree, and its footnotes."""
    marks = _Marks(pages.pages)
    outside = [line for kind, own in _outline(marks, pages.tree) if kind == "lines" for line in own]
    assembly = Assembly(pages.pages, frames_of(pages.pages, outside))
    builder = _Builder(pages.pages, marks, assembly)
    blocks = builder.blocks(pages.tree)
    notes = tuple(Note(foot.number, builder.note(foot)) for foot in builder.feet)
    return assembly, tuple(blocks), notes


def _outline(marks: _Marks, tag: Tag) -> Iterator[tuple[str, tuple[TextLine, ...]]]:
    for item in _items(marks, tag):
        if isinstance(item, Tag):
            yield item.kind, ()
        else:
            yield "lines", item


def _items(marks: _Marks, tag: Tag) -> Iterator[Tag | tuple[TextLine, ...]]:
    """Yield the paragraphs of an element as lines, and what stands apart; what a paragraph holds comes before it."""
    pending: list[tuple[int, tuple[Glyph, ...]]] = []
    has_text = False
    for event in marks.events(tag):
        if event.tag is not None:
            if event.tag.kind == "Table" and pending:
                yield _lines(pending)
                pending, has_text = [], False
            yield event.tag
        elif event.kind == "end":
            if has_text:  # a label alone waits for the words it leads
                yield _lines(pending)
                pending, has_text = [], False
        else:
            pending.append((event.page, event.glyphs))
            has_text = has_text or event.kind == "text"
    if pending:
        yield _lines(pending)


def _lines(pieces: Sequence[tuple[int, tuple[Glyph, ...]]]) -> tuple[TextLine, ...]:
    found: list[TextLine] = []
    for page, group in groupby(pieces, lambda piece: piece[0]):
        found += lines_in_order(page, [glyph for _, glyphs in group for glyph in glyphs])
    return tuple(found)


class _Builder:
    """Makes blocks of elements."""

    def __init__(self, pages: Sequence[Page], marks: _Marks, assembly: Assembly) -> None:
        self._pages, self._marks, self._assembly = pages, marks, assembly
        self.feet: list[Foot] = []

    def blocks(self, tag: Tag, frame: Frame | None = None, reach: Frame | None = None) -> list[Block]:
        """Return the blocks of an element; `frame` is the text area of the cell it is, `reach` that of its words."""
        made: list[Block] = []
        boxes: list[TextBox] = []
        waiting: tuple[TextLine, ...] = ()
        for item in _items(self._marks, tag):
            if isinstance(item, Tag) and item.kind == "Note":
                self._take_note(item)
                continue
            if isinstance(item, Tag) and item.kind == "Figure":
                boxes += self._box(item)
                continue
            if not isinstance(item, Tag) and waiting and self._goes_on(waiting, item):
                waiting = (*waiting, *item)
                continue
            made += self._paragraph(waiting, frame, reach, boxes)
            waiting = item if not isinstance(item, Tag) else ()
            if isinstance(item, Tag):
                made.append(self._table(item))
        return [*made, *self._paragraph(waiting, frame, reach, boxes)]

    def note(self, foot: Foot) -> tuple[Block, ...]:
        """Return the words of a footnote."""
        return (self._assembly.paragraph(Stretch(foot.lines, (False,) * len(foot.lines))),)

    def _paragraph(
        self, lines: tuple[TextLine, ...], frame: Frame | None, reach: Frame | None, boxes: list[TextBox]
    ) -> list[Block]:
        if not lines:
            return []
        own = frame or self._assembly.frames[lines[0].page]
        if frame is None:
            stretch = with_breaks(lines, own)
        else:
            stretch = Stretch(lines, (False,) * len(lines)) if reach is None else with_breaks(lines, reach, _CLOSE)
        made = replace(self._assembly.paragraph(stretch, own), shapes=tuple(boxes))
        boxes.clear()
        return [made]

    def _goes_on(self, above: tuple[TextLine, ...], lines: tuple[TextLine, ...]) -> bool:
        """Whether a paragraph is the rest of the one above, which a page break cut in two."""
        if not lines or above[-1].page + 1 != lines[0].page or above[-1].text.endswith(_ENDS):
            return False
        return (
            lines[0].text[:1].islower() and len(cut_into_paragraphs((above[-1], lines[0]), self._assembly.frames)) == 1
        )

    def _take_note(self, tag: Tag) -> None:
        lines = tuple(line for item in _items(self._marks, tag) if not isinstance(item, Tag) for line in item)
        if lines:
            self.feet.append(foot_of(len(self.feet) + 1, lines))

    def _box(self, tag: Tag) -> list[TextBox]:
        """Return the words of a drawing as a text box, none where it has none."""
        made = self.blocks(tag._replace(kind="Div"))
        return [TextBox(points(0), points(0), framed=True, blocks=tuple(made))] if made else []

    def _table(self, tag: Tag) -> Table:
        placed = list(placed_cells(list(rows_of(tag))))
        cells = {id(cell): _lines_below(self._marks, cell) for _, _, cell in placed if cell is not None}
        columns = max((column + (cell.columns if cell else 1) for _, column, cell in placed), default=1)
        page = min((lines[0].page for lines in cells.values() if lines), default=1)
        edges = edges_of(self._assembly.frames[page], placed, cells, min(columns, _MOST_COLUMNS))
        is_ruled = self._is_ruled([line for lines in cells.values() for line in lines])
        rows: dict[int, list[Cell]] = defaultdict(list)
        for row, column, cell in placed:
            rows[row] += [] if column >= _MOST_COLUMNS else [self._cell(column, cell, edges, bordered=is_ruled)]
            for below in range(row + 1, row + (cell.rows if cell else 1)):
                rows[below] += [
                    self._cell(column, cell._replace(kids=()) if cell else None, edges, bordered=is_ruled)._replace(
                        continues=True
                    )
                ]
        made = tuple(Row(tuple(sorted(rows[at], key=lambda cell: cell.column))) for at in sorted(rows))
        grid = tuple(points(max(b - a, 0)) for a, b in pairwise(edges))
        return Table(made, bordered=is_ruled, section=self._assembly.section_of(page), grid=grid)

    def _cell(self, column: int, tag: Tag | None, edges: Sequence[float], *, bordered: bool) -> Cell:
        span = min(tag.columns if tag else 1, len(edges) - 1 - column)
        frame = Frame(edges[column], edges[column + span])
        lines = _lines_below(self._marks, tag) if tag and not bordered else ()
        reach = Frame(min(line.x0 for line in lines), max(line.x1 for line in lines)) if lines else None
        blocks = self.blocks(tag._replace(kind="Div"), frame, reach) if tag else []
        return Cell(tuple(blocks), column, span, bordered, width=points(max(frame.width, 0)))

    def _is_ruled(self, lines: Sequence[TextLine]) -> bool:
        """Whether lines are drawn between the columns."""
        by_page: dict[int, list[TextLine]] = defaultdict(list)
        for line in lines:
            by_page[line.page].append(line)
        spans = {number: (min(each.y for each in own), max(each.y for each in own)) for number, own in by_page.items()}
        return any(
            not rule.is_across and rule.y0 - _RULED < lowest and rule.y1 + _RULED > highest
            for number, (highest, lowest) in spans.items()
            for rule in self._pages[number - 1].rules
        )


def _lines_below(marks: _Marks, tag: Tag) -> tuple[TextLine, ...]:
    return tuple(line for item in _items(marks, tag) if not isinstance(item, Tag) for line in item)
