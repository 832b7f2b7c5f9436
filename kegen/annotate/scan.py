"""Where elements stand in the bytes of a part: the one thing needed to add to it without writing it anew."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from kegen.annotate.refusal import refused

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
"""Namespaces, the strict ones among them (ISO/IEC 29500-1 Annex A), by the prefix that names have here."""
_START_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ROOT = -1
_SEPARATOR = "\x1f"
"""What no name in XML can hold."""


class Element(NamedTuple):
    """An element by its offsets in the bytes of its part."""

    name: str
    """With the prefix usual in the standard, whatever the part itself calls it: `w:p`."""
    tag: str
    """As the part spells it: `w:p`, `p`, `ns0:p`."""
    space: str
    attributes: dict[str, str]
    parent: int
    """The index of the nearest element around it that was looked for, -1 where there is none."""
    depth: int
    inner: int
    """After its start tag."""
    close: int
    """Before its end tag; for an element without one, as for `end`, the same as `inner`."""
    end: int
    is_alone: bool
    """Whether it is written `<p/>`."""

    @property
    def prefix(self) -> str:
        """The prefix the part gives it, "" where its namespace is the default one."""
        return self.tag.rpartition(":")[0]


def scan(data: bytes, wanted: Collection[str]) -> list[Element]:
    """Return the elements of these names, in document order; raises KegenError where the bytes are no sound XML."""
    scanner = _Scanner(data, frozenset(wanted))
    try:
        scanner.parser.Parse(data, True)
    except expat.ExpatError:
        raise refused("bị hỏng phần nội dung XML") from None
    return scanner.found


class _Scanner:
    """What expat reports, put down as it comes; an end tag completes what its start tag began."""

    def __init__(self, data: bytes, wanted: frozenset[str]) -> None:
        self.found: list[Element] = []
        self._data, self._wanted = data, wanted
        self._open: list[int] = []
        self._depth = 0
        self.parser = expat.ParserCreate("UTF-8", _SEPARATOR)
        self.parser.namespace_prefixes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = _refuse_doctype

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name, tag, space = _names(full)
        if name not in self._wanted:
            return
        inner = _after_tag(self._data, self.parser.CurrentByteIndex)
        parent = self._open[-1] if self._open else _ROOT
        said = {_names(key)[0]: value for key, value in attributes.items()}
        is_alone = self._data[inner - 2 : inner] == b"/>"
        self._open.append(len(self.found))
        self.found.append(Element(name, tag, space, said, parent, self._depth, inner, inner, inner, is_alone))

    def _end(self, full: str) -> None:
        self._depth -= 1
        if _names(full)[0] not in self._wanted:
            return
        index = self._open.pop()
        if not self.found[index].is_alone:
            close = self.parser.CurrentByteIndex
            end = self._data.index(b">", close) + 1
            self.found[index] = self.found[index]._replace(close=close, end=end)


def _after_tag(data: bytes, start: int) -> int:
    found = _START_TAG.match(data, start)
    if found is None:
        raise AssertionError  # pragma: no cover - expat reports no start tag that does not end
    return found.end()


@lru_cache(maxsize=4096)
def _names(full: str) -> tuple[str, str, str]:
    """Return the usual name, the spelled one and the namespace, of what expat gives as `namespace local prefix`."""
    if _SEPARATOR not in full:
        return full, full, ""
    space, local, prefix = [*full.split(_SEPARATOR), ""][:3]
    return f"{_SPACES.get(space, '?')}:{local}", f"{prefix}:{local}" if prefix else local, space


def _refuse_doctype(*_: object) -> None:
    raise refused("khai báo thực thể XML, điều Word không bao giờ ghi")
