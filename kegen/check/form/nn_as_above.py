"""Dòng “- Như trên” của văn bản có “Kính gửi”.

Quy định: công văn, tờ trình, báo cáo có phần “Kính gửi” thì dòng đầu của phần nơi nhận ghi “- Như trên;”.
Vì sao: thiếu dòng này thì nơi được gửi trực tiếp không có trong phần nơi nhận, văn thư dễ bỏ sót.
Sai: công văn gửi Sở Nội vụ mà phần nơi nhận chỉ có “- Lưu: VT.”.
Đúng: “- Như trên;” rồi mới đến các nơi khác và “- Lưu: VT, VP.”.
"""

from __future__ import annotations

from kegen.check.letters import is_letter
from kegen.check.offices import refers
from kegen.check.paper import Paper
from kegen.check.recipients import NO_RECIPIENTS, recipients
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.b–d"
WEIGHT: Weight = "M"
_SENT_UP = frozenset({"TTr", "BC", "GM"})
"""Kinds that may be sent to somebody by `Kính gửi`."""


def check(paper: Paper) -> Outcome:
    """Look for the line that stands for those whom the paper is sent to."""
    letter, entries = is_letter(paper), recipients(paper.parts).entries
    if paper.parts.addressee is None or not (letter or paper.code in _SENT_UP):
        yield Absent("văn bản không có phần “Kính gửi”")
    elif not entries:
        yield NO_RECIPIENTS
    elif not any(refers(each.text) or fold(each.text).startswith("nhu-tren") for each in entries):
        message = "văn bản có “Kính gửi” mà phần nơi nhận không có dòng “- Như trên;”"
        found = entries[0].line
        yield Fault(found, message, found.text, f"- Như trên; / {found.text}", None if letter else "warning")
