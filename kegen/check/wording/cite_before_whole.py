"""Nhắc tắt trước khi viện dẫn đủ.

Quy định: lần viện dẫn đầu ghi đủ, các lần sau mới ghi tắt; trích yếu ở phần đầu văn bản không tính là một lần viện dẫn.
Vì sao: đưa một đoạn lên trên hay chép thêm một câu mở đầu là chỗ ghi đủ lùi xuống sau, người đọc gặp số tắt trước.
Sai: mục I ghi “Nghị quyết số 76/NQ-CP”, đến mục III mới ghi ngày và cơ quan ban hành.
Đúng: ghi đủ ở chỗ xuất hiện đầu tiên, các chỗ sau ghi “Nghị quyết số 76/NQ-CP”.
"""

from __future__ import annotations

from itertools import takewhile

from kegen.check.citations import by_number
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "N"


def check(paper: Paper) -> Outcome:
    """Look for a first mention that is short where a later one is whole."""
    known = by_number(paper.citations)
    if not known:
        yield Absent("nội dung không viện dẫn văn bản nào")
    for cited in known.values():
        before = list(takewhile(lambda each: not each.is_sufficient, cited))
        short = next((each for each in before if each.inside is None and not each.is_law), None)
        if short is None or len(before) == len(cited) or not short.can_be(cited[len(before)]):
            continue
        whole = cited[len(before)]
        if whole.zone != "annex" and not (short.date_text and short.issuer):
            message = f"{short.name} được nhắc tắt trước chỗ viện dẫn đủ"
            yield Fault(short.paragraph, message, short.text, whole.text)
