"""The annexes of a received plan: all that stands behind its signature, with titles, tables and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kegen.docx.find_signature_block import is_annex_label
from kegen.docx.lines import Line, lines_in, lines_of
from kegen.docx.model import Block, Document, Table, paragraphs_in
from kegen.docx.model import Paragraph as ReadParagraph
from kegen.docx.parts import Parts
from kegen.importing.entries import Entry, outlined
from kegen.importing.paragraphs import Notes, notes_in, table_paragraph
from kegen.importing.pieces import Piece, headings_among, pieces_in
from kegen.importing.sections import announced
from kegen.importing.words import words_of
from kegen.plan.model import Annex, Face, Kind, Paragraph
from kegen.vietnamese import fold

_LABEL_AND_TITLE = re.compile(
    r"((?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:số|SỐ))?\s+(?:[IVXLC]+|\d{1,2}|[A-H])\b)"
    r"\s*[.:–-]?\s*(.*)"
)
_CARRIES = re.compile(r"\W*(?:ban hành |phê duyệt )?kèm theo", re.IGNORECASE)
_PLAN = re.compile(r"(?:ke-hoach|chuong-trinh|de-an|phuong-an|(?:(?:cac|mot-so|danh-muc|phan-cong)-)*nhiem-vu)\b")
_FORM = re.compile(r"(?:de-cuong|mau|bieu|bao-cao|huong-dan|giai-thich)\b")
"""Annexes that are filled in or only explain order nothing."""
_TITLE_LINES = 8
"""The title of an annex is over within this many lines."""


class ReadAnnex(NamedTuple):
    """An annex, and the paragraphs in it that may order something."""

    annex: Annex
    entries: tuple[Entry, ...] = ()


def annexes_of(parts: Parts, notes: Notes) -> tuple[ReadAnnex, ...]:
    """Return the annexes; what stands behind the signature without a label is one, too."""
    blocks = behind_signature(parts)
    groups = list(_groups(blocks))
    return tuple(_annex(group, index, parts.document, notes) for index, group in enumerate(groups, 1))


def behind_signature(parts: Parts) -> Sequence[Block]:
    """Return the blocks behind those of recipients and signature, none where the plan has neither."""
    lines = (parts.recipients_label, *parts.recipients, *parts.signature, parts.name)
    ends = {id(each.paragraph) for each in lines if each is not None}
    blocks = parts.document.blocks
    last = max(
        (index for index, block in enumerate(blocks) if any(id(each) in ends for each in paragraphs_in([block]))),
        default=None,
    )
    return () if last is None else blocks[last + 1 :]


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each annex: a label begins one."""
    group: list[Block] = []
    for block in blocks:
        if _label(block) is not None and _says(group):
            yield group
            group = []
        group.append(block)
    if _says(group):
        yield group


def _says(blocks: Sequence[Block]) -> bool:
    return next(lines_of(blocks), None) is not None


def _label(block: Block) -> Line | None:
    if isinstance(block, Table):
        return None
    lines = lines_in(block)
    return next((each for each in lines[:1] if is_annex_label(each) or _labels(each)), None)


def _labels(line: Line) -> bool:
    """Whether label and title stand on one line: `Phụ lục 1: DANH MỤC …`."""
    found = _LABEL_AND_TITLE.fullmatch(line.text)
    is_centred = line.paragraph.format.alignment == "center" or line.is_bold or line.is_capital
    return found is not None and is_centred


def _annex(blocks: Sequence[Block], index: int, document: Document, notes: Notes) -> ReadAnnex:
    label, title, reference, rest = _head(blocks)
    number = next((each.section for each in blocks if isinstance(each, Table)), blocks[0].section)
    page = document.sections[min(number, len(document.sections) - 1)].page
    orientation: Literal["ngang", "doc"] = "ngang" if page.is_landscape else "doc"
    pieces = pieces_in(rest)
    heads = headings_among(pieces)
    found = tuple(_blocks(pieces, heads, index, notes))
    entries = outlined(pieces, heads, f"phu-luc-{index}-", f"phụ lục {index}, ")
    if not _is_plan(title, entries):
        return ReadAnnex(Annex(label, title, reference, found, orientation))
    ids = iter(entries)
    named = tuple(each if each.table else each._replace(id=next(ids).id) for each in found)
    return ReadAnnex(Annex(label, title, reference, named, orientation), entries)


def _is_plan(title: str, entries: tuple[Entry, ...]) -> bool:
    """Whether an annex itself is a plan or says tasks: `KẾ HOẠCH … (Ban hành kèm theo Quyết định số …)`."""
    folded = fold(title)
    if _FORM.match(folded):
        return False
    announces = (announced(each.text, outermost=True) == "tasks" for each in entries if each.depth == 1)
    return _PLAN.match(folded) is not None or any(announces)


def _head(blocks: Sequence[Block]) -> tuple[str, str, str, list[Block]]:
    """Return label, title and reference line of an annex, and the blocks that follow."""
    label = ""
    title: list[str] = []
    reference: list[str] = []
    rest = list(blocks)
    for _ in range(_TITLE_LINES):
        while rest and isinstance(rest[0], ReadParagraph) and not lines_in(rest[0]):
            rest.pop(0)
        if not rest or isinstance(rest[0], Table):
            break
        text = words_of(rest[0]).text
        line = lines_in(rest[0])[0]
        if not label and not title and (is_annex_label(line) or _labels(line)):
            label, own = _cut_label(text)
            title += [own] if own else []
        elif _is_reference(text, reference):
            reference.append(text)
        elif not reference and _is_title(line):
            title.append(text)
        else:
            break
        rest.pop(0)
    return label, " ".join(title), " ".join(reference), rest


def _cut_label(text: str) -> tuple[str, str]:
    found = _LABEL_AND_TITLE.fullmatch(text)
    return (found[1], found[2]) if found is not None else (text, "")


def _is_reference(text: str, above: Sequence[str]) -> bool:
    opened = " ".join(above)
    return _CARRIES.match(text) is not None or opened.count("(") > opened.count(")")


def _is_title(line: Line) -> bool:
    is_centred = line.paragraph.format.alignment == "center"
    return is_centred or (line.is_capital and line.is_bold)


def _blocks(pieces: Sequence[Piece], heads: Sequence[bool], index: int, notes: Notes) -> Iterator[Paragraph]:
    for number, (piece, is_heading) in enumerate(zip(pieces, heads, strict=True), 1):
        place = f"phụ lục {index}, {f'đoạn {piece.order}' if piece.item else f'bảng sau đoạn {piece.order}'}"
        if piece.item is None:
            yield table_paragraph(piece, f"phu-luc-{index}-{number}")._replace(place=place)
        else:
            yield _paragraph(piece, notes, is_heading=is_heading)._replace(place=place)


def _paragraph(piece: Piece, notes: Notes, *, is_heading: bool) -> Paragraph:
    kind: Kind = "doan"
    if is_heading:
        kind = "muc" if piece.series in ("la-ma", "chu-hoa", "chu-in") else "khoan" if piece.series == "so" else "tiet"
    usual: frozenset[Face] = frozenset({"dam"}) if is_heading else frozenset()
    return Paragraph(kind, piece.text, notes_in(piece, notes), spans=piece.words.spans(usual))
