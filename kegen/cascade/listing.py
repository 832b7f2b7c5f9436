"""The units that a run is for: all of the province, or those that a list names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.above import Above
from kegen.cascade.columns import find_columns
from kegen.cascade.members import WORDS, Member, Office, member_of, members_of
from kegen.cascade.sheet import read_sheet
from kegen.country import official_name
from kegen.dates import PlanDate, parse_date
from kegen.gazetteer.kinds import latest_kind
from kegen.gazetteer.units import Unit, UnitKind, find_units, nearest_unit
from kegen.pack.read import read_pack
from kegen.problem import KegenError, Place, Problem, Severity
from kegen.vietnamese import fold, nearest

_PREFIX = re.compile(r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(xã|phường|đặc khu)\s+(\S.*)", re.IGNORECASE)
_OFFICE = re.compile(r"(?P<name>[^(:]*[^(:\s])\s*(?:\((?P<short>[^()]*)\))?\s*(?::(?P<roles>.*))?", re.DOTALL)
_KINDS: dict[str, UnitKind] = {fold(word): kind for kind, word in WORDS.items()}


class Listed(NamedTuple):
    """The units, each once, and what is wrong with the list they come from."""

    members: tuple[Member, ...]
    problems: tuple[Problem, ...] = ()


def list_units(file: Path | None, above: Above) -> Listed:
    """Return the units under that plan; raises KegenError, or Invalid, where the list cannot be read at all."""
    if file is None:
        return Listed(members_of(above.province, above.issued))
    rows = read_sheet(file)
    columns = find_columns(rows, str(file))
    reading = _Reading(str(file), above)
    for row in rows:
        if row.number > columns.row:
            reading.take(row.number, columns.values(row), columns.beyond(row))
    if not reading.members and not reading.problems:
        raise KegenError(f"{file}: bảng chưa có đơn vị nào dưới dòng tên cột; hãy ghi mỗi đơn vị một dòng")
    return Listed(tuple(reading.members.values()), (*columns.problems, *reading.problems))


class _Wrong(ValueError):  # noqa: N818 - told as a problem of the row
    """What a row says cannot be."""


class _Reading:
    """The rows read so far."""

    def __init__(self, file: str, above: Above) -> None:
        self._file, self._above = file, above
        self._roles = tuple(read_pack(above.plan.standing.directive).pack.roles)
        self._rows: dict[str, int] = {}
        self.members: dict[str, Member] = {}
        self.problems: list[Problem] = []

    def take(self, number: int, said: dict[str, str], beyond: str) -> None:
        """Take a row, or note what is wrong with it: then its unit is left out, and only that."""
        if not said.get("name"):
            self._tell(number, "thieu-ten", "dòng này chưa có tên đơn vị; hãy ghi tên, hoặc xóa cả dòng")
            return
        try:
            _check_width(beyond)
            member = self._member(number, said)
        except _Wrong as wrong:
            self._tell(number, "dong-sai", f"{wrong}; đơn vị này chưa được soạn")
            return
        if first := self._rows.get(member.code):
            self._tell(number, "trung-dong", f"{member.title} đã có ở dòng {first}; chỉ dòng {first} được dùng")
            return
        self._rows[member.code] = number
        self.members[member.code] = member

    def _tell(self, number: int, name: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(Place(self._file, number), name, message, severity))

    def _member(self, number: int, said: dict[str, str]) -> Member:
        self._check_province(said.get("province", ""))
        prefix, name = _split(said["name"], self._above.province)
        kind = _kind(said.get("kind", "")) or prefix
        date = _date(said.get("date", ""))
        unit = _unit(name, self._above)
        if kind and kind not in {unit.kind, latest_kind(unit)}:
            words = WORDS[latest_kind(unit)]
            message = f"theo danh mục, {unit.name} là {words}; kế hoạch vẫn được soạn cho {WORDS[kind]} như ghi ở đây"
            self._tell(number, "khac-loai", message, Severity.WARNING)
        member = member_of(unit, date if date and date.whole else self._above.issued, kind)
        return member._replace(
            place=said.get("place") or member.place,
            position=said.get("position", "").upper(),
            signer=_person(said.get("signer", "")),
            number=_number(said.get("number", "")),
            date=date.written("ngan") if date and date.whole else said.get("date", ""),
            offices=tuple(_offices(said.get("offices", ""), self._roles)),
        )

    def _check_province(self, said: str) -> None:
        if said and official_name(re.sub(r"(?i)^(tỉnh|thành phố|tp\.?)\s+", "", said)) != self._above.province:
            raise _Wrong(f"đơn vị ghi thuộc {said}, còn kế hoạch cấp trên là của {self._above.title}")


def _check_width(beyond: str) -> None:
    if beyond:
        raise _Wrong(f"“{beyond}” ở ngoài các cột; ô có dấu phân cách bên trong phải để trong ngoặc kép")


def _split(text: str, province: str) -> tuple[UnitKind | None, str]:
    """Return the kind that a name begins with, and the name alone."""
    match = _PREFIX.fullmatch(text)
    if match is None or find_units(text, province):
        return None, text
    return _KINDS[fold(match[1])], match[2]


def _kind(text: str) -> UnitKind | None:
    if text and fold(text) not in _KINDS:
        raise _Wrong(f"loại “{text}” không có ở cấp xã; hãy ghi xã, phường hoặc đặc khu")
    return _KINDS.get(fold(text))


def _unit(name: str, above: Above) -> Unit:
    if found := find_units(name, above.province):
        return found[0]
    near = nearest_unit(name, above.province)
    hint = f"có phải là {near.name}?" if near else "hãy xem lại tên"
    raise _Wrong(f"{above.title} không có đơn vị “{name}”; {hint}")


def _person(name: str) -> str:
    """Return a name as running text writes it: lists often have it in capitals."""
    return name.title() if name.isupper() and " " in name else name


def _date(text: str) -> PlanDate | None:
    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise _Wrong(str(error)) from None


def _number(text: str) -> str:
    digits = text.partition("/")[0].strip()
    if text and not re.fullmatch(r"\d{1,5}", digits):
        raise _Wrong(f"“{text}” không phải là số của kế hoạch; hãy chỉ ghi số, ví dụ 114")
    return digits


def _offices(text: str, roles: tuple[str, ...]) -> Iterator[Office]:
    for part in filter(None, (each.strip() for each in re.split(r"[;\n]", text))):
        match = _OFFICE.fullmatch(part)
        if match is None:
            raise _Wrong(
                f"không hiểu cơ quan “{part}”; hãy ghi, ví dụ: Phòng Văn hóa - Xã hội (VHXH): đầu mối, tuyên truyền"
            )
        said = filter(None, (each.strip() for each in (match["roles"] or "").split(",")))
        yield Office(match["name"], (match["short"] or "").strip(), tuple(_role(each, roles) for each in said))


def _role(text: str, roles: tuple[str, ...]) -> str:
    if fold(text) in roles:
        return fold(text)
    near = nearest(text, roles)
    hint = f"có phải là {near}?" if near else f"các vai trò: {', '.join(roles)}"
    raise _Wrong(f"không có vai trò “{text}”; {hint}")
