"""A document laid out: every page with what stands in its body, its margins and at its foot."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from kegen.docx.model import Block, Document, Margins, Paragraph, Run, Section, Table, paragraphs_in
from kegen.pages.boxes import Box, ParagraphBox, Placed
from kegen.pages.flow import Room, pour
from kegen.pages.lines import NO_NOTES, Notes, set_paragraph
from kegen.pages.stacking import stack
from kegen.pages.tables import set_table
from kegen.vietnamese import roman

_SEPARATOR = 125.0
"""How high the line above the footnotes is with the blank around it, in twips (LibreOffice's)."""


class PageLayout(NamedTuple):
    """One page; tops are counted in twips from where each part begins."""

    section: Section
    number: str
    """The number of the page as it shows."""
    body: tuple[Placed, ...]
    body_top: float
    """From the top of the paper."""
    notes: tuple[tuple[int, tuple[Placed, ...]], ...]
    """The footnotes on it: the number shown, and what stands in each, counted from the top of the paper."""
    header: tuple[Placed, ...] = ()
    footer: tuple[Placed, ...] = ()
    """Both counted from the top of the paper."""


class _Sheet(NamedTuple):
    """A page before its margins are set."""

    section: int
    is_first: bool
    number: int
    placed: tuple[Placed, ...]


def lay_out(document: Document) -> tuple[PageLayout, ...]:
    """Return the pages of a document, as LibreOffice breaks them."""
    setter = _Setter(document)
    sheets = tuple(setter.sheets())
    return tuple(setter.page(sheet, len(sheets)) for sheet in sheets)


class _Setter:
    """Sets what a document says into columns of any width."""

    def __init__(self, document: Document) -> None:
        self._document = document
        contents = {note.id: note.blocks for note in document.footnotes}
        referred = dict.fromkeys(note for each in paragraphs_in(document.blocks) for note in each.notes)
        self._numbers = {note: number for number, note in enumerate((note for note in referred if note in contents), 1)}
        self._contents = {note: _led(contents[note], number) for note, number in self._numbers.items()}

    def sheets(self) -> Iterator[_Sheet]:
        """Yield the pages with what stands in their bodies."""
        number = 0
        for index, blocks in _by_section(self._document):
            section = self._document.sections[index]
            room = Room(self._bottom(section) - self._top(section), _SEPARATOR)
            notes = Notes(self._numbers, self._note_heights(section))
            boxes = deque(self._set(blocks, section.page.text_width.twips, notes))
            number = number if section.numbers.start is None else section.numbers.start - 1
            is_first = True
            while boxes or is_first:
                number += 1
                yield _Sheet(index, is_first, number, tuple(pour(boxes, room, at_top=not is_first)))
                is_first = False

    def page(self, sheet: _Sheet, count: int) -> PageLayout:
        """Return a page with its margins and footnotes; `count` is how many pages there are."""
        section = self._document.sections[sheet.section]
        number = _written(sheet.number, section.numbers.form)
        shown = {"PAGE": number, "NUMPAGES": str(count), "SECTIONPAGES": str(count)}
        header = self._margin(section, self._kind(section.headers, sheet), shown)
        footer = self._margin(section, self._kind(section.footers, sheet), shown)
        height = section.page.height.twips - section.page.footer.twips
        return PageLayout(
            section,
            number,
            sheet.placed,
            self._top(section),
            tuple(self._notes(section, sheet.placed)),
            _moved(header[0], section.page.header.twips),
            _moved(footer[0], height - footer[1]),
        )

    def _set(self, blocks: Sequence[Block], width: float, notes: Notes = NO_NOTES) -> tuple[Box, ...]:
        step = self._document.tab_step
        into_cells = partial(self._set, notes=notes)
        return tuple(
            set_table(block, width, into_cells)
            if isinstance(block, Table)
            else set_paragraph(block, width, step, notes)
            for block in blocks
            if isinstance(block, Table) or not (block.mark.hidden and block.is_empty)
        )

    def _margin(
        self, section: Section, blocks: Sequence[Block], shown: Mapping[str, str]
    ) -> tuple[tuple[Placed, ...], float]:
        """Return what stands in a margin, and how high it is."""
        numbered = [_numbered(block, shown) if isinstance(block, Paragraph) else block for block in blocks]
        return stack(self._set(numbered, section.page.text_width.twips))

    def _kind(self, margins: Margins, sheet: _Sheet) -> tuple[Block, ...]:
        """Return what stands in the margin of that kind of page (17.10.1)."""
        if sheet.is_first and self._document.sections[sheet.section].has_first_page:
            return margins.first
        return margins.even if self._document.has_even_pages and sheet.number % 2 == 0 else margins.default

    def _top(self, section: Section) -> float:
        """Return how far below the top of the paper the body begins: below a high header too."""
        height = self._margin(section, section.headers.default, {})[1]
        return max(section.page.top.twips, section.page.header.twips + height)

    def _bottom(self, section: Section) -> float:
        height = self._margin(section, section.footers.default, {})[1]
        return section.page.height.twips - max(section.page.bottom.twips, section.page.footer.twips + height)

    def _note_heights(self, section: Section) -> dict[int, float]:
        return {note: self._note(section, note)[1] for note in self._contents}

    def _note(self, section: Section, note: int) -> tuple[tuple[Placed, ...], float]:
        return stack(self._set(self._contents[note], section.page.text_width.twips))

    def _notes(self, section: Section, placed: Sequence[Placed]) -> Iterator[tuple[int, tuple[Placed, ...]]]:
        """Yield the footnotes that a page refers to, the last one at its foot."""
        ids = {number: note for note, number in self._numbers.items()}
        numbers = [number for each in placed for number in _referred(each.box)]
        notes = [self._note(section, ids[number]) for number in numbers]
        top = self._bottom(section) - sum(height for _, height in notes)
        for number, (content, height) in zip(numbers, notes, strict=True):
            yield number, _moved(content, top)
            top += height


def _by_section(document: Document) -> Iterator[tuple[int, list[Block]]]:
    """Yield the blocks of each run of sections that begin no page anew, with the index of the first."""
    starts = [index for index, section in enumerate(document.sections) if section.starts_page or not index]
    for start, end in pairwise([*starts, len(document.sections)]):
        yield start, [block for block in document.blocks if start <= block.section < end]


def _referred(box: Box) -> Iterator[int]:
    """Yield the numbers of the footnotes that a box refers to."""
    if isinstance(box, ParagraphBox):
        yield from (number for line in box.lines for number in line.notes)
        return
    for row in box.rows:
        for cell in row.cells:
            for placed in cell.content:
                yield from _referred(placed.box)


def _led(blocks: Sequence[Block], number: int) -> tuple[Block, ...]:
    """Return what stands in a footnote, led by its number."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return tuple(blocks)
    sign = Run(str(number), (first.runs[0].face if first.runs else first.mark)._replace(raised="superscript"))
    return (replace(first, runs=(sign, *first.runs)), *blocks[1:])


def _moved(placed: Sequence[Placed], down: float) -> tuple[Placed, ...]:
    return tuple(each._replace(top=each.top + down) for each in placed)


def _numbered(paragraph: Paragraph, shown: Mapping[str, str]) -> Paragraph:
    """Return a paragraph with what its fields show on this page."""
    found = [
        (start, end, shown[name])
        for name, (start, end) in zip(paragraph.fields, paragraph.field_spans, strict=False)
        if name in shown
    ]
    for start, end, words in reversed(found):
        paragraph = replace(paragraph, runs=_with_words(paragraph, start, end, words))
    return replace(paragraph, text="".join(run.text for run in paragraph.runs)) if found else paragraph


def _with_words(paragraph: Paragraph, start: int, end: int, words: str) -> tuple[Run, ...]:
    """Return the runs with other words from one place to another, in the look of what stood there."""
    before, after, face, at = list[Run](), list[Run](), paragraph.mark, 0
    for run in paragraph.runs:
        a, b = max(start - at, 0), max(end - at, 0)
        face = run.face if at <= start else face
        before.append(run._replace(text=run.text[:a]))
        after.append(run._replace(text=run.text[b:]))
        at += len(run.text)
    return tuple(run for run in (*before, Run(words, face), *after) if run.text)


def _written(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and number > 0:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return str(number)
