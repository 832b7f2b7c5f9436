"""pdfium in a process of its own: a PDF on standard input, its characters, lines and tags as JSON on standard output.

A hostile file can at worst end this process, which has little memory and time and writes nothing but JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from kegen.pdf.bounds import MOST_CHARACTERS, MOST_PAGES, MOST_RULES, MOST_TAGS, bound_this_process

_HYPHENS = (0x02, 0xAD, 0xFFFE)
"""What pdfium gives for a hyphen that ends a line."""
_SURROGATES = range(0xD800, 0xE000)
_UNMAPPED = (0, 0xFFFD)
_THIN = 3.0
_SHORTEST_RULE = 4.0
_DEEPEST = 30
_NAMELESS = 200
_MOST_ROWS = 3000
_GRIDS = ("Table", "THead", "TBody", "TFoot", "TR")
_LINKS = pdfium.FPDF_ANNOT_LINK
_PASSWORD = pdfium.FPDF_ERR_PASSWORD
Box = tuple[float, float, float, float]


class _View:
    """How a page is turned and cut: from the coordinates of its content to points right and down of its corner."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = box
        self._turn = pdfium.FPDFPage_GetRotation(page)
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))

    def point(self, x: float, y: float) -> tuple[float, float]:
        box = self._box
        right, down = x - box.left, box.top - y
        left, up = box.right - x, y - box.bottom
        return ((right, down), (up, right), (left, up), (down, left))[self._turn]

    def direction(self, x: float, y: float) -> tuple[float, float]:
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self._turn]


