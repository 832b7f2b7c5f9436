"""XML of a Word file that elements are added to; all else in it is written as it was read."""

from __future__ import annotations

import re

from lxml import etree

from kegen.problem import KegenError

Element = etree._Element  # noqa: SLF001 - lxml gives its element no public name

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii"}
"""The encodings that a part without UTF-16 may declare (ECMA-376 Part 2, 6.2.5)."""
_DECLARATION = re.compile(r"""<\?xml\s(?:[^>]*?\sencoding\s*=\s*["']([^"']*)["'])?[^>]*\?>\s*""")


def refused(why: str) -> KegenError:
    """Return the error for a file that remarks cannot be put into without touching the rest of it."""
    return KegenError(
        f"không tạo được bản có ghi nhận xét vì tệp {why}; hãy mở tệp trong Word, chọn Lưu thành .docx rồi chạy lại"
    )


class Part:
    """The XML of a part: `root` is there to be added to; encoding, byte order mark and declaration stay."""

    def __init__(self, content: bytes) -> None:
        """Read the part; raises KegenError for what is no sound XML, entities and other encodings."""
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
            self._codec = _CODECS.get(found[1].lower(), "")
        if not self._codec:
            raise _foreign()
        self.root = _parse(text.removeprefix(self._declaration))

    def to_bytes(self) -> bytes:
        """Return the part as the file is to have it."""
        text = self._declaration + etree.tostring(self.root.getroottree(), encoding="unicode")
        return self._bom + text.encode(self._codec, "xmlcharrefreplace")


def _parse(text: str) -> Element:
    if "<!DOCTYPE" in text:
        raise refused("khai báo thực thể XML, điều Word không bao giờ ghi")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    try:
        root: Element = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        raise refused("bị hỏng phần nội dung XML") from None
    return root


def _foreign() -> KegenError:
    return refused("ghi bằng bảng mã khác UTF-8 và UTF-16")
