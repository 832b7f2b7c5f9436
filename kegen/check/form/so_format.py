"""Số và ký hiệu đúng dạng.

Quy định: “Số:” rồi số thứ tự bằng chữ số Ả Rập, dấu gạch chéo, ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên
cơ quan; công văn thì ký hiệu gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo.
Vì sao: sai dạng thì không đăng ký, không tra cứu được.
Sai: “Số 114-KH/UBND”; “Số 114/KH-UBND” (thiếu dấu hai chấm); “Số: A12/KH-UBND”; “Số: 114/2026/KH-UBND”.
Đúng: Số: 114/KH-UBND; công văn: Số: 747/UBND-TH.
"""

from __future__ import annotations

import re

from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3.a-c; Điều 15 khoản 1"
WEIGHT: Weight = "M"
_GROUP = re.compile(r"[^\W\d_][\w&.,]*")
_MAY_BE_NORMATIVE = ("NQ", "QĐ", "CT", "")
"""Kinds that may be normative documents, whose number has the year: those have a form of their own."""
_FEWEST = 2


def check(paper: Paper) -> Outcome:
    """Look at the number and at the groups of the symbol; blanks and codes have rules of their own."""
    parts = paper.parts
    if parts.number is None:
        yield Absent("không thấy số, ký hiệu")
        return
    example = f"Số: 12/{paper.code or 'UBND'}-{'UBND' if paper.code else 'VP'}"
    line = number_line(paper)
    if line is None:
        yield Fault(parts.number, "số, ký hiệu chưa đúng dạng", parts.number.text, example)
        return
    if not re.match(r"số\s*:", parts.number.text, re.IGNORECASE):
        yield Fault(line.line, "trước số không ghi “Số:” có dấu hai chấm", line.line.text, example)
    if line.number and not re.fullmatch(r"\d+[a-z]?", line.number):
        yield Fault(line.line, "số văn bản không phải chữ số Ả Rập", line.number, example)
    groups = line.groups
    if len(groups) < _FEWEST or not all(_GROUP.fullmatch(each) for each in groups):
        yield Fault(line.line, "ký hiệu không đủ hai nhóm chữ viết tắt", f"/{line.symbol}", example)
    if line.year and paper.code not in _MAY_BE_NORMATIVE:
        message = "số, ký hiệu của văn bản hành chính không ghi năm"
        yield Fault(line.line, message, line.line.text, line.line.text.replace(f"/{line.year}/", "/", 1))
