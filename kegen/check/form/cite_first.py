"""Viện dẫn lần đầu ghi đủ.

Quy định: khi viện dẫn lần đầu một văn bản, ghi đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và
trích yếu; Luật và Pháp lệnh chỉ ghi tên loại và tên. Dòng “Căn cứ” được coi là lần đầu; trích yếu ở phần đầu thì
không.
Vì sao: người đọc cần biết chắc là văn bản nào ngay từ lần đầu. Cơ quan hay trích yếu có thể đã nói ở vế trước của
câu, và nhiều kế hoạch đã ban hành vẫn nhắc gọn văn bản quen thuộc, nên kegen chỉ cảnh báo để người soạn xem lại. Văn
bản có ghi đủ nhưng ở sau lần nhắc tắt thì xem quy tắc cite-before-whole.
Sai: “… theo Nghị định số 09/2019/NĐ-CP.” khi chưa chỗ nào ghi ngày và cơ quan ban hành.
Đúng: … theo Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ quy định chế độ báo cáo của cơ quan hành chính
nhà nước.
"""

from __future__ import annotations

import re

from kegen.check.citations import Citation, by_number
from kegen.check.historical_context import is_quoted
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "M"
_CHANGES = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|gia hạn|thu hồi|điều chỉnh", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look at the first mention of each document that is nowhere cited whole."""
    known = by_number(paper.citations)
    if not known:
        yield Absent("nội dung không viện dẫn văn bản nào")
    whole = {each.key for each in paper.citations if each.is_sufficient and each.zone != "head"}
    title = " ".join(line.text for line in paper.parts.title)
    changed = title if _CHANGES.search(title) else ""
    bases = {id(item.paragraph) for item in paper.parts.bases}
    for key, cited in known.items():
        first = next(filter(_is_own, cited), None)
        if first is None or key in whole or id(first.paragraph) in bases:
            continue  # bases have a rule of their own
        best = min(cited, key=lambda each: len(each.lacks))
        if best.date_text and first.number in changed:
            continue  # its own title says what the document is about
        if first.lacks and not (best.date_text and _is_named_before(best)):
            yield _fault(first, best)


def _is_own(cited: Citation) -> bool:
    """Whether the paper itself cites it in running text; a row of a table has columns for what a number lacks."""
    if cited.inside is not None or not cited.kind or cited.is_law:
        return False
    return cited.zone == "body" and not is_quoted(cited.passage.line.text, cited.start)


def _is_named_before(cited: Citation) -> bool:
    """Whether the clause before says whose it is, or what it is about: `Sở Nội vụ trình tại Tờ trình số …`."""
    return cited.before.endswith(" tại ")


def _fault(first: Citation, best: Citation) -> Fault:
    message = f"{first.name} được viện dẫn lần đầu mà thiếu {', '.join(first.lacks)}"
    wanted = f"{first.name} ngày {best.date_text or '…'} của {best.issuer or '…'} {best.subject[:60] or 'về …'}"
    return Fault(first.paragraph, message, first.text, wanted, "warning")
