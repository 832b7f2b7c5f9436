"""A file that was received, read into a Document by its kind: Word, a text of another program, or PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kegen.check.words import opening
from kegen.docx.model import Document
from kegen.docx.read import read_document
from kegen.importing.libreoffice import as_docx
from kegen.importing.pdf_notes import with_references
from kegen.pdf.document import Aside, read_pdf
from kegen.plan.model import Source
from kegen.problem import KegenError

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_OTHERS = (".odt", ".ott", ".rtf", ".doc", ".fodt")
_PDF = ".pdf"
_SHOWN_WORDS = 20


class Received(NamedTuple):
    """A file that was received."""

    document: Document
    source: Source
    signed: str = ""
    """The day of its digital signature as `2026-05-04`, "" for none: a guess for the day of issue."""
    left: tuple[str, ...] = ()
    """What of the file is not in the document, in words."""


def received(data: bytes, path: Path) -> Received:
    """Read the bytes of the file at the path; raises KegenError, in Vietnamese, where that cannot be."""
    kind = path.suffix.lower()
    source = Source(path.name, hashlib.sha256(data).hexdigest(), kind.removeprefix("."))
    if kind in _WORD:
        return Received(read_document(data, str(path)), source._replace(how="docx"))
    if kind == _PDF:
        return _of_pdf(data, str(path), source._replace(how="pdf"))
    if kind in _OTHERS:
        return Received(read_document(as_docx(data, str(path)), str(path)), source)
    kinds = ".docx, .docm, .odt, .rtf, .doc hoặc .pdf"
    raise KegenError(f"{path}: kegen import đọc tệp {kinds}; hãy xin lại văn bản ở một trong các dạng đó")


def _of_pdf(data: bytes, name: str, source: Source) -> Received:
    found = read_pdf(data, name)
    days = [each.day.isoformat() for each in found.signatures if each.day]
    scanned = ", ".join(map(str, found.scanned))
    turned = ", ".join(map(str, found.turned))
    left = (
        *([f"trang {scanned} là ảnh chụp nên không đọc được"] if scanned else []),
        *([f"trang {turned} có chữ xoay ngang nên chưa đọc"] if turned else []),
        *(f"trang {page} có chữ đóng thêm: “{words}”" for page, words in _asides(found.asides)),
    )
    return Received(with_references(found.document), source, days[-1] if days else "", left)


def _asides(asides: Iterable[Aside]) -> Iterator[tuple[int, str]]:
    """Yield the pages that have stamps outside of the text, and how what is stamped there begins."""
    for page, own in groupby(asides, key=lambda each: each.page):
        yield page, opening("; ".join(each.text for each in own), _SHOWN_WORDS)
