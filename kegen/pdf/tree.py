"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), put together from what pdfium tells page by page."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

import pypdfium2.raw as pdfium

from kegen.pdf.bounds import MOST_TAGS
from kegen.pdf.view import Handle

_DEEPEST = 30
_LONGEST_NAME = 200
_MOST_SPANNED = 100
_MOST_ATTRIBUTES = 10
_MOST_ROWS = 3000
_GRIDS = ("Table", "THead", "TBody", "TFoot", "TR")


class Node(TypedDict):
    """An element: its kind, how many rows and columns it takes as a cell, what is in it."""

    kind: str
    rows: int
    columns: int
    kids: list[Node | tuple[int, int] | None]


class _Element:
    """An element being put together: what is in it by its place there, which is the same on each of its pages."""

    def __init__(self, kind: str = "", spans: tuple[int, int] = (1, 1), count: int = 0) -> None:
        self.kind, self.spans, self.count = kind, spans, count
        self.kids: dict[int, _Element | tuple[int, int]] = {}

    def node(self) -> Node:
        """Return it with its kids in order; in a table those that are empty keep their places."""
        places = range(min(self.count, _MOST_ROWS)) if self.kind in _GRIDS else sorted(self.kids)
        kids = [self.kids.get(at) for at in places]
        return {
            "kind": self.kind,
            "rows": self.spans[0],
            "columns": self.spans[1],
            "kids": [kid.node() if isinstance(kid, _Element) else kid for kid in kids],
        }


class _Spot(NamedTuple):
    """Where an element stands: in which other, as which of its kids, how deep, and the page being read."""

    parent: _Element
    at: int
    depth: int
    page: int


class Tree:
    """The elements met so far."""

    def __init__(self) -> None:
        self._root = _Element()
        self._budget = MOST_TAGS

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out because there was too much."""
        return self._budget >= 0

    def node(self) -> Node:
        """Return the root."""
        return self._root.node()

    def add_page(self, page: Handle, index: int) -> None:
        """Add what the tree says of a page."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
            if element:
                self._add(element, _Spot(self._root, place, 0, index))
        pdfium.FPDF_StructTree_Close(tree)

    def _add(self, element: Handle, place: _Spot) -> None:
        count = max(0, pdfium.FPDF_StructElement_CountChildren(element))
        self._budget -= 1 + count
        if place.depth > _DEEPEST or not self.is_whole:
            return
        own = place.parent.kids.get(place.at)
        if not isinstance(own, _Element):
            own = _Element(_kind(element), _spans(element), count)
            place.parent.kids[place.at] = own
        for at in range(count):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                self._add(child, _Spot(own, at, place.depth + 1, place.page))
                continue
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if mark >= 0:
                own.kids[at] = place.page, mark


def _kind(element: Handle) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if not 0 < size <= _LONGEST_NAME:
        return ""
    buffer = pdfium.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return str(buffer.raw.decode("utf-16-le", "replace").partition("\0")[0])


def _spans(element: Handle) -> tuple[int, int]:
    """Return how many rows and columns a cell takes (14.8.5.7)."""
    return _number(element, b"RowSpan"), _number(element, b"ColSpan")


def _number(element: Handle, name: bytes) -> int:
    for index in range(min(pdfium.FPDF_StructElement_GetAttributeCount(element), _MOST_ATTRIBUTES)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name) if attributes else None
        number = pdfium.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return int(number.value) if 1 <= number.value <= _MOST_SPANNED else 1
    return 1
