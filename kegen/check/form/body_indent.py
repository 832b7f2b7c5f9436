"""Chữ đầu đoạn lùi vào 1 cm hoặc 1,27 cm.

Quy định: khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.
Vì sao: dùng dấu cách hay phím Tab thay cho thụt đầu dòng thì các đoạn không thẳng nhau.
Sai: không thụt; thụt 2 cm; thụt bằng dấu cách.
Đúng: Đoạn (Paragraph), Thụt đặc biệt (Special): Dòng đầu (First line) 1 cm hoặc 1,27 cm.
"""

from __future__ import annotations

from kegen.check.body import content, fills_a_line
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.docx.lengths import Length, mm
from kegen.docx.parts import Item

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.e"
WEIGHT: Weight = "M"
_RIGHT = (mm(10), mm(12.7))
_TOLERANCE = mm(0.55)
"""Word stores twips, and 12.3 mm and 12.5 mm come from inches and from half centimetres: nobody sees the difference."""
_BLANKS = ("  ", "\u00a0\u00a0")
_TAB = mm(12.7)


def check(paper: Paper) -> Outcome:
    """Look at where the first line begins; a heading of one line, or a list of Word's own, is only warned of."""
    items = content(paper)
    if not items:
        yield Absent("văn bản không có nội dung ngoài bảng")
    for item in items:
        start = _start(item)
        if item.paragraph.text.startswith(_BLANKS):
            yield Fault(item, "thụt đầu dòng bằng dấu cách", "dấu cách", "thụt dòng đầu 1 cm hoặc 1,27 cm", "warning")
        elif not any(abs(start - each) <= _TOLERANCE for each in _RIGHT):
            found = f"{start.mm:.1f} mm".replace(".", ",")
            sure = item.rank == "doan" and fills_a_line(paper, item) and not item.paragraph.label
            message = "chữ đầu đoạn lùi vào chưa đúng"
            yield Fault(item, message, found, "10 mm hoặc 12,7 mm", "error" if sure else "warning")


def _start(item: Item) -> Length:
    """Return where the first character stands: the indents, or the next stop for each leading tab."""
    shape = item.paragraph.format
    start = Length(shape.left + shape.first_line)
    text = item.paragraph.text
    for _ in range(len(text) - len(text.lstrip("\t"))):
        stops = (stop.at for stop in shape.tabs if stop.at > start)
        start = next(stops, Length((start // _TAB + 1) * _TAB))
    return start
