"""Dòng “Lưu”.

Quy định: dòng cuối của nơi nhận là “- Lưu: VT, chữ viết tắt đơn vị soạn thảo, số lượng bản lưu (nếu cần).”, kết thúc
bằng dấu chấm.
Vì sao: Văn thư và đơn vị soạn thảo giữ bản lưu theo dòng này. Tên người soạn trong ngoặc là thói quen ở nhiều nơi, mẫu
không có, nên chỉ được nhắc.
Sai: - Lưu VT; (thiếu dấu hai chấm, kết thúc bằng dấu chấm phẩy).
Đúng: - Lưu: VT, VHXH.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS, Recipient, recipients
from kegen.check.rule import Fault, Outcome, Severity, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.d; Phụ lục III, Mẫu 1.4"
WEIGHT: Weight = "M"
_ARCHIVE = re.compile(r"Lưu\s*:\s*VT\b")
_FORM = re.compile(r"Lưu: VT(, [^,.;()]+)*\.")
_INSIDE = re.compile(r"[;.]\s*[-–+]?\s*Lưu\s*:?\s*VT\b")
"""The line at the end of another recipient's."""
_PERSON = re.compile(r"\(|\b[A-ZĐ]\.\s?[A-ZĐ]|[“”\"]")
_EXAMPLE = "theo mẫu “- Lưu: VT, VHXH.”"


def check(paper: Paper) -> Outcome:
    """Look for the line, its place, its end, and its words."""
    found = recipients(paper.parts)
    if not found.entries:
        yield NO_RECIPIENTS
        return
    archive = found.archive
    if archive is None:
        inside = next((each for each in found.entries if _INSIDE.search(each.text)), None)
        if inside is not None:
            message = "dòng “Lưu” không ở dòng riêng"
            yield Fault(inside.line, message, inside.line.text, f"tách thành dòng cuối, {_EXAMPLE}")
            return
        last = found.entries[-1].line
        yield Fault(last, "nơi nhận không có dòng “Lưu”", last.text, f"thêm dòng cuối {_EXAMPLE}")
        return
    later = found.entries[found.entries.index(archive) + 1 :]
    if later:
        yield Fault(archive.line, "dòng “Lưu” không ở cuối nơi nhận", f"sau đó còn: {later[0].text}", "dòng cuối cùng")
    elif not archive.text.endswith("."):
        expected = f"{archive.mark}{archive.text.rstrip(';,: ')}."
        yield Fault(archive.lines[-1], "cuối dòng “Lưu” không có dấu chấm", archive.lines[-1].text, expected)
    yield from _word_faults(archive)


def _word_faults(archive: Recipient) -> Iterator[Fault]:
    text = archive.text
    if not text.startswith("Lưu"):
        yield _fault(archive, "chữ “Lưu” viết không đúng", "warning")
    elif ":" not in text.partition("VT")[0]:
        yield _fault(archive, "sau chữ “Lưu” không có dấu hai chấm", "warning")
    elif not _ARCHIVE.match(text):
        yield _fault(archive, "sau chữ “Lưu:” không phải chữ “VT” (Văn thư)", "warning")
    elif _PERSON.search(text):
        yield _fault(archive, "dòng “Lưu” ghi thêm tên người; mẫu chỉ ghi chữ viết tắt đơn vị soạn thảo", "info")
    elif text.endswith(".") and not _FORM.fullmatch(text):
        yield _fault(archive, "dòng “Lưu” trình bày khác mẫu", "info")


def _fault(archive: Recipient, message: str, severity: Severity) -> Fault:
    return Fault(archive.line, message, archive.line.text, _EXAMPLE, severity)
