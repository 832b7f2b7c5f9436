"""Every paragraph of a document that says something, in reading order: in which zone it stands, what role it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kegen.docx.lines import Line, line_of
from kegen.docx.model import Block, Paragraph, Table, TextBox, paragraphs_in
from kegen.docx.parts import Parts

Zone = Literal["head", "body", "table", "end", "annex", "margin", "note", "box"]
"""The head (to the title), the content, a table of it, the block with recipients and signature, an annex, the margins
at top and bottom, a footnote, a text box."""
Role = Literal["issuer", "parent", "signature", "name", "recipient", "addressee"]
"""What a line is beside its words: one that names the issuer, or the signer, or who receives the paper."""
Roles = frozenset[Role]
"""One paragraph may hold several lines, each with a role."""
NO_ROLE: Roles = frozenset()


class Passage(NamedTuple):
    """One paragraph that says something, and where it stands."""

    zone: Zone
    line: Line
    """The whole paragraph as one line."""
    order: int = 0
    """Its number down the document, from 1; 0 where that does not matter."""
    roles: Roles = NO_ROLE
    """Whether it names the issuer, the signer or the recipients."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        return self.line.paragraph


def passages_of(parts: Parts) -> Iterator[Passage]:
    """Yield the passages of a document: the body, then the margins of its sections, then its footnotes."""
    order, roles = 0, _roles_in(parts)
    for zone, paragraph in _zoned_paragraphs(parts):
        line = line_of(paragraph)
        if line.text:
            order += 1
            yield Passage(zone, line, order, roles.get(id(paragraph), NO_ROLE))


def _zoned_paragraphs(parts: Parts) -> Iterator[tuple[Zone, Paragraph]]:
    for zone, block in _zoned_blocks(parts):
        yield from _paragraphs([block], zone)
    document = parts.document
    for section in document.sections:
        for margins in (section.headers, section.footers):
            yield from _paragraphs((*margins.default, *margins.first, *margins.even), "margin")
    for note in document.footnotes:
        yield from _paragraphs(note.blocks, "note")


def _zoned_blocks(parts: Parts) -> Iterator[tuple[Zone, Block]]:
    annexed = {id(block) for annex in parts.annexes for block in annex.blocks}
    inside = {id(item.paragraph) for item in (*parts.bases, *parts.body)} | {id(table) for table in parts.tables}
    if parts.addressee is not None:
        inside.add(id(parts.addressee.paragraph))
    ending = {id(line.paragraph) for line in _lines_of_end(parts)}
    ends = [any(id(each) in ending for each in paragraphs_in([block])) for block in parts.document.blocks]
    last = max((index for index, is_end in enumerate(ends) if is_end), default=len(ends))
    zone: Zone = "head"
    for index, block in enumerate(parts.document.blocks):
        if id(block) in inside:
            zone = "body"
        elif zone == "body" and ends[index]:
            zone = "end"
        elif zone == "end" and index > last:
            zone = "annex"  # what comes with the paper, though nothing calls it so
        if id(block) in annexed:
            yield "annex", block
        else:
            yield "table" if zone == "body" and isinstance(block, Table) else zone, block


def _lines_of_end(parts: Parts) -> Iterator[Line]:
    """Yield the lines of recipients and signature."""
    yield from (*parts.signature, *parts.recipients)
    yield from (line for line in (parts.recipients_label, parts.name) if line is not None)


def _paragraphs(blocks: Iterable[Block], zone: Zone) -> Iterator[tuple[Zone, Paragraph]]:
    """Yield the paragraphs of the blocks in their zone, each followed by those of its text boxes."""
    for paragraph in paragraphs_in(blocks):
        yield zone, paragraph
        for shape in paragraph.shapes:
            if isinstance(shape, TextBox):
                yield from _paragraphs(shape.blocks, "box")


def _roles_in(parts: Parts) -> dict[int, Roles]:
    """Return the roles of the paragraphs that have some, by the identity of the paragraph."""
    found: dict[int, Roles] = {}
    for role, line in _lines_with_roles(parts):
        paragraph = id(line.paragraph)
        found[paragraph] = found.get(paragraph, NO_ROLE) | {role}
    return found


def _lines_with_roles(parts: Parts) -> Iterator[tuple[Role, Line]]:
    yield from (("issuer", each) for each in parts.issuer)
    yield from (("parent", each) for each in parts.parent)
    yield from (("signature", each) for each in parts.signature)
    yield from (("recipient", each) for each in parts.recipients)
    if parts.name is not None:
        yield "name", parts.name
    if parts.addressee is not None:
        yield "addressee", parts.addressee
    yield from (("addressee", each) for each in parts.addressees)
