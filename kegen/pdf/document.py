"""Read a PDF: its bytes in, the Document that a .docx of the paper would give out, and what only a PDF has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kegen.docx.model import Document
from kegen.extras import extra
from kegen.pdf.drawn import drawn_blocks
from kegen.pdf.pages import Page, pages_of
from kegen.pdf.process import found_in, refused
from kegen.pdf.stamps import Stamped, place_stamps
from kegen.pdf.tagged import covers, tagged_blocks

_OLD_FONT = re.compile(r"\.?Vn[A-Z]|VNI[-_ ]|VNtimes|SVN-? ?TCVN", re.IGNORECASE)
_VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐƯƠươ]", re.IGNORECASE)
_FEW = 0.05
_COVERS = 0.5
_TIME = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_USE = "đọc tệp PDF"


class Signature(NamedTuple):
    """A digital signature in the file."""

    day: date | None
    """The day it was made by the signer's own clock: a guess for the day of the paper, which a person must confirm."""


class StrayStamp(NamedTuple):
    """Words of a stamp, or the like, that are no part of the text."""

    page: int
    text: str


class ReadPdf(NamedTuple):
    """What a PDF says."""

    document: Document
    signatures: tuple[Signature, ...]
    is_tagged: bool
    """Whether its paragraphs were told by the tags of the file, else by where its characters stand."""
    stamped: tuple[Stamped, ...] = ()
    """What stamps say that was put into the text: number and day."""
    stray_stamps: tuple[StrayStamp, ...] = ()
    scanned: tuple[int, ...] = ()
    """Pages that are pictures: nothing of them was read."""
    turned: tuple[int, ...] = ()
    """Pages with words that run in another direction, which were not read."""


def read_pdf(source: Path | str | bytes, name: str = "") -> ReadPdf:
    """Return what a PDF says; KegenError, one sentence in Vietnamese, where that cannot be known."""
    with extra("pdf", _USE):
        import pypdfium2  # noqa: F401, PLC0415 - the worker's library: whether it is there is known before it starts
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = name or ("tệp" if isinstance(source, bytes) else str(source))
    pages = pages_of(found_in(data, name))
    _refuse_unreadable(pages.pages, name)
    placed = [place_stamps(page) for page in pages.pages]
    pages = pages._replace(pages=tuple(each.page for each in placed))
    is_tagged = covers(pages)
    assembly, blocks, notes = tagged_blocks(pages) if is_tagged else drawn_blocks(pages.pages)
    document = Document(
        blocks=blocks,
        sections=assembly.sections(),
        has_even_pages=False,
        footnotes=notes,
        pages=len(pages.pages),
    )
    return ReadPdf(
        document=document,
        signatures=tuple(Signature(_day(each)) for each in pages.signatures),
        is_tagged=is_tagged,
        stamped=tuple(stamp for each in placed for stamp in each.placed),
        stray_stamps=tuple(StrayStamp(each.page.number, text) for each in placed for text in each.others),
        scanned=tuple(page.number for page in pages.pages if _is_scan(page)),
        turned=tuple(page.number for page in pages.pages if page.turned),
    )


def _refuse_unreadable(pages: Sequence[Page], name: str) -> None:
    """Refuse a scan, text that a machine read from one, and letters of an old or unknown encoding."""
    letters = [glyph for page in pages for glyph in page.glyphs if not glyph.is_blank]
    if not letters:
        if any(page.hidden for page in pages):
            raise refused(name, "là bản quét, chữ do máy nhận dạng nên không chắc đúng")
        raise refused(name, "là bản quét hoặc ảnh chụp, không có chữ để đọc")
    unknown = sum(glyph.text == "\ufffd" or "\ue000" <= glyph.text <= "\uf8ff" for glyph in letters)
    if unknown > _FEW * len(letters):
        raise refused(name, "dùng phông không kèm bảng mã nên không biết là chữ gì")
    old = Counter(glyph.text for glyph in letters if _OLD_FONT.match(glyph.font.name))
    is_unicode = any(_VIETNAMESE.match(letter) for letter in old)
    if sum(old.values()) > _FEW * len(letters) and not is_unicode:
        raise refused(name, "dùng phông bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode")


def _is_scan(page: Page) -> bool:
    return page.drawn > _COVERS and not any(not glyph.is_blank for glyph in page.glyphs)


def _day(time: str) -> date | None:
    found = _TIME.match(time)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
