"""What is drawn on a page: its straight lines, and how much of it pictures cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isnan

import pypdfium2.raw as pdfium

from kegen.pdf.bounds import MOST_RULES
from kegen.pdf.view import Handle, Matrix, View, hundredths, matrix_of

_THIN = 3.0
_SHORTEST = 4.0
Point = tuple[float, float]
Box = tuple[float, float, float, float]


def covered_share(page: Handle, view: View) -> float:
    """Return the share of the page that pictures, and all else that is neither text nor lines, take."""
    area = 0.0
    for each in _objects(page):
        if pdfium.FPDFPageObj_GetType(each) not in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH):
            area += _area(each)
    whole = view.width * view.height
    return min(1.0, area / whole) if whole > 0 and not isnan(area) else 0.0


def rules_on(page: Handle, view: View) -> list[list[int]]:
    """Return the straight lines across and down, in hundredths of a point."""
    rules: list[list[int]] = []
    budget = MOST_RULES
    for each in _objects(page):
        if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH:
            budget -= max(0, pdfium.FPDFPath_CountSegments(each))
            if budget < 0:
                break
            rules += [[hundredths(side) for side in box] for box in _rules_of(each, view)]
    return rules


def _objects(page: Handle) -> Iterator[Handle]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, index)


def _area(drawn: Handle) -> float:
    left, bottom, right, top = (pdfium.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return abs(float(right.value - left.value) * float(top.value - bottom.value))


def _rules_of(path: Handle, view: View) -> Iterator[Box]:
    fill, stroke, found = pdfium.c_int(), pdfium.c_int(), pdfium.FS_MATRIX()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetMatrix(path, found)
    if fill.value or stroke.value:
        for points in _strokes(path, matrix_of(found), view):
            yield from _straight(points, outlined=bool(stroke.value))


def _strokes(path: Handle, matrix: Matrix, view: View) -> Iterator[list[Point]]:
    """Yield the points of each stroke of a path; a curve ends one."""
    points: list[Point] = []
    a, b, c, d, e, f = matrix
    x, y = pdfium.c_float(), pdfium.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        if kind != pdfium.FPDF_SEGMENT_BEZIERTO:
            points.append(view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    if points:
        yield points


def _straight(points: Sequence[Point], *, outlined: bool) -> Iterator[Box]:
    """Yield the lines across or down that a stroke draws: a thin box is one, of another each side where it is drawn."""
    box = _around(points)
    if _is_line(box):
        yield box
    elif outlined:
        yield from filter(_is_line, map(_around, pairwise(points)))


def _around(points: Sequence[Point]) -> Box:
    across, down = [each[0] for each in points], [each[1] for each in points]
    return min(across), min(down), max(across), max(down)


def _is_line(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) < _THIN and max(width, height) > _SHORTEST
