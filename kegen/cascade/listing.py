"""The units that a run is for: all of the province, or those that a list names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.cells import shown, unquoted
from kegen.cascade.columns import find_columns
from kegen.cascade.province import (
    KIND_WORDS,
    ListedOffice,
    ProvincePlan,
    ProvinceUnit,
    province_unit,
    units_of_province,
)
from kegen.cascade.sheet import read_sheet
from kegen.country import official_name
from kegen.dates import PlanDate, parse_date
from kegen.gazetteer.kinds import kind_on, latest_kind
from kegen.gazetteer.units import Unit, UnitKind, find_units, nearest_unit
from kegen.pack.read import read_pack
from kegen.problem import KegenError, Place, Problem
from kegen.vietnamese import fold, nearest

_PREFIX = re.compile(r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(xã|phường|đặc khu)\s+(\S.*)", re.IGNORECASE)
_OFFICE = re.compile(r"(?P<name>[^(:]*[^(:\s])\s*(?:\((?P<short>[^()]*)\))?\s*(?::(?P<roles>.*))?", re.DOTALL)
_POSITION = re.compile(
    r"(?:(?:kt|tm|tl|q|quyền)\b\.?\s*)*(?:phó\s+)?(?:chủ tịch|giám đốc|trưởng phòng|bí thư)\b", re.IGNORECASE
)
_QUOTE = re.compile('[“”„"«»]')
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+")
"""Letters with the marks on them, also those that no single letter stands for."""
_KINDS: dict[str, UnitKind] = {fold(word): kind for kind, word in KIND_WORDS.items()}


_MOST_HINTS = 200
"""After so many problems the list is another one; looking for what each name may have meant takes long."""


class UnitList(NamedTuple):
    """The units, each once, and the problems of the list they come from."""

    units: tuple[ProvinceUnit, ...]
    problems: tuple[Problem, ...] = ()


def list_units(file: Path | None, above: ProvincePlan) -> UnitList:
    """Return the units under that plan; raises KegenError, or Invalid, where the list cannot be read at all."""
    if file is None:
        return UnitList(units_of_province(above.province, above.issued))
    sheet = read_sheet(file)
    columns = find_columns(sheet)
    reading = _Reading(str(file), above)
    for row in sheet.rows:
        if row.number > columns.row and not columns.says_nothing(row):
            reading.add(row.number, columns.values(row), columns.fault(row), columns.beyond(row))
    if not reading.units and not reading.problems:
        raise KegenError(f"{file}: bảng chưa có đơn vị nào dưới dòng tên cột; hãy ghi mỗi đơn vị một dòng")
    return UnitList(tuple(reading.units.values()), (*sheet.problems, *columns.problems, *reading.problems))


class _RowError(ValueError):
    """What a row says cannot be: a problem of the row."""


class _Reading:
    """The rows read so far."""

    def __init__(self, file: str, above: ProvincePlan) -> None:
        self._file, self._above = file, above
        self._roles = tuple(read_pack(above.pack).pack.roles)
        self._rows: dict[str, int] = {}
        self.units: dict[str, ProvinceUnit] = {}
        self.problems: list[Problem] = []

    def add(self, number: int, fields: dict[str, str], fault: str, beyond: str) -> None:
        """Add the unit of a row, or note what is wrong with the row: then its unit alone is left out."""
        if fault:
            self._report(number, "dong-sai", f"{fault}; đơn vị này chưa được soạn")
            return
        if not fields.get("name"):
            self._report(number, "thieu-ten", "dòng này chưa có tên đơn vị; hãy ghi tên, hoặc xóa cả dòng")
            return
        try:
            _check_width(beyond)
            unit = self._unit(fields)
        except _RowError as wrong:
            self._report(number, "dong-sai", f"{wrong}; đơn vị này chưa được soạn")
            return
        if first := self._rows.get(unit.code):
            self._report(number, "trung-dong", f"{unit.title} đã có ở dòng {first}; chỉ dòng {first} được dùng")
            return
        self._rows[unit.code] = number
        self.units[unit.code] = unit._replace(row=number)

    def _report(self, number: int, name: str, message: str) -> None:
        self.problems.append(Problem(Place(self._file, number), name, message))

    def _unit(self, fields: dict[str, str]) -> ProvinceUnit:
        self._check_province(fields.get("province", ""))
        prefix, name = _split(" ".join(fields["name"].split()), self._above.province)
        kind = _kind(fields.get("kind", "")) or prefix
        date = _date(fields.get("date", ""))
        found = _find_unit(name, self._above, with_hint=len(self.problems) < _MOST_HINTS)
        day = date if date and date.whole else None
        _check_kind(found, kind, day, self._above.issued)
        unit = province_unit(found, day or self._above.issued, kind)
        return unit._replace(
            place=fields.get("place") or unit.place,
            position=fields.get("position", "").upper(),
            signer=_person(fields.get("signer", "")),
            number=_number(fields.get("number", "")),
            date=date.written("ngan") if date and date.whole else fields.get("date", ""),
            offices=tuple(_offices(fields.get("offices", ""), self._roles)),
        )

    def _check_province(self, province: str) -> None:
        if province and official_name(province) != self._above.province:
            raise _RowError(f"đơn vị ghi thuộc {shown(province)}, còn kế hoạch cấp trên là của {self._above.title}")


def _check_width(beyond: str) -> None:
    if beyond:
        raise _RowError(f"“{shown(beyond)}” ở ngoài các cột; ô có dấu phân cách bên trong phải để trong ngoặc kép")


def _split(text: str, province: str) -> tuple[UnitKind | None, str]:
    """Return the kind that a name begins with, and the name alone."""
    match = _PREFIX.fullmatch(text)
    if match is None or find_units(text, province):
        return None, text
    return _KINDS[fold(match[1])], match[2]


def _kind(text: str) -> UnitKind | None:
    if text and fold(text) not in _KINDS:
        raise _RowError(f"loại “{shown(text)}” không có ở cấp xã; hãy ghi xã, phường hoặc đặc khu")
    return _KINDS.get(fold(text))


def _check_kind(unit: Unit, kind: UnitKind | None, day: PlanDate | None, above: PlanDate | None) -> None:
    """Refuse a kind that the unit cannot have on its plan's day, or while that is open, on any since the plan above."""
    latest = latest_kind(unit)
    since = day or above
    first = kind_on(unit, since) if since else unit.kind
    if kind and kind not in ({first or latest} if day else {first or latest, latest}):
        words = KIND_WORDS[first or latest]
        raise _RowError(f"theo danh mục, {unit.name} là {words}, không phải {KIND_WORDS[kind]}; hãy ghi {words}")


