"""Find the parts of a document on any layout: by what its lines say, never by where a template puts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kegen.docx.find_attached import attached_in
from kegen.docx.find_body import items_of, split_bases
from kegen.docx.find_header import Header, find_header
from kegen.docx.find_signature_block import find_signature_block, is_annex_label, no_signature_block
from kegen.docx.lengths import mm
from kegen.docx.lines import Line, boxed_lines, lines_in, lines_of, split_rows
from kegen.docx.model import Block, Document, Paragraph, Table
from kegen.docx.parts import Annex, Parts, Underline
from kegen.docx.underlines import underlined, underlines

_HEAD_BLOCKS = 40
"""The head of a document is over within this many blocks."""
_ADDRESS_BLOCKS = 8
"""`Kính gửi` stands within this many blocks of the content."""
_LIST_MARKS = ("-", "–", "—", "+", "•", "*")
_LONGEST_ADDRESSEE = 300
_SET_IN = mm(20)
"""A line of addressees without a mark begins farther in than a paragraph."""
_ANNEX_HEAD_BLOCKS = 12
"""The title of an annex is over within this many of its blocks."""


class _Head(NamedTuple):
    header: Header
    last_of_header: int
    """The block before the content's title: the last that the header itself takes."""
    first_of_body: int


def find_parts(document: Document) -> Parts:
    """Return where each part of the document is."""
    blocks = document.blocks
    head = _find_head(blocks)
    first = head.first_of_body
    is_headed = bool(head.header.national_title or head.header.motto or head.header.number)
    # A file without a head, such as an annex kept by itself, has no end of a document either.
    signed = find_signature_block(blocks, first) if is_headed else no_signature_block(blocks)
    body_blocks = blocks[first : signed.start]
    addressee, addressees, own = _addressed(body_blocks)
    bases, body = split_bases(items_of(own))
    before = blocks[signed.end - 1].section if signed.end else 0
    header = head.header
    lines = _underlines(document, head)
    return Parts(
        document=document,
        national_title=header.national_title,
        motto=header.motto,
        parent=header.parent,
        issuer=header.issuer,
        number=header.number,
        place_and_date=header.place_and_date,
        letter_subject=header.letter_subject,
        kind=header.kind,
        title=header.title,
        addressee=addressee,
        addressees=addressees,
        bases=bases,
        body=tuple(each for each in body if not _only_rules(each.line.text)),
        tables=tuple(each for each in own if isinstance(each, Table)),
        recipients_label=signed.label,
        recipients=signed.recipients,
        signature=signed.signature,
        name=signed.name,
        annexes=_find_annexes(blocks[signed.end :], before),
        attached=tuple(attached_in(blocks[signed.end :])),
        under_motto=(*lines["right"], *underlined(header.motto)),
        under_issuer=(*lines["left"], *underlined(header.issuer[-1] if header.issuer else None)),
        under_title=(*lines["whole"], *underlined(header.title[-1] if header.title else None)),
        boxes=_boxes(document),
    )


def _find_head(blocks: Sequence[Block]) -> _Head:
    header = find_header(lines_of(blocks[:_HEAD_BLOCKS]))
    last = header.taken[-1].block if header.taken else -1
    kind = header.kind
    if kind is None:
        return _Head(header, last, last + 1)
    before = next((each.block for each in reversed(header.taken) if each.block < kind.block), -1)
    return _Head(header, before, last + 1)


def _addressed(blocks: Sequence[Block]) -> tuple[Line | None, tuple[Line, ...], list[Block]]:
    """Return the line `Kính gửi`, the lines of the list under it, and the blocks without what only lays them out."""
    starts = (index for index, block in enumerate(blocks[:_ADDRESS_BLOCKS]) if any(map(_addresses, lines_in(block))))
    at = next(starts, None)
    if at is None:
        return None, (), list(blocks)
    lines = list(lines_in(blocks[at]))
    label = next(each for each in lines if _addresses(each))
    end = at + 1
    for index, block in enumerate(blocks[at + 1 :], at + 1):
        more = lines_in(block)
        if more and not (isinstance(block, Paragraph) and _goes_on(lines[-1], more[0])):
            break
        if more:
            lines += more
            end = index + 1
    own = [*blocks[:at], *(block for block in blocks[at : at + 1] if isinstance(block, Paragraph)), *blocks[end:]]
    return label, tuple(each for each in lines if each is not label), own


