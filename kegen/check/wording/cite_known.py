"""Viện dẫn đúng văn bản đã biết.

Quy định: viện dẫn ghi đúng số, ngày, cơ quan ban hành và trích yếu của chính văn bản ấy.
Vì sao: kegen biết sẵn một số văn bản của bộ mẫu (Kết luận 226-KL/TW, Quyết định 534/QĐ-TTg …); chép sai ngày hay cơ
quan của chúng là lỗi hay gặp. “Về ban hành” hay “về việc ban hành” đều được; chỉ báo trích yếu rõ ràng của văn bản
khác.
Sai: Kết luận số 226-KL/TW ngày 12/11/2025; Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Chính phủ; Quyết định số
543/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện Kết luận số 226-KL/TW.
Đúng: Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư; Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính
phủ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.citation_text import begins_like
from kegen.check.citations import Citation
from kegen.check.directive_facts import KnownDocument
from kegen.check.directives import known_documents, same_title, words_of_subject
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.check.words import key_set

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b; bộ mẫu của kegen"
WEIGHT: Weight = "N"
_TITLE = re.compile(r"(?:về|v/v|quy định|ban hành)(?!\w)", re.IGNORECASE)
_FIRST = 10
_FEWEST = 5
_SHARE = 0.3
"""A title of which fewer words than that are the known one's is another's."""


def check(paper: Paper) -> Outcome:
    """Hold each citation of a known number against what is known, and look for known documents by another number."""
    known = known_documents()
    found = [each for cited in paper.citations for each in _other_numbers(cited, known)]
    yield from found
    cited = [each for each in paper.citations if each.key in known]
    if not cited and not found:
        yield Absent("văn bản không viện dẫn văn bản nào kegen biết sẵn")
    for each in cited:
        document = known[each.key]
        yield from _differences(each, document) if _is_meant(each, document) else _other_year(each, document)


def _is_meant(cited: Citation, document: KnownDocument) -> bool:
    """Whether the citation is of that document: numbers begin anew each year, but for those that hold it."""
    return cited.symbol.is_unique or cited.date is None or cited.date.year == document.date.year


def _other_numbers(cited: Citation, known: dict[str, KnownDocument]) -> Iterator[Fault]:
    """Yield a fault for each known document of which the citation says all but the number."""
    if cited.key in known or not cited.is_whole:
        return
    for document in known.values():
        if (
            cited.date == document.date
            and cited.kind.casefold() == document.kind.casefold()
            and begins_like(cited.issuer, document.issuer)
            and same_title(cited.subject, document.subject)
        ):
            message = f"số của {document.kind} ngày {document.date.written('ngan')} không đúng"
            yield Fault(cited.paragraph, message, cited.number, document.number, "error")


def _other_year(cited: Citation, document: KnownDocument) -> Iterator[Fault]:
    """Yield a citation that has another year only; without the title it may be of that year's own document."""
    if cited.date is None or (cited.issuer and not begins_like(cited.issuer, document.issuer)):
        return
    sure = same_title(cited.subject, document.subject)
    if sure or (not cited.subject and cited.date[1:] == document.date[1:]):
        yield _other_date(cited, document, "error" if sure else "warning")


def _differences(cited: Citation, document: KnownDocument) -> Iterator[Fault]:
    at, name = cited.paragraph, document.name
    if cited.date and cited.date.whole and cited.date != document.date:
        yield _other_date(cited, document, "error")
    dated = cited.date == document.date or cited.symbol.is_unique
    severity: Severity = "error" if dated else "warning"
    if cited.issuer and not begins_like(cited.issuer, document.issuer) and "ương" not in cited.issuer.lower():
        yield Fault(at, f"cơ quan ban hành {name} không đúng", cited.issuer, document.issuer, severity)
    if _is_other_title(cited, document):
        message = f"trích yếu của {name} không phải của văn bản ấy"
        yield Fault(at, message, cited.subject[:80], document.subject, severity if cited.issuer else "warning")


def _other_date(cited: Citation, document: KnownDocument, severity: Severity) -> Fault:
    right = document.date.written("dai" if "tháng" in cited.date_text else "ngan")
    return Fault(cited.paragraph, f"ngày của {document.name} không đúng", cited.date_text, right, severity)


def _is_other_title(cited: Citation, document: KnownDocument) -> bool:
    return not cited.subject.startswith(document.subject) and _are_other(cited.subject, document.subject)


def _are_other(subject: str, known: str) -> bool:
    """Whether a subject is surely not the known one: of its first words hardly any are."""
    first = words_of_subject(subject)[:_FIRST]
    if len(first) < _FEWEST or not (_TITLE.match(subject) and _TITLE.match(known)):
        return False
    own = key_set(known)
    return sum(word in own for word in first) / len(first) < _SHARE
