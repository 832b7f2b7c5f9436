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
from kegen.docx.refusals import foreign_kind
from kegen.importing.libreoffice import as_docx
from kegen.importing.pdf_notes import with_references
from kegen.pdf.document import StrayStamp, read_pdf
from kegen.plan.model import Source
from kegen.plan.saved import SUFFIX, is_saved_plan
from kegen.problem import KegenError

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_OTHERS = (".odt", ".ott", ".rtf", ".doc", ".fodt")
_PDF = ".pdf"
_SHOWN_WORDS = 20
_STARTS = ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"), (b"{\\rtf", ".rtf"), (b"PK\3\4", ".docx"))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""Stands in the first entry of a zip (OpenDocument 1.3, part 2, 3.3)."""
_FLAT = b"urn:oasis:names:tc:opendocument"
_HEAD = 1024
_KINDS = ".docx, .docm, .odt, .rtf, .doc hoặc .pdf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Received(NamedTuple):
    """A file that was received."""

    document: Document
    source: Source
    signed: str = ""
    """The day of its digital signature as `2026-05-04`, "" for none: a guess for the day of issue."""
    left: tuple[str, ...] = ()
    """What of the file is not in the document, in words."""
    stamped: frozenset[str] = frozenset()
    """Which facts stamps give that were put into the text: `number`, `issued`."""


def check_kind(path: Path) -> None:
    """Raise KegenError where the name is not that of a text that can be read."""
    if is_saved_plan(path):
        raise KegenError(
            f"{path}: đây đã là kế hoạch đọc xong; trả lời câu còn ngỏ bằng kegen confirm {path}, soạn kế hoạch của "
            f"mình bằng kegen new --parent {path}"
        )
    if path.suffix.lower() in (".yaml", ".yml"):
        raise KegenError(
            f"{path}: đây là hồ sơ; kế hoạch của hồ sơ thì ghi bằng kegen resolve --profile {path} --output tên{SUFFIX}"
        )
    if path.suffix.lower() not in (*_WORD, *_OTHERS, _PDF):
        raise KegenError(f"{path}: kegen import đọc tệp {_KINDS}; hãy xin lại văn bản ở một trong các dạng đó")


def received(data: bytes, path: Path) -> Received:
    """Read the bytes of the file at the path; raises KegenError, in Vietnamese, where that cannot be."""
    check_kind(path)
    kind = _kind_in(data)
    if not kind:
        raise foreign_kind(data, str(path))
    source = Source(path.name, hashlib.sha256(data).hexdigest(), kind.removeprefix("."))
    if kind in _WORD or (kind == ".doc" and _ENCRYPTED in data):
        return Received(read_document(data, str(path)), source._replace(how="docx"))
    if kind == _PDF:
        return _of_pdf(data, str(path), source)
    return Received(read_document(as_docx(data, str(path), kind), str(path)), source)


def _kind_in(data: bytes) -> str:
    """Return how the name of such bytes should end, "" where they do not tell: names are wrong as often as not."""
    head = data[:_HEAD]
    if _OPEN_DOCUMENT in head:
        return ".odt"
    found = next((kind for start, kind in _STARTS if head.startswith(start)), "")
    return found or (_PDF if b"%PDF" in head else ".fodt" if _FLAT in head else "")


def _of_pdf(data: bytes, name: str, source: Source) -> Received:
    found = read_pdf(data, name)
    days = [each.day.isoformat() for each in found.signatures if each.day]
    scanned = ", ".join(map(str, found.scanned))
    turned = ", ".join(map(str, found.turned))
    left = (
        *([f"trang {scanned} là ảnh chụp nên không đọc được"] if scanned else []),
        *([f"trang {turned} có chữ xoay ngang nên chưa đọc"] if turned else []),
        *(f"trang {page} có chữ đóng thêm: “{words}”" for page, words in _stray_texts(found.stray_stamps)),
    )
    stamped = frozenset(each.field for each in found.stamped)
    return Received(with_references(found.document), source, days[-1] if days else "", left, stamped)


def _stray_texts(stray_stamps: Iterable[StrayStamp]) -> Iterator[tuple[int, str]]:
    """Yield the pages that have stamps outside of the text, and how what is stamped there begins."""
    for page, own in groupby(stray_stamps, key=lambda each: each.page):
        yield page, opening("; ".join(each.text for each in own), _SHOWN_WORDS)
