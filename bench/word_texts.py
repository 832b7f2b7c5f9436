"""What a Word file says, line by line, read by lxml alone: paragraphs, rows of tables, notes.

Blanks, no-break signs and the composition of letters are made alike, tracked changes count as accepted. Nothing of
kegen takes part, so that what kegen wrote can be held against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.oxml.ns import qn
from lxml import etree

MARK = re.compile(
    r"(?:(?P<dash>[-–])|(?P<plus>\+)|(?P<letter>[a-zđ]\))|(?P<roman>[IVXL]+\.)|(?P<number>[\d.]+[.)]))\s+"
)
"""What stands before a paragraph of a list, or a heading."""
LOOKS = ("b", "i", "vertAlign")
OUTSIDE_ROWS = ("header", "ending")


class Line(NamedTuple):
    """A paragraph, or a row: where it stands, its cells, the look of each letter that is no blank, its element."""

    where: str
    cells: tuple[str, ...]
    looks: tuple[str, ...]
    element: Any

    @property
    def text(self) -> str:
        """The whole of it in one string."""
        return " | ".join(self.cells)

    @property
    def key(self) -> tuple[str, ...]:
        """What two lines that say the same have in common: all but the number that counts them."""
        if self.where == "row" and (self.cells[0].isdigit() or not self.cells[0]):
            return ("#", *self.cells[1:])
        found = MARK.match(self.cells[0])
        if found:
            return (found.lastgroup or "", self.cells[0][found.end() :], *self.cells[1:])
        return ("", *self.cells)


def alike(text: str) -> str:
    """Return the text with plain blanks and hyphens, its letters composed."""
    text = unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\u00ad", "")
    return " ".join(text.split())


def bare(text: str) -> str:
    """Return the text without the mark before it, in small letters."""
    text = alike(text)
    found = MARK.match(text)
    return text[found.end() if found else 0 :].casefold()


def read_lines(file: Path) -> list[Line]:
    """Return the lines of a Word file."""
    return lines_of(docx.Document(BytesIO(file.read_bytes())))


def lines_of(document: Any) -> list[Line]:  # noqa: ANN401 - python-docx
    """Return the lines of an open document."""
    styles = _Styles(document)
    body = list(document.element.body)
    tables = [each for each in body if each.tag == qn("w:tbl")]
    lines: list[Line] = []
    for element in body:
        if element.tag == qn("w:p"):
            lines += _paragraph("body", element, styles)
        elif element.tag == qn("w:tbl"):
            where = "header" if element is tables[0] else "ending" if "Nơi nhận" in _text(element) else "row"
            if where == "row":
                lines += [_row(each, styles) for each in element.iter(qn("w:tr"))]
            else:
                lines += [line for each in element.iter(qn("w:p")) for line in _paragraph(where, each, styles)]
    return [*lines, *_notes(document, styles)]


def _paragraph(where: str, element: Any, styles: _Styles) -> Iterator[Line]:  # noqa: ANN401
    if text := alike(_text(element)):
        yield Line(where, (text,), tuple(styles.looks(element)), element)


def _row(row: Any, styles: _Styles) -> Line:  # noqa: ANN401
    cells = row.findall(qn("w:tc"))
    texts = tuple(alike(" ".join(_text(each) for each in cell.iter(qn("w:p")))) for cell in cells)
    return Line("row", texts, tuple(look for each in row.iter(qn("w:p")) for look in styles.looks(each)), row)


def _notes(document: Any, styles: _Styles) -> Iterator[Line]:  # noqa: ANN401
    root = footnotes_of(document)
    if root is None:
        return
    by_id = {each.get(qn("w:id")): each for each in root.iter(qn("w:footnote"))}
    for reference in document.element.body.iter(qn("w:footnoteReference")):
        note = by_id[reference.get(qn("w:id"))]
        for each in note.iter(qn("w:p")):
            yield from _paragraph("note", each, styles)


def footnotes_part(document: Any) -> Any:  # noqa: ANN401
    """Return the part with the footnotes of an open document, or None."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            return relation.target_part
    return None


def footnotes_of(document: Any) -> Any:  # noqa: ANN401
    """Return the footnotes of an open document as XML, or None."""
    part = footnotes_part(document)
    return None if part is None else etree.fromstring(part.blob)


def _letters(element: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    """Yield the texts in the element, but for what is tracked as deleted, each with its run."""
    for node in element.iter(qn("w:t"), qn("w:noBreakHyphen"), qn("w:tab"), qn("w:br")):
        run = node.getparent()
        if run.tag == qn("w:r") and next(run.iterancestors(qn("w:del"), qn("w:moveFrom")), None) is None:
            yield run, (node.text or "") if node.tag == qn("w:t") else "-" if node.tag == qn("w:noBreakHyphen") else " "


def _text(element: Any) -> str:  # noqa: ANN401
    return "".join(text for _, text in _letters(element))


class _Styles:
    """How letters look, by the run, its style and that of its paragraph."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401
        self._of = {each.get(qn("w:styleId")): each for each in document.styles.element.iter(qn("w:style"))}

    def looks(self, paragraph: Any) -> Iterator[str]:  # noqa: ANN401
        """Yield the look of each letter of the paragraph that is no blank."""
        for run, text in _letters(paragraph):
            look = "".join(self._one(run, paragraph, name) for name in LOOKS)
            yield from (look for letter in alike(text) if letter != " ")

    def _one(self, run: Any, paragraph: Any, name: str) -> str:  # noqa: ANN401
        chain = [run, *self._chain(run, "w:rPr/w:rStyle"), *self._chain(paragraph, "w:pPr/w:pStyle")]
        for each in chain:
            value = each.find(f"{qn('w:rPr')}/{qn('w:' + name)}")
            if value is not None:
                said = value.get(qn("w:val"))
                return (
                    "" if said in ("0", "false", "none", "baseline") else (said or "")[:3] if name == LOOKS[2] else name
                )
        return ""

    def _chain(self, element: Any, path: str) -> Iterator[Any]:  # noqa: ANN401
        named = element.find("/".join(qn(each) for each in path.split("/")))
        while named is not None and named.get(qn("w:val")) in self._of:
            style = self._of[named.get(qn("w:val"))]
            yield style
            named = style.find(qn("w:basedOn"))
