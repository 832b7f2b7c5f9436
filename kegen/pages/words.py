"""The words of a page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kegen.pages.boxes import Box, ParagraphBox, Placed
from kegen.pages.layout import PageLayout


def words_of(page: PageLayout) -> str:
    """Return all that is to be read on a page, a line of the page each: header, body, footnotes, footer."""
    notes = [placed for _, content in page.notes for placed in content]
    return "\n".join(_lines([*page.header, *page.body, *notes, *page.footer]))


def body_words(page: PageLayout) -> str:
    """Return what is to be read in the body of a page."""
    return "\n".join(_lines(page.body))


def _lines(content: Iterable[Placed]) -> Iterator[str]:
    for placed in content:
        yield from _lines_of(placed.box)


def _lines_of(box: Box) -> Iterator[str]:
    """Yield the lines of a paragraph, or those of the cells of a table row by row."""
    if isinstance(box, ParagraphBox):
        yield from ("".join([span.text for span in line.spans]) for line in box.lines)
        return
    for row in (*box.heads, *box.rows):
        for cell in row.cells:
            yield from _lines(cell.content)
