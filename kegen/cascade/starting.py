"""The starting profile of a unit: what is known of it, with comments for whoever goes on from there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kegen.cascade.above import Above
from kegen.cascade.members import WORDS, Member, Office
from kegen.plan.model import Covered
from kegen.sheets.coverage import shortened

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./&’-]*[\w.’])?")
"""Text that YAML takes as it stands: no sign in it can be meant otherwise."""
_NOTE = 31
"""The column at which the comments begin."""


def starting_profile(member: Member, stem: str, above: Above, openings: tuple[Covered, ...] = ()) -> str:
    """Return the text of the profile; it takes up those orders of the plan above that no item of the pack answers."""
    parts = (_head(member, stem, above), _unit(member), _parent(above), _own(member), _tasks(openings))
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(member: Member, stem: str, above: Above) -> Iterator[str]:
    yield f"# Hồ sơ của {member.title}, kegen ghi sẵn theo kế hoạch của {above.title}. Sửa tùy ý bằng Notepad:"
    yield "# tệp đã sửa thì kegen giữ nguyên, không ghi đè. Sửa xong, soạn lại kế hoạch của đơn vị bằng:"
    yield f"#   kegen draft --profile {stem}.yaml"
    yield _line(f"directive: {above.plan.standing.directive}", "bộ mẫu của văn bản chỉ đạo")


def _unit(member: Member) -> Iterator[str]:
    yield "unit:"
    yield _line(f"  level: {member.kind}", "cấp của đơn vị")
    yield _line(f"  name: {scalar(member.name)}", f"tên riêng, không kèm chữ “{WORDS[member.kind]}”")
    if member.place:
        yield _line(f"  place: {scalar(member.place)}", "địa danh trên dòng ngày, tháng")
    yield _line(f"  province: {scalar(member.province)}", "tỉnh, thành phố")


def _parent(above: Above) -> Iterator[str]:
    yield _line("parent_plan:", f"kế hoạch của {above.title}, tệp ở cùng thư mục này")
    yield f"  plan: {above.file}"


def _own(member: Member) -> Iterator[str]:
    yield from _offices(member)
    yield "signer:"
    if member.position:
        yield f"  position: {scalar(member.position)}"
    else:
        yield _line("  position: CHỦ TỊCH", "hoặc PHÓ CHỦ TỊCH")
    if member.signer:
        yield f"  name: {scalar(member.signer)}"
    else:
        yield _line("  # name: Nguyễn Văn A", "bỏ dấu # và ghi họ tên người ký")
    note = "số và ngày: Văn thư ghi khi ban hành"
    yield f"number: {scalar(member.number)}" if member.number else _line("# number: 114", note)
    yield f"date: {member.date}" if member.date else "# date: 03/6/2026"


def _tasks(openings: tuple[Covered, ...]) -> Iterator[str]:
    leading = [each for each in openings if each.order.part == "leads"]
    helping = [each for each in openings if each.order.part == "helps"]
    if leading:
        yield _line("tasks:", "việc cấp trên giao thêm, nhận theo lời cấp trên; không nhận thì ghi {omit: lý do}")
        yield from (_line(f"  {_taken(each)}", _said(each)) for each in leading)
    if helping:
        yield f"# {'' if leading else 'tasks: '}việc cấp trên giao đơn vị phối hợp; bỏ dấu # nếu đưa vào kế hoạch:"
        yield from (_line(f"#   {_taken(each)}", _said(each)) for each in helping)


def _taken(opening: Covered) -> str:
    return f"{opening.order.id}: {{section: {opening.section}}}"


def _said(opening: Covered) -> str:
    """Return what the plan above says, short enough for a comment: no sign in it can end one."""
    order = opening.order
    return f"{shortened(' '.join(order.wording.split()))}{f' (hạn: {order.deadline})' if order.deadline else ''}"


def _offices(member: Member) -> Iterator[str]:
    if not member.offices:
        yield _line("# departments:", "cơ quan nào giữ vai trò nào; không ghi thì theo mặc định của cấp xã")
        yield "#   - {name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi, tuyen-truyen]}"
        return
    yield _line("departments:", "vai trò không ghi thì theo cơ quan mặc định của cấp xã")
    for office in member.offices:
        yield from _office(office)


def _office(office: Office) -> Iterator[str]:
    yield f"  - name: {scalar(office.name)}"
    if office.short:
        yield f"    short: {scalar(office.short)}"
    if office.roles:
        yield f"    roles: [{', '.join(office.roles)}]"


def _line(text: str, note: str) -> str:
    return f"{text:<{_NOTE - 1}} # {note}"


def scalar(text: str) -> str:
    """Return text as a YAML scalar, in quotes where a sign or a word in it could be meant otherwise."""
    if (_PLAIN.fullmatch(text) or text.isdecimal()) and text.lower() != "null":
        return text
    escaped = "".join(_escaped(letter) for letter in text)
    return f'"{escaped}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
