"""Prepare a template: docxtpl turns its tags into Jinja, kegen adds what Word cannot hold as text."""

from __future__ import annotations

from typing import NamedTuple

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree

from kegen.problem import Invalid
from kegen.template.custom_part import add_custom_part
from kegen.template.failures import explained
from kegen.template.id_tags import tie_ids
from kegen.template.lines import number_drawings, set_lines
from kegen.template.mark_tags import tie_marks
from kegen.template.notes import first_number, put_references, repeat_sample, take_reference
from kegen.template.package import (
    RELATIONSHIPS_PART,
    TYPES_PART,
    Element,
    Package,
    all_of,
    keep_blanks,
    open_package,
    parse,
    w,
)
from kegen.template.sections import make_annex_section
from kegen.template.sharing import share_tables
from kegen.template.table_tags import tie_tables
from kegen.template.tags import drop_deleted_tags, flatten_elsewhere, join_tags, restored
from kegen.template.template_check import problems_of

_FIRST = (TYPES_PART, RELATIONSHIPS_PART)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SMALLER = " nhỏ"
_CORE_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ document_title|flat }}</dc:title>'
    "<dc:subject>{{ document_subject|flat }}</dc:subject><dc:creator>{{ document_author|flat }}</dc:creator>"
    "<cp:lastModifiedBy>{{ document_author|flat }}</cp:lastModifiedBy><dc:language>vi-VN</dc:language>"
    "{% if document_date %}"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{{ document_date }}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{{ document_date }}</dcterms:modified>'
    "{% endif %}</cp:coreProperties>\n"
)
"""The properties of a draft (title, author, language); no clock, only the date of issue."""


class Substituted(NamedTuple):
    """The parts that hold tags, the sample footnote's reference as a run, and line names nobody knows."""

    trees: dict[str, Element]
    reference: str
    unknown_lines: tuple[str, ...]


def prepare(data: bytes, file: str) -> dict[str, bytes | str]:
    """Return the parts of the template by name, in the order they are written: their bytes, or a Jinja source.

    The last is that of custom properties, whose fingerprint is that of all before.

    Raises KegenError for what is no .docx, Invalid for a template with wrong or missing names.
    """
    package, custom, properties = add_custom_part(open_package(data, file))
    with explained(file):
        substituted = substitute(package)
        sources = {
            name: put_references(_DECLARATION + _patched(root), substituted.reference)
            for name, root in substituted.trees.items()
        }
        problems = problems_of(sources, substituted.unknown_lines, file)
    if problems:
        raise Invalid(problems)
    sources = {name: share_tables(source) for name, source in sources.items()}
    sources |= {**dict.fromkeys(package.core(), _CORE_PROPERTIES), custom: properties}
    return {name: _part(package, sources, name) for name in _ordered(package, custom)}


def substitute(package: Package) -> Substituted:
    """Return the parts that can hold tags, with kegen's own tags among the template's."""
    document, *others = (
        name for kind in ("document.main", "header", "footer", "footnotes") for name in package.of_type(kind)
    )
    trees = {name: parse(package, name) for name in (document, *others)}
    for root in trees.values():
        drop_deleted_tags(root)
        keep_blanks(root)
        join_tags(root, package.file)
        flatten_elsewhere(root)
    reference = _set_notes(package, trees, trees[document])
    unknown_lines = tuple(_set_document(package, trees[document]))
    tie_marks(trees[document])
    for root in trees.values():
        tie_ids(root)
    return Substituted(trees, reference, unknown_lines)


def _set_document(package: Package, root: Element) -> list[str]:
    each = make_annex_section(root)
    tie_tables(root)
    number_drawings(root)
    for styles in package.of_type("styles"):
        _set_small_styles(root, parse(package, styles))
    return set_lines(root, each)


def _set_notes(package: Package, trees: dict[str, Element], root: Element) -> str:
    behind = 0
    for part in package.of_type("footnotes"):
        behind = first_number(trees[part])
        repeat_sample(trees[part], behind)
    return take_reference(root, behind)


def _set_small_styles(root: Element, styles: Element) -> None:
    """Make each paragraph take the small form of its style (`KH Tiêu ngữ nhỏ`), if it has one, by `header_small`."""
    small_styles = _small_styles(styles)
    for mark in all_of(root, "pStyle"):
        own = str(mark.get(w("val")))
        if own in small_styles:
            mark.set(w("val"), f"{{% if header_small %}}{small_styles[own]}{{% else %}}{own}{{% endif %}}")


def _small_styles(styles: Element) -> dict[str, str]:
    """Return the id of the small style by the id of the style; Word may change ids, never names."""
    ids = {}
    for style in all_of(styles, "style"):
        name = style.find(w("name"))
        if name is not None:
            ids[str(name.get(w("val")))] = str(style.get(w("styleId")))
    return {own: ids[name + _SMALLER] for name, own in ids.items() if name + _SMALLER in ids}


def _patched(root: Element) -> str:
    """Return the part as docxtpl hands it to Jinja."""
    return restored(str(DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))))


def _ordered(package: Package, last: str) -> list[str]:
    first = [name for name in _FIRST if name in package.parts]
    return [*first, *(name for name in package.parts if name not in (*_FIRST, last)), last]


def _part(package: Package, sources: dict[str, str], name: str) -> bytes | str:
    source = sources.get(name)
    if source is None:
        if name.endswith((".xml", ".rels")):
            parse(package, name)  # a draft would be as broken as the template
        return package.parts[name]
    return source if "{{" in source or "{%" in source else source.encode()
