"""How a page is turned and cut: from the coordinates of its content to points right and down of its upper left corner.

Runs in the worker's process, as do `characters`, `drawings` and `tree`.
"""

from __future__ import annotations

from math import isnan

import pypdfium2.raw as pdfium

_FARTHEST = 1e6
Handle = object
"""What pdfium gives for a page, a font and the like: only pdfium looks into it."""
Matrix = tuple[float, float, float, float, float, float]


class View:
    """A page as a reader sees it (ISO 32000-1, 7.7.3.3: `CropBox` and `Rotate`), turned by `more` quarters."""

    def __init__(self, page: Handle, more: int = 0) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = float(box.left), float(box.top), float(box.right), float(box.bottom)
        self._turn = (int(pdfium.FPDFPage_GetRotation(page)) + more) % 4
        sides = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
        self.width, self.height = sides[::-1] if more % 2 else sides

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the content lies."""
        left, top, right, bottom = self._box
        from_left, from_top, from_right, from_bottom = x - left, top - y, right - x, y - bottom
        turned = (from_left, from_top), (from_bottom, from_left), (from_right, from_bottom), (from_top, from_right)
        return turned[self._turn]

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return which way a direction of the content goes."""
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self._turn]


def hundredths(length: float) -> int:
    """Return a length as a whole number of hundredths; what is no number or beyond measure as a bound."""
    return 0 if isnan(length) else round(max(-_FARTHEST, min(_FARTHEST, length)) * 100)


def matrix_of(found: pdfium.FS_MATRIX) -> Matrix:
    """Return the numbers of a matrix."""
    return float(found.a), float(found.b), float(found.c), float(found.d), float(found.e), float(found.f)
