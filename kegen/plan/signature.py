"""Who signs and by what authority (NĐ 30, Phụ lục I, II.7.b; Điều 13)."""

from __future__ import annotations

import re

from kegen.plan.case import Case
from kegen.plan.model import Signature
from kegen.plan.unit import department_kind
from kegen.vietnamese import nearest

_UNSIGNED = "……………………"
_DEGREE = (
    r"((?:GS|PGS|TSKH|TS|ThS|BS|KS|CN|CK[I1-2]*|NGƯT|NSƯT|TTƯT|NGND|NSND|TTND|(?:Phó )?Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ"
    r"|Kỹ sư|Cử nhân)(?:\s*\.\s*|\s+))+"
)


def head_title(case: Case) -> str:
    """Return the title of the head of the issuing body."""
    return department_kind(case.profile.unit.name)[1] if case.level == "so" else "CHỦ TỊCH"


def make_signature(case: Case) -> Signature:
    """Return the lines of authority and title, and the name; notes a signer that cannot sign so."""
    signer = case.profile.signer
    head = head_title(case)
    position = signer.position.upper() if signer else head
    authority = signer.authority if signer else None
    if name := signer and signer.name:
        _check_name(case, name)
    return Signature((*_collective(case, authority), *_lines(case, head, position, authority)), name or _UNSIGNED)


def _collective(case: Case, authority: str | None) -> tuple[str, ...]:
    """`TM.` for a committee that decides as a body; by order or by mandate one signs for the head alone."""
    issued_by = case.profile.issued_by or case.defaults.issued_by
    if case.level == "so" or issued_by == "chu-tich" or authority in {"TL", "TUQ"}:
        return ()
    return ("TM. ỦY BAN NHÂN DÂN",)


def _lines(case: Case, head: str, position: str, authority: str | None) -> tuple[str, ...]:
    if authority in {"TL", "TUQ"}:
        return _delegated(case, head, position, authority)
    if position == head:
        return (f"Q. {head}",) if authority == "Q" else (head,)
    if position != f"PHÓ {head}":
        _refuse(case, head, position)
    elif authority == "Q":
        case.error(
            ("signer", "authority"),
            "sai-quyen-han",
            f"cấp phó không ký Q.; hãy viết position: {head}, hoặc bỏ authority",
        )
    return (f"KT. {head}", position)


def _delegated(case: Case, head: str, position: str, authority: str) -> tuple[str, ...]:
    if position in {head, f"PHÓ {head}"}:
        case.error(
            ("signer", "authority"),
            "sai-quyen-han",
            f"{position} không ký {authority}.; hãy bỏ dòng authority",
        )
    deputy = position.startswith("PHÓ ")
    if deputy and authority == "TUQ":
        case.error(
            ("signer", "authority"),
            "sai-quyen-han",
            "người được ủy quyền không ủy quyền lại cho cấp phó ký; hãy ghi chức vụ cấp trưởng",
        )
    middle = (f"KT. {position.removeprefix('PHÓ ')}",) if deputy else ()
    return (f"{authority}. {head}", *middle, position)


def _refuse(case: Case, head: str, position: str) -> None:
    allowed = [head, f"PHÓ {head}"]
    near = nearest(position, allowed) or allowed[0]
    message = f"chức vụ “{position}” không ký kế hoạch của cấp này; hãy viết position: {near}"
    if not position.startswith(tuple(allowed)):
        message += ", hoặc thêm authority: TL nếu ký thừa lệnh"
    case.error(("signer", "position"), "sai-chuc-vu", message)


def _check_name(case: Case, name: str) -> None:
    if match := re.match(_DEGREE, name + " ", re.IGNORECASE):
        case.error(
            ("signer", "name"),
            "hoc-vi",
            f"trước họ tên không ghi học hàm, học vị; hãy viết name: {name[match.end() :].strip() or 'Nguyễn Văn A'}"
            " (NĐ 30, Phụ lục I, II.7.c)",
        )
    elif name.isupper() or name.islower():
        case.error(
            ("signer", "name"), "ten-chu-hoa", f"họ tên viết chữ thường, hoa chữ đầu; hãy viết name: {name.title()}"
        )
