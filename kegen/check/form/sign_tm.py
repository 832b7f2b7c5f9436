"""Ký thay mặt tập thể: TM.

Quy định: ký thay mặt tập thể lãnh đạo hoặc cơ quan, tổ chức thì ghi “TM.” trước tên tập thể, tên cơ quan đó, rồi
xuống dòng ghi chức vụ người ký.
Vì sao: Ủy ban nhân dân làm việc theo chế độ tập thể; “TM.” đặt trước chức vụ của một người thì không có nghĩa.
Kế hoạch của riêng Chủ tịch Ủy ban nhân dân thì ký CHỦ TỊCH, không có “TM.”; trường hợp này không bị coi là lỗi.
Sai: TM. CHỦ TỊCH.
Đúng: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kegen.check.authority import (
    NO_SIGNATURE,
    Signed,
    chairman_issues,
    is_committee,
    own_title_follows,
    signed_lines,
)
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.2; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_AS_HEAD = ("", "KT", "Q")
_ONE_HEAD = re.compile(r"(so|phong|chi-cuc|cuc|van-phong)-.*")


def check(paper: Paper) -> Outcome:
    """Look at what follows TM., and for TM. in the plan of a committee."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
    elif any(each.short == "TM" for each in signed):
        yield from _faults(paper, signed)
    elif paper.is_plan and is_committee(paper):
        yield from _without(paper, signed)
    else:
        yield Absent("văn bản không ký thay mặt tập thể")


def _faults(paper: Paper, signed: Sequence[Signed]) -> Iterator[Fault]:
    for index, each in enumerate(signed):
        if each.short != "TM":
            continue
        text = each.line.text
        if each.is_head or each.is_deputy:
            message = "“TM.” đặt trước chức vụ của một người, không phải tên tập thể"
            yield Fault(each.line, message, text, "TM. ỦY BAN NHÂN DÂN (dòng trên) / chức vụ người ký (dòng dưới)")
        elif _ONE_HEAD.fullmatch(fold(each.title)):
            message = "cơ quan làm việc theo chế độ thủ trưởng, người đứng đầu ký trực tiếp, không cần “TM.”"
            yield Fault(each.line, message, text, "chức vụ người ký, ví dụ GIÁM ĐỐC", "warning")
        elif fold(each.title).startswith("hoi-dong-nhan-dan") and is_committee(paper):
            yield Fault(each.line, "tập thể sau “TM.” không phải cơ quan ban hành", text, "TM. ỦY BAN NHÂN DÂN")
        elif each.title.startswith("UBND"):
            message = "tên tập thể sau “TM.” viết tắt"
            yield Fault(each.line, message, text, text.replace("UBND", "ỦY BAN NHÂN DÂN"), "warning")
        if index and signed[index - 1].short:
            yield Fault(each.line, "dòng “TM.” không đứng đầu", text, "TM. … ở dòng đầu", "warning")
        if not own_title_follows(signed, index, paper.parts):
            yield Fault(
                each.line,
                "dưới dòng “TM.” không có chức vụ người ký",
                text,
                "TM. … (dòng trên) / chức vụ người ký (dòng dưới)",
            )


def _without(paper: Paper, signed: Sequence[Signed]) -> Iterator[Fault]:
    first = signed[0]
    if first.short in _AS_HEAD and (first.is_head or first.is_deputy) and not chairman_issues(paper):
        message = "kế hoạch của Ủy ban nhân dân ký không có dòng “TM.”"
        expected = f"TM. ỦY BAN NHÂN DÂN / {first.line.text}; trừ kế hoạch của riêng Chủ tịch Ủy ban nhân dân"
        yield Fault(first.line, message, first.line.text, expected, "warning")
