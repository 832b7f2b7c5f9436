"""The Document: what a Word file says and shows, as plain frozen values. Tracked changes stand as accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from kegen.docx.lengths import ZERO, Length
from kegen.look_alikes import settle
from kegen.vietnamese import normalise

Alignment = Literal["left", "center", "right", "both", "distribute"]
Raised = Literal["", "superscript", "subscript"]

_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs that show nothing, often copied from web pages."""


def tidy(text: str) -> str:
    """Return the text precomposed, with single blanks, one kind of hyphen, and no letter that only looks Vietnamese."""
    for sign in _NO_WIDTH:
        if sign in text:
            text = text.replace(sign, "")
    return " ".join(settle(normalise(text)).split())


class Place(NamedTuple):
    """Where a paragraph stands: the part of the file and its index, from 0, among all `w:p` of that part."""

    part: str
    ordinal: int


class Face(NamedTuple):
    """How characters look, all sources of formatting taken together (ECMA-376 Part 1, 17.7.2)."""

    font: str = "Times New Roman"
    """The font of letters of ASCII; "" where the file does not say (a theme that is missing)."""
    font_other: str = "Times New Roman"
    """The font of all other letters, such as those with Vietnamese marks."""
    size: float = 10.0
    """In points."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    hidden: bool = False
    raised: Raised = ""
    spacing: float = 0.0
    """Points added after each character; negative where they are set closer."""
    scale: float = 1.0
    """How wide its characters are drawn, as a share of their width."""
    colour: str = "auto"
    """`auto` or RRGGBB."""
    highlight: str = ""


class Run(NamedTuple):
    r"""Characters of one look. A tab is `\t`, a line break `\n`, a page break `\f`."""

    text: str
    face: Face

    @property
    def shown(self) -> str:
        """The text in the letters one sees: capitals where `caps` makes them so."""
        return self.text.upper() if self.face.caps else self.text

    @property
    def is_note_sign(self) -> bool:
        """Whether it is the sign of a note: raised digits."""
        if not self.face.raised:
            return False
        return not self.text.strip(" _")[:1].isalpha() and any(map(str.isdigit, self.text))


def shown_of(runs: Iterable[Run]) -> str:
    """Return what runs say in the letters one sees, note signs left out."""
    return "".join([run.shown for run in runs if not run.is_note_sign])


class Border(NamedTuple):
    """One edge: its kind as Word names it (`single`, `dashed` …), its colour."""

    kind: str
    colour: str = "auto"
    width: Length = ZERO
    """How thick it is drawn."""


class Spacing(NamedTuple):
    """The blank above, below and between lines; `line` counts 240ths of a line under `auto`, else it is a length."""

    before: Length = ZERO
    after: Length = ZERO
    line: float = 240.0
    """240ths of a line where the rule is `auto`; else twips."""
    rule: Literal["auto", "exact", "atLeast"] = "auto"
    contextual: bool = False
    """No blank between paragraphs of the same style (17.3.1.9)."""


class TabStop(NamedTuple):
    """Where a tab leads to, from the left edge of the text, and how what follows stands there (ST_TabJc, 17.18.84)."""

    at: Length
    kind: str
    """`left`, `center`, `right` …"""
    leader: str = ""
    """What fills the way there (ST_TabTlc, 17.18.72): `dot`, `hyphen`, `underscore` …, "" for nothing."""


class ParagraphFormat(NamedTuple):
    """How a paragraph stands on the page, all sources of formatting taken together."""

    alignment: Alignment = "left"
    left: Length = ZERO
    right: Length = ZERO
    first_line: Length = ZERO
    """Added to `left` on the first line; negative for a hanging indent."""
    spacing: Spacing = Spacing()
    top: Border | None = None
    bottom: Border | None = None
    tabs: tuple[TabStop, ...] = ()
    """From left to right."""
    page_break_before: bool = False
    keep_next: bool = False
    frame: str = ""
    """How the frame that holds it is aligned across the page (`w:framePr`, 17.3.1.11): `offset` where only a distance
    from an edge is told, "" for no frame."""
    outline_level: int = 9
    """0-8 for headings, 9 for body text."""
    keep_lines: bool = False
    """Whether no page breaks inside it."""
    widow_control: bool = True
    """Whether no single line of it stands alone at the foot or the top of a page (17.3.1.44)."""


class DrawnLine(NamedTuple):
    """A straight line drawn as a shape."""

    length: Length
    solid: bool
    horizontal: bool
    colour: str
    name: str
    left: Length | None
    """From the left edge of what `relative_to` names, or None where it stands in the text or is aligned."""
    relative_to: str
    align: str
    top: Length | None = None
    """Below the upper edge of what it hangs on vertically, or None."""


class TextBox(NamedTuple):
    """A box with text of its own."""

    width: Length
    height: Length
    framed: bool
    blocks: tuple[Block, ...]


class Picture(NamedTuple):
    """A picture: what stands in it is not read."""

    width: Length
    height: Length


Shape = DrawnLine | TextBox | Picture


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as Word shows it."""

    place: Place
    runs: tuple[Run, ...]
    text: str
    """The visible text, precomposed or not, as in the file; without the automatic label."""
    label: str
    """What automatic numbering sets before the text: `1.`, `a)`, `-`, or ""."""
    format: ParagraphFormat
    style: str
    """The name of its style."""
    mark: Face
    """The look of the paragraph mark: how tall an empty paragraph is."""
    section: int
    page: int
    """The page it starts on as Word laid it out last, from 1; 0 where the file does not tell."""
    shapes: tuple[Shape, ...] = ()
    placed: tuple[str, ...] = ()
    """Where its tabs that no stop is set for lead to (`w:ptab`, 17.3.3.23): `left`, `center`, `right`, in order."""
    fields: tuple[str, ...] = ()
    """The fields in it by name, such as `PAGE`."""
    notes: tuple[int, ...] = ()
    """The footnotes it refers to."""
    noted: tuple[int, ...] = ()
    """How many characters of `text` stand before the reference of each."""
    firm_hyphens: tuple[int, ...] = ()
    """How many characters stand before each hyphen that no line breaks at (`w:noBreakHyphen`, 17.3.3.18)."""
    field_spans: tuple[tuple[int, int], ...] = ()
    """Where in `text` the result of each of `fields` begins and ends."""
    marks: tuple[str, ...] = ()
    """The marks of kegen's draft (hidden bookmarks `_kg_…`) whose text begins in it: two where two were merged."""
    marks_before: tuple[str, ...] = ()
    """Those whose text began before it and goes on in it: it was split off."""

    @cached_property
    def shown(self) -> str:
        """What a reader sees as one line, its label first: tidied, capitals as shown, note signs left out."""
        label = f"{self.label} " if self.label else ""
        return tidy(label + shown_of(self.runs))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be read in it."""
        return not self.label and not self.text.strip()


class CellMargins(NamedTuple):
    """The blank between the edges of a cell and what stands in it (17.4.42)."""

    top: Length = ZERO
    left: Length = ZERO
    bottom: Length = ZERO
    right: Length = ZERO


class Cell(NamedTuple):
    """A cell of a table; `column` and `span` count the columns of the grid."""

    blocks: tuple[Block, ...]
    column: int
    span: int
    bordered: bool
    bottom: Border | None = None
    width: Length = ZERO
    continues: bool = False
    """Whether it only goes on with the cell above (`w:vMerge`, 17.4.84)."""
    top: Border | None = None
    left: Border | None = None
    right: Border | None = None
    margins: CellMargins = CellMargins()
    stands: str = "top"
    """Where its text stands in it vertically (`w:vAlign`, 17.4.83): `top`, `center`, `bottom`."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs that say something, those of tables in it left out."""
        return tuple([each for each in self.blocks if isinstance(each, Paragraph) and each.shown])

    @property
    def text(self) -> str:
        """What they say, as one line."""
        return " ".join([each.shown for each in self.paragraphs])


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Cell, ...]
    is_header: bool = False
    """Repeated at the top of each page."""
    can_split: bool = True
    """Whether a page may break inside it (`w:cantSplit`, 17.4.6)."""
    height: Length = ZERO
    """The least it is high, or just its height where `is_exact`."""
    is_exact: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of kegen's draft whose text begins in it."""
        return tuple([mark for cell in self.cells for each in paragraphs_in(cell.blocks) for mark in each.marks])


