"""A document under check: its parts, its date, the way it is to be judged, and what is known of it from outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from kegen.check.notes import Notes, notes_of
from kegen.check.once import Once
from kegen.check.roles import NO_ROLE, Roles, is_of_institution, roles_in
from kegen.check.way import Facts, Medium, Mode
from kegen.dates import PlanDate, parse_date
from kegen.document.find import find_parts
from kegen.document.find_header import KINDS
from kegen.document.lines import Line, line_of
from kegen.document.model import Block, Document, Paragraph, Table, TextBox
from kegen.document.parts import Parts
from kegen.vietnamese import fold

if TYPE_CHECKING:
    from kegen.check.citations import Citation

T = TypeVar("T")
Zone = Literal["head", "body", "table", "end", "annex", "margin", "note", "box"]
"""Where a paragraph stands: the head (to the title), the content, a table of it, the block with recipients and
signature, an annex, the margins at top and bottom, a footnote, a text box."""

_YEAR = re.compile(r"ngày\s*(\d{1,2})?\D*tháng\s*(\d{1,2})?\D*năm\s*(\d{4})")


class Passage(NamedTuple):
    """One paragraph that says something, and where it stands."""

    zone: Zone
    line: Line
    """The whole paragraph as one line."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        return self.line.paragraph


class Paper(Once):
    """A document under check."""

    def __init__(
        self,
        document: Document,
        *,
        mode: Mode = "draft",
        medium: Medium = "electronic",
        facts: Facts | None = None,
        above: Document | None = None,
    ) -> None:
        super().__init__()
        self.document = document
        self.mode = mode
        self.medium = medium
        self.facts = facts
        self.above = above
        """The document of the level above, where it is given."""
        self._told: dict[tuple[Of, Work], tuple[Any, ...]] = {}

    def told(self, of: Of, work: Callable[[Any], T]) -> tuple[T, ...]:
        """Return what a work makes of each of these lines or items, in order."""
        found: tuple[T, ...] | None = self._told.get((of, work))
        if found is None:
            found = self._told[of, work] = tuple([each[work] for each in self.once(of)])
        return found

    @cached_property
    def parts(self) -> Parts:
        """Its parts."""
        return find_parts(self.document)

    @cached_property
    def parent(self) -> Paper | None:
        """The document of the level above as a paper of its own, None where it is not given."""
        return None if self.above is None else Paper(self.above)

    @cached_property
    def code(self) -> str:
        """The code of its kind (`KH`), "" for a letter or a kind the decree does not list."""
        name = fold(self.parts.kind_name)
        return next(
            (code for kind, code in KINDS.items() if name == fold(kind) or name.startswith(fold(kind) + "-")), ""
        )

    @property
    def is_plan(self) -> bool:
        """Whether it is a KẾ HOẠCH."""
        return self.code == "KH"

    @cached_property
    def is_administrative(self) -> bool:
        """Whether it has the head of a document; else it may be an annex kept in a file of its own, or anything."""
        parts = self.parts
        return bool(parts.national_title or parts.motto or parts.number)

    @cached_property
    def date(self) -> PlanDate | None:
        """Its date as far as its date line tells, None without one."""
        line = self.parts.place_and_date
        found = None if line is None else _YEAR.search(line.text)
        if found is None:
            return None
        day, month, year = (int(each or 0) for each in found.groups())
        try:
            return parse_date(f"{day}/{month}/{year}") if day and month else PlanDate(year, month)
        except ValueError:
            return PlanDate(year)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph that says something, in reading order: body, then margins and footnotes."""
        standing = list(_standing(self.parts))
        lines = line_of.each(paragraph for _, paragraph in standing)
        return tuple([Passage(zone, line) for (zone, _), line in zip(standing, lines, strict=True) if line.text])

    @cached_property
    def roles(self) -> list[Roles]:
        """Whether each passage names the issuer, the signer or the recipients, in the same order."""
        roles = roles_in(self.parts)
        return [roles.get(id(passage.paragraph), NO_ROLE) for passage in self.passages]

    @cached_property
    def is_of_institution(self) -> bool:
        """Whether the issuer is a school or the like."""
        return is_of_institution(self.parts)

    @cached_property
    def notes(self) -> list[Notes]:
        """The notes of each passage's line, in the same order."""
        return notes_of.each(line for _, line in self.passages)

    @cached_property
    def body_notes(self) -> list[Notes]:
        """The notes of each item of the body, in the same order."""
        return notes_of.each(self.parts.body)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every document it cites, in reading order."""
        from kegen.check.citations import citations_of  # noqa: PLC0415 - the reader reads a paper

        return citations_of(self)


Of = Callable[[Paper], Sequence[Notes]]
"""What gives the notes of lines or items: `lines`, `items` or a work of that kind."""
Work = Callable[[Any], Any]


def lines(paper: Paper) -> list[Notes]:
    """Return the notes of each passage's line."""
    return paper.notes


def zones_of(paper: Paper) -> str:
    """Return the zone of each passage, one after another."""
    return " ".join([each.zone for each in paper.passages])


def items(paper: Paper) -> list[Notes]:
    """Return the notes of each item of the body."""
    return paper.body_notes


def _standing(parts: Parts) -> Iterator[tuple[Zone, Paragraph]]:
    """Yield every paragraph and where it stands, in reading order."""
    for block, zone in _zoned(parts):
        if isinstance(block, Paragraph) and not block.shapes:
            yield zone, block
        else:
            yield from _with_boxes((block,), zone)
    document = parts.document
    for section in document.sections:
        for margins in (section.headers, section.footers):
            yield from _with_boxes((*margins.default, *margins.first, *margins.even), "margin")
    for note in document.footnotes:
        yield from _with_boxes(note.blocks, "note")


def _zoned(parts: Parts) -> Iterator[tuple[Block, Zone]]:
    """Yield each block of the body and its zone."""
    annexed = {id(block) for annex in parts.annexes for block in annex.blocks}
    inside = {id(item.line.paragraph) for item in (*parts.bases, *parts.body)} | {id(table) for table in parts.tables}
    if parts.addressee is not None:
        inside.add(id(parts.addressee.paragraph))
    zone: Zone = "head"
    for block in parts.document.blocks:
        if id(block) in inside:
            zone = "body"
        elif zone == "body" and _is_end(block, parts):
            zone = "end"
        if id(block) in annexed:
            yield block, "annex"
        else:
            yield block, "table" if zone == "body" and isinstance(block, Table) else zone


def _is_end(block: Block, parts: Parts) -> bool:
    own = [*parts.signature, *parts.recipients, *(line for line in (parts.recipients_label, parts.name) if line)]
    held = {id(each) for each in _paragraphs([block])}
    return any(id(line.paragraph) in held for line in own)


def _paragraphs(blocks: tuple[Block, ...] | list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _with_boxes(blocks: tuple[Block, ...], zone: Zone) -> Iterator[tuple[Zone, Paragraph]]:
    for block in blocks:
        for paragraph in (block,) if isinstance(block, Paragraph) else _paragraphs((block,)):
            yield zone, paragraph
            for shape in paragraph.shapes:
                if isinstance(shape, TextBox):
                    yield from _with_boxes(shape.blocks, "box")
