"""The drawn lines of the form: found by their name in Word's selection pane, their length a Jinja value."""

from __future__ import annotations

from kegen.template.package import Element, ancestors

_OF_ANNEX = "duong-ke-phu-luc"
LINES = {
    "duong-ke-co-quan": "line_issuer",
    "duong-ke-tieu-ngu": "line_motto",
    "duong-ke-trich-yeu": "line_title",
    _OF_ANNEX: "line_annex",
}
_PREFIX = "duong-ke-"
_FIRST_ID = 1001


def set_lines(root: Element, each: str = "") -> list[str]:
    """Let each named line take its measured length; return the names that start as a line's and are none.

    `each` is what a loop over annexes calls one of them: the line below its head is its own.
    """
    unknown, lines = [], {**LINES, **({_OF_ANNEX: f"{each}.line"} if each else {})}
    for shape in _drawings(root):
        name = shape.get("name", "")
        if name in lines:
            _set_length(shape, f"{{{{ {lines[name]} }}}}")
        elif name.startswith(_PREFIX):
            unknown.append(name)
    return unknown


def number_drawings(root: Element) -> None:
    """Give each drawing an id of its own, as docxtpl numbers them after rendering."""
    for number, shape in enumerate(_drawings(root), _FIRST_ID):
        shape.set("id", str(number))


def _drawings(root: Element) -> list[Element]:
    return list(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))


def _set_length(shape: Element, length: str) -> None:
    frame = shape.getparent()
    if frame is None:
        return
    for extent in (*frame.iterfind("{*}extent"), *frame.iterfind(".//{*}spPr/{*}xfrm/{*}ext")):
        extent.set("cx", length)
    for choice in ancestors(frame, "AlternateContent"):
        for fallback in choice.findall("{*}Fallback"):  # it would keep the old length, for Word 2007
            choice.remove(fallback)
