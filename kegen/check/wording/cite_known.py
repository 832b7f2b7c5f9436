"""Viện dẫn đúng văn bản đã biết.

Quy định: viện dẫn ghi đúng ngày, cơ quan ban hành và trích yếu của chính văn bản mang số ấy.
Vì sao: kegen biết sẵn một số văn bản của bộ mẫu (Kết luận 226-KL/TW, Quyết định 534/QĐ-TTg …); chép sai ngày hay cơ
quan của chúng là lỗi hay gặp. “Về ban hành” hay “về việc ban hành” đều được; chỉ báo trích yếu rõ ràng của văn bản
khác.
Sai: Kết luận số 226-KL/TW ngày 12/11/2025; Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Chính phủ.
Đúng: Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư; Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính
phủ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citations import Citation
from kegen.check.citing_names import begins_like
from kegen.check.known_documents import KnownDocument, about, known_documents
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.words import words

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b; bộ mẫu của kegen"
WEIGHT: Weight = "N"
_TITLE = re.compile(r"(?:về|v/v|quy định|ban hành)(?!\w)", re.IGNORECASE)
_FIRST = 10
_FEWEST = 5
_SHARE = 0.3
"""A title of which fewer words than that are the known one's is another's."""


def check(paper: Paper) -> Outcome:
    """Hold each citation of a known number against what is known."""
    known = known_documents() if paper.citations else {}
    cited = [(each, known[each.key]) for each in paper.citations if each.key in known]
    if not cited:
        yield Absent("văn bản không viện dẫn văn bản nào kegen biết sẵn")
    for each, document in cited:
        if _is_meant(each, document):
            yield from _differences(each, document)


def _is_meant(cited: Citation, document: KnownDocument) -> bool:
    """Whether the citation is of that document: numbers begin anew each year, but for those that hold it."""
    return cited.symbol.is_unique or cited.date is None or cited.date.year == document.date.year


def _differences(cited: Citation, document: KnownDocument) -> Iterator[Fault]:
    at, name = cited.paragraph, document.name
    if cited.date and cited.date.whole and cited.date != document.date:
        right = document.date.written("dai" if "tháng" in cited.date_text else "ngan")
        yield Fault(at, f"ngày của {name} không đúng", cited.date_text, right, "error")
    dated = cited.date == document.date or cited.symbol.is_unique
    severity: Severity = "error" if dated else "warning"
    if cited.issuer and not begins_like(cited.issuer, document.issuer) and "ương" not in cited.issuer.lower():
        yield Fault(at, f"cơ quan ban hành {name} không đúng", cited.issuer, document.issuer, severity)
    if _is_other_title(cited, document):
        message = f"trích yếu của {name} không phải của văn bản ấy"
        yield Fault(at, message, cited.subject[:80], document.subject, severity if cited.issuer else "warning")


def _is_other_title(cited: Citation, document: KnownDocument) -> bool:
    said = about(cited.subject)[:_FIRST]
    if len(said) < _FEWEST or _TITLE.match(cited.subject) is None:
        return False
    own = frozenset(words(document.subject))
    return sum(word in own for word in said) / len(said) < _SHARE
