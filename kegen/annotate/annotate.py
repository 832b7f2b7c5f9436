"""Remarks on paragraphs become comments in the margin of a copy of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kegen.annotate.archive import Archive, open_archive
from kegen.annotate.comments import closing, fresh_ids, ids_in, more_comments, new_comments, opening, spelling
from kegen.annotate.paragraphs import Body, read_body
from kegen.annotate.part import Insertion, Part, inside, read_part
from kegen.annotate.relations import (
    TYPES,
    comments_part,
    main_part,
    related,
    relationships_of,
    with_content_type,
    with_relationship,
)


class Remark(NamedTuple):
    """Something to say about one paragraph."""

    part: str
    """The member of the zip it stands in, such as `word/document.xml`."""
    ordinal: int
    """Its index, from 0, among all `w:p` of that part in document order, those in text boxes and the like too."""
    text: str
    """Each line becomes a paragraph of the comment."""


class _Placed(NamedTuple):
    """A remark's text and the paragraph of the body that bears it."""

    home: int
    text: str


def annotate(data: bytes, remarks: Sequence[Remark]) -> bytes:
    """Return a copy of the .docx with each remark as a comment; the same input gives the same bytes.

    Word knows no comments in text boxes, headers, footers and notes: remarks there go to the paragraph of the body
    that holds the text box, and to the first paragraph. Raises KegenError where no copy can be made without
    touching the rest, ValueError for a paragraph that the main part does not have.
    """
    if not remarks:
        return data
    archive = open_archive(data)
    main = main_part(archive)
    part = read_part(archive.read(main) or b"")
    body = read_body(part.data)
    placed = _placed(body, main, remarks)
    return archive.changed(_contents(archive, main, (part, body), placed))


def _placed(body: Body, main: str, remarks: Sequence[Remark]) -> list[_Placed]:
    """Return the remarks in the order of the body; those of one paragraph in their own, other parts' last."""
    keyed = [(*_place(body, main, remark), remark.text) for remark in remarks]
    return [_Placed(home, text) for home, _, text in sorted(keyed, key=lambda each: each[:2])]


def _place(body: Body, main: str, remark: Remark) -> tuple[int, int]:
    last = len(body.homes)
    if remark.part.lower() != main.lower():
        return body.first, last
    if not 0 <= remark.ordinal < last:
        raise ValueError(f"{main} has no paragraph {remark.ordinal}")
    return body.homes[remark.ordinal], remark.ordinal


def _contents(archive: Archive, main: str, read: tuple[Part, Body], placed: list[_Placed]) -> dict[str, bytes]:
    """Return what the parts concerned hold when the comments are in."""
    part, body = read
    name, is_known = comments_part(archive, main, related(archive, main))
    content = archive.read(name)
    old = None if content is None else read_part(content)
    ids = fresh_ids(body.ids | (ids_in(old) if old else frozenset()), len(placed))
    texts = [(id_, each.text) for id_, each in zip(ids, placed, strict=True)]
    found = {main: part.with_added(_marks(body, ids, placed))}
    if not is_known:
        strict = "purl.oclc.org" in body.root.space
        found[relationships_of(main)] = with_relationship(archive, main, name, strict=strict)
    if old is None:
        found[TYPES] = with_content_type(archive, name)
    found[name] = more_comments(old, texts) if old else new_comments(body.root.space, texts)
    return found


def _marks(body: Body, ids: list[int], placed: list[_Placed]) -> list[Insertion]:
    by_home: dict[int, list[int]] = {}
    for id_, each in zip(ids, placed, strict=True):
        by_home.setdefault(each.home, []).append(id_)
    marks: list[Insertion] = []
    for home, own in by_home.items():
        paragraph = body.paragraphs[home]
        spelled = spelling(paragraph)
        marks += inside(paragraph, opening(spelled, own), closing(spelled, own), body.starts[home])
    return marks
