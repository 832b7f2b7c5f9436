"""The content of a received plan in reading order: its paragraphs with their marks, and its tables between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kegen.check.offices import is_group, is_office
from kegen.docx.find_body import items_of
from kegen.docx.model import Block, Paragraph, Table, paragraphs_in
from kegen.docx.parts import Item, Parts
from kegen.importing.broken_lines import listed_lines
from kegen.importing.marks import NO_MARK, Mark, as_letter, mark_of, order_of
from kegen.importing.offices import opening_offices, runs_on
from kegen.importing.words import Words, words_of
from kegen.vietnamese import fold

_LONGEST_HEADING = 90
_LONGEST_BOLD = 160
"""A bold line without a mark that has more letters is a sentence."""
_LONGEST_LABEL = 60
"""`a) Mục tiêu:` is a heading, a longer line that ends so leads a list in."""
_LONGEST_OFFICES = 160
_BEFORE_OFFICE = re.compile(r"(?:Giao|Đề nghị|Đối với|Trách nhiệm của|Nhiệm vụ của|Yêu cầu)\s+", re.IGNORECASE)
_DEEDS = re.compile(
    r"\b(?:tham mưu|chủ trì|phối hợp|thực hiện|triển khai|xây dựng|ban hành|chịu|có trách nhiệm|căn cứ|báo cáo|chỉ đạo"
    r"|tiếp tục|yêu cầu|giao|đề nghị|tăng cường|hướng dẫn|theo dõi|kiểm tra|rà soát|bố trí|đẩy mạnh|cần|phải|được"
    r"|như sau|gồm|tổ chức (?!chính trị|đảng|xã hội|đoàn|có|trên|liên)|là|đã|sẽ|trong|khi|để|theo)\b"
)
"""What an office does: a line with one of them is more than its name."""
_ENDS = (".", ";", ",", "/")
_MARKED = ("chu-hoa", "la-ma", "dieu", "so", "chu", "ngoac")
_ALWAYS = ("phan", "chuong", "muc")


class Piece(NamedTuple):
    """A paragraph or a table of the content."""

    item: Item | None
    """None for a table."""
    table: Table | None
    mark: Mark
    words: Words
    order: int
    """Its number down the content, from 1, tables left out."""
    is_basis: bool = False
    is_over: bool = False
    """Whether it stands over the content: an addressee, the document that this one comes with."""

    @property
    def text(self) -> str:
        """The whole text, mark included."""
        return self.words.text

    @property
    def own(self) -> str:
        """The words without the mark."""
        return self.text[self.mark.length :]

    @property
    def series(self) -> str:
        """The series of its mark; a line in capitals without one has its own."""
        return "chu-in" if not self.mark.series and self.is_capital else self.mark.series

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return self.words.is_bold(self.mark.length)

    @property
    def is_capital(self) -> bool:
        """Whether all its words are in capitals."""
        return self.own.isupper() and len(fold(self.own).split("-")) > 1

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        page = self.item.paragraph.page if self.item else 0
        where = "phần đầu văn bản" if self.is_over else f"đoạn {self.order}"
        return f"{f'trang {page}, ' if page else ''}{where}"


def pieces_of(parts: Parts) -> tuple[Piece, ...]:
    """Return what stands over the content, the bases, the paragraphs and the tables of the content in reading order."""
    bases = {id(each.paragraph) for each in parts.bases}
    items = {id(each.paragraph): each for each in (*parts.bases, *parts.body)}
    tables = {id(each) for each in parts.tables}
    over = {id(each) for each in _over_content(parts, items.keys() | tables)}
    found: list[Piece] = []
    order, letter = 0, 0
    for block in parts.document.blocks:
        if id(block) in tables and isinstance(block, Table):
            found.append(Piece(None, block, NO_MARK, Words(""), order))
        elif id(block) in items and isinstance(block, Paragraph):
            for item in _listed(items[id(block)]):
                order += 1
                piece = _piece(item.paragraph, item, order, letter)._replace(is_basis=id(block) in bases)
                letter = piece.mark.number if piece.mark.series == "chu-hoa" else letter
                found.append(piece)
        else:
            above = (each for each in paragraphs_in([block]) if id(each) in over)
            found += [_piece(each, item, 0, 0)._replace(is_over=True) for each in above for item in items_of([each])]
    return tuple(found)


def _listed(item: Item) -> list[Item]:
    """Return an item, or those that a typist set in its paragraph, a line each."""
    lines = listed_lines(item.paragraph)
    return [item] if len(lines) == 1 else items_of(lines)


def _over_content(parts: Parts, content: Collection[int]) -> Iterator[Paragraph]:
    """Yield the addressees, and what stands between title and content: `(Kèm theo Quyết định số …)`."""
    head = (parts.number, parts.place_and_date, parts.kind, *parts.title, *parts.letter_subject)
    last = {id(each.paragraph) for each in head if each}
    yield from (each.paragraph for each in (parts.addressee, *parts.addressees) if each)
    is_under = not last  # a file without a head
    for block in parts.document.blocks:
        if id(block) in content:
            return
        own = list(paragraphs_in([block]))
        if any(id(each) in last for each in own):
            is_under = True
        elif is_under and isinstance(block, Paragraph) and any(map(str.isalnum, block.text)):
            yield block


def pieces_in(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """Return the paragraphs and tables of an annex in reading order."""
    found: list[Piece] = []
    order, letter = 0, 0
    for block in blocks:
        if isinstance(block, Table):
            found.append(Piece(None, block, NO_MARK, Words(""), order))
        lines = listed_lines(block) if isinstance(block, Paragraph) else ()
        for item in items_of(lines):
            order += 1
            found.append(_piece(item.paragraph, item, order, letter))
            letter = found[-1].mark.number if found[-1].mark.series == "chu-hoa" else letter
    return tuple(found)


def _piece(paragraph: Paragraph, item: Item, order: int, letter: int) -> Piece:
    """Return a paragraph with its mark; `letter` is the number of the last capital letter that was a mark."""
    words = words_of(paragraph)
    mark = NO_MARK if item.is_quoted else mark_of(words.text)
    other = as_letter(mark)
    if other is not None and letter and other.number == letter + 1:
        mark = other
    return Piece(item, None, mark, words, order)


def headings_among(pieces: tuple[Piece, ...]) -> tuple[bool, ...]:
    """Return for each piece whether it is a heading."""
    before, after = (None, *pieces), (*pieces[1:], None)
    around = zip(before, pieces, after, strict=False)
    return tuple(_is_heading(piece, next_one) and not _is_listed(piece, last) for last, piece, next_one in around)


def _is_listed(piece: Piece, before: Piece | None) -> bool:
    """Whether it only ends a list of offices, each in a line of its own."""
    if before is None or before.item is None or not piece.series or before.series != piece.series:
        return False
    return not piece.is_bold and names_offices(piece.own) and names_offices(before.own)


def _is_heading(piece: Piece, after: Piece | None) -> bool:
    if piece.item is None or piece.item.is_quoted or piece.is_basis or piece.is_over or piece.text.startswith("("):
        return False
    if piece.series in _ALWAYS or not piece.own:
        return True
    leads = after is not None and _leads(piece, after)
    if piece.series in _MARKED or piece.series.startswith("tiet-"):
        return _is_marked_heading(piece, leads=leads)
    return leads and _is_free_heading(piece)


def _is_marked_heading(piece: Piece, *, leads: bool) -> bool:
    """Whether a numbered or lettered paragraph names what follows: a whole sentence is an item, bold or not."""
    own = piece.own
    if names_offices(own) and leads:
        return True
    if _orders_at_once(own):
        return False
    if piece.is_bold or piece.is_capital:
        return leads or (not own.endswith(_ENDS) and len(own) < _LONGEST_BOLD)
    if own.endswith(":"):
        return leads and len(own) < _LONGEST_LABEL and not _DEEDS.search(own)
    return leads and len(own) < _LONGEST_HEADING and not own.endswith(_ENDS)


def _orders_at_once(own: str) -> bool:
    """Whether an office's name and what it is to do stand in one line: `5. Sở Y tế: Mở lớp tập huấn.`."""
    name, colon, order = own.partition(":")
    return bool(colon and order.strip()) and own.endswith(_ENDS) and names_offices(name)


