"""Phông chữ Times New Roman.

Quy định: toàn văn bản dùng phông chữ tiếng Việt Times New Roman: phần đầu, nội dung, bảng, phụ lục, số trang.
Vì sao: chữ chép từ trang mạng hay tệp khác mang theo phông Calibri, Arial; mở ở máy khác thì xô dòng, lệch trang.
Sai: đoạn chép từ thư điện tử còn phông Arial; bảng dùng Calibri.
Đúng: chọn cả văn bản (Ctrl+A) rồi đặt phông Times New Roman, kể cả trong đầu trang và bảng.
"""

from __future__ import annotations

import re

from kegen.check.formatting import fonts_of, is_of_old_encoding
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Unread, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.4"
WEIGHT: Weight = "M"
_RIGHT = "timesnewroman"
_SHORTEST = 40


def check(paper: Paper) -> Outcome:
    """Look at the effective font of every letter, one fault a paragraph."""
    unknown = False
    for passage in paper.passages:
        wrong: dict[str, str] = {}
        for font, text in fonts_of(passage.line):
            unknown = unknown or not font
            if font and not _is_right(font) and not is_of_old_encoding(font):
                wrong.setdefault(font, text)
        if wrong:
            font, text = next(iter(wrong.items()))
            yield Fault(
                passage.line, f"chữ “{text[:_SHORTEST]}” dùng phông {font}", ", ".join(wrong), "Times New Roman"
            )
    if unknown:
        yield Unread("có chữ lấy phông từ chủ đề (theme) mà tệp không kèm theo")


def _is_right(font: str) -> bool:
    """Whether the first of the fonts that a name lists, as LibreOffice (`Times New Roman;serif`) does, is the one."""
    return re.split(r"[;,]", font)[0].strip("\"' ").lower().replace(" ", "").startswith(_RIGHT)
