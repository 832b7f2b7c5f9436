"""The starting profile of a unit: what is known of it, and the orders of the province's plan that no pack answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kegen.cascade.province import KIND_WORDS, ListedOffice, ProvincePlan, ProvinceUnit
from kegen.gazetteer.units import UnitKind
from kegen.plan.model import Covered
from kegen.plan.resolve import examine
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.sheets.coverage import shortened
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./&’-]*[\w.’])?")
"""Text that YAML takes as it stands: no sign in it can be meant otherwise."""
_COMMENT_COLUMN = 31
_NOBODY = "Kegen"
"""A name that no plan speaks to: what is open for it is open for every unit of the kind."""


def open_orders(kind: UnitKind, folder: Path, above: ProvincePlan) -> tuple[Covered, ...]:
    """Return the orders that a plan of such a unit leaves open if its profile says nothing of them.

    The province's plan must lie in the folder.
    """
    unit = ProvinceUnit("", kind, _NOBODY, above.province)
    file = folder / f"{kind}.yaml"
    tree = parse_tree(decode_text(starting_profile(unit, kind, above).encode(), str(file)))
    profile = read_record(Profile, tree).value
    coverage = examine(Loaded(file, profile, tree)).coverage if profile else ()
    return tuple(each for each in coverage if each.state == "open" and each.order.kind == "task")


def starting_profile(unit: ProvinceUnit, stem: str, above: ProvincePlan, orders: tuple[Covered, ...] = ()) -> str:
    """Return the text of the profile, with comments for whoever goes on from there; it takes up the orders."""
    parts = (_head(unit, stem, above), _unit(unit), _parent(above), _own(unit), _tasks(orders))
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(unit: ProvinceUnit, stem: str, above: ProvincePlan) -> Iterator[str]:
    yield f"# Hồ sơ của {unit.title}, kegen ghi sẵn theo kế hoạch của {above.title}. Sửa tùy ý bằng Notepad:"
    yield "# tệp đã sửa thì kegen giữ nguyên, không ghi đè. Sửa xong, soạn lại kế hoạch của đơn vị bằng:"
    yield f"#   kegen draft --profile {stem}.yaml"
    yield _line(f"directive: {scalar(above.pack.name)}", "bộ mẫu của văn bản chỉ đạo")


def _unit(unit: ProvinceUnit) -> Iterator[str]:
    yield "unit:"
    yield _line(f"  level: {unit.kind}", "cấp của đơn vị")
    yield _line(f"  name: {scalar(unit.name)}", f"tên riêng, không kèm chữ “{KIND_WORDS[unit.kind]}”")
    if unit.place:
        yield _line(f"  place: {scalar(unit.place)}", "địa danh trên dòng ngày, tháng")
    yield _line(f"  province: {scalar(unit.province)}", "tỉnh, thành phố")


def _parent(above: ProvincePlan) -> Iterator[str]:
    yield _line("parent_plan:", f"kế hoạch của {above.title}, tệp ở cùng thư mục này")
    yield f"  plan: {above.file}"


def _own(unit: ProvinceUnit) -> Iterator[str]:
    yield from _offices(unit)
    yield "signer:"
    if unit.position:
        yield f"  position: {scalar(unit.position)}"
    else:
        yield _line("  position: CHỦ TỊCH", "hoặc PHÓ CHỦ TỊCH")
    if unit.signer:
        yield f"  name: {scalar(unit.signer)}"
    else:
        yield _line("  # name: Nguyễn Văn A", "bỏ dấu # và ghi họ tên người ký")
    note = "số và ngày: Văn thư ghi khi ban hành"
    yield f"number: {scalar(unit.number)}" if unit.number else _line("# number: 114", note)
    yield f"date: {unit.date}" if unit.date else "# date: 03/6/2026"


def _tasks(orders: tuple[Covered, ...]) -> Iterator[str]:
    leading = [each for each in orders if each.order.part == "leads"]
    helping = [each for each in orders if each.order.part == "helps"]
    if leading:
        yield _line("tasks:", "việc cấp trên giao thêm, nhận theo lời cấp trên; không nhận thì ghi {omit: lý do}")
        yield from (_line(f"  {_task(each)}", _order(each)) for each in leading)
    if helping:
        yield f"# {'' if leading else 'tasks: '}việc cấp trên giao đơn vị phối hợp; bỏ dấu # nếu đưa vào kế hoạch:"
        yield from (_line(f"#   {_task(each)}", _order(each)) for each in helping)


def _task(row: Covered) -> str:
    return f"{row.order.id}: {{section: {row.section}}}"


def _order(row: Covered) -> str:
    """Return what the plan above says, short enough for a comment: no sign in it can end one."""
    order = row.order
    return f"{shortened(' '.join(order.wording.split()))}{f' (hạn: {order.deadline})' if order.deadline else ''}"


def _offices(unit: ProvinceUnit) -> Iterator[str]:
    if not unit.offices:
        yield _line("# departments:", "cơ quan nào giữ vai trò nào; không ghi thì theo mặc định của cấp xã")
        yield "#   - {name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi, tuyen-truyen]}"
        return
    yield _line("departments:", "vai trò không ghi thì theo cơ quan mặc định của cấp xã")
    for office in unit.offices:
        yield from _office(office)


def _office(office: ListedOffice) -> Iterator[str]:
    yield f"  - name: {scalar(office.name)}"
    if office.short:
        yield f"    short: {scalar(office.short)}"
    if office.roles:
        yield f"    roles: [{', '.join(office.roles)}]"


def _line(text: str, note: str) -> str:
    return f"{text:<{_COMMENT_COLUMN - 1}} # {note}"


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
