"""Thứ tự ngày và cơ quan trong viện dẫn.

Quy định: phần căn cứ kể cơ quan trước ngày, phần viện dẫn kể ngày trước cơ quan; hai thứ tự đều gặp và đều được.
Thông lệ: số, ký hiệu, rồi “ngày …”, “của …”, “về …”.
Vì sao: đây là thông lệ, không phải quy định; một văn bản nên theo một cách. Gợi ý này không phải lỗi.
Sai: không có trường hợp sai.
Đúng: Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc ….
"""

from __future__ import annotations

from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.a-b; thông lệ"
WEIGHT: Weight = "P"


def check(paper: Paper) -> Outcome:
    """Mention the rarer order where a paper has both."""
    cited = [each for each in paper.citations if each.date_text and each.issuer]
    if not cited:
        yield Absent("văn bản không có viện dẫn nào ghi cả ngày và cơ quan")
    other = [each for each in cited if each.issuer_first]
    if len(other) == len(cited):
        return
    for each in other:
        message = f"{each.name} ghi cơ quan trước ngày, các viện dẫn khác ghi ngày trước"
        expected = f"{each.name} ngày {each.date_text} của {each.issuer}"
        yield Fault(each.paragraph, message, each.text[:80], expected, "info")
