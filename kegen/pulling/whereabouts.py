"""Where a part stands, in words: under which heading, in which annex, or which part of head and end it is."""

from __future__ import annotations

from collections.abc import Sequence

from kegen.pulling.parts import Part, Slot

_NAMES: dict[Slot, str] = {
    "parent": "cơ quan chủ quản",
    "issuer": "cơ quan ban hành",
    "number": "số, ký hiệu",
    "date": "địa danh, ngày",
    "kind": "tên loại",
    "title": "trích yếu",
    "recipient": "nơi nhận",
    "archive": "dòng Lưu",
    "authority": "quyền hạn, chức vụ người ký",
    "signer": "họ tên người ký",
    "margin": "đầu trang, chân trang hoặc khung chữ",
    "label": "số phụ lục",
    "annex-title": "tên phụ lục",
    "reference": "dòng kèm theo của phụ lục",
}
_SHOWN = 8
"""Words of a heading that are shown."""
_NAME = 6
"""Words that tell a row from others."""


class Whereabouts:
    """Tells where each of some parts stands."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts

    def __call__(self, at: int) -> str:
        """Return where the part stands."""
        part = self._parts[at]
        if part.slot in _NAMES:
            return _NAMES[part.slot] + (f" {part.annex + 1}" if part.annex > 0 else "")
        if part.slot == "row":
            return f"{self.table(at)}, {self._row(at)}"
        return f"{self._annex(part)}, đoạn văn" if part.annex >= 0 else self._section(at)

    def table(self, at: int) -> str:
        """Return where the table of a row stands."""
        part = self._parts[at]
        return f"{self._annex(part) if part.annex >= 0 else self._section(at)}, bảng"

    def column(self, at: int, cell: int) -> str:
        """Return the title of the column that a cell of a row stands in; "" where nobody can tell."""
        own = self._parts[at]
        head = next(each for each in self._parts if each.slot == "row" and each.table == own.table)
        return head.cells[cell] if head is not own and len(head.cells) == len(own.cells) else ""

    def _annex(self, part: Part) -> str:
        several = any(each.annex > 0 for each in self._parts)
        return f"phụ lục {part.annex + 1}" if several else "phụ lục"

    def _section(self, at: int) -> str:
        return " > ".join(self._headings(at)) or "phần mở đầu"

    def _row(self, at: int) -> str:
        part = self._parts[at]
        if part.is_numbered and part.cells[0]:
            return f"dòng số {part.cells[0]} “{_short(part.cells[1], _NAME)}”"
        rows = [place for place, each in enumerate(self._parts) if each.slot == "row" and each.table == part.table]
        return f"dòng thứ {rows.index(at) + 1}"

    def _headings(self, at: int) -> list[str]:
        found: list[str] = []
        level = self._parts[at].level or 99
        for each in reversed(self._parts[:at]):
            if each.annex < 0 and each.slot == "text" and 0 < each.level < level:
                level = each.level
                found.insert(0, _short(each.text, _SHOWN))
        return found


def _short(text: str, most: int) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