class _Fonts:
    """The fonts met so far, each once."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bool, bool]] = []
        self._places: dict[tuple[str, bool, bool], int] = {}

    def place(self, text_object: Any) -> int:
        font = pdfium.FPDFTextObj_GetFont(text_object)
        name = _font_name(font) if font else ""
        angle = pdfium.c_int()
        slanted = bool(font) and bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
        heavy = bool(font) and pdfium.FPDFFont_GetWeight(font) >= 600  # noqa: PLR2004 - semi-bold (OpenType, usWeightClass)
        key = (name, heavy, slanted)
        if key not in self._places:
            self._places[key] = len(self.found)
            self.found.append(key)
        return self._places[key]


def _font_name(font: Any) -> str:
    size = min(pdfium.FPDFFont_GetBaseFontName(font, None, 0), _NAMELESS)
    if not size:
        return ""
    buffer = pdfium.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return str(buffer.value.decode("utf-8", "replace"))


class _Characters:
    """Columns of what stands on one page: character, place, size, font, mark."""

    def __init__(self) -> None:
        self.columns: dict[str, list[int]] = {
            name: [] for name in ("code", "x0", "x1", "y", "size", "font", "mark", "turned", "hidden")
        }

    def add(self, values: tuple[int, ...]) -> None:
        for column, value in zip(self.columns.values(), values, strict=True):
            column.append(value)

    def rows(self) -> list[tuple[int, ...]]:
        return list(zip(*self.columns.values(), strict=True))


def _hundredths(length: float) -> int:
    return round(max(-1e6, min(1e6, length)) * 100) if length == length else 0  # noqa: PLR0124 - NaN differs from itself


class _Reader:
    """One open file being read page by page."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts = _Fonts()
        self._budget = MOST_CHARACTERS
        self._rules = MOST_RULES
        self._tags = MOST_TAGS
        self._tree: dict[str, Any] = {"kind": "", "rows": 1, "columns": 1, "count": 0, "kids": {}}

    def read(self) -> dict[str, Any]:
        count = pdfium.FPDF_GetPageCount(self._document)
        if count > MOST_PAGES:
            return {"error": "long"}
        pages = [self._page(index) for index in range(count)]
        if self._budget < 0:
            return {"error": "long"}
        return {
            "tagged": bool(pdfium.FPDFCatalog_IsTagged(self._document)) and self._tags > 0,
            "signatures": list(_signatures(self._document)),
            "fonts": self._fonts.found,
            "pages": pages,
            "tree": _settled(self._tree),
        }

    def _page(self, index: int) -> dict[str, Any]:
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page:
            return {"width": 0, "height": 0, "text": _Characters().columns, "stamps": [], "rules": [], "drawn": 0.0}
        view = _View(page)
        text = self._characters(page, view)
        drawn, rules = self._drawings(page, view)
        self._tags_of(page, index)
        stamped = _has_stamps(page)
        if stamped:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        stamps = self._stamps(index, text) if stamped else []
        sizes = {"width": view.width, "height": view.height, "drawn": drawn}
        return {**sizes, "text": text.columns, "stamps": stamps, "rules": rules}

    def _stamps(self, index: int, text: _Characters) -> list[tuple[int, ...]]:
        """Return the characters that are there only since the annotations were made part of the page."""
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page:
            return []
        known = {row[:4] for row in text.rows()}
        found = [row for row in self._characters(page, _View(page)).rows() if row[:4] not in known]
        pdfium.FPDF_ClosePage(page)
        return found

    def _characters(self, page: Any, view: _View) -> _Characters:
        found = _Characters()
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return found
        count = pdfium.FPDFText_CountChars(text)
        self._budget -= count
        looks: dict[int, tuple[int, ...]] = {}
        x, y, box = pdfium.c_double(), pdfium.c_double(), pdfium.FS_RECTF()
        for index in range(count if self._budget >= 0 else 0):
            owner = pdfium.FPDFText_GetTextObject(text, index)
            code = pdfium.FPDFText_GetUnicode(text, index)
            if not owner or code in _SURROGATES:
                continue
            key = pdfium.cast(owner, pdfium.c_void_p).value
            look = looks.get(key)
            if look is None:
                look = looks[key] = self._look(text, index, owner, view)
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            base = view.point(x.value, y.value)[1]
            ends = sorted((view.point(box.left, box.bottom)[0], view.point(box.right, box.top)[0]))
            letter = 0x2D if code in _HYPHENS else 0xFFFD if code in _UNMAPPED else code
            found.add((letter, *map(_hundredths, (*ends, base)), *look))
        pdfium.FPDFText_ClosePage(text)
        return found

    def _look(self, text: Any, index: int, owner: Any, view: _View) -> tuple[int, ...]:
        """Return what all characters of one text object share: size, font, mark, whether turned, whether hidden."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        along, down = view.direction(matrix.a, matrix.b)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        turned = int(abs(down) > 0.1 * abs(along) or along < 0)
        hidden = int(pdfium.FPDFTextObj_GetTextRenderMode(owner) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        size = _hundredths(pdfium.FPDFText_GetFontSize(text, index) * scale)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(owner)
        return size, self._fonts.place(owner), mark, turned, hidden

    def _drawings(self, page: Any, view: _View) -> tuple[float, list[list[int]]]:
        """Return the share of the page that pictures and the like cover, and its straight lines."""
        area, rules = 0.0, []
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            each = pdfium.FPDFPage_GetObject(page, index)
            kind = pdfium.FPDFPageObj_GetType(each)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                rules += self._rules_of(each, view)
            elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
                area += _area(each)
        return min(1.0, area / ((view.width * view.height) or 1.0)), rules

    def _rules_of(self, path: Any, view: _View) -> Iterator[list[int]]:
        fill, stroke, matrix = pdfium.c_int(), pdfium.c_int(), pdfium.FS_MATRIX()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        pdfium.FPDFPageObj_GetMatrix(path, matrix)
        count = pdfium.FPDFPath_CountSegments(path)
        self._rules -= max(count, 0)
        if self._rules < 0 or not (fill.value or stroke.value):
            return
        for points in _strokes(path, count, matrix, view):
            for box in _straight(points, outlined=bool(stroke.value)):
                yield list(map(_hundredths, box))

    def _tags_of(self, page: Any, index: int) -> None:
        """Add what the structure tree says of a page: an element of several pages stands at one place of the tree."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
            if element:
                self._tag(element, self._tree, place, index, 0)
        pdfium.FPDF_StructTree_Close(tree)

    def _tag(self, element: Any, parent: dict[str, Any], place: int, page: int, depth: int) -> None:
        count = pdfium.FPDF_StructElement_CountChildren(element)
        self._tags -= 1 + max(count, 0)
        if depth > _DEEPEST or self._tags < 0:
            return
        own = parent["kids"].get(place)
        if not isinstance(own, dict):
            rows, columns = _spans(element)
            own = {"kind": _kind(element), "rows": rows, "columns": columns, "count": count, "kids": {}}
            parent["kids"][place] = own
        for at in range(count):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                self._tag(child, own, at, page, depth + 1)
                continue
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if mark >= 0:
                own["kids"][at] = [page, mark]
            elif at not in own["kids"] and count == 1:
                alone = pdfium.FPDF_StructElement_GetMarkedContentID(element)
                if alone >= 0:
                    own["kids"][at] = [page, alone]


