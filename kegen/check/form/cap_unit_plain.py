"""Tên đơn vị hành chính: loại đơn vị viết thường.

Quy định: từ chỉ loại đơn vị viết thường, tên riêng viết hoa: tỉnh Nam Định, xã Gia Kiệm; trừ đơn vị mang tên người,
chữ số, sự kiện lịch sử.
Vì sao: “Xã Gia Kiệm” giữa câu là thói quen, không đúng cách viết của Nghị định.
Sai: trên địa bàn Xã Gia Kiệm.
Đúng: trên địa bàn xã Gia Kiệm.
"""

from __future__ import annotations

import re
from itertools import takewhile

from kegen.check.capitals import about, words_in
from kegen.check.paper import Paper
from kegen.check.rule import Fault, Outcome, Weight
from kegen.gazetteer.named import is_named_after

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục II, III.1.a"
WEIGHT: Weight = "M"
_INSIDE = re.compile(r"(Xã|Phường|Tỉnh|Đặc khu|Thành phố) ([^\W\d_]+(?: [^\W\d_]+)*)")
_OF_BODY = re.compile(rf"(?:UBND|HĐND|MTTQ) {_INSIDE.pattern}")


def check(paper: Paper) -> Outcome:
    """Look for a unit word in capitals inside a sentence, before a name that does not keep it."""
    for passage, found in (*words_in(paper, _INSIDE, inside=","), *words_in(paper, _OF_BODY)):
        kind, name = found[1], " ".join(takewhile(_is_name, found[2].split(" ")))
        if name and not (name.startswith("Hồ Chí Minh") or is_named_after(name)):
            message = f"“{kind}” giữa câu viết hoa"
            place = about(found.string, found.start(), found.start(2) + len(name))
            yield Fault(passage.line, message, place, f"{kind.lower()} {name}", severity="warning")


def _is_name(word: str) -> bool:
    """Whether a word has a capital at its beginning alone."""
    return word[:1].isupper() and (len(word) == 1 or word[1:].islower())
