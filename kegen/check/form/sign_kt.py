"""Cấp phó ký thay: KT.

Quy định: cấp phó ký thay thì ghi “KT.” trước chức vụ của người đứng đầu, chức vụ của cấp phó ghi ở dòng dưới.
Vì sao: quyền ký là của người đứng đầu; thiếu “KT.” thì cấp phó ký như cấp trưởng.
Sai: TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH; KT. PHÓ CHỦ TỊCH; GIÁM ĐỐC / PHÓ GIÁM ĐỐC.
Đúng: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kegen.check.authority import NO_SIGNATURE, Signed, own_title_follows, signed_lines
from kegen.check.paper import Paper
from kegen.check.rule import Absent, Fault, Outcome, Severity, Weight
from kegen.vietnamese import fold

CITE = "NĐ 30/2020/NĐ-CP, Điều 13.1, 13.2; Phụ lục I, Phần I, II.7.b"
WEIGHT: Weight = "M"
_TWO_SIDES = ("BB", "HĐ", "BGN", "BTT")
"""Kinds that each side signs for itself."""
_BODY = ("uy-ban-nhan-dan", "ubnd")


def check(paper: Paper) -> Outcome:
    """Look at the lines with KT., and for a deputy who signs without it."""
    signed = signed_lines(paper.parts)
    if not signed:
        yield NO_SIGNATURE
        return
    for index, each in enumerate(signed):
        if each.short == "KT":
            yield from _faults(paper, signed, index)
    if not any(each.short == "KT" for each in signed):
        if not any(_is_bare_deputy(each) for each in signed):
            yield Absent("người ký không phải cấp phó")
        elif paper.code not in _TWO_SIDES:
            yield from _without(signed)


def _faults(paper: Paper, signed: Sequence[Signed], index: int) -> Iterator[Fault]:
    each = signed[index]
    text = each.line.text
    if each.is_deputy:
        message = "“KT.” đặt trước chức vụ của cấp phó"
        head = each.title.removeprefix("PHÓ ") if each.title.startswith("PHÓ ") else "… (chức vụ cấp trưởng)"
        yield Fault(each.line, message, text, f"KT. {head} / {each.title}")
    elif not own_title_follows(signed, index, paper.parts):
        yield Fault(each.line, "dưới dòng “KT.” không có chức vụ của cấp phó", text, f"{text} / PHÓ {each.title}")
    elif signed[index + 1 :] and not any(later.is_deputy for later in signed[index + 1 :]):
        below = signed[index + 1]
        message = "chức vụ dưới dòng “KT.” không phải của cấp phó"
        yield Fault(below.line, message, below.line.text, f"PHÓ {each.title}", "warning")


def _without(signed: Sequence[Signed]) -> Iterator[Fault]:
    deputy = next(index for index, each in enumerate(signed) if _is_bare_deputy(each))
    each, above = signed[deputy], signed[:deputy]
    severity: Severity | None = None
    if above and not above[-1].short and above[-1].title == each.title.removeprefix("PHÓ "):
        chief = above[-1]
        message = "dòng chức vụ cấp trưởng trên chức vụ cấp phó thiếu “KT.”"
        yield Fault(chief.line, message, chief.line.text, f"KT. {chief.title} / {each.title}")
        return
    if above and not (len(above) == 1 and above[0].short == "TM" and fold(above[0].title).startswith(_BODY)):
        if not any(before.short in ("TM", "TL") for before in above) or _is_of_council(signed, deputy):
            return
        severity = "warning"
    head = each.title.removeprefix("PHÓ ")
    yield Fault(each.line, "cấp phó ký mà không có dòng “KT.”", each.line.text, f"KT. {head} / {each.title}", severity)


def _is_of_council(signed: Sequence[Signed], deputy: int) -> bool:
    """Whether an advisory body is signed for, with the title in it over that in the signer's own office (II.7.c)."""
    bodies = [fold(each.title) for each in signed[:deputy] if each.short == "TM"]
    return len(signed) > deputy + 1 and any(not each.startswith((*_BODY, "hoi-dong-nhan-dan")) for each in bodies)


def _is_bare_deputy(each: Signed) -> bool:
    return each.is_deputy and not each.short
