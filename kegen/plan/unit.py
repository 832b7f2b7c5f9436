"""What a unit is and what it is called: in the header, in running text, in the symbol and on the date line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeVar

from kegen.country import known_kind, province_kind
from kegen.dates import PlanDate
from kegen.pack.model import TIERS, ByLevel, LevelKey
from kegen.plan.model import Header
from kegen.plan.problems import ProfileProblems
from kegen.plan.timing import PlanDates
from kegen.profile.unit import Level, Unit

T = TypeVar("T")

WORDS = {"tinh": "tỉnh", "thanh-pho": "thành phố", "xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
"""How each level is called before a name (NĐ 30, Phụ lục II, III.1.a)."""

FULL_NAMED = ("Hồ Chí Minh",)
"""Units always written with their unit word, capital (NĐ 30, Phụ lục II, III.1.c)."""
_BLANK_NUMBER = " " * 8

IssuedBy = Literal["ubnd", "chu-tich"]
"""Who issues a plan of a committee: the body as a whole, or its Chairman alone."""


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


def _called(department: str) -> str:
    """Return what a department is called in its own plan: `Sở`, but an inspectorate by its whole name."""
    kind = department_kind(department)[0]
    return department if kind == "Thanh tra" else kind


_BODIES = {
    "Chi cục": ("Chi cục", "CHI CỤC TRƯỞNG"),
    "Cục": ("Cục", "CỤC TRƯỞNG"),
    "Trung tâm": ("Trung tâm", "GIÁM ĐỐC"),
    "Bệnh viện": ("Bệnh viện", "GIÁM ĐỐC"),
    "Bảo tàng": ("Bảo tàng", "GIÁM ĐỐC"),
    "Thư viện": ("Thư viện", "GIÁM ĐỐC"),
    "Vườn quốc gia": ("Vườn", "GIÁM ĐỐC"),
    "Trường": ("Nhà trường", "HIỆU TRƯỞNG"),
    "Phòng": ("Phòng", "TRƯỞNG PHÒNG"),
    "Hạt": ("Hạt", "HẠT TRƯỞNG"),
    "Văn phòng": ("Văn phòng", "CHÁNH VĂN PHÒNG"),
    "Thanh tra": ("Thanh tra", "CHÁNH THANH TRA"),
    "Ban Quản lý dự án": ("Ban", ""),
    "Ban": ("Ban", "TRƯỞNG BAN"),
    "Trạm": ("Trạm", ""),
    "Viện": ("Viện", ""),
    "Quỹ": ("Quỹ", ""),
    "Đội": ("Đội", ""),
}
"""What a body under a province, a department or a commune is called for short, by the first words of its name, and the
title of its head, "" where bodies of that name have heads of several titles."""


def body_kind(name: str) -> tuple[str, str]:
    """Return what a body is called for short and its head's title, "" where its name does not tell."""
    return next((each for start, each in _BODIES.items() if name.startswith(start)), ("đơn vị", ""))


def begins_as_body(name: str) -> bool:
    """Whether a name begins as those of bodies under a province, a department or a commune do."""
    return any(name.lower().startswith(f"{start.lower()} ") for start in _BODIES)


def head_title(unit: Unit) -> str:
    """Return the title of the head of the issuing body; "" of a body whose name and profile do not say it."""
    if unit.level == "don-vi":
        return (unit.head or body_kind(unit.name)[1]).upper()
    return (unit.head or department_kind(unit.name)[1]).upper() if unit.level == "so" else "CHỦ TỊCH"


class UnitLevel(NamedTuple):
    """A unit's level, and what a pack says for it."""

    name: Level

    @property
    def tier(self) -> LevelKey:
        """The tier of the level."""
        return TIERS[self.name]

    def at_level(self, choices: Mapping[LevelKey, T]) -> T | None:
        """Return what is said for this level, else for its tier, else for every other; None if nothing is."""
        keys: tuple[LevelKey, ...] = (self.name, self.tier, "khac")
        return next((choices[key] for key in keys if key in choices), None)

    def choose(self, text: ByLevel | None) -> str | None:
        """Return a wording of the pack for this level."""
        return text if text is None or isinstance(text, str) else self.at_level(text)

    def pick(self, choice: T | Mapping[LevelKey, T] | None) -> T | None:
        """Return what a pack says for every level alike, or for this one."""
        return self.at_level(choice) if isinstance(choice, Mapping) else choice

    def applies(self, levels: tuple[LevelKey, ...] | None) -> bool:
        """Whether something said for those levels (None: all) is said for this one."""
        return levels is None or self.name in levels or self.tier in levels


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
    parent_body: str = ""
    """The body that a body under it names above its own name, as running text has it."""

    def committee(self, word: str) -> str:
        """Return the issuing body in running text, the committee called by the given word."""
        return self.unit if self.department else f"{word} {self.unit}"


