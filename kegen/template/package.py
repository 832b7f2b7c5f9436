"""Open a template: a .docx as the bytes of its parts, or in Vietnamese why it is none; and its parts as XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

from kegen.identity import CUSTOM_TYPE
from kegen.problem import KegenError

Element: TypeAlias = Any
"""An element of lxml, which gives its class no public name."""
_TYPE_PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
TYPES_PART, RELATIONSHIPS_PART = "[Content_Types].xml", "_rels/.rels"
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
        return (name for name in self.parts if self.types.get(name) == f"{_TYPE_PREFIX}{ending}+xml")

    def core(self) -> Iterator[str]:
        """Yield the name of the part with the document's title and author, if it has one."""
        return (name for name in self.parts if self.types.get(name) == _CORE_TYPE)

    def custom(self) -> Iterator[str]:
        """Yield the name of the part with properties of one's own, if it has one."""
        return (name for name in self.parts if self.types.get(name) == CUSTOM_TYPE)


def open_package(data: bytes, file: str) -> Package:
    """Return the parts of the .docx; raises KegenError for anything else."""
    try:
        parts = _read(data, file)
        package = Package(file, parts, _types(parts[TYPES_PART]))
    except _UNREADABLE as error:
        raise _no_docx(file) from error
    if not any(package.of_type("document.main")):
        raise _no_docx(file)
    return package


def parse(package: Package, name: str) -> Element:
    """Return the root of a part's XML."""
    try:
        return etree.fromstring(package.parts[name], etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise KegenError(f"{package.file}: phần {name} của tệp mẫu bị hỏng, Word cũng không mở được") from error


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return _WORD + name


def all_of(root: Element, name: str) -> list[Element]:
    """Return every WordprocessingML element of the name below the root, in order."""
    return list(root.iter(w(name)))


def text_of(element: Element) -> str:
    """Return the text of an element's runs, joined."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def ancestors(element: Element, ending: str) -> Iterator[Element]:
    """Yield the ancestors whose name without its namespace is the given one, nearest first."""
    return (a for a in element.iterancestors() if etree.QName(a).localname == ending)


def keep_blanks(root: Element) -> None:
    """Make every run keep the blanks at its ends and between its words."""
    for t in all_of(root, "t"):
        t.set(_XML_SPACE, "preserve")


def put_before(element: Element, text: str) -> None:
    """Put text before the element, behind whatever stands there."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


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
