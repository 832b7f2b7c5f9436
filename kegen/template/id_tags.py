"""Ids that Word wants only once: a copy that a loop of the template makes gets numbers and names of its own."""

from __future__ import annotations

import re

from kegen.template.package import Element, all_of, w

_SHAPE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NUMBER = re.compile(r"-?\d{1,10}")
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")


def tie_ids(root: Element) -> None:
    """Let each id of a shape, a content control, a bookmark or a tracked change be decided when it is filled in."""
    for shape in root.iter(_SHAPE):
        _tie(shape, "id", "own_number('shape')")
    for control in all_of(root, "sdtPr"):
        for number in control.iterfind(w("id")):
            _tie(number, w("val"), "own_number('control')")
    for change in root.iter(*map(w, _CHANGES)):
        _tie(change, w("id"), "own_number('change')")
    _tie_bookmarks(root)


def _tie_bookmarks(root: Element) -> None:
    for start in all_of(root, "bookmarkStart"):
        _tie(start, w("id"), "own_number('bookmark')")
        name = str(start.get(w("name"), ""))
        if re.fullmatch(r"\w+", name):
            start.set(w("name"), f"{{{{ '{name}'|own_name }}}}")
    for end in all_of(root, "bookmarkEnd"):
        _tie(end, w("id"), "last_number('bookmark')")


def _tie(element: Element, name: str, by: str) -> None:
    number = str(element.get(name, ""))
    if _NUMBER.fullmatch(number):
        element.set(name, f"{{{{ ({number})|{by} }}}}")
