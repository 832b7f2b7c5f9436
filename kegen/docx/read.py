"""Read a Word file: its bytes in, a Document out, or one sentence on why that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.docx.blocks import read_blocks
from kegen.docx.model import Comment, Document, Note
from kegen.docx.package import Package
from kegen.docx.reading import Reading
from kegen.docx.refusals import refusal
from kegen.docx.sections import read_sections
from kegen.docx.xml import Element, W, child, whole_number

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""The lines that Word keeps among the footnotes to set them off (ECMA-376 Part 1, 17.11)."""


def read_document(data: bytes, name: str = "tệp", *, with_marks: bool = False) -> Document:
    """Return what the bytes of a .docx say and show; `with_marks`: which marks of kegen's drafts enclose it, too.

    Raises KegenError, in Vietnamese with the name given, for bytes that are no Word file, are damaged, encrypted or
    built to hurt; time and memory stay within bounds.
    """
    package = Package(data, name)
    main = package.read(package.main) or b""
    reading = Reading(package, with_marks=with_marks)
    body = child(package.parse(main, package.main), "body")
    if body is None:
        raise refusal(name, "không có phần thân văn bản", "hãy mở trong Word rồi lưu lại thành .docx")
    reading.enter(package.main, body)
    if next(body.iter(W + "lastRenderedPageBreak"), None) is not None:
        reading.page = 1
    blocks = read_blocks(reading, body)
    pages, last, reading.page = max(reading.pages, reading.page), reading.page, 0
    return Document(
        blocks=blocks,
        sections=read_sections(reading, body),
        has_even_pages=reading.has_even_pages,
        footnotes=(*_read_notes(reading, "footnote", 0), *_read_notes(reading, "endnote", last)),
        comments=tuple(_read_comments(reading, body)),
        changes=tuple(reading.changes),
        pages=pages,
        tab_step=reading.tab_step,
    )


def _read_notes(reading: Reading, kind: str, page: int) -> Iterator[Note]:
    """Yield the footnotes, which stand where they are referred to, or the endnotes, which begin on the page given."""
    part = reading.part_of(f"{kind}s")
    root = None if part is None else reading.open_part(part)
    reading.page = page
    for element in () if root is None else root.iterchildren(W + kind):
        number = whole_number(element.get(W + "id"))
        if element.get(W + "type") not in _SEPARATORS and number is not None:
            reading.page = reading.page if kind == "endnote" else reading.note_pages.get(number, 0)
            yield Note(number, read_blocks(reading, element))


def _read_comments(reading: Reading, body: Element) -> Iterator[Comment]:
    """Yield the comments in the order of their part."""
    part = reading.part_of("comments")
    root = None if part is None else reading.open_part(part)
    if root is None:
        return
    beside: dict[str | None, str] = {}
    for paragraph in body.iter(W + "p"):
        beside |= {each.get(W + "id"): _words(paragraph) for each in paragraph.iter(W + "commentReference")}
    for each in root.iterchildren(W + "comment"):
        text = " ".join(filter(None, map(_words, each.iter(W + "p"))))
        yield Comment(each.get(W + "author", ""), text, beside.get(each.get(W + "id"), ""))


def _words(paragraph: Element) -> str:
    return " ".join("".join(each.text or "" for each in paragraph.iter(W + "t")).split())
