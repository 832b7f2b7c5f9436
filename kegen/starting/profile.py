"""The text of a starting profile: commented, to be gone on with in any editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kegen.plan.model import Plan
from kegen.plan.unit import WORDS
from kegen.profile.schema import SCHEMA_LINE
from kegen.starting.offices import StartingOffice
from kegen.starting.task_lines import TaskPart, note
from kegen.starting.year import issue_date, year_line
from kegen.yaml_text.writing import comment, scalar


class Starting(NamedTuple):
    """What is known of a unit that is to have a plan; "" for what is not."""

    level: str
    name: str
    province: str = ""
    place: str = ""
    abbreviation: str = ""
    parent_body: str = ""
    """The body above one under a province, a department or a commune."""
    head: str = ""
    """The title of its head, where its name does not tell it."""
    directive: str = ""
    parent: str = ""
    """The file of the plan above, as the profile names it."""
    parent_number: str = ""
    parent_date: str = ""
    offices: tuple[StartingOffice, ...] = ()
    drafter: str = ""
    """The office that drafts the plan."""
    position: str = ""
    signer: str = ""
    number: str = ""
    date: str = ""

    @property
    def title(self) -> str:
        """The unit as running text names it: `xã Nhữ Khê`."""
        return f"{WORDS[self.level]} {self.name}" if self.level in WORDS else self.name


def profile_text(
    unit: Starting, file: str, above: Plan | None = None, tasks: TaskPart | None = None, remark: str = ""
) -> str:
    """Return the text of the profile; the remark, if any, stands in the comment at its head."""
    tasks = tasks or TaskPart()
    parts = (
        _head(unit, file, above, remark),
        _unit(unit),
        _parent(unit, above),
        _offices(unit, tasks),
        _signer(unit, above),
        _reporting(above),
        tasks.lines,
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(unit: Starting, file: str, above: Plan | None, remark: str) -> Iterator[str]:
    under = f" theo kế hoạch của {above.unit_name}" if above else ""
    yield SCHEMA_LINE
    yield from comment(f"Hồ sơ của {unit.title}, kegen ghi sẵn{under}.", "")
    yield from comment(remark, "")
    yield "# Sửa tùy ý bằng Notepad; chữ sau dấu # là lời giải thích, không in ra. Sửa xong thì chạy:"
    yield f"#   kegen draft --profile {file}"
    yield f"#   kegen coverage --profile {file}      (việc nào cấp trên giao mà chưa nhận)"
    if unit.directive:
        yield note(f"directive: {scalar(unit.directive)}", "bộ mẫu của văn bản chỉ đạo")


def _unit(unit: Starting) -> Iterator[str]:
    yield ""
    yield "unit:"
    yield f"  level: {unit.level}"
    name = f"  name: {scalar(unit.name)}"
    yield note(name, f"tên riêng, không kèm chữ “{WORDS[unit.level]}”") if unit.level in WORDS else name
    if unit.place:
        yield note(f"  place: {scalar(unit.place)}", "địa danh trên dòng ngày, tháng")
    if unit.province:
        yield f"  province: {scalar(unit.province)}"
    if unit.abbreviation:
        yield note(f"  abbreviation: {scalar(unit.abbreviation)}", "chữ viết tắt trong ký hiệu văn bản")
    if unit.parent_body:
        yield note(f"  parent_body: {scalar(unit.parent_body)}", "cơ quan chủ quản, in trên tên đơn vị")
    if unit.head:
        yield note(f"  head: {scalar(unit.head)}", "chức danh người đứng đầu")


def _parent(unit: Starting, above: Plan | None) -> Iterator[str]:
    if unit.level in {"tinh", "thanh-pho"}:
        return
    yield ""
    yield "parent_plan:"
    if unit.parent:
        yield note(f"  plan: {scalar(unit.parent)}", _facts(above))
        return
    yield f"  number: {scalar(unit.parent_number)}" if unit.parent_number else "  number: …"
    yield f"  date: {unit.parent_date}" if unit.parent_date else "  # date: 04/5/2026"


def _facts(above: Plan | None) -> str:
    """Return number and date of the plan above, or what comes of it where it has neither."""
    date = issue_date(above) if above else None
    facts = [above.standing.symbol if above else "", date.written("ngan") if date else ""]
    return ", ".join(filter(None, facts)) or "cấp trên chưa ghi số, ngày: bản soạn ra để trống chỗ ấy"


_ROLES = "Vai trò (roles) nào không ghi thì bộ mẫu chọn cơ quan thường giữ vai trò ấy."


def _offices(unit: Starting, tasks: TaskPart) -> Iterator[str]:
    """Yield the offices: those in use as entries, the others that the law gives as comments."""
    used = {each.name for each in tasks.leads} | {unit.drafter}
    used |= {each.name for each in unit.offices if not each.domains or each.roles}
    offices = (*unit.offices, *tasks.heads)
    yield ""
    if not unit.offices:
        yield "# departments: [{name: Tên cơ quan, short: chữ viết tắt, roles: [dau-moi]}]"
    elif used.isdisjoint(each.name for each in offices):
        yield note("# departments:", "cơ quan của đơn vị; đổi tên cho đúng, bỏ dấu # dòng nào dùng")
    if not used.isdisjoint(each.name for each in offices):
        yield note("departments:", "cơ quan của đơn vị; đổi tên cho đúng thì đổi cả ở tasks")
        yield from comment(_ROLES, "  ")
    for each in offices:
        yield from _office(each, unit.drafter, used)


def _office(office: StartingOffice, drafter: str, used: set[str]) -> Iterator[str]:
    mark = "  - " if office.name in used else "#  - "
    roles = dict.fromkeys(("dau-moi", *office.roles) if office.name == drafter else office.roles)
    short = f", short: {scalar(office.short)}" if office.short else ""
    listed = f", roles: [{', '.join(roles)}]" if roles else ""
    yield f"{mark}{{name: {scalar(office.name)}{short}{listed}}}"


_HEADS = ("CHỦ TỊCH", "GIÁM ĐỐC")
"""Titles of those whose deputies sign too, by the same words with PHÓ before them."""


def _signer(unit: Starting, above: Plan | None) -> Iterator[str]:
    yield ""
    yield "signer:"
    position = f"  position: {scalar(unit.position)}"
    yield note(position, f"hoặc PHÓ {unit.position}") if unit.position in _HEADS else position
    yield f"  name: {scalar(unit.signer)}" if unit.signer else note("  # name: Nguyễn Văn A", "bỏ dấu #, ghi họ tên")
    blank = "để trống đến khi Văn thư cấp"
    yield f"number: {scalar(unit.number)}" if unit.number else note("# number: 114", blank)
    if unit.date:
        yield f"date: {unit.date}"
    elif above and (year := year_line(above)):
        yield note(year, "năm của kế hoạch, xem lại; khi ban hành thì ghi đủ ngày, ví dụ 03/6/2026")
    else:
        yield note("# date: 03/6/2026", blank)


def _reporting(above: Plan | None) -> Iterator[str]:
    """Yield the days of reports that the plan above sets: those of the unit come no later, and are so if not said."""
    if above is None:
        return
    days = {name: getattr(above.standing, name) for name in ("half_year", "year")}
    known = ", ".join(f"{name}: {day}" for name, day in days.items() if day)
    if known:
        yield ""
        yield "# Hạn báo cáo cấp trên đặt ra; không ghi gì thì theo đúng hạn ấy, các cơ quan gửi trước 07 ngày:"
        yield f"# reporting: {{{known}}}"
    words = "; ".join(filter(None, [above.standing.month, above.standing.quarter, above.standing.event]))
    if words:
        yield from comment(f"Cấp trên còn yêu cầu báo cáo: {words}", "")
