"""Các nơi nhận.

Quy định: phần liệt kê cỡ 11, chữ in thường, đứng; mỗi nơi hoặc mỗi nhóm một dòng, đầu dòng có gạch (-) sát lề trái,
cuối dòng có dấu chấm phẩy.
Vì sao: phần này thường được chép từ văn bản cũ nên hay lẫn cỡ chữ và thiếu dấu.
Sai: “Sở Nội vụ” không gạch đầu dòng; “- Sở Nội vụ” không có dấu chấm phẩy; cỡ 12.
Đúng: “- Sở Nội vụ;” cỡ 11.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.check.formatting import sizes, write_size
from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS, Recipient, recipients, share
from kegen.check.rule import Fault, Outcome, Severity, Weight
from kegen.docx.lengths import mm
from kegen.docx.lines import Line
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.d; Mục V, số 8b"
WEIGHT: Weight = "M"
_SIZE = 11.0
_LEAST_GAP = 0.01
"""Sizes in points closer than this are equal: Word stores halves."""
_SLACK = mm(5)
_OTHER_MARKS = "+•*▪●"


def check(paper: Paper) -> Outcome:
    """Look at each entry: its mark, its end, its look."""
    entries = recipients(paper.parts).entries
    if not entries:
        yield NO_RECIPIENTS
        return
    yield from _mark_faults(entries)
    yield from _end_faults(entries)
    yield from _twice(entries)
    for entry in entries:
        for line in entry.lines:
            yield from _format_faults(line)
        shape = entry.line.paragraph.format
        if entry.mark.startswith("-") and shape.left + shape.first_line > _SLACK:
            found = f"lùi {(shape.left + shape.first_line) / mm(1):.0f} mm"
            yield Fault(entry.line, "gạch đầu dòng nơi nhận không sát lề trái", found, "sát lề trái", "warning")


def _mark_faults(entries: Sequence[Recipient]) -> Iterator[Fault]:
    if not any(each.mark for each in entries):
        first = entries[0].line
        yield Fault(first, "các nơi nhận không có gạch đầu dòng", first.text, f"- {first.text}")
        return
    for index, each in enumerate(entries):
        under_group = each.mark[:1] == "+" and index > 0 and entries[index - 1].text.endswith((":", ";"))
        if not each.mark or (each.mark[0] in _OTHER_MARKS and not under_group):
            message = "nơi nhận không có gạch đầu dòng (-)"
            yield Fault(each.line, message, each.line.text, f"- {each.text}", "warning")
        elif not each.mark.endswith(" "):
            message = "sau gạch đầu dòng thiếu dấu cách"
            yield Fault(each.line, message, each.line.text, f"- {each.text}", "warning")


def _end_faults(entries: Sequence[Recipient]) -> Iterator[Fault]:
    has_archive = any(each.is_archive for each in entries)
    for index, each in enumerate(entries):
        is_last = index == len(entries) - 1
        if each.is_archive or each.text.endswith(";") or (is_last and not has_archive):
            continue
        if each.text.endswith(":") and not is_last and entries[index + 1].mark[:1] == "+":
            continue
        expected = f"{each.mark}{each.text.rstrip('.,: ')};"
        yield Fault(each.lines[-1], "cuối dòng nơi nhận không có dấu chấm phẩy", each.lines[-1].text, expected)


def _twice(entries: Sequence[Recipient]) -> Iterator[Fault]:
    """Yield the entries that stand above already, word for word."""
    seen: set[str] = set()
    for each in entries:
        words = fold(each.text).strip(";.- ")
        if words in seen:
            yield Fault(each.line, "nơi nhận ghi hai lần", each.line.text, "mỗi nơi một dòng", "warning")
        seen.add(words)


def _format_faults(line: Line) -> Iterator[Fault]:
    wrong = share(line, lambda face: abs(face.size - _SIZE) > _LEAST_GAP)
    if wrong != "none":
        found = ", ".join(map(write_size, sizes(line)))
        yield Fault(line, f"dòng nơi nhận có cỡ chữ {found}", f"cỡ {found}", "cỡ 11", _weight(wrong))
    styled = share(line, lambda face: face.bold or face.italic)
    if styled != "none":
        message = "dòng nơi nhận in đậm hoặc nghiêng"
        yield Fault(line, message, "chữ đậm hoặc nghiêng", "chữ đứng, không đậm", _weight(styled))


def _weight(how_many: str) -> Severity | None:
    """A few letters of another look are seen by nobody but the checker."""
    return "warning" if how_many == "few" else None
