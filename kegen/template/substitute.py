"""What the engine puts into a template before docxtpl reads its tags: lengths, twins, section, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kegen.template.lines import number_drawings, set_lines
from kegen.template.notes import first_number, repeat_sample, take_reference
from kegen.template.package import Package, parse
from kegen.template.sections import make_annex_section
from kegen.template.twins import choose_twins
from kegen.template.xml import keep_blanks

if TYPE_CHECKING:
    from lxml import etree


class Substituted(NamedTuple):
    """The parts that hold tags, the sample footnote's reference as a run, and line names nobody knows."""

    trees: dict[str, etree._Element]
    reference: str
    unknown_lines: tuple[str, ...]


def substitute(package: Package) -> Substituted:
    """Return the parts that can hold tags, with the engine's own tags among the template's."""
    document, *others = (
        name for kind in ("document.main", "header", "footer", "footnotes") for name in package.of_type(kind)
    )
    trees = {name: parse(package, name) for name in (document, *others)}
    for root in trees.values():
        keep_blanks(root)
    reference = _set_notes(package, trees, trees[document])
    return Substituted(trees, reference, tuple(_set_document(package, trees[document])))


def _set_document(package: Package, root: etree._Element) -> list[str]:
    make_annex_section(root)
    number_drawings(root)
    for styles in package.of_type("styles"):
        choose_twins(root, parse(package, styles))
    return set_lines(root)


def _set_notes(package: Package, trees: dict[str, etree._Element], root: etree._Element) -> str:
    behind = 0
    for part in package.of_type("footnotes"):
        behind = first_number(trees[part])
        repeat_sample(trees[part], behind)
    return take_reference(root, behind)
