"""A Word file with macros, or a template, as a plain document: Word opens no other kind under a name in .docx."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from kegen.annotate.package import CONTENT_TYPES, RELATIONSHIPS, TYPES, Archive, XmlPart, main_part, relationships_of

_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
_MACROS = "/vbaProject"
"""How the kind of a relationship to macros ends (MS-OFFMACRO2 2.2.1.4)."""


def as_document(data: bytes) -> bytes:
    """Return the file as a plain document, without its macros; a file that is one stays to the byte."""
    archive = Archive(data)
    types = archive.read(TYPES)
    if types is None:
        return data
    main = main_part(archive)
    part = XmlPart(types)
    other = [each for each in part.root if (each.get("ContentType") or "").lower() in _OTHERS]
    if not other:
        return data
    for each in other:
        each.set("ContentType", _PLAIN)
    links, macros = _without_macros(archive, main)
    for each in part.root.findall(f"{CONTENT_TYPES}Override"):
        if each.get("PartName", "").lstrip("/") in macros:
            part.root.remove(each)
    return archive.changed({TYPES: part.to_bytes(), **links}, without=macros)


def _without_macros(archive: Archive, main: str) -> tuple[dict[str, bytes], frozenset[str]]:
    """Return the relationships of the main part without those to macros, and the names of the parts of macros."""
    name = relationships_of(main)
    content = archive.read(name)
    if content is None:
        return {}, frozenset()
    part = XmlPart(content)
    found = [each for each in part.root if (each.get("Type") or "").endswith(_MACROS)]
    for each in found:
        part.root.remove(each)
    macros = {_target(main, each.get("Target", "")) for each in found}
    return ({name: part.to_bytes()} if found else {}), frozenset(_with_theirs(archive, macros))


def _with_theirs(archive: Archive, macros: Iterable[str]) -> Iterable[str]:
    """Yield the parts, their relationships, and the parts that only those point at: data and signatures of macros."""
    for macro in macros:
        links = relationships_of(macro)
        yield from (macro, links)
        content = archive.read(links)
        found = [] if content is None else XmlPart(content).root.iter(f"{RELATIONSHIPS}Relationship")
        yield from (_target(macro, each.get("Target", "")) for each in found)


def _target(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