def _kind(element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    if not 0 < size <= _NAMELESS:
        return ""
    buffer = pdfium.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return str(buffer.raw.decode("utf-16-le", "replace").partition("\0")[0])


def _spans(element: Any) -> tuple[int, int]:
    """Return how many rows and columns a cell takes (ISO 32000-1, 14.8.5.7)."""
    spans = {"RowSpan": 1, "ColSpan": 1}
    for index in range(min(pdfium.FPDF_StructElement_GetAttributeCount(element), 10)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
        for name in spans if attributes else ():
            value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name.encode())
            number = pdfium.c_float()
            if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
                spans[name] = int(number.value) if 1 <= number.value <= _NAMELESS else 1
    return spans["RowSpan"], spans["ColSpan"]


def _settled(node: dict[str, Any]) -> dict[str, Any]:
    """Return an element with its kids in order; in a table those that are empty keep their places."""
    own = node["kids"]
    places = range(min(node["count"], _MOST_ROWS)) if node["kind"] in _GRIDS else sorted(own)
    kids = [_settled(own[at]) if isinstance(own.get(at), dict) else own.get(at) for at in places]
    return {**node, "kids": kids}


def _area(drawn: Any) -> float:
    left, bottom, right, top = (pdfium.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return float(abs((right.value - left.value) * (top.value - bottom.value)))


def _strokes(path: Any, count: int, matrix: Any, view: _View) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each stroke of a path; a curve ends one."""
    points: list[tuple[float, float]] = []
    x, y = pdfium.c_float(), pdfium.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        a, b = x.value, y.value
        if kind != pdfium.FPDF_SEGMENT_BEZIERTO:
            turned = matrix.a * a + matrix.c * b + matrix.e, matrix.b * a + matrix.d * b + matrix.f
            points.append(view.point(*turned))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    if points:
        yield points


def _straight(points: list[tuple[float, float]], *, outlined: bool) -> Iterator[Box]:
    """Yield the lines across or down that a stroke draws: a thin box is one, of another each side where it is drawn."""
    box = _around(points)
    if _is_line(box):
        yield box
    elif outlined:
        for pair in zip(points, points[1:], strict=False):
            side = _around(pair)
            if _is_line(side):
                yield side


def _around(points: Any) -> Box:
    across, down = [each[0] for each in points], [each[1] for each in points]
    return min(across), min(down), max(across), max(down)


def _is_line(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) < _THIN and max(width, height) > _SHORTEST_RULE


def _has_stamps(page: Any) -> bool:
    """Whether the page has annotations other than links."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind != _LINKS:
                return True
    return False


def _signatures(document: Any) -> Iterator[str]:
    """Yield the time of each signature as the file has it (`D:20250804…`), "" where it has none."""
    for index in range(min(pdfium.FPDF_GetSignatureCount(document), 100)):
        signature = pdfium.FPDF_GetSignatureObject(document, index)
        size = pdfium.FPDFSignatureObj_GetTime(signature, None, 0) if signature else 0
        if not 0 < size <= _NAMELESS:
            yield ""
            continue
        buffer = pdfium.create_string_buffer(size)
        pdfium.FPDFSignatureObj_GetTime(signature, buffer, size)
        yield str(buffer.value.decode("ascii", "replace"))


def read(data: bytes) -> dict[str, Any]:
    """Return what pdfium finds in the bytes of a PDF, or why it finds nothing."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": "password" if pdfium.FPDF_GetLastError() == _PASSWORD else "broken"}
    return _Reader(document).read()


if __name__ == "__main__":
    bound_this_process()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, separators=(",", ":"))
