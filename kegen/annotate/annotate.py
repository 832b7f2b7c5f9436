"""Remarks on paragraphs become comments in the margin of a copy of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kegen.annotate.comments import attribute, fresh_ids, ids_in, mark, space_of, tags, with_comments
from kegen.annotate.package import (
    TYPES,
    Archive,
    Element,
    XmlPart,
    comments_part,
    main_part,
    refused,
    relationships_of,
    with_content_type,
    with_relationship,
)
from kegen.annotate.plain import as_document

_PARAGRAPH, _CELL, _CELL_PROPERTIES, _MERGE = tags("p"), tags("tc"), tags("tcPr"), tags("vMerge")
_BARRED = tags("txbxContent", "drawing", "pict", "object") | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
"""Word takes no comments in text boxes, and reads no `Fallback` where it understands the `Choice` (Part 3, 7.6)."""


class Remark(NamedTuple):
    """Something to say about one paragraph."""

    part: str
    """The member of the zip it stands in, such as `word/document.xml`."""
    ordinal: int
    """Its index, from 0, among all `w:p` of that part in document order, those in text boxes and the like too."""
    text: str
    """Each line becomes a paragraph of the comment."""


def annotate(data: bytes, remarks: Sequence[Remark]) -> bytes:
    """Return a copy as a .docx with each remark as a comment; the same input gives the same bytes.

    Word knows no comments in text boxes, headers, footers and notes: remarks there go to the paragraph of the body
    that holds the text box, and to the first paragraph. Raises KegenError where no copy can be made without
    touching the rest, ValueError for a paragraph that the main part does not have.
    """
    data = as_document(data)
    archive = Archive(data)
    archive.require_sound()
    if not remarks:
        return data
    main = main_part(archive)
    part = XmlPart(archive.read(main) or b"")
    if part.root.tag not in tags("document"):
        raise refused("không có phần nội dung của một văn bản Word")
    return archive.changed(_contents(archive, main, part, _in_order(part.root, main, remarks)))


def _contents(archive: Archive, main: str, part: XmlPart, placed: list[tuple[Element, str]]) -> dict[str, bytes]:
    """Return what the parts concerned hold when the comments are in."""
    name, is_known = comments_part(archive, main)
    old = archive.read(name)
    taken = ids_in(part.root) | (ids_in(XmlPart(old).root) if old is not None else frozenset())
    ids = fresh_ids(taken, len(placed))
    by_paragraph: dict[Element, list[int]] = {}
    for id_, (paragraph, _) in zip(ids, placed, strict=True):
        by_paragraph.setdefault(paragraph, []).append(id_)
    for paragraph, own in by_paragraph.items():
        mark(paragraph, own)
    space = space_of(part.root)
    contents = {main: part.to_bytes()}
    if not is_known:
        contents[relationships_of(main)] = with_relationship(archive, main, name, strict="purl.oclc.org" in space)
    if old is None:
        contents[TYPES] = with_content_type(archive, name)
    texts = [(id_, text) for id_, (_, text) in zip(ids, placed, strict=True)]
    contents[name] = with_comments(old, space, texts)
    return contents


def _in_order(root: Element, main: str, remarks: Sequence[Remark]) -> list[tuple[Element, str]]:
    """Return the texts in the order of the body, each with its paragraph; those of other parts come after its own."""
    paragraphs = list(root.iter(*_PARAGRAPH))
    bearers = _bearers(paragraphs)
    keyed = [(*_place(bearers, main, remark), remark.text) for remark in remarks]
    return [(paragraphs[bearer], text) for bearer, _, text in sorted(keyed, key=lambda each: each[:2])]


def _place(bearers: list[int], main: str, remark: Remark) -> tuple[int, int]:
    """Return the paragraph that bears the remark, and the place of the remark among those it bears."""
    if remark.part.lower() != main.lower():
        return bearers[0], len(bearers)
    if not 0 <= remark.ordinal < len(bearers):
        raise ValueError(f"{main} has no paragraph {remark.ordinal}")
    return bearers[remark.ordinal], remark.ordinal


def _bearers(paragraphs: list[Element]) -> list[int]:
    """Return for each the paragraph that bears its comments: the outermost around it, else one before, else the first.

    All by their places among the paragraphs, so that the first of those that can bear a comment is the first here.
    """
    places = {paragraph: place for place, paragraph in enumerate(paragraphs)}
    outermost = [None if (found := _outermost(each)) is None else places[found] for each in paragraphs]
    last = next((place for place in outermost if place is not None), None)
    if last is None:
        raise refused("không có đoạn văn nào để gắn nhận xét")
    bearers: list[int] = []
    for place in outermost:
        last = last if place is None else place
        bearers.append(last)
    return bearers


def _outermost(paragraph: Element) -> Element | None:
    """Return the outermost paragraph around it, or itself; None where Word takes no comment."""
    for element in (*reversed(list(paragraph.iterancestors())), paragraph):
        if element.tag in _BARRED or _is_covered(element):
            return None
        if element.tag in _PARAGRAPH:
            return element
    return None


def _is_covered(element: Element) -> bool:
    """Whether it is a cell that the one above stretches over (17.4.84), so that nothing in it is shown."""
    if element.tag not in _CELL:
        return False
    properties = (each for each in element if each.tag in _CELL_PROPERTIES)
    return any(each.tag in _MERGE and attribute(each, "val") != "restart" for found in properties for each in found)
