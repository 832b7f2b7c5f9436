"""A part as bytes of UTF-8 that text can be added to, given back in the encoding it came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kegen.annotate.refusal import refused
from kegen.annotate.scan import Element

Insertion = tuple[int, str]
"""An offset and what comes to stand there; of several at one offset, the first given comes first."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")


class Part(NamedTuple):
    """The XML of a part in UTF-8 without byte order mark, and how the file has it."""

    data: bytes
    bom: bytes
    codec: str

    def with_added(self, insertions: Iterable[Insertion]) -> bytes:
        """Return the part as the file has it, with the texts put in; not a byte of it goes."""
        pieces, at = [], 0
        for offset, text in sorted(insertions, key=lambda each: each[0]):
            pieces += [self.data[at:offset], text.encode()]
            at = offset
        data = b"".join([*pieces, self.data[at:]])
        return self.bom + (data if self.codec == "utf-8" else data.decode().encode(self.codec))


def read_part(content: bytes) -> Part:
    """Return the part; raises KegenError for encodings other than the two allowed (ECMA-376 Part 2, 6.2.5)."""
    bom, codec = next(((bom, codec) for bom, codec in _BOMS if content.startswith(bom)), (b"", ""))
    text = content.removeprefix(bom)
    codec = codec or next((codec for start, codec in _STARTS if text.startswith(start)), "utf-8")
    try:
        data = text.decode(codec).encode()
    except UnicodeDecodeError:
        raise refused("ghi bằng bảng mã khác UTF-8 và UTF-16") from None
    declared = _DECLARED.match(data)
    if codec == "utf-8" and declared and declared[1].upper() not in (b"UTF-8", b"UTF8", b"US-ASCII"):
        raise refused("ghi bằng bảng mã khác UTF-8 và UTF-16")
    return Part(data, bom, codec)


def inside(element: Element, first: str, last: str, start: int | None = None) -> list[Insertion]:
    """Return what puts one text at the start of the element (or at `start`) and one at its end.

    `<p/>` opens up by additions alone: `<p` + `>…<` + `/` + `p` + `>`.
    """
    if element.is_alone:
        return [(element.inner - 2, f">{first}{last}<"), (element.inner - 1, element.tag)]
    return [(element.inner if start is None else start, first), (element.close, last)]
