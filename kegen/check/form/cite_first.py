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

from kegen.check.citations import Citation, Outline, citation_of, outlines
from kegen.check.mentions import is_said_whole, mentions
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at the first mention of each document that is nowhere cited whole."""
    known = mentions(paper)
    if not known:
        yield Absent("nội dung không viện dẫn văn bản nào")
    whole = {each.key for each in outlines(paper) if is_said_whole(each) and each.zone != "head"}
    for key, cited in known.items():
        first = next((each for each in cited if each.inside is None and each.kind and not each.is_law), None)
        if first is None or key in whole or _is_in_base(paper, first):
            continue  # bases have a rule of their own
        best = citation_of(paper, min(cited, key=lambda each: len(each.lacks)))
        if not (best.date_text and _is_told_before(best)):
            yield _fault(citation_of(paper, first), best)


def _is_in_base(paper: Paper, cited: Outline) -> bool:
    bases = paper.parts.bases
    return bool(bases) and any(item.paragraph is paper.passages[cited.at].paragraph for item in bases)


def _is_told_before(cited: Citation) -> bool:
    """Whether the clause before says whose it is, or what it is about: `Sở Nội vụ trình tại Tờ trình số …`."""
    return cited.before.endswith(" tại ")


def _fault(first: Citation, best: Citation) -> Fault:
    message = f"{first.name} được viện dẫn lần đầu mà thiếu {', '.join(first.outline.lacks)}"
    wanted = f"{first.name} ngày {best.date_text or '…'} của {best.issuer or '…'} {best.subject[:60] or 'về …'}"
    found = first.said
    return Fault(first.paragraph, message, found, wanted, "warning")