def _is_free_heading(piece: Piece) -> bool:
    """Whether a paragraph without a number names what follows: bold, in capitals, or but the name of offices."""
    own = piece.own
    if names_offices(own):
        return True
    is_short = len(own) < _LONGEST_BOLD and not own.endswith(_ENDS)
    return is_short and (piece.is_bold or (piece.series == "chu-in" and not own.endswith(":")))


def names_offices(text: str) -> bool:
    """Whether a line is but the name of one office, or of several: `Giao Sở Nội vụ:`."""
    name = _BEFORE_OFFICE.sub("", text.strip(), count=1).rstrip(":. ")
    if len(name) > _LONGEST_OFFICES or text.endswith((";", ",", "./.")) or ":" in name or ". " in name:
        return False
    if runs_on(name) or opening_offices(name) is not None:  # `Sở Y tế mở lớp …`
        return False
    return (is_office(name) or is_group(name)) and _DEEDS.search(name) is None


def _leads(piece: Piece, after: Piece) -> bool:
    """Whether what follows can stand under a piece: it is no next one of the same series, or of one farther out."""
    if after.table is not None or after.item is None:
        return True
    if piece.series == after.series:
        return not piece.series and piece.is_bold and not after.is_bold
    is_deeper = order_of(after.series) > order_of(piece.series)
    return not after.mark.series or is_deeper or after.mark.number == 1 or not piece.series
