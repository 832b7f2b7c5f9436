"""Make a template ready: docxtpl turns its tags into Jinja, the engine adds what Word cannot hold as text."""

from __future__ import annotations

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree

from kegen.problem import Invalid
from kegen.template.trial import problems_of
from kegen.template.notes import put_references
from kegen.template.package import CORE_TYPE, Package, open_package
from kegen.template.prepared import Packed, Prepared, Source, pack
from kegen.template.properties import CORE_PROPERTIES
from kegen.template.substitute import substitute

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def prepare(data: bytes, file: str) -> Prepared:
    """Return the template made ready; raises KegenError if it is no .docx, Invalid for wrong or missing names."""
    package = open_package(data, file)
    substituted = substitute(package)
    sources = {
        name: _DECLARATION + put_references(patched(root), substituted.reference)
        for name, root in substituted.trees.items()
    }
    if problems := problems_of(sources, substituted.unknown_lines, file):
        raise Invalid(problems)
    sources |= {name: CORE_PROPERTIES for name, kind in package.types.items() if kind == CORE_TYPE}
    return Prepared(tuple(_part(package, sources, name) for name in _ordered(package)))


def patched(root: etree._Element) -> str:
    """Return the part as docxtpl hands it to Jinja."""
    return str(DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode")))


def _ordered(package: Package) -> list[str]:
    first = [name for name in _FIRST if name in package.parts]
    return [*first, *(name for name in package.parts if name not in _FIRST)]


def _part(package: Package, sources: dict[str, str], name: str) -> Packed | Source:
    source = sources.get(name)
    if source is None or not ("{{" in source or "{%" in source):
        return pack(name, package.parts[name] if source is None else source.encode())
    return Source(name, source)
