"""Which department of a province, or which body under another, a profile means; what is wrong where there is none."""

from __future__ import annotations

import re

from kegen.country import official_name, province_kind
from kegen.dates import PlanDate
from kegen.gazetteer.departments import SOURCE, department_named, departments, taken_over_by
from kegen.gazetteer.kinds import latest_kind
from kegen.gazetteer.named import keeps_unit_word
from kegen.gazetteer.units import find_units, nearest_unit
from kegen.plan.problems import ProfileProblems
from kegen.plan.unit import WORDS, head_title, with_word
from kegen.plan.unit_hints import BODY, DISTRICT, how_to_accept
from kegen.problem import NO_UNIT, OTHER_KIND
from kegen.profile.unit import Unit
from kegen.vietnamese import nearest, upper_first

NO_DISTRICT = "two-tier"
"""The id of what names a district; the rule of the checker that says the same bears it too."""
_SEAT = r"\b(xã(?! hội\b)|phường|đặc khu)\s+(\S.*)"
_OF_PROVINCE = r"(UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân)\s+(?:tỉnh|thành phố|TP)\b"
_COMMITTEE = rf"{BODY[:-1]}(xã|phường|đặc khu)\s+(\S.*)"


def settle_department(unit: Unit, province: str | None, problems: ProfileProblems) -> Unit:
    """Return a department under the name that the law gives it; notes one that there is not."""
    if not unit.abbreviation:
        message = "thiếu abbreviation (chữ viết tắt trong ký hiệu), ví dụ: abbreviation: SNV"
        problems.error(("unit",), "thieu", message)
    if known := department_named(unit.name):
        return unit.model_copy(update={"name": known})
    found = next(iter(find_units(unit.name, province)), None) if province else None
    if found:
        message = f"{found.name} là {WORDS[found.kind]}, không phải cơ quan của tỉnh; hãy ghi level: {found.kind}"
        problems.error(("unit", "level"), NO_UNIT, message)
    elif unit.level == "so" and (district := DISTRICT.search(unit.name)):
        _note_district(("unit", "name"), unit.name, district, problems)
    elif into := taken_over_by(unit.name):
        message = f"{unit.name} không còn từ năm 2025, {into} nhận việc ({SOURCE}); hãy ghi lại name"
        problems.warn(("unit", "name"), NO_UNIT, f"{message}. {_still_so(unit.name)}")
    elif unit.name.lower().startswith("sở "):
        near = nearest(unit.name, departments())
        hint = f"có phải là “{near}”? Hãy ghi name: {near}" if near else "hãy ghi đủ tên sở, không viết tắt"
        message = f"không có “{unit.name}” trong các sở của tỉnh, thành phố ({SOURCE}); {hint}"
        problems.warn(("unit", "name"), NO_UNIT, f"{message}. {_still_so(unit.name)}")
    return unit


def _still_so(name: str) -> str:
    return how_to_accept(NO_UNIT, f"Cơ quan vẫn mang tên “{name}”")


def _note_district(path: tuple[str, ...], name: str, district: re.Match[str], problems: ProfileProblems) -> None:
    key = path[-1]
    message = f"“{name}” là của {district[1].lower()}, mà cấp huyện không còn từ 01/7/2025; hãy ghi lại {key}"
    problems.error(path, NO_DISTRICT, f"{message} theo tên hiện nay (khóa unit.{key})")


def settle_body(unit: Unit, province: str | None, on: PlanDate, problems: ProfileProblems) -> Unit:
    """Return a body under another with the place of its date line; notes what its name does not tell."""
    if not unit.parent_body:
        message = "thiếu parent_body (cơ quan chủ quản, in ở dòng trên tên đơn vị), ví dụ: parent_body: Sở Y tế"
        problems.error(("unit",), "thieu", message)
    if not head_title(unit):
        message = f"tên “{unit.name}” chưa cho biết chức danh người đứng đầu; hãy ghi thêm, ví dụ head: GIÁM ĐỐC"
        problems.error(("unit",), "thieu", message)
    _check_parent_body(unit.parent_body or "", province, problems)
    unit = unit.model_copy(update={"parent_body": _provincial(unit.parent_body or "", on) or unit.parent_body})
    seat = re.search(_SEAT, unit.parent_body or "", re.IGNORECASE) or re.search(_SEAT, unit.name, re.IGNORECASE)
    found = next(iter(find_units(seat[2], province)), None) if seat and province else None
    if found is None or unit.place:
        return unit
    place = f"{upper_first(WORDS[found.kind])} {found.name}" if keeps_unit_word(found) else found.name
    return unit.model_copy(update={"place": place})


def _provincial(name: str, on: PlanDate) -> str | None:
    """Return the committee of a province as it is written on the date, however typed; None for another body."""
    found = re.match(_OF_PROVINCE, name, re.IGNORECASE)
    province = official_name(name) if found else None
    return f"{found[1]} {with_word(WORDS[province_kind(province, on)], province)}" if found and province else None


def _check_parent_body(name: str, province: str | None, problems: ProfileProblems) -> None:
    """Note a body above that there is not: of a district, of a commune that no list has so, of another province."""
    if district := DISTRICT.search(name):
        _note_district(("unit", "parent_body"), name, district, problems)
    elif province and (committee := re.fullmatch(_COMMITTEE, name, re.IGNORECASE)):
        _check_committee(committee[1].lower(), committee[2], province, problems)
    elif province and re.match(_OF_PROVINCE, name, re.IGNORECASE) and official_name(name) not in {None, province}:
        message = f"cơ quan chủ quản “{name}” không thuộc {province} mà province ghi; hãy sửa một trong hai"
        problems.error(("unit", "parent_body"), "tinh-la", f"{message} (khóa unit.parent_body)")


def _check_committee(word: str, name: str, province: str, problems: ProfileProblems) -> None:
    """Note the committee of a commune that the province has not, or has as another kind."""
    found = next(iter(find_units(name, province)), None)
    if found is None:
        near = nearest_unit(name, province)
        hint = f"có phải là {WORDS[near.kind]} {near.name}? Hãy" if near else "hãy"
        message = f"{province} không có {word} “{name}” trong danh mục; {hint} ghi lại parent_body"
        accept = how_to_accept(NO_UNIT, "Xã có thật mà danh mục chưa có")
        problems.error(("unit", "parent_body"), NO_UNIT, f"{message} (khóa unit.parent_body). {accept}")
    elif word not in {WORDS[found.kind], WORDS[latest_kind(found)]}:
        message = f"{found.name} ({province}) là {WORDS[latest_kind(found)]}, không phải {word}"
        problems.error(("unit", "parent_body"), OTHER_KIND, f"{message}; hãy ghi lại (khóa unit.parent_body)")
