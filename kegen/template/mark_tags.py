"""The tags that print marks: around what a loop of the template prints of each paragraph and each table row."""

from __future__ import annotations

import re

from kegen.identity import MARKS
from kegen.template.package import Element, all_of, text_of, w

_PARAGRAPHS = re.compile(r"\bfor (\w+) in [^%]*?(?:\bbody|\.blocks)\b")
_TEXT = re.compile(r"\{\{-?\s*(\w+)\.text\b")
_STRUCTURE = re.compile(r"\{%(?:p|tr|tc)\s")
_ROWS = re.compile(r"\{%tr\s*for (\w+) in [\w.]+\.(?:heads|rows)\s*%\}")
_CELLS = re.compile(r"\{%tc\s*for (\w+) in [\w.]+\.cells\s*%\}")
_END_OF_ROWS = re.compile(r"\{%tr\s*endfor\s*%\}")


def tie_marks(root: Element) -> None:
    """Let each paragraph of the plan and each row of its tables be enclosed in its mark.

    A paragraph in which a loop prints several of the plan's has none.
    """
    _drop_marks(root)
    looped = set(_PARAGRAPHS.findall(text_of(root)))
    for paragraph in all_of(root, "p"):
        text = text_of(paragraph)
        found = _TEXT.search(text)
        if found and found[1] in looped and not _PARAGRAPHS.search(text) and not _STRUCTURE.search(text):
            _enclose(paragraph, found[1])
    for table in all_of(root, "tbl"):
        _tie_rows(table)


def _drop_marks(root: Element) -> None:
    """Remove the marks of the draft that the template may have been made of."""
    numbers = set()
    for start in all_of(root, "bookmarkStart"):
        if str(start.get(w("name"), "")).startswith(MARKS):
            numbers.add(start.get(w("id")))
            start.getparent().remove(start)
    for end in all_of(root, "bookmarkEnd"):
        if end.get(w("id")) in numbers:
            end.getparent().remove(end)


def _tie_rows(table: Element) -> None:
    each = None
    for row in table.iterchildren(w("tr")):
        text = text_of(row)
        if begins := _ROWS.search(text):
            each = begins[1]
        elif _END_OF_ROWS.search(text):
            each = None
        elif each:
            _tie_row(row, each, _CELLS.findall(text))


def _tie_row(row: Element, each: str, looped: list[str]) -> None:
    """Enclose what stands in the cell that a loop over cells says; without one, in that of the task, else the first."""
    paragraphs = [each for each in all_of(row, "p") if not _STRUCTURE.search(text_of(each))]
    for cell in looped:
        for paragraph in _printing(paragraphs, f"{cell}.words"):
            _enclose(paragraph, cell)
    if not looped:
        for paragraph in [*_printing(paragraphs, f"{each}.task"), *_printing(paragraphs, each)][:1]:
            _enclose(paragraph, each)


def _printing(paragraphs: list[Element], name: str) -> list[Element]:
    """Return the paragraphs that print the value of the name."""
    return [each for each in paragraphs if re.search(rf"\{{\{{-?\s*{re.escape(name)}\b", text_of(each))]


def _enclose(paragraph: Element, each: str) -> None:
    """Print the start of a mark before all in the paragraph and its end behind."""
    start, end = f"{{{{ {each}.opens }}}}", f"{{{{ {each}.closes }}}}"
    properties = paragraph.find(w("pPr"))
    if properties is None:
        paragraph.text = start + (paragraph.text or "")
    else:
        properties.tail = start + (properties.tail or "")
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + end
    else:
        paragraph.text = (paragraph.text or "") + end
