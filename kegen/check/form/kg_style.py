"""Phần “Kính gửi”.

Quy định: “Kính gửi” và tên nơi nhận bằng chữ in thường, cỡ 13 đến 14, kiểu chữ đứng, sau “Kính gửi” có dấu hai chấm.
Gửi một nơi thì ghi trên cùng một dòng; gửi từ hai nơi thì mỗi nơi một dòng, đầu dòng có gạch (-), cuối dòng có dấu
chấm phẩy, cuối dòng cuối cùng có dấu chấm.
Vì sao: đây là chỗ văn thư tách nơi nhận để gửi, thiếu gạch hay thiếu dấu là dễ gộp hai nơi làm một.
Sai: “Kính gửi Sở Nội vụ”; hai dòng “Sở Nội vụ”, “Sở Tài chính” không gạch, không dấu.
Đúng: “Kính gửi: Sở Nội vụ.”; “Kính gửi:” rồi “- Sở Nội vụ;”, “- Sở Tài chính.”.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.formatting import size_fault, style_faults
from kegen.check.letters import Addressees, addressees, has_dash, is_letter
from kegen.check.paper import Paper
from kegen.check.passages import Passage
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lines import Line

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.c; Mục V, số 9a"
WEIGHT: Weight = "M"
_WHAT = "phần “Kính gửi”"


def check(paper: Paper) -> Outcome:
    """Look at the words, at each addressee, and at their look."""
    found = addressees(paper)
    if found is None:
        if is_letter(paper) and paper.parts.body and not any(map(_addresses, paper.passages)):
            first = paper.parts.body[0]
            yield Fault(first, "công văn không có phần “Kính gửi”", first.line.text[:60], "Kính gửi: …", "warning")
        else:
            yield Absent("văn bản không có phần “Kính gửi”")
        return
    if not found.has_colon:
        yield Fault(found.label, "sau “Kính gửi” không có dấu hai chấm", found.label.text, "Kính gửi:")
    yield from _marks(found)
    for line in (found.label, *(line for entry in found.entries for line in entry)):
        yield from size_fault(line, _WHAT, 13, 14)
        yield from style_faults(line, _WHAT, italic=False, capital=False)
        if line.is_bold:
            yield Fault(line, f"{_WHAT} in đậm", "chữ đậm", "chữ đứng, không đậm", "warning")


def _addresses(passage: Passage) -> bool:
    return passage.line.folded.startswith("kinh-gui")


def _marks(found: Addressees) -> Iterator[Fault]:
    """Yield what the entries on lines of their own lack, the whole list once where all lack it."""
    entries = found.entries
    if len(entries) == 1 and not found.beside:
        message = "gửi một nơi mà “Kính gửi” và tên nơi nhận ở hai dòng"
        yield Fault(entries[0][0], message, entries[0][0].text, "Kính gửi: … trên một dòng", "warning")
    if len(entries) + bool(found.beside) > 1:
        yield from _dashes(entries)
        yield from _ends(entries)


def _dashes(entries: tuple[tuple[Line, ...], ...]) -> Iterator[Fault]:
    bare = [entry for entry in entries if not has_dash(entry)]
    if bare:
        message = "nơi nhận dưới “Kính gửi” không có gạch đầu dòng (-)"
        yield Fault(bare[0][0], message, bare[0][0].text, f"- {bare[0][0].text}")


def _ends(entries: tuple[tuple[Line, ...], ...]) -> Iterator[Fault]:
    *middle, last = (entry[-1] for entry in entries)
    wrong = [line for line in middle if not line.text.endswith(";")]
    if wrong:
        message = "cuối dòng nơi nhận dưới “Kính gửi” không có dấu chấm phẩy"
        yield Fault(wrong[0], message, wrong[0].text, f"{wrong[0].text.rstrip('.,; ')};")
    if not last.text.endswith("."):
        message = "dòng cuối của phần “Kính gửi” không có dấu chấm"
        yield Fault(last, message, last.text, f"{last.text.rstrip('.,; ')}.")
