"""Căn cứ là Luật, Pháp lệnh không ghi số.

Quy định: trong phần căn cứ, Luật và Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành; chỉ ghi tên và ngày ban hành.
Vì sao: đây là ngoại lệ của riêng Luật, Pháp lệnh. Nhiều văn bản năm 2025 - 2026 vẫn ghi số của luật, nên quy tắc này
chỉ nhắc.
Sai: Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;
Đúng: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.a"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look for a law or an ordinance with its number among the bases."""
    bases = {id(item.paragraph): item for item in paper.parts.bases}
    if not any("luật" in item.line.text.lower() or "pháp lệnh" in item.line.text.lower() for item in bases.values()):
        yield Absent("phần căn cứ không có Luật, Pháp lệnh")
    if not bases:
        return
    for each in paper.citations:
        if each.is_law and each.inside is None and id(each.paragraph) in bases:
            message = f"căn cứ là {each.kind} mà ghi số {each.number}"
            yield Fault(each.paragraph, message, each.number, "bỏ số, ký hiệu; ghi tên và ngày ban hành", "warning")