def _find_unit(name: str, above: ProvincePlan, *, with_hint: bool) -> Unit:
    if found := find_units(name, above.province):
        return found[0]
    near = nearest_unit(name, above.province) if with_hint else None
    hint = f"có phải là {near.name}?" if near else "hãy xem lại tên"
    raise _RowError(f"{above.title} không có đơn vị “{shown(name)}”; {hint}")


def _person(name: str) -> str:
    """Return a name as running text writes it: lists often have it in capitals."""
    if name and not any(map(str.isalpha, name)):
        raise _RowError(f"“{shown(name)}” không phải là họ tên người ký")
    if _POSITION.match(name):
        raise _RowError(
            f"“{shown(name)}” ở cột người ký là chức vụ; hãy ghi chức vụ ở cột Chức vụ, họ tên ở cột Người ký"
        )
    if _QUOTE.match(name) or _QUOTE.match(name[::-1]):
        raise _RowError(f"họ tên “{shown(name.strip('“”'))}” có dấu ngoặc kép lẻ; hãy bỏ dấu ấy")
    return _WORD.sub(lambda word: word[0][0] + word[0][1:].lower(), name) if name.isupper() and " " in name else name


def _date(text: str) -> PlanDate | None:
    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise _RowError(str(error)) from None


def _number(text: str) -> str:
    digits = text.partition("/")[0].strip()
    if text and not re.fullmatch(r"\d{1,5}", digits):
        raise _RowError(f"“{shown(text)}” không phải là số của kế hoạch; hãy chỉ ghi số, ví dụ 114")
    return digits


def _offices(text: str, roles: tuple[str, ...]) -> Iterator[ListedOffice]:
    for part in filter(None, (each.strip() for each in re.split(r"[;\n]", text))):
        match = _OFFICE.fullmatch(part)
        if match is None:
            raise _RowError(
                f"không hiểu cơ quan “{shown(part)}”; "
                "hãy ghi, ví dụ: Phòng Văn hóa - Xã hội (VHXH): đầu mối, tuyên truyền"
            )
        roles_given = filter(None, (each.strip() for each in (match["roles"] or "").split(",")))
        yield ListedOffice(
            unquoted(match["name"]),
            unquoted((match["short"] or "").strip()),
            tuple(_role(each, roles) for each in roles_given),
        )


def _role(text: str, roles: tuple[str, ...]) -> str:
    if fold(text) in roles:
        return fold(text)
    near = nearest(text, roles)
    hint = f"có phải là {near}?" if near else f"các vai trò: {', '.join(roles)}"
    raise _RowError(f"không có vai trò “{shown(text)}”; {hint}")
