"""XML of a Word file, parsed without entities, network or bottomless nesting, under one spelling of its names."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from kegen.docx.refusals import refusal
from kegen.problem import KegenError

Element: TypeAlias = Any
"""An element of lxml, which gives its class no public name."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"

WRAPPERS = frozenset(W + name for name in ("customXml", "sdtContent", "sdt", "smartTag", "ins", "moveTo"))
"""What may stand between a body and its paragraphs, a table and its rows, a row and its cells."""
_MOST_ELEMENTS = 400_000
"""A hundred pages that Word saved have a tenth of this."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
)
"""The names of the strict form (ISO/IEC 29500 Strict) and the usual ones they stand for."""


def parse(data: bytes, name: str) -> Element:
    """Return the root of the XML; raises KegenError for what is no XML or is built to hurt (entities, depth)."""
    if b"http://purl.oclc.org/ooxml/" in data[:20_000]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual.strip("{}").encode())
    for mark in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):  # which libxml2 takes for one of UTF-16
        data = data.removeprefix(mark)
    # No huge_tree: libxml2 then stops at 256 levels and at texts of 10 MB, where no plan ever gets.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unsound(name, str(error).lower()) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_entities(name)
    if len(data) > _MOST_ELEMENTS and root.xpath(f"count(//*) > {_MOST_ELEMENTS}"):
        raise refusal(name, "dài quá mức một văn bản có thể có", "hãy tách tệp thành nhiều tệp nhỏ hơn")
    return root


def _unsound(name: str, error: str) -> KegenError:
    """Return the refusal of what the parser did not take, by what it said in small letters."""
    if "amplification" in error or "entity reference loop" in error:
        return _with_entities(name)
    why = "lồng quá nhiều lớp" if "depth" in error else "bị hỏng phần nội dung XML"
    return refusal(name, why, "hãy mở trong Word để sửa rồi lưu lại, hoặc xin lại tệp")


def _with_entities(name: str) -> KegenError:
    return refusal(name, "khai báo thực thể XML, điều Word không bao giờ ghi", "hãy xin lại tệp từ nơi soạn")


def child(element: Element, name: str) -> Element | None:
    """Return the first child of that name, None where there is none."""
    return next(element.iterchildren(W + name), None)


def value(element: Element, name: str) -> str | None:
    """Return `w:val` of the child of that name, "" where it has none, None where there is no child."""
    found = child(element, name)
    return None if found is None else found.get(W + "val", "")


_MOST_DIGITS = 18


def whole_number(text: str | None) -> int | None:
    """Return a decimal number (ST_DecimalNumber, 17.18.10), None for what is none or is beyond measure."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None


_OFF = frozenset({"0", "false", "off"})


def is_on(element: Element) -> bool:
    """Whether a switch element (17.17.4) is on: without a value it is."""
    return element.get(W + "val", "1").lower() not in _OFF


def switch(element: Element | None, name: str) -> bool:
    """Whether the child of that name is there and on."""
    found = None if element is None else child(element, name)
    return found is not None and is_on(found)


_KNOWN = frozenset(
    {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "a14", "v", "o"}
)
"""What a `Choice` may require and still be what Word of today shows."""


def shown_branch(alternate: Element) -> Iterator[Element]:
    """Yield the children of the one branch of `mc:AlternateContent` that Word shows (ECMA-376 Part 3, 7.6)."""
    for choice in alternate.iterchildren(MC + "Choice"):
        if _KNOWN.issuperset(choice.get("Requires", "").split()):
            yield from choice
            return
    for fallback in alternate.iterchildren(MC + "Fallback"):
        yield from fallback
