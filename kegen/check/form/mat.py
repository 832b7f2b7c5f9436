"""Dấu chỉ độ mật.

Quy định: dấu TUYỆT MẬT, TỐI MẬT, MẬT là con dấu khắc sẵn, đóng theo pháp luật về bảo vệ bí mật nhà nước, không gõ vào
tệp.
Vì sao: văn bản có nội dung bí mật nhà nước không được soạn, lưu, gửi trên máy có nối mạng; công cụ này không dùng cho
văn bản mật.
Sai: gõ chữ MẬT dưới số, ký hiệu.
Đúng: văn bản mật soạn trên máy riêng theo quy định, không đưa vào công cụ này.
"""

from __future__ import annotations

import re

from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.docx.model import tidy

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.2.a; Luật Bảo vệ bí mật nhà nước"
WEIGHT: Weight = "M"
_PIECES = re.compile(r"[\n\t]+| {5,}")
_MARK = re.compile(
    r"(?:(?:[Đđ]ộ mật|ĐỘ MẬT)\s*:\s*(?:[Tt]uyệt mật|[Tt]ối mật|[Mm]ật|TUYỆT MẬT|TỐI MẬT|MẬT)|TUYỆT MẬT|TỐI MẬT|MẬT)"
)
_ZONES = ("head", "box", "margin")


def check(paper: Paper) -> Outcome:
    """Look for a typed mark in the head, in the margins and in boxes."""
    for passage in paper.passages:
        if passage.zone not in _ZONES:
            continue
        shown = "".join(run.shown for run in passage.line.runs)
        for piece in _PIECES.split(shown):
            mark = tidy(piece).strip(" -–.*!")
            if _MARK.fullmatch(mark):
                message = "văn bản có dấu chỉ độ mật; văn bản mật không được xử lý bằng công cụ này"
                yield Fault(
                    passage.line, message, mark, "xóa tệp khỏi máy có nối mạng, làm theo quy định bảo vệ bí mật"
                )
