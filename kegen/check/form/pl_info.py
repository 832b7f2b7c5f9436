"""Dòng “(Kèm theo …)” của phụ lục.

Quy định: dưới tên phụ lục có dòng chỉ dẫn gồm số, ký hiệu văn bản, thời gian và tên cơ quan ban hành; canh giữa, chữ in
thường, cỡ 13 đến 14, nghiêng.
Vì sao: phụ lục rời khỏi văn bản chính vẫn phải biết kèm theo văn bản nào. Dấu ngoặc đơn lấy theo mẫu.
Sai: không có dòng này; dòng này in đứng.
Đúng: (Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Gia Kiệm), nghiêng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.annexes import NO_ANNEX, reference_text, references
from kegen.check.citation_text import date_of
from kegen.check.document_numbers import plain
from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.head import number_line
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Severity, Weight
from kegen.docx.parts import Annex
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.c; Phụ lục III, Mẫu 2.1"
WEIGHT: Weight = "M"
_WHAT = "dòng chỉ dẫn của phụ lục"
_CARRIER = re.compile(
    r"kèm theo (?P<kind>[^\W\d_]+(?: [^\W\d_]+){0,2}?)\s+số\s*:?\s*(?P<number>\d*\s?/\s?[^\s,]+)"
    r"(?:,? ngày (?P<date>\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{1,2}/\d{4}))?",
    re.IGNORECASE,
)
_NEEDED = {"số": "số, ký hiệu văn bản", "ngày": "thời gian ban hành", "của": "tên cơ quan ban hành"}


def check(paper: Paper) -> Outcome:
    """Look for the reference of each annex, at its words and its look."""
    if not paper.parts.annexes:
        yield NO_ANNEX
    for annex in paper.parts.annexes:
        if references(annex):
            yield from _format_faults(annex)
            yield from _word_faults(annex)
            yield from _other_paper(paper, annex)
        else:
            label = annex.label
            message = "phụ lục không có dòng “(Kèm theo …)”"
            yield Fault(label, message, "không có", "(Kèm theo … số … ngày … tháng … năm … của …)")


def _format_faults(annex: Annex) -> Iterator[Fault]:
    for line in references(annex):
        yield from size_fault(line, _WHAT, 13, 14)
        yield from style_faults(line, _WHAT, italic=True, capital=False)
        for fault in style_faults(line, _WHAT, bold=False):
            yield fault._replace(severity="warning")
        yield from centre_fault(line, _WHAT)


def _word_faults(annex: Annex) -> Iterator[Fault]:
    text, first = reference_text(annex), references(annex)[0]
    lower = f" {text.casefold()} "
    missing = [what for word, what in _NEEDED.items() if f" {word}" not in lower]
    if missing:
        severity: Severity | None = None if len(missing) == len(_NEEDED) else "warning"
        yield Fault(first, f"{_WHAT} thiếu {', '.join(missing)}", text, "(Kèm theo … số … ngày … của …)", severity)
    if not (text.startswith("(") and text.endswith(")")):
        yield Fault(first, f"{_WHAT} không ở trong ngoặc đơn", text, f"({text.strip('()')})", "warning")


def _other_paper(paper: Paper, annex: Annex) -> Iterator[Fault]:
    """Yield the number, the day and the kind of a reference that are not those of the paper itself."""
    text, first = reference_text(annex), references(annex)[0]
    own, found = number_line(paper), _CARRIER.search(text)
    if own is None or own.is_blank or found is None:
        return
    number = f"{own.number}/{'-'.join(own.groups)}"
    if not _is_number(found["number"], number):
        yield Fault(first, f"{_WHAT} ghi số khác số của văn bản", found["number"], number, "warning")
    elif (day := date_of(found["date"] or "")) is not None and paper.date is not None and day != paper.date:
        right = paper.date.written("ngan")
        yield Fault(first, f"{_WHAT} ghi ngày khác ngày của văn bản", found["date"], right, "warning")
    elif paper.code and fold(found["kind"]) != fold(paper.parts.kind_name):
        message = f"{_WHAT} ghi tên loại khác tên loại của văn bản"
        yield Fault(first, message, found["kind"], paper.parts.kind_name.capitalize(), "warning")


def _is_number(text: str, number: str) -> bool:
    """Whether a number is the paper's own, blank, or no number with a symbol at all."""
    bare = re.sub(r"\s", "", plain(text))
    return bare.startswith("/") or "/" not in bare or bare.lstrip("0").casefold() == number.lstrip("0").casefold()
