"""A draft, or what became of it in Word, as a list of parts in reading order; tracked changes stand as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kegen.docx.find import find_parts
from kegen.docx.lines import Line, lines_of
from kegen.docx.model import Block, Cell, Comment, Document, Paragraph, Table, paragraphs_in
from kegen.docx.parts import Item, Parts
from kegen.plan.marks import without_mark
from kegen.plan.model import Note, Span
from kegen.pulling.spelling import plain, spelled

Slot = Literal[
    "parent",
    "issuer",
    "number",
    "date",
    "kind",
    "title",
    "text",
    "row",
    "recipient",
    "archive",
    "authority",
    "signer",
    "label",
    "annex-title",
    "reference",
    "margin",
]
"""What a part is: a fact of the head, a paragraph or a row of a table, a line of the end, the head of an annex."""
SINGLE: tuple[Slot, ...] = ("parent", "issuer", "number", "date", "kind", "title", "authority", "signer", "archive")
"""What a plan has once: it is paired with its like, whatever it says."""

_ENDS = " ;.,/"
_SLASH = re.compile(r"(?<=\d)\s*/\s*")
_CELL_END = "\n"
BETWEEN = " | "


class Part(NamedTuple):
    """One paragraph, row of a table or fact of the head and the end."""

    slot: Slot
    text: str
    """As a reader sees it, blanks single; of a row its cells with a bar between them."""
    annex: int = -1
    """Which annex it stands in, from 0; -1 outside of any."""
    cells: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    """What looks otherwise than most of its characters."""
    notes: tuple[Note, ...] = ()
    """Its footnotes, whole."""
    marks: tuple[str, ...] = ()
    """The hidden marks that stand in it."""
    table: int = -1
    """Which table a row is of, from 0; -1 for what is no row."""
    level: int = 0
    """How deep a heading it is, from 1; 0 for what is none."""
    joined: tuple[int, ...] = ()
    """How many columns each cell of a row takes."""
    merged: tuple[int, ...] = ()
    """Which cells of a row are one with the cell above."""

    @property
    def is_numbered(self) -> bool:
        """Whether it is a row whose first cell may be the number that its place in the table gives it."""
        return self.slot == "row" and len(self.cells) > 1 and (not self.cells[0] or self.cells[0].isdecimal())

    @property
    def bare(self) -> str:
        """What it says without what its place gives it: number or list mark, the sign at its end."""
        if self.slot == "text":
            return without_mark(self.text).strip().rstrip(_ENDS) or self.text
        if self.is_numbered:
            return self.text.partition(BETWEEN)[2]
        return self.text.lstrip("- ").rstrip(_ENDS) if self.slot == "recipient" else self.text

    @property
    def key(self) -> tuple[str, int, str]:
        """What parts must share to say the same in the same kind of place."""
        return ("row" if self.slot == "row" else self.slot, self.annex, self.bare)


class Content(NamedTuple):
    """All parts of a Word file, and what somebody remarked in its margin."""

    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]


def content_of(document: Document) -> Content:
    """Return the parts of a document in reading order."""
    return Content(tuple(_Reader(document).read()), document.comments)


class _Reader:
    """Reads the parts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts: Parts = find_parts(document)
        self._blocks = document.blocks
        self._notes = {note.id: _text_of(paragraphs_in(note.blocks)) for note in document.footnotes}
        self._items: dict[int, Item] = {each.paragraph.place.ordinal: each for each in self._parts.body}
        self._home = {
            each.place.ordinal: index for index, block in enumerate(self._blocks) for each in paragraphs_in([block])
        }
        self._tables = 0

    def read(self) -> Iterator[Part]:
        """Yield the parts: head, text, end, annexes, margins."""
        parts = self._parts
        yield from self._single("parent", parts.parent)
        yield from self._single("issuer", parts.issuer)
        yield from self._single("number", [parts.number])
        yield from self._single("date", [parts.place_and_date])
        yield from self._single("kind", [parts.kind])
        yield from self._single("title", parts.title)
        head = [
            each for each in (parts.national_title, parts.motto, parts.number, parts.place_and_date, parts.kind) if each
        ]
        head += [*parts.parent, *parts.issuer, *parts.title]
        end = [each for each in (parts.recipients_label, parts.name) if each]
        end += [*parts.recipients, *parts.signature]
        start = 1 + max(self._at(head), default=-1)
        stop = min(self._at(end), default=self._first_annex())
        yield from self._stray(self._blocks[:start], head)
        yield from self._stream(self._blocks[start:stop], -1)
        yield from self._end()
        after = 1 + max(self._at(end), default=stop - 1)
        yield from self._stray(self._blocks[stop:after], end)
        yield from self._stream(self._blocks[after : self._first_annex()], -1)
        for number, annex in enumerate(parts.annexes):
            yield from self._single("label", [annex.label], number)
            yield from self._single("annex-title", annex.title, number)
            yield from self._single("reference", annex.reference, number)
            named = {each.paragraph.place.ordinal for each in (annex.label, *annex.title, *annex.reference)}
            rest = [
                block for block in annex.blocks if not (isinstance(block, Paragraph) and block.place.ordinal in named)
            ]
            yield from self._stream(rest, number)
        yield from self._margins()

    def _at(self, lines: Iterable[Line]) -> list[int]:
        return [
            self._home[each.paragraph.place.ordinal] for each in lines if each.paragraph.place.ordinal in self._home
        ]

    def _first_annex(self) -> int:
        labels = [each.label for each in self._parts.annexes]
        return min(self._at(labels), default=len(self._blocks))

    def _single(self, slot: Slot, lines: Iterable[Line | None], annex: int = -1) -> Iterator[Part]:
        """Yield the lines as one part, if they say anything."""
        present = [each for each in lines if each]
        text = " ".join(plain(each.text) for each in present)
        if text.strip():
            yield Part(slot, _SLASH.sub("/", text.strip()) if slot == "number" else text.strip(), annex)

    def _end(self) -> Iterator[Part]:
        for each in self._parts.recipients:
            text = plain(each.text)
            yield Part("archive" if re.match(r"[-–\s]*Lưu\b", text) else "recipient", text)
        lines = [plain(each.text) for each in self._parts.signature]
        if lines:
            yield Part("authority", " / ".join(lines), cells=tuple(lines))
        yield from self._single("signer", [self._parts.name])

    def _stray(self, blocks: Sequence[Block], known: Sequence[Line]) -> Iterator[Part]:
        """Yield what stands among the lines of head or end and is none of them."""
        known_texts = {(each.paragraph.place, plain(each.text)) for each in known}
        for line in lines_of(blocks):
            text = plain(line.text)
            if text.strip(" -_*./…") and (line.paragraph.place, text) not in known_texts:
                yield Part("margin", text)

    def _stream(self, blocks: Iterable[Block], annex: int) -> Iterator[Part]:
        for block in blocks:
            if isinstance(block, Paragraph):
                if not block.is_empty and plain(block.text).strip("_-–—*= "):
                    yield self._paragraph(block, annex)
            else:
                yield from self._table(block, annex)

    def _paragraph(self, paragraph: Paragraph, annex: int) -> Part:
        text, spans, places = spelled(paragraph)
        notes = tuple(
            Note(places(at), self._notes.get(number, ""))
            for number, at in zip(paragraph.notes, paragraph.noted, strict=False)
        )
        item = self._items.get(paragraph.place.ordinal)
        level = _LEVELS.get(item.rank, 4) if item and item.is_heading else 0
        return Part("text", text, annex, spans=spans, notes=notes, marks=paragraph.marks, level=level)

    def _table(self, table: Table, annex: int) -> Iterator[Part]:
        number, self._tables = self._tables, self._tables + 1
        for row in table.rows:
            read = [("", ()) if cell.continues else _cell(cell) for cell in row.cells]
            cells = tuple(text for text, _ in read)
            if any(cells):
                yield Part(
                    "row",
                    BETWEEN.join(" ".join(each.split()) for each in cells),
                    annex,
                    cells,
                    tuple(_shifted(read)),
                    marks=row.marks,
                    table=number,
                    joined=tuple(cell.span for cell in row.cells),
                    merged=tuple(at for at, cell in enumerate(row.cells) if cell.continues),
                )

    def _margins(self) -> Iterator[Part]:
        """Yield what stands at the top and the foot of pages, but numbers that a field counts, and in text boxes."""
        found: list[str] = []
        for section in self._document.sections:
            for blocks in (*section.headers, *section.footers):
                found += [plain(line.text) for line in lines_of(blocks) if not line.paragraph.fields]
        found += [plain(line.text) for line in self._parts.boxes]
        yield from (Part("margin", each) for each in dict.fromkeys(found) if each.strip())


_LEVELS = {"phan": 1, "chuong": 1, "muc": 1, "dieu": 2, "khoan": 2, "tiet": 3, "diem": 4}


def _cell(cell: Cell) -> tuple[str, tuple[Span, ...]]:
    """Return the text of a cell, a line for each paragraph, and what stands out in it."""
    texts: list[str] = []
    spans: list[Span] = []
    for each in paragraphs_in(cell.blocks):
        text, own, _ = spelled(each)
        if text:
            start = sum(len(line) + 1 for line in texts)
            spans += [span._replace(start=span.start + start) for span in own]
            texts.append(text)
    return _CELL_END.join(texts), tuple(spans)


def _shifted(cells: Sequence[tuple[str, tuple[Span, ...]]]) -> Iterator[Span]:
    """Yield what stands out in the cells of a row, as places of the text of the row."""
    at = 0
    for text, spans in cells:
        yield from (each._replace(start=each.start + at) for each in spans)
        at += len(text) + len(BETWEEN)


def _text_of(paragraphs: Iterable[Paragraph]) -> str:
    return " ".join(filter(None, (plain(each.text) for each in paragraphs)))
