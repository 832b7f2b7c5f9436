"""The parts of a Word file: their XML, the zip they stand in, how they name each other (ECMA-376 Part 2)."""

from __future__ import annotations

import codecs
import itertools
import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from copy import copy
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from kegen.problem import KegenError

Element: TypeAlias = Any
"""An element of lxml, which gives its class no public name."""

TYPES = "[Content_Types].xml"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_MOST = 256 << 20
"""The bytes of all members together; a plan with scanned pages has a tenth of this."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED_OR_PATCHED = 0x1 | 0x20 | 0x40 | 0x2000
_ZIP64 = 45
"""The version that the header of a member asks for when it gives sizes in 64 bits (APPNOTE 4.4.3)."""
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_WIDE_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WIDE = (*_WIDE_BOMS, b"<\0\0\0", b"\0\0\0<")
"""What a part in UTF-32 begins with."""
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii"}
"""The encodings, without UTF-16, that a part is written in again as it was; of all others UTF-8 is made."""
_LONGEST_DECLARATION = 1_000
_DECLARATION = re.compile(r"""<\?xml\s(?:[^>]*?\sencoding\s*=\s*["']([^"']*)["'])?[^>]*\?>\s*""")


def refused(why: str) -> KegenError:
    """Return the error for a file that remarks cannot be put into without touching the rest of it."""
    return KegenError(
        f"không tạo được bản có ghi nhận xét vì tệp {why}; hãy mở tệp trong Word, chọn Lưu thành .docx rồi chạy lại"
    )


class XmlPart:
    """The XML of a part: `root` is there to be added to; encoding, byte order mark and declaration stay."""

    def __init__(self, content: bytes) -> None:
        """Read the part; raises KegenError for what is no sound XML, and for entities."""
        content = content if _is_usual(content) else _in_utf_8(content)
        self._bom, self._codec = next(((bom, codec) for bom, codec in _BOMS if content.startswith(bom)), (b"", ""))
        content = content.removeprefix(self._bom)
        self._codec = self._codec or next((codec for start, codec in _STARTS if content.startswith(start)), "utf-8")
        try:
            text = content.decode(self._codec)
        except UnicodeDecodeError:
            raise _foreign() from None
        found = _DECLARATION.match(text)
        self._declaration = found[0] if found else ""
        if self._codec == "utf-8" and found and found[1]:
            self._codec = _CODECS[found[1].lower()]
        self.root = _parse(text.removeprefix(self._declaration).encode())

    def to_bytes(self) -> bytes:
        """Return the part as the file is to have it."""
        text = self._declaration + etree.tostring(self.root.getroottree(), encoding="unicode")
        return self._bom + text.encode(self._codec, "xmlcharrefreplace")


def _is_usual(content: bytes) -> bool:
    """Whether a part is in UTF-8 or UTF-16, or in ASCII: all that Word writes."""
    if content.startswith(_WIDE):
        return False
    found = _DECLARATION.match(content.removeprefix(b"\xef\xbb\xbf")[:_LONGEST_DECLARATION].decode("latin-1"))
    return not (found and found[1]) or found[1].lower() in _CODECS


def _in_utf_8(content: bytes) -> bytes:
    """Return a part of any other encoding that the parser knows in UTF-8."""
    for mark in _WIDE_BOMS:  # which libxml2 takes for one of UTF-16
        content = content.removeprefix(mark)
    written: bytes = etree.tostring(_parse(content).getroottree(), encoding="UTF-8", standalone=True)
    return written


def _parse(content: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refused("bị hỏng phần nội dung XML") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("khai báo thực thể XML, điều Word không bao giờ ghi")
    return root


def _foreign() -> KegenError:
    return refused("ghi bằng bảng mã khác UTF-8 và UTF-16")


class Archive:
    """The zip file that a Word file is."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises KegenError for one that is damaged, built oddly or far too large."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGES:
            raise _damaged() from None
        names = self._zip.namelist()
        self.names = frozenset(names)
        if not data.startswith(b"PK") or not names or len(names) != len(self.names):
            raise refused("có cấu trúc nén khác thường")
        if sum(each.file_size for each in self._zip.infolist()) > _MOST:
            raise refused("giải nén ra quá lớn so với một văn bản")

    def read(self, name: str) -> bytes | None:
        """Return what a member holds, None where there is no such member; raises KegenError where it is broken."""
        return self._content(self._zip.getinfo(name)) if name in self.names else None

    def _content(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & _ENCRYPTED_OR_PATCHED or member.compress_type not in _METHODS:
            raise refused("có mật khẩu hoặc nén theo cách Word không dùng")
        try:
            return self._zip.read(member)
        except _DAMAGES:
            raise _damaged() from None

    def require_sound(self) -> None:
        """Raise KegenError for a part that Word would not open: a copy would be as broken."""
        for name in self.names:
            if name.lower().endswith((".xml", ".rels")):
                _require_xml(name, self.read(name) or b"")

    def changed(self, contents: Mapping[str, bytes], without: Collection[str] = ()) -> bytes:
        """Return the file with these contents: members stay in their order, names that are new come last."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as copied:
            for member in self._zip.infolist():
                if member.filename in without:
                    continue
                content = contents[member.filename] if member.filename in contents else self._content(member)
                copied.writestr(_header(member), content)
            for name, content in contents.items():
                if name not in self.names:
                    copied.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
            copied.comment = self._zip.comment
        return stream.getvalue()


def _require_xml(name: str, content: bytes) -> None:
    try:
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        raise refused(f"bị hỏng phần {name}") from None


def _header(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the header to write: as it was, but that sizes of 64 bits come only where zipfile finds them needed."""
    header = copy(member)
    if header.extract_version >= _ZIP64:
        header.extra = b""
    return header


def _damaged() -> KegenError:
    return refused("bị hỏng hoặc thiếu một phần")


def main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text."""
    targets = (*_targets(archive, "", "officeDocument"), "word/document.xml")
    found = next(filter(None, (_same_name(each, archive.names) for each in targets)), None)
    if found is None:
        raise refused("không phải là tệp Word (.docx)")
    return found


def relationships_of(part: str) -> str:
    """Return the name of the member that holds the relationships of a part, of the whole file for ""."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _targets(archive: Archive, part: str, kind: str) -> list[str]:
    """Return the names of the members that a part points at in that way: the last word of the type."""
    content = archive.read(relationships_of(part))
    found = [] if content is None else XmlPart(content).root.iter(f"{RELATIONSHIPS}Relationship")
    inside = (each for each in found if each.get("TargetMode") != "External")
    paths = (each.get("Target", "") for each in inside if each.get("Type") in (_USUAL + kind, _STRICT + kind))
    folder = posixpath.join("/", posixpath.dirname(part))
    return [posixpath.normpath(posixpath.join(folder, each)).lstrip("/") for each in paths]


def comments_part(archive: Archive, main: str) -> tuple[str, bool]:
    """Return the name of the part with the comments of the main part, and whether the main part points at it."""
    for target in _targets(archive, main, "comments"):
        return _same_name(target, archive.names) or target, True
    folder = posixpath.dirname(main)
    numbers = itertools.chain([""], itertools.count(1))
    names = (posixpath.join(folder, f"comments{number}.xml") for number in numbers)
    return next(name for name in names if not _same_name(name, archive.names)), False


def with_relationship(archive: Archive, main: str, comments: str, *, strict: bool) -> bytes:
    """Return the relationships of the main part with one to its comments added."""
    part = XmlPart(archive.read(relationships_of(main)) or _NO_RELATIONSHIPS)
    _check_root(part, f"{RELATIONSHIPS}Relationships")
    ids = {each.get("Id") for each in part.root.iter(f"{RELATIONSHIPS}Relationship")}
    fresh = next(f"rId{number}" for number in itertools.count(1) if f"rId{number}" not in ids)
    kind, target = (_STRICT if strict else _USUAL) + "comments", posixpath.basename(comments)
    etree.SubElement(part.root, f"{RELATIONSHIPS}Relationship", {"Id": fresh, "Type": kind, "Target": target})
    return part.to_bytes()


def with_content_type(archive: Archive, comments: str) -> bytes:
    """Return the content types with that of the comments added where they do not have it."""
    content = archive.read(TYPES)
    if content is None:
        raise refused("thiếu phần [Content_Types].xml")
    part = XmlPart(content)
    names = {each.get("PartName", "") for each in part.root.iter(f"{CONTENT_TYPES}Override")}
    if _same_name(f"/{comments}", names):
        return content
    _check_root(part, f"{CONTENT_TYPES}Types")
    etree.SubElement(part.root, f"{CONTENT_TYPES}Override", {"PartName": f"/{comments}", "ContentType": _COMMENTS})
    return part.to_bytes()


def _check_root(part: XmlPart, tag: str) -> None:
    if part.root.tag != tag:
        raise refused("thiếu phần khai báo của tệp Word")


def _same_name(name: str, names: Collection[str]) -> str | None:
    """Return the name among these that is the same but for capitals (ECMA-376 Part 2, 6.2.2)."""
    return name if name in names else next((each for each in names if each.lower() == name.lower()), None)
