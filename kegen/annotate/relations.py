"""How parts of a Word file name each other: relationships and content types (ECMA-376 Part 2, 6.5 and 7.2.3)."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Collection
from html import escape
from typing import NamedTuple

from kegen.annotate.archive import Archive
from kegen.annotate.part import inside, read_part
from kegen.annotate.refusal import refused
from kegen.annotate.scan import Element, scan

TYPES = "[Content_Types].xml"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NEW = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
)


class Relationship(NamedTuple):
    """What a part points at inside the file: the last word of the type, and the name of the member."""

    id: str
    kind: str
    target: str


def main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text."""
    targets = (each.target for each in related(archive, "") if each.kind == "officeDocument")
    found = next(filter(None, (_same_name(each, archive.names) for each in (*targets, "word/document.xml"))), None)
    if found is None:
        raise refused("không phải là tệp Word (.docx)")
    return found


def relationships_of(part: str) -> str:
    """Return the name of the member that holds the relationships of a part, of the whole file for ""."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def related(archive: Archive, part: str) -> list[Relationship]:
    """Return what a part points at inside the file."""
    content = archive.read(relationships_of(part))
    found = [] if content is None else scan(read_part(content).data, {"rel:Relationship"})
    return [_relationship(each, part) for each in found if each.attributes.get("TargetMode") != "External"]


def comments_part(archive: Archive, main: str, relationships: list[Relationship]) -> tuple[str, bool]:
    """Return the name of the part with the comments of the main part, and whether the main part points at it."""
    for each in relationships:
        if each.kind == "comments":
            return _same_name(each.target, archive.names) or each.target, True
    folder = posixpath.dirname(main)
    numbers = itertools.chain([""], itertools.count(1))
    names = (posixpath.join(folder, f"comments{number}.xml") for number in numbers)
    return next(name for name in names if not _same_name(name, archive.names)), False


def with_relationship(archive: Archive, main: str, comments: str, *, strict: bool) -> bytes:
    """Return the relationships of the main part with one to its comments added."""
    kind = (_STRICT if strict else _USUAL) + "comments"
    content = archive.read(relationships_of(main))
    if content is None:
        return _NEW.format(inner=_tag("Relationship", "rId1", kind, comments)).encode()
    part = read_part(content)
    found = scan(part.data, {"rel:Relationships", "rel:Relationship"})
    ids = {each.attributes.get("Id") for each in found}
    fresh = next(f"rId{number}" for number in itertools.count(1) if f"rId{number}" not in ids)
    root = _root(found, "rel:Relationships")
    return part.with_added(inside(root, "", _tag(_beside(root, "Relationship"), fresh, kind, comments)))


def with_content_type(archive: Archive, comments: str) -> bytes:
    """Return the content types with that of the comments added where they do not have it."""
    content = archive.read(TYPES)
    if content is None:
        raise refused("thiếu phần [Content_Types].xml")
    part = read_part(content)
    found = scan(part.data, {"ct:Types", "ct:Override"})
    if _same_name(f"/{comments}", {each.attributes.get("PartName", "") for each in found}):
        return content
    root = _root(found, "ct:Types")
    tag = f'<{_beside(root, "Override")} PartName="/{escape(comments)}" ContentType="{_COMMENTS}"/>'
    return part.with_added(inside(root, "", tag))


def _relationship(element: Element, part: str) -> Relationship:
    said = element.attributes
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), said.get("Target", ""))).lstrip("/")
    space, _, kind = said.get("Type", "").rpartition("/")
    return Relationship(said.get("Id", ""), kind if f"{space}/" in (_USUAL, _STRICT) else "", target)


def _tag(tag: str, id_: str, kind: str, comments: str) -> str:
    return f'<{tag} Id="{id_}" Type="{kind}" Target="{escape(posixpath.basename(comments))}"/>'


def _beside(root: Element, local: str) -> str:
    return f"{root.prefix}:{local}" if root.prefix else local


def _root(found: list[Element], name: str) -> Element:
    if not found or found[0].name != name:
        raise refused("thiếu phần khai báo của tệp Word")
    return found[0]


def _same_name(name: str, names: Collection[str]) -> str | None:
    """Return the name among these that is the same but for capitals (ECMA-376 Part 2, 6.2.2)."""
    return name if name in names else next((each for each in names if each.lower() == name.lower()), None)