def _addresses(line: Line) -> bool:
    return line.folded.startswith("kinh-gui")


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line goes on with the list of addressees that the line above is of."""
    shape = line.paragraph.format
    is_set_in = (
        shape.alignment == "center"
        or shape.left + shape.first_line > _SET_IN
        or line.raw.startswith("\t\t")
        or (line.raw.startswith("\t") and any(stop.at > _SET_IN for stop in shape.tabs))
    )
    if line.text.startswith(_LIST_MARKS):
        is_next = above.text.startswith(_LIST_MARKS) and is_set_in
        return (is_next or not above.text.endswith(".")) and len(line.text) < _LONGEST_ADDRESSEE
    is_open = above.text.endswith((";", ":", ","))
    return is_open and is_set_in and len(line.text) < _LONGEST_ADDRESSEE and not line.text.endswith(":")


def _only_rules(text: str) -> bool:
    return not text.strip("_-–—*= ")


def _underlines(document: Document, head: _Head) -> dict[str, list[Underline]]:
    """Return the lines under the issuer (left), under the motto (right) and under the title (whole)."""
    width = document.sections[0].page.text_width
    found: dict[str, list[Underline]] = {"left": [], "right": [], "whole": []}
    kind = head.header.kind
    holder = document.blocks[kind.block] if kind is not None else None
    if kind is not None and isinstance(holder, Table) and kind.block > head.last_of_header:
        above, below = split_rows(holder, kind)
        top = (*document.blocks[: kind.block], above)
        found["whole"] = [line for _, line in underlines([below], width)]
    else:
        top = document.blocks[: head.last_of_header + 1]
    for side, line in underlines(top, width):
        found["right" if side == "right" else "left"].append(line)
    if kind is not None and not found["whole"]:
        under = document.blocks[head.last_of_header + 1 : _first_text(document.blocks, head.first_of_body) + 1]
        found["whole"] = [
            line for _, line in underlines([each for each in under if isinstance(each, Paragraph)], width)
        ]
    return found


def _first_text(blocks: Sequence[Block], start: int) -> int:
    """Return the first block from `start` that says something: a line under the title may hang on it."""
    return next((i for i in range(start, len(blocks)) if isinstance(blocks[i], Table) or _says(blocks[i])), start)


def _says(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.is_empty and not _only_rules(block.text)


def _boxes(document: Document) -> tuple[Line, ...]:
    headers = [margins.default + margins.first for section in document.sections for margins in (section.headers,)]
    return tuple(line for blocks in (document.blocks, *headers) for line in boxed_lines(blocks))


def _find_annexes(blocks: Sequence[Block], before: int) -> tuple[Annex, ...]:
    """Return the annexes in the blocks; `before` is the section that the document itself ends in."""
    labels = [(index, label) for index, block in enumerate(blocks) if (label := _annex_label(block)) is not None]
    ends = [*(index for index, _ in labels), len(blocks)][1:]
    found = []
    for (index, label), end in zip(labels, ends, strict=True):
        last = before if index == 0 else blocks[index - 1].section
        found.append(_annex(label, blocks[index:end], starts_section=blocks[index].section > last))
    return tuple(found)


def _annex_label(block: Block) -> Line | None:
    if isinstance(block, Table):
        return None
    return next((line for line in lines_in(block) if is_annex_label(line)), None)


def _annex(label: Line, blocks: Sequence[Block], *, starts_section: bool) -> Annex:
    title: list[Line] = []
    reference: list[Line] = []
    for line in lines_of([each for each in blocks[:_ANNEX_HEAD_BLOCKS] if isinstance(each, Paragraph)]):
        if is_annex_label(line):
            continue
        if line.text.startswith("(") or (reference and not reference[-1].text.endswith(")")):
            reference.append(line)
        elif reference or line.paragraph.format.alignment != "center":
            break
        else:
            title.append(line)
    return Annex(label, tuple(title), tuple(reference), tuple(blocks), starts_section)
