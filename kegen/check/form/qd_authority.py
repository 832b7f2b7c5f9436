"""Dòng thẩm quyền ban hành của quyết định, nghị quyết.

Quy định: theo Mẫu 1.1, 1.2, dưới trích yếu là dòng thẩm quyền ban hành, chữ in hoa, đậm, canh giữa (CHỦ TỊCH ỦY BAN
NHÂN DÂN XÃ …), rồi đến các căn cứ, rồi dòng “QUYẾT ĐỊNH:” (“QUYẾT NGHỊ:”), rồi đến các điều.
Vì sao: dòng này nói ai quyết định; thiếu nó thì các căn cứ không có chủ thể.
Sai: dưới trích yếu là “Căn cứ Luật …” ngay; sau căn cứ là “Điều 1.” ngay.
Đúng: GIÁM ĐỐC SỞ CÔNG THƯƠNG / Căn cứ …; / QUYẾT ĐỊNH: / Điều 1. …
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kegen.check.authority import signed_lines
from kegen.check.body import is_centred
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1, Mẫu 1.2"
WEIGHT: Weight = "T"
_KINDS = {"QĐ": "QUYẾT ĐỊNH:", "NQ": "QUYẾT NGHỊ:"}
_DECIDES = ("quyet-dinh", "quyet-nghi")


def check(paper: Paper) -> Outcome:
    """Look for the two lines in capitals: who decides above the bases, what is decided above the first article."""
    parts = paper.parts
    if paper.code not in _KINDS or not any(item.rank == "dieu" for item in parts.body):
        yield Absent("văn bản không phải là quyết định, nghị quyết có điều")
        return
    above = list(takewhile(lambda item: item.rank != "dieu", parts.body))
    capital = [item for item in above if item.line.is_capital]
    decides = [item for item in capital if item.line.folded.rstrip(":").startswith(_DECIDES)]
    first = parts.bases[0] if parts.bases else parts.body[0]
    named = [item for item in capital if item not in decides]
    if not named:
        message = f"dưới trích yếu của {paper.parts.kind_name.lower()} không có dòng thẩm quyền ban hành"
        yield Fault(first, message, first.line.text[:60], _wanted(paper))
    yield from _look(named)
    yield from _signed(paper, named)
    if not decides:
        article = next(item for item in parts.body if item.rank == "dieu")
        message = f"trước {article.mark.rstrip('.:')} không có dòng “{_KINDS[paper.code]}”"
        yield Fault(article, message, article.line.text[:60], _KINDS[paper.code])


def _wanted(paper: Paper) -> str:
    issuer = " ".join(line.text for line in paper.parts.issuer)
    return f"{issuer} hoặc chức vụ người ban hành, in hoa, đậm, canh giữa"


def _signed(paper: Paper, named: list[Item]) -> Iterator[Fault]:
    """Yield the signature `TM.` of a decision that the chairman alone takes."""
    for each in signed_lines(paper.parts):
        if each.short == "TM" and named and named[0].line.folded.startswith(("chu-tich", "giam-doc")):
            message = f"{named[0].line.text} ban hành mà ký “TM.” tập thể"
            yield Fault(each.line, message, each.line.text, "chức vụ người ký, ví dụ CHỦ TỊCH", "warning")


def _look(named: list[Item]) -> Iterator[Fault]:
    for item in named[:1]:
        if not item.line.is_bold or not is_centred(item):
            yield Fault(
                item,
                "dòng thẩm quyền ban hành không đậm hoặc không canh giữa",
                item.line.text,
                "đậm, canh giữa",
                "warning",
            )
