"""Files that no plan can be read from: scans, old encodings, files without words; one sentence each."""

from __future__ import annotations

from kegen.check.passages import Passage, passages_of
from kegen.check.wording.old_encoding import old_encoding_in
from kegen.docx.model import Picture, paragraphs_in
from kegen.docx.parts import Parts
from kegen.problem import KegenError

_FEWEST_LETTERS = 60
"""No plan has fewer."""
_ONE_OF = 10
"""From one paragraph in so many on, the whole file is of an old encoding."""


def check_readable(parts: Parts, name: str) -> None:
    """Raise KegenError where the file holds no words of a plan, or holds them in signs that stand for other letters."""
    passages = tuple(passages_of(parts))
    letters = sum(sum(map(str.isalpha, each.line.text)) for each in passages)
    if letters < _FEWEST_LETTERS:
        raise KegenError(f"{name}: {_why_empty(parts)}")
    old = [each for each in passages if _is_old(each)]
    if _ONE_OF * len(old) >= len(passages):
        shown = old[0].line.text[:40]
        raise KegenError(
            f"{name}: chữ trong tệp viết bằng bảng mã cũ (TCVN3, VNI) hoặc bị vỡ: “{shown}…”; "
            "hãy chuyển sang Unicode (Unikey: Ctrl+Shift+F6) rồi chạy lại"
        )


def _why_empty(parts: Parts) -> str:
    if any(isinstance(shape, Picture) for each in paragraphs_in(parts.document.blocks) for shape in each.shapes):
        return (
            "tệp chỉ có ảnh chụp (bản quét), không có chữ để đọc; hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) trước"
        )
    return "tệp không có chữ của một kế hoạch; hãy xem lại có đúng tệp cần đọc không"


def _is_old(passage: Passage) -> bool:
    return old_encoding_in(passage) is not None
