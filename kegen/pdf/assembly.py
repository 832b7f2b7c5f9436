"""What all parts of one PDF share while it becomes a document: text areas, sections, the count of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kegen.docx.lengths import points
from kegen.docx.model import Block, Margins, Page, PageNumbers, Paragraph, Section
from kegen.pdf.frames import Frame
from kegen.pdf.lines import TextLine
from kegen.pdf.pages import Page as PdfPage
from kegen.pdf.paragraphs import Stretch, cut_into_paragraphs, paragraph_of


class Assembly:
    """The document being put together from its first paragraph to its last."""

    def __init__(self, pages: Sequence[PdfPage], frames: Mapping[int, Frame]) -> None:
        self.frames = dict(frames)
        self._sections = _sections_by_page(pages)
        self._pages = pages
        self._ordinal = 0

    def section_of(self, page: int) -> int:
        """Return the section that a page belongs to, from 0."""
        return self._sections[page]

    def paragraph(self, stretch: Stretch, frame: Frame | None = None) -> Paragraph:
        """Return the next paragraph."""
        page = stretch.lines[0].page
        made = paragraph_of(stretch, frame or self.frames[page], self._ordinal, self._sections[page])
        self._ordinal += 1
        return made

    def paragraphs(self, lines: Sequence[TextLine]) -> list[Block]:
        """Return the paragraphs that lines of the whole width make."""
        return [self.paragraph(stretch) for stretch in cut_into_paragraphs(lines, self.frames)]

    def sections(self) -> tuple[Section, ...]:
        """Return the sections: a run of pages of one size each."""
        first: dict[int, PdfPage] = {}
        for page in self._pages:
            first.setdefault(self._sections[page.number], page)
        return tuple(_section(page, self.frames[page.number]) for page in first.values())


def _sections_by_page(pages: Sequence[PdfPage]) -> dict[int, int]:
    found: dict[int, int] = {}
    section = 0
    for index, page in enumerate(pages):
        if index and (round(page.width), round(page.height)) != (
            round(pages[index - 1].width),
            round(pages[index - 1].height),
        ):
            section += 1
        found[page.number] = section
    return found


def _section(page: PdfPage, frame: Frame) -> Section:
    baselines = [each.y for each in page.glyphs if not each.is_blank]
    top, bottom = (min(baselines) - 14, page.height - max(baselines)) if baselines else (56.0, 56.0)
    paper = Page(
        width=points(page.width),
        height=points(page.height),
        top=points(max(top, 0)),
        bottom=points(max(bottom, 0)),
        left=points(frame.left),
        right=points(max(page.width - frame.right, 0)),
    )
    return Section(paper, PageNumbers(), has_first_page=False, headers=Margins(), footers=Margins())
