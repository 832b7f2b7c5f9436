"""Cách đánh số các phần, mục.

Quy định: văn bản không có điều thì bố cục theo phần, mục, khoản, điểm: “Phần I” (nếu có), “I.”, “1.”, “a)”; văn bản có
điều thì số của điều liên tục cả văn bản; số thứ tự ở mỗi cấp liên tục, cả “1.1.”, “1.2.” nếu có.
Vì sao: thiếu hoặc lặp số thì không viện dẫn được “điểm a khoản 2 Mục II”.
Sai: I, II, IV; 1, 2, 2; Điều 1, Điều 2, Điều 4; 1.1, 1.3, 1.3; hai mục cùng số III.
Đúng: I, II, III…; trong mỗi mục bắt đầu lại từ 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from kegen.check.numbering import Leap, Numbered, leaps, numbered_items
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.vietnamese import roman

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.c-đ; Mục V, số 6b"
WEIGHT: Weight = "M"
_NAMES = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc-word": "Mục",
    "tieu-muc": "Tiểu mục",
    "dieu": "Điều",
    "muc": "mục",
    "khoan": "khoản",
    "tiet": "số",
}
_SURE = frozenset({"chuong", "dieu", "muc"})
"""Ranks whose numbers run without a break in every document."""
_ROMAN = frozenset({"phan", "chuong", "muc"})


def check(paper: Paper) -> Outcome:
    """Follow the numbers of every rank; each starts anew under what stands above it."""
    contents = (paper.parts.body, *paper.parts.attached) if paper.is_administrative else ()
    numbered = [own for own in map(list, map(numbered_items, contents)) if own]
    if not numbered:
        yield Absent("nội dung không đánh số mục, khoản")
    for own in numbered:
        astray = {id(fault.at): fault for fault in _astray(own)}
        for leap in leaps(own):
            if id(leap.numbered.item) not in astray:
                yield _fault(leap)
        yield from astray.values()


def _fault(leap: Leap) -> Fault:
    rank, item = leap.numbered.rank, leap.numbered.item
    mark = item.mark.rstrip(".: ") if rank in ("dieu", "phan", "chuong") else item.mark
    name = f"{_NAMES[rank]} {mark}" if item.mark and not mark.startswith(_NAMES[rank]) else mark or item.text[:10]
    what = f"{name} đánh lại từ đầu mà phía trên không có đề mục mới" if leap.is_again else f"{name} không theo thứ tự"
    severity: Severity = "error" if rank in _SURE and not leap.is_again else "warning"
    return Fault(item, what, mark, _written(rank, leap.wanted), severity)


def _written(rank: str, number: tuple[int, ...]) -> str:
    """Return a number as its rank writes it: `Điều 3`, `III.`, `1.2.`."""
    sign = roman(number[0]) if rank in _ROMAN else ".".join(map(str, number))
    return f"{_NAMES[rank]} {sign}" if _NAMES[rank][0].isupper() else f"{sign}."


def _astray(numbered: list[Numbered]) -> Iterator[Fault]:
    """Yield the 1.2 that stands under another khoản than 1."""
    khoan = None
    for each in numbered:
        if each.rank == "khoan":
            khoan = each
        elif each.rank != "tiet":
            khoan = None
        elif khoan is not None and each.number[0] != khoan.number[0]:
            number = (*khoan.number, *each.number[1:])
            message = f"số {each.item.mark} nằm dưới khoản {khoan.item.mark}"
            yield Fault(each.item, message, each.item.mark, _written("tiet", number), "warning")
