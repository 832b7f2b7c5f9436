"""Read a Word file: its bytes in, a Document out, or one sentence on why that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.blocks import read_laid
from kegen.document.model import Document
from kegen.document.notes import read_comments, read_footnotes
from kegen.document.package import Package
from kegen.document.reading import Reading
from kegen.document.refusals import refusal
from kegen.document.sections import read_sections

if TYPE_CHECKING:
    from kegen.document.frame import Frame


def read_document(data: bytes, name: str = "tệp") -> Document:
    """Return what the bytes of a .docx say and show.

    Raises KegenError, in Vietnamese with the name given, for bytes that are no Word file, are damaged, encrypted or
    built to hurt; time and memory stay within bounds.
    """
    package = Package(data, name)
    main = package.read(package.main) or b""
    reading = Reading(package, package.related(package.main))
    frame = reading.enter_main(main)
    if frame is None:
        raise refusal(name, "không có phần thân văn bản", "hãy mở trong Word rồi lưu lại thành .docx")
    return _document(reading, frame)


def _document(reading: Reading, frame: Frame) -> Document:
    blocks = read_laid(reading, frame.layout)
    pages = reading.page
    return Document(
        blocks=blocks,
        sections=read_sections(reading, frame.sheets),
        has_even_pages=reading.around.has_even_pages,
        footnotes=read_footnotes(reading),
        comments=read_comments(reading),
        changes=tuple(reading.changes),
        pages=pages,
    )
