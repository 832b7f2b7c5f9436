"""The parts of an administrative document, as NĐ 30/2020/NĐ-CP (Điều 8 và Phụ lục I, Phần I, Mục IV) names them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kegen.docx.lengths import Length
from kegen.docx.lines import Line
from kegen.docx.model import Block, Document, Paragraph, Table

Rank = Literal["phan", "chuong", "dieu", "muc", "khoan", "tiet", "diem", "gach", "cong", "doan"]
"""What a paragraph of the body is by its mark: `Phần I`, `Chương I`, `Điều 1`, `I.`, `1.`, `1.1.`, `a)`, `-`, `+`,
or plain text."""


_LONGEST_HEADING = 90


class Underline(NamedTuple):
    """What is drawn under a text: how, how long, whether one solid stroke."""

    how: Literal["shape", "border", "underscores", "dashes", "underlined"]
    length: Length
    solid: bool
    paragraph: Paragraph


class Item(NamedTuple):
    """One paragraph of the body: what it is, its mark (`I.`, `a)`, `-`), and its text after the mark."""

    rank: Rank
    mark: str
    text: str
    line: Line
    is_quoted: bool = False
    """Whether it is a piece of another document that this one quotes."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it is."""
        return self.line.paragraph

    @property
    def is_heading(self) -> bool:
        """Whether it names what follows rather than says something: short, or bold, and without a full stop."""
        if self.rank in ("phan", "chuong", "muc"):
            return True
        ends = self.text[-1:]
        return self.rank in ("khoan", "tiet", "diem") and (
            self.line.is_bold or (len(self.text) < _LONGEST_HEADING and ends not in ".;:,/")
        )


class Annex(NamedTuple):
    """An annex: its label line, its title, the `(Kèm theo …)` lines and all of its blocks, label included."""

    label: Line
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    blocks: tuple[Block, ...]
    starts_section: bool
    """Whether it is the first thing in a section of its own."""


class Parts(NamedTuple):
    """Where each part of the document is; None or () for what is not there."""

    document: Document
    national_title: Line | None
    """Quốc hiệu."""
    motto: Line | None
    """Tiêu ngữ."""
    parent: tuple[Line, ...]
    """Cơ quan chủ quản."""
    issuer: tuple[Line, ...]
    """Cơ quan ban hành."""
    number: Line | None
    """Số, ký hiệu."""
    place_and_date: Line | None
    """Địa danh và thời gian."""
    letter_subject: tuple[Line, ...]
    """Trích yếu của công văn, under the number."""
    kind: Line | None
    """Tên loại: `KẾ HOẠCH`."""
    title: tuple[Line, ...]
    """Trích yếu under the kind."""
    addressee: Line | None
    """`Kính gửi`."""
    addressees: tuple[Line, ...]
    """The lines of the list under `Kính gửi`."""
    bases: tuple[Item, ...]
    """Căn cứ."""
    body: tuple[Item, ...]
    """All other paragraphs of the content outside tables, in order."""
    tables: tuple[Table, ...]
    """Tables of the content."""
    recipients_label: Line | None
    recipients: tuple[Line, ...]
    """Lines under `Nơi nhận:`."""
    signature: tuple[Line, ...]
    """Quyền hạn, chức vụ: the lines in capitals above the name."""
    name: Line | None
    """Họ và tên người ký."""
    annexes: tuple[Annex, ...]
    attached: tuple[tuple[Item, ...], ...]
    """The content of each document that it issues with itself, such as a Quy chế."""
    under_motto: tuple[Underline, ...]
    under_issuer: tuple[Underline, ...]
    under_title: tuple[Underline, ...]
    boxes: tuple[Line, ...]
    """Lines in text boxes of the whole document: marks such as `DỰ THẢO` or `KHẨN`."""

    @property
    def kind_name(self) -> str:
        """The kind in words (`KẾ HOẠCH`), "" for a document that has none."""
        return "" if self.kind is None else self.kind.text

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """The tables of the content and of the annexes."""
        return (*self.tables, *(each for annex in self.annexes for each in annex.blocks if isinstance(each, Table)))

    @property
    def closing(self) -> Item | None:
        """The last paragraph of the content."""
        return self.body[-1] if self.body else None
