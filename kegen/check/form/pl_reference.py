"""Văn bản phải dẫn đến phụ lục.

Quy định: văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.
Vì sao: không có chỉ dẫn thì người đọc không biết phụ lục thuộc nội dung nào, và phụ lục dễ bị bỏ sót khi gửi.
Sai: cuối tệp có Phụ lục II, nội dung không nhắc đến.
Đúng: “(Có Phụ lục kèm theo)”, “chi tiết tại Phụ lục II”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.check.annexes import NO_ANNEX, number_of
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Fault, Outcome, Severity, Weight
from kegen.docx.parts import Annex

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.a"
WEIGHT: Weight = "M"
_CITED = re.compile(r"phụ\s+lục(?:\s+(?:số\s+)?((?-i:[IVXLC]+)|\d+)\b)?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"phụ\s+lục\s+(?:số\s+)?(?:[IVXLC]+|\d+)\s*(?:,|và|đến|-|–)\s*(?:phụ\s+lục\s*)?[IVXLC\d]", re.IGNORECASE
)
_OWN = re.compile(r"phụ\s+lục[^.;()]{0,40}kèm theo(?:\s+kế hoạch này|\s+văn bản này|\s*[).;]|$)", re.IGNORECASE)
"""How the content speaks of an annex that comes with the document."""
_ATTACHED = re.compile(r"kèm theo|đính kèm|gửi kèm", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look for each annex in the content, and for annexes of its own that the content cites."""
    annexes = paper.parts.annexes
    content = [each.line for each in paper.passages if _is_content(each)]
    if annexes:
        yield from _uncited(annexes, "\n".join(line.text for line in content))
    elif (cited := next((line for line in content if _OWN.search(line.text)), None)) is None:
        yield NO_ANNEX
    else:
        message = "nội dung dẫn đến phụ lục kèm theo nhưng trong tệp không có phụ lục"
        yield Fault(cited, message, "không có phụ lục", "thêm phụ lục, hoặc gửi kèm tệp phụ lục", "warning")


def _uncited(annexes: Sequence[Annex], content: str) -> Iterator[Fault]:
    """Yield a fault for each annex the content does not name; a word without a number names them all."""
    cited = [found[1] for found in _CITED.finditer(content)]
    if not cited:
        message, label = "nội dung không có chỉ dẫn về phụ lục", annexes[0].label
        severity: Severity | None = "info" if _ATTACHED.search(content) else None
        yield Fault(label, message, label.text, "thêm chỉ dẫn, ví dụ: (Có Phụ lục kèm theo)", severity)
    elif None not in cited and not _SEVERAL.search(content):
        for annex in annexes:
            number = number_of(annex)
            if number and number.upper() not in cited:
                message = f"nội dung không có chỉ dẫn về Phụ lục {number}"
                yield Fault(annex.label, message, annex.label.text, f"nhắc đến Phụ lục {number} trong nội dung")


def _is_content(passage: Passage) -> bool:
    return passage.zone not in ("annex", "margin")
