"""The parts of a Word file, taken out of its zip within bounds, or one sentence on why that cannot be."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import NamedTuple
from urllib.parse import unquote

from kegen.docx.refusals import broken, foreign_kind, locked, refusal
from kegen.docx.xml import Element, parse
from kegen.problem import KegenError

_MOST_FILE = 64 << 20
_MOST_PART = 24 << 20
_MOST_ALL = 48 << 20
_MOST_PARTS = 4000
"""A plan of a hundred pages is under 2 MiB of XML; a part beyond these is no text that somebody wrote."""
_MOST_ENTRIES = 40_000
"""A zip whose directory may list more than this is not opened: listing a million entries takes many seconds."""
_ENTRY = b"PK\1\2"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""All that a Word file may use (ECMA-376 Part 2, Annex C); zipfile inflates others without a bound."""
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
_RELATIONSHIPS = "/relationships/"
_REACHES_OUT = frozenset(
    {"attachedTemplate", "oleObject", "subDocument", "frame", "aFChunk", "package", "mailMergeSource", "transform"}
    | {"mailMergeHeaderSource"}
)
_NETWORK = re.compile(r"//|file:(?://(?!/)|/{4})(?!localhost/|[a-z]:)|(?!file:)[a-z][a-z0-9+.-]+:")
"""An address of another machine, in small letters and with strokes one way; `C:/` and `file:///C:/` are of this one."""


class Relationship(NamedTuple):
    """What a part points at: the kind, and the name of the part (or the address, outside)."""

    kind: str
    target: str
    outside: bool


class Package:
    """A .docx whose parts are read as they are asked for, never more than the bounds allow.

    Raises KegenError, with the name given, for bytes that are no Word file or are damaged, encrypted or too large.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = _MOST_ALL
        self._zip = _opened(data, name)
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS:
            raise _too_many(name)
        self._entries = {each.filename: each for each in entries}
        self._links = {each: self._links_in(each) for each in self._entries if each.lower().endswith(".rels")}
        self.main = self._main_part()

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part; raises KegenError where they cannot be had."""
        entry = self._entries.get(part)
        if entry is None:
            return None
        most = min(_MOST_PART, self._left)
        data = self._inflated(entry, most)
        if len(data) > most:
            why = "giải nén ra quá lớn so với một văn bản"
            raise refusal(self.name, why, "tệp có thể đã bị cài bom nén; hãy xin lại tệp")
        self._left -= len(data)
        return data

    def _inflated(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        """Return what an entry holds, one byte over the limit where it holds more."""
        if entry.flag_bits & 1:
            raise locked(self.name)
        if entry.compress_type not in _METHODS:
            raise broken(self.name)
        try:
            with self._zip.open(entry) as stream:
                return stream.read(most + 1)
        except _UNREADABLE:
            raise broken(self.name) from None

    def parse(self, data: bytes, part: str) -> Element:
        """Return the root of a part's XML, given the bytes of the part."""
        return parse(data, f"{self.name} ({part})")

    def related(self, part: str) -> dict[str, Relationship]:
        """Return what a part points at, by relationship id; "" is the whole package."""
        folder, file = posixpath.split(part)
        return self._links.get(posixpath.join(folder, "_rels", f"{file}.rels"), {})

    def _links_in(self, name: str) -> dict[str, Relationship]:
        """Return the relationships in a .rels of the file; raises KegenError where one would reach out on opening."""
        root = self.parse(self.read(name) or b"", name)
        folder = posixpath.dirname(posixpath.dirname(name))
        found = {each.get("Id", ""): _relationship(each, folder) for each in root if isinstance(each.tag, str)}
        for each in found.values():
            self._check_outside(each)
        return found

    def _check_outside(self, link: Relationship) -> None:
        address = unquote(link.target).strip().replace("\\", "/").lower()
        if link.outside and link.kind in _REACHES_OUT and _NETWORK.match(address):
            why = f"tự nối ra ngoài khi mở ({link.target[:80]})"
            raise refusal(self.name, why, "hãy bỏ liên kết ấy, hoặc chép nội dung sang một tệp Word mới")

    def _main_part(self) -> str:
        for each in self.related("").values():
            if each.kind == "officeDocument" and not each.outside and each.target in self._entries:
                return each.target
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        raise refusal(self.name, "không phải là tệp Word (.docx)", "hãy mở trong Word rồi chọn Lưu thành .docx")


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if len(data) > _MOST_FILE:
        raise refusal(name, f"lớn hơn {_MOST_FILE >> 20} MiB", "hãy giảm cỡ các ảnh trong tệp rồi lưu lại")
    if not data.startswith(b"PK"):
        raise foreign_kind(data, name)
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise _too_many(name)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE:
        raise broken(name) from None


def _too_many(name: str) -> KegenError:
    return refusal(name, "chứa quá nhiều tệp con", "tệp không phải do Word lưu; hãy xin lại tệp")


def _relationship(element: Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rpartition(_RELATIONSHIPS)[2]
    target = element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(kind, target, outside)
