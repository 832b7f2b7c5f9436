"""pdfium in a process of its own: a PDF on standard input, its characters, lines and tags as JSON on standard output.

A hostile file can at worst end this process, which has little memory and time and writes nothing but JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from kegen.pdf.bounds import MOST_CHARACTERS, MOST_PAGES, bound_this_process
from kegen.pdf.characters import COLUMNS, Columns, Fonts, characters_of, count_of, rows_of
from kegen.pdf.drawings import covered_share, rules_on
from kegen.pdf.tree import Tree
from kegen.pdf.view import Handle, View

_MOST_ANNOTATIONS = 1000
_MOST_SIGNATURES = 100
_LONGEST_TIME = 200
_UNREADABLE = {"width": 0, "height": 0, "text": {name: [] for name in COLUMNS}, "stamps": [], "rules": [], "drawn": 0}


def read(data: bytes) -> dict[str, object]:
    """Return what pdfium finds in the bytes of a PDF, or why it finds nothing."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": "password" if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else "broken"}
    reader = _Reader(document)
    count = pdfium.FPDF_GetPageCount(document)
    pages = [reader.page(index) for index in range(count)] if count <= MOST_PAGES else []
    if count > MOST_PAGES or reader.budget < 0:
        return {"error": "long"}
    return {
        "tagged": bool(pdfium.FPDFCatalog_IsTagged(document)) and reader.tree.is_whole,
        "signatures": list(_signatures(document)),
        "fonts": reader.fonts.found,
        "pages": pages,
        "tree": reader.tree.node(),
    }


class _Reader:
    """One open file being read page by page."""

    def __init__(self, document: Handle) -> None:
        self._document = document
        self.fonts = Fonts()
        self.tree = Tree()
        self.budget = MOST_CHARACTERS

    def page(self, index: int) -> dict[str, object]:
        """Return what stands on a page."""
        page = pdfium.FPDF_LoadPage(self._document, index)
        self.budget -= count_of(page) if page else 0
        if not page or self.budget < 0:
            return _UNREADABLE
        view, text = self._upright(page)
        found = {
            "width": view.width,
            "height": view.height,
            "text": text,
            "rules": rules_on(page, view),
            "drawn": covered_share(page, view),
        }
        self.tree.add_page(page, index)
        has_stamps = _has_stamps(page)
        if has_stamps:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        known = {row[:4] for row in rows_of(text)} if has_stamps else set()
        return {**found, "stamps": self._stamps(index, view, known) if has_stamps else []}

    def _upright(self, page: Handle) -> tuple[View, Columns]:
        """Return how to look at a page so that most of its words are upright, and its characters so."""
        found = []
        for more in range(4):
            view = View(page, more)
            found.append((view, characters_of(page, view, self.fonts)))
            if 2 * sum(found[-1][1]["turned"]) <= len(found[-1][1]["turned"]):
                return found[-1]
        return found[0]

    def _stamps(self, index: int, view: View, known: set[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """Return the characters that are there only since the annotations were made part of the page."""
        page = pdfium.FPDF_LoadPage(self._document, index)
        self.budget -= count_of(page) if page else 0
        if not page or self.budget < 0:
            return []
        found = [row for row in rows_of(characters_of(page, view, self.fonts)) if row[:4] not in known]
        pdfium.FPDF_ClosePage(page)
        return found


def _has_stamps(page: Handle) -> bool:
    """Whether the page has annotations other than links."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind != pdfium.FPDF_ANNOT_LINK:
                return True
    return False


def _signatures(document: Handle) -> Iterator[str]:
    """Yield the time of each signature as the file has it (`D:20250804…`), "" where it has none."""
    for index in range(min(pdfium.FPDF_GetSignatureCount(document), _MOST_SIGNATURES)):
        signature = pdfium.FPDF_GetSignatureObject(document, index)
        size = pdfium.FPDFSignatureObj_GetTime(signature, None, 0) if signature else 0
        if not 0 < size <= _LONGEST_TIME:
            yield ""
            continue
        buffer = pdfium.create_string_buffer(size)
        pdfium.FPDFSignatureObj_GetTime(signature, buffer, size)
        yield str(buffer.value.decode("ascii", "replace"))


if __name__ == "__main__":
    bound_this_process()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, separators=(",", ":"))