class Table(NamedTuple):
    """A table, one that sets data in a grid or one that only puts texts side by side."""

    rows: tuple[Row, ...]
    bordered: bool
    section: int
    style: str = ""
    grid: tuple[Length, ...] = ()
    """The widths of its columns, () where the file does not tell."""
    indent: Length = ZERO
    """From the left margin to its left edge."""
    alignment: str = "left"
    """Where it stands between the margins: `left`, `center`, `right`."""

    @property
    def columns(self) -> int:
        """How many columns its grid has."""
        return max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)


Block = Paragraph | Table


class Page(NamedTuple):
    """The paper of a section and its margins."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    gutter: Length = ZERO
    header: Length = Length(457_200)
    """From the top of the paper to what stands in the margin there; half an inch where the file does not say."""
    footer: Length = Length(457_200)
    """The same at the bottom."""

    @property
    def is_landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height

    @property
    def text_width(self) -> Length:
        """The width between the margins."""
        return Length(self.width - self.left - self.right - self.gutter)


class PageNumbers(NamedTuple):
    """How the pages of a section are numbered."""

    start: int | None = None
    form: str = "decimal"


class Margins(NamedTuple):
    """What stands in the margin at the top, or at the bottom, of a section's pages, by kind of page."""

    default: tuple[Block, ...] = ()
    first: tuple[Block, ...] = ()
    even: tuple[Block, ...] = ()


class Section(NamedTuple):
    """A run of pages of one paper and one header."""

    page: Page
    numbers: PageNumbers
    has_first_page: bool
    """Whether its first page has a header and footer of its own (`w:titlePg`)."""
    headers: Margins
    footers: Margins
    starts_page: bool = True


class Note(NamedTuple):
    """A footnote or endnote."""

    id: int
    blocks: tuple[Block, ...]


class Comment(NamedTuple):
    """A remark that somebody left in the margin."""

    author: str
    text: str
    about: str = ""
    """The paragraph beside which it stands."""


ChangeKind = Literal["ins", "del", "move", "format"]


class Change(NamedTuple):
    """A tracked change nobody has accepted or refused yet."""

    kind: ChangeKind
    author: str
    text: str
    place: Place


class Document(NamedTuple):
    """A Word file, read."""

    blocks: tuple[Block, ...]
    """The body in reading order."""
    sections: tuple[Section, ...]
    has_even_pages: bool
    """Whether even pages have headers of their own; else `even` is never shown."""
    footnotes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    pages: int = 0
    """How many pages it had when last saved, 0 where the file does not say."""
    tab_step: Length = Length(457_200)
    """How far apart the stops of tabs stand where a paragraph sets none (17.15.1.25)."""


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the blocks and of their cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)
