"""What a unit is called: in the header, in running text, in the symbol and on the date line."""

from __future__ import annotations

from typing import NamedTuple

from kegen.country import PROVINCES, known_kind, official_name, province_kind, successor
from kegen.dates import PlanDate
from kegen.plan.case import Case
from kegen.plan.model import Header
from kegen.vietnamese import nearest

WORDS = {"tinh": "tỉnh", "thanh-pho": "thành phố", "xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
"""How each level is called before a name (NĐ 30, Phụ lục II, III.1.a)."""

_FULL_NAMED = ("Hồ Chí Minh",)
"""Units always written with their unit word, capital (NĐ 30, Phụ lục II, III.1.c)."""


DEPARTMENTS = {
    "Sở": "GIÁM ĐỐC",
    "Thanh tra": "CHÁNH THANH TRA",
    "Văn phòng": "CHÁNH VĂN PHÒNG",
    "Ban": "TRƯỞNG BAN",
}
"""What a department of a province is called for short, by the first words of its name, and its head's title."""


def department_kind(name: str) -> tuple[str, str]:
    """Return what a department is called for short and its head's title."""
    return next(((kind, head) for kind, head in DEPARTMENTS.items() if name.startswith(kind)), ("cơ quan", "GIÁM ĐỐC"))


class UnitNames(NamedTuple):
    """The names of one unit; `area` is its word alone (`xã`), `unit` word and name (`xã Nhữ Khê`)."""

    area: str
    unit: str
    province: str
    """The province's own name, "" where none is said."""
    province_area: str
    province_unit: str
    place: str
    department: bool
    parent_province: str
    """The province as the plan above, of an earlier date, calls it."""

    def committee(self, word: str) -> str:
        """Return the issuing body in running text, the committee called by the given word."""
        return self.unit if self.department else f"{word} {self.unit}"


def name_unit(case: Case) -> UnitNames:
    """Return the unit's names; notes a name that cannot be right."""
    unit = case.profile.unit
    _check(case)
    province = unit.name if case.tier == "cap-tinh" else unit.province or ""
    province = official_name(province) or province
    own = province if case.tier == "cap-tinh" else unit.name
    province_area = WORDS[case.level] if case.tier == "cap-tinh" else _province_area(case, province)
    area = department_kind(unit.name)[0] if case.level == "so" else WORDS[case.level]
    full = own if case.level == "so" else with_word(area, own)
    place = unit.place or _place(case, area, province_area, province)
    above = with_word(WORDS[province_kind(province, _parent_date(case))], province)
    unit_above = with_word(province_area, province)
    return UnitNames(area, full, province, province_area, unit_above, place, case.level == "so", above)


def _province_area(case: Case, province: str) -> str:
    """The province's word on the plan's date, or while that is not known, on the date of the plan above."""
    date = case.profile.date
    return WORDS[(date and known_kind(province, date)) or province_kind(province, _parent_date(case))]


def _parent_date(case: Case) -> PlanDate:
    parent = case.profile.parent_plan
    dates = (parent and parent.date, case.profile.date)
    return next((date for date in dates if date and date.whole), case.directive_date)


def with_word(word: str, name: str) -> str:
    """Return the name after its unit word, capital where the name is a number or always so written."""
    capital = name in _FULL_NAMED or name[:1].isdecimal()
    return f"{word.capitalize() if capital else word} {name}"


def make_header(case: Case, names: UnitNames, number: str, date: PlanDate) -> Header:
    """Return the header block; the committee of a unit has no parent line, a department has."""
    unit = case.profile.unit
    parent = unit.parent_body or (f"UBND {names.province_unit}" if names.department else "")
    issuer = (unit.name,) if names.department else ("Ủy ban nhân dân", names.unit)
    symbol = unit.abbreviation or ("……" if names.department else "UBND")
    return Header(
        parent.upper(),
        tuple(line.upper() for line in issuer),
        f"Số: {number}/KH-{symbol}",
        f"{names.place}, {date.line()}",
    )


def issuer_of(case: Case, names: UnitNames, word: str = "Ủy ban nhân dân") -> str:
    """Return who issues the plan: the department, the committee, or its Chairman alone."""
    issued_by = case.profile.issued_by or case.defaults.issued_by
    if issued_by == "chu-tich" and not names.department:
        return f"Chủ tịch {word} {names.area}"
    return names.committee(word)


def _place(case: Case, area: str, province_area: str, province: str) -> str:
    """The place name of the date line (NĐ 30, Phụ lục I, II.4.a)."""
    word, name = (province_area, province) if case.tier != "cap-xa" else (area, case.profile.unit.name)
    return with_word(word, name) if with_word(word, name)[0].isupper() else name


def _check(case: Case) -> None:
    unit = case.profile.unit
    if case.level != "so":
        _check_word(case, unit.name)
    _check_province(case)
    if case.level == "so" and not unit.abbreviation:
        case.error(("unit",), "thieu", "thiếu abbreviation (chữ viết tắt trong ký hiệu), ví dụ: abbreviation: SNV")


def _check_word(case: Case, name: str) -> None:
    if word := _with_own_word(name):
        own = name[len(word) :].strip()
        case.error(
            ("unit", "name"), "ten-kem-cap", f"tên đã kèm chữ “{word}”; cấp đã ghi ở level, hãy viết name: {own}"
        )


def _with_own_word(name: str) -> str | None:
    """Return the unit word that a name begins with."""
    return next((word for word in WORDS.values() if name.lower().startswith(f"{word} ")), None)


def _check_province(case: Case) -> None:
    unit, path = case.profile.unit, ("unit", "name" if case.tier == "cap-tinh" else "province")
    name = unit.name if case.tier == "cap-tinh" else unit.province
    if name is None:
        case.error(
            ("unit",), "thieu", "thiếu province (tỉnh, thành phố mà đơn vị trực thuộc), ví dụ: province: Tuyên Quang"
        )
    elif official := official_name(name):
        if case.tier == "cap-tinh":
            _check_kind(case, official)
    elif case.tier != "cap-tinh" or not _with_own_word(name):
        case.error(path, "tinh-la", _no_province(name))


def _no_province(name: str) -> str:
    if into := successor(name):
        return f"{name} đã nhập vào {into} từ 01/7/2025; hãy ghi {into}"
    near = nearest(name, PROVINCES)
    hint = f"có phải là “{near}”?" if near else "hãy ghi đúng tên một trong 34 tỉnh, thành phố, không kèm chữ “tỉnh”"
    return f"không có tỉnh, thành phố “{name}” trong 34 đơn vị từ 01/7/2025; {hint}"


def _check_kind(case: Case, name: str) -> None:
    kind = known_kind(name, case.profile.date or PlanDate(case.year))
    if kind not in {None, case.level}:
        case.error(
            ("unit", "level"),
            "sai-cap",
            f"{name} là {WORDS[str(kind)]} vào ngày của kế hoạch này; hãy viết level: {kind}",
        )
