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


class Whereabouts:
    """Tells where each of some parts stands."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts

    def __call__(self, at: int) -> str:
        """Return where the part stands."""
        part = self._parts[at]
        if part.slot in _NAMES:
            return _NAMES[part.slot] + (f" {part.annex + 1}" if part.annex > 0 else "")
        if part.annex >= 0:
            return f"phụ lục {part.annex + 1}, {self._row(at) if part.slot == 'row' else 'đoạn văn'}"
        heads = self._headings(at)
        where = " > ".join(heads) if heads else "phần mở đầu"
        return f"{where}, {self._row(at)}" if part.slot == "row" else where

    def _row(self, at: int) -> str:
        table = self._parts[at].table
        rows = [place for place, each in enumerate(self._parts) if each.slot == "row" and each.table == table]
        return f"dòng {rows.index(at)} của bảng" if rows.index(at) else "dòng đầu của bảng"

    def _headings(self, at: int) -> list[str]:
        found: list[str] = []
        level = self._parts[at].level or 99
        for each in reversed(self._parts[:at]):
            if each.annex < 0 and each.slot == "text" and 0 < each.level < level:
                level = each.level
                words = each.text.split()
                found.insert(0, " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else ""))
        return found
