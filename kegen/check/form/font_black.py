"""Chữ màu đen.

Quy định: chữ trong văn bản màu đen.
Vì sao: chữ đỏ, chữ xanh, chữ tô nền là dấu vết của lúc soạn và góp ý; bản in đen trắng thì mờ.
Sai: liên kết còn màu xanh; đoạn góp ý còn màu đỏ; chữ còn tô nền vàng.
Đúng: chọn cả văn bản, đặt màu chữ Tự động (Automatic), bỏ tô nền. Dấu chỉ mức độ khẩn màu đỏ là trường hợp riêng.
Màu gần như đen thì kegen chỉ cảnh báo.
"""

from __future__ import annotations

from kegen.check.head import is_urgency
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Severity, Weight
from kegen.docx.model import Face

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, I.4"
WEIGHT: Weight = "M"
_DARK = 0x40
"""A channel below this is black to the eye."""


def check(paper: Paper) -> Outcome:
    """Look at the colour and the highlight of every letter, one fault a paragraph."""
    for passage in paper.passages:
        if is_urgency(passage.line):
            continue
        for run in passage.line.runs:
            severity = _weight(run.face) if run.text.strip() else None
            if severity is not None:
                what = f"nền {run.face.highlight}" if run.face.highlight else f"màu {run.face.colour}"
                words = run.text.strip()[:40]
                yield Fault(
                    passage.line, f"chữ “{words}” không phải màu đen trơn", what, "chữ đen, không tô nền", severity
                )
                break


def _weight(face: Face) -> Severity | None:
    """Return how wrong a look is: an error for what one sees, a warning for almost black, None for black."""
    if face.highlight not in ("", "white"):
        return "error"
    try:
        channels = bytes.fromhex(face.colour)
    except ValueError:
        return None
    return None if not any(channels) else "warning" if max(channels) < _DARK else "error"
