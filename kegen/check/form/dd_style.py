"""Kiểu chữ của địa danh và thời gian.

Quy định: chữ in thường, cỡ 13 đến 14, kiểu chữ nghiêng; chữ cái đầu của địa danh viết hoa; trên cùng một dòng với số,
ký hiệu, canh giữa dưới Quốc hiệu và Tiêu ngữ.
Vì sao: đây là dòng duy nhất ở phần đầu in nghiêng, hay bị để chữ đứng hoặc chữ đậm.
Sai: chữ đứng; chữ đậm nghiêng; “GIA KIỆM, ngày …”.
Đúng: Gia Kiệm, ngày 03 tháng 6 năm 2026, cỡ 13 hoặc 14, nghiêng, không đậm.
"""

from __future__ import annotations

import re

from kegen.check.formatting import centre_fault, size_fault, style_faults
from kegen.check.paper import Paper
from kegen.check.places import date_line
from kegen.check.rule import Absent, Fault, Outcome, Weight

CITE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.c; Mục V, số 4"
WEIGHT: Weight = "M"
_UNIT_WORD = re.compile(r"^(thành phố|đặc khu|phường|tỉnh|xã)(?=\s)", re.IGNORECASE)


def check(paper: Paper) -> Outcome:
    """Look at size, weight, slant, capitals, side; a date in another row of the header is a warning."""
    line, number = paper.parts.place_and_date, paper.parts.number
    if line is None:
        yield Absent("không thấy địa danh và thời gian")
        return
    yield from size_fault(line, "địa danh và thời gian", 13, 14)
    yield from style_faults(line, "địa danh và thời gian", bold=False, italic=True, capital=False)
    if line.width:
        yield from centre_fault(line, "địa danh và thời gian")
    place = getattr(date_line(paper), "place", "")
    if place.isupper() and len(place.split()[0]) > 1:
        yield Fault(line, "địa danh viết in hoa", place, place.title())
    elif any(word[0].islower() for word in _own_words(place)):
        capital = "".join(part[:1].upper() + part[1:] for part in re.split(r"(\s+)", place))
        yield Fault(line, "địa danh không viết hoa chữ cái đầu", place, _UNIT_WORD.sub(_capital, capital))
    if line.side == "left" or (number is not None and number.width and line.width and not line.is_beside(number)):
        message = "địa danh và thời gian không cùng dòng với số, ký hiệu"
        yield Fault(line, message, "khác dòng", "cùng dòng, ở bên phải", severity="warning")


def _own_words(place: str) -> list[str]:
    """Return the words whose first letters are capital: all but the second of `Thành phố`, `Đặc khu`."""
    word = _UNIT_WORD.match(place)
    return place.split() if word is None else [word[0], *place[word.end() :].split()]


def _capital(word: re.Match[str]) -> str:
    return word[0].capitalize()
