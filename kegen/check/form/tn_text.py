"""Nội dung của Tiêu ngữ.

Quy định: Tiêu ngữ là “Độc lập - Tự do - Hạnh phúc”: chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối
(-), có cách chữ.
Vì sao: Word hay tự đổi dấu gạch nối thành dấu gạch dài.
Sai: “Độc lập – Tự do – Hạnh phúc” (gạch dài); “Độc lập-Tự do-Hạnh phúc” (dính liền).
Đúng: Độc lập - Tự do - Hạnh phúc. Word đổi thành gạch dài thì bấm Ctrl+Z ngay sau đó.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.1.b"
WEIGHT: Weight = "M"
_RIGHT = "Độc lập - Tự do - Hạnh phúc"
_LONG_DASHES = "–—−"


def check(paper: Paper) -> Outcome:
    """Compare the words; a long dash has a sentence of its own."""
    line = paper.parts.motto
    if line is None:
        yield Absent("không thấy Tiêu ngữ")
    elif any(dash in line.text for dash in _LONG_DASHES):
        yield Fault(line, "Tiêu ngữ dùng dấu gạch dài", line.text, f"{_RIGHT} (dấu gạch nối ngắn)")
    elif line.text != _RIGHT and not line.text.isupper():  # capitals throughout are told by tn-style
        yield Fault(line, "Tiêu ngữ viết chưa đúng", line.text, _RIGHT)
