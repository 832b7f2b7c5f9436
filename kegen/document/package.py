"""The parts of a Word file, taken out of its zip within bounds, or one sentence on why that cannot be."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kegen.document.members import inflated, members
from kegen.document.recent import Recent
from kegen.document.refusals import foreign_kind, refusal
from kegen.document.xml import Element, parse
from kegen.problem import KegenError

if TYPE_CHECKING:
    from kegen.document.zipped import Zipped

_MOST_FILE = 64 << 20
_MOST_PART = 24 << 20
_MOST_ALL = 48 << 20
_MOST_PARTS = 4000
"""A plan of a hundred pages is under 2 MiB of XML; a part beyond these is no text that somebody wrote."""
_RELATIONSHIPS = "/relationships/"
_REACHES_OUT = frozenset({"attachedTemplate", "oleObject", "subDocument", "frame", "aFChunk", "package"})
_NETWORK = ("http:", "https:", "ftp:", "\\\\", "//", "smb:")


class Relationship(NamedTuple):
    """What a part points at: the kind, and the name of the part (or the address, outside)."""

    kind: str
    target: str
    outside: bool


_LARGEST_KEPT = 1 << 16
RELATED: Recent[tuple[str, bytes], dict[str, Relationship]] = Recent(16)
"""What the parts of files made from one template point at, the same in all of them."""


class Package:
    """A .docx whose parts are read as they are asked for, never more than the bounds allow."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data
        self._left = _MOST_ALL
        _check(data, name)
        self._members = members(data)
        names = self._zipped.names if self._members is None else list(self._members)
        if len(names) > _MOST_PARTS:
            raise refusal(name, "chứa quá nhiều tệp con", "tệp không phải do Word lưu; hãy xin lại tệp")
        self._names = frozenset(names)
        self.main = self._main_part()

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part; raises KegenError where they cannot be had."""
        if part not in self._names:
            return None
        most = min(_MOST_PART, self._left)
        data = None if self._members is None else inflated(self._data, self._members[part], most)
        if data is None:
            data = self._zipped.read(part, most)
        if len(data) > most:
            raise self._too_large()
        self._left -= len(data)
        return data

    @cached_property
    def _zipped(self) -> Zipped:
        from kegen.document.zipped import Zipped  # noqa: PLC0415 - what programs write seldom needs it

        return Zipped(self._data, self.name)

    def tree(self, part: str) -> Element | None:
        """Return the root of a part's XML, None where there is no such part."""
        data = self.read(part)
        return None if data is None else self.parse(data, part)

    def parse(self, data: bytes, part: str) -> Element:
        """Return the root of the XML that is, or stands for, a part."""
        return parse(data, f"{self.name} ({part})")

    def related(self, part: str) -> dict[str, Relationship]:
        """Return what a part points at, by relationship id."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        data = self.read(name)
        if data is None:
            return {}
        found = RELATED.get((folder, data))
        if found is None:
            root = self.parse(data, name)
            found = {each.get("Id", ""): _relationship(each, folder) for each in root if isinstance(each.tag, str)}
            if len(data) <= _LARGEST_KEPT:
                RELATED.put((folder, data), found)
        self._check_outside(found)
        return found

    def _check_outside(self, found: dict[str, Relationship]) -> None:
        for each in found.values():
            if each.outside and each.kind in _REACHES_OUT and each.target.lower().startswith(_NETWORK):
                why = f"tự nối ra ngoài khi mở ({each.target[:80]})"
                raise refusal(self.name, why, "hãy bỏ liên kết ấy, hoặc chép nội dung sang một tệp Word mới")

    def _main_part(self) -> str:
        for each in self.related("").values():
            if each.kind == "officeDocument" and not each.outside and each.target in self._names:
                return each.target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise refusal(self.name, "không phải là tệp Word (.docx)", "hãy mở trong Word rồi chọn Lưu thành .docx")

    def _too_large(self) -> KegenError:
        return refusal(
            self.name, "giải nén ra quá lớn so với một văn bản", "tệp có thể đã bị cài bom nén; hãy xin lại tệp"
        )


def _check(data: bytes, name: str) -> None:
    if len(data) > _MOST_FILE:
        raise refusal(name, f"lớn hơn {_MOST_FILE >> 20} MiB", "hãy giảm cỡ các ảnh trong tệp rồi lưu lại")
    if not data.startswith(b"PK"):
        raise foreign_kind(data, name)


def _relationship(element: Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rpartition(_RELATIONSHIPS)[2]
    target = element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(kind, target, outside)
