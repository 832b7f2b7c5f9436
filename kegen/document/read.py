"""Read a Word file: its bytes in, a Document out, or one sentence on why that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kegen.document.blocks import read_blocks
from kegen.document.model import Document
from kegen.document.notes import read_comments, read_footnotes
from kegen.document.package import Package
from kegen.document.reading import Reading
from kegen.document.refusals import refusal
from kegen.document.sections import read_sections
from kegen.document.xml import Element, W, switch

if TYPE_CHECKING:
    from kegen.document.package import Relationship


def read_document(data: bytes, name: str = "tệp") -> Document:
    """Return what the bytes of a .docx say and show.

    Raises KegenError, in Vietnamese with the name given, for bytes that are no Word file, are damaged, encrypted or
    built to hurt; time and memory stay within bounds.
    """
    package = Package(data, name)
    root = package.tree(package.main)
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise refusal(name, "không có phần thân văn bản", "hãy mở trong Word rồi lưu lại thành .docx")
    related = package.related(package.main)
    return _document(Reading(package, related), body, related)


def _document(reading: Reading, body: Element, related: dict[str, Relationship]) -> Document:
    reading.enter(reading.package.main, body)
    reading.knows_pages = next(body.iter(W + "lastRenderedPageBreak"), None) is not None
    blocks = read_blocks(reading, body)
    pages = reading.page if reading.knows_pages else 0
    return Document(
        blocks=blocks,
        sections=read_sections(reading, body, related),
        has_even_pages=switch(reading.settings, "evenAndOddHeaders"),
        footnotes=read_footnotes(reading, related),
        comments=read_comments(reading, related),
        changes=tuple(reading.changes),
        pages=pages,
    )
