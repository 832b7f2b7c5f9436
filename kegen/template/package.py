"""Open a template: a .docx as the bytes of its parts, or in Vietnamese why it is none."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from kegen.problem import KegenError

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_TYPES_PART = "[Content_Types].xml"
_LARGEST = 64 * 1024 * 1024
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, EOFError, OSError, ValueError,
    RuntimeError,
)  # fmt: skip


class Package(NamedTuple):
    """The parts of a .docx by name, in their order, and the content type of those that declare one."""

    file: str
    parts: dict[str, bytes]
    types: dict[str, str]

    def of_type(self, ending: str) -> Iterator[str]:
        """Yield the names of the WordprocessingML parts of the type (`document.main`, `header` …)."""
        return (name for name in self.parts if self.types.get(name) == f"{WORD_TYPE}{ending}+xml")

    def core(self) -> Iterator[str]:
        """Yield the name of the part with the document's title and author, if it has one."""
        return (name for name in self.parts if self.types.get(name) == _CORE_TYPE)


def open_package(data: bytes, file: str) -> Package:
    """Return the parts of the .docx; raises KegenError for anything else."""
    try:
        parts = _read(data, file)
        package = Package(file, parts, _types(parts[_TYPES_PART]))
    except _UNREADABLE as error:
        raise _no_docx(file) from error
    if not any(package.of_type("document.main")):
        raise _no_docx(file)
    return package


def parse(package: Package, name: str) -> etree._Element:
    """Return the root of a part's XML."""
    try:
        return etree.fromstring(package.parts[name], etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise KegenError(f"{package.file}: phần {name} của tệp mẫu bị hỏng, Word cũng không mở được") from error


def _read(data: bytes, file: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        entries = [info for info in zipped.infolist() if not info.is_dir()]
        if sum(info.file_size for info in entries) > _LARGEST:
            raise KegenError(f"{file}: tệp mẫu giải nén ra quá 64 MB; hãy dùng tệp nhỏ hơn, không nhúng ảnh lớn")
        return {info.filename: zipped.read(info) for info in entries}


def _types(content: bytes) -> dict[str, str]:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    overrides = root.iterfind("{*}Override")
    return {str(e.get("PartName")).removeprefix("/"): str(e.get("ContentType")) for e in overrides}


def _no_docx(file: str) -> KegenError:
    return KegenError(
        f"{file}: không phải tệp .docx dùng được làm mẫu (tệp hỏng, tải về dở dang, hoặc là .doc, .dotx); "
        "hãy mở bằng Word rồi lưu lại thành .docx"
    )
