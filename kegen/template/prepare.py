"""Make a template ready: docxtpl turns its tags into Jinja, the engine adds what Word cannot hold as text."""

from __future__ import annotations

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree

from kegen.jinja.reduce import reduced
from kegen.problem import Invalid
from kegen.template.fill import environment
from kegen.template.notes import put_references
from kegen.template.package import Package, open_package
from kegen.template.prepared import Form, Packed, Prepared, Source, pack
from kegen.template.properties import CORE_PROPERTIES
from kegen.template.substitute import substitute
from kegen.template.trial import problems_of

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def prepare(data: bytes, file: str) -> Prepared:
    """Return the template made ready; raises KegenError for no .docx, Invalid for wrong or missing names."""
    package = open_package(data, file)
    substituted = substitute(package)
    plain = {name: _DECLARATION + patched(root) for name, root in substituted.trees.items()}
    noted = {name: put_references(text, substituted.reference) for name, text in plain.items()}
    if problems := problems_of(noted, substituted.unknown_lines, file):
        raise Invalid(problems)
    sources = {name: Source(name, _form(plain[name]), _form(noted[name])) for name in plain}
    sources |= {name: Source(name, *[_form(CORE_PROPERTIES)] * 2) for name in package.core()}
    return Prepared(tuple(_part(package, sources, name) for name in _ordered(package)))


def patched(root: etree._Element) -> str:
    """Return the part as docxtpl hands it to Jinja."""
    return str(DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode")))


def _ordered(package: Package) -> list[str]:
    first = [name for name in _FIRST if name in package.parts]
    return [*first, *(name for name in package.parts if name not in _FIRST)]


def _part(package: Package, sources: dict[str, Source], name: str) -> Packed | Source:
    source = sources.get(name)
    if source is None:
        return pack(name, package.parts[name])
    text = source.plain.source
    return source if "{{" in text or "{%" in text else pack(name, text.encode())


def _form(source: str) -> Form:
    return Form(source, reduced(environment().parse(source)))
