"""Marks that stand apart from the text: urgency, circulation (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2)."""

from __future__ import annotations

import re

from kegen.document.lines import Line

_URGENCY = re.compile(r"khan|thuong-khan|hoa-toc(-hen-gio)?")
_CIRCULATION = re.compile(r"luu-hanh-noi-bo|xem-xong-tra-lai")


def is_urgency(line: Line) -> bool:
    """Whether it is a mark of urgency: KHẨN, THƯỢNG KHẨN, HỎA TỐC."""
    return _is(line, _URGENCY)


def is_circulation(line: Line) -> bool:
    """Whether it is a mark of circulation: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI."""
    return _is(line, _CIRCULATION)


def _is(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.is_capital and pattern.fullmatch(line.folded.strip("-.!*")) is not None
