"""Viện dẫn lần sau ghi gọn.

Quy định: từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu của văn bản.
Vì sao: nhắc lại ngày, cơ quan, trích yếu làm câu dài và dễ chép sai. Đây là lời nhắc về cách viết; phụ lục đứng riêng
và trích yếu dẫn nguyên văn, của văn bản khác hay của chính văn bản này, thì không tính. Chỉ thêm tên cơ quan cho rõ
cũng không nhắc.
Sai: lần thứ hai vẫn ghi “Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc …”.
Đúng: Quyết định số 534/QĐ-TTg.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.citations import Citation, by_number
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.check.words import spelled

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b"
WEIGHT: Weight = "M"


def check(paper: Paper) -> Outcome:
    """Look at each citation after a whole one of the same document."""
    known = by_number(paper.citations)
    if not known:
        yield Absent("nội dung không viện dẫn văn bản nào")
    own = _own_name(paper)
    for cited in known.values():
        yield from _repeated([each for each in cited if each.zone != "annex" and not _names_paper(own, each)])


def _own_name(paper: Paper) -> str:
    """Return the paper's kind and title for comparing, "" for a paper without title."""
    parts = paper.parts
    return spelled(f"{parts.kind_name} {' '.join(each.text for each in parts.title)}") if parts.title else ""


def _names_paper(own: str, cited: Citation) -> bool:
    """Whether the sentence says the paper's own kind and title again: `Trên đây là Kế hoạch …`."""
    return bool(own and cited.date_text) and own in spelled(cited.passage.line.text)


def _repeated(cited: list[Citation]) -> Iterator[Fault]:
    """Yield a fault for each of the citations of one document that says again what a whole one has said."""
    first = next((i for i, each in enumerate(cited) if each.is_whole), None)
    if first is None:
        return
    for each in cited[first + 1 :]:
        if each.inside is None and each.date_text and cited[first].can_be(each):
            message = f"{each.name} đã được viện dẫn đủ ở trên, nay lại ghi cả ngày"
            yield Fault(each.paragraph, message, each.text, each.name, "warning")
