"""Who signs and by what authority (NĐ 30, Phụ lục I, II.7.b; Điều 13)."""

from __future__ import annotations

import re

from kegen.plan.model import Signature
from kegen.plan.problems import ProfileProblems
from kegen.profile.unit import Signer
from kegen.vietnamese import nearest

_UNSIGNED = "……………………"
_DEGREE = (
    r"((?:GS|PGS|TSKH|TS|ThS|BS|KS|CN|CK[I1-2]*|NGƯT|NSƯT|TTƯT|NGND|NSND|TTND|(?:Phó )?Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ"
    r"|Kỹ sư|Cử nhân)(?:\s*\.\s*|\s+))+"
)


def make_signature(signer: Signer | None, head: str, problems: ProfileProblems, *, collective: bool) -> Signature:
    """Return the lines of authority and title, and the name; notes a signer that cannot sign so.

    `head` is the title of the head of the issuing body; `collective`, whether that body decides as a whole.
    """
    position = signer.position.upper() if signer else head
    authority = signer.authority if signer else None
    if name := signer and signer.name:
        _check_name(name, problems)
    if authority in {"TL", "TUQ"}:  # by order or by mandate one signs for the head alone
        return Signature(_delegated(head, position, authority, problems), name or _UNSIGNED)
    body = ("TM. ỦY BAN NHÂN DÂN",) if collective else ()
    return Signature((*body, *_own_lines(head, position, authority, problems)), name or _UNSIGNED)


def _own_lines(head: str, position: str, authority: str | None, problems: ProfileProblems) -> tuple[str, ...]:
    """The head signs, in person or acting (`Q.`), or a deputy for the head."""
    if position == head:
        return (f"Q. {head}",) if authority == "Q" else (head,)
    if position != f"PHÓ {head}":
        _refuse(head, position, problems)
    elif authority == "Q":
        _refuse_authority(f"cấp phó không ký Q.; hãy viết position: {head}, hoặc bỏ authority", problems)
    return (f"KT. {head}", position)


def _delegated(head: str, position: str, authority: str, problems: ProfileProblems) -> tuple[str, ...]:
    if position in {head, f"PHÓ {head}"}:
        _refuse_authority(f"{position} không ký {authority}.; hãy bỏ dòng authority", problems)
    deputy = position.startswith("PHÓ ")
    if deputy and authority == "TUQ":
        chief = position.removeprefix("PHÓ ")
        message = (
            f"người được ủy quyền không ủy quyền lại cho cấp phó ký; hãy ghi chức vụ cấp trưởng, position: {chief}"
        )
        _refuse_authority(message, problems)
    middle = (f"KT. {position.removeprefix('PHÓ ')}",) if deputy else ()
    return (f"{authority}. {head}", *middle, position)


def _refuse_authority(message: str, problems: ProfileProblems) -> None:
    problems.error(("signer", "authority"), "sai-quyen-han", message)


def _refuse(head: str, position: str, problems: ProfileProblems) -> None:
    allowed = [head, f"PHÓ {head}"]
    near = nearest(position, allowed) or allowed[0]
    message = f"chức vụ “{position}” không ký kế hoạch của cấp này; hãy viết position: {near}"
    if not position.startswith(tuple(allowed)):
        message += ", hoặc thêm authority: TL nếu ký thừa lệnh"
    problems.error(("signer", "position"), "sai-chuc-vu", message)


def _check_name(name: str, problems: ProfileProblems) -> None:
    if match := re.match(_DEGREE, name + " ", re.IGNORECASE):
        problems.error(
            ("signer", "name"),
            "hoc-vi",
            f"trước họ tên không ghi học hàm, học vị; hãy viết name: {name[match.end() :].strip() or 'Nguyễn Văn A'}"
            " (NĐ 30, Phụ lục I, II.7.c)",
        )
    elif name.isupper() or name.islower():
        problems.error(
            ("signer", "name"), "ten-chu-hoa", f"họ tên viết chữ thường, hoa chữ đầu; hãy viết name: {name.title()}"
        )
