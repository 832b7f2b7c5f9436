"""The characters of a page: what each is, where it stands, how it looks, which marked content it belongs to."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from kegen.pdf.view import Handle, View, hundredths, matrix_of

_HYPHENS = (0x02, 0xAD, 0xFFFE)
"""What pdfium gives for a hyphen that ends a line."""
_SURROGATES = range(0xD800, 0xE000)
_UNMAPPED = (0, 0xFFFD)
_HEAVY = 600
"""Semi-bold (OpenType, usWeightClass)."""
_LONGEST_NAME = 200
_SLANT = 0.1
COLUMNS = ("code", "x0", "x1", "y", "size", "font", "mark", "turned", "hidden")
Columns = dict[str, list[int]]
"""What is told of each character, a list each: all lengths in hundredths of a point."""


class Fonts:
    """The fonts met so far, each once: name, whether heavy, whether slanted."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bool, bool]] = []
        self._places: dict[tuple[str, bool, bool], int] = {}

    def place(self, text_object: Handle) -> int:
        """Return which of the fonts a text object has."""
        key = _font(pdfium.FPDFTextObj_GetFont(text_object))
        if key not in self._places:
            self._places[key] = len(self.found)
            self.found.append(key)
        return self._places[key]


def _font(font: Handle) -> tuple[str, bool, bool]:
    if not font:
        return "", False, False
    angle = pdfium.c_int()
    slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    return _name(font), pdfium.FPDFFont_GetWeight(font) >= _HEAVY, slanted


def _name(font: Handle) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < size <= _LONGEST_NAME:
        return ""
    buffer = pdfium.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return str(buffer.value.decode("utf-8", "replace"))


def count_of(page: Handle) -> int:
    """Return how many characters a page has."""
    text = pdfium.FPDFText_LoadPage(page)
    count = max(0, pdfium.FPDFText_CountChars(text)) if text else 0
    if text:
        pdfium.FPDFText_ClosePage(text)
    return count


def characters_of(page: Handle, view: View, fonts: Fonts) -> Columns:
    """Return the characters of a page in the order of the file; those that pdfium makes up are left out."""
    columns: Columns = {name: [] for name in COLUMNS}
    text = pdfium.FPDFText_LoadPage(page)
    faces: dict[int, tuple[int, ...]] = {}
    for index in range(pdfium.FPDFText_CountChars(text) if text else 0):
        owner = pdfium.FPDFText_GetTextObject(text, index)
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not owner or code in _SURROGATES:
            continue
        key = pdfium.cast(owner, pdfium.c_void_p).value
        if key not in faces:
            faces[key] = _look(text, index, owner, view, fonts)
        letter = 0x2D if code in _HYPHENS else 0xFFFD if code in _UNMAPPED else code
        values = (letter, *_place(text, index, view), *faces[key])
        for column, value in zip(columns.values(), values, strict=True):
            column.append(value)
    if text:
        pdfium.FPDFText_ClosePage(text)
    return columns


def _place(text: Handle, index: int, view: View) -> tuple[int, int, int]:
    """Return where a character begins and ends, and its baseline."""
    x, y, box = pdfium.c_double(), pdfium.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    ends = sorted((view.point(box.left, box.bottom)[0], view.point(box.right, box.top)[0]))
    return hundredths(ends[0]), hundredths(ends[1]), hundredths(view.point(x.value, y.value)[1])


def _look(text: Handle, index: int, owner: Handle, view: View, fonts: Fonts) -> tuple[int, ...]:
    """Return what all characters of one text object share: size, font, mark, whether turned, whether hidden."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, found)
    a, b, c, d, _, _ = matrix_of(found)
    along, down = view.direction(a, b)
    turned = abs(down) > _SLANT * abs(along) or along < 0
    hidden = pdfium.FPDFTextObj_GetTextRenderMode(owner) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    size = hundredths(pdfium.FPDFText_GetFontSize(text, index) * ((c * c + d * d) ** 0.5 or 1.0))
    return size, fonts.place(owner), pdfium.FPDFPageObj_GetMarkedContentID(owner), int(turned), int(hidden)


def rows_of(columns: Columns) -> list[tuple[int, ...]]:
    """Return what is told of each character, a row each."""
    return list(zip(*columns.values(), strict=True))
