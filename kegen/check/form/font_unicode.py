"""Chữ theo bộ mã Unicode dựng sẵn.

Quy định: dùng bộ mã ký tự Unicode theo TCVN 6909:2001, mỗi chữ có dấu là một ký tự dựng sẵn.
Vì sao: chữ tổ hợp (chữ và dấu rời nhau) trông vẫn đúng nhưng tìm kiếm không ra, sắp xếp sai, hiện lệch dấu ở máy
khác.
Sai: “Kế hoạch” gõ bằng bảng mã Unicode tổ hợp; phông .VnTime, VNI-Times.
Đúng: chọn bảng mã Unicode (dựng sẵn) trong bộ gõ; chuyển mã đoạn cũ bằng công cụ chuyển mã của bộ gõ.
"""

from __future__ import annotations

import re
import unicodedata

from kegen.check.formatting import fonts_of, is_of_old_encoding
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.4; TCVN 6909:2001"
WEIGHT: Weight = "M"
_MARK = re.compile("[\u0300-\u036f]")


def check(paper: Paper) -> Outcome:
    """Look for letters apart from their marks, and for fonts of the old encodings."""
    for passage in paper.passages:
        text = passage.paragraph.text
        word = None if unicodedata.is_normalized("NFC", text) else _apart(text)
        if word is not None:
            yield Fault(passage.line, f"chữ “{word}” gõ bằng mã tổ hợp", "Unicode tổ hợp", "Unicode dựng sẵn")
        old = next((font for font, _ in fonts_of(passage.line) if is_of_old_encoding(font)), None)
        if old is not None:
            yield Fault(passage.line, f"chữ dùng phông {old} của bảng mã cũ", old, "Times New Roman, mã Unicode")


def _apart(text: str) -> str | None:
    """Return, composed, the first word whose letters stand apart from their marks."""
    words = (word for word in text.split() if _MARK.search(word))
    return next((unicodedata.normalize("NFC", word) for word in words), None)
