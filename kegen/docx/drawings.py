"""Shapes: lines, boxes of text and pictures, in the drawing language of today and in VML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from kegen.docx.lengths import ZERO, Length, read_length
from kegen.docx.model import Block, DrawnLine, Picture, Shape, TextBox
from kegen.docx.xml import MC, PIC, WP, WPS, A, Element, V, W, shown_branch

ReadBlocks = Callable[[Element], tuple[Block, ...]]
_EMU = 1
_THIN = Length(36_000)
"""A shape no higher than this (1 mm) is a line to the eye, whatever its geometry."""
_LINES = frozenset({"line", "straightConnector1"})
_VML_LINE = "#_x0000_t32"
"""The type that VML gives a straight connector."""


def shapes(element: Element, read_blocks: ReadBlocks) -> Iterator[Shape]:
    """Yield the shapes of a `w:drawing`, `w:pict` or `w:object`."""
    if element.tag == W + "drawing":
        for holder in element:
            if isinstance(holder.tag, str) and holder.tag.startswith(WP):
                yield from _drawn(holder, read_blocks)
    else:
        yield from _vml(element, read_blocks)


def _drawn(holder: Element, read_blocks: ReadBlocks) -> Iterator[Shape]:
    """Yield the shapes of a `wp:inline` or `wp:anchor` (20.4.2)."""
    extent = holder.find(WP + "extent")
    width, height = _size(extent)
    members = [each for each in _members(holder) if each.tag in (WPS + "wsp", PIC + "pic")]
    for member in members:
        if len(members) > 1:
            width, height = _size(member.find(f".//{A}xfrm/{A}ext"))
        if member.tag == PIC + "pic":
            yield Picture(width, height)
        else:
            yield from _shape(holder, member, (width, height), read_blocks)


def _members(holder: Element) -> Iterator[Element]:
    """Yield all elements in the shapes of a holder, not those in their texts, in the branch that Word shows."""
    for child in holder:
        if child.tag == MC + "AlternateContent":
            for shown in shown_branch(child):
                yield shown
                yield from _members(shown)
        elif child.tag != W + "txbxContent":
            yield child
            yield from _members(child)


def _size(element: Element | None) -> tuple[Length, Length]:
    if element is None:
        return ZERO, ZERO
    sides = (read_length(element.get(name), _EMU) or ZERO for name in ("cx", "cy"))
    width, height = sides
    return width, height


def _shape(
    holder: Element, member: Element, size: tuple[Length, Length], read_blocks: ReadBlocks
) -> Iterator[DrawnLine | TextBox]:
    geometry = member.find(f".//{A}prstGeom")
    kind = "" if geometry is None else geometry.get("prst", "")
    stroke = member.find(f"{WPS}spPr/{A}ln")
    text = member.find(f"{WPS}txbx/{W}txbxContent")
    if text is not None:
        yield TextBox(*size, framed=_is_stroked(member, stroke), blocks=read_blocks(text))
    elif kind in _LINES or size[1] <= _THIN:
        yield _line(holder, stroke, size)


def _is_stroked(member: Element, stroke: Element | None) -> bool:
    if stroke is None:
        return member.find(f"{WPS}style/{A}lnRef") is not None
    return stroke.find(A + "noFill") is None


def _line(holder: Element, stroke: Element | None, size: tuple[Length, Length]) -> DrawnLine:
    dash = None if stroke is None else stroke.find(A + "prstDash")
    colour = None if stroke is None else stroke.find(f"{A}solidFill/{A}srgbClr")
    properties = holder.find(WP + "docPr")
    across, down = holder.find(WP + "positionH"), holder.find(WP + "positionV")
    return DrawnLine(
        length=max(size),
        solid=dash is None or dash.get("val") == "solid",
        horizontal=size[0] >= size[1],
        colour="auto" if colour is None else colour.get("val", "auto"),
        name="" if properties is None else properties.get("name", ""),
        left=_offset(across),
        relative_to="" if across is None else across.get("relativeFrom", ""),
        align="" if across is None else (across.findtext(WP + "align") or ""),
        top=_offset(down),
    )


def _offset(position: Element | None) -> Length | None:
    return None if position is None else read_length(position.findtext(WP + "posOffset"), _EMU)


_STYLE = r"([\w-]+)\s*:\s*([^;]+)"


def _vml(element: Element, read_blocks: ReadBlocks) -> Iterator[Shape]:
    for shape in element.iter(V + "line", V + "shape", V + "rect", V + "roundrect"):
        if any(above.tag == W + "txbxContent" for above in _above(shape, element)):
            continue
        style = dict(re.findall(_STYLE, shape.get("style", "")))
        size = (_css(style.get("width")), _css(style.get("height")))
        text = shape.find(f"{V}textbox/{W}txbxContent")
        if text is not None:
            yield TextBox(*size, framed=shape.get("stroked", "t")[:1] not in "f0", blocks=read_blocks(text))
        elif (words := shape.find(V + "textpath")) is not None:
            yield TextBox(*size, framed=False, blocks=read_blocks(_lettering(words)))
        elif shape.find(V + "imagedata") is not None:
            yield Picture(*size)
        elif shape.tag == V + "line":
            yield _vml_line(shape, style, _ends(shape))
        elif shape.get("type") == _VML_LINE or (shape.tag == V + "rect" and size[1] <= _THIN):
            yield _vml_line(shape, style, size)


def _lettering(words: Element) -> Element:
    """Return the words of WordArt, such as a watermark, as the paragraph they would be in a text box."""
    content = words.makeelement(W + "txbxContent")
    run = etree.SubElement(etree.SubElement(content, W + "p"), W + "r")
    etree.SubElement(run, W + "t").text = words.get("string", "")
    return content


def _above(shape: Element, top: Element) -> Iterator[Element]:
    for each in shape.iterancestors():
        if each is top:
            return
        yield each


def _css(text: str | None) -> Length:
    return read_length(text, _EMU) or ZERO


def _ends(shape: Element) -> tuple[Length, Length]:
    """Return width and height between `from` and `to`, each a pair of lengths."""
    pairs = [(shape.get(name, "") + ",,").split(",")[:2] for name in ("from", "to")]
    (x1, y1), (x2, y2) = (tuple(_css(each) for each in pair) for pair in pairs)
    return Length(abs(x2 - x1)), Length(abs(y2 - y1))


def _vml_line(shape: Element, style: dict[str, str], size: tuple[Length, Length]) -> DrawnLine:
    stroke = shape.find(V + "stroke")
    dash = "" if stroke is None else stroke.get("dashstyle", "")
    start = shape.get("from", "").partition(",")[0] if shape.tag == V + "line" else style.get("margin-left")
    colour = shape.get("strokecolor", "auto")
    return DrawnLine(
        length=max(size),
        solid=dash in ("", "solid"),
        horizontal=size[0] >= size[1],
        colour=_hex(colour),
        name=shape.get("id", ""),
        left=read_length(start, _EMU),
        relative_to=style.get("mso-position-horizontal-relative", "text"),
        align=style.get("mso-position-horizontal", "").replace("absolute", ""),
        top=read_length(style.get("margin-top"), _EMU),
    )


def _hex(colour: str) -> str:
    """Return a colour of VML (`#000`, `black`, `windowText [0]`) as RRGGBB or `auto`."""
    word = colour.partition(" ")[0].lower()
    if re.fullmatch(r"#[0-9a-f]{3}", word):
        return "".join(2 * c for c in word[1:]).upper()
    if re.fullmatch(r"#[0-9a-f]{6}", word):
        return word[1:].upper()
    return "000000" if word == "black" else "auto" if word in ("auto", "windowtext") else word