def name_unit(unit: Unit, level: UnitLevel, dates: PlanDates) -> UnitNames:
    """Return what a unit, settled by the lists of units, is called."""
    is_province, is_department = level.tier == "cap-tinh", level.tier == "so"
    province = unit.name if is_province else unit.province or ""
    own = unit.name
    province_area = WORDS[level.name] if is_province else _province_area(province, dates)
    area = _area(unit, level)
    word, seat = (area, unit.name) if level.tier == "cap-xa" else (province_area, province)
    return UnitNames(
        area=area,
        unit=own if is_department else with_word(area, own),
        province=province,
        province_area=province_area,
        province_unit=with_word(province_area, province),
        place=unit.place or _place(word, seat),
        department=is_department,
        parent_province=with_word(WORDS[province_kind(province, dates.parent_issued)], province),
        parent_body=re.sub(r"\bUBND\b", "Ủy ban nhân dân", unit.parent_body or ""),
    )


def _area(unit: Unit, level: UnitLevel) -> str:
    """Return the unit's word alone: what a department, or a body, is called in its own plan."""
    if level.tier != "so":
        return WORDS[level.name]
    return body_kind(unit.name)[0] if level.name == "don-vi" else _called(unit.name)


def _province_area(province: str, dates: PlanDates) -> str:
    """The province's word on the plan's date, or while that is not known, on the date of the plan above."""
    own = dates.own and known_kind(province, dates.own)
    return WORDS[own or province_kind(province, dates.parent_issued)]


def with_word(word: str, name: str) -> str:
    """Return the name after its unit word, capital where the name is a number or always so written."""
    capital = name in FULL_NAMED or name[:1].isdecimal()
    return f"{word.capitalize() if capital else word} {name}"


def make_header(unit: Unit, names: UnitNames, number: str, date: PlanDate) -> Header:
    """Return the header block; the committee of a unit has no parent line, a department has."""
    parent = unit.parent_body or (f"UBND {names.province_unit}" if names.department else "")
    issuer = (unit.name,) if names.department else ("Ủy ban nhân dân", names.unit)
    return Header(
        parent.upper(),
        tuple(line.upper() for line in issuer),
        f"Số: {number}/KH-{_abbreviation(unit)}",
        f"{names.place}, {date.line()}",
    )


def _abbreviation(unit: Unit) -> str:
    """Return what the issuing body is called in the symbol of its plan."""
    return unit.abbreviation or ("……" if TIERS[unit.level] == "so" else "UBND")


def order_number(written: str | None, unit: Unit, problems: ProfileProblems) -> str:
    """Return the number, two digits at least (NĐ 30, Phụ lục I, II.3.c), or blanks for it; notes one that is none."""
    if written is None:
        return _BLANK_NUMBER
    digits, _, symbol = (part.strip() for part in written.partition("/"))
    own = f"KH-{_abbreviation(unit)}"
    if symbol and symbol.upper() != own.upper():
        message = f"ký hiệu “{symbol}” không phải ký hiệu của kế hoạch này ({own}); hãy chỉ ghi số, ví dụ number: 114"
        problems.error(("number",), "sai-so", message)
    if not re.fullmatch(r"\d{1,5}", digits) or int(digits) == 0:
        message = f"“{written}” không phải là số của kế hoạch; hãy chỉ ghi số, ví dụ number: 114"
        problems.error(("number",), "sai-so", message)
        return _BLANK_NUMBER
    return f"{int(digits):02}"


def issuer_of(names: UnitNames, issued_by: IssuedBy, word: str = "Ủy ban nhân dân") -> str:
    """Return who issues the plan: the department, the committee, or its Chairman alone."""
    if issued_by == "chu-tich" and not names.department:
        return f"Chủ tịch {names.committee(word)}"
    return names.committee(word)


def _place(word: str, name: str) -> str:
    """The place name of the date line (NĐ 30, Phụ lục I, II.4.a)."""
    return with_word(word, name) if with_word(word, name)[0].isupper() else name
