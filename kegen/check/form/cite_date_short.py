"""Ngày viết gọn trong viện dẫn.

Quy định: chỉ thời gian ban hành của chính văn bản phải viết đầy đủ “ngày … tháng … năm …”; ngày của văn bản viện dẫn
viết 05/3/2020 hay “ngày 05 tháng 3 năm 2020” đều được.
Vì sao: không có quy định nào cấm viết gọn khi viện dẫn; nhiều kế hoạch đã ban hành viết gọn. Đây là thông lệ, không
phải lỗi; quy tắc này chỉ gợi ý khi một văn bản dùng cả hai cách.
Sai: không có trường hợp sai.
Đúng: Quyết định số 534/QĐ-TTg ngày 31/3/2026; Quyết định số 534/QĐ-TTg ngày 31 tháng 3 năm 2026.
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.b; thông lệ"
WEIGHT: Weight = "P"


def check(paper: Paper) -> Outcome:
    """Mention, once, that short and long dates stand side by side."""
    dated = [each for each in paper.citations if each.date]
    if not dated:
        yield Absent("văn bản không có viện dẫn nào ghi ngày")
    short = [each for each in dated if "tháng" not in each.date_text]
    long = [each for each in dated if "tháng" in each.date_text]
    if short and long:
        rarer = min(short, long, key=len)[0]
        wanted = rarer.date.written("dai" if rarer in short else "ngan") if rarer.date else ""
        message = "ngày trong viện dẫn có chỗ viết gọn, có chỗ viết đầy đủ"
        expected = f"cân nhắc một cách viết, ví dụ {wanted}"
        yield Fault(rarer.paragraph, message, rarer.date_text, expected, "info")
